/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of one file: source -> words of each page -> what of them is visible -> recognition where needed -> layout.
 * Results leave through a sink as they come: first every page with the words of the file, then again those that were
 * recognised, so that a failing recognition never costs the text. A plain function without processes or sandbox; one
 * thread. */
#pragma once

#include "muster-document.h"
#include "muster-reader-message.h"
#include "muster-recogniser.h"

G_BEGIN_DECLS

/* Where results go. Each returns FALSE when nobody wants them any more; the pipeline then stops with that error. */
typedef struct
{
  gboolean (*page)        (MusterPage *page, gpointer user_data, GError **error);
  gboolean (*recognising) (guint page_number, gpointer user_data, GError **error); /* before its page comes again */
  gboolean (*picture)     (guint width, guint height, guint stride, GBytes *rgb24, gpointer user_data, GError **error);
  gpointer  user_data;
} MusterPipelineSink;

/* What is said of the file as a whole once all pages are out. */
typedef struct
{
  guint      n_pages; /* in the file, also those beyond the limit */
  char      *media_type;
  char      *language; /* BCP 47 or "" */
  guint      n_marked_hidden;
  GPtrArray *notes; /* char*: sentences for a person */
} MusterPipelineSummary;

gboolean muster_pipeline_run           (GBytes                   *bytes,
                                        const MusterReaderJob    *job,
                                        MusterRecogniser         *recogniser,
                                        const MusterPipelineSink *sink,
                                        MusterPipelineSummary    *summary,
                                        GError                  **error);
void     muster_pipeline_summary_clear (MusterPipelineSummary    *summary);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterPipelineSummary, muster_pipeline_summary_clear)

G_END_DECLS
