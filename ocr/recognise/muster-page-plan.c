/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to do with a page. Recognition costs seconds where the text layer costs milliseconds, so it is asked
 * for only where the layer is missing, thin, rubbish, or lies over a picture that may say something else.
 * Pure, any thread. */

#include "muster-page-plan.h"

#include <string.h>

/* Below this share of pixels that differ from the paper a page is blank: dust, a fold. */
#define BLANK_INK_SHARE .0004
/* From here on a picture carries the page: a scan, a photo, a designed background. */
#define PICTURE_PAGE_SHARE .45
/* Fewer letters than this beside a large picture are a stamp or a page number. */
#define THIN_LETTERS 40
/* Ink that this few letters cannot have made: text drawn as outlines. */
#define OUTLINE_INK_SHARE .01

static guint
count_letters (const MusterPage *page)
{
  guint             n_words, n_letters = 0;
  const MusterWord *words = muster_page_get_words (page, &n_words);

  for (guint i = 0; i < n_words; i++)
    if (!(words[i].flags & MUSTER_WORD_SYMBOL))
      n_letters += (guint) g_utf8_strlen (words[i].text, -1);

  return n_letters;
}

/* How many of the letters stand on pictures; where the picture is the whole page it is not in the list, so
 * all do. */
static double
share_on_pictures (const MusterPage *page, double picture_share)
{
  guint             n_words, n_pictures;
  const MusterWord *words = muster_page_get_words (page, &n_words);
  const MusterBox  *pictures = muster_page_get_pictures (page, &n_pictures);
  double            listed = 0, all = 0, on = 0;

  for (guint i = 0; i < n_pictures; i++)
    listed += muster_box_area (pictures[i]);
  if (picture_share - listed / (muster_page_get_width_pt (page) * muster_page_get_height_pt (page)) > .3)
    return 1;

  for (guint i = 0; i < n_words; i++)
    {
      gboolean is_on = FALSE;

      for (guint j = 0; j < n_pictures && !is_on; j++)
        is_on = muster_box_overlap_area (words[i].box, pictures[j]) > .5 * muster_box_area (words[i].box);
      all += strlen (words[i].text);
      if (is_on)
        on += strlen (words[i].text);
    }

  return all > 0 ? on / all : 0;
}

/**
 * muster_page_plan:
 * @page: after muster_visibility_judge()
 * @picture_share: muster_source_get_picture_share()
 * @ink_share: muster_visibility_ink_share() of its drawing
 */
MusterPagePlan
muster_page_plan (const MusterPage *page, double picture_share, double ink_share)
{
  guint             n_words, n_letters = count_letters (page);
  const MusterWord *words = muster_page_get_words (page, &n_words);

  if (n_letters == 0)
    return ink_share > BLANK_INK_SHARE ? MUSTER_PLAN_OCR : MUSTER_PLAN_TEXT_LAYER;
  if (muster_text_plausibility (words, n_words) < .5)
    return MUSTER_PLAN_OCR;
  if (n_letters < THIN_LETTERS && (picture_share > .2 || ink_share > OUTLINE_INK_SHARE))
    return MUSTER_PLAN_BOTH;
  if (picture_share > PICTURE_PAGE_SHARE && share_on_pictures (page, picture_share) > .5)
    return MUSTER_PLAN_BOTH;

  return MUSTER_PLAN_TEXT_LAYER;
}
