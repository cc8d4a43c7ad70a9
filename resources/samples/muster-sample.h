/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What make-samples is made of: people read from their truth, pages written as the files that people send. One thread; everything that varies is seeded. */
#pragma once

#include "muster-resume-design.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a file of paper looks: drawn, then treated as a scanner, a fax or a phone would. */
typedef enum
{
  MUSTER_SAMPLE_SCAN, /* a PDF that is one grey picture a page, turned a little, with noise */
  MUSTER_SAMPLE_FAX,  /* black and white PNG with specks */
  MUSTER_SAMPLE_PHONE, /* colour JPEG of a sheet on a table */
} MusterSamplePaper;

typedef enum
{
  MUSTER_SAMPLE_WORD_HEADINGS, /* headings, dates behind a tab */
  MUSTER_SAMPLE_WORD_TABLE,    /* dates and text in a table without lines */
  MUSTER_SAMPLE_WORD_SIDEBAR,  /* a coloured cell at the left */
} MusterSampleWord;

/* (transfer full): JSON Resume, with meta.personal and meta.paragraphs of our own */
MusterResumeRecord *muster_sample_record_read   (const char *path, GError **error);

/* (transfer full): the bytes of a file */
GBytes             *muster_sample_write_pdf     (const MusterTypeset *typeset, const char *title, GError **error);
GBytes             *muster_sample_lock_pdf      (GBytes *pdf, const char *password, GError **error);
GBytes             *muster_sample_write_paper   (const MusterTypeset *typeset, MusterSamplePaper paper, guint32 seed, GError **error);
GBytes             *muster_sample_write_word    (const MusterResumeRecord *record, MusterSampleWord form, guint32 accent, GError **error);

G_END_DECLS
