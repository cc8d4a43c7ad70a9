/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts come from a worker; the answer is shown only if it is still about the person who is chosen. The
 * buttons at the foot are the window's actions: neither their colour nor their order depends on the score. */

#include "muster-fit-panel.h"

#include "muster-band-pips.h"
#include "muster-criterion-row.h"
#include "muster-empty-state.h"
#include "muster-fit-bar.h"
#include "muster-fit-facts.h"
#include "muster-fit-text.h"
#include "muster-stage-text.h"

#include <glib/gi18n-lib.h>

struct _MusterFitPanel
{
  PanelWidget       parent_instance;
  MusterHiringDesk *desk;
  GCancellable     *cancellable; /* of the reading under way, NULL: none */
  gint64            candidate_id;
  gint64            opening_id;

  GtkStack         *stack;
  GtkWidget        *scrolled;
  GtkWidget        *decisions;
  MusterEmptyState *failure;
  GtkLabel         *name;
  GtkLabel         *total;
  MusterBandPips   *pips;
  GtkLabel         *band;
  GtkLabel         *rank;
  MusterFitBar     *bar;
  GtkLabel         *rules;
  GtkLabel         *points;
  GtkBox           *criteria;
  GtkWidget        *note;
  GtkLabel         *note_text;
  GtkMenuButton    *stage;
};

typedef struct
{
  MusterLibrary *library;
  gint64         candidate_id;
  gint64         opening_id;
} Question;

G_DEFINE_FINAL_TYPE (MusterFitPanel, muster_fit_panel, PANEL_TYPE_WIDGET)

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->library);
  g_free (question);
}

static void
stop_reading (MusterFitPanel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
open_page_cb (MusterFitPanel *self, const char *criterion_id, guint page)
{
  g_autofree char *pointer = g_strconcat ("criterion:", criterion_id, NULL);

  muster_hiring_desk_open_person (self->desk, self->candidate_id, self->opening_id, 0, page);
  muster_hiring_desk_point_at (self->desk, pointer, TRUE);
}

static void
pointed_cb (MusterFitPanel *self, const char *criterion_id)
{
  g_autofree char *pointer = criterion_id != NULL ? g_strconcat ("criterion:", criterion_id, NULL) : NULL;

  muster_hiring_desk_point_at (self->desk, pointer, FALSE);
}

static void
show_criteria (MusterFitPanel *self, const MusterFitFacts *facts)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->criteria))) != NULL)
    gtk_box_remove (self->criteria, row);
  for (guint i = 0; i < facts->criteria->len; i++)
    {
      row = muster_criterion_row_new (g_ptr_array_index (facts->criteria, i), facts->n_pages);
      g_signal_connect_object (row, "open-page", G_CALLBACK (open_page_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "pointed", G_CALLBACK (pointed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->criteria, row);
    }
}

static void
show_facts (MusterFitPanel *self, const MusterFitFacts *facts)
{
  g_autofree char *total = g_strdup_printf ("%.0f", facts->total);
  /* Translators: points that the rules gave; keep the markup. */
  g_autofree char *rules
      = g_strdup_printf (_ ("Rules <b>%.1f</b> <small>of 100</small>"), facts->rules_points);
  g_autofree char *points = g_strdup_printf (_ ("%g of %g points"), facts->points, facts->max_points);
  g_autofree char *note = muster_fit_text_dup_change (facts);
  double           limits[MUSTER_FIT_BAR_N_LIMITS];

  muster_band_get_limits (limits);
  muster_fit_bar_set_limits (self->bar, limits);
  muster_fit_bar_set_rules (self->bar, facts->rules_points);
  muster_fit_bar_set_match (self->bar, MAX (0, facts->total - facts->rules_points));

  gtk_label_set_text (self->total, total);
  muster_band_pips_set_level (self->pips, muster_band_level (facts->band));
  gtk_label_set_text (self->band, muster_band_title (facts->band));
  gtk_label_set_markup (self->rules, rules);
  gtk_label_set_text (self->points, points);
  gtk_label_set_text (self->note_text, note);
  gtk_widget_set_visible (self->note, facts->band != MUSTER_BAND_STRONG);
  show_criteria (self, facts);
  gtk_stack_set_visible_child_name (self->stack, "fit");
}

static void
read_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError         *error = NULL;
  MusterFitFacts *facts
      = muster_fit_facts_load (question->library, question->candidate_id, question->opening_id, &error);

  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) muster_fit_facts_free);
  else
    g_task_return_error (task, error);
}

static void
facts_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterFitPanel *self = MUSTER_FIT_PANEL (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterFitFacts) facts = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return; /* another person was chosen meanwhile */

  g_clear_object (&self->cancellable);
  if (facts != NULL)
    {
      show_facts (self, facts);
      return;
    }

  g_object_set (self->failure, "description", error->message, NULL);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
read_facts (MusterFitPanel *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question = g_new0 (Question, 1);

  question->library = g_object_ref (muster_hiring_desk_get_library (self->desk));
  question->candidate_id = self->candidate_id;
  question->opening_id = self->opening_id;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, facts_read_cb, NULL);
  g_task_set_source_tag (task, read_facts);
  g_task_set_check_cancellable (task,
                                FALSE); /* whether the answer is still wanted is asked by facts_read_cb */
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, read_in_worker);
}

static void
muster_fit_panel_dispose (GObject *object)
{
  MusterFitPanel *self = MUSTER_FIT_PANEL (object);

  stop_reading (self);
  g_clear_object (&self->desk);
  panel_widget_set_child (PANEL_WIDGET (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_FIT_PANEL);

  G_OBJECT_CLASS (muster_fit_panel_parent_class)->dispose (object);
}

static void
muster_fit_panel_class_init (MusterFitPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_fit_panel_dispose;

  g_type_ensure (MUSTER_TYPE_BAND_PIPS);
  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  g_type_ensure (MUSTER_TYPE_FIT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-fit-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, decisions);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, failure);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, name);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, total);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, pips);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, band);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, rank);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, bar);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, rules);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, points);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, criteria);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, note);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, note_text);
  gtk_widget_class_bind_template_child (widget_class, MusterFitPanel, stage);
}

static void
muster_fit_panel_init (MusterFitPanel *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) stages = g_menu_new ();
  g_autoptr (GMenu) letters = g_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Declined is not in the menu: it asks for a reason and has its own button. */
  for (MusterStage stage = MUSTER_STAGE_NEW; stage < MUSTER_STAGE_DECLINED; stage++)
    {
      g_autofree char *action = g_strdup_printf ("win.set-stage::%s", muster_stage_name (stage));

      g_menu_append (stages, muster_stage_text (stage), action);
    }
  g_menu_append (letters, _ ("Invitation Text…"), "win.copy-invitation");
  g_menu_append (letters, _ ("Decline Text…"), "win.copy-decline");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (stages));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (letters));
  gtk_menu_button_set_menu_model (self->stage, G_MENU_MODEL (menu));
}

/* "4th of 35 ranked" */
static void
show_rank (MusterFitPanel *self)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  const MusterOpeningRecord   *opening = muster_hiring_desk_get_opening (self->desk);
  g_autofree char             *rank = NULL;

  if (person == NULL || opening == NULL)
    return;

  rank = muster_rank_dup_text (person->rank, opening->n_ranked);
  gtk_label_set_text (self->rank, rank);
}

static void
show_person (MusterFitPanel *self)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  gboolean                     is_same;

  is_same = person != NULL && person->id == self->candidate_id && person->opening_id == self->opening_id;
  stop_reading (self);
  self->candidate_id = person != NULL ? person->id : 0;
  self->opening_id = person != NULL ? person->opening_id : 0;
  gtk_widget_set_visible (self->decisions, person != NULL && person->opening_id != 0);

  if (person == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "nobody");
      return;
    }

  gtk_label_set_text (self->name, *person->name != '\0' ? person->name : _ ("Name not found"));
  gtk_menu_button_set_label (self->stage, muster_stage_text (person->stage));
  if (person->opening_id == 0 || !person->has_fit)
    {
      gtk_stack_set_visible_child_name (self->stack, person->opening_id == 0 ? "no-opening" : "not-ranked");
      return;
    }

  show_rank (self);
  if (!is_same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  read_facts (self);
}

/** muster_fit_panel_set_desk: @desk: whose chosen person is explained. Once. */
void
muster_fit_panel_set_desk (MusterFitPanel *self, MusterHiringDesk *desk)
{
  g_return_if_fail (MUSTER_IS_FIT_PANEL (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (show_person), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "opening-changed", G_CALLBACK (show_rank), self, G_CONNECT_SWAPPED);
  show_person (self);
}

gboolean
muster_fit_panel_is_busy (MusterFitPanel *self)
{
  g_return_val_if_fail (MUSTER_IS_FIT_PANEL (self), FALSE);

  return self->cancellable != NULL;
}
