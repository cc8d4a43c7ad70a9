/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows its draft and writes into it: whatever changes the draft, the row reads it anew. Choices that come from the draft
 * are set with is_showing, so that they are not taken for a person's. */

#include "muster-criterion-editor-row.h"

#include "muster-criterion-minimum.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _MusterCriterionEditorRow
{
  GtkListBoxRow         parent_instance;
  MusterCriterionDraft *criterion;
  GPtrArray            *minimums;     /* of MusterCriterionMinimum, those in the drop-down */
  MusterObjection      *told;         /* (nullable) */
  gboolean              is_showing;

  GtkButton            *handle;
  GtkEditable          *value;
  GtkDropDown          *kind;
  GtkDropDown          *minimum;
  GtkDropDown          *importance;
  GtkSpinButton        *points;
  GtkButton            *remove;
  GtkWidget            *objection;
  GtkImage             *objection_mark;
  GtkLabel             *objection_heading;
  GtkLabel             *objection_sentence;
  GtkButton            *offer;
};

enum
{
  SIGNAL_REMOVE,
  SIGNAL_MOVE,
  SIGNAL_DROP,
  SIGNAL_NEXT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterCriterionEditorRow, muster_criterion_editor_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_minimums (MusterCriterionEditorRow *self)
{
  MusterCriterionKind kind = muster_criterion_draft_get_kind (self->criterion);
  const char         *current = muster_criterion_draft_get_minimum (self->criterion);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_clear_pointer (&self->minimums, g_ptr_array_unref);
  self->minimums = muster_criterion_minimum_list (kind, current);
  for (guint i = 0; i < self->minimums->len; i++)
    gtk_string_list_append (labels, ((MusterCriterionMinimum *) g_ptr_array_index (self->minimums, i))->label);
  gtk_drop_down_set_model (self->minimum, G_LIST_MODEL (labels));
  gtk_widget_set_visible (GTK_WIDGET (self->minimum), self->minimums->len > 0);
  if (self->minimums->len > 0)
    gtk_drop_down_set_selected (self->minimum, muster_criterion_minimum_find (kind, self->minimums, current));
}

static void
show_objection (MusterCriterionEditorRow *self)
{
  MusterObjection *objection = muster_criterion_draft_object (self->criterion);

  g_clear_pointer (&self->told, muster_objection_free);
  self->told = objection;
  gtk_widget_set_visible (self->objection, objection != NULL);
  if (objection == NULL)
    {
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
      return;
    }

  gtk_image_set_from_icon_name (self->objection_mark,
                                objection->is_refusal ? "muster-warning-symbolic" : "muster-info-symbolic");
  gtk_label_set_text (self->objection_heading, objection->heading);
  gtk_label_set_text (self->objection_sentence, objection->sentence);
  gtk_button_set_label (self->offer, objection->offer);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->objection_heading, self->objection_sentence, NULL, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_STATE_INVALID,
                               objection->is_refusal ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Every control is told apart by the criterion it belongs to. */
static void
name_controls (MusterCriterionEditorRow *self)
{
  const char *value = muster_criterion_draft_get_value (self->criterion);
  const char *name = *value != '\0' ? value : _ ("New criterion");
  const struct
  {
    gpointer    control;
    const char *what;
  } controls[] = {
    { self->handle, _ ("Move") },
    { self->value, _ ("Criterion") },
    { self->kind, _ ("Kind") },
    { self->minimum, _ ("Minimum") },
    { self->importance, _ ("Importance") },
    { self->points, _ ("Points") },
    { self->remove, _ ("Remove") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    {
      /* Translators: read by screen readers: what a control is for, and the criterion: "Points: PLC fault finding". */
      g_autofree char *label = g_strdup_printf (_ ("%s: %s"), controls[i].what, name);

      gtk_accessible_update_property (GTK_ACCESSIBLE (controls[i].control), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What an empty name stands for. */
static const char *
get_hint (MusterCriterionDraft *criterion)
{
  if (muster_criterion_draft_get_kind (criterion) == MUSTER_CRITERION_EXPERIENCE)
    return _ ("Any work");
  if (muster_criterion_draft_is_complete (criterion))
    return _ ("Any subject");

  return _ ("What is asked for");
}

static void
show (MusterCriterionEditorRow *self)
{
  const char *value = muster_criterion_draft_get_value (self->criterion);
  double      points = muster_criterion_draft_get_points (self->criterion);

  self->is_showing = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (self->value), value) != 0)
    gtk_editable_set_text (self->value, value);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->value), get_hint (self->criterion));
  gtk_drop_down_set_selected (self->kind, muster_criterion_draft_get_kind (self->criterion));
  show_minimums (self);
  gtk_drop_down_set_selected (self->importance, muster_criterion_draft_is_must (self->criterion) ? 0 : 1);
  gtk_spin_button_set_digits (self->points, points == floor (points) ? 0 : 1);
  if (gtk_spin_button_get_value (self->points) != points)
    gtk_spin_button_set_value (self->points, points);
  show_objection (self);
  name_controls (self);
  self->is_showing = FALSE;
}

static void
value_changed_cb (MusterCriterionEditorRow *self)
{
  if (!self->is_showing)
    muster_criterion_draft_set_value (self->criterion, gtk_editable_get_text (self->value));
}

static void
value_activate_cb (MusterCriterionEditorRow *self)
{
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static void
kind_selected_cb (MusterCriterionEditorRow *self)
{
  if (!self->is_showing)
    muster_criterion_draft_set_kind (self->criterion, (MusterCriterionKind) gtk_drop_down_get_selected (self->kind));
}

static void
minimum_selected_cb (MusterCriterionEditorRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->minimum);

  if (!self->is_showing && selected < self->minimums->len)
    {
      const MusterCriterionMinimum *minimum = g_ptr_array_index (self->minimums, selected);
      g_autofree char              *text = g_strdup (minimum->minimum);

      muster_criterion_draft_set_minimum (self->criterion, text);
    }
}

static void
importance_selected_cb (MusterCriterionEditorRow *self)
{
  if (!self->is_showing)
    muster_criterion_draft_set_is_must (self->criterion, gtk_drop_down_get_selected (self->importance) == 0);
}

static void
points_changed_cb (MusterCriterionEditorRow *self)
{
  if (!self->is_showing)
    muster_criterion_draft_set_points (self->criterion, gtk_spin_button_get_value (self->points));
}

static void
remove_cb (MusterCriterionEditorRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

/* What is offered takes the place of what was written; where the person has to name it, the cursor waits there. */
static void
offer_cb (MusterCriterionEditorRow *self)
{
  g_autoptr (MusterObjection) objection = g_steal_pointer (&self->told);

  if (objection == NULL)
    return;

  muster_criterion_draft_take_offer (self->criterion, objection);
  muster_criterion_editor_row_focus_name (self);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *by, gpointer user_data)
{
  g_signal_emit (widget, signals[SIGNAL_MOVE], 0, g_variant_get_int32 (by));

  return GDK_EVENT_STOP;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, MusterCriterionEditorRow *self)
{
  return gdk_content_provider_new_typed (MUSTER_TYPE_CRITERION_DRAFT, self->criterion);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, MusterCriterionEditorRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (picture);

  gtk_drag_source_set_icon (source, still, 20, 20);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, MusterCriterionEditorRow *self)
{
  MusterCriterionDraft *dropped = g_value_get_object (value);

  if (dropped == NULL || dropped == self->criterion)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_DROP], 0, dropped);

  return TRUE;
}

static void
muster_criterion_editor_row_dispose (GObject *object)
{
  MusterCriterionEditorRow *self = MUSTER_CRITERION_EDITOR_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_CRITERION_EDITOR_ROW);
  g_clear_object (&self->criterion);
  g_clear_pointer (&self->minimums, g_ptr_array_unref);
  g_clear_pointer (&self->told, muster_objection_free);

  G_OBJECT_CLASS (muster_criterion_editor_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-criterion-editor-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionEditorRow, handle);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionEditorRow, value);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionEditorRow, kind);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionEditorRow, minimum);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionEditorRow, importance);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionEditorRow, points);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionEditorRow, remove);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionEditorRow, objection);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionEditorRow, objection_mark);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionEditorRow, objection_heading);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionEditorRow, objection_sentence);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionEditorRow, offer);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, minimum_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, importance_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, points_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_cb);
}

static void
muster_criterion_editor_row_class_init (MusterCriterionEditorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = MUSTER_TYPE_CRITERION_EDITOR_ROW;

  G_OBJECT_CLASS (klass)->dispose = muster_criterion_editor_row_dispose;

  signals[SIGNAL_REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE]
      = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DROP] = g_signal_new ("drop", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       MUSTER_TYPE_CRITERION_DRAFT);
  signals[SIGNAL_NEXT] = g_signal_new ("next", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, move_cb, "i", 1);
}

static void
make_draggable (MusterCriterionEditorRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (MUSTER_TYPE_CRITERION_DRAFT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->handle), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
muster_criterion_editor_row_init (MusterCriterionEditorRow *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = MUSTER_CRITERION_SKILL; i <= MUSTER_CRITERION_LOCATION; i++)
    gtk_string_list_append (kinds, muster_criterion_kind_title (i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_editable_set_alignment (GTK_EDITABLE (self->points), 1);
  make_draggable (self);
}

/** muster_criterion_editor_row_new: Returns: a row that writes into @criterion. */
GtkWidget *
muster_criterion_editor_row_new (MusterCriterionDraft *criterion)
{
  MusterCriterionEditorRow *self = g_object_new (MUSTER_TYPE_CRITERION_EDITOR_ROW, NULL);

  self->criterion = g_object_ref (criterion);
  g_signal_connect_object (criterion, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}

MusterCriterionDraft *
muster_criterion_editor_row_get_criterion (MusterCriterionEditorRow *self)
{
  g_return_val_if_fail (MUSTER_IS_CRITERION_EDITOR_ROW (self), NULL);

  return self->criterion;
}

void
muster_criterion_editor_row_focus_name (MusterCriterionEditorRow *self)
{
  g_return_if_fail (MUSTER_IS_CRITERION_EDITOR_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->value));
}

void
muster_criterion_editor_row_focus_handle (MusterCriterionEditorRow *self)
{
  g_return_if_fail (MUSTER_IS_CRITERION_EDITOR_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->handle));
}
