/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the whole pool in a worker when the opening or its fits change, never for a mere choice of person. Match against
 * rules comes beside it once there is a learned match. */

#include "muster-matching-panel.h"

#include "muster-empty-state.h"
#include "muster-library-queries.h"
#include "muster-pool-chart.h"
#include "muster-stage-text.h"

#include <glib/gi18n-lib.h>

#define MAX_PEOPLE 100000

struct _MusterMatchingPanel
{
  PanelWidget       parent_instance;
  MusterHiringDesk *desk;
  MusterLibrary    *library;     /* (nullable): whose news are followed */
  GCancellable     *cancellable; /* of the reading under way, NULL: none */
  gboolean          is_stale;    /* news came while one was under way */
  gint64            opening_id;  /* whose pool is shown or being read */

  GtkStack         *stack;
  MusterPoolChart  *chart;
  MusterEmptyState *failure;
};

typedef struct
{
  MusterLibrary *library;
  gint64         opening_id;
} Question;

enum
{
  SIGNAL_PERSON_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterMatchingPanel, muster_matching_panel, PANEL_TYPE_WIDGET)

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->library);
  g_free (question);
}

static void
read_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question      *question = data;
  MusterCandidateQuery query
      = { .opening_id = question->opening_id, .stage = -1, .sort = MUSTER_SORT_BY_FIT, .is_descending = TRUE };
  GError    *error = NULL;
  GPtrArray *people = muster_library_list_candidates (question->library, &query, 0, MAX_PEOPLE, &error);

  if (people != NULL)
    g_task_return_pointer (task, people, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
show_people (MusterMatchingPanel *self, GPtrArray *people)
{
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (MusterPoolPoint));
  double limits[MUSTER_POOL_CHART_N_BANDS - 1];

  for (guint i = 0; i < people->len; i++)
    {
      const MusterCandidateRecord *record = g_ptr_array_index (people, i);
      MusterPoolPoint point = { record->id, *record->name != '\0' ? record->name : (char *) _ ("Name not found"),
                                record->fit, (int) muster_band_for_total (record->fit) };

      if (record->has_fit)
        g_array_append_val (points, point);
    }
  muster_band_get_limits (limits);
  muster_pool_chart_set_limits (self->chart, limits);
  muster_pool_chart_set_people (self->chart, (const MusterPoolPoint *) (gconstpointer) points->data, points->len);
  gtk_stack_set_visible_child_name (self->stack, points->len > 0 ? "chart" : "nobody");
}

static void read_pool (MusterMatchingPanel *self);

static void
follow_person (MusterMatchingPanel *self)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);

  muster_pool_chart_set_selected_id (self->chart, person != NULL && person->has_fit ? person->id : 0);
}

static void
pool_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterMatchingPanel *self = MUSTER_MATCHING_PANEL (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return; /* another opening was chosen meanwhile */

  g_clear_object (&self->cancellable);
  if (people != NULL)
    {
      show_people (self, people);
      follow_person (self);
    }
  else
    {
      g_object_set (self->failure, "description", error->message, NULL);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  if (self->is_stale)
    read_pool (self);
}

static void
read_pool (MusterMatchingPanel *self)
{
  g_autoptr (GTask) task = NULL;
  Question         *question;

  self->is_stale = self->cancellable != NULL;
  if (self->is_stale || self->library == NULL)
    return;
  if (self->opening_id <= 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "no-opening");
      return;
    }

  question = g_new0 (Question, 1);
  question->library = g_object_ref (self->library);
  question->opening_id = self->opening_id;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, pool_read_cb, NULL);
  g_task_set_source_tag (task, read_pool);
  g_task_set_check_cancellable (task, FALSE); /* whether the answer is still wanted is asked by pool_read_cb */
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, read_in_worker);
}

static void
stop_reading (MusterMatchingPanel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
follow_opening (MusterMatchingPanel *self)
{
  gint64 opening_id = muster_hiring_desk_get_opening_id (self->desk);

  if (self->opening_id == opening_id)
    return;

  self->opening_id = opening_id;
  stop_reading (self);
  read_pool (self);
}

static void
library_changed_cb (MusterMatchingPanel *self, MusterStoreChange changes)
{
  if (changes & (MUSTER_CHANGED_FITS | MUSTER_CHANGED_CANDIDATES))
    read_pool (self);
}

static void
follow_library (MusterMatchingPanel *self)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, library_changed_cb, self);
  g_set_object (&self->library, muster_hiring_desk_get_library (self->desk));
  stop_reading (self);
  self->opening_id = -1;
  gtk_stack_set_visible_child_name (self->stack, "no-opening");
  if (self->library != NULL)
    g_signal_connect_object (self->library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
activated_cb (MusterMatchingPanel *self, gint64 candidate_id)
{
  g_signal_emit (self, signals[SIGNAL_PERSON_ACTIVATED], 0, candidate_id);
}

static void
muster_matching_panel_dispose (GObject *object)
{
  MusterMatchingPanel *self = MUSTER_MATCHING_PANEL (object);

  stop_reading (self);
  g_clear_object (&self->library);
  g_clear_object (&self->desk);
  panel_widget_set_child (PANEL_WIDGET (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_MATCHING_PANEL);

  G_OBJECT_CLASS (muster_matching_panel_parent_class)->dispose (object);
}

static void
muster_matching_panel_class_init (MusterMatchingPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_matching_panel_dispose;
  signals[SIGNAL_PERSON_ACTIVATED] = g_signal_new ("person-activated", MUSTER_TYPE_MATCHING_PANEL, G_SIGNAL_RUN_LAST, 0,
                                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  g_type_ensure (MUSTER_TYPE_POOL_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-matching-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterMatchingPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterMatchingPanel, chart);
  gtk_widget_class_bind_template_child (widget_class, MusterMatchingPanel, failure);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
muster_matching_panel_init (MusterMatchingPanel *self)
{
  self->opening_id = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** muster_matching_panel_set_desk: @desk: whose opening's pool is shown. Once. */
void
muster_matching_panel_set_desk (MusterMatchingPanel *self, MusterHiringDesk *desk)
{
  g_return_if_fail (MUSTER_IS_MATCHING_PANEL (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::library", G_CALLBACK (follow_library), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::opening-id", G_CALLBACK (follow_opening), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (follow_person), self, G_CONNECT_SWAPPED);
  follow_library (self);
}

gboolean
muster_matching_panel_is_busy (MusterMatchingPanel *self)
{
  g_return_val_if_fail (MUSTER_IS_MATCHING_PANEL (self), FALSE);

  return self->cancellable != NULL;
}
