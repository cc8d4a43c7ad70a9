/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stock headers of libpanel show icons only and refuse some kinds of panels without a word. This one names its
 * panels and takes all of them: a chart may stand in the centre, a person's page at an edge. */

#include "muster-frame-header.h"

#include "muster-frame-tab.h"
#include "muster-panel-tab.h"

struct _MusterFrameHeader
{
  AdwBin      parent_instance;
  PanelFrame *frame; /* (unowned) (weak): owns this header */
  GListModel *pages; /* of the frame */
  gboolean    is_tight;
  guint       fit_id;
  int         width_px;

  GtkBox *prefix;
  GtkBox *tabs;
  GtkBox *suffixes;
  AdwBin *page_suffix;
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

/* Without room the labels of those that are not in front go; icon and tooltip stay. */
static void
show_tabs (MusterFrameHeader *self)
{
  PanelWidget *front = self->frame != NULL ? panel_frame_get_visible_child (self->frame) : NULL;
  GtkWidget   *first = gtk_widget_get_first_child (GTK_WIDGET (self->tabs));
  gboolean     is_alone = first != NULL && gtk_widget_get_next_sibling (first) == NULL;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gboolean is_active = muster_frame_tab_get_panel (MUSTER_FRAME_TAB (child)) == front;

      muster_frame_tab_set_state (MUSTER_FRAME_TAB (child), is_alone, is_active, is_active || !self->is_tight);
    }
}

static gboolean
is_tight (MusterFrameHeader *self)
{
  int width = 0, suffix;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    width += muster_frame_tab_full_width (MUSTER_FRAME_TAB (child)) + gtk_box_get_spacing (self->tabs);
  gtk_widget_measure (GTK_WIDGET (self->suffixes), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &suffix, NULL, NULL);

  return width + suffix + 12 > gtk_widget_get_width (GTK_WIDGET (self));
}

static gboolean
fit_cb (gpointer user_data)
{
  MusterFrameHeader *self = user_data;
  gboolean           tight = is_tight (self);

  self->fit_id = 0;
  if (self->is_tight != tight)
    {
      self->is_tight = tight;
      show_tabs (self);
    }

  return G_SOURCE_REMOVE;
}

/* Labels may not come and go while sizes are being given out: they do right after. */
static void
queue_fit (MusterFrameHeader *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static void
show_suffix (MusterFrameHeader *self)
{
  PanelWidget *front = self->frame != NULL ? panel_frame_get_visible_child (self->frame) : NULL;
  GtkWidget   *suffix = front != NULL ? muster_panel_tab_get_suffix (muster_panel_tab_get (front)) : NULL;

  if (adw_bin_get_child (self->page_suffix) == suffix)
    return;

  adw_bin_set_child (self->page_suffix, NULL);
  if (suffix == NULL)
    return;

  /* The panel came from another frame, whose head may still hold it. */
  if (gtk_widget_get_parent (suffix) != NULL)
    adw_bin_set_child (ADW_BIN (gtk_widget_get_parent (suffix)), NULL);
  adw_bin_set_child (self->page_suffix, suffix);
}

static void
front_changed (MusterFrameHeader *self)
{
  show_suffix (self);
  show_tabs (self);
  queue_fit (self);
}

static void
pages_changed (MusterFrameHeader *self)
{
  guint      n_pages = self->frame != NULL ? panel_frame_get_n_pages (self->frame) : 0;
  GtkWidget *tab;

  while ((tab = gtk_widget_get_first_child (GTK_WIDGET (self->tabs))) != NULL)
    gtk_box_remove (self->tabs, tab);
  for (guint i = 0; i < n_pages; i++)
    gtk_box_append (self->tabs, muster_frame_tab_new (panel_frame_get_page (self->frame, i)));
  front_changed (self);
}

static void
set_frame (MusterFrameHeader *self, PanelFrame *frame)
{
  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_func (self->pages, pages_changed, self);
  g_clear_object (&self->pages);
  if (!g_set_weak_pointer (&self->frame, frame))
    return;

  if (frame != NULL)
    {
      self->pages = g_object_ref (G_LIST_MODEL (panel_frame_get_pages (frame)));
      g_signal_connect_object (self->pages, "items-changed", G_CALLBACK (pages_changed), self, G_CONNECT_SWAPPED);
    }
  pages_changed (self);
  g_object_notify (G_OBJECT (self), "frame");
}

static void
page_changed (PanelFrameHeader *header, PanelWidget *page)
{
  front_changed (MUSTER_FRAME_HEADER (header));
}

/* Whatever can be moved may come here, whichever edge it is from. */
static gboolean
can_drop (PanelFrameHeader *header, PanelWidget *page)
{
  return TRUE;
}

static void
add_prefix (PanelFrameHeader *header, int priority, GtkWidget *child)
{
  gtk_box_append (MUSTER_FRAME_HEADER (header)->prefix, child);
}

static void
add_suffix (PanelFrameHeader *header, int priority, GtkWidget *child)
{
  gtk_box_append (MUSTER_FRAME_HEADER (header)->suffixes, child);
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
      set_frame (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_frame_header_dispose (GObject *object)
{
  MusterFrameHeader *self = MUSTER_FRAME_HEADER (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_func (self->pages, pages_changed, self);
  g_clear_object (&self->pages);
  g_clear_weak_pointer (&self->frame);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_FRAME_HEADER);

  G_OBJECT_CLASS (muster_frame_header_parent_class)->dispose (object);
}

static void
muster_frame_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MusterFrameHeader *self = MUSTER_FRAME_HEADER (widget);

  GTK_WIDGET_CLASS (muster_frame_header_parent_class)->size_allocate (widget, width, height, baseline);

  if (self->width_px != width)
    queue_fit (self);
  self->width_px = width;
}

static void
muster_frame_header_class_init (MusterFrameHeaderClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_frame_header_get_property;
  object_class->set_property = muster_frame_header_set_property;
  object_class->dispose = muster_frame_header_dispose;
  widget_class->size_allocate = muster_frame_header_size_allocate;

  g_object_class_override_property (object_class, PROP_FRAME, "frame");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-frame-header.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterFrameHeader, prefix);
  gtk_widget_class_bind_template_child (widget_class, MusterFrameHeader, tabs);
  gtk_widget_class_bind_template_child (widget_class, MusterFrameHeader, suffixes);
  gtk_widget_class_bind_template_child (widget_class, MusterFrameHeader, page_suffix);
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
