/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list view over the activity's outcomes, sorted by who needs somebody; thousands of files cost no more than those
 * that are seen. The totals are counted anew whenever an outcome changes. */

#include "muster-import-result.h"

#include "muster-activity-row.h"
#include "muster-remedy.h"

#include <glib/gi18n-lib.h>

struct _MusterImportResult
{
  AdwWindow       parent_instance;
  MusterActivity *activity;

  GtkButton   *undo;
  GtkLabel    *heading;
  GtkLabel    *subtitle;
  GtkLabel    *n_files;
  GtkLabel    *n_added;
  GtkLabel    *n_linked;
  GtkLabel    *n_needing;
  GtkLabel    *files_caption;
  GtkLabel    *added_caption;
  GtkLabel    *linked_caption;
  GtkLabel    *needing_caption;
  GtkListView *list;
};

enum
{
  SIGNAL_REMEDY_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportResult, muster_import_result, ADW_TYPE_WINDOW)

static void
show_total (GtkLabel *label, GtkLabel *caption, guint n, const char *words)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  gtk_label_set_text (label, text);
  gtk_label_set_text (caption, words);
}

static void
show_totals (MusterImportResult *self)
{
  GListModel *outcomes = muster_activity_get_outcomes (self->activity);
  guint       n_files = g_list_model_get_n_items (outcomes);
  guint       n_added = 0, n_linked = 0, n_needing = 0;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (MusterOutcome) outcome = g_list_model_get_item (outcomes, i);

      if (muster_outcome_is_failure (outcome))
        n_needing++;
      else if (muster_outcome_get_duplicate_of (outcome) != 0)
        n_linked++;
      else
        n_added++;
    }
  show_total (self->n_files, self->files_caption, n_files, ngettext ("file", "files", n_files));
  show_total (self->n_added, self->added_caption, n_added, ngettext ("added", "added", n_added));
  show_total (
      self->n_linked, self->linked_caption, n_linked, ngettext ("already here", "already here", n_linked));
  show_total (
      self->n_needing, self->needing_caption, n_needing, ngettext ("needs you", "need you", n_needing));
}

static const char *
get_heading (MusterActivity *activity)
{
  if (muster_activity_is_undone (activity))
    return _ ("Import Taken Back");

  switch (muster_activity_get_state (activity))
    {
    case MUSTER_ACTIVITY_WAITING:
    case MUSTER_ACTIVITY_RUNNING:
      return _ ("Importing");
    case MUSTER_ACTIVITY_CANCELLED:
      return _ ("Import Cancelled");
    case MUSTER_ACTIVITY_DONE:
    case MUSTER_ACTIVITY_FAILED:
    default:
      return _ ("Import Finished");
    }
}

static void
show_state (MusterImportResult *self)
{
  gtk_label_set_text (self->heading, get_heading (self->activity));
  gtk_window_set_title (GTK_WINDOW (self), get_heading (self->activity));
  gtk_widget_set_sensitive (GTK_WIDGET (self->undo), muster_activity_can_undo (self->activity));
  show_totals (self);
}

static void
show_row (MusterActivity *activity, GtkListItem *item)
{
  muster_activity_row_show_outcome (
      MUSTER_ACTIVITY_ROW (gtk_list_item_get_child (item)), activity, gtk_list_item_get_item (item));
}

static void
row_changed_cb (MusterActivity *activity, GParamSpec *pspec, GtkListItem *item)
{
  show_row (activity, item);
}

static void
action_cb (MusterActivityRow *row, GtkListItem *item)
{
  GtkRoot            *root = gtk_widget_get_root (GTK_WIDGET (row));
  MusterImportResult *self = MUSTER_IMPORT_RESULT (root);
  MusterOutcome      *outcome = gtk_list_item_get_item (item);

  g_signal_emit (self,
                 signals[SIGNAL_REMEDY_WANTED],
                 0,
                 self->activity,
                 outcome,
                 (int) muster_remedy_of_outcome (self->activity, outcome));
}

static void
setup_cb (MusterImportResult *self, GtkListItem *item)
{
  GtkWidget *row = muster_activity_row_new ();

  g_signal_connect_object (row, "action", G_CALLBACK (action_cb), item, 0);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (MusterImportResult *self, GtkListItem *item)
{
  g_signal_connect_object (self->activity, "notify", G_CALLBACK (row_changed_cb), item, 0);
  show_row (self->activity, item);
}

static void
unbind_cb (MusterImportResult *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (self->activity, row_changed_cb, item);
}

static void
undo_clicked_cb (MusterImportResult *self)
{
  g_signal_emit (
      self, signals[SIGNAL_REMEDY_WANTED], 0, self->activity, NULL, (int) MUSTER_REMEDY_UNDO_IMPORT);
}

/* Those that need somebody, then what was added, then what was here already. */
static int
get_place (MusterOutcome *outcome)
{
  if (muster_outcome_is_failure (outcome))
    return g_strcmp0 (muster_outcome_get_code (outcome), "encrypted") == 0 ? 0 : 1;

  return muster_outcome_get_duplicate_of (outcome) != 0 ? 2 : 3;
}

static int
compare_outcomes (gconstpointer a, gconstpointer b, gpointer unused)
{
  return get_place ((gpointer) a) - get_place ((gpointer) b);
}

static void
muster_import_result_dispose (GObject *object)
{
  MusterImportResult *self = MUSTER_IMPORT_RESULT (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_IMPORT_RESULT);
  g_clear_object (&self->activity);

  G_OBJECT_CLASS (muster_import_result_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MusterImportResult, undo);
  gtk_widget_class_bind_template_child (widget_class, MusterImportResult, heading);
  gtk_widget_class_bind_template_child (widget_class, MusterImportResult, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MusterImportResult, n_files);
  gtk_widget_class_bind_template_child (widget_class, MusterImportResult, n_added);
  gtk_widget_class_bind_template_child (widget_class, MusterImportResult, n_linked);
  gtk_widget_class_bind_template_child (widget_class, MusterImportResult, n_needing);
  gtk_widget_class_bind_template_child (widget_class, MusterImportResult, files_caption);
  gtk_widget_class_bind_template_child (widget_class, MusterImportResult, added_caption);
  gtk_widget_class_bind_template_child (widget_class, MusterImportResult, linked_caption);
  gtk_widget_class_bind_template_child (widget_class, MusterImportResult, needing_caption);
  gtk_widget_class_bind_template_child (widget_class, MusterImportResult, list);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
muster_import_result_class_init (MusterImportResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_result_dispose;

  signals[SIGNAL_REMEDY_WANTED] = g_signal_new ("remedy-wanted",
                                                MUSTER_TYPE_IMPORT_RESULT,
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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-import-result.ui");
  bind_children (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
muster_import_result_init (MusterImportResult *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
}

static char *
dup_duration (double seconds)
{
  guint n = (guint) (seconds + .5);

  if (n < 60)
    return g_strdup_printf (ngettext ("%u s", "%u s", MAX (n, 1)), MAX (n, 1));

  /* Translators: minutes and seconds. */
  return g_strdup_printf (_ ("%u min %u s"), n / 60, n % 60);
}

/** muster_import_result_new: @activity: an import that has ended. */
MusterImportResult *
muster_import_result_new (GtkWindow *parent, MusterActivity *activity, const char *opening, double seconds)
{
  MusterImportResult *self = g_object_new (MUSTER_TYPE_IMPORT_RESULT, "transient-for", parent, NULL);
  g_autofree char    *duration = dup_duration (seconds);
  g_autofree char    *subtitle
      = opening != NULL ? g_strdup_printf ("%s · %s", opening, duration) : g_strdup (duration);
  GtkSorter          *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_outcomes, NULL, NULL));
  GListModel         *outcomes = muster_activity_get_outcomes (activity);
  g_autoptr (GtkNoSelection) selection = NULL;

  self->activity = g_object_ref (activity);
  selection = gtk_no_selection_new (G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (outcomes), sorter)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_label_set_text (self->subtitle, subtitle);
  g_signal_connect_object (activity, "notify", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (outcomes, "items-changed", G_CALLBACK (show_totals), self, G_CONNECT_SWAPPED);
  show_state (self);

  return self;
}

MusterActivity *
muster_import_result_get_activity (MusterImportResult *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_RESULT (self), NULL);

  return self->activity;
}
