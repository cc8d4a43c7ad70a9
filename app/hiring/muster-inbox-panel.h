/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of people in no opening, and people who may be here twice: filed, opened, merged or told apart. The tab
 * counts them. */
#pragma once

#include "muster-hiring-desk.h"

#include <libpanel.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_INBOX_PANEL (muster_inbox_panel_get_type ())
G_DECLARE_FINAL_TYPE (MusterInboxPanel, muster_inbox_panel, MUSTER, INBOX_PANEL, PanelWidget)

void     muster_inbox_panel_set_desk (MusterInboxPanel *self, MusterHiringDesk *desk); /* once */
gboolean muster_inbox_panel_is_busy  (MusterInboxPanel *self); /* being read */

G_END_DECLS
