/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ticks stand at multiples of 1, 2 or 5 times a power of ten: the smallest such step that needs no more than
 * MUSTER_SCALE_MAX_TICKS of them. */

#include "muster-scale.h"

#include <math.h>

/* Of a step: by how much of it a tick may miss the end of the domain and still belong to it. */
#define ROUNDING_RATIO 1e-9
#define MAX_DIGITS 12

/**
 * muster_scale_init:
 * @from: first value of the domain
 * @to: its last; a domain without length is widened by half a unit to each side, so that it can be drawn
 */
void
muster_scale_init (MusterScale *self, double from, double to)
{
  if (!isfinite (from) || !isfinite (to))
    {
      from = 0;
      to = 1;
    }
  if (from == to)
    {
      from -= .5;
      to += .5;
    }

  self->from = MIN (from, to);
  self->to = MAX (from, to);
  self->from_px = 0;
  self->to_px = 1;
}

/** muster_scale_set_range: Where the first and the last value of the domain lie. */
void
muster_scale_set_range (MusterScale *self, double from_px, double to_px)
{
  self->from_px = from_px;
  self->to_px = to_px;
}

/** muster_scale_map: Returns: the place of @value, on the same line outside the domain; NaN for NaN. */
double
muster_scale_map (const MusterScale *self, double value)
{
  return self->from_px + (value - self->from) / (self->to - self->from) * (self->to_px - self->from_px);
}

/** muster_scale_unmap: Returns: the value at @place_px; the first of the domain while the range has no length. */
double
muster_scale_unmap (const MusterScale *self, double place_px)
{
  if (self->to_px == self->from_px)
    return self->from;

  return self->from + (place_px - self->from_px) / (self->to_px - self->from_px) * (self->to - self->from);
}

gboolean
muster_scale_contains (const MusterScale *self, double value)
{
  return value >= self->from && value <= self->to;
}

/* How many multiples of @step the domain holds, and the first of them. */
static double
count_multiples (const MusterScale *self, double step, double *first)
{
  double low = ceil (self->from / step - ROUNDING_RATIO);
  double high = floor (self->to / step + ROUNDING_RATIO);

  *first = low;

  return high - low + 1;
}

/**
 * muster_scale_nice_step:
 * @min_step: the smallest that makes sense, 1 for counts; 0 without one
 *
 * Returns: the distance of ticks, 1, 2 or 5 times a power of ten.
 */
double
muster_scale_nice_step (const MusterScale *self, double min_step)
{
  static const double factors[] = { 1, 2, 5 };
  double              power = pow (10, floor (log10 ((self->to - self->from) / MUSTER_SCALE_MAX_TICKS)));
  double              first;

  /* The step that is wanted lies between power and 10 × power, or begins the next decade. */
  for (guint decade = 0; decade < 2; decade++, power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
      if (count_multiples (self, power * factors[i], &first) <= MUSTER_SCALE_MAX_TICKS)
        return MAX (power * factors[i], min_step);

  return MAX (power, min_step);
}

/**
 * muster_scale_nice_ticks:
 * @min_step: as for muster_scale_nice_step()
 * @ticks: (out): the values, rising
 *
 * Returns: how many ticks there are.
 */
guint
muster_scale_nice_ticks (const MusterScale *self, double min_step, double ticks[MUSTER_SCALE_MAX_TICKS])
{
  double step = muster_scale_nice_step (self, min_step);
  double first;
  double n = count_multiples (self, step, &first);
  guint  n_ticks = (guint) CLAMP (n, 0, MUSTER_SCALE_MAX_TICKS);

  /* Adding 0 turns the negative zero, which would be printed with its sign, into zero. */
  for (guint i = 0; i < n_ticks; i++)
    ticks[i] = (first + i) * step + 0.0;

  return n_ticks;
}

/** muster_scale_widen: Makes the domain end at ticks; @min_step as for muster_scale_nice_step(). */
void
muster_scale_widen (MusterScale *self, double min_step)
{
  double step = muster_scale_nice_step (self, min_step);

  self->from = floor (self->from / step + ROUNDING_RATIO) * step;
  self->to = ceil (self->to / step - ROUNDING_RATIO) * step;
}

/** muster_scale_step_digits: Returns: digits after the decimal mark that tell ticks of @step apart. */
guint
muster_scale_step_digits (double step)
{
  guint n_digits = 0;

  while (n_digits < MAX_DIGITS && fabs (step - round (step)) > ROUNDING_RATIO * MAX (1, fabs (step)))
    {
      step *= 10;
      n_digits++;
    }

  return n_digits;
}
