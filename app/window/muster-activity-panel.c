/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree of two levels: activities, and under each its files, those that need someone first. An activity
 * whose files need someone opens by itself when it ends. What can be done about one is asked for
 * by a signal: whoever owns the window does it. */

#include "muster-activity-panel.h"

#include "muster-activity-row.h"
#include "muster-empty-state.h"
#include "muster-panel-tab.h"
#include "muster-remedy.h"

#define ACTIVITY_KEY "muster-activity"
#define HAS_OPENED_KEY "muster-has-opened"

struct _MusterActivityPanel
{
  PanelWidget       parent_instance;
  GListModel       *activities; /* (nullable): of the library */
  GtkTreeListModel *tree;
  guint             scroll_id;

  GtkStack    *stack;
  GtkListView *list;
};

enum
{
  SIGNAL_REMEDY_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterActivityPanel, muster_activity_panel, PANEL_TYPE_WIDGET)

static MusterActivityRow *
get_row (GtkListItem *item)
{
  return MUSTER_ACTIVITY_ROW (
      gtk_tree_expander_get_child (GTK_TREE_EXPANDER (gtk_list_item_get_child (item))));
}

static void
show_row (MusterActivity *activity, GtkListItem *item)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  g_autoptr (GObject) object = gtk_tree_list_row_get_item (tree_row);

  if (MUSTER_IS_OUTCOME (object))
    {
      muster_activity_row_show_outcome (get_row (item), activity, MUSTER_OUTCOME (object));
      return;
    }

  muster_activity_row_show_activity (get_row (item), activity);

  /* Once, so that a person may close it again. */
  if (muster_activity_count_needing (activity) > 0
      && g_object_get_data (G_OBJECT (activity), HAS_OPENED_KEY) == NULL)
    {
      g_object_set_data (G_OBJECT (activity), HAS_OPENED_KEY, activity);
      gtk_tree_list_row_set_expanded (tree_row, TRUE);
    }
}

/* Which button a file has depends on its activity too. */
static void
activity_changed_cb (MusterActivity *activity, GParamSpec *pspec, GtkListItem *item)
{
  show_row (activity, item);
}

static void
action_cb (MusterActivityRow *row, GtkListItem *item)
{
  GtkWidget      *panel = gtk_widget_get_ancestor (GTK_WIDGET (row), MUSTER_TYPE_ACTIVITY_PANEL);
  MusterActivity *activity = g_object_get_data (G_OBJECT (item), ACTIVITY_KEY);
  g_autoptr (GObject) object = gtk_tree_list_row_get_item (gtk_list_item_get_item (item));
  MusterRemedy remedy;

  if (MUSTER_IS_OUTCOME (object))
    remedy = muster_remedy_of_outcome (activity, MUSTER_OUTCOME (object));
  else
    remedy = muster_remedy_of_activity (activity);

  g_signal_emit (panel,
                 signals[SIGNAL_REMEDY_WANTED],
                 0,
                 activity,
                 MUSTER_IS_OUTCOME (object) ? object : NULL,
                 (int) remedy);
}

static void
setup_cb (MusterActivityPanel *self, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *row = muster_activity_row_new ();

  gtk_widget_set_hexpand (row, TRUE);
  g_signal_connect_object (row, "action", G_CALLBACK (action_cb), item, 0);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  gtk_list_item_set_child (item, expander);
  gtk_list_item_set_activatable (item, FALSE);
}

/* The work that a row is about, or is a file of. (transfer full) */
static MusterActivity *
dup_activity (GtkTreeListRow *tree_row)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (tree_row);

  return gtk_tree_list_row_get_item (parent != NULL ? parent : tree_row);
}

static void
bind_cb (MusterActivityPanel *self, GtkListItem *item)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  MusterActivity *activity = dup_activity (tree_row);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), tree_row);
  g_object_set_data_full (G_OBJECT (item), ACTIVITY_KEY, activity, g_object_unref);
  g_signal_connect (activity, "notify", G_CALLBACK (activity_changed_cb), item);
  show_row (activity, item);
}

static void
unbind_cb (MusterActivityPanel *self, GtkListItem *item)
{
  MusterActivity *activity = g_object_get_data (G_OBJECT (item), ACTIVITY_KEY);

  g_signal_handlers_disconnect_by_func (activity, activity_changed_cb, item);
  g_object_set_data (G_OBJECT (item), ACTIVITY_KEY, NULL);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

static int
compare_outcomes (gconstpointer a, gconstpointer b, gpointer unused)
{
  return muster_outcome_is_failure ((gpointer) b) - muster_outcome_is_failure ((gpointer) a);
}

/* Work that has no files, such as ranking, lists only what went wrong. */
static gboolean
is_worth_a_row (gpointer outcome, gpointer unused)
{
  return *muster_outcome_get_file (outcome) != '\0' || muster_outcome_is_failure (outcome);
}

static GListModel *
make_children (gpointer item, gpointer unused)
{
  GListModel *outcomes;

  if (!MUSTER_IS_ACTIVITY (item))
    return NULL;

  outcomes = G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (muster_activity_get_outcomes (item)),
                                 GTK_FILTER (gtk_custom_filter_new (is_worth_a_row, NULL, NULL))));

  return G_LIST_MODEL (
      gtk_sort_list_model_new (outcomes, GTK_SORTER (gtk_custom_sorter_new (compare_outcomes, NULL, NULL))));
}

static void
update_count (MusterActivityPanel *self)
{
  guint n = 0;

  for (guint i = 0; self->activities != NULL && i < g_list_model_get_n_items (self->activities); i++)
    {
      g_autoptr (MusterActivity) activity = g_list_model_get_item (self->activities, i);

      n += muster_activity_count_needing (activity);
    }
  muster_panel_tab_set_count (muster_panel_tab_get (PANEL_WIDGET (self)), n);
}

/* New work stands first and is to be seen; the list stays with the row it showed. */
static gboolean
scroll_cb (gpointer user_data)
{
  MusterActivityPanel *self = user_data;

  self->scroll_id = 0;
  if (self->tree != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->tree)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);

  return G_SOURCE_REMOVE;
}

static void
activities_changed_cb (
    MusterActivityPanel *self, guint position, guint removed, guint added, GListModel *activities)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (activities) > 0 ? "list" : "empty");
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (MusterActivity) activity = g_list_model_get_item (activities, i);

      g_signal_connect_object (activity, "notify", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
    }
  if (added > 0 && position == 0 && self->scroll_id == 0)
    self->scroll_id = g_idle_add (scroll_cb, self);
  update_count (self);
}

static void
muster_activity_panel_dispose (GObject *object)
{
  MusterActivityPanel *self = MUSTER_ACTIVITY_PANEL (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_object (&self->tree);
  g_clear_object (&self->activities);
  panel_widget_set_child (PANEL_WIDGET (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_ACTIVITY_PANEL);

  G_OBJECT_CLASS (muster_activity_panel_parent_class)->dispose (object);
}

static void
muster_activity_panel_class_init (MusterActivityPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_activity_panel_dispose;

  signals[SIGNAL_REMEDY_WANTED] = g_signal_new ("remedy-wanted",
                                                MUSTER_TYPE_ACTIVITY_PANEL,
                                                G_SIGNAL_RUN_LAST,
                                                0,
                                                NULL,
                                                NULL,
                                                NULL,
                                                G_TYPE_NONE,
                                                3,
                                                MUSTER_TYPE_ACTIVITY,
                                                MUSTER_TYPE_OUTCOME,
                                                G_TYPE_INT);

  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-activity-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterActivityPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterActivityPanel, list);
}

static void
muster_activity_panel_init (MusterActivityPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
}

/** muster_activity_panel_set_library: @library: (nullable): whose work to show. */
void
muster_activity_panel_set_library (MusterActivityPanel *self, MusterLibrary *library)
{
  GListModel *activities;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (MUSTER_IS_ACTIVITY_PANEL (self));

  if (self->activities != NULL)
    g_signal_handlers_disconnect_by_func (self->activities, activities_changed_cb, self);
  g_clear_object (&self->activities);
  g_clear_object (&self->tree);
  update_count (self);
  gtk_list_view_set_model (self->list, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  if (library == NULL)
    return;

  activities = muster_library_get_activities (library);
  self->tree = gtk_tree_list_model_new (g_object_ref (activities), FALSE, FALSE, make_children, NULL, NULL);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (
      activities, "items-changed", G_CALLBACK (activities_changed_cb), self, G_CONNECT_SWAPPED);
  self->activities = g_object_ref (activities);
  activities_changed_cb (self, 0, 0, g_list_model_get_n_items (activities), activities);
}
