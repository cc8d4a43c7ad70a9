/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a dock frame: the title of its only panel in bold, or tabs, and the flat buttons of the one in front. */
#pragma once

#include <adwaita.h>
#include <libpanel.h>

G_BEGIN_DECLS

/* Property: frame (PanelFrame), of the interface PanelFrameHeader. */
#define MUSTER_TYPE_FRAME_HEADER (muster_frame_header_get_type ())
G_DECLARE_FINAL_TYPE (MusterFrameHeader, muster_frame_header, MUSTER, FRAME_HEADER, AdwBin)

GtkWidget *muster_frame_header_new (void);

G_END_DECLS
