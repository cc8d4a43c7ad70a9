/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form follows the draft and the draft the form. The rows of the criteria are in muster-opening-editor-rows.c, what is
 * proposed from the text in muster-opening-editor-proposal.c. */

#include "muster-opening-editor-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  SIGNAL_FIX,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterOpeningEditor, muster_opening_editor, ADW_TYPE_WINDOW)

/* @text (nullable): one line above the criteria on what came of a proposal. */
void
muster_opening_editor_tell (MusterOpeningEditor *self, const char *text)
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

/* @n_characters: of those that are words of their own, as Chinese is written without blanks. */
static guint
count_words (const char *text, guint *n_characters)
{
  guint    n_words = 0;
  gboolean is_in_word = FALSE;

  *n_characters = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_wide = g_unichar_iswide (c) && g_unichar_isalpha (c);

      *n_characters += is_wide;
      n_words += !is_in_word && !is_wide && g_unichar_isalnum (c);
      is_in_word = !is_wide && !g_unichar_isspace (c) && (is_in_word || g_unichar_isalnum (c));
    }

  return n_words;
}

static void
show_description_size (MusterOpeningEditor *self)
{
  g_autofree char *text = dup_description (self);
  guint            n_characters;
  guint            n_words = count_words (text, &n_characters);
  g_autofree char *size
      = n_characters > n_words
            ? g_strdup_printf (ngettext ("%u character", "%u characters", n_characters), n_characters)
            : g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);

  adw_expander_row_set_subtitle (self->description_row,
                                 n_words + n_characters > 0 ? size : _ ("Paste or type the advertisement"));
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

void
muster_opening_editor_show (MusterOpeningEditor *self)
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
  muster_opening_editor_show (self);
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
  muster_opening_editor_let_go (self);
  muster_opening_editor_show (self);
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
  gtk_widget_class_bind_template_callback (widget_class, muster_opening_editor_propose);
  gtk_widget_class_bind_template_callback (widget_class, muster_opening_editor_add);
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
  g_signal_connect_object (buffer, "paste-done", G_CALLBACK (muster_opening_editor_pasted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (muster_opening_editor_show), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, muster_opening_draft_get_criteria (self->draft),
                           muster_opening_editor_make_row, self, NULL);
  show_description_size (self);
  muster_opening_editor_show (self);
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
  if (self->draft == NULL) /* closed meanwhile with the window under it */
    return;
  muster_opening_editor_tell (self, error->message);
  muster_opening_editor_show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->fix));
}

gboolean
muster_opening_editor_is_busy (MusterOpeningEditor *self)
{
  g_return_val_if_fail (MUSTER_IS_OPENING_EDITOR (self), FALSE);

  return self->proposing != NULL || self->is_storing;
}
