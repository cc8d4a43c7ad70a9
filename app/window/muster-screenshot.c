/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches the frames of the window and waits for a row of them in which nothing was being read any more; then
 * draws the window once more through its own renderer. Import of the samples counts as reading, so the wait
 * can be long; it ends with an error, not never. */

#include "muster-screenshot.h"

#include <glib/gi18n-lib.h>

#define QUIET_FRAMES 12 /* revealers and spinners come to rest meanwhile */
#define MAX_WAIT_SECONDS 600

typedef struct
{
  char                *path;
  MusterScreenshotFunc done;
  gpointer             user_data;
  gint64               started_usec;
  guint                n_quiet;
} Wait;

static void
wait_free (gpointer data)
{
  Wait *wait = data;

  g_free (wait->path);
  g_free (wait);
}

static gboolean
save (GtkWidget *widget, const char *path, GError **error)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    texture = gsk_renderer_render_texture (
        gtk_native_get_renderer (GTK_NATIVE (widget)), node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (texture != NULL && gdk_texture_save_to_png (texture, path))
    return TRUE;

  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_FAILED,
               _ ("The picture could not be written to %s. Is the folder there, and may you write in it?"),
               path);

  return FALSE;
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Wait *wait = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_late = g_get_monotonic_time () - wait->started_usec > MAX_WAIT_SECONDS * G_USEC_PER_SEC;

  gtk_widget_queue_draw (widget);
  wait->n_quiet = muster_window_is_busy (MUSTER_WINDOW (widget)) ? 0 : wait->n_quiet + 1;
  if (wait->n_quiet < QUIET_FRAMES && !is_late)
    return G_SOURCE_CONTINUE;

  if (is_late)
    g_set_error_literal (
        &error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, _ ("The window was still reading after ten minutes."));
  else
    save (widget, wait->path, &error);
  wait->done (error, wait->user_data);

  return G_SOURCE_REMOVE;
}

/** muster_screenshot_take: @window: presented already. */
void
muster_screenshot_take (MusterWindow *window, const char *path, MusterScreenshotFunc done, gpointer user_data)
{
  Wait *wait = g_new0 (Wait, 1);

  wait->path = g_strdup (path);
  wait->done = done;
  wait->user_data = user_data;
  wait->started_usec = g_get_monotonic_time ();
  gtk_widget_add_tick_callback (GTK_WIDGET (window), frame_cb, wait, wait_free);
}
