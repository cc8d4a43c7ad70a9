/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile comes from a worker; the answer is shown only if it is still about the person who is chosen.
 * Rows are made anew with each answer; the place that was scrolled to stays while the person does. */

#include "muster-profile-panel-private.h"

#include "muster-empty-state.h"
#include "muster-library-blind.h"
#include "muster-library-corrections.h"
#include "muster-library-queries.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MusterLibrary *library;
  gint64         candidate_id;
} Question;

typedef struct
{
  GPtrArray *facts;
  GPtrArray *corrections; /* MusterCorrection, newest first */
  guint      work_months;
  gboolean   is_masked;
} Answer;

G_DEFINE_FINAL_TYPE (MusterProfilePanel, muster_profile_panel, PANEL_TYPE_WIDGET)

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->library);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->facts, g_ptr_array_unref);
  g_clear_pointer (&answer->corrections, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
point_at (MusterProfilePanel *self, const char *pointer, gboolean is_pinned)
{
  self->is_pointing = TRUE;
  muster_hiring_desk_point_at (self->desk, pointer, is_pinned);
  self->is_pointing = FALSE;
}

static void
row_pointed_cb (MusterProfilePanel *self, const char *pointer)
{
  point_at (self, pointer, FALSE);
}

static void
open_page_cb (MusterProfilePanel *self, const char *pointer, guint page)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  g_autofree char             *kept = g_strdup (pointer);

  if (person == NULL)
    return;

  muster_hiring_desk_open_person (self->desk, person->id, person->opening_id, 0, page);
  point_at (self, kept, TRUE);
}

static void
row_activated_cb (MusterProfilePanel *self, GtkListBoxRow *row)
{
  const MusterProfileFact *fact = muster_profile_row_get_fact (MUSTER_PROFILE_ROW (row));
  gboolean                 is_pinned;
  const char              *pointer = muster_hiring_desk_get_pointed (self->desk, &is_pinned);
  gboolean                 is_ours = is_pinned && muster_profile_pointer_is_in (pointer, fact->pointer);

  point_at (self, is_ours ? NULL : fact->pointer, TRUE);
}

static void
scroll_to (MusterProfilePanel *self, GtkWidget *row)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->sections), &bounds))
    gtk_adjustment_clamp_page (
        adjustment, (double) bounds.origin.y, (double) (bounds.origin.y + bounds.size.height));
}

static void
mark_rows (MusterProfilePanel *self, GtkWidget *list, const char *pointer)
{
  GtkWidget *row = gtk_widget_get_first_child (list);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const MusterProfileFact *fact = muster_profile_row_get_fact (MUSTER_PROFILE_ROW (row));
      gboolean                 is_linked = muster_profile_pointer_is_in (pointer, fact->pointer);

      muster_profile_row_set_linked (MUSTER_PROFILE_ROW (row), is_linked);
      if (is_linked && !self->is_pointing)
        scroll_to (self, row);
    }
}

static void
show_pointed (MusterProfilePanel *self)
{
  const char *pointer = muster_hiring_desk_get_pointed (self->desk, NULL);
  GtkWidget  *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BOX (child))
      mark_rows (self, child, pointer);
}

static GtkWidget *
make_heading (MusterProfileSection section, const char *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (muster_profile_section_title (section));
  GtkWidget *label = gtk_label_new (note);

  gtk_widget_add_css_class (box, "profile-heading");
  gtk_widget_add_css_class (title, "section");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static char *
dup_note (const Answer *answer, MusterProfileSection section, guint n_rows)
{
  if (section == MUSTER_PROFILE_WORK && answer->work_months > 0)
    return g_strdup_printf (_ ("%.1f years, overlaps counted once"), answer->work_months / 12.0);
  if (section == MUSTER_PROFILE_SKILLS)
    return g_strdup_printf (ngettext ("%u found", "%u found", n_rows), n_rows);

  return NULL;
}

static GtkWidget *
make_list (MusterProfilePanel *self, MusterProfileSection section)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "profile-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, muster_profile_section_title (section), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  return list;
}

/* "Corrected 7 Nov, was “…”"; (nullable). The old value of somebody who is masked stays unsaid. */
static char *
dup_correction (const Answer *answer, const MusterProfileFact *fact)
{
  for (guint i = 0; i < answer->corrections->len; i++)
    {
      const MusterCorrection *correction = g_ptr_array_index (answer->corrections, i);
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (correction->corrected_at);
      g_autofree char *date = g_date_time_format (time, _ ("%-e %b"));

      if (!correction->is_applied || !muster_profile_pointer_is_in (correction->pointer, fact->pointer))
        continue;
      if (correction->before == NULL || answer->is_masked)
        /* Translators: %s is a day, "7 Nov". */
        return g_strdup_printf (_ ("Corrected %s"), date);

      /* Translators: a day, "7 Nov", and what stood there before. */
      return g_strdup_printf (_ ("Corrected %s, was “%s”"), date, correction->before);
    }

  return NULL;
}

static void
add_section (MusterProfilePanel *self, const Answer *answer, MusterProfileSection section)
{
  GtkWidget       *list = g_object_ref_sink (make_list (self, section));
  guint            n_rows = 0;
  g_autofree char *note = NULL;

  for (guint i = 0; i < answer->facts->len; i++)
    {
      const MusterProfileFact *fact = g_ptr_array_index (answer->facts, i);
      g_autofree char         *correction = NULL;
      GtkWidget               *row;

      if (fact->section != section)
        continue;
      correction = dup_correction (answer, fact);
      row = muster_profile_row_new (fact, correction, muster_hiring_desk_can_write (self->desk));
      g_signal_connect_object (row, "edit", G_CALLBACK (muster_profile_panel_edit), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "pointed", G_CALLBACK (row_pointed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "open-page", G_CALLBACK (open_page_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      n_rows++;
    }
  if (n_rows > 0)
    {
      note = dup_note (answer, section, n_rows);
      gtk_box_append (self->sections, make_heading (section, note));
      gtk_box_append (self->sections, list);
    }
  g_object_unref (list);
}

static void
clear_sections (MusterProfilePanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
}

static void
show_note (MusterProfilePanel *self, gboolean is_masked)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  g_autoptr (GDateTime) revealed = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (!is_masked && person != NULL && person->revealed_at > 0)
    {
      revealed = g_date_time_new_from_unix_local (person->revealed_at);
      date = g_date_time_format (revealed, _ ("%-e %b"));
      /* Translators: %s is a day, "7 Nov". */
      text = g_strdup_printf (_ ("Revealed by you, %s"), date);
    }
  gtk_label_set_text (self->mask_text, text != NULL ? text : _ ("Name, photo, contact and age are masked"));
  gtk_widget_set_visible (self->mask_note, is_masked || text != NULL);
  gtk_widget_set_visible (self->reveal, is_masked);
}

static void
show_answer (MusterProfilePanel *self, Answer *answer)
{
  clear_sections (self);
  show_note (self, answer->is_masked);
  for (MusterProfileSection section = 0; section < MUSTER_PROFILE_N_SECTIONS; section++)
    add_section (self, answer, section);
  self->facts = g_steal_pointer (&answer->facts);
  gtk_stack_set_visible_child_name (self->stack, self->facts->len > 0 ? "profile" : "empty");
  show_pointed (self);
}

static void
read_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError         *error = NULL;
  g_autoptr (MusterProfile) profile
      = muster_library_load_profile (question->library, question->candidate_id, &error);
  Answer *answer;

  if (profile == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  answer = g_new0 (Answer, 1);
  answer->corrections = muster_library_list_corrections (question->library, question->candidate_id, &error);
  if (answer->corrections == NULL)
    {
      answer_free (answer);
      g_task_return_error (task, error);
      return;
    }
  answer->facts = muster_profile_facts_new (profile);
  answer->work_months = muster_profile_work_months (profile, muster_library_get_today (question->library));
  answer->is_masked = muster_library_masks (question->library, question->candidate_id);
  g_task_return_pointer (task, answer, answer_free);
}

static void
answer_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterProfilePanel *self = MUSTER_PROFILE_PANEL (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return; /* another person was chosen meanwhile */

  g_clear_object (&self->cancellable);
  if (self->editor != NULL)
    {
      self->is_stale = TRUE; /* the rows stay while one is corrected */
      return;
    }
  if (answer != NULL)
    {
      show_answer (self, answer);
      return;
    }

  g_object_set (self->failure, "description", error->message, NULL);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
stop_reading (MusterProfilePanel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_profile (MusterProfilePanel *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question = g_new0 (Question, 1);

  question->library = g_object_ref (muster_hiring_desk_get_library (self->desk));
  question->candidate_id = self->candidate_id;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, answer_cb, NULL);
  g_task_set_source_tag (task, read_profile);
  g_task_set_check_cancellable (task, FALSE); /* answer_cb asks whether the answer is still wanted */
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, read_in_worker);
}

/* The desk tells of the same person again whenever the record is read anew. */
void
muster_profile_panel_refresh (MusterProfilePanel *self)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  gint64                       id = person != NULL ? person->id : 0;

  if (id == self->candidate_id && self->editor != NULL)
    {
      self->is_stale = TRUE; /* what is being typed would be gone */
      return;
    }

  stop_reading (self);
  muster_profile_panel_leave_editor (self);
  if (id != self->candidate_id)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  self->candidate_id = id;
  if (person != NULL)
    read_profile (self);
  else
    {
      clear_sections (self);
      gtk_stack_set_visible_child_name (self->stack, "nobody");
    }
}

/* The record of the person says nothing of most corrections. */
static void
library_changed_cb (MusterProfilePanel *self, MusterStoreChange changes)
{
  if (changes & (MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_BLIND))
    muster_profile_panel_refresh (self);
}

static void
follow_library (MusterProfilePanel *self)
{
  MusterLibrary *library = muster_hiring_desk_get_library (self->desk);

  if (self->library == library)
    return;

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, library_changed_cb, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
muster_profile_panel_dispose (GObject *object)
{
  MusterProfilePanel *self = MUSTER_PROFILE_PANEL (object);

  stop_reading (self);
  muster_profile_panel_leave_editor (self);
  g_clear_object (&self->library);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  panel_widget_set_child (PANEL_WIDGET (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_PROFILE_PANEL);

  G_OBJECT_CLASS (muster_profile_panel_parent_class)->dispose (object);
}

static void
muster_profile_panel_class_init (MusterProfilePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_profile_panel_dispose;

  g_signal_new ("corrected",
                MUSTER_TYPE_PROFILE_PANEL,
                G_SIGNAL_RUN_LAST,
                0,
                NULL,
                NULL,
                NULL,
                G_TYPE_NONE,
                2,
                G_TYPE_INT64,
                G_TYPE_UINT);

  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-profile-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterProfilePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterProfilePanel, failure);
  gtk_widget_class_bind_template_child (widget_class, MusterProfilePanel, mask_note);
  gtk_widget_class_bind_template_child (widget_class, MusterProfilePanel, mask_text);
  gtk_widget_class_bind_template_child (widget_class, MusterProfilePanel, reveal);
  gtk_widget_class_bind_template_child (widget_class, MusterProfilePanel, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MusterProfilePanel, sections);
}

static void
muster_profile_panel_init (MusterProfilePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** muster_profile_panel_set_desk: @desk: whose chosen person is shown. Once. */
void
muster_profile_panel_set_desk (MusterProfilePanel *self, MusterHiringDesk *desk)
{
  g_return_if_fail (MUSTER_IS_PROFILE_PANEL (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (
      desk, "person-changed", G_CALLBACK (muster_profile_panel_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::library", G_CALLBACK (follow_library), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "pointed", G_CALLBACK (show_pointed), self, G_CONNECT_SWAPPED);
  follow_library (self);
  muster_profile_panel_refresh (self);
}

gboolean
muster_profile_panel_is_busy (MusterProfilePanel *self)
{
  g_return_val_if_fail (MUSTER_IS_PROFILE_PANEL (self), FALSE);

  return self->cancellable != NULL || self->is_keeping;
}
