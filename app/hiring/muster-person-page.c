/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper is read in a worker, again whenever the library says that something changed; an answer is shown
 * only if it is still wanted. Pictures come by themselves: whatever there is is shown until a sharper one has
 * been drawn. */

#include "muster-person-page-private.h"

#include "muster-empty-state.h"
#include "muster-panel-tab.h"
#include "muster-quote.h"

#include <glib/gi18n-lib.h>

#define RESOLUTION_DELAY_MS 200

typedef struct
{
  MusterLibrary *library;
  gint64         candidate_id;
  gint64         opening_id;
  gint64         document_id;
} Question;

G_DEFINE_FINAL_TYPE (MusterPersonPage, muster_person_page, PANEL_TYPE_WIDGET)

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->library);
  g_free (question);
}

const MusterCandidateRecord *
muster_person_page_get_record (MusterPersonPage *self)
{
  return muster_candidate_row_get_record (self->row);
}

static guint
count_pages (MusterPersonPage *self)
{
  return self->paper != NULL ? muster_document_get_n_pages (self->paper->document) : 0;
}

static void
set_enabled (MusterPersonPage *self, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static gboolean
want_picture_cb (gpointer data)
{
  MusterPersonPage *self = data;
  double            dpi;

  self->want_id = 0;
  g_object_get (self->canvas, "wished-dpi", &dpi, NULL);
  if (dpi > 0 && count_pages (self) > 0)
    muster_page_pictures_want (self->pictures, self->paper->document_id, self->page, count_pages (self), dpi);

  return G_SOURCE_REMOVE;
}

/* The first picture of a page is asked for at once, others when a person has stopped zooming. */
static void
want_picture (MusterPersonPage *self)
{
  double dpi;

  g_clear_handle_id (&self->want_id, g_source_remove);
  g_object_get (self->canvas, "wished-dpi", &dpi, NULL);
  if (dpi <= 0 || count_pages (self) == 0)
    return;
  if (muster_page_pictures_get (self->pictures, self->paper->document_id, self->page) == NULL)
    want_picture_cb (self);
  else
    self->want_id = g_timeout_add (RESOLUTION_DELAY_MS, want_picture_cb, self);
}

static void
show_picture (MusterPersonPage *self)
{
  gint64        document_id = self->paper->document_id;
  GdkTexture   *texture = muster_page_pictures_get (self->pictures, document_id, self->page);
  const GError *failure = muster_page_pictures_get_failure (self->pictures, document_id, self->page);

  if (texture != NULL)
    muster_page_canvas_set_picture (self->canvas, texture);
  else if (failure != NULL)
    muster_page_canvas_set_failure (
        self->canvas,
        failure->message,
        g_error_matches (failure, MUSTER_LIBRARY_ERROR, MUSTER_LIBRARY_ERROR_NEEDS_PASSWORD) ? _ ("Unlock…")
                                                                                             : NULL);
  else
    muster_page_canvas_set_loading (self->canvas);
}

static void
pictures_changed_cb (MusterPersonPage *self, gint64 document_id, guint page)
{
  if (self->paper != NULL && document_id == self->paper->document_id && page == self->page)
    show_picture (self);
}

static void
show_page_number (MusterPersonPage *self)
{
  /* Translators: keep the markup; the first number is the page that is shown. */
  g_autofree char *text = g_strdup_printf (_ ("Page <b>%u</b> of %u"), self->page, count_pages (self));

  gtk_label_set_markup (self->page_label, text);
  set_enabled (self, "previous", self->page > 1);
  set_enabled (self, "next", self->page < count_pages (self));
}

static void
show_page (MusterPersonPage *self)
{
  MusterPage *page = muster_document_get_page (self->paper->document, self->page - 1);

  show_page_number (self);
  muster_page_canvas_set_page (
      self->canvas, muster_page_get_width_pt (page), muster_page_get_height_pt (page));
  show_picture (self);
  muster_person_page_show_boxes (self);
  want_picture (self);
}

void
muster_person_page_turn_to (MusterPersonPage *self, guint page)
{
  guint n_pages = count_pages (self);

  if (n_pages == 0)
    return;

  self->page = CLAMP (page, 1, n_pages);
  show_page (self);
}

char *
muster_person_page_dup_document_name (MusterPersonPage *self, const MusterDocumentRecord *record)
{
  return self->paper->is_masked ? muster_library_dup_document_name (record->id, record->media_type)
                                : g_strdup (record->file_name);
}

static void
show_documents (MusterPersonPage *self)
{
  const GPtrArray *documents = self->paper->documents;

  g_menu_remove_all (self->document_items);
  for (guint i = 0; i < documents->len; i++)
    {
      const MusterDocumentRecord *record = g_ptr_array_index (documents, i);
      g_autofree char            *name = muster_person_page_dup_document_name (self, record);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

      g_menu_item_set_attribute (item, "label", "s", name);
      g_menu_item_set_action_and_target (item, "page.document", "x", record->id);
      g_menu_append_item (self->document_items, item);
      if (record->id == self->paper->document_id)
        {
          GtkWidget *label = gtk_menu_button_get_child (self->documents);

          gtk_label_set_text (GTK_LABEL (label), name);
          gtk_widget_set_tooltip_text (GTK_WIDGET (self->documents), name);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->documents), documents->len > 1);
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "document")),
      g_variant_new_int64 (self->paper->document_id));
}

static char *
dup_hidden_words (MusterPersonPage *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < count_pages (self); i++)
    {
      guint             n_hidden;
      const MusterWord *hidden
          = muster_page_get_hidden_words (muster_document_get_page (self->paper->document, i), &n_hidden);

      for (guint k = 0; k < n_hidden; k++)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", hidden[k].text);
    }

  return g_string_free (words, FALSE);
}

static void
show_hidden_words (MusterPersonPage *self)
{
  guint            n_hidden = muster_person_paper_count_hidden (self->paper);
  g_autofree char *words = dup_hidden_words (self);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u word is in the file but not visible on the page. It was kept out of the score.",
                "%u words are in the file but not visible on the page. They were kept out of the score.",
                n_hidden),
      n_hidden);

  gtk_label_set_text (self->foot_text, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->foot_text), text);
  gtk_label_set_text (self->hidden_words, words);
  gtk_widget_set_visible (self->foot, n_hidden > 0);
  set_enabled (self, "hidden-words", n_hidden > 0);
}

static void
show_paper (MusterPersonPage *self)
{
  show_documents (self);
  show_hidden_words (self);
  if (count_pages (self) == 0)
    {
      g_object_set (self->failure,
                    "title",
                    _ ("Nothing to show"),
                    "description",
                    _ ("This document has no pages."),
                    NULL);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "page");
  if (self->page == 0)
    {
      gboolean    is_pinned;
      const char *pointer = muster_hiring_desk_get_pointed (self->desk, &is_pinned);

      self->page = MAX (1, muster_person_paper_find_page (self->paper, pointer));
    }
  muster_person_page_turn_to (self, self->page);
  muster_person_page_follow_desk (self);
}

static void
read_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question    *question = data;
  GError            *error = NULL;
  MusterPersonPaper *paper = muster_person_paper_load (
      question->library, question->candidate_id, question->opening_id, question->document_id, &error);

  if (paper != NULL)
    g_task_return_pointer (task, paper, (GDestroyNotify) muster_person_paper_free);
  else
    g_task_return_error (task, error);
}

static void
paper_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterPersonPage *self = MUSTER_PERSON_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPersonPaper) paper = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return; /* another document was chosen meanwhile */

  g_clear_object (&self->cancellable);
  if (paper != NULL)
    {
      g_clear_pointer (&self->paper, muster_person_paper_free);
      self->paper = g_steal_pointer (&paper);
      self->document_id = self->paper->document_id;
      show_paper (self);
      return;
    }

  g_object_set (
      self->failure, "title", _ ("This document cannot be shown"), "description", error->message, NULL);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
stop_reading (MusterPersonPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_paper (MusterPersonPage *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question = g_new0 (Question, 1);

  stop_reading (self);
  question->library = g_object_ref (self->library);
  question->candidate_id = self->candidate_id;
  question->opening_id = self->opening_id;
  question->document_id = self->document_id;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, paper_read_cb, NULL);
  g_task_set_source_tag (task, read_paper);
  g_task_set_check_cancellable (task, FALSE); /* paper_read_cb asks whether the answer is still wanted */
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, read_in_worker);
}

static void
library_changed_cb (MusterPersonPage *self, MusterStoreChange changes)
{
  if (changes & (MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_FITS | MUSTER_CHANGED_BLIND))
    read_paper (self);
}

static void
record_loaded_cb (MusterPersonPage *self)
{
  const MusterCandidateRecord *record = muster_person_page_get_record (self);

  if (record != NULL)
    panel_widget_set_title (PANEL_WIDGET (self), *record->name != '\0' ? record->name : _ ("Name not found"));
}

static void
zoom_cb (MusterPersonPage *self)
{
  double           zoom;
  g_autofree char *text = NULL;

  g_object_get (self->canvas, "zoom", &zoom, NULL);
  /* Translators: a number of per cent, with a narrow space before the sign. */
  text = g_strdup_printf (_ ("%.0f\302\240%%"), 100 * zoom);
  gtk_label_set_text (self->zoom_label, text);
}

static void
zoom_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterPersonPage *self = user_data;
  const char       *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "zoom-in"))
    muster_page_canvas_zoom_in (self->canvas);
  else if (g_str_equal (name, "zoom-out"))
    muster_page_canvas_zoom_out (self->canvas);
  else
    g_object_set (self->canvas, "fits-width", TRUE, NULL);
}

static void
turn_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterPersonPage *self = user_data;
  gboolean          is_next = g_str_equal (g_action_get_name (G_ACTION (action)), "next");

  muster_person_page_turn_to (self, is_next ? self->page + 1 : self->page - 1);
}

static void
hidden_words_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_menu_button_popup (((MusterPersonPage *) user_data)->hidden_button);
}

static void
choose_document_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  muster_person_page_show (user_data, g_variant_get_int64 (value), 1);
}

static const struct
{
  const char *name;
  const char *title;
  int         evidence;
} evidences[] = {
  { "all", N_ ("All Evidence"), MUSTER_EVIDENCE_ALL },
  { "work", N_ ("Work"), MUSTER_PROFILE_WORK },
  { "education", N_ ("Education"), MUSTER_PROFILE_EDUCATION },
  { "skills", N_ ("Skills"), MUSTER_PROFILE_SKILLS },
  { "languages", N_ ("Languages"), MUSTER_PROFILE_LANGUAGES },
  { "certificates", N_ ("Certificates"), MUSTER_PROFILE_CERTIFICATES },
  { "nothing", N_ ("Nothing"), MUSTER_EVIDENCE_NONE },
};

static void
choose_evidence_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  MusterPersonPage *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (evidences); i++)
    if (g_str_equal (evidences[i].name, g_variant_get_string (value, NULL)))
      {
        self->evidence = evidences[i].evidence;
        gtk_menu_button_set_label (self->evidence_button, _ (evidences[i].title));
        g_simple_action_set_state (action, value);
      }
  if (count_pages (self) > 0)
    muster_person_page_show_boxes (self);
}

static void
install_actions (MusterPersonPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "previous", .activate = turn_cb },
    { .name = "next", .activate = turn_cb },
    { .name = "zoom-in", .activate = zoom_action_cb },
    { .name = "zoom-out", .activate = zoom_action_cb },
    { .name = "fit-width", .activate = zoom_action_cb },
    { .name = "hidden-words", .activate = hidden_words_cb },
    { .name = "document", .parameter_type = "x", .state = "int64 0", .change_state = choose_document_cb },
    { .name = "evidence", .parameter_type = "s", .state = "'all'", .change_state = choose_evidence_cb },
  };
  g_autoptr (GMenu) evidence = g_menu_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (self->actions));

  for (guint i = 0; i < G_N_ELEMENTS (evidences); i++)
    {
      g_autofree char *action = g_strdup_printf ("page.evidence::%s", evidences[i].name);

      g_menu_append (evidence, _ (evidences[i].title), action);
    }
  gtk_menu_button_set_menu_model (self->evidence_button, G_MENU_MODEL (evidence));
  gtk_menu_button_set_menu_model (self->evidence_narrow, G_MENU_MODEL (evidence));
  self->document_items = g_menu_new ();
  gtk_menu_button_set_menu_model (self->documents, G_MENU_MODEL (self->document_items));
}

/* Who is looked at is who is explained. */
static void
muster_person_page_map (GtkWidget *widget)
{
  MusterPersonPage            *self = MUSTER_PERSON_PAGE (widget);
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);

  GTK_WIDGET_CLASS (muster_person_page_parent_class)->map (widget);
  if (self->library != NULL && muster_hiring_desk_get_library (self->desk) == self->library
      && (person == NULL || person->id != self->candidate_id))
    muster_hiring_desk_set_person (self->desk, self->row);
}

/* Nothing of a library stays here when it goes, however long the panel itself is still held by its frame. */
static void
let_go (MusterPersonPage *self)
{
  stop_reading (self);
  g_clear_handle_id (&self->want_id, g_source_remove);
  if (self->pictures != NULL)
    muster_page_pictures_want (self->pictures, 0, 0, 0, 0);
  g_clear_object (&self->pictures);
  g_clear_pointer (&self->paper, muster_person_paper_free);
  g_clear_object (&self->row);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
}

static void
muster_person_page_dispose (GObject *object)
{
  MusterPersonPage *self = MUSTER_PERSON_PAGE (object);

  let_go (self);
  g_clear_object (&self->desk);
  g_clear_object (&self->actions);
  g_clear_object (&self->document_items);
  panel_widget_set_child (PANEL_WIDGET (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_PERSON_PAGE);

  G_OBJECT_CLASS (muster_person_page_parent_class)->dispose (object);
}

static void
muster_person_page_class_init (MusterPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_person_page_dispose;
  widget_class->map = muster_person_page_map;

  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  g_type_ensure (MUSTER_TYPE_PAGE_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterPersonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonPage, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonPage, documents);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonPage, evidence_button);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonPage, evidence_narrow);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonPage, foot);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonPage, foot_text);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonPage, hidden_button);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonPage, hidden_words);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonPage, failure);
}

static void
muster_person_page_init (MusterPersonPage *self)
{
  self->evidence = MUSTER_EVIDENCE_ALL;
  gtk_widget_init_template (GTK_WIDGET (self));
  install_actions (self);
  g_signal_connect_swapped (self->canvas, "notify::zoom", G_CALLBACK (zoom_cb), self);
  g_signal_connect_swapped (self->canvas, "notify::wished-dpi", G_CALLBACK (want_picture), self);
  muster_person_page_connect_canvas (self);
  muster_person_page_connect_unlock (self);
  zoom_cb (self);
}

char *
muster_person_page_dup_id (gint64 candidate_id, gint64 opening_id)
{
  return g_strdup_printf ("person:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, candidate_id, opening_id);
}

/** muster_person_page_new: @desk: with a library, of which @candidate_id is a person. */
MusterPersonPage *
muster_person_page_new (MusterHiringDesk *desk, gint64 candidate_id, gint64 opening_id)
{
  g_autofree char  *id = muster_person_page_dup_id (candidate_id, opening_id);
  MusterPersonPage *self = g_object_new (MUSTER_TYPE_PERSON_PAGE, "id", id, NULL);

  self->desk = g_object_ref (desk);
  self->library = g_object_ref (muster_hiring_desk_get_library (desk));
  self->candidate_id = candidate_id;
  self->opening_id = opening_id;
  self->pictures = muster_page_pictures_new (self->library);
  self->row = muster_candidate_row_follow (self->library, candidate_id, opening_id);
  muster_panel_tab_set_is_closable (muster_panel_tab_get (PANEL_WIDGET (self)), TRUE);
  g_signal_connect_object (
      self->row, "notify::loaded", G_CALLBACK (record_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->pictures, "changed", G_CALLBACK (pictures_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::library", G_CALLBACK (let_go), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      desk, "pointed", G_CALLBACK (muster_person_page_follow_desk), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
muster_person_page_show (MusterPersonPage *self, gint64 document_id, guint page)
{
  g_return_if_fail (MUSTER_IS_PERSON_PAGE (self) && self->library != NULL);

  if (self->paper != NULL && self->cancellable == NULL
      && (document_id == 0 || document_id == self->paper->document_id))
    {
      if (page != 0)
        muster_person_page_turn_to (self, page);
      return;
    }

  self->document_id = document_id;
  self->page = page;
  read_paper (self);
}

/* Its size is not known yet, or a reader draws. */
static gboolean
lacks_picture (MusterPersonPage *self)
{
  return count_pages (self) > 0 && gtk_widget_get_mapped (GTK_WIDGET (self->canvas))
         && muster_page_pictures_get (self->pictures, self->paper->document_id, self->page) == NULL
         && muster_page_pictures_get_failure (self->pictures, self->paper->document_id, self->page) == NULL;
}

gboolean
muster_person_page_is_busy (MusterPersonPage *self)
{
  return self->library != NULL
         && (lacks_picture (self) || self->cancellable != NULL || self->want_id != 0
             || muster_page_pictures_is_busy (self->pictures));
}
