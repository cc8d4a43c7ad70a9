/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clean-up of a page picture before recognition. Each step is taken only where the picture asks for it: good scans pass as they are. */

#include "muster-recogniser-private.h"

#include <math.h>

/* Tesseract's nets were trained on letters of about this size; fewer pixels cost letters, more cost time. */
#define WISHED_DPI 300.
#define ENOUGH_DPI 220.
#define MAX_ENLARGEMENT 3.
#define MAX_PIXELS (30. * 1000 * 1000)
/* Grounds whose brightest and darkest parts differ by more are uneven: shade, vignette, a yellowed edge. */
#define EVEN_GROUND_STEPS 28

static PIX *
replace (PIX *old, PIX *made)
{
  pixDestroy (&old);

  return made;
}

/* The ground over the page: the bright tone of each of a few hundred tiles. */
static gboolean
ground_is_uneven (PIX *picture)
{
  int       tile = MAX (MIN (pixGetWidth (picture), pixGetHeight (picture)) / 16, 4);
  PIX      *ground = pixScaleGrayMinMax (picture, tile, tile, L_CHOOSE_MAX);
  l_uint32  dark = 255, bright = 255;

  if (ground == NULL)
    return FALSE;
  pixGetRankValue (ground, 1, .08f, &dark);
  pixGetRankValue (ground, 1, .95f, &bright);
  pixDestroy (&ground);

  return bright - dark > EVEN_GROUND_STEPS || bright < 200;
}

PIX *
muster_clean_up_picture (PIX *picture, double *scale)
{
  PIX   *clean = pixClone (picture);
  double dpi = MAX (pixGetXRes (picture), 1), n_pixels = (double) pixGetWidth (picture) * pixGetHeight (picture);

  *scale = 1;
  if (ground_is_uneven (picture))
    {
      clean = replace (clean, pixBackgroundNorm (clean, NULL, NULL, 16, 24, 60, 60, 235, 2, 2));
      if (clean == NULL)
        clean = pixClone (picture);
    }
  if (dpi < ENOUGH_DPI)
    *scale = MIN (MIN (WISHED_DPI / dpi, MAX_ENLARGEMENT), MAX (sqrt (MAX_PIXELS / n_pixels), 1));
  if (*scale > 1)
    clean = replace (clean, pixScale (clean, (l_float32) *scale, (l_float32) *scale));

  return clean;
}
