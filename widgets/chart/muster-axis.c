/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A domain that was set stays; otherwise the axis takes what its layers cover, ended at ticks. Grid lines are
 * horizontal only, so they belong to the upright axis. */

#include "muster-axis.h"

#include <math.h>

#define TICK_PX 3
#define LABEL_GAP_PX 3
#define SIDE_GAP_PX 8

struct _MusterAxis
{
  MusterScale scale;
  gboolean    has_domain;
  gboolean    has_ticks;
  gboolean    is_shown;
  double      min_step;
  double      ticks[MUSTER_SCALE_MAX_TICKS];
  guint       n_ticks;
  guint       n_digits;
};

/** muster_axis_new: Returns: (transfer full): takes its domain from the layers. */
MusterAxis *
muster_axis_new (void)
{
  MusterAxis *self = g_new0 (MusterAxis, 1);

  muster_scale_init (&self->scale, 0, 1);

  return self;
}

void
muster_axis_free (MusterAxis *self)
{
  g_free (self);
}

static void
find_digits (MusterAxis *self)
{
  self->n_digits = 0;
  for (guint i = 0; i < self->n_ticks; i++)
    self->n_digits = MAX (self->n_digits, muster_scale_step_digits (self->ticks[i]));
}

static void
place_ticks (MusterAxis *self)
{
  if (self->has_ticks)
    return;

  self->n_ticks = muster_scale_nice_ticks (&self->scale, self->min_step, self->ticks);
  find_digits (self);
}

/** muster_axis_set_domain: From now on the axis covers @from to @to, whatever the layers hold. */
void
muster_axis_set_domain (MusterAxis *self, double from, double to)
{
  muster_scale_init (&self->scale, from, to);
  self->has_domain = TRUE;
  self->is_shown = TRUE;
  place_ticks (self);
}

/** muster_axis_set_ticks: @ticks: rising, at most MUSTER_SCALE_MAX_TICKS: these and no others. */
void
muster_axis_set_ticks (MusterAxis *self, const double *ticks, guint n_ticks)
{
  g_return_if_fail (n_ticks <= MUSTER_SCALE_MAX_TICKS);

  for (guint i = 0; i < n_ticks; i++)
    self->ticks[i] = ticks[i];
  self->n_ticks = n_ticks;
  self->has_ticks = TRUE;
  find_digits (self);
}

/** muster_axis_set_counts: Whether the axis counts, so that no tick stands between whole numbers. */
void
muster_axis_set_counts (MusterAxis *self, gboolean counts)
{
  self->min_step = counts ? 1 : 0;
}

/** muster_axis_fit: @from: NaN when the layers have no values along this axis: then it is not shown. */
void
muster_axis_fit (MusterAxis *self, double from, double to)
{
  if (self->has_domain)
    return;

  self->is_shown = isfinite (from) && isfinite (to);
  muster_scale_init (&self->scale, from, to);
  muster_scale_widen (&self->scale, self->min_step);
  place_ticks (self);
}

gboolean
muster_axis_is_shown (MusterAxis *self)
{
  return self->is_shown;
}

/** muster_axis_get_scale: Returns: with the domain; the range is the plot's to set. */
MusterScale
muster_axis_get_scale (MusterAxis *self)
{
  return self->scale;
}

guint
muster_axis_get_n_ticks (MusterAxis *self)
{
  return self->n_ticks;
}

double
muster_axis_get_tick (MusterAxis *self, guint tick)
{
  g_return_val_if_fail (tick < self->n_ticks, NAN);

  return self->ticks[tick];
}

/** muster_axis_dup_label: Returns: (transfer full): how a tick reads, all with the same number of digits. */
char *
muster_axis_dup_label (MusterAxis *self, guint tick)
{
  double value;

  g_return_val_if_fail (tick < self->n_ticks, NULL);

  value = self->ticks[tick];

  return g_strdup_printf ("%s%.*f", value < 0 ? "\u2212" : "", (int) self->n_digits, fabs (value));
}

/** muster_axis_label_width: Returns: of the label of @tick, in pixels. */
double
muster_axis_label_width (MusterAxis *self, const MusterPlot *plot, guint tick)
{
  g_autofree char *label = muster_axis_dup_label (self, tick);
  g_autoptr (PangoLayout) text = muster_plot_create_text (plot, label, MUSTER_PLOT_TICK);
  int width;

  pango_layout_get_pixel_size (text, &width, NULL);

  return width;
}

static void
stroke (const MusterPlot *plot, const GdkRGBA *color, double x, double y, double to_x, double to_y)
{
  muster_plot_set_color (plot, color);
  cairo_set_line_width (plot->cr, 1);
  cairo_move_to (plot->cr, x, y);
  cairo_line_to (plot->cr, to_x, to_y);
  cairo_stroke (plot->cr);
}

/* Whether the label would touch the one drawn before it. */
static gboolean
is_crowded (double left, double width, double last_left, double last_width)
{
  return left < last_left + last_width + LABEL_GAP_PX && last_left < left + width + LABEL_GAP_PX;
}

/** muster_axis_draw_across: Line, ticks and labels under the area; a label without room is left out. */
void
muster_axis_draw_across (MusterAxis *self, const MusterPlot *plot)
{
  double floor_px = round (plot->area.y + plot->area.height) + .5;
  double last_left = -G_MAXINT, last_width = 0;

  stroke (plot, &plot->palette->axis, plot->area.x, floor_px, plot->area.x + plot->area.width, floor_px);
  for (guint i = 0; i < self->n_ticks; i++)
    {
      double           x = round (muster_scale_map (&plot->x, self->ticks[i]));
      double           width = muster_axis_label_width (self, plot, i);
      double           left = x - width / 2;
      g_autofree char *label = muster_axis_dup_label (self, i);
      g_autoptr (PangoLayout) text = muster_plot_create_text (plot, label, MUSTER_PLOT_TICK);

      if (!muster_scale_contains (&plot->x, self->ticks[i]))
        continue;
      stroke (plot, &plot->palette->axis, x + .5, floor_px, x + .5, floor_px + TICK_PX);
      if (is_crowded (left, width, last_left, last_width))
        continue;
      muster_plot_show_text (plot, text, left, floor_px + TICK_PX + LABEL_GAP_PX, &plot->palette->dim);
      last_left = left;
      last_width = width;
    }
}

/** muster_axis_draw_upright: Grid lines across the area, labels on the side where reading begins. */
void
muster_axis_draw_upright (MusterAxis *self, const MusterPlot *plot)
{
  if (!self->is_shown)
    return;

  for (guint i = 0; i < self->n_ticks; i++)
    {
      double           y = round (muster_scale_map (&plot->y, self->ticks[i])) + .5;
      double           width = muster_axis_label_width (self, plot, i);
      double           right = plot->area.x + plot->area.width;
      g_autofree char *label = muster_axis_dup_label (self, i);
      g_autoptr (PangoLayout) text = muster_plot_create_text (plot, label, MUSTER_PLOT_TICK);

      stroke (plot, &plot->palette->grid, plot->area.x, y, right, y);
      muster_plot_show_text (plot,
                             text,
                             plot->is_rtl ? right + SIDE_GAP_PX : plot->area.x - SIDE_GAP_PX - width,
                             y - muster_plot_text_height (plot, MUSTER_PLOT_TICK) / 2,
                             &plot->palette->dim);
    }
}
