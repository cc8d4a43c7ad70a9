/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stock headers of libpanel show icons only, or a drag handle and a menu that a frame with one page has
 * no use for. This one names the page. Frames hold one page each, so it has no tabs and takes no drops. */

#include "muster-frame-header.h"

struct _MusterFrameHeader
{
  AdwBin      parent_instance;
  PanelFrame *frame; /* (unowned) (weak): owns this header */
  GBinding   *title_binding;

  GtkBox   *prefix;
  GtkBox   *suffix;
  GtkLabel *title;
};

enum
{
  PROP_FRAME = 1,
  N_PROPS,
};

static void frame_header_iface_init (PanelFrameHeaderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterFrameHeader,
                               muster_frame_header,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PANEL_TYPE_FRAME_HEADER, frame_header_iface_init))

static void
page_changed (PanelFrameHeader *header, PanelWidget *page)
{
  MusterFrameHeader *self = MUSTER_FRAME_HEADER (header);

  if (self->title_binding != NULL)
    g_binding_unbind (self->title_binding);
  g_clear_object (&self->title_binding);

  if (page != NULL)
    self->title_binding
        = g_object_ref (g_object_bind_property (page, "title", self->title, "label", G_BINDING_SYNC_CREATE));
  else
    gtk_label_set_label (self->title, "");
}

static gboolean
can_drop (PanelFrameHeader *header, PanelWidget *page)
{
  return FALSE;
}

static void
add_prefix (PanelFrameHeader *header, int priority, GtkWidget *child)
{
  gtk_box_append (MUSTER_FRAME_HEADER (header)->prefix, child);
}

static void
add_suffix (PanelFrameHeader *header, int priority, GtkWidget *child)
{
  gtk_box_append (MUSTER_FRAME_HEADER (header)->suffix, child);
}

static void
frame_header_iface_init (PanelFrameHeaderInterface *iface)
{
  iface->page_changed = page_changed;
  iface->can_drop = can_drop;
  iface->add_prefix = add_prefix;
  iface->add_suffix = add_suffix;
}

static void
muster_frame_header_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_FRAME:
      g_value_set_object (value, MUSTER_FRAME_HEADER (object)->frame);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_frame_header_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MusterFrameHeader *self = MUSTER_FRAME_HEADER (object);

  switch (property_id)
    {
    case PROP_FRAME:
      if (g_set_weak_pointer (&self->frame, g_value_get_object (value)))
        {
          page_changed (PANEL_FRAME_HEADER (self),
                        self->frame != NULL ? panel_frame_get_visible_child (self->frame) : NULL);
          g_object_notify (object, "frame");
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_frame_header_dispose (GObject *object)
{
  MusterFrameHeader *self = MUSTER_FRAME_HEADER (object);

  g_clear_object (&self->title_binding);
  g_clear_weak_pointer (&self->frame);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_FRAME_HEADER);

  G_OBJECT_CLASS (muster_frame_header_parent_class)->dispose (object);
}

static void
muster_frame_header_class_init (MusterFrameHeaderClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_frame_header_get_property;
  object_class->set_property = muster_frame_header_set_property;
  object_class->dispose = muster_frame_header_dispose;

  g_object_class_override_property (object_class, PROP_FRAME, "frame");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-frame-header.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterFrameHeader, prefix);
  gtk_widget_class_bind_template_child (widget_class, MusterFrameHeader, suffix);
  gtk_widget_class_bind_template_child (widget_class, MusterFrameHeader, title);
  gtk_widget_class_set_css_name (widget_class, "musterframeheader");
}

static void
muster_frame_header_init (MusterFrameHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** muster_frame_header_new: Returns: a header, to be given to panel_frame_set_header(). */
GtkWidget *
muster_frame_header_new (void)
{
  return g_object_new (MUSTER_TYPE_FRAME_HEADER, NULL);
}
