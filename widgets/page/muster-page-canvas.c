/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a sheet into a scrolled window and lays the states over it; all properties are the sheet's, told on.
 */

#include "muster-page-canvas.h"

#include "muster-empty-state.h"
#include "muster-page-sheet.h"

#define LOADING_DELAY_MS 300
#define WHEEL_STEP_RATIO 1.1

struct _MusterPageCanvas
{
  AdwBin           parent_instance;
  MusterPageSheet *sheet;
  guint            loading_id; /* of the delay before the spinner */

  GtkStack          *stack;
  GtkScrolledWindow *scrolled;
  GtkWidget         *loading;
  GtkSpinner        *spinner;
  MusterEmptyState  *failure;
  GtkButton         *failure_button;
};

enum
{
  PROP_ZOOM = 1,
  PROP_FITS_WIDTH,
  PROP_WISHED_DPI,
  PROP_POINTED,
  PROP_PINNED,
  N_PROPS,
};

enum
{
  BOX_ACTIVATED,
  FAILURE_ACTION,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* What zooming in and out stops at. */
static const double steps[] = { .5, .67, .8, .9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4 };

G_DEFINE_FINAL_TYPE (MusterPageCanvas, muster_page_canvas, ADW_TYPE_BIN)

static void
muster_page_canvas_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_object_get_property (G_OBJECT (MUSTER_PAGE_CANVAS (object)->sheet), pspec->name, value);
}

static void
muster_page_canvas_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  g_object_set_property (G_OBJECT (MUSTER_PAGE_CANVAS (object)->sheet), pspec->name, value);
}

static void
sheet_notify_cb (MusterPageSheet *sheet, GParamSpec *pspec, MusterPageCanvas *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    if (g_str_equal (properties[i]->name, pspec->name))
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
box_activated_cb (MusterPageSheet *sheet, const char *id, MusterPageCanvas *self)
{
  g_signal_emit (self, signals[BOX_ACTIVATED], 0, id);
}

static void
failure_clicked_cb (MusterPageCanvas *self)
{
  g_signal_emit (self, signals[FAILURE_ACTION], 0);
}

static gboolean
scroll_cb (MusterPageCanvas *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double          zoom = muster_page_sheet_get_zoom (self->sheet);

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  if (dy != 0)
    muster_page_sheet_zoom_to (self->sheet, dy < 0 ? zoom * WHEEL_STEP_RATIO : zoom / WHEEL_STEP_RATIO, TRUE);

  return TRUE;
}

static void
stop_loading (MusterPageCanvas *self)
{
  g_clear_handle_id (&self->loading_id, g_source_remove);
  gtk_widget_set_visible (self->loading, FALSE);
  gtk_spinner_stop (self->spinner);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_STATE_BUSY, FALSE, -1);
}

static gboolean
show_spinner_cb (gpointer data)
{
  MusterPageCanvas *self = data;

  self->loading_id = 0;
  gtk_widget_set_visible (self->loading, TRUE);
  gtk_spinner_start (self->spinner);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_STATE_BUSY, TRUE, -1);

  return G_SOURCE_REMOVE;
}

static gboolean
zoom_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  switch (g_variant_get_int32 (arguments))
    {
    case 1:
      muster_page_canvas_zoom_in (MUSTER_PAGE_CANVAS (widget));
      break;
    case -1:
      muster_page_canvas_zoom_out (MUSTER_PAGE_CANVAS (widget));
      break;
    default:
      g_object_set (widget, "fits-width", TRUE, NULL);
    }

  return TRUE;
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int   direction;
  } keys[] = {
    { GDK_KEY_plus, 1 },         { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },     { GDK_KEY_KP_0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (
        widget_class, keys[i].key, GDK_CONTROL_MASK, zoom_key_cb, "i", keys[i].direction);
}

static void
muster_page_canvas_dispose (GObject *object)
{
  MusterPageCanvas *self = MUSTER_PAGE_CANVAS (object);

  g_clear_handle_id (&self->loading_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_PAGE_CANVAS);

  G_OBJECT_CLASS (muster_page_canvas_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_ZOOM]
      = g_param_spec_double ("zoom", NULL, NULL, MUSTER_PAGE_MIN_ZOOM, MUSTER_PAGE_MAX_ZOOM, 1, flags);
  properties[PROP_FITS_WIDTH] = g_param_spec_boolean ("fits-width", NULL, NULL, TRUE, flags);
  properties[PROP_WISHED_DPI] = g_param_spec_double (
      "wished-dpi", NULL, NULL, 0, G_MAXDOUBLE, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_POINTED] = g_param_spec_string ("pointed", NULL, NULL, NULL, flags);
  properties[PROP_PINNED] = g_param_spec_string ("pinned", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
muster_page_canvas_class_init (MusterPageCanvasClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_page_canvas_get_property;
  object_class->set_property = muster_page_canvas_set_property;
  object_class->dispose = muster_page_canvas_dispose;
  install_properties (object_class);
  signals[BOX_ACTIVATED] = g_signal_new ("box-activated",
                                         MUSTER_TYPE_PAGE_CANVAS,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_STRING);
  signals[FAILURE_ACTION] = g_signal_new (
      "failure-action", MUSTER_TYPE_PAGE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  g_type_ensure (MUSTER_TYPE_PAGE_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-page-canvas.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterPageCanvas, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterPageCanvas, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MusterPageCanvas, sheet);
  gtk_widget_class_bind_template_child (widget_class, MusterPageCanvas, loading);
  gtk_widget_class_bind_template_child (widget_class, MusterPageCanvas, spinner);
  gtk_widget_class_bind_template_child (widget_class, MusterPageCanvas, failure);
  gtk_widget_class_bind_template_child (widget_class, MusterPageCanvas, failure_button);
  gtk_widget_class_bind_template_callback (widget_class, failure_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "pagecanvas");
  bind_keys (widget_class);
}

static void
muster_page_canvas_init (MusterPageCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->sheet, "notify", G_CALLBACK (sheet_notify_cb), self);
  g_signal_connect (self->sheet, "box-activated", G_CALLBACK (box_activated_cb), self);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

GtkWidget *
muster_page_canvas_new (void)
{
  return g_object_new (MUSTER_TYPE_PAGE_CANVAS, NULL);
}

void
muster_page_canvas_set_page (MusterPageCanvas *self, double width_pt, double height_pt)
{
  g_return_if_fail (MUSTER_IS_PAGE_CANVAS (self) && width_pt > 0 && height_pt > 0);

  muster_page_canvas_set_failure (self, NULL, NULL);
  muster_page_sheet_set_size (self->sheet, width_pt, height_pt);
}

/** muster_page_canvas_set_picture: @picture: (nullable): of the whole page, of any resolution. */
void
muster_page_canvas_set_picture (MusterPageCanvas *self, GdkTexture *picture)
{
  g_return_if_fail (MUSTER_IS_PAGE_CANVAS (self));

  muster_page_sheet_set_image (self->sheet, picture);
  if (picture != NULL)
    muster_page_canvas_set_failure (self, NULL, NULL);
}

void
muster_page_canvas_set_boxes (MusterPageCanvas *self, const MusterPageBox *boxes, guint n_boxes)
{
  g_return_if_fail (MUSTER_IS_PAGE_CANVAS (self));

  muster_page_sheet_set_boxes (self->sheet, boxes, n_boxes);
}

/** muster_page_canvas_set_loading: a picture that is there already stays, without a spinner, until the
 * sharper one. */
void
muster_page_canvas_set_loading (MusterPageCanvas *self)
{
  g_return_if_fail (MUSTER_IS_PAGE_CANVAS (self));

  gtk_stack_set_visible_child_name (self->stack, "page");
  if (self->loading_id == 0 && !gtk_widget_get_visible (self->loading)
      && !muster_page_sheet_has_image (self->sheet))
    self->loading_id = g_timeout_add (LOADING_DELAY_MS, show_spinner_cb, self);
}

void
muster_page_canvas_set_failure (MusterPageCanvas *self, const char *sentence, const char *button)
{
  g_return_if_fail (MUSTER_IS_PAGE_CANVAS (self));

  stop_loading (self);
  if (sentence != NULL)
    {
      g_object_set (self->failure, "description", sentence, NULL);
      gtk_button_set_label (self->failure_button, button != NULL ? button : "");
      gtk_widget_set_visible (GTK_WIDGET (self->failure_button), button != NULL);
    }
  gtk_stack_set_visible_child_name (self->stack, sentence != NULL ? "failed" : "page");
}

void
muster_page_canvas_zoom_in (MusterPageCanvas *self)
{
  double zoom = muster_page_sheet_get_zoom (self->sheet);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] > zoom + .001)
      {
        muster_page_sheet_zoom_to (self->sheet, steps[i], FALSE);
        return;
      }
}

void
muster_page_canvas_zoom_out (MusterPageCanvas *self)
{
  double zoom = muster_page_sheet_get_zoom (self->sheet);

  for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
    if (steps[i - 1] < zoom - .001)
      {
        muster_page_sheet_zoom_to (self->sheet, steps[i - 1], FALSE);
        return;
      }
}
