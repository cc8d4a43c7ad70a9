/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Criteria out of the description. A worker reads the text; an answer to a text that has changed meanwhile is thrown
 * away. */

#include "muster-opening-editor-private.h"

#include <glib/gi18n-lib.h>

#define MAX_TITLE_CHARACTERS 100

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
  GtkWidget       *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint            n_added;
  g_autofree char *text = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    muster_opening_editor_let_go (self);
  n_added = muster_opening_draft_add_proposal (self->draft, proposal);
  text = g_strdup_printf (
      ngettext ("%u criterion is proposed. Look it over: nothing is fixed yet.",
                "%u criteria are proposed. Look them over: nothing is fixed yet.", n_added), n_added);

  if (*muster_opening_draft_get_title (self->draft) == '\0' && g_utf8_strlen (title, -1) <= MAX_TITLE_CHARACTERS)
    muster_opening_draft_set_title (self->draft, title);
  muster_opening_editor_tell (self, n_added > 0 ? text : _ ("The description asks for nothing that is not here already."));
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
    muster_opening_editor_tell (self, _ ("No criterion could be read from the description. Name skills, years of experience, a degree, "
                   "languages or certificates, or add criteria one by one."));
  muster_opening_editor_show (self);
}

void
muster_opening_editor_propose (MusterOpeningEditor *self)
{
  const char *title = muster_opening_draft_get_title (self->draft);
  g_autoptr (GTask) task = NULL;

  if (self->proposing != NULL)
    return;

  self->proposing = g_cancellable_new ();
  task = g_task_new (self, self->proposing, proposed_cb, NULL);
  g_task_set_source_tag (task, muster_opening_editor_propose);
  g_task_set_task_data (task, g_strconcat (title, "\n", muster_opening_draft_get_description (self->draft), NULL),
                        g_free);
  g_task_run_in_thread (task, propose_in_worker);
  muster_opening_editor_tell (self, NULL);
  muster_opening_editor_show (self);
}

/* An advertisement that is pasted into an empty form speaks for itself. */
void
muster_opening_editor_pasted (MusterOpeningEditor *self)
{
  GListModel *criteria = muster_opening_draft_get_criteria (self->draft);

  if (g_list_model_get_n_items (criteria) == 0 && *muster_opening_draft_get_description (self->draft) != '\0')
    muster_opening_editor_propose (self);
}
