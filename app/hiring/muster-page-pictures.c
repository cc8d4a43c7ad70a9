/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One reader at a time: what is looked at first, then the page after and the page before. A drawing that
 * nobody wants any more is cancelled; a failure stays until another resolution is asked for. */

#include "muster-page-pictures.h"

#include "muster-library-pages.h"

#include <math.h>

#define N_KEPT 8

typedef struct
{
  gint64      document_id;
  guint       page;
  double      dpi;
  GdkTexture *texture; /* (nullable) */
  GError     *failure; /* (nullable) */
} Picture;

struct _MusterPagePictures
{
  GObject        parent_instance;
  MusterLibrary *library;
  GQueue         pictures;    /* Picture, last used first */
  GCancellable  *cancellable; /* of the drawing under way, NULL: none */
  Picture        drawing;     /* what is under way: no texture, no failure */
  gint64         document_id; /* what is wanted; 0: nothing */
  guint          page;
  guint          n_pages;
  double         dpi;
};

static guint changed;

G_DEFINE_FINAL_TYPE (MusterPagePictures, muster_page_pictures, G_TYPE_OBJECT)

static void draw_next (MusterPagePictures *self);

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_clear_object (&picture->texture);
  g_clear_error (&picture->failure);
  g_free (picture);
}

static Picture *
find_picture (MusterPagePictures *self, gint64 document_id, guint page)
{
  for (GList *link = self->pictures.head; link != NULL; link = link->next)
    {
      Picture *picture = link->data;

      if (picture->document_id == document_id && picture->page == page)
        return picture;
    }

  return NULL;
}

/* (transfer full): the picture, taken out of the queue; a new one when there is none. */
static Picture *
take_picture (MusterPagePictures *self, gint64 document_id, guint page)
{
  Picture *picture = find_picture (self, document_id, page);

  if (picture != NULL)
    {
      g_queue_remove (&self->pictures, picture);
      return picture;
    }

  picture = g_new0 (Picture, 1);
  picture->document_id = document_id;
  picture->page = page;

  return picture;
}

/* Cairo's RGB24 leaves the fourth byte open; a texture wants it full. */
static GdkTexture *
make_texture (const MusterPagePicture *picture)
{
  gsize         length;
  const guint8 *rows = g_bytes_get_data (picture->pixels, &length);
  guint32      *pixels = g_memdup2 (rows, length);
  g_autoptr (GBytes) opaque = NULL;

  for (gsize i = 0; i < length / sizeof *pixels; i++)
    pixels[i] |= 0xff000000u;
  opaque = g_bytes_new_take (pixels, length);

  return gdk_memory_texture_new (
      (int) picture->width, (int) picture->height, GDK_MEMORY_DEFAULT, opaque, picture->stride);
}

static void
keep (MusterPagePictures *self, const Picture *drawn, GdkTexture *texture, GError *failure)
{
  Picture *picture = take_picture (self, drawn->document_id, drawn->page);

  picture->dpi = drawn->dpi;
  g_clear_object (&picture->texture);
  g_clear_error (&picture->failure);
  picture->texture = texture;
  picture->failure = failure;
  g_queue_push_head (&self->pictures, picture);
  while (g_queue_get_length (&self->pictures) > N_KEPT)
    picture_free (g_queue_pop_tail (&self->pictures));
  g_signal_emit (self, changed, 0, drawn->document_id, drawn->page);
}

static void
drawn_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterPagePictures) self = user_data;
  Picture drawn = self->drawing;
  GError *error = NULL;
  g_autoptr (MusterPagePicture) picture
      = muster_library_draw_page_finish (MUSTER_LIBRARY (object), result, &error);

  g_clear_object (&self->cancellable);
  if (picture != NULL)
    keep (self, &drawn, make_texture (picture), NULL);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
           || g_error_matches (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CANCELLED))
    g_clear_error (&error);
  else
    keep (self, &drawn, NULL, error);
  draw_next (self);
}

static gboolean
is_sharp (const Picture *picture, double dpi)
{
  return picture != NULL && fabs (picture->dpi - dpi) < .5;
}

/* Returns: the next page that should be drawn; 0: none. */
static guint
choose_page (MusterPagePictures *self)
{
  const guint wanted[] = { self->page, self->page + 1, self->page - 1 };

  for (guint i = 0; self->document_id != 0 && i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i] >= 1 && wanted[i] <= self->n_pages
        && !is_sharp (find_picture (self, self->document_id, wanted[i]), self->dpi))
      return wanted[i];

  return 0;
}

static void
draw_next (MusterPagePictures *self)
{
  guint page = choose_page (self);

  if (self->cancellable != NULL || page == 0)
    return;

  self->drawing = (Picture){ .document_id = self->document_id, .page = page, .dpi = self->dpi };
  self->cancellable = g_cancellable_new ();
  muster_library_draw_page_async (
      self->library, self->document_id, page, self->dpi, self->cancellable, drawn_cb, g_object_ref (self));
}

static void
muster_page_pictures_dispose (GObject *object)
{
  MusterPagePictures *self = MUSTER_PAGE_PICTURES (object);

  g_clear_object (&self->library);
  g_queue_clear_full (&self->pictures, picture_free);

  G_OBJECT_CLASS (muster_page_pictures_parent_class)->dispose (object);
}

static void
muster_page_pictures_class_init (MusterPagePicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_page_pictures_dispose;
  changed = g_signal_new ("changed",
                          MUSTER_TYPE_PAGE_PICTURES,
                          G_SIGNAL_RUN_LAST,
                          0,
                          NULL,
                          NULL,
                          NULL,
                          G_TYPE_NONE,
                          2,
                          G_TYPE_INT64,
                          G_TYPE_UINT);
}

static void
muster_page_pictures_init (MusterPagePictures *self)
{
  g_queue_init (&self->pictures);
}

MusterPagePictures *
muster_page_pictures_new (MusterLibrary *library)
{
  MusterPagePictures *self = g_object_new (MUSTER_TYPE_PAGE_PICTURES, NULL);

  self->library = g_object_ref (library);

  return self;
}

/** muster_page_pictures_want: @document_id: 0: nothing any more. @n_pages: of the document. */
void
muster_page_pictures_want (
    MusterPagePictures *self, gint64 document_id, guint page, guint n_pages, double dpi)
{
  gboolean is_drawing_it = self->drawing.document_id == document_id && self->drawing.page == page
                           && is_sharp (&self->drawing, dpi);

  self->document_id = document_id;
  self->page = page;
  self->n_pages = n_pages;
  self->dpi = dpi;
  if (self->cancellable != NULL && !is_drawing_it && choose_page (self) != 0)
    g_cancellable_cancel (self->cancellable);
  else if (self->cancellable != NULL && document_id == 0)
    g_cancellable_cancel (self->cancellable);
  draw_next (self);
}

GdkTexture *
muster_page_pictures_get (MusterPagePictures *self, gint64 document_id, guint page)
{
  Picture *picture = find_picture (self, document_id, page);

  return picture != NULL ? picture->texture : NULL;
}

const GError *
muster_page_pictures_get_failure (MusterPagePictures *self, gint64 document_id, guint page)
{
  Picture *picture = find_picture (self, document_id, page);

  return picture != NULL ? picture->failure : NULL;
}

void
muster_page_pictures_forget_failures (MusterPagePictures *self)
{
  for (GList *link = self->pictures.head; link != NULL; link = link->next)
    {
      Picture *picture = link->data;

      if (picture->failure != NULL)
        picture->dpi = 0;
      g_clear_error (&picture->failure);
    }
}

gboolean
muster_page_pictures_is_busy (MusterPagePictures *self)
{
  return self->cancellable != NULL;
}
