/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list view with one opening chosen. The choice is an id, not a row: when the list is read anew it stays
 * with the same opening, and only falls to the first one when that is gone. */

#include "muster-openings-panel.h"

#include "muster-empty-state.h"

#include <glib/gi18n-lib.h>

struct _MusterOpeningsPanel
{
  PanelWidget         parent_instance;
  MusterHiringDesk   *desk;
  MusterOpeningList  *openings;
  GtkSingleSelection *selection;
  gboolean            is_refilling;
  gboolean            is_asked_for; /* somebody chose, rather than the panel */

  GtkStack    *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (MusterOpeningsPanel, muster_openings_panel, PANEL_TYPE_WIDGET)

static char *
dup_caption (const MusterOpeningRecord *record)
{
  if (record->id == 0)
    return g_strdup (_ ("With or without an opening"));

  return record->n_new > 0 ? g_strdup_printf (ngettext ("%u new", "%u new", record->n_new), record->n_new)
                           : g_strdup (_ ("Nobody new"));
}

static void
selected_cb (MusterOpeningsPanel *self)
{
  MusterOpeningItem *item = gtk_single_selection_get_selected_item (self->selection);

  /* The selection model tells of a refill only after it: what it then says is what the panel chose itself. */
  if (self->is_refilling || item == NULL
      || muster_opening_item_get_record (item)->id == muster_hiring_desk_get_opening_id (self->desk))
    return;

  self->is_asked_for = TRUE;
  muster_hiring_desk_set_opening_id (self->desk, muster_opening_item_get_record (item)->id);
}

/* Stays with the chosen opening; goes to the first one when that is gone, or when nobody has chosen yet. */
static void
select_chosen (MusterOpeningsPanel *self)
{
  guint position = muster_opening_list_find (self->openings, muster_hiring_desk_get_opening_id (self->desk));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->openings)) == 0)
    return;
  if (position == G_MAXUINT && self->is_asked_for && !muster_opening_list_is_loaded (self->openings))
    return; /* a new one: the list is being read that will have it */
  if (position == G_MAXUINT || !self->is_asked_for)
    {
      g_autoptr (MusterOpeningItem) first = g_list_model_get_item (G_LIST_MODEL (self->openings), 0);

      position = 0;
      muster_hiring_desk_set_opening_id (self->desk, muster_opening_item_get_record (first)->id);
    }

  gtk_single_selection_set_selected (self->selection, position);
}

/* The selection model clears itself before it hears of the new items: what it says meanwhile is not a
 * person's choice. */
static void
refilled_cb (MusterOpeningsPanel *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->openings));

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

/* The row's labels in the order of muster-opening-row.ui: title over caption, then count. */
static void
bind_row_cb (MusterOpeningsPanel *self, GtkListItem *list_item)
{
  const MusterOpeningRecord *record = muster_opening_item_get_record (gtk_list_item_get_item (list_item));
  GtkWidget                 *texts = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget                 *title = gtk_widget_get_first_child (texts);
  g_autofree char           *caption = dup_caption (record);
  g_autofree char           *count = g_strdup_printf ("%u", record->n_candidates);

  gtk_label_set_text (GTK_LABEL (title), record->title);
  gtk_widget_set_tooltip_text (title, record->title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), caption);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (texts)), count);
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

static void
show_list (MusterOpeningsPanel *self)
{
  MusterOpeningList *openings = muster_hiring_desk_get_openings (self->desk);

  if (!g_set_object (&self->openings, openings))
    return;

  g_clear_object (&self->selection);
  if (openings == NULL)
    {
      gtk_list_view_set_model (self->list, NULL);
      return;
    }

  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (openings)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (
      self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->selection, "items-changed", G_CALLBACK (refilled_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
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
      || (item != NULL && muster_opening_item_get_record (item)->id == opening_id))
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
