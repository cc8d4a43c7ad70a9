/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words to segments. Words are taken from left to right; each goes to the segment that ends shortly before it on its
 * baseline, so that a line that is not quite level (a scan) holds together. Open segments stand in shelves by baseline:
 * no search over the page. */

#include "muster-segment.h"

#include "muster-bullet.h"
#include "muster-glyph.h"
#include "muster-word-repair.h"

#include <math.h>
#include <string.h>

/* Of one em: how far baselines on one line may differ, the widest gap inside a segment, the gap behind a bullet or
 * icon, the gap around a dash that stands alone, and the smallest gap at which a common left edge may part a segment
 * (it must also be so many times the usual gap of the segment). */
#define BASELINE_EM 0.3
#define GAP_EM 1.05
#define SYMBOL_GAP_EM 3.2
#define DASH_GAP_EM 1.5
#define EDGE_GAP_EM 0.45
#define EDGE_GAP_RATIO 1.4
/* A gap between spaced-out words is up to so many times the gap between their letters. */
#define SPACED_GAP_RATIO 3.6
/* So many segments that start at one x make it an edge. */
#define EDGE_STARTS 4
/* A line that tells how level the page is has so many words and so many em; so many such lines are needed. */
#define SLOPE_WORDS 3
#define SLOPE_EM 8.0
#define SLOPE_LINES 4
#define MOST_SLOPE 0.05
#define SHELF_PT 4.0
#define SHELF_SEARCH 16
#define MOST_REACH_PT 60.0
#define N_EDGES 4096

typedef struct
{
  guint  first; /* chain of words */
  guint  last;
  guint  level; /* the last word that is not a raised piece */
  guint  n_words;
  guint  n_short;
  double gaps_pt; /* sum of the gaps inside */
} OpenSegment;

typedef struct
{
  const MusterWord *words;
  guint            *next;    /* word -> word, G_MAXUINT: none */
  GArray           *open;    /* OpenSegment */
  GHashTable       *shelves; /* number of the shelf -> GArray of indices into open, newest last */
} Chains;

static gboolean
is_rotated (const MusterWord *word)
{
  return word->box.height > 2.2 * word->size_pt && word->box.height > 1.8 * word->box.width
         && g_utf8_strlen (word->text, -1) >= 3;
}

static gboolean
is_single (const MusterWord *word, gboolean (*test) (gunichar c))
{
  return test (g_utf8_get_char (word->text)) && *g_utf8_next_char (word->text) == '\0';
}

/* The widest gap in points after which @word still belongs to the segment. */
static double
widest_gap_pt (const Chains *chains, const OpenSegment *open, const MusterWord *word)
{
  const MusterWord *last = &chains->words[open->last];
  double            em = (last->size_pt + word->size_pt) / 2;
  gboolean          last_is_mark = (last->flags & MUSTER_WORD_SYMBOL) || is_single (last, muster_glyph_is_bullet);

  if (open->n_words == 1 && last_is_mark)
    return SYMBOL_GAP_EM * em;
  if (is_single (last, muster_glyph_is_dash) || is_single (word, muster_glyph_is_dash))
    return DASH_GAP_EM * em;
  if (open->n_words >= 3 && open->n_short * 10 >= open->n_words * 6 && muster_word_is_short (last))
    return MAX (GAP_EM * em, SPACED_GAP_RATIO * open->gaps_pt / (open->n_words - 1));

  return GAP_EM * em;
}

/* A small piece above the line that touches the word before it: "1st". */
static gboolean
is_raised (const MusterWord *before, const MusterWord *word)
{
  double larger = MAX (before->size_pt, word->size_pt);

  return muster_word_gap_pt (before, word) < 0.1 * word->size_pt && word->size_pt < 0.8 * before->size_pt
         && fabs (before->baseline_pt - word->baseline_pt) < 0.5 * larger;
}

static gboolean
belongs (const Chains *chains, const OpenSegment *open, const MusterWord *word)
{
  const MusterWord *last = &chains->words[open->last];
  const MusterWord *level = &chains->words[open->level];
  double            gap = muster_word_gap_pt (last, word);

  if (gap < -0.5 * MIN (last->size_pt, word->size_pt) || gap > widest_gap_pt (chains, open, word))
    return FALSE;

  return fabs (level->baseline_pt - word->baseline_pt) < BASELINE_EM * MIN (level->size_pt, word->size_pt)
         || (open->last == open->level && is_raised (last, word));
}

static GArray *
shelf_at (Chains *chains, int number)
{
  return g_hash_table_lookup (chains->shelves, GINT_TO_POINTER (number));
}

/* Returns the open segment that @word goes on with, -1: none. Looks at the newest few of each shelf. */
static int
find_open (Chains *chains, const MusterWord *word)
{
  double reach_pt = MIN (0.5 * word->size_pt, MOST_REACH_PT);
  int    from = (int) floor ((word->baseline_pt - reach_pt) / SHELF_PT);
  int    to = (int) floor ((word->baseline_pt + reach_pt) / SHELF_PT);
  int    best = -1;
  double best_distance = G_MAXDOUBLE;

  for (int number = from; number <= to; number++)
    {
      GArray *shelf = shelf_at (chains, number);

      for (guint i = 0; shelf != NULL && i < MIN (shelf->len, SHELF_SEARCH); i++)
        {
          guint              index = g_array_index (shelf, guint, shelf->len - 1 - i);
          const OpenSegment *open = &g_array_index (chains->open, OpenSegment, index);
          const MusterWord  *last = &chains->words[open->last];
          double distance = fabs (last->baseline_pt - word->baseline_pt) + MAX (muster_word_gap_pt (last, word), 0);

          if (distance < best_distance && belongs (chains, open, word))
            {
              best = (int) index;
              best_distance = distance;
            }
        }
    }

  return best;
}

/* Puts the segment on the shelf of its last word; on the old shelf it may stay, its last word is looked at anyway. */
static void
shelve (Chains *chains, guint index, double baseline_pt)
{
  int     number = (int) floor (baseline_pt / SHELF_PT);
  GArray *shelf = shelf_at (chains, number);

  if (shelf == NULL)
    {
      shelf = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (chains->shelves, GINT_TO_POINTER (number), shelf);
    }
  if (shelf->len > 0 && g_array_index (shelf, guint, shelf->len - 1) == index)
    return;
  g_array_append_val (shelf, index);
}

static void
chain_word (Chains *chains, guint index)
{
  const MusterWord *word = &chains->words[index];
  int               found = find_open (chains, word);
  OpenSegment       open = { index, index, index, 1, muster_word_is_short (word), 0 };

  if (found < 0)
    {
      g_array_append_val (chains->open, open);
      shelve (chains, chains->open->len - 1, word->baseline_pt);
      return;
    }

  OpenSegment *segment = &g_array_index (chains->open, OpenSegment, found);

  segment->gaps_pt += MAX (muster_word_gap_pt (&chains->words[segment->last], word), 0);
  segment->n_words++;
  segment->n_short += muster_word_is_short (word);
  chains->next[segment->last] = index;
  if (!is_raised (&chains->words[segment->last], word))
    segment->level = index;
  segment->last = index;
  shelve (chains, (guint) found, word->baseline_pt);
}

/* Words that run up or down the page, in the order of the file, which alone knows their direction. */
static void
chain_rotated (Chains *chains, const guint *indices, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const MusterWord *word = &chains->words[indices[i]];
      OpenSegment      *open = i > 0 ? &g_array_index (chains->open, OpenSegment, chains->open->len - 1) : NULL;
      const MusterWord *last = open != NULL ? &chains->words[open->last] : NULL;

      if (last != NULL && fabs (last->box.x - word->box.x) < 0.6 * word->size_pt
          && MAX (word->box.y, last->box.y) - MIN (word->box.y + word->box.height, last->box.y + last->box.height)
                 < GAP_EM * word->size_pt)
        {
          chains->next[open->last] = indices[i];
          open->last = indices[i];
          open->n_words++;
        }
      else
        {
          OpenSegment fresh = { indices[i], indices[i], indices[i], 1, 0, 0 };

          g_array_append_val (chains->open, fresh);
        }
    }
}

static int
compare_by_left (gconstpointer a, gconstpointer b, gpointer data)
{
  const MusterWord *words = data;
  guint             left = *(const guint *) a;
  guint             right = *(const guint *) b;

  if (words[left].box.x != words[right].box.x)
    return words[left].box.x < words[right].box.x ? -1 : 1;

  return (left > right) - (left < right);
}

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
write_out (MusterSegments *self, const Chains *chains)
{
  for (guint i = 0; i < chains->open->len; i++)
    {
      const OpenSegment *open = &g_array_index (chains->open, OpenSegment, i);
      guint              first = self->words->len;
      guint              n_words;
      MusterWord        *words;
      gboolean           rotated = is_rotated (&chains->words[open->first]);
      MusterSegment      segment;

      for (guint at = open->first; at != G_MAXUINT; at = chains->next[at])
        g_array_append_val (self->words, chains->words[at]);
      words = &g_array_index (self->words, MusterWord, first);
      n_words = rotated ? open->n_words : muster_words_join_letters (words, open->n_words, self->strings);
      g_array_set_size (self->words, first + n_words);
      segment = sum_up (self->words, first, n_words, rotated);
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
  g_autofree guint *order = NULL;
  g_autofree guint *rotated = NULL;
  guint             n_level = 0, n_rotated = 0;
  Chains            chains = { 0 };

  self->strings = g_string_chunk_new (4096);
  self->words = g_array_new (FALSE, TRUE, sizeof (MusterWord));
  self->segments = g_array_new (FALSE, TRUE, sizeof (MusterSegment));
  repaired = muster_words_repair (words, n_words, self->strings);

  chains.words = (const MusterWord *) (gpointer) repaired->data;
  chains.next = g_new (guint, repaired->len + 1);
  chains.open = g_array_new (FALSE, FALSE, sizeof (OpenSegment));
  chains.shelves = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  order = g_new (guint, repaired->len + 1);
  rotated = g_new (guint, repaired->len + 1);
  for (guint i = 0; i < repaired->len; i++)
    {
      chains.next[i] = G_MAXUINT;
      if (is_rotated (&chains.words[i]))
        rotated[n_rotated++] = i;
      else
        order[n_level++] = i;
    }
  g_qsort_with_data (order, (int) n_level, sizeof (guint), compare_by_left, repaired->data);

  chain_rotated (&chains, rotated, n_rotated);
  for (guint i = 0; i < n_level; i++)
    chain_word (&chains, order[i]);
  write_out (self, &chains);
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

  g_free (chains.next);
  g_array_unref (chains.open);
  g_hash_table_unref (chains.shelves);

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
