/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a resume says, as JSON Resume v1, every value with its evidence. No evidence, no value. Counted and immutable
 * once extracted; a correction makes a new one. Any thread may read it. */
#pragma once

#include "muster-document.h"
#include "muster-month.h"
#include "muster-value.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Everything below may be NULL where the resume does not say it; GPtrArrays are never NULL. */
typedef struct
{
  MusterValue *name; /* employer */
  MusterValue *position;
  MusterValue *location;
  MusterValue *start;
  MusterValue *end;
  MusterPeriod period;
  GPtrArray   *highlights; /* MusterValue */
} MusterWork;

typedef struct
{
  MusterValue *institution;
  MusterValue *study_type;
  MusterValue *area;
  MusterValue *score;
  MusterValue *start;
  MusterValue *end;
  MusterPeriod period;
} MusterEducation;

typedef struct
{
  MusterValue *name;     /* category, often NULL */
  GPtrArray   *keywords; /* MusterValue */
} MusterSkill;

typedef struct
{
  MusterValue *language;
  MusterValue *fluency;
} MusterLanguage;

typedef struct
{
  MusterValue *name;
  MusterValue *issuer;
  MusterValue *date;
} MusterCertificate;

typedef struct
{
  MusterValue *url;
  char        *network; /* "LinkedIn", or NULL */
  char        *username;
} MusterOnlineProfile;

typedef struct
{
  gatomicrefcount ref_count;
  MusterValue    *name;
  MusterValue    *label; /* the job title a person puts under the name */
  MusterValue    *email;
  MusterValue    *phone;
  MusterValue    *url;
  MusterValue    *city;
  MusterValue    *region;
  MusterValue    *summary;
  GPtrArray      *profiles;     /* MusterOnlineProfile */
  GPtrArray      *work;         /* MusterWork */
  GPtrArray      *education;    /* MusterEducation */
  GPtrArray      *skills;       /* MusterSkill */
  GPtrArray      *languages;    /* MusterLanguage */
  GPtrArray      *certificates; /* MusterCertificate */
} MusterProfile;

MusterProfile       *muster_profile_new          (void);
MusterProfile       *muster_profile_ref          (MusterProfile *self);
void                 muster_profile_unref        (MusterProfile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterProfile, muster_profile_unref)

MusterWork          *muster_work_new             (void);
void                 muster_work_free            (MusterWork *self);
MusterEducation     *muster_education_new        (void);
void                 muster_education_free       (MusterEducation *self);
MusterSkill         *muster_skill_new            (void);
void                 muster_skill_free           (MusterSkill *self);
MusterLanguage      *muster_language_new         (void);
MusterCertificate   *muster_certificate_new      (void);
void                 muster_certificate_free     (MusterCertificate *self);
MusterOnlineProfile *muster_online_profile_new   (void);

/* Whether nothing was read at all: such a paper belongs to nobody. */
gboolean             muster_profile_is_empty     (const MusterProfile *self);

/* Months of work, overlaps counted once, open spells up to @today. */
guint                muster_profile_work_months  (const MusterProfile *self, MusterMonth today);

/* JSON Resume v1 with meta.confidence, meta.evidence (both by JSON pointer: "/work/0/name") and meta.totalYears.
 * (transfer full) */
JsonNode            *muster_profile_to_json      (const MusterProfile *self, MusterMonth today);

/* The way back. Values without an entry in meta.evidence (put in by hand) are kept with page 0 and confidence 1. */
MusterProfile       *muster_profile_new_from_json (JsonNode *node, GError **error);

/* Calls @visit for every value with its JSON pointer, in document order. */
typedef void       (*MusterProfileVisitor)       (const char *pointer, const MusterValue *value, gpointer user_data);
void                 muster_profile_foreach      (const MusterProfile *self, MusterProfileVisitor visit,
                                                  gpointer user_data);

G_END_DECLS
