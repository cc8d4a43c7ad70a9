/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A heading is short, has no digits, and differs from the body of the page in size, weight, capitals or colour. The
 * body is the style that most letters of the page have. */

#include "muster-heading.h"

#include <math.h>

#define LARGER_RATIO 1.12
#define RECOGNISED_LARGER_RATIO 1.14 /* sizes are guessed */
#define SAME_SIZE_RATIO 0.07
#define MOST_WORDS 6
#define MOST_LETTERS 40
#define FEWEST_LETTERS 2
#define CAPITAL_LETTERS 4
#define N_SIZES 256 /* in half points */

typedef struct
{
  double   size_pt;
  gboolean is_bold;
  guint32  colour;
} Body;

static guint
most_frequent_colour (const MusterSegments *segments)
{
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);
  guint best = 0, best_letters = 0;

  for (guint i = 0; i < segments->segments->len; i++)
    {
      const MusterSegment *segment = muster_segments_index (segments, i);
      gpointer             key = GUINT_TO_POINTER (segment->colour);
      guint                n = GPOINTER_TO_UINT (g_hash_table_lookup (letters, key)) + segment->n_letters;

      g_hash_table_insert (letters, key, GUINT_TO_POINTER (n));
      if (n > best_letters)
        {
          best_letters = n;
          best = segment->colour;
        }
    }

  return best;
}

static Body
find_body (const MusterSegments *segments)
{
  guint sizes[N_SIZES] = { 0 };
  guint n_letters = 0, n_bold = 0, most = 0;
  Body  body = { 10, FALSE, most_frequent_colour (segments) };

  for (guint i = 0; i < segments->segments->len; i++)
    {
      const MusterSegment *segment = muster_segments_index (segments, i);
      guint                bin = (guint) MIN (lround (segment->size_pt * 2), N_SIZES - 1);

      sizes[bin] += segment->n_letters;
      n_letters += segment->n_letters;
      n_bold += segment->flags & MUSTER_WORD_BOLD ? segment->n_letters : 0;
      if (sizes[bin] > most)
        {
          most = sizes[bin];
          body.size_pt = bin / 2.0;
        }
    }
  body.is_bold = n_bold * 2 > n_letters;

  return body;
}

static MusterHeading
find_heading (const MusterSegments *segments, const MusterSegment *segment, const Body *body)
{
  double larger = segment->is_recognised ? RECOGNISED_LARGER_RATIO : LARGER_RATIO;
  guint  n_words = 0;

  if (segment->is_rotated || segment->n_letters > MOST_LETTERS || segment->n_letters < FEWEST_LETTERS)
    return MUSTER_HEADING_NONE;

  for (guint i = 0; i < segment->n_words; i++)
    {
      const MusterWord *word = &g_array_index (segments->words, MusterWord, segment->first + i);

      if (word->flags & MUSTER_WORD_SYMBOL)
        continue;
      n_words++;
      for (const char *p = word->text; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (g_unichar_isdigit (c) || c == '@')
            return MUSTER_HEADING_NONE;
        }
    }
  if (n_words > MOST_WORDS)
    return MUSTER_HEADING_NONE;

  if (segment->size_pt >= larger * body->size_pt || segment->is_capitals)
    return MUSTER_HEADING_STRONG;
  if (((segment->flags & MUSTER_WORD_BOLD) && !body->is_bold)
      || (segment->colour != body->colour && segment->size_pt >= 0.97 * body->size_pt))
    return MUSTER_HEADING_WEAK;

  return MUSTER_HEADING_NONE;
}

static gboolean
is_in_capitals (const MusterSegments *segments, const MusterSegment *segment)
{
  guint n_upper = 0;

  for (guint i = 0; i < segment->n_words; i++)
    {
      for (const char *p = g_array_index (segments->words, MusterWord, segment->first + i).text; *p != '\0';
           p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (g_unichar_islower (c))
            return FALSE;
          n_upper += g_unichar_isupper (c);
        }
    }

  return n_upper >= CAPITAL_LETTERS;
}

/** muster_headings_mark: Sets is_capitals and heading of all segments. */
void
muster_headings_mark (MusterSegments *segments)
{
  Body body = find_body (segments);

  for (guint i = 0; i < segments->segments->len; i++)
    {
      MusterSegment *segment = muster_segments_index (segments, i);

      segment->is_capitals = is_in_capitals (segments, segment);
      segment->heading = find_heading (segments, segment, &body);
    }
}

/** muster_heading_has_style: Returns: whether two headings look alike; large ones may differ in weight and colour, as
 * on a dark side bar. */
gboolean
muster_heading_has_style (const MusterSegment *segment, const MusterSegment *other)
{
  gboolean are_strong = segment->heading == MUSTER_HEADING_STRONG && other->heading == MUSTER_HEADING_STRONG;

  return fabs (segment->size_pt - other->size_pt) <= SAME_SIZE_RATIO * other->size_pt
         && segment->is_capitals == other->is_capitals
         && (are_strong
             || (segment->colour == other->colour
                 && (segment->flags & MUSTER_WORD_BOLD) == (other->flags & MUSTER_WORD_BOLD)));
}
