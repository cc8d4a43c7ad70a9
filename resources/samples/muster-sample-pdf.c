/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages to a PDF by Cairo, and a password on it by qpdf. */

#include "muster-sample.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

/* Stands in every file, so that the same pages give the same bytes. */
#define MADE_ON "2026-11-02T09:00:00Z"

static cairo_status_t
on_write (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

GBytes *
muster_sample_write_pdf (const MusterTypeset *typeset, const char *title, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (MusterPage) first = muster_typeset_dup_page (typeset, 0);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      on_write, bytes, muster_page_get_width_pt (first), muster_page_get_height_pt (first));
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, MADE_ON);
  for (guint page = 0; page < muster_typeset_get_n_pages (typeset); page++)
    {
      muster_typeset_draw_page (typeset, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_FAILED,
                   "A PDF could not be written: %s.",
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
run_qpdf (const char *from, const char *to, const char *password, GError **error)
{
  /* The static switches are for tests, which is what these files are: they make the bytes repeat. */
  const char *arguments[] = { "qpdf",
                              "--allow-weak-crypto",
                              "--static-id",
                              "--static-aes-iv",
                              "--encrypt",
                              password,
                              "orvelle-owner",
                              "128",
                              "--use-aes=y",
                              "--",
                              from,
                              to,
                              NULL };
  int         status;

  return g_spawn_sync (
             NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, error)
         && g_spawn_check_wait_status (status, error);
}

GBytes *
muster_sample_lock_pdf (GBytes *pdf, const char *password, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-samples-XXXXXX", error);
  g_autofree char *from = NULL, *to = NULL, *content = NULL;
  gsize            length;
  gboolean         is_done;

  if (folder == NULL)
    return NULL;
  from = g_build_filename (folder, "open.pdf", NULL);
  to = g_build_filename (folder, "locked.pdf", NULL);
  is_done = g_file_set_contents (from, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), error)
            && run_qpdf (from, to, password, error) && g_file_get_contents (to, &content, &length, error);
  g_unlink (from);
  g_unlink (to);
  g_rmdir (folder);

  return is_done ? g_bytes_new_take (g_steal_pointer (&content), length) : NULL;
}
