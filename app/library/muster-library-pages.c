/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page as a picture: the bytes come out of the store, compared with their checksum, and go to a reader. */

#include "muster-library-pages.h"

#include "muster-library-private.h"

/* For trying a password: the smallest picture that is one. */
#define TRIAL_DPI 18.0

typedef struct
{
  gint64 document_id;
  guint  page;
  double dpi;
  char  *password; /* (nullable): one to be tried and kept; NULL: the one that was given before */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->password);
  g_free (order);
}

void
muster_page_picture_free (MusterPagePicture *picture)
{
  g_clear_pointer (&picture->pixels, g_bytes_unref);
  g_free (picture);
}

static void
wake_cb (GCancellable *cancellable, gpointer user_data)
{
  MusterLibrary *self = user_data;

  g_mutex_lock (&self->lock);
  g_cond_broadcast (&self->drawn);
  g_mutex_unlock (&self->lock);
}

/* FALSE: cancelled while waiting. */
static gboolean
begin_drawing (MusterLibrary *self, GCancellable *cancellable, GError **error)
{
  guint  n_at_once = muster_intake_max_readers ();
  gulong handler = 0;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (wake_cb), self, NULL);
  g_mutex_lock (&self->lock);
  while (self->n_drawing >= n_at_once && !g_cancellable_is_cancelled (cancellable))
    g_cond_wait (&self->drawn, &self->lock);
  self->n_drawing++;
  g_mutex_unlock (&self->lock);
  g_cancellable_disconnect (cancellable, handler);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
end_drawing (MusterLibrary *self)
{
  g_mutex_lock (&self->lock);
  self->n_drawing--;
  g_cond_broadcast (&self->drawn);
  g_mutex_unlock (&self->lock);
}

static MusterPagePicture *
draw (MusterLibrary *self, const Order *order, GCancellable *cancellable, GError **error)
{
  MusterStore       *store = muster_library_need_store (self, error);
  g_autoptr (GBytes) bytes = store != NULL ? muster_store_load_original (store, order->document_id, error) : NULL;
  g_autofree char   *sha256 = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  g_autofree char   *password = NULL;
  g_autoptr (GError) failure = NULL;
  MusterPagePicture  picture = { 0 };

  if (bytes == NULL)
    return NULL;
  password = order->password != NULL ? g_strdup (order->password) : muster_library_dup_password (self, sha256);
  if (muster_intake_draw_page (self->intake, bytes, password, order->page, order->dpi, &picture, cancellable, &failure))
    {
      if (order->password != NULL)
        muster_library_keep_password (self, sha256, order->password);
      return g_memdup2 (&picture, sizeof picture);
    }
  if (g_error_matches (failure, MUSTER_READ_ERROR, MUSTER_READ_ERROR_ENCRYPTED))
    g_set_error_literal (error, MUSTER_LIBRARY_ERROR, MUSTER_LIBRARY_ERROR_NEEDS_PASSWORD, failure->message);
  else if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError            *error = NULL;
  MusterPagePicture *picture = NULL;

  if (begin_drawing (source, cancellable, &error))
    picture = draw (source, data, cancellable, &error);
  end_drawing (source);
  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) muster_page_picture_free);
  else
    g_task_return_error (task, error);
}

static void
start (MusterLibrary      *self,
       const Order        *order,
       gpointer            tag,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_memdup2 (order, sizeof *order), order_free);
  g_task_run_in_thread (task, draw_in_thread);
}

void
muster_library_draw_page_async (MusterLibrary      *self,
                                gint64              document_id,
                                guint               page,
                                double              dpi,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  const Order order = { document_id, page, dpi, NULL };

  g_return_if_fail (MUSTER_IS_LIBRARY (self));

  start (self, &order, muster_library_draw_page_async, cancellable, callback, user_data);
}

MusterPagePicture *
muster_library_draw_page_finish (MusterLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
muster_library_give_password_async (MusterLibrary      *self,
                                    gint64              document_id,
                                    const char         *password,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  const Order order = { document_id, 1, TRIAL_DPI, g_strdup (password) };

  g_return_if_fail (MUSTER_IS_LIBRARY (self) && password != NULL);

  start (self, &order, muster_library_give_password_async, cancellable, callback, user_data);
}

gboolean
muster_library_give_password_finish (MusterLibrary *self, GAsyncResult *result, GError **error)
{
  g_autoptr (MusterPagePicture) picture = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  picture = g_task_propagate_pointer (G_TASK (result), error);

  return picture != NULL;
}
