/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The job is called after the program: the name of a person would stay in the printer's list. */

#include "muster-print-job.h"

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *print, gpointer user_data)
{
  MusterSheets   *sheets = user_data;
  MusterSheetSize size = { gtk_print_context_get_width (print), gtk_print_context_get_height (print), 0 };
  PangoContext   *context = gtk_print_context_create_pango_context (print);

  gtk_print_operation_set_n_pages (operation, (int) muster_sheets_lay_out (sheets, context, &size));
  g_object_unref (context);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *print, int page, gpointer user_data)
{
  muster_sheets_draw (user_data, gtk_print_context_get_cairo_context (print), (guint) page);
}

GtkPrintOperation *
muster_print_job_new (MusterSheets *sheets)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, "Muster");
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "muster-sheets", sheets, (GDestroyNotify) muster_sheets_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), sheets);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), sheets);

  return operation;
}

MusterSheetSize
muster_print_job_get_usual_size (void)
{
  GtkPaperSize   *paper = gtk_paper_size_new (NULL);
  MusterSheetSize size = { gtk_paper_size_get_width (paper, GTK_UNIT_POINTS),
                           gtk_paper_size_get_height (paper, GTK_UNIT_POINTS),
                           muster_sheet_a4.margin };

  gtk_paper_size_free (paper);

  return size;
}
