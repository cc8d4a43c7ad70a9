/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages are white in every style, so the colours of marks are the style's page_… ones, which dark leaves
 * alone. Uncertain differs from evidence by its dashes, pinned from pointed at by its missing fill. */

#include "muster-page-mark.h"

#include "muster-palette.h"

#define RADIUS_PX 3
#define EVIDENCE_LINE_PX 1.2f
#define LINKED_LINE_PX 2
#define DASH_PX 4
#define DASH_GAP_PX 2.5
#define HATCH_PITCH_PX 6
#define EVIDENCE_FILL .07f
#define LINKED_FILL .20f
#define UNCERTAIN_FILL .08f
#define CAPTION_MARGIN_PX 4

struct _MusterPageMark
{
  GtkWidget         parent_instance;
  char             *id;
  char             *caption;
  graphene_rect_t   box_pt;
  MusterPageBoxKind kind;
  gboolean          is_linked;
  gboolean          is_pinned;
};

G_DEFINE_FINAL_TYPE (MusterPageMark, muster_page_mark, GTK_TYPE_WIDGET)

static void
append_fill (GtkSnapshot *snapshot, const GskRoundedRect *outline, GdkRGBA color, float alpha)
{
  color.alpha *= alpha;
  gtk_snapshot_push_rounded_clip (snapshot, outline);
  gtk_snapshot_append_color (snapshot, &color, &outline->bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_line (GtkSnapshot *snapshot, const GskRoundedRect *outline, GdkRGBA color, float width_px)
{
  float   widths[] = { width_px, width_px, width_px, width_px };
  GdkRGBA colors[] = { color, color, color, color };

  gtk_snapshot_append_border (snapshot, outline, widths, colors);
}

static void
append_dashes (GtkSnapshot *snapshot, const graphene_rect_t *bounds, GdkRGBA color)
{
  static const double dashes[] = { DASH_PX, DASH_GAP_PX };
  const double        inset = EVIDENCE_LINE_PX / 2;
  cairo_t            *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, EVIDENCE_LINE_PX);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, inset, inset, bounds->size.width - 2 * inset, bounds->size.height - 2 * inset);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
append_caption (MusterPageMark *self, GtkSnapshot *snapshot, GdkRGBA color)
{
  PangoLayout   *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->caption);
  int            width_px = gtk_widget_get_width (GTK_WIDGET (self));
  int            height_px = gtk_widget_get_height (GTK_WIDGET (self));
  int            text_width_px, text_height_px;
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (.82));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &text_width_px, &text_height_px);
  if (text_width_px + 2 * CAPTION_MARGIN_PX <= width_px
      && text_height_px + 2 * CAPTION_MARGIN_PX <= height_px)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float) ((width_px - text_width_px) / 2),
                                                    (float) ((height_px - text_height_px) / 2)));
      gtk_snapshot_append_layout (snapshot, layout, &color);
      gtk_snapshot_restore (snapshot);
    }
  pango_attr_list_unref (attributes);
  g_object_unref (layout);
}

/* Opaque first: whatever the hatching looks like, nothing shines through. */
static void
append_mask (MusterPageMark *self, GtkSnapshot *snapshot, const GskRoundedRect *outline)
{
  GtkWidget             *widget = GTK_WIDGET (self);
  const graphene_rect_t *bounds = &outline->bounds;
  GdkRGBA                ground = muster_palette_lookup (widget, "page_masked");
  GdkRGBA                hatch = muster_palette_lookup (widget, "page_hatch");
  cairo_t               *cr;

  ground.alpha = 1;
  gtk_snapshot_append_color (snapshot, &ground, bounds);
  cr = gtk_snapshot_append_cairo (snapshot, bounds);
  gdk_cairo_set_source_rgba (cr, &hatch);
  cairo_set_line_width (cr, 1);
  for (double x = -bounds->size.height; x < bounds->size.width; x += HATCH_PITCH_PX)
    {
      cairo_move_to (cr, x, bounds->size.height);
      cairo_line_to (cr, x + bounds->size.height, 0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  if (self->caption != NULL)
    append_caption (self, snapshot, muster_palette_lookup (widget, "page_caption"));
}

static void
muster_page_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MusterPageMark *self = MUSTER_PAGE_MARK (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (
      0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  GskRoundedRect outline;
  GdkRGBA        linked = muster_palette_lookup (widget, "page_linked");

  gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS_PX);
  if (self->kind == MUSTER_PAGE_BOX_MASKED)
    append_mask (self, snapshot, &outline);
  else if (self->is_linked)
    append_fill (snapshot, &outline, linked, LINKED_FILL);
  else
    {
      gboolean is_uncertain = self->kind == MUSTER_PAGE_BOX_UNCERTAIN;
      GdkRGBA  color = muster_palette_lookup (widget, is_uncertain ? "page_uncertain" : "page_evidence");

      append_fill (snapshot, &outline, color, is_uncertain ? UNCERTAIN_FILL : EVIDENCE_FILL);
      if (is_uncertain && !self->is_pinned)
        append_dashes (snapshot, &bounds, color);
      else if (!self->is_pinned)
        append_line (snapshot, &outline, color, EVIDENCE_LINE_PX);
    }
  if (self->kind != MUSTER_PAGE_BOX_MASKED && (self->is_linked || self->is_pinned))
    append_line (snapshot, &outline, linked, LINKED_LINE_PX);
}

static void
muster_page_mark_finalize (GObject *object)
{
  MusterPageMark *self = MUSTER_PAGE_MARK (object);

  g_free (self->id);
  g_free (self->caption);

  G_OBJECT_CLASS (muster_page_mark_parent_class)->finalize (object);
}

static void
muster_page_mark_class_init (MusterPageMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_page_mark_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = muster_page_mark_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pagemark");
}

static void
muster_page_mark_init (MusterPageMark *self)
{
}

static GtkAccessibleRole
choose_role (const MusterPageBox *box, gboolean is_first)
{
  if (box->kind == MUSTER_PAGE_BOX_MASKED)
    return GTK_ACCESSIBLE_ROLE_IMG;

  return is_first ? GTK_ACCESSIBLE_ROLE_BUTTON : GTK_ACCESSIBLE_ROLE_PRESENTATION;
}

GtkWidget *
muster_page_mark_new (const MusterPageBox *box, gboolean is_first)
{
  gboolean        can_focus = box->kind != MUSTER_PAGE_BOX_MASKED && is_first;
  MusterPageMark *self = g_object_new (MUSTER_TYPE_PAGE_MARK,
                                       "accessible-role",
                                       choose_role (box, is_first),
                                       "focusable",
                                       can_focus,
                                       "tooltip-text",
                                       box->label,
                                       NULL);

  self->id = g_strdup (box->id);
  self->caption = g_strdup (box->caption);
  self->box_pt = box->box_pt;
  self->kind = box->kind;
  if (is_first || box->kind == MUSTER_PAGE_BOX_MASKED)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, box->label != NULL ? box->label : "", -1);
  if (can_focus)
    gtk_accessible_update_state (
        GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE, -1);

  return GTK_WIDGET (self);
}

const char *
muster_page_mark_get_id (MusterPageMark *self)
{
  return self->id;
}

MusterPageBoxKind
muster_page_mark_get_kind (MusterPageMark *self)
{
  return self->kind;
}

graphene_rect_t
muster_page_mark_get_box_pt (MusterPageMark *self)
{
  return self->box_pt;
}

/** muster_page_mark_set_state: @is_linked: somebody points at it; @is_pinned: and it shall stay. */
void
muster_page_mark_set_state (MusterPageMark *self, gboolean is_linked, gboolean is_pinned)
{
  if (self->is_linked == is_linked && self->is_pinned == is_pinned)
    return;

  self->is_linked = is_linked;
  self->is_pinned = is_pinned;
  if (gtk_widget_get_focusable (GTK_WIDGET (self)))
    gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                                 GTK_ACCESSIBLE_STATE_PRESSED,
                                 is_pinned ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                 -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
