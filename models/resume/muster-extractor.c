/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the work: lines, sections, then each section by its own reader. */

#include "muster-extractor.h"
#include "muster-contact.h"
#include "muster-education-fields.h"
#include "muster-labelled.h"
#include "muster-cover-letter.h"
#include "muster-list-fields.h"
#include "muster-person.h"
#include "muster-unheaded.h"
#include "muster-work-fields.h"

#define MAX_SUMMARY_SPANS 40

static void
read_language_lines (const MusterSheet *sheet, const MusterSection *section, MusterProfile *profile)
{
  for (guint i = 0; i < section->lines->len; i++)
    {
      MusterSpan span = muster_span_of_line (sheet, g_array_index (section->lines, guint, i));

      muster_languages_read (sheet, &span, 1, profile);
    }
}

static void
read_summary (const MusterSheet *sheet, const MusterSection *section, MusterProfile *profile)
{
  MusterSpan spans[MAX_SUMMARY_SPANS];
  guint      n = MIN (section->lines->len, MAX_SUMMARY_SPANS);

  if (profile->summary != NULL)
    return;
  for (guint i = 0; i < n; i++)
    spans[i] = muster_span_of_line (sheet, g_array_index (section->lines, guint, i));
  profile->summary = muster_spans_value (sheet, spans, n, 0.9);
}

static void
read_section (const MusterSheet *sheet, const MusterSection *section, MusterProfile *profile)
{
  switch (section->kind)
    {
    case MUSTER_SECTION_WORK:
      if (!muster_labelled_read (sheet, section, profile))
        muster_work_read (sheet, section, profile->work);
      break;
    case MUSTER_SECTION_EDUCATION:
      muster_education_read (sheet, section, profile->education);
      break;
    case MUSTER_SECTION_SKILLS:
      muster_skills_read (sheet, section, profile);
      break;
    case MUSTER_SECTION_LANGUAGES:
      read_language_lines (sheet, section, profile);
      break;
    case MUSTER_SECTION_CERTIFICATES:
      muster_certificates_read (sheet, section, profile);
      break;
    case MUSTER_SECTION_SUMMARY:
      read_summary (sheet, section, profile);
      break;
    case MUSTER_SECTION_TOP:
    case MUSTER_SECTION_CONTACT:
    case MUSTER_SECTION_PERSONAL:
      muster_labelled_read (sheet, section, profile);
      break;
    default:
      break;
    }
}

/* The lines of a letter leave their sections: they are no entries, whatever stands above them. */
static void
take_out_letter (GArray *sections, const MusterCoverLetter *letter)
{
  for (guint i = 0; i < sections->len; i++)
    {
      GArray *lines = g_array_index (sections, MusterSection, i).lines;

      for (guint j = lines->len; j > 0; j--)
        {
          guint line = g_array_index (lines, guint, j - 1);

          if (line >= letter->first && line <= letter->closing)
            g_array_remove_index (lines, j - 1);
        }
    }
}

/**
 * muster_extract_profile:
 * @document: that was read
 * @today: dates after it are plans
 *
 * Returns: (transfer full): what the document says, empty where it is no resume. Every value has a place in
 * @document. A letter gives a name, contacts and the skills it mentions.
 */
MusterProfile *
muster_extract_profile (const MusterDocument *document, MusterMonth today)
{
  g_autoptr (MusterSheet) sheet = muster_sheet_new (document);
  g_autoptr (GArray) sections = muster_sections_find (sheet);
  MusterProfile *profile = muster_profile_new ();
  MusterCoverLetter   letter;
  gboolean       has_letter = muster_cover_letter_find (sheet, &letter);

  muster_contact_read (sheet, sections, profile);
  muster_person_read (sheet, sections, profile);
  muster_contact_mend_email (sheet, profile);
  muster_contact_read_city (sheet, sections, profile);
  if (has_letter)
    take_out_letter (sections, &letter);
  for (guint i = 0; i < sections->len; i++)
    read_section (sheet, &g_array_index (sections, MusterSection, i), profile);
  muster_unheaded_read (sheet, sections, profile);
  if (has_letter && profile->skills->len == 0)
    muster_cover_letter_read_skills (sheet, &letter, profile);

  return profile;
}
