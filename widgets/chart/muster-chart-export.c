/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Out of the program: a picture, a PDF, the numbers. The plot is drawn by the same code as on the screen; title, unit
 * line and sentence, which are labels there, are drawn around it. The cursor stays at home.
 *
 * CSV follows RFC 4180, with a byte order mark, without which spreadsheets take UTF-8 for something else. Text that a
 * spreadsheet would compute is made text with an apostrophe in front. */

#include "muster-chart-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH_PX 720
#define HEIGHT_PX 400
#define PNG_SCALE 2
#define PDF_SCALE .75 /* 96 pixels of 72 points */
#define MARGIN_PX 18
#define GAP_PX 6
#define DPI 96

/* Draws one text over the width between the margins. Returns: its height. */
static double
draw_text (const MusterPlot *plot, const char *text, MusterPlotFace face, double y, double width, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (text == NULL || *text == '\0')
    return 0;

  layout = muster_plot_create_text (plot, text, face);
  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (color != NULL)
    muster_plot_show_text (plot, layout, MARGIN_PX, y, color);

  return height;
}

/* The letters of the widget, at the size that they have without the person's enlargement. */
static PangoContext *
create_letters (MusterChart *self, cairo_t *cr)
{
  PangoContext *own = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoContext *letters = pango_cairo_create_context (cr);

  pango_context_set_font_description (letters, pango_context_get_font_description (own));
  pango_context_set_language (letters, pango_context_get_language (own));
  pango_context_set_base_dir (letters, pango_context_get_base_dir (own));
  pango_cairo_context_set_resolution (letters, DPI);

  return letters;
}

static void
draw_picture (MusterChart *self, cairo_t *cr, double width_px, double height_px)
{
  PangoContext     *letters = create_letters (self, cr);
  MusterPalette     palette;
  MusterPlot        plot;
  cairo_rectangle_t whole = { MARGIN_PX, MARGIN_PX, width_px - 2 * MARGIN_PX, 0 };
  double            sentence;
  int               cursor = self->cursor;

  muster_chart_plot_of_view (self, &plot, &palette, cr);
  plot.letters = letters;
  muster_plot_set_color (&plot, &palette.background);
  cairo_paint (cr);

  whole.y += draw_text (&plot, self->title, MUSTER_PLOT_TITLE, whole.y, whole.width, &palette.foreground);
  whole.y += draw_text (&plot, self->unit, MUSTER_PLOT_TICK, whole.y, whole.width, &palette.dim) + GAP_PX;
  sentence = draw_text (&plot, self->sentence, MUSTER_PLOT_TICK, 0, whole.width, NULL);
  whole.height = MAX (1, height_px - whole.y - MARGIN_PX - sentence - GAP_PX);
  draw_text (&plot, self->sentence, MUSTER_PLOT_TICK, height_px - MARGIN_PX - sentence, whole.width, &palette.dim);

  self->cursor = MUSTER_CHART_NOTHING;
  muster_chart_draw_plot (self, &plot, &whole);
  self->cursor = cursor;
  g_object_unref (letters);
}

/**
 * muster_chart_render:
 * @scale: pixels of the picture for one of @width_px
 *
 * Returns: (transfer full): the chart with title and sentence, @width_px times @scale wide.
 */
cairo_surface_t *
muster_chart_render (MusterChart *self, int width_px, int height_px, double scale)
{
  cairo_surface_t *surface;
  cairo_t         *cr;

  g_return_val_if_fail (MUSTER_IS_CHART (self), NULL);

  surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil (width_px * scale), (int) ceil (height_px * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  draw_picture (self, cr, width_px, height_px);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static cairo_status_t
append_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Writes all or, with the file as it was before, nothing. */
static gboolean
write_file (GFile *file, const void *data, gsize length, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char   *name = NULL;

  if (g_file_replace_contents (
          file, data, length, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &cause))
    return TRUE;

  name = g_file_get_parse_name (file);
  g_set_error (error,
               cause->domain,
               cause->code,
               _ ("The chart could not be saved to %s: %s. Choose another folder or free some space."),
               name,
               cause->message);

  return FALSE;
}

/* Takes @status of cairo, which fails only for want of memory here. */
static gboolean
write_drawing (GFile *file, GByteArray *bytes, cairo_status_t status, GError **error)
{
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_FAILED,
                   _ ("The chart could not be drawn for saving: %s."),
                   cairo_status_to_string (status));
      return FALSE;
    }

  return write_file (file, bytes->data, bytes->len, error);
}

/** muster_chart_save_png: Writes 1440 × 800 pixels in the colours that the screen has. */
gboolean
muster_chart_save_png (MusterChart *self, GFile *file, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t   status;

  g_return_val_if_fail (MUSTER_IS_CHART (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  surface = muster_chart_render (self, WIDTH_PX, HEIGHT_PX, PNG_SCALE);
  status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);

  return write_drawing (file, bytes, status, error);
}

/** muster_chart_save_pdf: Writes one page of the chart's size, with text as text. */
gboolean
muster_chart_save_pdf (MusterChart *self, GFile *file, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t   status;
  cairo_t         *cr;

  g_return_val_if_fail (MUSTER_IS_CHART (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, WIDTH_PX * PDF_SCALE, HEIGHT_PX * PDF_SCALE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title != NULL ? self->title : "");
  cr = cairo_create (surface);
  cairo_scale (cr, PDF_SCALE, PDF_SCALE);
  draw_picture (self, cr, WIDTH_PX, HEIGHT_PX);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return write_drawing (file, bytes, status, error);
}

static void
append_field (GString *csv, const char *text, gboolean is_first)
{
  g_autoptr (GString) field = g_string_new (text);

  /* What a spreadsheet takes for a formula. */
  if (*text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    g_string_prepend_c (field, '\'');
  g_string_replace (field, "\"", "\"\"", 0);
  if (!is_first)
    g_string_append_c (csv, ',');
  if (strpbrk (field->str, ",\"\r\n") != NULL)
    g_string_append_printf (csv, "\"%s\"", field->str);
  else
    g_string_append (csv, field->str);
}

/* Numbers as every program reads them; nothing where one is missing. */
static void
append_value (GString *csv, MusterSeries *series, guint column, guint row)
{
  double value = muster_series_get_value (series, column, row);
  char   number[G_ASCII_DTOSTR_BUF_SIZE];

  if (muster_series_column_has_words (series, column) && isfinite (value))
    {
      g_autofree char *word = muster_series_dup_text (series, column, row);

      append_field (csv, word, FALSE);
      return;
    }

  g_string_append_c (csv, ',');
  if (isfinite (value))
    g_string_append (csv, g_ascii_formatd (number, sizeof number, "%.10g", value));
}

static void
append_series (GString *csv, MusterSeries *series)
{
  append_field (csv, muster_series_get_label_title (series), TRUE);
  for (guint i = 0; i < muster_series_get_n_columns (series); i++)
    append_field (csv, muster_series_get_column_title (series, i), FALSE);
  g_string_append (csv, "\r\n");
  for (guint row = 0; row < muster_series_get_n_rows (series); row++)
    {
      append_field (csv, muster_series_get_label (series, row), TRUE);
      for (guint i = 0; i < muster_series_get_n_columns (series); i++)
        append_value (csv, series, i, row);
      g_string_append (csv, "\r\n");
    }
}

/** muster_chart_dup_csv: Returns: (transfer full): every series with its heading line, a blank line between them. */
char *
muster_chart_dup_csv (MusterChart *self)
{
  GString *csv;
  gsize    n_mark;

  g_return_val_if_fail (MUSTER_IS_CHART (self), NULL);

  csv = g_string_new ("\uFEFF");
  n_mark = csv->len;
  for (guint i = 0; i < self->layers->len; i++)
    {
      MusterSeries *series = muster_layer_get_series (g_ptr_array_index (self->layers, i));

      if (series == NULL)
        continue;
      if (csv->len > n_mark)
        g_string_append (csv, "\r\n");
      append_series (csv, series);
    }

  return g_string_free (csv, FALSE);
}

/** muster_chart_save_csv: Writes what muster_chart_dup_csv() gives. */
gboolean
muster_chart_save_csv (MusterChart *self, GFile *file, GError **error)
{
  g_autofree char *csv = NULL;

  g_return_val_if_fail (MUSTER_IS_CHART (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  csv = muster_chart_dup_csv (self);

  return write_file (file, csv, strlen (csv), error);
}

static void
destroy_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

/** muster_chart_copy: Puts the picture on the clipboard. */
void
muster_chart_copy (MusterChart *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  cairo_surface_t *surface;
  int              stride;

  g_return_if_fail (MUSTER_IS_CHART (self));

  surface = muster_chart_render (self, WIDTH_PX, HEIGHT_PX, PNG_SCALE);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * HEIGHT_PX * PNG_SCALE,
                                      destroy_surface,
                                      surface);
  texture = gdk_memory_texture_new (
      WIDTH_PX * PNG_SCALE, HEIGHT_PX * PNG_SCALE, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
}
