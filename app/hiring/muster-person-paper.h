/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document of a person as it is shown: its pages, what was read where, what earned points, what is masked. Read in
 * one go from the library, which leaves out what may not be seen. Immutable; any thread. */
#pragma once

#include "muster-library-blind.h"
#include "muster-profile-facts.h"

G_BEGIN_DECLS

/* What a box on the page is about. A criterion's section is MUSTER_PROFILE_N_SECTIONS. */
typedef struct
{
  char                *pointer; /* of a MusterProfileFact, or "criterion:ID" */
  char                *label;   /* for people */
  MusterProfileSection section;
  guint                page;
  MusterBox            box;
  gboolean             is_uncertain;
} MusterPaperPlace;

typedef struct
{
  gint64          candidate_id;
  gint64          opening_id;
  gint64          document_id;
  GPtrArray      *documents; /* MusterDocumentRecord */
  guint           index;     /* of this one in documents */
  MusterDocument *document;
  GPtrArray      *places;    /* MusterPaperPlace, in reading order of their page */
  MusterMask     *mask;
  gboolean        is_masked;
} MusterPersonPaper;

/* @document_id: 0: the one that the profile was read from. Blocks for a few queries; for worker threads. */
MusterPersonPaper *muster_person_paper_load         (MusterLibrary *library, gint64 candidate_id, gint64 opening_id,
                                                     gint64 document_id, GError **error);
void               muster_person_paper_free         (MusterPersonPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPersonPaper, muster_person_paper_free)

guint              muster_person_paper_count_hidden (const MusterPersonPaper *self);

/* The page that a value or criterion stands on; 0: none. */
guint              muster_person_paper_find_page    (const MusterPersonPaper *self, const char *pointer);

/* The row of the places that @pointer leads into; (nullable) (transfer none). */
const char        *muster_person_paper_find_pointer (const MusterPersonPaper *self, const char *pointer);

G_END_DECLS
