/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes everything inside it a place to drop files on. While files hover, a scrim and a card say what dropping them will
 * do; over a widget that is a place of its own, that widget is marked instead (style class "drop-place"). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties: child (GtkWidget), destination (s: where files would go, NULL: nowhere in particular).
 * Signals: "files-dropped" (GdkFileList, x place: -1: the whole area), "drop-lost" (a drop arrived without files: a sandbox
 * portal could not pass it on), "drop-refused" (nothing in it can be read). */
#define MUSTER_TYPE_DROP_AREA (muster_drop_area_get_type ())
G_DECLARE_FINAL_TYPE (MusterDropArea, muster_drop_area, MUSTER, DROP_AREA, GtkWidget)

GtkWidget  *muster_drop_area_new             (void);
GtkWidget  *muster_drop_area_get_child       (MusterDropArea *self);
void        muster_drop_area_set_child       (MusterDropArea *self, GtkWidget *child);
const char *muster_drop_area_get_destination (MusterDropArea *self);
void        muster_drop_area_set_destination (MusterDropArea *self, const char *destination);

/* Files that are let go over @widget, inside an area, go to @place; -1: it is no place of its own any more. */
void        muster_drop_area_set_place       (GtkWidget *widget, gint64 place);

G_END_DECLS
