/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognition of one page picture: straighten, clean up, choose the language, read. Engines start when first
 * needed and are kept. One thread. OMP_THREAD_LIMIT=1 must be in the environment of the process. */

#include "muster-recogniser.h"

#include "muster-document.h"
#include "muster-language.h"
#include "muster-recogniser-private.h"
#include "muster-straightening.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_LANGUAGE "eng"
#define MIXED_LANGUAGES "eng+deu+fra+spa"
#define HAN_LANGUAGES "chi_sim+eng"
/* Orientation needs no more pixels than this. */
#define ORIENTATION_DPI 150.
#define MIN_ORIENTATION_CONFIDENCE 2.

struct _MusterRecogniser
{
  char               *languages; /* (nullable): chosen by the caller */
  const char         *found;     /* (nullable): those of the page before; static */
  MusterEngines      *engines;
  MusterStraightening straightening; /* of the page before */
};

/**
 * muster_recogniser_new:
 *
 * Returns: (transfer full): ready to read, or %NULL with MUSTER_READ_ERROR when no language data can be
 * loaded.
 */
MusterRecogniser *
muster_recogniser_new (const char *languages, GError **error)
{
  MusterRecogniser *self = g_new0 (MusterRecogniser, 1);
  const char       *first = languages != NULL ? languages : FIRST_LANGUAGE;

  setMsgSeverity (L_SEVERITY_NONE);
  self->languages = g_strdup (languages);
  self->engines = muster_engines_new ();
  if (muster_engines_get (self->engines, first) == NULL)
    {
      g_set_error (error,
                   MUSTER_READ_ERROR,
                   MUSTER_READ_ERROR_UNSUPPORTED,
                   _ ("Pictures of text cannot be read: Tesseract has no data for %s. Install the package "
                      "tesseract-ocr-%s."),
                   first,
                   first);
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
  g_clear_pointer (&self->engines, muster_engines_free);
  g_free (self->languages);
  g_free (self);
}

/* Clockwise quarter turns that make the letters upright, and whether they are Chinese. */
static void
find_orientation (MusterRecogniser *self, PIX *picture, guint *n_turns, gboolean *is_han)
{
  TessBaseAPI *engine = muster_engines_get_orientation (self->engines);
  double       scale = ORIENTATION_DPI / MAX (pixGetXRes (picture), 1);
  PIX         *small
      = scale < .9 ? pixScaleAreaMap (picture, (l_float32) scale, (l_float32) scale) : pixClone (picture);
  int         degrees = 0;
  float       confidence = 0, script_confidence = 0;
  const char *script = NULL;

  *n_turns = 0;
  *is_han = FALSE;
  if (engine != NULL && small != NULL)
    {
      TessBaseAPISetPageSegMode (engine, PSM_OSD_ONLY);
      TessBaseAPISetImage2 (engine, small);
      TessBaseAPISetSourceResolution (engine, (int) ORIENTATION_DPI);
      if (TessBaseAPIDetectOrientationScript (engine, &degrees, &confidence, &script, &script_confidence))
        {
          if (confidence >= MIN_ORIENTATION_CONFIDENCE)
            *n_turns = (guint) (4 - degrees / 90) % 4;
          *is_han = script != NULL && (strcmp (script, "Han") == 0 || strcmp (script, "Japanese") == 0);
        }
      TessBaseAPIClear (engine);
    }
  pixDestroy (&small);
}

/* Photographs carry no resolution that holds: paper found in one is taken to be A4 or Letter. */
static void
set_paper_resolution (PIX *paper)
{
  int resolution = (int) (MIN (pixGetWidth (paper), pixGetHeight (paper)) / 8.3);

  pixSetResolution (paper, resolution, resolution);
}

static PIX *
replace (PIX *old, PIX *made)
{
  pixDestroy (&old);

  return made;
}

/* (transfer full) (nullable): straight, 8 bits deep; what was done is kept in self->straightening. */
static PIX *
straighten (MusterRecogniser *self, PIX *picture, gboolean *is_han)
{
  PIX                *straight = pixConvertTo8 (picture, FALSE);
  MusterStraightening step = { 0 };

  self->straightening = (MusterStraightening){ 0 };
  *is_han = FALSE;
  if (straight != NULL && muster_straightening_find_paper (&step, straight))
    {
      straight = replace (straight, muster_straightening_apply (&step, straight));
      if (straight != NULL)
        set_paper_resolution (straight);
      self->straightening = step;
    }
  if (straight == NULL)
    return NULL;

  step = (MusterStraightening){ 0 };
  find_orientation (self, straight, &step.n_quarter_turns, is_han);
  if (step.n_quarter_turns != 0)
    straight = replace (straight, muster_straightening_apply (&step, straight));
  self->straightening.n_quarter_turns = step.n_quarter_turns;
  if (straight == NULL)
    return NULL;

  step = (MusterStraightening){ .skew_degrees = muster_straightening_find_skew (straight) };
  if (step.skew_degrees != 0)
    straight = replace (straight, muster_straightening_apply (&step, straight));
  self->straightening.skew_degrees = step.skew_degrees;

  return straight;
}

/* (transfer full) (nullable): words in pixels of @picture. */
static GArray *
read_in (MusterRecogniser *self, const char *languages, PIX *picture)
{
  TessBaseAPI *engine = muster_engines_get (self->engines, languages);
  GArray      *words;
  PIX         *binary;

  if (engine == NULL)
    return NULL;
  TessBaseAPISetPageSegMode (engine, PSM_AUTO);
  TessBaseAPISetImage2 (engine, picture);
  TessBaseAPISetSourceResolution (engine, MAX (pixGetXRes (picture), 70));
  words = TessBaseAPIRecognize (engine, NULL) == 0 ? muster_recognised_words_collect (engine) : NULL;
  binary = words != NULL && words->len > 0 ? TessBaseAPIGetThresholdedImage (engine) : NULL;
  if (binary != NULL)
    {
      muster_recognised_words_set_sizes (words);
      muster_recognised_words_mark_symbols (words, binary);
      muster_recognised_words_set_bold (words, binary);
      muster_recognised_words_drop_noise (words, binary);
      muster_recognised_words_join (words);
    }
  pixDestroy (&binary);
  TessBaseAPIClear (engine);

  return words;
}

static char *
guess_language (const GArray *words)
{
  g_autoptr (MusterLanguageGuess) guess = muster_language_guess_new ();

  for (guint i = 0; i < words->len; i++)
    muster_language_guess_add (guess, g_array_index (words, MusterRecognisedWord, i).text);

  return g_strdup (muster_language_guess_get (guess));
}

/* What reads a language best; relatives read those for which no data is asked. */
static const char *
engine_for (const char *language)
{
  static const char *const pairs[][2]
      = { { "en", "eng" }, { "de", "deu" }, { "nl", "deu" }, { "fr", "fra" },
          { "es", "spa" }, { "pt", "spa" }, { "it", "fra" }, { "zh", HAN_LANGUAGES } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strcmp (pairs[i][0], language) == 0)
      return pairs[i][1];

  return MIXED_LANGUAGES;
}

/* One language at a time: the page is read in that of the page before, at first English; its small words tell
 * when that was the wrong one, and it is read again. */
static GArray *
read_words (MusterRecogniser *self, PIX *picture, gboolean is_han)
{
  const char      *first = self->languages != NULL ? self->languages
                           : is_han                ? HAN_LANGUAGES
                           : self->found != NULL   ? self->found
                                                   : FIRST_LANGUAGE;
  GArray          *words = read_in (self, first, picture);
  g_autofree char *language = NULL;
  const char      *better;

  if (words == NULL || self->languages != NULL || is_han)
    return words;

  language = guess_language (words);
  better = engine_for (language);
  if (strcmp (better, first) != 0 && (*language != '\0' || self->found == NULL))
    {
      GArray *again = read_in (self, better, picture);

      if (again != NULL)
        {
          g_array_unref (words);
          words = again;
          first = better;
        }
    }
  self->found = first;
  muster_recognised_words_look_again (words, picture, self->engines, first);

  return words;
}

MusterPage *
muster_recogniser_read (
    MusterRecogniser *self, PIX *picture, guint number, guint *n_quarter_turns, GError **error)
{
  gboolean is_han;
  double   scale = 1;
  PIX     *straight = straighten (self, picture, &is_han);
  PIX     *clean = straight != NULL ? muster_clean_up_picture (straight, &scale) : NULL;
  g_autoptr (GArray) words = clean != NULL ? read_words (self, clean, is_han) : NULL;
  MusterPage *page = NULL;

  if (words != NULL)
    {
      double points_per_px = 72. / pixGetXRes (straight);

      page = muster_page_new (
          number, pixGetWidth (straight) * points_per_px, pixGetHeight (straight) * points_per_px);
      muster_recognised_words_add_to (words, points_per_px / scale, page);
    }
  else
    g_set_error (error,
                 MUSTER_READ_ERROR,
                 MUSTER_READ_ERROR_LIMIT,
                 _ ("There is not enough memory to recognise page %u."),
                 number);
  if (n_quarter_turns != NULL)
    *n_quarter_turns = self->straightening.n_quarter_turns;
  pixDestroy (&straight);
  pixDestroy (&clean);

  return page;
}

/**
 * muster_recogniser_get_straightening:
 *
 * Returns: (transfer none): what was done to the last picture; the words of its page lie on the picture
 * straightened in this way.
 */
const MusterStraightening *
muster_recogniser_get_straightening (const MusterRecogniser *self)
{
  return &self->straightening;
}

/**
 * muster_recogniser_find_straightening:
 * @picture: as muster_recogniser_read() gets it: below 100 dots an inch letters do not tell which way is up
 *
 * What reading would do to the picture, without reading it: a fifth of the time.
 */
void
muster_recogniser_find_straightening (MusterRecogniser    *self,
                                      PIX                 *picture,
                                      MusterStraightening *straightening)
{
  gboolean is_han;
  PIX     *straight = straighten (self, picture, &is_han);

  pixDestroy (&straight);
  *straightening = self->straightening;
}
