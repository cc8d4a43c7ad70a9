/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of boxes: a label of fixed width and cells of equal width, so that columns stand under each other without a grid;
 * the head stays above while the rows scroll. Read anew whenever the library says that something changed. */

#include "muster-compare-panel.h"

#include "muster-compare-cells.h"
#include "muster-empty-state.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define LABEL_WIDTH_PX 188

struct _MusterComparePanel
{
  PanelWidget       parent_instance;
  MusterHiringDesk *desk;
  MusterLibrary    *library; /* (nullable): whose news are followed */
  GCancellable     *cancellable; /* of the reading under way, NULL: none */
  MusterComparison *shown;       /* (nullable) */
  gint64            opening_id;
  GArray           *ids; /* gint64 */

  GtkStack         *stack;
  GtkLabel         *caption;
  GtkToggleButton  *differences;
  GtkBox           *head;
  GtkBox           *rows;
  MusterEmptyState *failure;
};

typedef struct
{
  MusterLibrary *library;
  gint64         opening_id;
  GArray        *ids;
} Question;

enum
{
  PROP_N_PEOPLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterComparePanel, muster_compare_panel, PANEL_TYPE_WIDGET)

static void read_comparison (MusterComparePanel *self);

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->library);
  g_array_unref (question->ids);
  g_free (question);
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* A line of the comparison: @label in its column, then one cell a person. @cells: (transfer none) of floating widgets. */
static void
append_row (GtkBox *to, GtkWidget *label, GPtrArray *cells)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_spacing (GTK_BOX (row), 18);
  gtk_widget_set_size_request (label, LABEL_WIDTH_PX, -1);
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_widget_set_hexpand (columns, TRUE);
  for (guint i = 0; i < cells->len; i++)
    gtk_box_append (GTK_BOX (columns), g_ptr_array_index (cells, i));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), columns);
  gtk_widget_add_css_class (row, "compare-row");
  gtk_box_append (to, row);
}

typedef GtkWidget *(*MakeCell) (const MusterComparedPerson *person);

static void
append_plain_row (MusterComparePanel *self, const char *title, const char *caption, MakeCell make)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint i = 0; i < self->shown->people->len; i++)
    g_ptr_array_add (cells, make (g_ptr_array_index (self->shown->people, i)));
  append_row (self->rows, muster_compare_cell_label (title, caption), cells);
}

static void
append_criterion_row (MusterComparePanel *self, guint index)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  const char      *title;
  g_autofree char *caption = muster_compare_dup_caption (self->shown, index, &title);

  for (guint i = 0; i < self->shown->people->len; i++)
    g_ptr_array_add (cells, muster_compare_cell_criterion (g_ptr_array_index (self->shown->people, i), index));
  append_row (self->rows, muster_compare_cell_label (title, caption), cells);
}

static void
append_stage_row (MusterComparePanel *self)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint i = 0; i < self->shown->people->len; i++)
    g_ptr_array_add (cells, muster_compare_cell_stage (g_ptr_array_index (self->shown->people, i), self->opening_id,
                                                       muster_hiring_desk_can_write (self->desk)));
  append_row (self->rows, muster_compare_cell_label (_ ("Stage"), _ ("Changed by you only")), cells);
}

static void
remove_cb (GtkButton *button, MusterComparePanel *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "muster-candidate");

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == *id)
      {
        g_array_remove_index (self->ids, i);
        break;
      }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PEOPLE]);
  read_comparison (self);
}

static void
open_cb (GtkButton *button, MusterComparePanel *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "muster-candidate");

  muster_hiring_desk_open_person (self->desk, *id, self->opening_id, 0, 0);
}

static GtkWidget *
make_button (MusterComparePanel *self, gint64 id, const char *icon_name, const char *label, GCallback clicked)
{
  GtkWidget *button = icon_name != NULL ? gtk_button_new_from_icon_name (icon_name) : gtk_button_new ();
  gint64    *copy = g_new (gint64, 1);

  *copy = id;
  g_object_set_data_full (G_OBJECT (button), "muster-candidate", copy, g_free);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked, self, 0);

  return button;
}

static GtkWidget *
make_head_cell (MusterComparePanel *self, const MusterComparedPerson *person)
{
  const char      *name = *person->record->name != '\0' ? person->record->name : _ ("Name not found");
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *label = gtk_label_new (name);
  /* Translators: %s is a person. */
  g_autofree char *open = g_strdup_printf (_ ("Open %s"), name);
  g_autofree char *leave_out = g_strdup_printf (_ ("Leave out %s"), name);
  GtkWidget       *title = make_button (self, person->record->id, NULL, open, G_CALLBACK (open_cb));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "section");
  gtk_button_set_child (GTK_BUTTON (title), label);
  gtk_widget_add_css_class (title, "compare-name");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_halign (title, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), make_button (self, person->record->id, "window-close-symbolic", leave_out,
                                              G_CALLBACK (remove_cb)));

  return box;
}

static void
fill_head (MusterComparePanel *self)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autofree char *caption = g_strdup_printf (
      ngettext ("%u of up to %u people", "%u of up to %u people", self->shown->people->len), self->shown->people->len,
      MUSTER_COMPARISON_MAX);

  empty_box (self->head);
  for (guint i = 0; i < self->shown->people->len; i++)
    g_ptr_array_add (cells, make_head_cell (self, g_ptr_array_index (self->shown->people, i)));
  append_row (self->head, muster_compare_cell_label (self->shown->title, caption), cells);
}

static void
show_caption (MusterComparePanel *self)
{
  g_autoptr (GDateTime) fixed_at = g_date_time_new_from_unix_local (self->shown->fixed_at);
  g_autofree char *date = fixed_at != NULL ? g_date_time_format (fixed_at, _ ("%-e %b %Y")) : g_strdup ("–");
  g_autofree char *text = g_strdup_printf (_ ("Same criteria, same weights, fixed on %s"), date);

  gtk_label_set_text (self->caption, text);
}

static void
show_rows (MusterComparePanel *self)
{
  gboolean only = gtk_toggle_button_get_active (self->differences);
  guint    n_shown = 0;

  empty_box (self->rows);
  if (self->shown == NULL)
    return;

  if (!only || !muster_comparison_is_same_total (self->shown))
    {
      append_plain_row (self, _ ("Fit"), _ ("of 100"), muster_compare_cell_total);
      append_plain_row (self, _ ("Rules"), _ ("No learned match: rules only"), muster_compare_cell_rules);
    }
  for (guint i = 0; i < muster_comparison_n_criteria (self->shown); i++)
    if (!only || !muster_comparison_is_same_criterion (self->shown, i))
      {
        append_criterion_row (self, i);
        n_shown++;
      }
  if (!only || !muster_comparison_is_same_experience (self->shown))
    append_plain_row (self, _ ("Experience in the field"), NULL, muster_compare_cell_experience);
  if (!only || n_shown > 0)
    append_plain_row (self, _ ("Smallest change"), NULL, muster_compare_cell_change);
  if (!only || !muster_comparison_is_same_stage (self->shown))
    append_stage_row (self);
}

static void
show_comparison (MusterComparePanel *self)
{
  if (self->shown->people->len < MUSTER_COMPARISON_MIN)
    {
      gtk_stack_set_visible_child_name (self->stack, "few");
      return;
    }

  show_caption (self);
  fill_head (self);
  show_rows (self);
  gtk_stack_set_visible_child_name (self->stack, "comparison");
}

static void
read_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question   *question = data;
  GError           *error = NULL;
  MusterComparison *comparison
      = muster_comparison_load (question->library, question->opening_id,
                                (const gint64 *) (gconstpointer) question->ids->data, question->ids->len, &error);

  if (comparison != NULL)
    g_task_return_pointer (task, comparison, (GDestroyNotify) muster_comparison_free);
  else
    g_task_return_error (task, error);
}

static void
comparison_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterComparePanel *self = MUSTER_COMPARE_PANEL (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterComparison) comparison = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return; /* others are compared meanwhile */

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown, muster_comparison_free);
  self->shown = g_steal_pointer (&comparison);
  if (self->shown != NULL)
    {
      show_comparison (self);
      return;
    }
  g_object_set (self->failure, "description", error->message, NULL);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
read_comparison (MusterComparePanel *self)
{
  g_autoptr (GTask) task = NULL;
  Question         *question;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->library == NULL || self->ids->len < MUSTER_COMPARISON_MIN)
    {
      g_clear_pointer (&self->shown, muster_comparison_free);
      gtk_stack_set_visible_child_name (self->stack, "few");
      return;
    }

  question = g_new0 (Question, 1);
  question->library = g_object_ref (self->library);
  question->opening_id = self->opening_id;
  question->ids = g_array_copy (self->ids);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, comparison_read_cb, NULL);
  g_task_set_source_tag (task, read_comparison);
  g_task_set_check_cancellable (task, FALSE); /* whether the answer is still wanted is asked by comparison_read_cb */
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, read_in_worker);
}

static void
follow_library (MusterComparePanel *self)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, read_comparison, self);
  g_set_object (&self->library, muster_hiring_desk_get_library (self->desk));
  g_array_set_size (self->ids, 0);
  if (self->library != NULL)
    g_signal_connect_object (self->library, "changed", G_CALLBACK (read_comparison), self, G_CONNECT_SWAPPED);
  read_comparison (self);
}

static void
muster_compare_panel_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_N_PEOPLE)
    g_value_set_uint (value, MUSTER_COMPARE_PANEL (object)->ids->len);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
muster_compare_panel_dispose (GObject *object)
{
  MusterComparePanel *self = MUSTER_COMPARE_PANEL (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown, muster_comparison_free);
  g_clear_object (&self->library);
  g_clear_object (&self->desk);
  panel_widget_set_child (PANEL_WIDGET (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_COMPARE_PANEL);

  G_OBJECT_CLASS (muster_compare_panel_parent_class)->dispose (object);
}

static void
muster_compare_panel_finalize (GObject *object)
{
  g_array_unref (MUSTER_COMPARE_PANEL (object)->ids);

  G_OBJECT_CLASS (muster_compare_panel_parent_class)->finalize (object);
}

static void
muster_compare_panel_class_init (MusterComparePanelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_compare_panel_get_property;
  object_class->dispose = muster_compare_panel_dispose;
  object_class->finalize = muster_compare_panel_finalize;
  properties[PROP_N_PEOPLE] = g_param_spec_uint ("n-people", NULL, NULL, 0, MUSTER_COMPARISON_MAX, 0,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-compare-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterComparePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterComparePanel, caption);
  gtk_widget_class_bind_template_child (widget_class, MusterComparePanel, differences);
  gtk_widget_class_bind_template_child (widget_class, MusterComparePanel, head);
  gtk_widget_class_bind_template_child (widget_class, MusterComparePanel, rows);
  gtk_widget_class_bind_template_child (widget_class, MusterComparePanel, failure);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
}

static void
muster_compare_panel_init (MusterComparePanel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** muster_compare_panel_set_desk: @desk: whose library is read. Once. */
void
muster_compare_panel_set_desk (MusterComparePanel *self, MusterHiringDesk *desk)
{
  g_return_if_fail (MUSTER_IS_COMPARE_PANEL (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::library", G_CALLBACK (follow_library), self, G_CONNECT_SWAPPED);
  follow_library (self);
}

void
muster_compare_panel_show (MusterComparePanel *self, gint64 opening_id, const gint64 *ids, guint n_ids)
{
  g_return_if_fail (MUSTER_IS_COMPARE_PANEL (self));

  self->opening_id = opening_id;
  g_array_set_size (self->ids, 0);
  if (n_ids > 0)
    g_array_append_vals (self->ids, ids, MIN (n_ids, MUSTER_COMPARISON_MAX));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PEOPLE]);
  read_comparison (self);
}

gboolean
muster_compare_panel_is_busy (MusterComparePanel *self)
{
  g_return_val_if_fail (MUSTER_IS_COMPARE_PANEL (self), FALSE);

  return self->cancellable != NULL;
}
