/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointer, keys and focus on the marks of a sheet. A mark that scrolls under a resting pointer is not pointed
 * at: only a pointer that moves says something. */

#include "muster-page-sheet-private.h"

static MusterPageMark *
find_mark (MusterPageSheet *self, const char *id)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; id != NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      MusterPageMark *mark = MUSTER_PAGE_MARK (child);

      if (muster_page_mark_get_kind (mark) != MUSTER_PAGE_BOX_MASKED
          && g_strcmp0 (muster_page_mark_get_id (mark), id) == 0)
        return mark;
    }

  return NULL;
}

void
muster_page_sheet_refresh_marks (MusterPageSheet *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *id = muster_page_mark_get_id (MUSTER_PAGE_MARK (child));

      muster_page_mark_set_state (MUSTER_PAGE_MARK (child),
                                  self->pointed != NULL && g_strcmp0 (id, self->pointed) == 0,
                                  self->pinned != NULL && g_strcmp0 (id, self->pinned) == 0);
    }
}

void
muster_page_sheet_reveal (MusterPageSheet *self, graphene_rect_t box_pt)
{
  self->reveal_pt = box_pt;
  self->has_reveal = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* @id may belong to a page that is shown only later: it is kept, and marks that come light up. */
void
muster_page_sheet_set_pointed (MusterPageSheet *self, const char *id, gboolean with_reveal)
{
  MusterPageMark *mark = find_mark (self, id);

  if (mark != NULL && with_reveal)
    muster_page_sheet_reveal (self, muster_page_mark_get_box_pt (mark));
  if (g_strcmp0 (self->pointed, id) == 0)
    return;

  g_free (self->pointed);
  self->pointed = g_strdup (id);
  muster_page_sheet_refresh_marks (self);
  g_object_notify (G_OBJECT (self), "pointed");
}

void
muster_page_sheet_set_pinned (MusterPageSheet *self, const char *id)
{
  if (g_strcmp0 (self->pinned, id) == 0)
    return;

  g_free (self->pinned);
  self->pinned = g_strdup (id);
  muster_page_sheet_refresh_marks (self);
  g_object_notify (G_OBJECT (self), "pinned");
}

static MusterPageMark *
pick_mark (MusterPageSheet *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (picked == NULL || !MUSTER_IS_PAGE_MARK (picked)
      || muster_page_mark_get_kind (MUSTER_PAGE_MARK (picked)) == MUSTER_PAGE_BOX_MASKED)
    return NULL;

  return MUSTER_PAGE_MARK (picked);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, MusterPageSheet *self)
{
  MusterPageMark *mark;

  if (self->has_pointer && self->pointer_px[0] == x && self->pointer_px[1] == y)
    return; /* the page moved, not the pointer */

  self->pointer_px[0] = x;
  self->pointer_px[1] = y;
  self->has_pointer = TRUE;
  mark = pick_mark (self, x, y);
  muster_page_sheet_set_pointed (self, mark != NULL ? muster_page_mark_get_id (mark) : self->pinned, FALSE);
}

static void
leave_cb (GtkEventControllerMotion *motion, MusterPageSheet *self)
{
  if (self->has_pointer)
    muster_page_sheet_set_pointed (self, self->pinned, FALSE);
  self->has_pointer = FALSE;
}

static void
toggle_pin (MusterPageSheet *self, const char *id)
{
  g_autofree char *pin = g_strdup (g_strcmp0 (self->pinned, id) == 0 ? NULL : id);

  muster_page_sheet_set_pointed (self, id, FALSE);
  muster_page_sheet_set_pinned (self, pin);
}

/* A click beside all marks takes the pin away. */
static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, MusterPageSheet *self)
{
  MusterPageMark *mark = pick_mark (self, x, y);

  if (mark == NULL)
    {
      muster_page_sheet_set_pinned (self, NULL);
      muster_page_sheet_set_pointed (self, NULL, FALSE);
      return;
    }

  toggle_pin (self, muster_page_mark_get_id (mark));
  if (gtk_widget_get_focusable (GTK_WIDGET (mark)))
    gtk_widget_grab_focus (GTK_WIDGET (mark));
}

void
muster_page_sheet_add_controllers (MusterPageSheet *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MusterPageSheet *self = MUSTER_PAGE_SHEET (widget);
  GtkWidget       *mark = gtk_widget_get_focus_child (widget);
  const char      *key = g_variant_get_string (arguments, NULL);

  if (*key == 'u' && self->pinned != NULL)
    {
      muster_page_sheet_set_pinned (self, NULL);
      muster_page_sheet_set_pointed (self, NULL, FALSE);
      return TRUE;
    }
  if (*key == 'u' || mark == NULL)
    return FALSE;

  if (*key == 'p')
    toggle_pin (self, muster_page_mark_get_id (MUSTER_PAGE_MARK (mark)));
  else
    g_signal_emit_by_name (self, "box-activated", muster_page_mark_get_id (MUSTER_PAGE_MARK (mark)));

  return TRUE;
}

/* Space pins, Enter opens, Escape takes the pin away. */
void
muster_page_sheet_bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint       key;
    const char *does;
  } keys[] = {
    { GDK_KEY_space, "pin" },         { GDK_KEY_KP_Space, "pin" },       { GDK_KEY_Return, "activate" },
    { GDK_KEY_KP_Enter, "activate" }, { GDK_KEY_ISO_Enter, "activate" }, { GDK_KEY_Escape, "unpin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, key_cb, "s", keys[i].does);
}
