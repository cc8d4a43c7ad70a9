/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What in the papers of a person tells who they are, or to which protected group they belong: the places on the
 * pages, and any other text about the same person without it. By rules and word lists in five languages (English,
 * German, French, Spanish, Chinese); people look at what it covers, and nets are given what it leaves. Counted and
 * immutable: any thread may read it. */
#pragma once

#include "muster-profile.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_MASK_NAME,
  MUSTER_MASK_PHOTO,
  MUSTER_MASK_CONTACT,     /* mail, phone, addresses in the web, street, postcode, town of the address */
  MUSTER_MASK_BIRTH,       /* day, year, place, age */
  MUSTER_MASK_NATIONALITY, /* and ethnic group, native place */
  MUSTER_MASK_FAMILY,      /* married or not, children */
  MUSTER_MASK_GENDER,      /* said under a label, in a pronoun, a form of address or the ending of a title */
  MUSTER_MASK_NATIVE,      /* that a language is the native one; the language itself is left */
  MUSTER_MASK_BELIEF,      /* religion, party, health */
} MusterMaskKind;

/* What is put in the place of every masked run, however long it is. */
#define MUSTER_MASK_BLOCK "▒▒▒"

/* page: from 1; box: on that page, around one piece of one line; start, length: code points of
 * muster_document_get_text(), length 0 for a photo. */
typedef struct
{
  MusterMaskKind kind;
  guint          page;
  MusterBox      box;
  guint          start;
  guint          length;
} MusterMaskSpan;

typedef struct _MusterMask MusterMask;

MusterMask           *muster_mask_new           (const MusterDocument *document, const MusterProfile *profile);
/* For texts about a person, without a document. */
MusterMask           *muster_mask_new_of_person (const MusterProfile *profile, const char *language);
MusterMask           *muster_mask_new_named     (const char *name);
MusterMask           *muster_mask_ref           (MusterMask *self);
void                  muster_mask_unref         (MusterMask *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterMask, muster_mask_unref)

const MusterMaskSpan *muster_mask_get_spans     (const MusterMask *self, guint *n_spans);
gboolean              muster_mask_hides         (const MusterMask *self, guint start, guint length);
char                 *muster_mask_dup_text      (const MusterMask *self, guint start, guint length);

/* Any text about the person: a quote, a title, a reason. */
char                 *muster_mask_dup_masked    (const MusterMask *self, const char *text);
MusterDocument       *muster_mask_dup_document  (const MusterMask *self, GError **error);
MusterProfile        *muster_mask_dup_profile   (const MusterMask *self, const MusterProfile *profile);

/* A name for people and files: "photo", "gender" ... */
const char           *muster_mask_kind_name     (MusterMaskKind kind);

G_END_DECLS
