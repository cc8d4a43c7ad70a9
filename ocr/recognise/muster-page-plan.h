/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decision per page: is its text layer what a person sees, or must it be recognised? Decisions only, no doing:
 * testable without a file. */
#pragma once

#include "muster-page.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_PLAN_TEXT_LAYER, /* take the words of the file */
  MUSTER_PLAN_OCR,        /* no usable words: recognise the picture of the page */
  MUSTER_PLAN_BOTH,       /* words of the file, and recognise the pictures on it that carry text */
} MusterPagePlan;

MusterPagePlan muster_page_plan      (const MusterPage *page, double picture_share, double ink_share);

/* 0..1: how much the words look like a language at all (character classes, word shapes); rubbish text layers are
 * below 0.5. */
double         muster_text_plausibility (const MusterWord *words, guint n_words);

G_END_DECLS
