/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chains of words to segments: spaced letters joined, parted where columns begin, levelled. */

#include "muster-segment.h"

#include "muster-bullet.h"
#include "muster-glyph.h"
#include "muster-word-chain.h"
#include "muster-word-repair.h"

#include <math.h>
#include <string.h>

/* The smallest gap at which a common left edge may part a segment: in em, and against the usual gap of the segment. */
#define EDGE_GAP_EM 0.45
#define EDGE_GAP_RATIO 1.4
/* So many segments that start at one x make it an edge. */
#define EDGE_STARTS 4
/* A line that tells how level the page is has so many words and so many em; so many such lines are needed. */
#define SLOPE_WORDS 3
#define SLOPE_EM 8.0
#define SLOPE_LINES 4
#define MOST_SLOPE 0.05
#define N_EDGES 4096

static gboolean
is_rightward (const MusterWord *words, guint n_words)
{
  guint n_rightward = 0, n_leftward = 0;

  for (guint i = 0; i < n_words; i++)
    {
      gunichar c = g_utf8_get_char (words[i].text);

      if (muster_glyph_is_rightward (c))
        n_rightward++;
      else if (g_unichar_isalpha (c))
        n_leftward++;
    }

  return n_rightward > n_leftward;
}

static void
reverse (MusterWord *words, guint n_words)
{
  for (guint i = 0; i < n_words / 2; i++)
    {
      MusterWord other = words[i];

      words[i] = words[n_words - 1 - i];
      words[n_words - 1 - i] = other;
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Sizes of recognised words follow from their height, which noise and neighbours spoil; letters are half as wide as the
 * type is large. */
static double
bound_by_width (const MusterWord *words, guint n_words, double size_pt)
{
  double width = 0, n_halves = 0;

  for (guint i = 0; i < n_words; i++)
    {
      width += words[i].box.width;
      for (const char *p = words[i].text; *p != '\0'; p = g_utf8_next_char (p))
        n_halves += muster_glyph_is_ideograph (g_utf8_get_char (p)) ? 2 : 1;
    }

  return n_halves < 3 ? size_pt : CLAMP (size_pt, 1.4 * width / n_halves, 2.6 * width / n_halves);
}

static double
median_size (const MusterWord *words, guint n_words)
{
  g_autofree double *sizes = g_new (double, n_words);

  for (guint i = 0; i < n_words; i++)
    sizes[i] = words[i].size_pt;
  qsort (sizes, n_words, sizeof (double), (GCompareFunc) compare_doubles);

  return words[0].source == MUSTER_WORD_OCR ? bound_by_width (words, n_words, sizes[n_words / 2]) : sizes[n_words / 2];
}

/* Sums up the words @first to @first + @n_words. Symbols count only where there is nothing else. */
static MusterSegment
sum_up (const GArray *words, guint first, guint n_words, gboolean rotated)
{
  const MusterWord *word = &g_array_index (words, MusterWord, first);
  MusterSegment     segment = { .first = first, .n_words = n_words, .is_rotated = rotated };
  MusterBox         box = { 0 };
  double            baselines = 0;
  guint             n_text = 0;

  for (guint i = 0; i < n_words; i++)
    {
      box = i == 0 ? word[0].box : muster_box_union (box, word[i].box);
      if ((word[i].flags & MUSTER_WORD_SYMBOL) || (i == 0 && n_words > 1 && muster_bullet_is_sign (&word[i])))
        continue;
      segment.flags = n_text == 0 ? word[i].flags : segment.flags & word[i].flags;
      segment.colour = n_text == 0 ? word[i].colour : segment.colour;
      segment.n_letters += (guint) g_utf8_strlen (word[i].text, -1);
      baselines += word[i].baseline_pt;
      n_text++;
    }

  segment.is_recognised = word[0].source == MUSTER_WORD_OCR;
  segment.left = box.x;
  segment.right = box.x + box.width;
  segment.top = box.y;
  segment.bottom = box.y + box.height;
  segment.baseline_pt = n_text > 0 ? baselines / n_text : word[0].baseline_pt;
  segment.level_pt = segment.baseline_pt;
  segment.size_pt = median_size (word, n_words);
  segment.flags = n_text > 0 ? segment.flags & (MUSTER_WORD_BOLD | MUSTER_WORD_ITALIC) : MUSTER_WORD_SYMBOL;
  segment.colour = n_text > 0 ? segment.colour : word[0].colour;

  return segment;
}

/* Writes the chains out, word after word; letters that were spaced are joined here, where the whole line is known. */
static void
write_out (MusterSegments *self, const MusterWordChains *chains)
{
  for (guint i = 0; i < chains->chains->len; i++)
    {
      const MusterWordChain *chain = &g_array_index (chains->chains, MusterWordChain, i);
      guint                  first = self->words->len;
      guint                  n_words = chain->n_words;
      MusterSegment          segment;

      for (guint at = chain->first; at != G_MAXUINT; at = chains->next[at])
        g_array_append_val (self->words, chains->words[at]);
      if (!chain->is_rotated)
        n_words = muster_words_join_letters (&g_array_index (self->words, MusterWord, first), n_words, self->strings);
      g_array_set_size (self->words, first + n_words);
      segment = sum_up (self->words, first, n_words, chain->is_rotated);
      g_array_append_val (self->segments, segment);
    }
}

/* Slope of the line through the baselines of the words, by least squares. FALSE: the line is too short to tell. */
static gboolean
find_slope (const MusterSegments *self, const MusterSegment *segment, double *slope)
{
  const MusterWord *words = &g_array_index (self->words, MusterWord, segment->first);
  double            middle = (segment->left + segment->right) / 2;
  double            product = 0, square = 0;

  if (segment->is_rotated || segment->n_words < SLOPE_WORDS
      || segment->right - segment->left < SLOPE_EM * segment->size_pt)
    return FALSE;
  for (guint i = 0; i < segment->n_words; i++)
    {
      double x = words[i].box.x + words[i].box.width / 2 - middle;

      product += x * (words[i].baseline_pt - segment->baseline_pt);
      square += x * x;
    }

  *slope = square > 0 ? product / square : 0;

  return TRUE;
}

/* A scan is hardly ever quite level, with or without a text layer, and rows reach far: the baselines are turned back by
 * the slope of the median line. */
static void
level (MusterSegments *self)
{
  g_autofree double *slopes = g_new (double, self->segments->len + 1);
  guint              n_slopes = 0;
  double             slope;

  for (guint i = 0; i < self->segments->len; i++)
    n_slopes += find_slope (self, muster_segments_index (self, i), &slopes[n_slopes]);
  if (n_slopes < SLOPE_LINES)
    return;

  qsort (slopes, n_slopes, sizeof (double), (GCompareFunc) compare_doubles);
  slope = CLAMP (slopes[n_slopes / 2], -MOST_SLOPE, MOST_SLOPE);
  for (guint i = 0; i < self->segments->len; i++)
    {
      MusterSegment *segment = muster_segments_index (self, i);

      if (!segment->is_rotated)
        segment->level_pt -= slope * (segment->left + segment->right) / 2;
    }
}

/* Sum of the blanks between the words of the segment. */
static double
sum_gaps_pt (const MusterSegments *self, const MusterSegment *segment)
{
  const MusterWord *words = &g_array_index (self->words, MusterWord, segment->first);
  double            sum = 0;

  for (guint i = 1; i < segment->n_words; i++)
    sum += MAX (muster_word_gap_pt (&words[i - 1], &words[i]), 0);

  return sum;
}

/* Whether the blank before @word is wider than the others of its segment are on the average. */
static gboolean
is_wide_gap (const MusterWord *word, guint n_words, double sum_pt)
{
  double gap = muster_word_gap_pt (word - 1, word);

  return gap >= EDGE_GAP_EM * word->size_pt && (n_words == 2 || gap > EDGE_GAP_RATIO * (sum_pt - gap) / (n_words - 2));
}

static guint
edge_bin (double x)
{
  return (guint) CLAMP (x + 0.5, 1, N_EDGES - 2);
}

static gboolean
is_edge (const guint *starts, guint bin)
{
  return starts[bin - 1] + starts[bin] + starts[bin + 1] >= EDGE_STARTS;
}

/* The edge at which the file has run the word together with the one before it; @word is moved there. FALSE: there is
 * none. */
static gboolean
snap_to_edge (MusterWord *word, const guint *starts)
{
  for (guint i = 0; i <= (guint) word->size_pt; i++)
    {
      for (int sign = -1; sign <= 1; sign += 2)
        {
          guint  bin = edge_bin (word->box.x + sign * (double) i);
          double right = word->box.x + word->box.width;

          if (!is_edge (starts, bin) || bin <= word[-1].box.x || bin >= right)
            continue;
          word->box.x = bin;
          word->box.width = right - bin;
          word[-1].box.width = MIN (word[-1].box.width, bin - word[-1].box.x);
          return TRUE;
        }
    }

  return FALSE;
}

/* Parts segments where a word, after more than a blank, starts at an x at which many segments start: columns with a
 * narrow gutter. */
static void
split_at_edges (MusterSegments *self)
{
  g_autofree guint *starts = g_new0 (guint, N_EDGES);
  guint             n_segments = self->segments->len;

  for (guint i = 0; i < n_segments; i++)
    starts[edge_bin (muster_segments_index (self, i)->left)]++;

  for (guint i = 0; i < n_segments; i++)
    {
      MusterSegment segment = *muster_segments_index (self, i);
      guint         from = segment.first;
      double        sum_pt = sum_gaps_pt (self, &segment);

      for (guint j = segment.first + 1; j < segment.first + segment.n_words && !segment.is_rotated; j++)
        {
          MusterWord   *word = &g_array_index (self->words, MusterWord, j);
          MusterSegment part;
          gboolean      is_parted = (word->flags & MUSTER_WORD_PARTED) && snap_to_edge (word, starts);

          if (!is_parted
              && (!is_edge (starts, edge_bin (word->box.x)) || !is_wide_gap (word, segment.n_words, sum_pt)
                  || (j == from + 1 && muster_bullet_is_sign (word - 1))))
            continue;
          part = sum_up (self->words, from, j - from, FALSE);
          g_array_append_val (self->segments, part);
          from = j;
        }
      if (from > segment.first)
        *muster_segments_index (self, i) = sum_up (self->words, from, segment.first + segment.n_words - from, FALSE);
    }
}

/**
 * muster_segments_new:
 * @words: the visible words of a page in any order
 *
 * Returns: (transfer full): the segments, in no particular order; each word is in one of them.
 */
MusterSegments *
muster_segments_new (const MusterWord *words, guint n_words)
{
  MusterSegments *self = g_new0 (MusterSegments, 1);
  g_autoptr (GArray) repaired = NULL;
  g_autoptr (MusterWordChains) chains = NULL;

  self->strings = g_string_chunk_new (4096);
  self->words = g_array_new (FALSE, TRUE, sizeof (MusterWord));
  self->segments = g_array_new (FALSE, TRUE, sizeof (MusterSegment));
  repaired = muster_words_repair (words, n_words, self->strings);
  chains = muster_word_chains_new ((const MusterWord *) (gpointer) repaired->data, repaired->len);
  write_out (self, chains);
  split_at_edges (self);
  level (self);

  self->is_rightward = is_rightward ((const MusterWord *) (gpointer) self->words->data, self->words->len);
  for (guint i = 0; i < self->segments->len; i++)
    {
      const MusterSegment *segment = muster_segments_index (self, i);
      MusterWord          *first = &g_array_index (self->words, MusterWord, segment->first);

      if (!segment->is_rotated && is_rightward (first, segment->n_words))
        reverse (first, segment->n_words);
      muster_words_glue (first, segment->n_words);
    }

  return self;
}

void
muster_segments_free (MusterSegments *self)
{
  g_array_unref (self->words);
  g_array_unref (self->segments);
  g_string_chunk_free (self->strings);
  g_free (self);
}
