/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognition of one page picture: straighten, clean up, choose the languages by script, read. Engines start when first needed and are kept.
 * One thread. OMP_THREAD_LIMIT=1 must be in the environment of the process. */

#include "muster-recogniser.h"

#include "muster-document.h"
#include "muster-recogniser-private.h"
#include "muster-straightening.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LATIN_LANGUAGES "eng+deu+fra+spa"
#define HAN_LANGUAGES "chi_sim+eng"
/* Orientation needs no more pixels than this. */
#define ORIENTATION_DPI 150.
#define MIN_ORIENTATION_CONFIDENCE 2.

struct _MusterRecogniser
{
  char        *languages; /* (nullable): chosen by the caller */
  TessBaseAPI *orientation;
  TessBaseAPI *latin;
  TessBaseAPI *han;
};

static TessBaseAPI *
start_engine (const char *languages, TessOcrEngineMode mode)
{
  TessBaseAPI *engine = TessBaseAPICreate ();

  if (TessBaseAPIInit2 (engine, NULL, languages, mode) == 0)
    return engine;
  TessBaseAPIDelete (engine);

  return NULL;
}

/**
 * muster_recogniser_new:
 *
 * Returns: (transfer full): ready to read, or %NULL with MUSTER_READ_ERROR when no language data can be loaded.
 */
MusterRecogniser *
muster_recogniser_new (const char *languages, GError **error)
{
  MusterRecogniser *self = g_new0 (MusterRecogniser, 1);

  setMsgSeverity (L_SEVERITY_NONE);
  self->languages = g_strdup (languages);
  self->latin = start_engine (languages != NULL ? languages : LATIN_LANGUAGES, OEM_LSTM_ONLY);
  if (self->latin == NULL)
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_UNSUPPORTED,
                   _ ("Pictures of text cannot be read: Tesseract has no data for %s. Install the package tesseract-ocr-eng."),
                   languages != NULL ? languages : LATIN_LANGUAGES);
      muster_recogniser_free (self);
      return NULL;
    }

  return self;
}

void
muster_recogniser_free (MusterRecogniser *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->orientation, TessBaseAPIDelete);
  g_clear_pointer (&self->latin, TessBaseAPIDelete);
  g_clear_pointer (&self->han, TessBaseAPIDelete);
  g_free (self->languages);
  g_free (self);
}

/* Clockwise quarter turns that make the letters upright, and whether they are Chinese. FALSE: too few letters to tell. */
static gboolean
find_orientation (MusterRecogniser *self, PIX *picture, guint *n_turns, gboolean *is_han)
{
  double      scale = ORIENTATION_DPI / MAX (pixGetXRes (picture), 1);
  PIX        *small = scale < .9 ? pixScaleAreaMap (picture, (l_float32) scale, (l_float32) scale) : pixClone (picture);
  int         degrees = 0;
  float       confidence = 0, script_confidence = 0;
  const char *script = NULL;
  gboolean    is_told = FALSE;

  *n_turns = 0;
  *is_han = FALSE;
  if (self->orientation == NULL)
    self->orientation = start_engine ("osd", OEM_TESSERACT_ONLY);
  if (self->orientation != NULL && small != NULL)
    {
      TessBaseAPISetPageSegMode (self->orientation, PSM_OSD_ONLY);
      TessBaseAPISetImage2 (self->orientation, small);
      TessBaseAPISetSourceResolution (self->orientation, (int) ORIENTATION_DPI);
      is_told = TessBaseAPIDetectOrientationScript (self->orientation, &degrees, &confidence, &script, &script_confidence);
    }
  if (is_told)
    {
      if (confidence >= MIN_ORIENTATION_CONFIDENCE)
        *n_turns = (guint) (4 - degrees / 90) % 4;
      *is_han = script != NULL && (strcmp (script, "Han") == 0 || strcmp (script, "Japanese") == 0);
    }
  pixDestroy (&small);

  return is_told;
}

static TessBaseAPI *
choose_engine (MusterRecogniser *self, gboolean is_han)
{
  if (!is_han || self->languages != NULL)
    return self->latin;
  if (self->han == NULL)
    self->han = start_engine (HAN_LANGUAGES, OEM_LSTM_ONLY);

  return self->han != NULL ? self->han : self->latin;
}

/* Photographs carry no resolution that holds: paper found in one is taken to be A4 or Letter. */
static void
set_paper_resolution (PIX *paper)
{
  int resolution = (int) (MIN (pixGetWidth (paper), pixGetHeight (paper)) / 8.3);

  pixSetResolution (paper, resolution, resolution);
}

MusterPage *
muster_recogniser_read (MusterRecogniser *self, PIX *picture, guint number, guint *n_quarter_turns, GError **error)
{
  MusterStraightening straightening = { 0 };
  gboolean            is_han = FALSE;
  PIX                *grey = pixConvertTo8 (picture, FALSE), *straight = NULL, *clean = NULL;
  MusterPage         *page = NULL;
  double              scale = 1;

  if (grey != NULL)
    {
      muster_straightening_find_paper (&straightening, grey);
      straight = muster_straightening_apply (&straightening, grey);
    }
  if (straight != NULL)
    {
      MusterStraightening upright = { 0 };

      if (straightening.has_corners)
        set_paper_resolution (straight);
      find_orientation (self, straight, &upright.n_quarter_turns, &is_han);
      if (upright.n_quarter_turns != 0)
        {
          PIX *turned = muster_straightening_apply (&upright, straight);

          pixDestroy (&straight);
          straight = turned;
        }
      straightening.n_quarter_turns = upright.n_quarter_turns;
    }
  if (straight != NULL)
    {
      MusterStraightening level = { .skew_degrees = muster_straightening_find_skew (straight) };

      if (level.skew_degrees != 0)
        {
          PIX *levelled = muster_straightening_apply (&level, straight);

          pixDestroy (&straight);
          straight = levelled;
        }
      straightening.skew_degrees = level.skew_degrees;
    }
  if (straight != NULL)
    clean = muster_clean_up_picture (straight, &scale);

  if (clean != NULL)
    {
      TessBaseAPI *engine = choose_engine (self, is_han);
      double       points_per_px = 72. / pixGetXRes (straight);

      page = muster_page_new (number, pixGetWidth (straight) * points_per_px, pixGetHeight (straight) * points_per_px);
      TessBaseAPISetPageSegMode (engine, PSM_AUTO);
      TessBaseAPISetImage2 (engine, clean);
      TessBaseAPISetSourceResolution (engine, (int) (pixGetXRes (straight) * scale));
      if (TessBaseAPIRecognize (engine, NULL) == 0)
        muster_recognised_words_add (engine, clean, points_per_px / scale, page);
      TessBaseAPIClear (engine);
    }
  else
    g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_LIMIT, _ ("There is not enough memory to recognise page %u."), number);
  if (n_quarter_turns != NULL)
    *n_quarter_turns = straightening.n_quarter_turns;
  pixDestroy (&grey);
  pixDestroy (&straight);
  pixDestroy (&clean);

  return page;
}
