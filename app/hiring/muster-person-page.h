/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents of one person as they look, page by page, with what was read from them framed; what is pointed at here
 * is pointed at in the profile and the other way round. One panel for each opened person. Main loop only. */
#pragma once

#include "muster-hiring-desk.h"

#include <libpanel.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_PERSON_PAGE (muster_person_page_get_type ())
G_DECLARE_FINAL_TYPE (MusterPersonPage, muster_person_page, MUSTER, PERSON_PAGE, PanelWidget)

/* Its id is what muster_person_page_dup_id() says. */
MusterPersonPage *muster_person_page_new     (MusterHiringDesk *desk, gint64 candidate_id, gint64 opening_id);
char             *muster_person_page_dup_id  (gint64 candidate_id, gint64 opening_id);

/* @document_id: 0: the one that the profile was read from; @page: 0: the first, or the one that is shown. */
void              muster_person_page_show    (MusterPersonPage *self, gint64 document_id, guint page);
gboolean          muster_person_page_is_busy (MusterPersonPage *self);

G_END_DECLS
