/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the panels of hiring look at together: the library, the opening, the person, the value of the profile that is
 * pointed at. Panels set it and follow it, so that none of them has to know another. Main loop only. */
#pragma once

#include "muster-candidate-list.h"
#include "muster-opening-list.h"

G_BEGIN_DECLS

/* Properties: library (MusterLibrary, nullable), opening-id (x): 0 everybody, -1 nothing chosen yet.
 * Signals:
 *   "opening-changed" (): another one, or the same one's record was read anew;
 *   "person-changed" (): likewise; what is pointed at is then nothing;
 *   "chosen-changed" (): which people several at once are chosen for comparing or deciding;
 *   "pointed" (): at another value of the profile;
 *   "choose-person" (x candidate): somebody pointed at a person elsewhere than in the table;
 *   "news-wanted" (): a person decided something and wants to see it, even under the pointer;
 *   "open-person" (x candidate, x opening, x document, u page): somebody wants to see this page; document and page 0:
 *     the first. */
#define MUSTER_TYPE_HIRING_DESK (muster_hiring_desk_get_type ())
G_DECLARE_FINAL_TYPE (MusterHiringDesk, muster_hiring_desk, MUSTER, HIRING_DESK, GObject)

MusterHiringDesk            *muster_hiring_desk_new            (void);

void                         muster_hiring_desk_set_library    (MusterHiringDesk *self, MusterLibrary *library);
MusterLibrary               *muster_hiring_desk_get_library    (MusterHiringDesk *self); /* (nullable) */
MusterOpeningList           *muster_hiring_desk_get_openings   (MusterHiringDesk *self); /* (nullable) */
gboolean                     muster_hiring_desk_can_write      (MusterHiringDesk *self);

void                         muster_hiring_desk_set_opening_id (MusterHiringDesk *self, gint64 opening_id);
gint64                       muster_hiring_desk_get_opening_id (MusterHiringDesk *self);
/* (nullable) (transfer none): until the next "opening-changed" */
const MusterOpeningRecord   *muster_hiring_desk_get_opening    (MusterHiringDesk *self);

/* @person (nullable): a row of a list, or one that follows a person by itself */
void                         muster_hiring_desk_set_person     (MusterHiringDesk *self, MusterCandidateRow *person);
MusterCandidateRow          *muster_hiring_desk_get_row        (MusterHiringDesk *self);
/* (nullable) (transfer none): until the next "person-changed" */
const MusterCandidateRecord *muster_hiring_desk_get_person     (MusterHiringDesk *self);

/* Asks the table to choose and show this person of its opening. */
void                         muster_hiring_desk_choose         (MusterHiringDesk *self, gint64 candidate_id);

/* @ids: copied; one or none is the same as the person alone */
void                         muster_hiring_desk_set_chosen     (MusterHiringDesk *self, const gint64 *ids, guint n_ids);
const gint64                *muster_hiring_desk_get_chosen     (MusterHiringDesk *self, guint *n_ids);

/* @pointer (nullable): JSON pointer into the profile, "/work/0/name", or "criterion:ID" for a criterion's quote */
void                         muster_hiring_desk_point_at       (MusterHiringDesk *self, const char *pointer,
                                                                gboolean is_pinned);
const char                  *muster_hiring_desk_get_pointed    (MusterHiringDesk *self, gboolean *is_pinned);

void                         muster_hiring_desk_let_news_in    (MusterHiringDesk *self);
void                         muster_hiring_desk_open_person    (MusterHiringDesk *self, gint64 candidate_id,
                                                                gint64 opening_id, gint64 document_id, guint page);

G_END_DECLS
