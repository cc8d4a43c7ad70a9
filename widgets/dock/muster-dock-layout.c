/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record of where the panels stand: GVariant text, so that it can be read by a person, with its version in front.
 * libpanel counts columns and rows only while frames exist, so frames are made as the record asks for them. */

#include "muster-dock-private.h"

#define LAYOUT_VERSION 1

/* version, panels (id, area, column, row, depth, size in pixels or -1, in front), widths of start and end, height of
 * the bottom, whether each of the three is shown */
#define LAYOUT_TYPE "(ua(ssuuuib)(iii)(bbb))"

#define MAX_FRAMES 16

typedef struct
{
  const char    *id;
  MusterDockArea area;
  guint          column;
  guint          row;
  guint          depth;
  int            size;
  gboolean       is_front;
} Place;

static const char *size_properties[] = { "start-width", "end-width", "bottom-height" };

static void
add_panel (MusterDock *self, GVariantBuilder *builder, MusterDockEntry *entry)
{
  const char *id = panel_widget_get_id (entry->panel);
  GtkWidget  *frame = gtk_widget_get_ancestor (GTK_WIDGET (entry->panel), PANEL_TYPE_FRAME);
  g_autoptr (PanelPosition) position = frame != NULL ? panel_widget_get_position (entry->panel) : NULL;
  guint column, row, depth;

  if (position == NULL || !entry->is_kept)
    return;

  column = panel_position_get_column_set (position) ? panel_position_get_column (position) : 0;
  row = panel_position_get_row_set (position) ? panel_position_get_row (position) : 0;
  depth = panel_position_get_depth_set (position) ? panel_position_get_depth (position) : 0;
  /* At the bottom libpanel counts frames by column; the dock counts them by row at every edge. */
  if (muster_dock_get_area (self, id) != MUSTER_DOCK_CENTRE)
    {
      row = MAX (row, column);
      column = 0;
    }
  g_variant_builder_add (builder, "(ssuuuib)", id, muster_dock_area_name (muster_dock_get_area (self, id)), column,
                         row, depth, panel_frame_get_requested_size (PANEL_FRAME (frame)),
                         panel_frame_get_visible_child (PANEL_FRAME (frame)) == entry->panel);
}

/** muster_dock_dup_layout: Returns: (transfer full): for muster_dock_set_layout(). Panels that are not kept (the page
 * of a person) are not in it. */
char *
muster_dock_dup_layout (MusterDock *self)
{
  g_autoptr (GVariant) layout = NULL;
  GVariantBuilder      panels;
  int                  sizes[3];

  g_return_val_if_fail (MUSTER_IS_DOCK (self), NULL);

  g_variant_builder_init (&panels, G_VARIANT_TYPE ("a(ssuuuib)"));
  for (guint i = 0; i < self->entries->len; i++)
    add_panel (self, &panels, g_ptr_array_index (self->entries, i));
  for (guint i = 0; i < G_N_ELEMENTS (size_properties); i++)
    g_object_get (self, size_properties[i], &sizes[i], NULL);
  layout = g_variant_ref_sink (g_variant_new ("(u@a(ssuuuib)(iii)(bbb))", LAYOUT_VERSION,
                                              g_variant_builder_end (&panels), sizes[0], sizes[1], sizes[2],
                                              muster_dock_get_revealed (self, MUSTER_DOCK_START),
                                              muster_dock_get_revealed (self, MUSTER_DOCK_END),
                                              muster_dock_get_revealed (self, MUSTER_DOCK_BOTTOM)));

  return g_variant_print (layout, FALSE);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  if (left->area != right->area)
    return left->area < right->area ? -1 : 1;
  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;

  return left->depth < right->depth ? -1 : left->depth > right->depth;
}

/* FALSE for a panel that nobody knows, or a place that no person made. */
static gboolean
read_place (MusterDock *self, GVariantIter *iter, Place *place, gboolean *is_known)
{
  const char *area;

  if (!g_variant_iter_next (iter, "(&s&suuuib)", &place->id, &area, &place->column, &place->row, &place->depth,
                            &place->size, &place->is_front))
    return FALSE;

  *is_known = muster_dock_find (self, place->id) != NULL && muster_dock_area_from_name (area, &place->area)
              && place->column < MAX_FRAMES && place->row < MAX_FRAMES;

  return TRUE;
}

static GArray *
read_places (MusterDock *self, GVariant *panels)
{
  GArray      *places = g_array_new (FALSE, FALSE, sizeof (Place));
  GVariantIter iter;
  Place        place;
  gboolean     is_known;

  g_variant_iter_init (&iter, panels);
  while (read_place (self, &iter, &place, &is_known))
    if (is_known)
      g_array_append_val (places, place);
  g_array_sort (places, compare_places);

  return places;
}

static void
take_all_out (MusterDock *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      MusterDockEntry *entry = g_ptr_array_index (self->entries, i);

      entry->last = muster_dock_get_area (self, panel_widget_get_id (entry->panel));
      muster_dock_take_out (self, entry->panel);
    }
  muster_dock_tidy (self);
}

static void
put_places (MusterDock *self, GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      PanelFrame  *frame = muster_dock_ensure_frame (self, place->area, place->column, place->row);

      muster_dock_put (self, frame, muster_dock_find (self, place->id)->panel);
      if (place->size > 0)
        panel_frame_set_requested_size (frame, place->size);
    }
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->is_front)
        panel_widget_raise (muster_dock_find (self, place->id)->panel);
    }
}

/* What is not in the record because it comes and goes stays open. */
static void
put_unkept (MusterDock *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      MusterDockEntry *entry = g_ptr_array_index (self->entries, i);

      if (!entry->is_kept)
        muster_dock_put (self, muster_dock_ensure_frame (self, entry->last, 0, 0), entry->panel);
    }
}

gboolean
muster_dock_set_layout (MusterDock *self, const char *text)
{
  g_autoptr (GVariant) layout = NULL;
  g_autoptr (GVariant) panels = NULL;
  g_autoptr (GArray)   places = NULL;
  guint                version;
  int                  sizes[3];
  gboolean             is_shown[3];

  g_return_val_if_fail (MUSTER_IS_DOCK (self) && text != NULL, FALSE);

  layout = g_variant_parse (G_VARIANT_TYPE (LAYOUT_TYPE), text, NULL, NULL, NULL);
  if (layout == NULL)
    return FALSE;
  g_variant_get (layout, "(u@a(ssuuuib)(iii)(bbb))", &version, &panels, &sizes[0], &sizes[1], &sizes[2], &is_shown[0],
                 &is_shown[1], &is_shown[2]);
  places = read_places (self, panels);
  if (version != LAYOUT_VERSION || places->len == 0)
    return FALSE;

  self->is_laying_out = TRUE;
  take_all_out (self);
  put_places (self, places);
  put_unkept (self);
  for (guint i = 0; i < 3; i++)
    {
      MusterDockArea edge = MUSTER_DOCK_START + i;

      if (sizes[i] > 0)
        g_object_set (self, size_properties[i], sizes[i], NULL);
      muster_dock_set_revealed (self, edge, is_shown[i] && !muster_dock_is_empty (self, edge));
    }
  muster_dock_tidy (self);
  self->is_laying_out = FALSE;
  muster_dock_layout_changed (self);

  return TRUE;
}

/** muster_dock_reset: Every panel that is kept back to where it was added, in that order, the first of each place in
 * front. Sizes and which edges show are for the caller to set. */
void
muster_dock_reset (MusterDock *self)
{
  gboolean has_front[MUSTER_DOCK_N_AREAS] = { FALSE };

  g_return_if_fail (MUSTER_IS_DOCK (self));

  self->is_laying_out = TRUE;
  take_all_out (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      MusterDockEntry *entry = g_ptr_array_index (self->entries, i);

      muster_dock_put (self, muster_dock_ensure_frame (self, entry->home, 0, 0), entry->panel);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      MusterDockEntry *entry = g_ptr_array_index (self->entries, i);

      if (!has_front[entry->home])
        panel_widget_raise (entry->panel);
      has_front[entry->home] = TRUE;
    }
  muster_dock_tidy (self);
  self->is_laying_out = FALSE;
  muster_dock_layout_changed (self);
}
