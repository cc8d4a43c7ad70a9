/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches the frames of the window and waits for a row of them in which nothing was being read any more; then
 * draws the window once more through its own renderer. Import of the samples counts as reading, so the wait
 * can be long; it ends with an error, not never. */

#include "muster-screenshot.h"

#include <glib/gi18n-lib.h>

#define QUIET_FRAMES 30 /* revealers and spinners come to rest meanwhile */
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
save (GtkWidget *widget, GskRenderNode *node, const char *path, GError **error)
{
  const graphene_rect_t whole
      = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  g_autoptr (GdkTexture) texture
      = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node, &whole);

  if (gdk_texture_save_to_png (texture, path))
    return TRUE;

  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_FAILED,
               _ ("The picture could not be written to %s. Is the folder there, and may you write in it?"),
               path);

  return FALSE;
}

/* (transfer full) (nullable): what the window drew last; NULL when it is about to be drawn anew. */
static GskRenderNode *
dup_drawing (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Wait *wait = user_data;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GError) error = NULL;

  wait->n_quiet = muster_window_is_busy (MUSTER_WINDOW (widget)) ? 0 : wait->n_quiet + 1;
  if (wait->n_quiet >= QUIET_FRAMES)
    node = dup_drawing (widget);

  if (node != NULL)
    save (widget, node, wait->path, &error);
  else if (g_get_monotonic_time () - wait->started_usec > MAX_WAIT_SECONDS * G_USEC_PER_SEC)
    g_set_error_literal (
        &error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, _ ("The window was still reading after ten minutes."));
  else
    return G_SOURCE_CONTINUE;

  wait->done (error, wait->user_data);

  return G_SOURCE_REMOVE;
}

/* A screen without a desktop has no settings: the picture then takes those of GNOME, which the style is made
 * for. */
static void
take_desktop_settings (GtkWidget *widget)
{
  g_object_set (gtk_widget_get_settings (widget),
                "gtk-font-name",
                "Cantarell 11",
                "gtk-decoration-layout",
                ":close",
                "gtk-enable-animations",
                FALSE,
                NULL);
}

/** muster_screenshot_take: @window: presented already. */
void
muster_screenshot_take (MusterWindow *window, const char *path, MusterScreenshotFunc done, gpointer user_data)
{
  Wait *wait = g_new0 (Wait, 1);

  take_desktop_settings (GTK_WIDGET (window));

  wait->path = g_strdup (path);
  wait->done = done;
  wait->user_data = user_data;
  wait->started_usec = g_get_monotonic_time ();
  gtk_widget_add_tick_callback (GTK_WIDGET (window), frame_cb, wait, wait_free);
}
