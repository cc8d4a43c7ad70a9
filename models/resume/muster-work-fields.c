/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which piece of a header is the title and which the employer: each pair is scored by its words and by what
 * stands at the same place of the other headers of the section, for people write all their jobs in one form.
 */

#include "muster-work-fields.h"
#include "muster-chunk.h"
#include "muster-entry-values.h"
#include "muster-place.h"
#include "muster-title.h"

#include <math.h>
#include <string.h>

#define N_ROWS 6
#define N_COLUMNS 4
#define MAX_CANDIDATES 6
#define LONG_NAME_WORDS 7

/* Means over the headers of a section. */
typedef struct
{
  double title;
  double organisation;
  guint  n;
} Place;

typedef struct
{
  const MusterSheet *sheet;
  GArray            *entries; /* MusterEntry */
  GPtrArray         *headers; /* GPtrArray of MusterChunk, one an entry: no places */
  GPtrArray         *places;  /* MusterChunk or NULL, one an entry */
  Place              means[N_ROWS][N_COLUMNS];
} Work;

typedef struct
{
  MusterChunk *title;
  MusterChunk *company;
  double       score;
} Pair;

static Place *
place_of (Work *work, const MusterChunk *chunk)
{
  return &work->means[MIN (chunk->row, N_ROWS - 1)][MIN (chunk->column, N_COLUMNS - 1)];
}

static guint
count_words (const char *text)
{
  guint n = 1;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == ' ';

  return n;
}

/* Cuts ", Sevilla" off the end of a piece. */
static MusterChunk *
take_place (const MusterSheet *sheet, MusterChunk **chunk)
{
  guint        length = (guint) g_utf8_strlen ((*chunk)->text, -1);
  guint        start = (*chunk)->n_spans == 1 ? muster_text_place_start ((*chunk)->text) : length;
  MusterChunk *place, *rest;

  if (start == length)
    return NULL;
  rest = muster_chunk_new_part (sheet, *chunk, 0, start);
  place = muster_chunk_new_part (sheet, *chunk, start, length - start);
  if (rest == NULL || place == NULL)
    {
      g_clear_pointer (&rest, muster_chunk_free);
      g_clear_pointer (&place, muster_chunk_free);
      return NULL;
    }
  muster_chunk_free (*chunk);
  *chunk = rest;

  return place;
}

/* Pieces of one header, places apart. */
static void
add_header (Work *work, const MusterEntry *entry)
{
  g_autoptr (GPtrArray) all = muster_chunks_cut (work->sheet, entry);
  GPtrArray   *header = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_chunk_free);
  MusterChunk *place = NULL;

  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      MusterChunk *chunk = g_ptr_array_index (all, i);
      MusterChunk *tail = NULL;

      if (!chunk->is_place)
        {
          tail = take_place (work->sheet, &chunk);
          g_ptr_array_add (header, chunk);
        }
      else
        tail = chunk;
      if (tail != NULL && place == NULL)
        place = g_steal_pointer (&tail);
      g_clear_pointer (&tail, muster_chunk_free);
    }
  g_ptr_array_add (work->headers, header);
  g_ptr_array_add (work->places, place);

  for (guint i = 0; i < header->len; i++)
    {
      const MusterChunk *chunk = g_ptr_array_index (header, i);
      Place             *mean = place_of (work, chunk);

      mean->title += chunk->title;
      mean->organisation += chunk->organisation;
      mean->n++;
    }
}

static double
mean_title (Work *work, const MusterChunk *chunk)
{
  const Place *place = place_of (work, chunk);

  return place->n > 0 ? place->title / place->n : 0;
}

static double
mean_organisation (Work *work, const MusterChunk *chunk)
{
  const Place *place = place_of (work, chunk);

  return place->n > 0 ? place->organisation / place->n : 0;
}

static double
like_title (Work *work, const MusterChunk *chunk)
{
  return chunk->title + 1.2 * mean_title (work, chunk)
         - 0.5 * (chunk->organisation + mean_organisation (work, chunk));
}

static double
like_company (Work *work, const MusterChunk *chunk)
{
  double score = 0.8 * (chunk->organisation + mean_organisation (work, chunk))
                 - 0.9 * (chunk->title + 1.2 * mean_title (work, chunk));

  return count_words (chunk->text) > LONG_NAME_WORDS ? score - 0.6 : score;
}

/* The best pair of two pieces. */
static Pair
choose_pair (Work *work, const GPtrArray *header)
{
  Pair  best = { NULL, NULL, -G_MAXDOUBLE };
  guint n = MIN (header->len, MAX_CANDIDATES);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < n; j++)
        {
          MusterChunk *title = g_ptr_array_index (header, i);
          MusterChunk *company = g_ptr_array_index (header, j);
          double       score;

          if (i == j)
            continue;
          score = like_title (work, title) + like_company (work, company) - 0.2 * (i + j);
          if (score > best.score)
            best = (Pair){ title, company, score };
        }
    }

  return best;
}

/* "Staff Nurse, Queen Margaret Care Centre": the comma whose sides differ most; (transfer full) parts, or
 * none. */
static gboolean
split_at_comma (
    Work *work, const MusterChunk *chunk, MusterChunk **title, MusterChunk **company, double *difference)
{
  const char *text = chunk->text;
  guint       length = (guint) g_utf8_strlen (text, -1);
  double      best = 0.2;
  guint       best_at = 0;
  gboolean    is_title_first = TRUE;

  for (const char *comma = strpbrk (text, ",("); comma != NULL; comma = strpbrk (comma + 1, ",("))
    {
      guint            at = (guint) g_utf8_pointer_to_offset (text, comma);
      g_autofree char *left = g_utf8_substring (text, 0, at);
      g_autofree char *right = g_strdup (comma + 1);
      double           of_left = muster_title_score (left) - 0.6 * muster_organisation_score (left);
      double           of_right = muster_title_score (right) - 0.6 * muster_organisation_score (right);

      if (at == 0 || fabs (of_left - of_right) <= best)
        continue;
      best = fabs (of_left - of_right);
      best_at = at;
      is_title_first = of_left > of_right;
    }
  if (best_at == 0 || chunk->n_spans != 1)
    return FALSE;
  *title = muster_chunk_new_part (
      work->sheet, chunk, is_title_first ? 0 : best_at, is_title_first ? best_at : length - best_at);
  *company = muster_chunk_new_part (
      work->sheet, chunk, is_title_first ? best_at : 0, is_title_first ? length - best_at : best_at);
  *difference = best;

  return *title != NULL && *company != NULL;
}

static double
confidence_of (double score)
{
  return CLAMP (0.55 + 0.15 * score, 0.3, 0.95);
}

static void
set_pair (MusterWork        *to,
          const MusterSheet *sheet,
          const MusterChunk *title,
          const MusterChunk *company,
          double             score)
{
  if (title != NULL)
    to->position = muster_chunk_value (sheet, title, confidence_of (score));
  if (company != NULL)
    to->name = muster_chunk_value (sheet, company, confidence_of (score));
}

/* "KPMMC Inc. Junior Developer": the name of a firm ends with its legal form. */
static gboolean
split_at_legal_form (Work *work, const MusterChunk *chunk, MusterChunk **title, MusterChunk **company)
{
  g_auto (GStrv) words = g_strsplit (chunk->text, " ", -1);
  guint position = 0, length = (guint) g_utf8_strlen (chunk->text, -1);

  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("x ", words[i], NULL);
      const char      *rest;

      position += (guint) g_utf8_strlen (words[i], -1) + 1;
      if (i == 0 || muster_organisation_score (name) < 1)
        continue;
      rest = g_utf8_offset_to_pointer (chunk->text, position);
      if (muster_title_score (rest) < 0.5)
        continue;
      *company = muster_chunk_new_part (work->sheet, chunk, 0, position - 1);
      *title = muster_chunk_new_part (work->sheet, chunk, position, length - position);
      return *title != NULL && *company != NULL;
    }

  return FALSE;
}

/* A header of one piece, or of two of which the second is no name. */
static void
read_single (Work *work, const MusterChunk *chunk, MusterWork *to)
{
  g_autoptr (MusterChunk) title = NULL;
  g_autoptr (MusterChunk) company = NULL;
  double difference;

  if (split_at_comma (work, chunk, &title, &company, &difference))
    set_pair (to, work->sheet, title, company, 1 + difference);
  else if (split_at_legal_form (work, chunk, &title, &company))
    set_pair (to, work->sheet, title, company, 1);
  else if (chunk->title >= 0.4 && chunk->title > 0.8 * chunk->organisation)
    set_pair (to, work->sheet, chunk, NULL, 1);
  else
    set_pair (to, work->sheet, NULL, chunk, 0.5);
}

static MusterWork *
read_entry (Work *work, guint i)
{
  const MusterEntry *entry = &g_array_index (work->entries, MusterEntry, i);
  const GPtrArray   *header = g_ptr_array_index (work->headers, i);
  const MusterChunk *place = g_ptr_array_index (work->places, i);
  MusterWork        *to = muster_work_new ();

  if (header->len == 1)
    read_single (work, g_ptr_array_index (header, 0), to);
  else if (header->len > 1)
    {
      g_autoptr (MusterChunk) title = NULL;
      g_autoptr (MusterChunk) company = NULL;
      Pair   pair = choose_pair (work, header);
      double difference = 0;

      if (split_at_comma (work, g_ptr_array_index (header, 0), &title, &company, &difference)
          && 2.2 * title->title + 0.8 * company->organisation - 0.9 > pair.score)
        set_pair (to, work->sheet, title, company, 1);
      else
        set_pair (to, work->sheet, pair.title, pair.company, pair.score);
    }
  if (place != NULL)
    to->location = muster_chunk_value (work->sheet, place, 0.8);
  to->start = muster_entry_dup_start (work->sheet, entry);
  to->end = muster_entry_dup_end (work->sheet, entry);
  if (entry->date.is_set)
    to->period = entry->date.period;
  muster_entry_add_highlights (work->sheet, entry, to->highlights);

  return to;
}

static MusterValue *
dup_value (const MusterValue *value)
{
  return muster_value_new_quoted (value->text, value->quote, value->evidence, value->confidence);
}

/* A job without an employer is another one at the employer above. */
static void
inherit_companies (GPtrArray *jobs)
{
  const MusterWork *above = NULL;

  for (guint i = 0; i < jobs->len; i++)
    {
      MusterWork *job = g_ptr_array_index (jobs, i);

      if (job->name == NULL && job->position != NULL && above != NULL)
        job->name = dup_value (above->name);
      if (job->name != NULL)
        above = job;
    }
}

/* An employer with the dates of all his jobs, which follow: only the jobs count. */
static gboolean
is_umbrella (const MusterWork *job, const MusterWork *next)
{
  return job->position == NULL && job->name != NULL && job->highlights->len == 0 && next->position != NULL
         && next->name != NULL && strcmp (job->name->text, next->name->text) == 0;
}

/* Without dates, a line must look like a job to be one. */
static gboolean
is_doubtful (const MusterWork *job)
{
  gboolean has_title = job->position != NULL && muster_title_score (job->position->text) >= 0.5;
  gboolean has_firm = job->name != NULL && muster_organisation_score (job->name->text) >= 0.6;

  return job->start == NULL && job->end == NULL && !has_title && !has_firm;
}

/**
 * muster_work_read:
 *
 * Adds the jobs of @section to @work. An entry in which neither title nor employer can be made out is left
 * out.
 */
void
muster_work_read (const MusterSheet *sheet, const MusterSection *section, GPtrArray *work)
{
  g_autoptr (GArray) entries = muster_entries_find (sheet, section);
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (GPtrArray) jobs = g_ptr_array_new ();
  Work all = { .sheet = sheet, .entries = entries, .headers = headers, .places = places };

  for (guint i = 0; i < entries->len; i++)
    add_header (&all, &g_array_index (entries, MusterEntry, i));
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (jobs, read_entry (&all, i));
  inherit_companies (jobs);
  for (guint i = 0; i < jobs->len; i++)
    {
      MusterWork *job = g_ptr_array_index (jobs, i);
      gboolean    is_empty = (job->name == NULL && job->position == NULL) || is_doubtful (job);

      if (is_empty || (i + 1 < jobs->len && is_umbrella (job, g_ptr_array_index (jobs, i + 1))))
        muster_work_free (job);
      else
        g_ptr_array_add (work, job);
      if (g_ptr_array_index (places, i) != NULL)
        muster_chunk_free (g_ptr_array_index (places, i));
    }
}
