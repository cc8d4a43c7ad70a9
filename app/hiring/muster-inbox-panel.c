/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read off the main loop, anew when the library says that something changed: one reading at a time, and while an import
 * brings one document after the other not more than a few a second. Commands are actions "inbox.…" about the row that
 * is selected; the menu of a row selects it first. */

#include "muster-inbox-panel.h"

#include "muster-activity-row.h"
#include "muster-empty-state.h"
#include "muster-inbox-item.h"
#include "muster-library-queries.h"
#include "muster-panel-tab.h"

#include <glib/gi18n-lib.h>

#define MAX_ROWS 500
#define READ_AFTER_MS 300

struct _MusterInboxPanel
{
  PanelWidget         parent_instance;
  MusterHiringDesk   *desk;
  MusterLibrary      *library; /* (nullable) */
  GListStore         *items;   /* MusterInboxItem */
  GtkSingleSelection *selection;
  GSimpleActionGroup *actions;
  guint               read_id;
  gboolean            is_reading;

  GtkStack    *stack;
  GtkListView *list;
  GtkLabel    *foot;
};

G_DEFINE_FINAL_TYPE (MusterInboxPanel, muster_inbox_panel, PANEL_TYPE_WIDGET)

typedef struct
{
  GPtrArray *records; /* MusterInboxRecord */
  guint      n_all;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->records, g_ptr_array_unref);
  g_free (reading);
}

static void
read_in_worker (GTask *task, gpointer source, gpointer library, GCancellable *cancellable)
{
  Reading *reading = g_new0 (Reading, 1);
  GError  *error = NULL;

  reading->records = muster_library_list_inbox (library, 0, MAX_ROWS, &error);
  if (reading->records != NULL && muster_library_count_inbox (library, &reading->n_all, &error))
    {
      g_task_return_pointer (task, reading, reading_free);
      return;
    }
  reading_free (reading);
  g_task_return_error (task, error);
}

static MusterInboxItem *
get_selected (MusterInboxPanel *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
update_actions (MusterInboxPanel *self)
{
  static const char *names[] = { "file-under", "merge", "tell-apart" };
  MusterInboxItem   *item = get_selected (self);
  gboolean           can_write = item != NULL && muster_hiring_desk_can_write (self->desk);
  gboolean           is_pair = item != NULL && muster_inbox_item_get_record (item)->like_id != 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i])),
        can_write && (i == 0 || is_pair));
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "open")), item != NULL);
}

/* The person who is selected stays selected. */
static void
show_reading (MusterInboxPanel *self, Reading *reading)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  MusterInboxItem *before = get_selected (self);
  gint64           document_id = before != NULL ? muster_inbox_item_get_record (before)->document_id : 0;
  guint            selected = GTK_INVALID_LIST_POSITION;
  g_autofree char *foot = g_strdup_printf (_ ("%u of %u shown"), reading->records->len, reading->n_all);

  g_ptr_array_set_free_func (reading->records, NULL); /* each record goes to its item */
  for (guint i = 0; i < reading->records->len; i++)
    {
      MusterInboxRecord *record = g_ptr_array_index (reading->records, i);

      if (record->document_id == document_id)
        selected = i;
      g_ptr_array_add (items, muster_inbox_item_new (record));
    }
  g_list_store_splice (
      self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  gtk_single_selection_set_selected (self->selection, selected);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
  gtk_label_set_text (self->foot, foot);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), items->len < reading->n_all);
  muster_panel_tab_set_count (muster_panel_tab_get (PANEL_WIDGET (self)), reading->n_all);
  update_actions (self);
}

static void read_inbox (MusterInboxPanel *self);

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterInboxPanel *self = MUSTER_INBOX_PANEL (object);
  g_autoptr (GError) error = NULL;
  Reading *reading = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_reading = FALSE;
  if (self->library == g_task_get_task_data (G_TASK (result)))
    {
      if (reading != NULL)
        show_reading (self, reading);
    }
  else if (self->library != NULL)
    read_inbox (self);
  g_clear_pointer (&reading, reading_free);
}

static void
read_inbox (MusterInboxPanel *self)
{
  g_autoptr (GTask) task = NULL;

  self->is_reading = TRUE;
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_source_tag (task, read_inbox);
  g_task_set_task_data (task, g_object_ref (self->library), g_object_unref);
  g_task_run_in_thread (task, read_in_worker);
}

static gboolean
delay_passed_cb (gpointer user_data)
{
  MusterInboxPanel *self = user_data;

  if (self->is_reading)
    return G_SOURCE_CONTINUE;
  self->read_id = 0;
  if (self->library != NULL)
    read_inbox (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (MusterInboxPanel *self)
{
  if (self->read_id == 0)
    self->read_id = g_timeout_add (READ_AFTER_MS, delay_passed_cb, self);
}

/* What a person asked for, done in a worker. */
typedef struct
{
  MusterLibrary *library;
  gint64         candidate_id;
  gint64         other_id;
  gboolean       is_merge;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->library);
  g_free (order);
}

static void
carry_out_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  GError      *error = NULL;
  gboolean     is_done;

  if (order->is_merge)
    is_done = muster_library_merge (order->library, order->other_id, order->candidate_id, &error);
  else
    is_done = muster_library_tell_apart (order->library, order->candidate_id, order->other_id, &error);
  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
carried_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterInboxPanel *self = MUSTER_INBOX_PANEL (object);
  g_autoptr (GError) error = NULL;
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (g_task_propagate_boolean (G_TASK (result), &error) || !GTK_IS_WINDOW (root))
    return;

  dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("This Was Not Done"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
carry_out (MusterInboxPanel *self, const MusterInboxRecord *record, gboolean is_merge)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, carried_out_cb, NULL);
  Order *order = g_new0 (Order, 1);

  order->library = g_object_ref (self->library);
  order->candidate_id = record->candidate_id;
  order->other_id = record->like_id;
  order->is_merge = is_merge;
  g_task_set_source_tag (task, carry_out);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, carry_out_in_worker);
}

static void
open_selected (MusterInboxPanel *self)
{
  MusterInboxItem          *item = get_selected (self);
  const MusterInboxRecord  *record = item != NULL ? muster_inbox_item_get_record (item) : NULL;
  g_autoptr (MusterCandidateRow) row = NULL;

  if (record == NULL)
    return;

  row = muster_candidate_row_follow (self->library, record->candidate_id, 0);
  muster_hiring_desk_set_person (self->desk, row);
  muster_hiring_desk_open_person (self->desk, record->candidate_id, 0, record->document_id, 0);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_selected (user_data);
}

static void
file_under_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterInboxPanel *self = user_data;
  MusterInboxItem  *item = get_selected (self);
  gint64            candidate_id;

  if (item == NULL)
    return;

  candidate_id = muster_inbox_item_get_record (item)->candidate_id;
  muster_library_file_under_async (self->library, &candidate_id, 1, g_variant_get_int64 (parameter));
}

static void
merge_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  MusterInboxPanel *self = user_data;
  MusterInboxItem  *item = g_object_get_data (G_OBJECT (dialog), "item");

  if (g_str_equal (response, "merge") && self->library != NULL)
    carry_out (self, muster_inbox_item_get_record (item), TRUE);
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterInboxPanel *self = user_data;
  MusterInboxItem  *item = get_selected (self);
  GtkRoot          *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char  *body = NULL;
  AdwMessageDialog *dialog;

  if (item == NULL || !GTK_IS_WINDOW (root))
    return;

  body = muster_inbox_item_dup_question (item);
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (root), _ ("Merge These Two People?"), body));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "merge", _ ("Merge"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "merge", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (merge_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_apart_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterInboxPanel *self = user_data;
  MusterInboxItem  *item = get_selected (self);

  if (item != NULL)
    carry_out (self, muster_inbox_item_get_record (item), FALSE);
}

/* (transfer full): the openings that people may be filed under. */
static GMenuModel *
make_openings_menu (MusterInboxPanel *self)
{
  GMenu             *menu = g_menu_new ();
  MusterOpeningList *openings = muster_hiring_desk_get_openings (self->desk);

  for (guint i = 0; openings != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (openings)); i++)
    {
      g_autoptr (MusterOpeningItem) item = g_list_model_get_item (G_LIST_MODEL (openings), i);
      const MusterOpeningRecord *record = muster_opening_item_get_record (item);
      g_autoptr (GMenuItem) entry = NULL;

      if (record->id == 0 || record->closed_at != 0)
        continue;
      entry = g_menu_item_new (record->title, NULL);
      g_menu_item_set_action_and_target (entry, "inbox.file-under", "x", record->id);
      g_menu_append_item (menu, entry);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    g_menu_append (menu, _ ("No openings"), "inbox.nothing");

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu (MusterInboxPanel *self, const MusterInboxRecord *record)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) same = g_menu_new ();
  g_autoptr (GMenuModel) openings = make_openings_menu (self);

  g_menu_append (menu, _ ("Open"), "inbox.open");
  g_menu_append_submenu (menu, _ ("File Under"), openings);
  if (record->like_id != 0)
    {
      g_menu_append (same, _ ("Merge…"), "inbox.merge");
      g_menu_append (same, _ ("These Are Two People"), "inbox.tell-apart");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (same));
    }

  return G_MENU_MODEL (menu);
}

/* The menu of a row is made when it is asked for. */
static void
fill_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  GtkListItem      *list_item = user_data;
  GtkWidget        *panel = gtk_widget_get_ancestor (GTK_WIDGET (button), MUSTER_TYPE_INBOX_PANEL);
  MusterInboxPanel *self = MUSTER_INBOX_PANEL (panel);
  MusterInboxItem  *item = gtk_list_item_get_item (list_item);
  g_autoptr (GMenuModel) menu = make_menu (self, muster_inbox_item_get_record (item));

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (list_item));
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (menu));
}

static void
row_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkMenuButton *button)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_menu_button_popup (button);
}

static void
setup_cb (MusterInboxPanel *self, GtkListItem *item)
{
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget  *row = muster_activity_row_new ();
  GtkWidget  *button = gtk_menu_button_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_widget_set_hexpand (row, TRUE);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu_cb, item, NULL);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (row_pressed_cb), button, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (gesture));
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (MusterInboxPanel *self, GtkListItem *list_item)
{
  GtkWidget       *row = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget       *button = gtk_widget_get_next_sibling (row);
  MusterInboxItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *title = muster_inbox_item_dup_title (item);
  g_autofree char *caption = muster_inbox_item_dup_caption (item);
  /* Translators: %s is the name of a file. */
  g_autofree char *name = g_strdup_printf (_ ("Actions for %s"), title);
  gboolean         is_pair = muster_inbox_item_get_record (item)->like_id != 0;

  g_object_set (row,
                "title", title,
                "caption", caption,
                "icon-name", is_pair ? "muster-copy-symbolic" : "muster-resume-symbolic",
                "tone", "tone-quiet",
                NULL);
  gtk_widget_set_tooltip_text (button, name);
}

static gboolean
find_menu (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_menu (child))
      return TRUE;

  return FALSE;
}

static gboolean
menu_key_cb (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);

  return row != NULL && find_menu (row);
}

static void
muster_inbox_panel_dispose (GObject *object)
{
  MusterInboxPanel *self = MUSTER_INBOX_PANEL (object);

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_object (&self->library);
  g_clear_object (&self->desk);
  panel_widget_set_child (PANEL_WIDGET (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_INBOX_PANEL);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (muster_inbox_panel_parent_class)->dispose (object);
}

static void
muster_inbox_panel_class_init (MusterInboxPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_inbox_panel_dispose;

  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-inbox-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterInboxPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterInboxPanel, list);
  gtk_widget_class_bind_template_child (widget_class, MusterInboxPanel, foot);
}

static void
install_keys (MusterInboxPanel *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                     gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK)),
                        gtk_callback_action_new (menu_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
muster_inbox_panel_init (MusterInboxPanel *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_cb },
    { .name = "file-under", .activate = file_under_cb, .parameter_type = "x" },
    { .name = "merge", .activate = merge_cb },
    { .name = "tell-apart", .activate = tell_apart_cb },
  };
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "inbox", G_ACTION_GROUP (self->actions));

  self->items = g_list_store_new (MUSTER_TYPE_INBOX_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (
      self->selection, "notify::selected-item", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (open_selected), self, G_CONNECT_SWAPPED);
  install_keys (self);
}

static void
follow_library (MusterInboxPanel *self)
{
  MusterLibrary *library = muster_hiring_desk_get_library (self->desk);

  if (self->library == library)
    return;

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, changed_cb, self);
  g_set_object (&self->library, library);
  g_list_store_remove_all (self->items);
  muster_panel_tab_set_count (muster_panel_tab_get (PANEL_WIDGET (self)), 0);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  update_actions (self);
  if (library == NULL)
    return;

  g_signal_connect_object (library, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (!self->is_reading)
    read_inbox (self);
}

/** muster_inbox_panel_set_desk: @desk: whose library is shown, and who is told who is opened. Once. */
void
muster_inbox_panel_set_desk (MusterInboxPanel *self, MusterHiringDesk *desk)
{
  g_return_if_fail (MUSTER_IS_INBOX_PANEL (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::library", G_CALLBACK (follow_library), self, G_CONNECT_SWAPPED);
  update_actions (self);
  follow_library (self);
}

gboolean
muster_inbox_panel_is_busy (MusterInboxPanel *self)
{
  g_return_val_if_fail (MUSTER_IS_INBOX_PANEL (self), FALSE);

  return self->is_reading || self->read_id != 0;
}
