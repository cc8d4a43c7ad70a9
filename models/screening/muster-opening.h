/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A job to fill: its description, its criteria and the weights that are fixed before anyone is ranked. Counted,
 * immutable; any thread. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_CRITERION_SKILL,
  MUSTER_CRITERION_EXPERIENCE,
  MUSTER_CRITERION_EDUCATION,
  MUSTER_CRITERION_LANGUAGE,
  MUSTER_CRITERION_CERTIFICATE,
  MUSTER_CRITERION_LOCATION,
} MusterCriterionKind;

/* minimum: years of experience, level of a language (CEFR "B2") or degree ("bachelor"); NULL: any. */
typedef struct
{
  char               *id;
  MusterCriterionKind kind;
  char               *value;
  char               *minimum;
  gboolean            is_must;
  double              points;
} MusterCriterion;

typedef enum
{
  MUSTER_OPENING_ERROR_INVALID, /* the text says what is wrong and where */
} MusterOpeningError;

#define MUSTER_OPENING_ERROR (muster_opening_error_quark ())
GQuark                 muster_opening_error_quark        (void);

typedef struct _MusterOpening MusterOpening;

MusterOpening         *muster_opening_new_from_json      (JsonNode *node, GError **error);
/* First line = title, rest = description; criteria proposed from it (UTF-8 text). */
MusterOpening         *muster_opening_new_from_text      (const char *text, GError **error);
/* A file's content: JSON when it begins with {, else text. */
MusterOpening         *muster_opening_new_from_bytes     (GBytes *bytes, GError **error);
MusterOpening         *muster_opening_ref                (MusterOpening *self);
void                   muster_opening_unref              (MusterOpening *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterOpening, muster_opening_unref)

const char            *muster_opening_get_title          (const MusterOpening *self);
const char            *muster_opening_get_description    (const MusterOpening *self);
const char            *muster_opening_get_field          (const MusterOpening *self); /* nullable */
guint                  muster_opening_get_n_criteria     (const MusterOpening *self);
const MusterCriterion *muster_opening_get_criterion      (const MusterOpening *self, guint index);
/* 0..100; match weight = 100 - this */
double                 muster_opening_get_rules_weight   (const MusterOpening *self);
/* criteria made from text, not yet confirmed */
gboolean               muster_opening_is_proposed        (const MusterOpening *self);
JsonNode              *muster_opening_to_json            (const MusterOpening *self);
const char            *muster_criterion_kind_name        (MusterCriterionKind kind);

G_END_DECLS
