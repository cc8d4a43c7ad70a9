/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Straightening of page pictures: the paper's corners by its brightness against a darker table, skew by the
 * sharpness of line profiles (Leptonica's sweep and search). Promises to leave alone what it is not sure of.
 * One thread. */

#include "muster-straightening.h"

#include <leptonica/allheaders.h>
#include <math.h>

/* The paper is looked for in a picture of about this size. */
#define SEARCH_SIDE_PX 500.
/* Least part of the picture that the paper fills, and most: above it there is no table to be seen. */
#define MIN_PAPER_SHARE .3
#define MAX_PAPER_SHARE .985
/* Skew below this cannot be seen in the words; above it pixFindSkew does not look. */
#define MIN_SKEW_DEGREES .12
#define MIN_SKEW_CONFIDENCE 3.

static PIX *
replace (PIX *old, PIX *made)
{
  pixDestroy (&old);

  return made;
}

/* The tone of a ring along the edges and of the middle: paper on a darker table shows as a step between them.
 */
static gboolean
find_threshold (PIX *small, int *threshold)
{
  int       width = pixGetWidth (small), height = pixGetHeight (small);
  BOX      *middle = boxCreate (width / 4, height / 4, width / 2, height / 2);
  PIX      *centre = pixClipRectangle (small, middle, NULL);
  l_float32 paper = 0, sides[4] = { 0 };
  int       band = MAX (MIN (width, height) / 60, 1), n_dark = 0;
  double    table = 0;
  BOX      *edges[4] = { boxCreate (0, 0, width, band),
                         boxCreate (0, height - band, width, band),
                         boxCreate (0, 0, band, height),
                         boxCreate (width - band, 0, band, height) };

  pixGetRankValueMasked (centre, NULL, 0, 0, 1, .6f, &paper, NULL);
  for (int i = 0; i < 4; i++)
    {
      PIX *edge = pixClipRectangle (small, edges[i], NULL);

      pixGetRankValueMasked (edge, NULL, 0, 0, 1, .5f, &sides[i], NULL);
      pixDestroy (&edge);
      boxDestroy (&edges[i]);
      if (paper - sides[i] > 35 && sides[i] < .72 * paper)
        {
          n_dark++;
          table += sides[i];
        }
    }
  pixDestroy (&centre);
  boxDestroy (&middle);
  if (n_dark < 3)
    return FALSE;
  *threshold = (int) (.5 * (paper + table / n_dark));

  return TRUE;
}

/* (transfer full) (nullable): the largest part, holes filled; where it lies in @left and @top, its ink
 * without them in @n_ink. */
static PIX *
take_largest_part (PIX *bright, int *left, int *top, int *n_ink)
{
  PIXA *parts = NULL;
  BOXA *boxes = pixConnComp (bright, &parts, 8);
  PIX  *part = NULL, *filled = NULL;
  int   best = -1, count = 0;

  *n_ink = 0;
  for (int i = 0; parts != NULL && i < pixaGetCount (parts); i++)
    {
      part = pixaGetPix (parts, i, L_CLONE);
      pixCountPixels (part, &count, NULL);
      pixDestroy (&part);
      if (count > *n_ink)
        {
          best = i;
          *n_ink = count;
        }
    }
  if (best >= 0)
    {
      part = pixaGetPix (parts, best, L_CLONE);
      boxaGetBoxGeometry (boxes, best, left, top, NULL, NULL);
      filled = pixFillClosedBorders (part, 4);
      if (filled == NULL)
        filled = pixCopy (NULL, part);
      pixDestroy (&part);
    }
  boxaDestroy (&boxes);
  pixaDestroy (&parts);

  return filled;
}

/* The corners of the largest bright part, by its outermost points along the diagonals. */
static gboolean
find_corners (PIX *bright, double corners[4][2], double *area_share)
{
  int    width = pixGetWidth (bright), height = pixGetHeight (bright), left = 0, top = 0, n_ink;
  PIX   *part = take_largest_part (bright, &left, &top, &n_ink);
  double extremes[4] = { 1e9, -1e9, -1e9, 1e9 };

  if (part == NULL)
    return FALSE;
  for (int y = 0; y < pixGetHeight (part); y++)
    for (int x = 0; x < pixGetWidth (part); x++)
      {
        const double measures[4] = { x + y, x - y, x + y, x - y };

        if (!GET_DATA_BIT (pixGetData (part) + (gsize) y * (gsize) pixGetWpl (part), x))
          continue;
        for (int k = 0; k < 4; k++)
          if (k == 0 || k == 3 ? measures[k] < extremes[k] : measures[k] > extremes[k])
            {
              extremes[k] = measures[k];
              corners[k][0] = (left + x + .5) / width;
              corners[k][1] = (top + y + .5) / height;
            }
      }
  pixDestroy (&part);
  *area_share = (double) n_ink / ((double) width * height);

  return TRUE;
}

static double
quadrangle_area (double corners[4][2])
{
  double area = 0;

  for (int i = 0; i < 4; i++)
    {
      const double *a = corners[i], *b = corners[(i + 1) % 4];

      area += a[0] * b[1] - b[0] * a[1];
    }

  return fabs (area) / 2;
}

static double
side_length (const double *a, const double *b, double width, double height)
{
  return hypot ((a[0] - b[0]) * width, (a[1] - b[1]) * height);
}

/* Paper that was photographed has corners near to right angles and opposite sides of like length. */
static gboolean
is_like_paper (double corners[4][2], double width, double height)
{
  for (int i = 0; i < 4; i++)
    {
      const double *before = corners[(i + 3) % 4], *at = corners[i], *after = corners[(i + 1) % 4];
      double        in_x = (before[0] - at[0]) * width, in_y = (before[1] - at[1]) * height;
      double        out_x = (after[0] - at[0]) * width, out_y = (after[1] - at[1]) * height;
      double cosine = (in_x * out_x + in_y * out_y) / MAX (hypot (in_x, in_y) * hypot (out_x, out_y), 1e-9);
      double opposite = side_length (corners[(i + 2) % 4], corners[(i + 3) % 4], width, height);
      double side = side_length (at, after, width, height);

      if (fabs (cosine) > .35 || side < .6 * opposite || side > 1.7 * opposite)
        return FALSE;
    }

  return TRUE;
}

gboolean
muster_straightening_find_paper (MusterStraightening *self, PIX *picture)
{
  double scale = SEARCH_SIDE_PX / MAX (pixGetWidth (picture), pixGetHeight (picture));
  PIX   *small
      = scale < 1 ? pixScaleAreaMap (picture, (l_float32) scale, (l_float32) scale) : pixCopy (NULL, picture);
  PIX     *bright = NULL;
  int      threshold;
  double   area_share = 0;
  gboolean is_found = FALSE;

  self->has_corners = FALSE;
  if (small != NULL)
    small = replace (small, pixBlockconv (small, 1, 1));
  if (small != NULL && pixGetWidth (small) > 40 && pixGetHeight (small) > 40
      && find_threshold (small, &threshold))
    {
      bright = pixThresholdToBinary (small, threshold);
      if (bright != NULL)
        pixInvert (bright, bright);
      /* text and dark panels that touch the edge of the paper must not bite into it */
      if (bright != NULL)
        bright = replace (bright, pixCloseBrick (NULL, bright, 9, 9));
      is_found = bright != NULL && find_corners (bright, self->corners, &area_share);
    }
  if (is_found)
    {
      double share = quadrangle_area (self->corners);

      self->has_corners = share >= MIN_PAPER_SHARE && share <= MAX_PAPER_SHARE && area_share > .8 * share
                          && is_like_paper (self->corners, pixGetWidth (picture), pixGetHeight (picture));
    }
  pixDestroy (&bright);
  pixDestroy (&small);

  return self->has_corners;
}

/**
 * muster_straightening_find_skew:
 * @picture: 8-bit grey, upright or upside down
 *
 * Returns: degrees to turn by, clockwise; 0 when none can be told.
 */
double
muster_straightening_find_skew (PIX *picture)
{
  double scale = MIN (150. / MAX (pixGetXRes (picture), 1), 1);
  PIX   *small
      = scale < 1 ? pixScaleAreaMap (picture, (l_float32) scale, (l_float32) scale) : pixClone (picture);
  PIX      *binary = NULL;
  l_float32 angle = 0, confidence = 0;

  if (small != NULL)
    binary = pixMaskedThreshOnBackgroundNorm (small, NULL, 10, 15, 80, 40, 2, 2, .1f, NULL);
  if (binary != NULL && pixFindSkewSweepAndSearch (binary, &angle, &confidence, 2, 1, 7.f, 1.f, .02f) != 0)
    angle = 0;
  pixDestroy (&binary);
  pixDestroy (&small);

  return confidence >= MIN_SKEW_CONFIDENCE && fabs (angle) >= MIN_SKEW_DEGREES ? (double) angle : 0;
}

/* The paper alone, its corners drawn out to a rectangle of the mean length of its sides. */
static PIX *
take_paper (const MusterStraightening *self, PIX *picture)
{
  double width = pixGetWidth (picture), height = pixGetHeight (picture);
  double paper_width = (side_length (self->corners[0], self->corners[1], width, height)
                        + side_length (self->corners[3], self->corners[2], width, height))
                       / 2;
  double paper_height = (side_length (self->corners[0], self->corners[3], width, height)
                         + side_length (self->corners[1], self->corners[2], width, height))
                        / 2;
  l_float32 right = (l_float32) MIN (paper_width, width) - 1,
            bottom = (l_float32) MIN (paper_height, height) - 1;
  PTA *from = ptaCreate (4), *to = ptaCreate (4);
  PIX *drawn, *paper = NULL;
  BOX *box = boxCreate (0, 0, (int) right + 1, (int) bottom + 1);

  for (int i = 0; i < 4; i++)
    ptaAddPt (from, (l_float32) (self->corners[i][0] * width), (l_float32) (self->corners[i][1] * height));
  ptaAddPt (to, 0, 0);
  ptaAddPt (to, right, 0);
  ptaAddPt (to, right, bottom);
  ptaAddPt (to, 0, bottom);
  drawn = pixProjectivePta (picture, to, from, L_BRING_IN_WHITE);
  if (drawn != NULL)
    paper = pixClipRectangle (drawn, box, NULL);
  boxDestroy (&box);
  pixDestroy (&drawn);
  ptaDestroy (&from);
  ptaDestroy (&to);

  return paper;
}

gboolean
muster_straightening_is_none (const MusterStraightening *self)
{
  return !self->has_corners && self->n_quarter_turns % 4 == 0 && self->skew_degrees == 0;
}

PIX *
muster_straightening_apply (const MusterStraightening *self, PIX *picture)
{
  int  x_resolution = pixGetXRes (picture), y_resolution = pixGetYRes (picture);
  PIX *straight = pixClone (picture);

  if (self->has_corners)
    straight = replace (straight, take_paper (self, straight));
  if (straight != NULL && self->n_quarter_turns % 4 != 0)
    straight = replace (straight, pixRotateOrth (straight, (int) (self->n_quarter_turns % 4)));
  if (straight != NULL && self->skew_degrees != 0)
    straight = replace (straight,
                        pixRotate (straight,
                                   (l_float32) (self->skew_degrees * G_PI / 180),
                                   L_ROTATE_AREA_MAP,
                                   L_BRING_IN_WHITE,
                                   0,
                                   0));
  if (straight == picture)
    straight = replace (straight, pixCopy (NULL, picture));
  if (straight != NULL)
    pixSetResolution (straight, x_resolution, y_resolution);

  return straight;
}
