/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form follows the draft and the draft the form. Proposing criteria reads the text in a worker; an answer to a text
 * that has changed meanwhile is thrown away. */

#include "muster-opening-editor.h"

#include "muster-criterion-editor-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TITLE_CHARACTERS 100

struct _MusterOpeningEditor
{
  AdwWindow           parent_instance;
  MusterOpeningDraft *draft;
  guint               version;      /* of the opening that is changed; 0: a new one */
  GCancellable       *proposing;    /* (nullable): while a worker reads the text */
  gboolean            is_storing;
  gboolean            may_close;
  guint               close_id;

  AdwWindowTitle     *heading;
  GtkButton          *cancel;
  GtkButton          *fix;
  GtkScrolledWindow  *scroller;
  GtkEditable        *title_row;
  AdwExpanderRow     *description_row;
  GtkTextView        *description;
  GtkLabel           *sum;
  GtkSpinner         *spinner;
  GtkButton          *propose;
  GtkButton          *add;
  GtkLabel           *news;
  GtkListBox         *list;
  GtkWidget          *balance;
  GtkLabel           *lock_note;
};

enum
{
  SIGNAL_FIX,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterOpeningEditor, muster_opening_editor, ADW_TYPE_WINDOW)

/* @text (nullable): one line above the criteria on what came of a proposal. */
static void
tell (MusterOpeningEditor *self, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (self->news), text != NULL);
  gtk_label_set_text (self->news, text != NULL ? text : "");
}

static char *
dup_description (MusterOpeningEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Chinese is not written in words; its characters are counted by the layout's own word starts. */
static guint
count_words (GtkTextView *view)
{
  GtkTextIter at;
  guint       n = 0;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &at);
  while (gtk_text_iter_forward_word_end (&at))
    n++;

  return n;
}

static void
show_description_size (MusterOpeningEditor *self)
{
  guint            n_words = count_words (self->description);
  g_autofree char *size = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);

  adw_expander_row_set_subtitle (self->description_row,
                                 n_words > 0 ? size : _ ("Paste or type the advertisement"));
}

static void
show_sum (MusterOpeningEditor *self)
{
  guint            n = g_list_model_get_n_items (muster_opening_draft_get_criteria (self->draft));
  double           sum = muster_opening_draft_sum_points (self->draft);
  gboolean         is_whole = ABS (sum - MUSTER_POINTS_IN_ALL) < 0.001;
  g_autofree char *text = g_strdup_printf (_ ("%g of %d points"), sum, MUSTER_POINTS_IN_ALL);

  gtk_label_set_text (self->sum, text);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), n > 0);
  gtk_widget_set_visible (self->balance, n > 0 && !is_whole);
  if (is_whole)
    gtk_widget_remove_css_class (GTK_WIDGET (self->sum), "tone-attention");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->sum), "tone-attention");
}

/* Why the button cannot be pressed stands beside it, and in its description for those who hear it. */
static void
show_problem (MusterOpeningEditor *self)
{
  g_autofree char *problem = muster_opening_draft_dup_problem (self->draft);
  gboolean         is_open = !self->is_storing && self->proposing == NULL;

  if (problem == NULL && self->version > 0 && !muster_opening_draft_is_changed (self->draft))
    problem = g_strdup (_ ("Nothing is changed yet"));
  adw_window_title_set_subtitle (self->heading, problem != NULL ? problem : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->fix), problem == NULL && is_open);
  if (problem != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->fix), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->fix), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
show (MusterOpeningEditor *self)
{
  const char *description = muster_opening_draft_get_description (self->draft);
  const char *title = muster_opening_draft_get_title (self->draft);

  if (strcmp (gtk_editable_get_text (self->title_row), title) != 0)
    gtk_editable_set_text (self->title_row, title);
  gtk_widget_set_sensitive (GTK_WIDGET (self->propose),
                            *description != '\0' && self->proposing == NULL && !self->is_storing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scroller), !self->is_storing);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->proposing != NULL);
  gtk_spinner_set_spinning (self->spinner, self->proposing != NULL);
  show_sum (self);
  show_problem (self);
}

static void
title_changed_cb (MusterOpeningEditor *self)
{
  muster_opening_draft_set_title (self->draft, gtk_editable_get_text (self->title_row));
}

static void
title_activated_cb (MusterOpeningEditor *self)
{
  adw_expander_row_set_expanded (self->description_row, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->description));
}

static void
description_changed_cb (MusterOpeningEditor *self)
{
  g_autofree char *description = dup_description (self);

  if (self->proposing != NULL)
    g_cancellable_cancel (self->proposing);
  g_clear_object (&self->proposing);
  show_description_size (self);
  muster_opening_draft_set_description (self->draft, description);
  show (self);
}

static void
propose_in_worker (GTask *task, gpointer source, gpointer text, GCancellable *cancellable)
{
  GError        *error = NULL;
  MusterOpening *opening = muster_opening_new_from_text (text, &error);

  if (opening != NULL)
    g_task_return_pointer (task, opening, (GDestroyNotify) muster_opening_unref);
  else
    g_task_return_error (task, error);
}

static void
take_proposal (MusterOpeningEditor *self, MusterOpening *proposal)
{
  const char      *title = muster_opening_get_title (proposal);
  guint            n_added = muster_opening_draft_add_proposal (self->draft, proposal);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u criterion is proposed. Look it over: nothing is fixed yet.",
                "%u criteria are proposed. Look them over: nothing is fixed yet.", n_added), n_added);

  if (*muster_opening_draft_get_title (self->draft) == '\0' && g_utf8_strlen (title, -1) <= MAX_TITLE_CHARACTERS)
    muster_opening_draft_set_title (self->draft, title);
  tell (self, n_added > 0 ? text : _ ("The description asks for nothing that is not here already."));
  if (n_added > 0)
    adw_expander_row_set_expanded (self->description_row, FALSE);
}

static void
proposed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterOpeningEditor *self = MUSTER_OPENING_EDITOR (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterOpening) proposal = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->draft == NULL || self->proposing == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->proposing)
    return;

  g_clear_object (&self->proposing);
  if (proposal != NULL)
    take_proposal (self, proposal);
  else
    tell (self, _ ("No criterion could be read from the description. Name skills, years of experience, a degree, "
                   "languages or certificates, or add criteria one by one."));
  show (self);
}

static void
propose_cb (MusterOpeningEditor *self)
{
  const char *title = muster_opening_draft_get_title (self->draft);
  g_autoptr (GTask) task = NULL;

  if (self->proposing != NULL)
    return;

  self->proposing = g_cancellable_new ();
  task = g_task_new (self, self->proposing, proposed_cb, NULL);
  g_task_set_source_tag (task, propose_cb);
  g_task_set_task_data (task, g_strconcat (title, "\n", muster_opening_draft_get_description (self->draft), NULL),
                        g_free);
  g_task_run_in_thread (task, propose_in_worker);
  tell (self, NULL);
  show (self);
}

/* An advertisement that is pasted into an empty form speaks for itself. */
static void
pasted_cb (MusterOpeningEditor *self)
{
  GListModel *criteria = muster_opening_draft_get_criteria (self->draft);

  if (g_list_model_get_n_items (criteria) == 0 && *muster_opening_draft_get_description (self->draft) != '\0')
    propose_cb (self);
}

static MusterCriterionEditorRow *
find_row (MusterOpeningEditor *self, MusterCriterionDraft *criterion)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    {
      MusterCriterionEditorRow *row = MUSTER_CRITERION_EDITOR_ROW (gtk_list_box_get_row_at_index (self->list, i));

      if (muster_criterion_editor_row_get_criterion (row) == criterion)
        return row;
    }

  return NULL;
}

static void
add_cb (MusterOpeningEditor *self)
{
  g_autoptr (MusterCriterionDraft) criterion = muster_criterion_draft_new (NULL);
  double rest = MUSTER_POINTS_IN_ALL - muster_opening_draft_sum_points (self->draft);

  muster_criterion_draft_set_points (criterion, MAX (5, rest));
  muster_opening_draft_add (self->draft, criterion);
  muster_criterion_editor_row_focus_name (find_row (self, criterion));
}

/* The last one leads to a new one: a list is typed without leaving the keys. */
static void
next_cb (MusterOpeningEditor *self, MusterCriterionEditorRow *row)
{
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  if (next != NULL)
    muster_criterion_editor_row_focus_name (MUSTER_CRITERION_EDITOR_ROW (next));
  else if (muster_criterion_draft_is_complete (muster_criterion_editor_row_get_criterion (row)))
    add_cb (self);
}

static void
remove_cb (MusterOpeningEditor *self, MusterCriterionEditorRow *row)
{
  int            index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  muster_opening_draft_remove (self->draft, muster_criterion_editor_row_get_criterion (row));
  next = gtk_list_box_get_row_at_index (self->list, index);
  if (next == NULL)
    next = gtk_list_box_get_row_at_index (self->list, index - 1);
  if (next != NULL)
    muster_criterion_editor_row_focus_name (MUSTER_CRITERION_EDITOR_ROW (next));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

static void
focus_moved (MusterOpeningEditor *self, MusterCriterionDraft *criterion)
{
  MusterCriterionEditorRow *row = find_row (self, criterion);

  if (row != NULL)
    muster_criterion_editor_row_focus_handle (row);
}

static void
move_cb (MusterOpeningEditor *self, int by, MusterCriterionEditorRow *row)
{
  g_autoptr (MusterCriterionDraft) criterion = g_object_ref (muster_criterion_editor_row_get_criterion (row));

  if (muster_opening_draft_move_by (self->draft, criterion, by))
    focus_moved (self, criterion);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
drop_cb (MusterOpeningEditor *self, MusterCriterionDraft *dropped, MusterCriterionEditorRow *row)
{
  g_autoptr (MusterCriterionDraft) kept = g_object_ref (dropped);

  muster_opening_draft_move_to (self->draft, kept, muster_criterion_editor_row_get_criterion (row));
  focus_moved (self, kept);
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = muster_criterion_editor_row_new (item);

  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (move_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "drop", G_CALLBACK (drop_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "next", G_CALLBACK (next_cb), user_data, G_CONNECT_SWAPPED);

  return row;
}

static void
spread_cb (MusterOpeningEditor *self)
{
  muster_opening_draft_spread_evenly (self->draft);
}

static void
make_whole_cb (MusterOpeningEditor *self)
{
  muster_opening_draft_make_whole (self->draft);
}

static void
store (MusterOpeningEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterOpening) opening = muster_opening_draft_finish (self->draft, &error);

  if (opening == NULL)
    {
      muster_opening_editor_show_error (self, error);
      return;
    }

  self->is_storing = TRUE;
  show (self);
  g_signal_emit (self, signals[SIGNAL_FIX], 0, opening);
}

static void
change_answered_cb (MusterOpeningEditor *self, const char *response)
{
  if (g_str_equal (response, "fix"))
    store (self);
}

static void
ask_for_change (MusterOpeningEditor *self)
{
  GtkWidget       *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Change Fixed Criteria?"), NULL);
  g_autofree char *body = g_strdup_printf (
      _ ("What you changed becomes version %u and everybody is ranked anew. Version %u stays on record, and the "
         "change is logged."), self->version + 1, self->version);
  g_autofree char *verb = g_strdup_printf (_ ("Fix Version %u"), self->version + 1);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "fix", verb, NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "fix");
  g_signal_connect_object (dialog, "response", G_CALLBACK (change_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
fix_cb (MusterOpeningEditor *self)
{
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->fix)))
    return;
  if (self->version > 0)
    ask_for_change (self);
  else
    store (self);
}

static gboolean
fix_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  fix_cb (MUSTER_OPENING_EDITOR (widget));

  return GDK_EVENT_STOP;
}

static gboolean
close_cb (gpointer user_data)
{
  MusterOpeningEditor *self = user_data;

  self->close_id = 0;
  gtk_window_close (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

/* The dialog goes with its parent, and still has to come back from this answer: the parent goes right after. */
static void
discard_answered_cb (MusterOpeningEditor *self, const char *response)
{
  if (!g_str_equal (response, "discard") || self->may_close)
    return;

  self->may_close = TRUE;
  self->close_id = g_idle_add (close_cb, self);
}

static void
ask_to_discard (MusterOpeningEditor *self)
{
  gboolean   is_change = self->version > 0;
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), is_change ? _ ("Discard These Changes?") : _ ("Discard This Opening?"),
      is_change ? _ ("The opening stays as it was fixed.") : _ ("What you wrote is not fixed yet and will be lost."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("Keep Writing"), "discard", _ ("Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
muster_opening_editor_close_request (GtkWindow *window)
{
  MusterOpeningEditor *self = MUSTER_OPENING_EDITOR (window);

  if (self->is_storing && !self->may_close)
    return GDK_EVENT_STOP;
  if (!self->may_close && muster_opening_draft_is_changed (self->draft))
    {
      ask_to_discard (self);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (muster_opening_editor_parent_class)->close_request (window);
}

static void
muster_opening_editor_dispose (GObject *object)
{
  MusterOpeningEditor *self = MUSTER_OPENING_EDITOR (object);

  g_clear_handle_id (&self->close_id, g_source_remove);
  if (self->proposing != NULL)
    g_cancellable_cancel (self->proposing);
  g_clear_object (&self->proposing);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_OPENING_EDITOR);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (muster_opening_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-opening-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, cancel);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, fix);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, description_row);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, description);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, sum);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, spinner);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, propose);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, add);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, news);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, list);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, balance);
  gtk_widget_class_bind_template_child (widget_class, MusterOpeningEditor, lock_note);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, propose_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, spread_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_whole_cb);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
}

static void
muster_opening_editor_class_init (MusterOpeningEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_opening_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = muster_opening_editor_close_request;

  signals[SIGNAL_FIX] = g_signal_new ("fix", MUSTER_TYPE_OPENING_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_POINTER);

  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, fix_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, fix_key_cb, NULL);
}

static void
muster_opening_editor_init (MusterOpeningEditor *self)
{
  self->draft = muster_opening_draft_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_opening (MusterOpeningEditor *self, MusterOpening *opening, guint version)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (self->description);
  g_autofree char *note = g_strdup_printf (
      _ ("The criteria were fixed as version %u. What you change becomes version %u and is logged."), version,
      version + 1);

  self->version = version;
  gtk_window_set_title (GTK_WINDOW (self), _ ("Change Criteria"));
  gtk_label_set_text (self->lock_note, note);
  gtk_editable_set_text (self->title_row, muster_opening_get_title (opening));
  gtk_text_buffer_set_text (buffer, muster_opening_get_description (opening), -1);
  gtk_button_set_label (self->cancel, _ ("Cancel"));
}

/** muster_opening_editor_new: @parent: over which it stands. Returns: (transfer none): GTK's until it is closed. */
MusterOpeningEditor *
muster_opening_editor_new (GtkWindow *parent, MusterOpening *opening, guint version)
{
  MusterOpeningEditor *self = g_object_new (MUSTER_TYPE_OPENING_EDITOR, "transient-for", parent, NULL);
  GtkTextBuffer       *buffer = gtk_text_view_get_buffer (self->description);

  g_set_object (&self->draft, NULL);
  self->draft = muster_opening_draft_new (opening);
  if (opening != NULL)
    show_opening (self, opening, version);
  g_object_bind_property (self, "title", self->heading, "title", G_BINDING_SYNC_CREATE);
  adw_expander_row_set_expanded (self->description_row, opening == NULL);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (description_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "paste-done", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, muster_opening_draft_get_criteria (self->draft), make_row, self, NULL);
  show_description_size (self);
  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));

  return self;
}

MusterOpeningDraft *
muster_opening_editor_get_draft (MusterOpeningEditor *self)
{
  g_return_val_if_fail (MUSTER_IS_OPENING_EDITOR (self), NULL);

  return self->draft;
}

void
muster_opening_editor_finish (MusterOpeningEditor *self)
{
  g_return_if_fail (MUSTER_IS_OPENING_EDITOR (self));

  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/** muster_opening_editor_show_error: @error: why it could not be stored; everything stays as it was written. */
void
muster_opening_editor_show_error (MusterOpeningEditor *self, const GError *error)
{
  g_return_if_fail (MUSTER_IS_OPENING_EDITOR (self));

  self->is_storing = FALSE;
  tell (self, error->message);
  show (self);
}

gboolean
muster_opening_editor_is_busy (MusterOpeningEditor *self)
{
  g_return_val_if_fail (MUSTER_IS_OPENING_EDITOR (self), FALSE);

  return self->proposing != NULL || self->is_storing;
}
