/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates: one begins at a bullet, in the style of the first one, or below white space; its first piece
 * is its name. */

#include "muster-list-fields.h"
#include "muster-chunk.h"
#include "muster-date-range.h"
#include "muster-entry-values.h"

#include <math.h>
#include <string.h>

#define MAX_CERTIFICATES 60

typedef struct
{
  const MusterSheet *sheet;
  const GArray      *lines; /* guint */
  gboolean           has_bullets;
  gboolean           has_styles; /* names look other than the lines below them */
  double             usual_pt;
} Certificates;

static const MusterSheetLine *
line_at (const Certificates *all, guint i)
{
  return muster_sheet_line (all->sheet, g_array_index (all->lines, guint, i));
}

/* The first line of a row that is more than a date. */
static guint
head_of_row (const Certificates *all, guint i)
{
  for (guint j = i; j < all->lines->len && line_at (all, j)->row == line_at (all, i)->row; j++)
    {
      if (!muster_line_is_date_only (line_at (all, j)))
        return j;
    }

  return i;
}

static guint
row_end (const Certificates *all, guint i)
{
  guint j = i + 1;

  while (j < all->lines->len && line_at (all, j)->row == line_at (all, i)->row)
    j++;

  return j;
}

static void
look_around (Certificates *all)
{
  const MusterSheetLine *first = line_at (all, head_of_row (all, 0));
  double                 least_pt = G_MAXDOUBLE;

  for (guint i = 0; i < all->lines->len; i = row_end (all, i))
    {
      const MusterSheetLine *head = line_at (all, head_of_row (all, i));

      all->has_bullets |= head->has_bullet;
      all->has_styles |= !muster_lines_share_font (first, head) && !muster_line_is_date_only (head);
      if (i > 0 && head->lead_pt > 0)
        least_pt = MIN (least_pt, head->lead_pt);
    }
  all->usual_pt = least_pt;
}

static gboolean
begins_item (const Certificates *all, guint i)
{
  const MusterSheetLine *head = line_at (all, head_of_row (all, i));
  const MusterSheetLine *first = line_at (all, head_of_row (all, 0));

  if (i == 0)
    return TRUE;
  if (muster_line_is_date_only (head))
    return FALSE;
  if (all->has_bullets)
    return head->has_bullet;
  if (head->dates->len > 0 && g_array_index (head->dates, MusterDateRange, 0).start == 0)
    return TRUE;
  if (g_unichar_islower (g_utf8_get_char (head->text)))
    return FALSE;
  if (all->has_styles)
    return muster_lines_share_font (first, head);

  return TRUE;
}

static void
read_item (const Certificates *all, guint start, guint end, MusterProfile *profile)
{
  MusterEntry entry = { .header = g_array_new (FALSE, FALSE, sizeof (guint)), .body = NULL };
  g_autoptr (GPtrArray) chunks = NULL;
  MusterCertificate *certificate = muster_certificate_new ();

  for (guint i = start; i < end; i++)
    {
      const MusterSheetLine *line = line_at (all, i);

      if (!muster_line_is_date_only (line))
        g_array_append_val (entry.header, g_array_index (all->lines, guint, i));
      if (line->dates->len > 0 && certificate->date == NULL)
        {
          const MusterDateRange *range = &g_array_index (line->dates, MusterDateRange, 0);
          g_autofree char *iso = muster_month_to_iso (range->period.start, range->period.start_has_month);
          MusterSpan       span = muster_span_within (
              all->sheet, g_array_index (all->lines, guint, i), range->from_start, range->from_length);

          certificate->date = muster_span_value_as (all->sheet, span, iso, 0.9);
        }
    }
  chunks = muster_chunks_cut (all->sheet, &entry);
  if (chunks->len > 0)
    certificate->name = muster_chunk_value (all->sheet, g_ptr_array_index (chunks, 0), 0.85);
  if (chunks->len > 1)
    certificate->issuer = muster_chunk_value (all->sheet, g_ptr_array_index (chunks, 1), 0.6);
  if (certificate->name != NULL && profile->certificates->len < MAX_CERTIFICATES)
    g_ptr_array_add (profile->certificates, certificate);
  else
    muster_certificate_free (certificate);
  g_array_unref (entry.header);
}

/**
 * muster_certificates_read:
 *
 * Adds the certificates of @section to @profile.
 */
void
muster_certificates_read (const MusterSheet *sheet, const MusterSection *section, MusterProfile *profile)
{
  Certificates all = { .sheet = sheet, .lines = section->lines };
  guint        start = 0;

  if (section->lines->len == 0)
    return;
  look_around (&all);
  for (guint i = row_end (&all, 0);; i = row_end (&all, i))
    {
      if (i < section->lines->len && !begins_item (&all, i))
        continue;
      read_item (&all, start, MIN (i, section->lines->len), profile);
      if (i >= section->lines->len)
        break;
      start = i;
    }
}
