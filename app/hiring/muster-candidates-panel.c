/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column view over the windowed list of people. The panel owns what the list is asked for (opening, filter,
 * stage, order) and says who is chosen. While the pointer is over the table the list is held: no row moves
 * under it; new ranks come when it leaves. */

#include "muster-candidates-panel-private.h"

#include "muster-candidate-columns.h"
#include "muster-empty-state.h"
#include "muster-library-blind.h"
#include "muster-stage-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MusterCandidatesPanel, muster_candidates_panel, PANEL_TYPE_WIDGET)

static gboolean
has_filter (MusterCandidatesPanel *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->filter)) != '\0'
         || gtk_drop_down_get_selected (self->stages) > 0;
}

static void
update_stack (MusterCandidatesPanel *self)
{
  guint n_rows = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;

  gtk_widget_set_visible (self->head, self->is_shown && !self->is_first_run);
  if (n_rows > 0)
    gtk_stack_set_visible_child_name (self->stack, "table");
  else if (!self->is_shown)
    gtk_stack_set_visible_child_name (self->stack, "reading");
  else if (self->n_candidates > 0 && has_filter (self))
    gtk_stack_set_visible_child_name (self->stack, "no-match");
  else if (self->n_candidates > 0)
    gtk_stack_set_visible_child_name (self->stack, "reading");
  else
    gtk_stack_set_visible_child_name (self->stack, self->is_first_run ? "first-run" : "empty");
}

void
muster_candidates_panel_get_query (MusterCandidatesPanel *self, MusterCandidateQuery *query)
{
  const char *filter;

  g_return_if_fail (MUSTER_IS_CANDIDATES_PANEL (self));

  *query = (MusterCandidateQuery){ .opening_id = self->opening_id, .sort = MUSTER_SORT_BY_FIT, .is_descending = TRUE };
  filter = gtk_editable_get_text (GTK_EDITABLE (self->filter));
  muster_candidate_columns_get_sort (self->table, &query->sort, &query->is_descending);
  /* Nobody has a fit without an opening: newest first is the useful order there. */
  if (query->opening_id == 0 && query->sort == MUSTER_SORT_BY_FIT)
    query->sort = MUSTER_SORT_BY_ADDED;
  query->filter = *filter != '\0' ? filter : NULL;
  query->stage = (int) gtk_drop_down_get_selected (self->stages) - 1;
}

static void
ask_list (MusterCandidatesPanel *self)
{
  MusterCandidateQuery query;

  if (self->list == NULL || !self->is_shown)
    return;

  muster_candidates_panel_get_query (self, &query);
  muster_candidate_list_set_query (self->list, &query);
  update_stack (self);
}

static void
rows_changed_cb (MusterCandidatesPanel *self)
{
  update_stack (self);
}

static void
sort_changed_cb (MusterCandidatesPanel *self)
{
  /* Columns that go with their table say so too; nobody sorted anything. */
  if (self->desk == NULL)
    return;

  muster_candidate_columns_remember (self->table);
  ask_list (self);
}

static void
activate_cb (MusterCandidatesPanel *self, guint position)
{
  g_autoptr (MusterCandidateRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const MusterCandidateRecord *record = row != NULL ? muster_candidate_row_get_record (row) : NULL;

  if (record != NULL)
    muster_hiring_desk_open_person (self->desk, record->id, record->opening_id, 0, 0);
}

static void
clear_filter_cb (MusterCandidatesPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_drop_down_set_selected (self->stages, 0);
  ask_list (self);
}

static void
stop_search_cb (MusterCandidatesPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
pointer_enter_cb (MusterCandidatesPanel *self)
{
  if (self->list != NULL && !self->is_held)
    muster_candidate_list_hold (self->list);
  self->is_held = self->list != NULL;
}

static void
pointer_leave_cb (MusterCandidatesPanel *self)
{
  if (self->list != NULL && self->is_held)
    muster_candidate_list_release (self->list);
  self->is_held = FALSE;
}

static gboolean
adapt_cb (gpointer user_data)
{
  MusterCandidatesPanel *self = user_data;

  self->adapt_id = 0;
  muster_candidate_columns_adapt (self->table, self->adapted_width_px, self->opening_id != 0);

  return G_SOURCE_REMOVE;
}

/* Columns may not change while sizes are being given out: they do right after. */
static void
muster_candidates_panel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MusterCandidatesPanel *self = MUSTER_CANDIDATES_PANEL (widget);

  GTK_WIDGET_CLASS (muster_candidates_panel_parent_class)->size_allocate (widget, width, height, baseline);

  if (self->adapted_width_px == width)
    return;
  self->adapted_width_px = width;
  if (self->adapt_id == 0)
    self->adapt_id = g_idle_add (adapt_cb, self);
}

static void
drop_list (MusterCandidatesPanel *self)
{
  muster_candidates_panel_stop_choosing (self);
  g_clear_object (&self->list);
  self->is_shown = self->is_held = FALSE;
}

static void
muster_candidates_panel_dispose (GObject *object)
{
  MusterCandidatesPanel *self = MUSTER_CANDIDATES_PANEL (object);

  g_clear_handle_id (&self->adapt_id, g_source_remove);
  if (self->table != NULL)
    muster_candidate_columns_remember (self->table);
  drop_list (self);
  g_clear_object (&self->desk);
  panel_widget_set_child (PANEL_WIDGET (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_CANDIDATES_PANEL);

  G_OBJECT_CLASS (muster_candidates_panel_parent_class)->dispose (object);
}

/* The rows, so that arrows and paste work at once. */
static GtkWidget *
get_default_focus (PanelWidget *panel)
{
  MusterCandidatesPanel *self = MUSTER_CANDIDATES_PANEL (panel);
  const char            *shown = gtk_stack_get_visible_child_name (self->stack);

  return g_strcmp0 (shown, "table") == 0 ? GTK_WIDGET (self->table) : GTK_WIDGET (self->filter);
}

static void
muster_candidates_panel_class_init (MusterCandidatesPanelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_candidates_panel_dispose;
  widget_class->size_allocate = muster_candidates_panel_size_allocate;
  PANEL_WIDGET_CLASS (klass)->get_default_focus = get_default_focus;

  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-candidates-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterCandidatesPanel, head);
  gtk_widget_class_bind_template_child (widget_class, MusterCandidatesPanel, title);
  gtk_widget_class_bind_template_child (widget_class, MusterCandidatesPanel, caption);
  gtk_widget_class_bind_template_child (widget_class, MusterCandidatesPanel, filter);
  gtk_widget_class_bind_template_child (widget_class, MusterCandidatesPanel, stages);
  gtk_widget_class_bind_template_child (widget_class, MusterCandidatesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterCandidatesPanel, table);
  gtk_widget_class_bind_template_child (widget_class, MusterCandidatesPanel, foot_line);
  gtk_widget_class_bind_template_child (widget_class, MusterCandidatesPanel, foot_text);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_list);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointer_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointer_leave_cb);
}

static void
muster_candidates_panel_init (MusterCandidatesPanel *self)
{
  g_autoptr (GtkStringList) stages = gtk_string_list_new ((const char *[]){ _ ("All Stages"), NULL });

  gtk_widget_init_template (GTK_WIDGET (self));

  for (MusterStage stage = MUSTER_STAGE_NEW; stage <= MUSTER_STAGE_DECLINED; stage++)
    gtk_string_list_append (stages, muster_stage_text (stage));
  gtk_drop_down_set_model (self->stages, G_LIST_MODEL (stages));
  g_signal_connect_object (self->stages, "notify::selected", G_CALLBACK (ask_list), self, G_CONNECT_SWAPPED);

  muster_candidate_columns_add (self->table, &self->n_ranked);
  muster_candidate_columns_restore (self->table);
  gtk_search_entry_set_key_capture_widget (self->filter, GTK_WIDGET (self->table));
  g_signal_connect_object (gtk_column_view_get_sorter (self->table),
                           "changed",
                           G_CALLBACK (sort_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static char *
dup_caption (const MusterOpeningRecord *opening)
{
  g_autofree char *candidates = g_strdup_printf (
      ngettext ("%u candidate", "%u candidates", opening->n_candidates), opening->n_candidates);
  g_autofree char *ranked = NULL;
  g_autofree char *date = NULL;
  g_autoptr (GDateTime) fixed_at = NULL;

  if (opening->id == 0)
    return g_steal_pointer (&candidates);

  ranked = g_strdup_printf (ngettext ("%u ranked", "%u ranked", opening->n_ranked), opening->n_ranked);
  fixed_at = g_date_time_new_from_unix_local (opening->fixed_at);
  /* Translators: a date as in "3 Nov 2026". */
  date = fixed_at != NULL ? g_date_time_format (fixed_at, _ ("%-e %b %Y")) : NULL;
  if (date == NULL)
    return g_strdup_printf ("%s · %s", candidates, ranked);

  /* Translators: "38 candidates · 35 ranked · criteria fixed on 3 Nov 2026". */
  return g_strdup_printf (_ ("%s · %s · criteria fixed on %s"), candidates, ranked, date);
}

/* Whoever looks at names shall know that blind mode is off. */
static void
show_names_note (MusterCandidatesPanel *self, const char *caption)
{
  MusterLibrary   *library = muster_hiring_desk_get_library (self->desk);
  /* Translators: %s is "38 candidates · 35 ranked". */
  g_autofree char *text = g_strdup_printf (_ ("%s · names shown"), caption);

  if (library != NULL && !muster_library_is_blind (library))
    gtk_label_set_text (self->caption, text);
}

/* Called again when the counts changed; the choice then stays. */
static void
show_opening (MusterCandidatesPanel *self, const MusterOpeningRecord *opening)
{
  g_autofree char *caption = dup_caption (opening);
  gboolean         is_other = !self->is_shown || self->opening_id != opening->id;
  guint            n_unranked
      = opening->id != 0 ? opening->n_candidates - MIN (opening->n_candidates, opening->n_ranked) : 0;
  g_autofree char *foot = g_strdup_printf (
      ngettext ("%u person is not ranked.", "%u people are not ranked.", n_unranked), n_unranked);

  gtk_label_set_text (self->title, opening->title);
  gtk_label_set_text (self->caption, caption);
  show_names_note (self, caption);
  gtk_label_set_text (self->foot_text, foot);
  gtk_widget_set_visible (self->foot_line, n_unranked > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->stages), opening->id != 0);

  self->n_candidates = opening->n_candidates;
  self->n_ranked = opening->n_ranked;
  self->is_shown = TRUE;
  if (is_other)
    {
      self->opening_id = opening->id;
      if (self->adapted_width_px > 0)
        muster_candidate_columns_adapt (self->table, self->adapted_width_px, self->opening_id != 0);
      ask_list (self);
    }
  update_stack (self);
}

static void
follow_opening (MusterCandidatesPanel *self)
{
  const MusterOpeningRecord *opening = muster_hiring_desk_get_opening (self->desk);

  if (self->list != NULL && opening != NULL)
    show_opening (self, opening);
}

static void
follow_library (MusterCandidatesPanel *self)
{
  MusterLibrary *library = muster_hiring_desk_get_library (self->desk);

  drop_list (self);
  if (library == NULL)
    return;

  self->list = muster_candidate_list_new (library);
  g_signal_connect_object (
      self->list, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  muster_candidates_panel_start_choosing (self);
  follow_opening (self);
}

/* What a person decided shows at once, even under the pointer. */
static void
let_news_in (MusterCandidatesPanel *self)
{
  if (self->list == NULL || !self->is_held)
    return;

  muster_candidate_list_release (self->list);
  muster_candidate_list_hold (self->list);
}

/** muster_candidates_panel_set_desk: @desk: whose opening's people are shown, and who is told whom a person chose.
 * Once. */
void
muster_candidates_panel_set_desk (MusterCandidatesPanel *self, MusterHiringDesk *desk)
{
  g_return_if_fail (MUSTER_IS_CANDIDATES_PANEL (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::library", G_CALLBACK (follow_library), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "opening-changed", G_CALLBACK (follow_opening), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "news-wanted", G_CALLBACK (let_news_in), self, G_CONNECT_SWAPPED);
  follow_library (self);
}

void
muster_candidates_panel_set_first_run (MusterCandidatesPanel *self, gboolean is_first_run)
{
  g_return_if_fail (MUSTER_IS_CANDIDATES_PANEL (self));

  self->is_first_run = is_first_run;
  update_stack (self);
}

/** muster_candidates_panel_focus_filter: puts the cursor where typing filters. */
void
muster_candidates_panel_focus_filter (MusterCandidatesPanel *self)
{
  g_return_if_fail (MUSTER_IS_CANDIDATES_PANEL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
  gtk_editable_select_region (GTK_EDITABLE (self->filter), 0, -1);
}

gboolean
muster_candidates_panel_is_busy (MusterCandidatesPanel *self)
{
  g_return_val_if_fail (MUSTER_IS_CANDIDATES_PANEL (self), FALSE);

  if (!self->is_shown || self->adapt_id != 0)
    return self->list != NULL;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return self->n_candidates > 0 && !has_filter (self);

  return muster_hiring_desk_get_person (self->desk) == NULL;
}
