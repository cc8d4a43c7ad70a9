/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Geometry: the page lies in the middle, with a margin; everything is placed anew in size_allocate() from
 * zoom, size and the two adjustments, so that no state can disagree with another. The page has whole pixels,
 * so that a picture of the wished resolution is shown pixel by pixel. */

#include "muster-page-sheet-private.h"

#include "muster-palette.h"

#include <math.h>

#define PX_PER_PT (96.0 / 72.0)
#define MARGIN_PX 18
#define NARROW_MARGIN_PX 9
#define NARROW_PX 420
#define SMALLEST_ZOOM .1 /* that fitting the width may come to */
#define STEP_PX 36
#define SHADOW_BLUR_PX 9

enum
{
  PROP_ZOOM = 1,
  PROP_FITS_WIDTH,
  PROP_WISHED_DPI,
  PROP_POINTED,
  PROP_PINNED,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS, /* GtkScrollable's */
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];
static guint       box_activated;

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterPageSheet,
                               muster_page_sheet,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
wish_dpi (MusterPageSheet *self)
{
  if (self->width_pt <= 0 || self->page_px.size.width <= 0)
    return 0;

  return (double) self->page_px.size.width * gtk_widget_get_scale_factor (GTK_WIDGET (self)) * 72
         / self->width_pt;
}

static void
adjusted_cb (GtkAdjustment *adjustment, MusterPageSheet *self)
{
  if (!self->is_placing)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
take_adjustment (MusterPageSheet *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place != NULL && *place == adjustment)
    return;

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, adjusted_cb, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect (*place, "value-changed", G_CALLBACK (adjusted_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
tell_geometry_cb (gpointer data)
{
  MusterPageSheet *self = data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WISHED_DPI]);

  return G_SOURCE_REMOVE;
}

/* Widgets that follow may not ask for another size while sizes are given out. */
static void
tell_geometry_later (MusterPageSheet *self)
{
  if (self->notify_id == 0)
    self->notify_id = g_idle_add (tell_geometry_cb, self);
}

static double
choose_zoom (MusterPageSheet *self, int width_px, int margin_px)
{
  if (!self->fits_width || self->width_pt <= 0)
    return self->zoom;

  return CLAMP (
      (width_px - 2 * margin_px) / (self->width_pt * PX_PER_PT), SMALLEST_ZOOM, MUSTER_PAGE_MAX_ZOOM);
}

/* How far the content has to be scrolled in one direction. */
static double
choose_scroll (
    MusterPageSheet *self, GtkOrientation orientation, int view_px, double content_px, int margin_px)
{
  double value = gtk_adjustment_get_value (self->adjustments[orientation]);
  double px_per_pt = self->zoom * PX_PER_PT;

  if (self->has_anchor)
    value = margin_px + self->anchor_pt[orientation] * px_per_pt - self->anchor_px[orientation];
  if (self->has_reveal)
    {
      gboolean is_x = orientation == GTK_ORIENTATION_HORIZONTAL;
      double   start = (is_x ? self->reveal_pt.origin.x : self->reveal_pt.origin.y) * px_per_pt;
      double   end = start + (is_x ? self->reveal_pt.size.width : self->reveal_pt.size.height) * px_per_pt;

      /* with a margin on both sides; the start wins */
      value = MAX (value, end + 2 * margin_px + margin_px - view_px);
      value = MIN (value, start);
    }

  return CLAMP (value, 0, MAX (0, content_px - view_px));
}

/* Returns: where the page begins in the widget. */
static double
place (MusterPageSheet *self, GtkOrientation orientation, int view_px, double page_px, int margin_px)
{
  double content_px = page_px + 2 * margin_px;
  double value = choose_scroll (self, orientation, view_px, content_px, margin_px);

  gtk_adjustment_configure (self->adjustments[orientation],
                            value,
                            0,
                            MAX (content_px, view_px),
                            STEP_PX,
                            MAX (STEP_PX, view_px - STEP_PX),
                            view_px);
  if (content_px > view_px)
    return margin_px - floor (value);

  return orientation == GTK_ORIENTATION_HORIZONTAL ? floor ((view_px - page_px) / 2) : margin_px;
}

static void
place_mark (MusterPageSheet *self, MusterPageMark *mark)
{
  graphene_rect_t box = muster_page_mark_get_box_pt (mark);
  double          scale = (double) self->page_px.size.width / self->width_pt;
  int x = (int) floor (self->page_px.origin.x + box.origin.x * scale) - MUSTER_PAGE_MARK_OUTSET_PX;
  int y = (int) floor (self->page_px.origin.y + box.origin.y * scale) - MUSTER_PAGE_MARK_OUTSET_PX;
  int width = (int) ceil (box.size.width * scale) + 2 * MUSTER_PAGE_MARK_OUTSET_PX;
  int height = (int) ceil (box.size.height * scale) + 2 * MUSTER_PAGE_MARK_OUTSET_PX;

  gtk_widget_size_allocate (GTK_WIDGET (mark), &(GtkAllocation){ x, y, MAX (width, 1), MAX (height, 1) }, -1);
}

static void
muster_page_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MusterPageSheet *self = MUSTER_PAGE_SHEET (widget);
  int              margin_px = width < NARROW_PX ? NARROW_MARGIN_PX : MARGIN_PX;
  double           zoom = choose_zoom (self, width, margin_px);
  graphene_rect_t  page;

  if (zoom != self->zoom)
    tell_geometry_later (self);
  self->zoom = zoom;
  page.size.width = (float) MAX (1, round (self->width_pt * zoom * PX_PER_PT));
  page.size.height = (float) MAX (1, round (self->height_pt * zoom * PX_PER_PT));
  self->is_placing = TRUE;
  page.origin.x = (float) place (self, GTK_ORIENTATION_HORIZONTAL, width, page.size.width, margin_px);
  page.origin.y = (float) place (self, GTK_ORIENTATION_VERTICAL, height, page.size.height, margin_px);
  self->is_placing = FALSE;
  self->has_anchor = FALSE;
  self->has_reveal = FALSE;
  if (page.size.width != self->page_px.size.width)
    tell_geometry_later (self);
  self->page_px = page;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    place_mark (self, MUSTER_PAGE_MARK (child));
}

/* A picture of the wished resolution is a fraction of a pixel larger than the page: shown as it is, it stays
 * sharp. */
static void
append_picture (MusterPageSheet *self, GtkSnapshot *snapshot)
{
  float           scale = (float) gtk_widget_get_scale_factor (GTK_WIDGET (self));
  graphene_rect_t bounds = self->page_px;
  float           width = (float) gdk_texture_get_width (self->picture) / scale;
  float           height = (float) gdk_texture_get_height (self->picture) / scale;

  if (fabsf (width - bounds.size.width) <= 1.5f && fabsf (height - bounds.size.height) <= 1.5f)
    bounds.size = GRAPHENE_SIZE_INIT (width, height);
  gtk_snapshot_push_clip (snapshot, &self->page_px);
  gtk_snapshot_append_texture (snapshot, self->picture, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
muster_page_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MusterPageSheet *self = MUSTER_PAGE_SHEET (widget);
  GdkRGBA          paper = muster_palette_lookup (widget, "page_paper");
  GdkRGBA          shadow = { 0, 0, 0, .16f };
  GdkRGBA          edge = { 0, 0, 0, .10f };
  GskRoundedRect   outline;

  if (self->width_pt <= 0)
    return;

  gsk_rounded_rect_init_from_rect (&outline, &self->page_px, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, SHADOW_BLUR_PX);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &edge, 0, 0, 1, 0);
  gtk_snapshot_append_color (snapshot, &paper, &self->page_px);
  if (self->picture != NULL)
    append_picture (self, snapshot);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

/* Tab walks the marks in the order in which they came, which is that of reading; GTK's would be by rows. */
static gboolean
muster_page_sheet_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean   is_forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *mark = gtk_widget_get_focus_child (widget);

  if (!is_forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (muster_page_sheet_parent_class)->focus (widget, direction);

  if (mark == NULL)
    mark = is_forward ? gtk_widget_get_first_child (widget) : gtk_widget_get_last_child (widget);
  else
    mark = is_forward ? gtk_widget_get_next_sibling (mark) : gtk_widget_get_prev_sibling (mark);
  for (; mark != NULL;
       mark = is_forward ? gtk_widget_get_next_sibling (mark) : gtk_widget_get_prev_sibling (mark))
    if (gtk_widget_child_focus (mark, direction))
      return TRUE;

  return FALSE;
}

static void
muster_page_sheet_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  MusterPageSheet *self = MUSTER_PAGE_SHEET (widget);
  GtkWidget       *left = gtk_widget_get_focus_child (widget);
  const char      *left_id = left != NULL ? muster_page_mark_get_id (MUSTER_PAGE_MARK (left)) : NULL;

  GTK_WIDGET_CLASS (muster_page_sheet_parent_class)->set_focus_child (widget, child);
  if (child != NULL)
    muster_page_sheet_set_pointed (self, muster_page_mark_get_id (MUSTER_PAGE_MARK (child)), TRUE);
  else if (left_id != NULL && g_strcmp0 (left_id, self->pointed) == 0)
    muster_page_sheet_set_pointed (self, self->pinned, FALSE);
}

static void
muster_page_sheet_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MusterPageSheet *self = MUSTER_PAGE_SHEET (object);

  switch (property_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_FITS_WIDTH:
      g_value_set_boolean (value, self->fits_width);
      break;
    case PROP_WISHED_DPI:
      g_value_set_double (value, wish_dpi (self));
      break;
    case PROP_POINTED:
      g_value_set_string (value, self->pointed);
      break;
    case PROP_PINNED:
      g_value_set_string (value, self->pinned);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[property_id == PROP_VADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[property_id == PROP_VSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_fits_width (MusterPageSheet *self, gboolean fits_width)
{
  if (self->fits_width == fits_width)
    return;

  self->fits_width = fits_width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FITS_WIDTH]);
}

static void
muster_page_sheet_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MusterPageSheet *self = MUSTER_PAGE_SHEET (object);

  switch (property_id)
    {
    case PROP_ZOOM:
      muster_page_sheet_zoom_to (self, g_value_get_double (value), FALSE);
      break;
    case PROP_FITS_WIDTH:
      set_fits_width (self, g_value_get_boolean (value));
      break;
    case PROP_POINTED:
      muster_page_sheet_set_pointed (self, g_value_get_string (value), TRUE);
      break;
    case PROP_PINNED:
      muster_page_sheet_set_pinned (self, g_value_get_string (value));
      break;
    case PROP_HADJUSTMENT:
      take_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      take_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[property_id == PROP_VSCROLL_POLICY] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
remove_marks (MusterPageSheet *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
muster_page_sheet_dispose (GObject *object)
{
  MusterPageSheet *self = MUSTER_PAGE_SHEET (object);

  remove_marks (self);
  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_object (&self->picture);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], adjusted_cb, self);
      g_clear_object (&self->adjustments[i]);
    }

  G_OBJECT_CLASS (muster_page_sheet_parent_class)->dispose (object);
}

static void
muster_page_sheet_finalize (GObject *object)
{
  MusterPageSheet *self = MUSTER_PAGE_SHEET (object);

  g_free (self->pointed);
  g_free (self->pinned);

  G_OBJECT_CLASS (muster_page_sheet_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_ZOOM]
      = g_param_spec_double ("zoom", NULL, NULL, SMALLEST_ZOOM, MUSTER_PAGE_MAX_ZOOM, 1, flags);
  properties[PROP_FITS_WIDTH] = g_param_spec_boolean ("fits-width", NULL, NULL, TRUE, flags);
  properties[PROP_WISHED_DPI] = g_param_spec_double (
      "wished-dpi", NULL, NULL, 0, G_MAXDOUBLE, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_POINTED] = g_param_spec_string ("pointed", NULL, NULL, NULL, flags);
  properties[PROP_PINNED] = g_param_spec_string ("pinned", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
muster_page_sheet_class_init (MusterPageSheetClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_page_sheet_get_property;
  object_class->set_property = muster_page_sheet_set_property;
  object_class->dispose = muster_page_sheet_dispose;
  object_class->finalize = muster_page_sheet_finalize;
  install_properties (object_class);

  widget_class->size_allocate = muster_page_sheet_size_allocate;
  widget_class->snapshot = muster_page_sheet_snapshot;
  widget_class->focus = muster_page_sheet_focus;
  widget_class->set_focus_child = muster_page_sheet_set_focus_child;
  gtk_widget_class_set_css_name (widget_class, "pagesheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  muster_page_sheet_bind_keys (widget_class);

  box_activated = g_signal_new ("box-activated",
                                MUSTER_TYPE_PAGE_SHEET,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_STRING);
}

static void
muster_page_sheet_init (MusterPageSheet *self)
{
  self->zoom = 1;
  self->fits_width = TRUE;
  take_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  take_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (tell_geometry_later), NULL);
  muster_page_sheet_add_controllers (self);
}

void
muster_page_sheet_set_size (MusterPageSheet *self, double width_pt, double height_pt)
{
  remove_marks (self);
  g_clear_object (&self->picture);
  self->width_pt = width_pt;
  self->height_pt = height_pt;
  self->page_px.size.width = 0; /* another page: its wish is told in any case */
  self->has_anchor = FALSE;
  self->has_reveal = FALSE;
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
muster_page_sheet_set_image (MusterPageSheet *self, GdkTexture *picture)
{
  if (g_set_object (&self->picture, picture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
muster_page_sheet_has_image (MusterPageSheet *self)
{
  return self->picture != NULL;
}

void
muster_page_sheet_set_boxes (MusterPageSheet *self, const MusterPageBox *boxes, guint n_boxes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  remove_marks (self);
  for (guint i = 0; i < n_boxes; i++)
    gtk_widget_set_parent (muster_page_mark_new (&boxes[i], g_hash_table_add (seen, (char *) boxes[i].id)),
                           GTK_WIDGET (self));
  muster_page_sheet_refresh_marks (self);
  if (self->pointed != NULL)
    {
      g_autofree char *pointed = g_strdup (self->pointed);

      muster_page_sheet_set_pointed (self, pointed, TRUE);
    }
}

void
muster_page_sheet_zoom_to (MusterPageSheet *self, double zoom, gboolean at_pointer)
{
  int    size_px[2] = { gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)) };
  double origin_px[2] = { (double) self->page_px.origin.x, (double) self->page_px.origin.y };

  zoom = CLAMP (zoom, MUSTER_PAGE_MIN_ZOOM, MUSTER_PAGE_MAX_ZOOM);
  set_fits_width (self, FALSE);
  if (zoom == self->zoom)
    return;

  for (guint i = 0; i < 2; i++)
    {
      self->anchor_px[i] = at_pointer && self->has_pointer ? self->pointer_px[i] : size_px[i] / 2.0;
      self->anchor_pt[i] = (self->anchor_px[i] - origin_px[i]) / (self->zoom * PX_PER_PT);
    }
  self->has_anchor = TRUE;
  self->zoom = zoom;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

double
muster_page_sheet_get_zoom (MusterPageSheet *self)
{
  return self->zoom;
}
