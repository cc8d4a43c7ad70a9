/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One check for all our types: every property that can be written keeps what was written, notifies once, and not again for the same value. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void muster_check_properties (GObject *object); /* those of its own class and of the interfaces it implements itself */

G_END_DECLS
