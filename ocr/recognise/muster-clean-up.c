/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clean-up of a page picture before recognition. Each step is taken only where the picture asks for it: shade
 * is divided out, dust taken away, pale text made darker, coarse scans enlarged. */

#include "muster-recogniser-private.h"

#include <math.h>

/* Tesseract's nets were trained on letters of about this size; fewer pixels cost letters, more cost time. */
#define WISHED_DPI 300.
#define ENOUGH_DPI 220.
#define MAX_ENLARGEMENT 3.
#define MAX_PIXELS (30. * 1000 * 1000)
/* Grounds whose brightest and darkest parts differ by more are uneven: shade, vignette, a yellowed edge. */
#define EVEN_GROUND_STEPS 28
/* Ink is darker than the ground by more. */
#define INK_STEPS 40
/* Makes a grey of half the ground's brightness half as bright again; one threshold then finds pale headings
 * too. */
#define PALE_GAMMA .6f

static PIX *
replace (PIX *old, PIX *made)
{
  pixDestroy (&old);

  return made;
}

/* A step that fails for want of memory leaves the picture as it was. */
static PIX *
replace_if_made (PIX *old, PIX *made)
{
  return made != NULL ? replace (old, made) : old;
}

/* The ground over the page: the brightest tone of each of a few hundred tiles. */
static gboolean
ground_is_uneven (PIX *picture)
{
  int      tile = MAX (MIN (pixGetWidth (picture), pixGetHeight (picture)) / 16, 4);
  PIX     *ground = pixScaleGrayMinMax (picture, tile, tile, L_CHOOSE_MAX);
  l_uint32 dark = 255, bright = 255;

  if (ground == NULL)
    return FALSE;
  pixGetRankValue (ground, 1, .08f, &dark);
  pixGetRankValue (ground, 1, .95f, &bright);
  pixDestroy (&ground);

  return bright - MIN (dark, bright) > EVEN_GROUND_STEPS || bright < 200;
}

/* The tone that most of the page is brighter than or equal to. */
static guint
find_white (PIX *picture)
{
  l_uint32 white = 255;

  pixGetRankValue (picture, 4, .7f, &white);

  return MIN (white, 255);
}

/* Dust of copiers and faxes: parts of a pixel or two far from all other ink. The dots of letters lie near
 * them and stay. */
static PIX *
remove_specks (PIX *picture, guint white)
{
  int  dpi = pixGetXRes (picture);
  int  largest = MAX (dpi / 90, 2), reach = MAX (dpi / 40, 4);
  PIX *ink = pixThresholdToBinary (picture, MAX ((int) white - INK_STEPS, 1));
  PIX *parts
      = ink != NULL
            ? pixSelectBySize (ink, largest + 1, largest + 1, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, NULL)
            : NULL;
  PIX *specks = parts != NULL ? pixSubtract (NULL, ink, parts) : NULL;
  PIX *near = parts != NULL ? pixDilateBrick (NULL, parts, 2 * reach + 1, 2 * reach + 1) : NULL;
  PIX *clean = NULL;

  if (specks != NULL && near != NULL)
    {
      pixSubtract (specks, specks, near);
      specks = replace (specks, pixDilateBrick (NULL, specks, 3, 3));
      clean = specks != NULL ? pixCopy (NULL, picture) : NULL;
    }
  if (clean != NULL)
    pixSetMasked (clean, specks, white);
  pixDestroy (&ink);
  pixDestroy (&parts);
  pixDestroy (&specks);
  pixDestroy (&near);

  return clean;
}

PIX *
muster_clean_up_picture (PIX *picture, double *scale)
{
  PIX   *clean = pixClone (picture);
  double dpi = MAX (pixGetXRes (picture), 1),
         n_pixels = (double) pixGetWidth (picture) * pixGetHeight (picture);
  gboolean is_uneven = ground_is_uneven (picture);
  guint    white;

  if (is_uneven)
    clean = replace_if_made (clean, pixBackgroundNorm (clean, NULL, NULL, 16, 24, 60, 60, 235, 2, 2));
  white = find_white (clean);
  clean = replace_if_made (clean, remove_specks (clean, white));
  if (!is_uneven && white > 100)
    clean = replace_if_made (clean, pixGammaTRC (NULL, clean, PALE_GAMMA, 0, (int) white - 4));

  *scale = 1;
  if (dpi < ENOUGH_DPI)
    *scale = MIN (MIN (WISHED_DPI / dpi, MAX_ENLARGEMENT), MAX (sqrt (MAX_PIXELS / n_pixels), 1));
  if (*scale > 1)
    clean = replace (clean, pixScale (clean, (l_float32) *scale, (l_float32) *scale));
  if (clean != NULL)
    pixSetResolution (clean, (int) (dpi * *scale), (int) (dpi * *scale));

  return clean;
}
