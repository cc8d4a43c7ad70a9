/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the panels together and passes on what one tells the other: the opening chosen at the start edge to
 * the people in the centre, the person chosen there to the fit at the end edge. Commands are in the files
 * beside this one, by what they are about. */

#include "muster-window-private.h"

#include "muster-commands.h"
#include "muster-comparison.h"
#include "muster-search-window.h"

#include <glib/gi18n-lib.h>

#define NARROW_BELOW_PX 901

G_DEFINE_FINAL_TYPE (MusterWindow, muster_window, ADW_TYPE_APPLICATION_WINDOW)

/* The whole library is empty: the first-run page stands in the place of the table. */
static gboolean
is_empty (MusterWindow *self)
{
  MusterOpeningList         *openings = muster_hiring_desk_get_openings (self->desk);
  const MusterOpeningRecord *everybody
      = openings != NULL ? muster_opening_list_get_record (openings, 0) : NULL;

  return everybody != NULL && everybody->n_candidates == 0
         && g_list_model_get_n_items (muster_library_get_activities (self->library)) == 0;
}

static void
show_opening (MusterWindow *self)
{
  const MusterOpeningRecord *opening = muster_hiring_desk_get_opening (self->desk);

  if (opening == NULL)
    return;

  muster_drop_area_set_destination (self->drop_area, opening->id != 0 ? opening->title : NULL);
  muster_candidates_panel_set_first_run (self->candidates_panel, is_empty (self));
  muster_window_update_actions (self);
}

static void
openings_failed_cb (MusterWindow *self, const GError *error)
{
  muster_window_say_error (self, error);
}

void
muster_window_set_enabled (MusterWindow *self, const char *action, gboolean is_enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)),
                               is_enabled);
}

void
muster_window_update_actions (MusterWindow *self)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  gboolean can_write = self->library != NULL && !muster_library_is_read_only (self->library);
  gboolean can_decide = can_write && person != NULL && person->opening_id != 0;
  guint    n_chosen;
  GAction *set_stage = g_action_map_lookup_action (G_ACTION_MAP (self), "set-stage");

  muster_window_sync_blind (self);
  muster_window_set_enabled (self, "import-files", can_write);
  muster_window_set_enabled (self, "import-folder", can_write);
  muster_window_update_opening_actions (self);
  muster_window_update_paper_actions (self);
  muster_window_set_enabled (self, "search", self->library != NULL);
  muster_hiring_desk_get_chosen (self->desk, &n_chosen);
  muster_window_set_enabled (self, "compare",
                             n_chosen >= MUSTER_COMPARISON_MIN && n_chosen <= MUSTER_COMPARISON_MAX
                                 && muster_hiring_desk_get_opening_id (self->desk) > 0);
  muster_window_set_enabled (self, "toggle-start", self->library != NULL);
  muster_window_set_enabled (self, "toggle-end", self->library != NULL);
  muster_window_set_enabled (self, "toggle-bottom", self->library != NULL);
  muster_window_set_enabled (self, "shortlist", can_decide && (n_chosen > 1 || person->stage != MUSTER_STAGE_SHORTLIST));
  muster_window_set_enabled (self, "decline", can_decide && (n_chosen > 1 || person->stage != MUSTER_STAGE_DECLINED));
  muster_window_set_enabled (self, "set-stage", can_decide);
  muster_window_set_enabled (self, "undo", can_write && self->undo->len > 0);
  if (can_decide)
    g_simple_action_set_state (G_SIMPLE_ACTION (set_stage),
                               g_variant_new_string (muster_stage_name (person->stage)));
}

static void
show_shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (muster_commands_make_window (user_data)));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (muster_search_window_new (user_data, MUSTER_WINDOW (user_data)->desk)));
}

static void
filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  muster_dock_present (self->dock, "candidates");
  muster_candidates_panel_focus_filter (self->candidates_panel);
}

static void
compare_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;
  guint         n_chosen;
  const gint64 *chosen = muster_hiring_desk_get_chosen (self->desk, &n_chosen);

  muster_compare_panel_show (
      self->compare_panel, muster_hiring_desk_get_opening_id (self->desk), chosen, n_chosen);
  muster_dock_present (self->dock, "compare");
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (user_data);
}

static gboolean
adapt_cb (gpointer user_data)
{
  MusterWindow *self = user_data;

  self->adapt_id = 0;
  muster_window_set_narrow (self, gtk_widget_get_width (user_data) < NARROW_BELOW_PX);

  return G_SOURCE_REMOVE;
}

/* Panels may not come and go while sizes are being given out: they do right after. */
static void
muster_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MusterWindow *self = MUSTER_WINDOW (widget);

  GTK_WIDGET_CLASS (muster_window_parent_class)->size_allocate (widget, width, height, baseline);

  if (self->is_narrow != (width < NARROW_BELOW_PX) && self->adapt_id == 0)
    self->adapt_id = g_idle_add_full (G_PRIORITY_HIGH, adapt_cb, self, NULL);
}

static void
muster_window_dispose (GObject *object)
{
  MusterWindow *self = MUSTER_WINDOW (object);

  g_clear_handle_id (&self->adapt_id, g_source_remove);
  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->dock != NULL)
    muster_window_set_library (self, NULL);
  g_clear_object (&self->chooser);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_WINDOW);

  G_OBJECT_CLASS (muster_window_parent_class)->dispose (object);
}

static void
muster_window_finalize (GObject *object)
{
  g_ptr_array_unref (MUSTER_WINDOW (object)->undo);

  G_OBJECT_CLASS (muster_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, read_only);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, read_only_text);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, drop_area);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, dock);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, panels_menu);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, ring_button);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, ring);
}

static void
muster_window_class_init (MusterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_window_finalize;
  widget_class->size_allocate = muster_window_size_allocate;

  g_type_ensure (MUSTER_TYPE_ACTIVITY_RING);
  g_type_ensure (MUSTER_TYPE_DOCK);
  g_type_ensure (MUSTER_TYPE_DROP_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-window.ui");
  bind_children (widget_class);
}

static void
muster_window_init (MusterWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-shortcuts", .activate = show_shortcuts_cb },
    { .name = "search", .activate = search_cb },
    { .name = "filter", .activate = filter_cb },
    { .name = "compare", .activate = compare_cb },
    { .name = "close", .activate = close_cb },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->desk = muster_hiring_desk_new ();
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->desk, "opening-changed", G_CALLBACK (show_opening), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->desk, "person-changed", G_CALLBACK (muster_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->desk, "chosen-changed", G_CALLBACK (muster_window_update_actions), self, G_CONNECT_SWAPPED);
  muster_window_install_panels (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  muster_window_install_layout (self);
  muster_window_install_imports (self);
  muster_window_install_remedies (self);
  muster_window_install_work (self);
  muster_window_install_decisions (self);
  muster_window_install_blind (self);
  muster_window_install_openings (self);
  muster_window_install_papers (self);
  muster_window_update_actions (self);
}

/** muster_window_new: Returns: a window that waits for its library. */
GtkWidget *
muster_window_new (GtkApplication *application)
{
  return g_object_new (MUSTER_TYPE_WINDOW, "application", application, NULL);
}

/** muster_window_set_library: @library: (nullable): what the panels show. */
void
muster_window_set_library (MusterWindow *self, MusterLibrary *library)
{
  g_return_if_fail (MUSTER_IS_WINDOW (self));

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, muster_window_sync_blind, self);
  muster_hiring_desk_set_library (self->desk, library);
  muster_activity_panel_set_library (self->activity_panel, library);
  g_set_object (&self->library, library);
  g_ptr_array_set_size (self->undo, 0);
  muster_window_follow_work (self);
  if (library == NULL)
    return;

  g_signal_connect_object (library, "changed", G_CALLBACK (muster_window_sync_blind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (muster_library_get_activities (library),
                           "items-changed",
                           G_CALLBACK (muster_window_show_activity),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (muster_hiring_desk_get_openings (self->desk),
                           "failed",
                           G_CALLBACK (openings_failed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_info_bar_set_revealed (self->read_only, muster_library_is_read_only (library));
  gtk_stack_set_visible_child_name (self->stack, "dock");
  muster_window_update_actions (self);
}

/** muster_window_show_failure: @error: why the library could not be opened; its message names the file and
 * says what to do. */
void
muster_window_show_failure (MusterWindow *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  g_return_if_fail (MUSTER_IS_WINDOW (self));

  muster_window_set_library (self, NULL);
  adw_status_page_set_description (self->failure, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  muster_window_update_actions (self);
}

void
muster_window_say (MusterWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_return_if_fail (MUSTER_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

void
muster_window_say_error (MusterWindow *self, const GError *error)
{
  muster_window_say (self, error->message);
}

static gboolean
has_running_work (MusterWindow *self)
{
  GListModel *activities = muster_library_get_activities (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (MusterActivity) activity = g_list_model_get_item (activities, i);

      if (muster_activity_get_state (activity) <= MUSTER_ACTIVITY_RUNNING)
        return TRUE;
    }

  return FALSE;
}

gboolean
muster_window_is_busy (MusterWindow *self)
{
  g_return_val_if_fail (MUSTER_IS_WINDOW (self), FALSE);

  if (self->library == NULL)
    return FALSE;

  return g_application_get_is_busy (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))))
         || !muster_opening_list_is_loaded (muster_hiring_desk_get_openings (self->desk)) || has_running_work (self)
         || muster_inbox_panel_is_busy (self->inbox_panel)
         || muster_candidates_panel_is_busy (self->candidates_panel)
         || muster_compare_panel_is_busy (self->compare_panel)
         || muster_matching_panel_is_busy (self->matching_panel)
         || muster_fit_panel_is_busy (self->fit_panel) || muster_profile_panel_is_busy (self->profile_panel)
         || muster_window_persons_are_busy (self);
}
