/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the recogniser share. */
#pragma once

#include "muster-page.h"

#include <leptonica/allheaders.h>
#include <tesseract/capi.h>

/* (transfer full): a picture that Tesseract reads well: even ground, enough pixels a letter. @scale (out): pixels of it per pixel of @picture. */
PIX *muster_clean_up_picture      (PIX *picture, double *scale);

/* Adds what Tesseract has found in @binary-sized pixels; @points_per_px leads back to the page. */
void muster_recognised_words_add  (TessBaseAPI *engine, PIX *picture, double points_per_px, MusterPage *to);
