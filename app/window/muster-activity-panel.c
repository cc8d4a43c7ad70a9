/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree of two levels: activities, and under each its files, those that need someone first. An activity
 * whose files need someone opens by itself when it ends. Rows are made of plain values; the words for states
 * are here. */

#include "muster-activity-panel.h"

#include "muster-activity-row.h"
#include "muster-empty-state.h"

#include <glib/gi18n-lib.h>

#define HAS_OPENED_KEY "muster-has-opened"

struct _MusterActivityPanel
{
  PanelWidget       parent_instance;
  GtkTreeListModel *tree;

  GtkStack    *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (MusterActivityPanel, muster_activity_panel, PANEL_TYPE_WIDGET)

static guint
count_failures (MusterActivity *activity)
{
  GListModel *outcomes = muster_activity_get_outcomes (activity);
  guint       n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (outcomes); i++)
    {
      g_autoptr (MusterOutcome) outcome = g_list_model_get_item (outcomes, i);

      n += muster_outcome_is_failure (outcome);
    }

  return n;
}

static char *
dup_done_text (MusterActivity *activity)
{
  guint            n_failures = count_failures (activity);
  guint            n_done = muster_activity_get_n_done (activity);
  g_autofree char *done
      = g_strdup_printf (ngettext ("%u done", "%u done", n_done - n_failures), n_done - n_failures);
  g_autofree char *failed
      = g_strdup_printf (ngettext ("%u needs you", "%u need you", n_failures), n_failures);

  return n_failures > 0 ? g_strdup_printf ("%s · %s", done, failed) : g_steal_pointer (&done);
}

static char *
dup_state_text (MusterActivity *activity)
{
  g_autofree char *done = dup_done_text (activity);

  switch (muster_activity_get_state (activity))
    {
    case MUSTER_ACTIVITY_WAITING:
      return g_strdup (_ ("Waiting"));
    case MUSTER_ACTIVITY_RUNNING:
      return g_strdup_printf (
          _ ("%u of %u"), muster_activity_get_n_done (activity), muster_activity_get_n_total (activity));
    case MUSTER_ACTIVITY_DONE:
      return g_steal_pointer (&done);
    case MUSTER_ACTIVITY_CANCELLED:
      return g_strdup_printf (_ ("Cancelled · %s"), done);
    case MUSTER_ACTIVITY_FAILED:
      return g_strdup (muster_activity_get_error (activity) != NULL
                           ? muster_activity_get_error (activity)->message
                           : _ ("Failed"));
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
show_activity (MusterActivity *activity, MusterActivityRow *row)
{
  MusterActivityState state = muster_activity_get_state (activity);
  gboolean            is_running = state == MUSTER_ACTIVITY_WAITING || state == MUSTER_ACTIVITY_RUNNING;
  gboolean needs_someone = state == MUSTER_ACTIVITY_FAILED || (!is_running && count_failures (activity) > 0);
  g_autofree char *caption = dup_state_text (activity);
  const char      *icon = is_running                           ? "muster-activity-symbolic"
                          : needs_someone                      ? "muster-warning-symbolic"
                          : state == MUSTER_ACTIVITY_CANCELLED ? "muster-cancelled-symbolic"
                                                               : "muster-done-symbolic";

  g_object_set (row,
                "title",
                muster_activity_get_title (activity),
                "caption",
                caption,
                "icon-name",
                icon,
                "tone",
                needs_someone ? "tone-attention" : (is_running ? "tone-quiet" : "tone-done"),
                "fraction",
                CLAMP (muster_activity_get_fraction (activity), 0, 1),
                "is-running",
                is_running,
                "action-label",
                is_running ? _ ("Cancel") : NULL,
                NULL);
}

static MusterActivityRow *
get_row (GtkListItem *item)
{
  return MUSTER_ACTIVITY_ROW (
      gtk_tree_expander_get_child (GTK_TREE_EXPANDER (gtk_list_item_get_child (item))));
}

static void
activity_changed_cb (MusterActivity *activity, GParamSpec *pspec, GtkListItem *item)
{
  gboolean has_ended = muster_activity_get_state (activity) > MUSTER_ACTIVITY_RUNNING;

  show_activity (activity, get_row (item));

  /* Once, so that a person may close it again. */
  if (has_ended && count_failures (activity) > 0
      && g_object_get_data (G_OBJECT (activity), HAS_OPENED_KEY) == NULL)
    {
      g_object_set_data (G_OBJECT (activity), HAS_OPENED_KEY, activity);
      gtk_tree_list_row_set_expanded (gtk_list_item_get_item (item), TRUE);
    }
}

static void
show_outcome (MusterOutcome *outcome, MusterActivityRow *row)
{
  const char      *file = muster_outcome_get_file (outcome);
  g_autofree char *name = *file != '\0' ? g_filename_display_basename (file) : g_strdup (_ ("This person"));
  gboolean         is_encrypted = g_strcmp0 (muster_outcome_get_code (outcome), "encrypted") == 0;
  gboolean         is_failure = muster_outcome_is_failure (outcome);
  gboolean         is_link = muster_outcome_get_duplicate_of (outcome) != 0;

  g_object_set (row,
                "title",
                name,
                "caption",
                muster_outcome_get_message (outcome),
                "icon-name",
                is_encrypted ? "muster-key-symbolic"
                : is_failure ? "muster-warning-symbolic"
                : is_link    ? "muster-copy-symbolic"
                             : "muster-done-symbolic",
                "tone",
                is_failure ? "tone-attention" : (is_link ? "tone-quiet" : "tone-done"),
                "is-running",
                FALSE,
                "action-label",
                NULL,
                NULL);
}

static void
cancel_cb (MusterActivityRow *row, GtkListItem *item)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  g_autoptr (GObject) object = gtk_tree_list_row_get_item (tree_row);

  if (MUSTER_IS_ACTIVITY (object))
    muster_activity_cancel (MUSTER_ACTIVITY (object));
}

static void
setup_cb (MusterActivityPanel *self, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *row = muster_activity_row_new ();

  gtk_widget_set_hexpand (row, TRUE);
  g_signal_connect_object (row, "action", G_CALLBACK (cancel_cb), item, 0);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  gtk_list_item_set_child (item, expander);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (MusterActivityPanel *self, GtkListItem *item)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  GtkWidget      *expander = gtk_list_item_get_child (item);
  g_autoptr (GObject) object = gtk_tree_list_row_get_item (tree_row);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), tree_row);
  if (MUSTER_IS_OUTCOME (object))
    {
      show_outcome (MUSTER_OUTCOME (object), get_row (item));
      return;
    }

  g_signal_connect (object, "notify", G_CALLBACK (activity_changed_cb), item);
  activity_changed_cb (MUSTER_ACTIVITY (object), NULL, item);
}

static void
unbind_cb (MusterActivityPanel *self, GtkListItem *item)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  GtkWidget      *expander = gtk_list_item_get_child (item);
  g_autoptr (GObject) object = tree_row != NULL ? gtk_tree_list_row_get_item (tree_row) : NULL;

  if (MUSTER_IS_ACTIVITY (object))
    g_signal_handlers_disconnect_by_func (object, activity_changed_cb, item);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), NULL);
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
activities_changed_cb (
    MusterActivityPanel *self, guint position, guint removed, guint added, GListModel *activities)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (activities) > 0 ? "list" : "empty");
}

static void
muster_activity_panel_dispose (GObject *object)
{
  MusterActivityPanel *self = MUSTER_ACTIVITY_PANEL (object);

  g_clear_object (&self->tree);
  panel_widget_set_child (PANEL_WIDGET (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_ACTIVITY_PANEL);

  G_OBJECT_CLASS (muster_activity_panel_parent_class)->dispose (object);
}

static void
muster_activity_panel_class_init (MusterActivityPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_activity_panel_dispose;

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

  g_clear_object (&self->tree);
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
  activities_changed_cb (self, 0, 0, 0, activities);
}
