/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a handful of files is, told by their names alone, so that it can be said while they hover. Values; main loop. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint n_documents;
  guint n_pictures;
  guint n_folders;
  guint n_unusable; /* sound, video, programs, fonts */
} MusterDropSummary;

void     muster_drop_summary_init        (MusterDropSummary *self, GSList *files);
gboolean muster_drop_summary_is_usable   (const MusterDropSummary *self);
char    *muster_drop_summary_dup_title   (const MusterDropSummary *self, const char *destination); /* "Import 14 Files into Service Technician" */
char    *muster_drop_summary_dup_caption (const MusterDropSummary *self);                          /* "12 documents · 2 pictures" */

G_END_DECLS
