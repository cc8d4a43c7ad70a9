/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the library in a worker as somebody types, one question at a time; the answer to the last words is shown. What is
 * chosen is opened through the desk; the window then closes. */

#include "muster-search-window.h"

#include "muster-library-queries.h"

#include <glib/gi18n-lib.h>

#define MAX_HITS 50

struct _MusterSearchWindow
{
  AdwWindow         parent_instance;
  MusterHiringDesk *desk;
  GCancellable     *cancellable; /* of the question under way, NULL: none */

  GtkSearchEntry *entry;
  GtkStack       *stack;
  GtkListBox     *list;
  AdwStatusPage  *nothing;
};

typedef struct
{
  MusterLibrary *library;
  char          *words;
} Question;

/* What a row opens. */
typedef struct
{
  gint64 opening_id;   /* of an opening's row, else 0 */
  gint64 candidate_id;
  gint64 document_id;
  guint  page;
} Target;

G_DEFINE_FINAL_TYPE (MusterSearchWindow, muster_search_window, ADW_TYPE_WINDOW)

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->library);
  g_free (question->words);
  g_free (question);
}

static void
append_row (MusterSearchWindow *self, const char *icon, const char *title, const char *detail, const Target *target)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *line = g_strdup (detail);

  g_strdelimit (line, "\n\t", ' ');
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "muster-target", g_memdup2 (target, sizeof *target), g_free);
  gtk_list_box_append (self->list, row);
}

static void
append_openings (MusterSearchWindow *self, const char *words)
{
  MusterOpeningList *openings = muster_hiring_desk_get_openings (self->desk);
  g_autofree char   *wanted = g_utf8_casefold (words, -1);

  for (guint i = 0; openings != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (openings)); i++)
    {
      g_autoptr (MusterOpeningItem) item = g_list_model_get_item (G_LIST_MODEL (openings), i);
      const MusterOpeningRecord *record = muster_opening_item_get_record (item);
      g_autofree char *title = g_utf8_casefold (record->title, -1);
      Target           target = { .opening_id = record->id };

      if (record->id != 0 && strstr (title, wanted) != NULL)
        append_row (self, "muster-opening-symbolic", record->title, _ ("Opening"), &target);
    }
}

static void
show_hits (MusterSearchWindow *self, GPtrArray *hits)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  append_openings (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  for (guint i = 0; i < hits->len; i++)
    {
      const MusterSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *page = g_strdup_printf (_ ("p. %u"), hit->page);
      g_autofree char *detail = hit->page > 0 ? g_strdup_printf ("%s · %s", hit->snippet, page) : g_strdup (hit->snippet);
      Target target = { 0, hit->candidate_id, hit->document_id, hit->page };

      append_row (self, "muster-resume-symbolic", *hit->name != '\0' ? hit->name : _ ("Name not found"), detail, &target);
    }
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  gtk_stack_set_visible_child_name (self->stack, row != NULL ? "hits" : "nothing");
}

static void
search_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError         *error = NULL;
  GPtrArray      *hits = muster_library_search (question->library, question->words, MAX_HITS, &error);

  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterSearchWindow *self = MUSTER_SEARCH_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return; /* other words were typed meanwhile */

  g_clear_object (&self->cancellable);
  if (hits != NULL)
    {
      show_hits (self, hits);
      return;
    }
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->nothing, escaped);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
search_cb (MusterSearchWindow *self)
{
  const char       *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GTask) task = NULL;
  Question         *question;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (*words == '\0' || muster_hiring_desk_get_library (self->desk) == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "begin");
      return;
    }

  question = g_new0 (Question, 1);
  question->library = g_object_ref (muster_hiring_desk_get_library (self->desk));
  question->words = g_strdup (words);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, found_cb, NULL);
  g_task_set_source_tag (task, search_cb);
  g_task_set_check_cancellable (task, FALSE); /* whether the answer is still wanted is asked by found_cb */
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, search_in_worker);
}

static void
open_row (MusterSearchWindow *self, GtkListBoxRow *row)
{
  const Target *target = row != NULL ? g_object_get_data (G_OBJECT (row), "muster-target") : NULL;

  if (target == NULL)
    return;
  if (target->opening_id != 0)
    muster_hiring_desk_set_opening_id (self->desk, target->opening_id);
  else
    muster_hiring_desk_open_person (self->desk, target->candidate_id, 0, target->document_id, target->page);
  gtk_window_close (GTK_WINDOW (self));
}

static void
activate_cb (MusterSearchWindow *self)
{
  open_row (self, gtk_list_box_get_selected_row (self->list));
}

/* The arrows walk the list while the cursor stays in the words. */
static gboolean
key_cb (MusterSearchWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int            index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next;

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return FALSE;
  next = gtk_list_box_get_row_at_index (self->list, index + (keyval == GDK_KEY_Down ? 1 : -1));
  if (next != NULL)
    {
      gtk_list_box_select_row (self->list, next);
      gtk_widget_grab_focus (GTK_WIDGET (next));
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    }

  return TRUE;
}

static void
muster_search_window_dispose (GObject *object)
{
  MusterSearchWindow *self = MUSTER_SEARCH_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_SEARCH_WINDOW);

  G_OBJECT_CLASS (muster_search_window_parent_class)->dispose (object);
}

static void
muster_search_window_class_init (MusterSearchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_search_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-search-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSearchWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, MusterSearchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterSearchWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MusterSearchWindow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_row);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
muster_search_window_init (MusterSearchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** muster_search_window_new: @desk: whose library is searched and who opens what is chosen. */
MusterSearchWindow *
muster_search_window_new (GtkWindow *parent, MusterHiringDesk *desk)
{
  MusterSearchWindow *self = g_object_new (MUSTER_TYPE_SEARCH_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);

  return self;
}

gboolean
muster_search_window_is_busy (MusterSearchWindow *self)
{
  g_return_val_if_fail (MUSTER_IS_SEARCH_WINDOW (self), FALSE);

  return self->cancellable != NULL;
}
