/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of designs. */

#include "muster-resume-design-private.h"

static const struct
{
  const char *name;
  MusterTypeset *(*set) (const MusterResumeRecord *record, const MusterResumeTaste *taste);
} designs[MUSTER_RESUME_DESIGN_LAST] = {
  [MUSTER_RESUME_DESIGN_CLASSIC] = { "classic", muster_resume_set_classic },
  [MUSTER_RESUME_DESIGN_SIDEBAR] = { "sidebar", muster_resume_set_sidebar },
  [MUSTER_RESUME_DESIGN_TWO_COLUMNS] = { "two-columns", muster_resume_set_two_columns },
  [MUSTER_RESUME_DESIGN_SERIF] = { "serif", muster_resume_set_serif },
  [MUSTER_RESUME_DESIGN_TIMELINE] = { "timeline", muster_resume_set_timeline },
  [MUSTER_RESUME_DESIGN_TABLE] = { "table", muster_resume_set_table },
  [MUSTER_RESUME_DESIGN_COMPACT] = { "compact", muster_resume_set_compact },
  [MUSTER_RESUME_DESIGN_BANNER] = { "banner", muster_resume_set_banner },
  [MUSTER_RESUME_DESIGN_TABULAR] = { "tabular", muster_resume_set_tabular },
  [MUSTER_RESUME_DESIGN_PALE_COLUMN] = { "pale-column", muster_resume_set_pale_column },
  [MUSTER_RESUME_DESIGN_LETTER] = { "letter", muster_resume_set_letter },
};

const char *
muster_resume_design_get_name (MusterResumeDesign design)
{
  g_return_val_if_fail (design < MUSTER_RESUME_DESIGN_LAST, NULL);

  return designs[design].name;
}

/**
 * muster_resume_design_set:
 * @accent: 0xRRGGBB, dark enough for white text
 *
 * Returns: (transfer full): the pages. Everything that @record says stands on them as text.
 */
MusterTypeset *
muster_resume_design_set (MusterResumeDesign design, const MusterResumeRecord *record, guint32 accent)
{
  g_return_val_if_fail (design < MUSTER_RESUME_DESIGN_LAST, NULL);

  /* A short resume gets larger type and wider gaps, as people do to fill a page. */
  static const double steps[][2]
      = { { 1.14, 1.9 }, { 1.12, 1.6 }, { 1.1, 1.35 }, { 1.06, 1.2 }, { 1.03, 1.1 } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      MusterResumeTaste taste = { accent, steps[i][0], steps[i][1] };
      MusterTypeset    *typeset = designs[design].set (record, &taste);

      if (muster_typeset_get_n_pages (typeset) == 1)
        return typeset;
      muster_typeset_free (typeset);
    }

  return designs[design].set (record, &(MusterResumeTaste){ accent, 1, 1 });
}
