/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a format gives to be a source. Each format is one file of this room with one open function here. */
#pragma once

#include "muster-source.h"

typedef struct
{
  MusterPage *(*read_page) (MusterSource *self, guint number, GError **error);
  struct Pix *(*draw_page) (MusterSource *self, guint number, double dpi, gboolean in_colour, GError **error);
  void        (*free)      (MusterSource *self);
  double      (*get_picture_share) (MusterSource *self, guint number); /* (nullable): by kind */
} MusterSourceClass;

/* Formats embed this as their first member. */
struct _MusterSource
{
  const MusterSourceClass *klass;
  MusterSourceKind         kind;
  const char              *media_type;
  guint                    n_pages;
  guint                    n_marked_hidden;
  const char              *note; /* (nullable): static */
  const MusterReaderJob   *job; /* outlives the source */
};

MusterSource *muster_pdf_source_new   (GBytes *bytes, const MusterReaderJob *job, GError **error);
MusterSource *muster_image_source_new (GBytes *bytes, const MusterReaderJob *job, GError **error);
MusterSource *muster_docx_source_new  (GBytes *bytes, const MusterReaderJob *job, GError **error);
MusterSource *muster_zip_source_new   (GBytes *bytes, const MusterReaderJob *job, GError **error);
MusterSource *muster_plain_source_new (GBytes *bytes, const MusterReaderJob *job, GError **error);
