/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The test files, drawn and written. */

#include "drawn-paper.h"

#include <cairo-pdf.h>
#include <string.h>

#define WIDTH_PT 595
#define HEIGHT_PT 842

static cairo_status_t
append (void *closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

void
drawn_texts (cairo_t *cr, const DrawnText *texts, guint n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    {
      cairo_select_font_face (cr,
                              "DejaVu Sans",
                              CAIRO_FONT_SLANT_NORMAL,
                              texts[i].is_bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
      cairo_set_font_size (cr, texts[i].size_pt);
      cairo_set_source_rgb (cr, texts[i].grey, texts[i].grey, texts[i].grey);
      cairo_move_to (cr, texts[i].x, texts[i].baseline);
      cairo_show_text (cr, texts[i].text);
    }
}

GBytes *
drawn_paper_new (
    const DrawnText *texts, guint n_texts, DrawnPaperFunc before, DrawnPaperFunc after, gconstpointer data)
{
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, WIDTH_PT, HEIGHT_PT);
  cairo_t         *cr = cairo_create (surface);

  if (before != NULL)
    before (cr, data);
  drawn_texts (cr, texts, n_texts);
  if (after != NULL)
    after (cr, data);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
written_paper_new (const char *const *objects)
{
  GString *file = g_string_new ("%PDF-1.5\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize xref;

  for (guint i = 0; objects[i] != NULL; i++)
    {
      g_array_append_val (offsets, file->len);
      g_string_append_printf (file, "%u 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }
  xref = file->len;
  g_string_append_printf (file, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (file, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index (offsets, gsize, i));
  g_string_append_printf (file,
                          "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          offsets->len + 1,
                          xref);

  return g_string_free_to_bytes (file);
}

MusterSource *
open_paper (GBytes *bytes)
{
  static MusterReaderJob job;
  g_autoptr (GError) error = NULL;
  MusterSource *source;

  muster_reader_job_init (&job);
  source = muster_source_open (bytes, &job, &error);
  g_assert_no_error (error);
  g_assert_nonnull (source);

  return source;
}

static const MusterWord *
find_in (const MusterWord *words, guint n_words, const char *text)
{
  for (guint i = 0; i < n_words; i++)
    if (strcmp (words[i].text, text) == 0)
      return &words[i];

  return NULL;
}

const MusterWord *
find_word (const MusterPage *page, const char *text)
{
  guint             n;
  const MusterWord *words = muster_page_get_words (page, &n);

  return find_in (words, n, text);
}

const MusterWord *
find_hidden (const MusterPage *page, const char *text)
{
  guint             n;
  const MusterWord *words = muster_page_get_hidden_words (page, &n);

  return find_in (words, n, text);
}

char *
join_words (const MusterPage *page)
{
  guint             n;
  const MusterWord *words = muster_page_get_words (page, &n);
  GString          *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? " " : "", words[i].text);

  return g_string_free (all, FALSE);
}
