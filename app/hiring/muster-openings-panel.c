/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list view with one opening chosen: those that are open, a heading and those that are closed, everyone. The choice is
 * an id, not a row: when the list is read anew it stays with the same opening, and only falls to the first one when that
 * is gone. The heading is a row of its own that cannot be chosen. Rows are places to drop files on. */

#include "muster-openings-panel.h"

#include "muster-drop-area.h"
#include "muster-empty-state.h"

#include <glib/gi18n-lib.h>

struct _MusterOpeningsPanel
{
  PanelWidget         parent_instance;
  MusterHiringDesk   *desk;
  MusterOpeningList  *openings;
  GListStore         *rows; /* MusterOpeningItem, and a GtkStringObject as heading */
  GtkSingleSelection *selection;
  gboolean            is_refilling;
  gboolean            is_asked_for; /* somebody chose, rather than the panel */

  GtkStack    *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (MusterOpeningsPanel, muster_openings_panel, PANEL_TYPE_WIDGET)

static char *
dup_closed_caption (const MusterOpeningRecord *record)
{
  g_autoptr (GDateTime) closed_at = g_date_time_new_from_unix_local (record->closed_at);
  g_autofree char *date = closed_at != NULL ? g_date_time_format (closed_at, _ ("%-e %b %Y")) : g_strdup ("");

  /* Translators: %s is a date. */
  return g_str_equal (record->closed_reason, "withdrawn") ? g_strdup_printf (_ ("Withdrawn %s"), date)
                                                          : g_strdup_printf (_ ("Filled %s"), date);
}

static char *
dup_caption (const MusterOpeningRecord *record)
{
  g_autofree char *news = NULL;

  if (record->id == 0)
    return g_strdup (_ ("With or without an opening"));
  if (record->closed_at != 0)
    return dup_closed_caption (record);

  if (record->n_new > 0)
    news = g_strdup_printf (ngettext ("%u new", "%u new", record->n_new), record->n_new);
  if (record->field == NULL || *record->field == '\0')
    return news != NULL ? g_steal_pointer (&news) : g_strdup (_ ("Nobody new"));

  return news != NULL ? g_strdup_printf ("%s · %s", record->field, news) : g_strdup (record->field);
}

static void
selected_cb (MusterOpeningsPanel *self)
{
  MusterOpeningItem *item = gtk_single_selection_get_selected_item (self->selection);

  /* The selection model tells of a refill only after it: what it then says is what the panel chose itself. */
  if (self->is_refilling || item == NULL || !MUSTER_IS_OPENING_ITEM (item)
      || muster_opening_item_get_record (item)->id == muster_hiring_desk_get_opening_id (self->desk))
    return;

  self->is_asked_for = TRUE;
  muster_hiring_desk_set_opening_id (self->desk, muster_opening_item_get_record (item)->id);
}

static guint
find_row (MusterOpeningsPanel *self, gint64 opening_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (MUSTER_IS_OPENING_ITEM (row)
          && muster_opening_item_get_record (MUSTER_OPENING_ITEM (row))->id == opening_id)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* Stays with the chosen opening; goes to the first one when that is gone, or when nobody has chosen yet. */
static void
select_chosen (MusterOpeningsPanel *self)
{
  guint position = find_row (self, muster_hiring_desk_get_opening_id (self->desk));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0)
    return;
  if (position == GTK_INVALID_LIST_POSITION && self->is_asked_for && !muster_opening_list_is_loaded (self->openings))
    return; /* a new one: the list is being read that will have it */
  if (position == GTK_INVALID_LIST_POSITION || !self->is_asked_for)
    {
      g_autoptr (GObject) first = g_list_model_get_item (G_LIST_MODEL (self->rows), 0);
      g_autoptr (GObject) second = g_list_model_get_item (G_LIST_MODEL (self->rows), 1);

      position = MUSTER_IS_OPENING_ITEM (first) ? 0 : 1;
      muster_hiring_desk_set_opening_id (
          self->desk,
          muster_opening_item_get_record (MUSTER_OPENING_ITEM (position == 0 ? first : second))->id);
    }

  gtk_single_selection_set_selected (self->selection, position);
}

/* The selection model clears itself before it hears of the new items: what it says meanwhile is not a
 * person's choice. */
static void
refilled_cb (MusterOpeningsPanel *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  self->is_refilling = TRUE;
  select_chosen (self);
  self->is_refilling = FALSE;
  if (n_items > 0)
    gtk_stack_set_visible_child_name (self->stack, n_items > 1 ? "list" : "empty");
}

static void
muster_openings_panel_dispose (GObject *object)
{
  MusterOpeningsPanel *self = MUSTER_OPENINGS_PANEL (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->openings);
  g_clear_object (&self->desk);
  panel_widget_set_child (PANEL_WIDGET (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_OPENINGS_PANEL);

  G_OBJECT_CLASS (muster_openings_panel_parent_class)->dispose (object);
}

static void
muster_openings_panel_class_init (MusterOpeningsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_openings_panel_dispose;

  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-openings-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningsPanel, list);
}

static void
setup_row_cb (MusterOpeningsPanel *self, GtkListItem *item)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/org/musterhr/Muster/ui/muster-opening-row.ui");

  gtk_list_item_set_child (item, GTK_WIDGET (gtk_builder_get_object (builder, "row")));
}

/* A row of the list view, around what the list item shows. */
static GtkWidget *
get_frame (GtkListItem *list_item)
{
  return gtk_widget_get_parent (gtk_list_item_get_child (list_item));
}

/* The row's labels in the order of muster-opening-row.ui: title over caption, then count. */
static void
bind_opening (GtkListItem *list_item, const MusterOpeningRecord *record)
{
  GtkWidget                 *texts = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget                 *title = gtk_widget_get_first_child (texts);
  g_autofree char           *caption = dup_caption (record);
  g_autofree char           *count = g_strdup_printf ("%u", record->n_candidates);

  gtk_list_item_set_selectable (list_item, TRUE);
  gtk_list_item_set_activatable (list_item, TRUE);
  gtk_widget_remove_css_class (get_frame (list_item), "list-heading");
  muster_drop_area_set_place (get_frame (list_item), record->closed_at == 0 ? record->id : -1);
  gtk_widget_remove_css_class (title, "section");
  gtk_widget_set_visible (gtk_widget_get_next_sibling (title), TRUE);
  gtk_label_set_text (GTK_LABEL (title), record->title);
  gtk_widget_set_tooltip_text (title, record->title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), caption);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (texts)), count);
}

static void
bind_heading (GtkListItem *list_item, GtkStringObject *heading)
{
  GtkWidget *texts = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *title = gtk_widget_get_first_child (texts);

  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_widget_add_css_class (get_frame (list_item), "list-heading");
  muster_drop_area_set_place (get_frame (list_item), -1);
  gtk_widget_add_css_class (title, "section");
  gtk_label_set_text (GTK_LABEL (title), gtk_string_object_get_string (heading));
  gtk_widget_set_tooltip_text (title, NULL);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (title), FALSE);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (texts)), "");
}

static void
bind_row_cb (MusterOpeningsPanel *self, GtkListItem *list_item)
{
  GObject *item = gtk_list_item_get_item (list_item);

  if (GTK_IS_STRING_OBJECT (item))
    bind_heading (list_item, GTK_STRING_OBJECT (item));
  else
    bind_opening (list_item, muster_opening_item_get_record (MUSTER_OPENING_ITEM (item)));
}

static void
muster_openings_panel_init (MusterOpeningsPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
}

/* In one change, so that nothing is missing on the way. */
static void
fill_rows (MusterOpeningsPanel *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) closed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GObject) everyone = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->openings)); i++)
    {
      MusterOpeningItem         *item = g_list_model_get_item (G_LIST_MODEL (self->openings), i);
      const MusterOpeningRecord *record = muster_opening_item_get_record (item);

      if (record->id == 0)
        everyone = G_OBJECT (item);
      else
        g_ptr_array_add (record->closed_at != 0 ? closed : rows, item);
    }
  if (closed->len > 0)
    g_ptr_array_add (rows, gtk_string_object_new (_ ("Closed")));
  for (guint i = 0; i < closed->len; i++)
    g_ptr_array_add (rows, g_object_ref (g_ptr_array_index (closed, i)));
  if (everyone != NULL)
    g_ptr_array_add (rows, g_steal_pointer (&everyone));

  g_list_store_splice (
      self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
}

static void
show_list (MusterOpeningsPanel *self)
{
  MusterOpeningList *openings = muster_hiring_desk_get_openings (self->desk);

  if (self->openings != NULL && self->openings != openings)
    g_signal_handlers_disconnect_by_func (self->openings, fill_rows, self);
  if (!g_set_object (&self->openings, openings))
    return;

  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  if (openings == NULL)
    {
      gtk_list_view_set_model (self->list, NULL);
      return;
    }

  self->rows = g_list_store_new (G_TYPE_OBJECT);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (
      self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->selection, "items-changed", G_CALLBACK (refilled_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (openings, "items-changed", G_CALLBACK (fill_rows), self, G_CONNECT_SWAPPED);
  fill_rows (self);
  refilled_cb (self);
}

/* Somebody else chose: kept until the opening is in the list, when it is not yet. */
static void
follow_desk (MusterOpeningsPanel *self)
{
  MusterOpeningItem *item
      = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
  gint64 opening_id = muster_hiring_desk_get_opening_id (self->desk);

  if (self->is_refilling || opening_id < 0
      || (MUSTER_IS_OPENING_ITEM (item) && muster_opening_item_get_record (item)->id == opening_id))
    return;

  self->is_asked_for = TRUE;
  if (self->openings != NULL && muster_opening_list_find (self->openings, opening_id) != G_MAXUINT)
    select_chosen (self);
}

/** muster_openings_panel_set_desk: @desk: whose openings are shown, and who is told which one is chosen. Once. */
void
muster_openings_panel_set_desk (MusterOpeningsPanel *self, MusterHiringDesk *desk)
{
  g_return_if_fail (MUSTER_IS_OPENINGS_PANEL (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::library", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::opening-id", G_CALLBACK (follow_desk), self, G_CONNECT_SWAPPED);
  show_list (self);
}
