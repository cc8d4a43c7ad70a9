/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the recogniser share: the words as Tesseract found them, in pixels of the picture that it was
 * given, and the steps that make words of a page out of them. */
#pragma once

#include "muster-page.h"

#include <leptonica/allheaders.h>
#include <tesseract/capi.h>

typedef struct
{
  char    *text;
  int      left;
  int      top;
  int      right;
  int      bottom;
  double   baseline;
  double   size_px;    /* of the font */
  float    confidence; /* 0..1 */
  guint    line;       /* Tesseract's lines, from 0 */
  gboolean is_symbol;
  gboolean is_bold;
} MusterRecognisedWord;

/* Engines by their languages, started when first asked for. */
typedef struct _MusterEngines MusterEngines;

MusterEngines *muster_engines_new                (void);
void           muster_engines_free               (MusterEngines *self);
TessBaseAPI   *muster_engines_get                (MusterEngines *self, const char *languages);
TessBaseAPI   *muster_engines_get_orientation    (MusterEngines *self);

/* (transfer full): a picture that Tesseract reads well: even ground, enough pixels a letter. @scale (out): pixels
 * of it per pixel of @picture. */
PIX           *muster_clean_up_picture           (PIX *picture, double *scale);

/* (transfer full): array of MusterRecognisedWord. */
GArray        *muster_recognised_words_collect   (TessBaseAPI *engine);

/* Each looks at all words and may change, split, join or drop some. @binary: 1 bit deep, ink black, of the size of
 * the picture. */
void           muster_recognised_words_set_sizes (GArray *words);
void           muster_recognised_words_set_bold  (GArray *words, PIX *binary);
void           muster_recognised_words_mark_symbols (GArray *words, PIX *binary);
void           muster_recognised_words_join (GArray *words);
void           muster_recognised_words_drop_noise (GArray *words, PIX *binary);

/* @read_in: the language that the words were read in. */
void           muster_recognised_words_look_again (GArray        *words,
                                                   PIX           *picture,
                                                   MusterEngines *engines,
                                                   const char    *read_in);

void           muster_recognised_words_add_to    (const GArray *words, double points_per_px, MusterPage *page);
