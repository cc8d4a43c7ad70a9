/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words are taken from left to right; each goes to the chain that ends shortly before it on its baseline, so that a
 * line that is not quite level (a scan) holds together. Chains stand in shelves by baseline: no search over the page.
 */

#include "muster-word-chain.h"

#include "muster-glyph.h"
#include "muster-word-repair.h"

#include <math.h>

/* Of one em: how far baselines on one line may differ, the widest gap inside a chain, the gap behind a bullet or icon,
 * and the gap around a dash that stands alone. */
#define BASELINE_EM 0.3
#define GAP_EM 1.05
#define SYMBOL_GAP_EM 3.2
#define DASH_GAP_EM 1.5
/* A gap between spaced-out words is up to so many times the gap between their letters. */
#define SPACED_GAP_RATIO 3.6
#define SHELF_PT 4.0
#define SHELF_SEARCH 16
#define MOST_REACH_PT 60.0

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

/* The widest gap in points after which @word still belongs to the chain. */
static double
widest_gap_pt (const MusterWordChains *self, const MusterWordChain *open, const MusterWord *word)
{
  const MusterWord *last = &self->words[open->last];
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
belongs (const MusterWordChains *self, const MusterWordChain *open, const MusterWord *word)
{
  const MusterWord *last = &self->words[open->last];
  const MusterWord *level = &self->words[open->level];
  double            gap = muster_word_gap_pt (last, word);

  if (gap < -0.5 * MIN (last->size_pt, word->size_pt) || gap > widest_gap_pt (self, open, word))
    return FALSE;

  return fabs (level->baseline_pt - word->baseline_pt) < BASELINE_EM * MIN (level->size_pt, word->size_pt)
         || (open->last == open->level && is_raised (last, word));
}

static GArray *
shelf_at (MusterWordChains *self, int number)
{
  return g_hash_table_lookup (self->shelves, GINT_TO_POINTER (number));
}

/* Returns the chain that @word goes on with, -1: none. Looks at the newest few of each shelf. */
static int
find_open (MusterWordChains *self, const MusterWord *word)
{
  double reach_pt = MIN (0.5 * word->size_pt, MOST_REACH_PT);
  int    from = (int) floor ((word->baseline_pt - reach_pt) / SHELF_PT);
  int    to = (int) floor ((word->baseline_pt + reach_pt) / SHELF_PT);
  int    best = -1;
  double best_distance = G_MAXDOUBLE;

  for (int number = from; number <= to; number++)
    {
      GArray *shelf = shelf_at (self, number);

      for (guint i = 0; shelf != NULL && i < MIN (shelf->len, SHELF_SEARCH); i++)
        {
          guint                  index = g_array_index (shelf, guint, shelf->len - 1 - i);
          const MusterWordChain *open = &g_array_index (self->chains, MusterWordChain, index);
          const MusterWord      *last = &self->words[open->last];
          double distance = fabs (last->baseline_pt - word->baseline_pt) + MAX (muster_word_gap_pt (last, word), 0);

          if (distance < best_distance && belongs (self, open, word))
            {
              best = (int) index;
              best_distance = distance;
            }
        }
    }

  return best;
}

/* Puts the chain on the shelf of its last word; on the old shelf it may stay, its last word is looked at anyway. */
static void
shelve (MusterWordChains *self, guint index, double baseline_pt)
{
  int     number = (int) floor (baseline_pt / SHELF_PT);
  GArray *shelf = shelf_at (self, number);

  if (shelf == NULL)
    {
      shelf = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->shelves, GINT_TO_POINTER (number), shelf);
    }
  if (shelf->len > 0 && g_array_index (shelf, guint, shelf->len - 1) == index)
    return;
  g_array_append_val (shelf, index);
}

static void
chain_word (MusterWordChains *self, guint index)
{
  const MusterWord *word = &self->words[index];
  int               found = find_open (self, word);
  MusterWordChain   open = { index, index, index, 1, muster_word_is_short (word), 0, FALSE };

  if (found < 0)
    {
      g_array_append_val (self->chains, open);
      shelve (self, self->chains->len - 1, word->baseline_pt);
      return;
    }

  MusterWordChain *segment = &g_array_index (self->chains, MusterWordChain, found);

  segment->gaps_pt += MAX (muster_word_gap_pt (&self->words[segment->last], word), 0);
  segment->n_words++;
  segment->n_short += muster_word_is_short (word);
  self->next[segment->last] = index;
  if (!is_raised (&self->words[segment->last], word))
    segment->level = index;
  segment->last = index;
  shelve (self, (guint) found, word->baseline_pt);
}

/* Words that run up or down the page, in the order of the file, which alone knows their direction. */
static void
chain_rotated (MusterWordChains *self, const guint *indices, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const MusterWord *word = &self->words[indices[i]];
      MusterWordChain  *open = i > 0 ? &g_array_index (self->chains, MusterWordChain, self->chains->len - 1) : NULL;
      const MusterWord *last = open != NULL ? &self->words[open->last] : NULL;

      if (last != NULL && fabs (last->box.x - word->box.x) < 0.6 * word->size_pt
          && MAX (word->box.y, last->box.y) - MIN (word->box.y + word->box.height, last->box.y + last->box.height)
                 < GAP_EM * word->size_pt)
        {
          self->next[open->last] = indices[i];
          open->last = indices[i];
          open->n_words++;
        }
      else
        {
          MusterWordChain fresh = { indices[i], indices[i], indices[i], 1, 0, 0, TRUE };

          g_array_append_val (self->chains, fresh);
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

/**
 * muster_word_chains_new:
 * @words: in any order; must outlive the chains
 *
 * Returns: (transfer full): the chains; each word is in one of them.
 */
MusterWordChains *
muster_word_chains_new (const MusterWord *words, guint n_words)
{
  MusterWordChains *self = g_new0 (MusterWordChains, 1);
  g_autofree guint *order = g_new (guint, n_words + 1);
  g_autofree guint *rotated = g_new (guint, n_words + 1);
  guint             n_level = 0, n_rotated = 0;

  self->words = words;
  self->next = g_new (guint, n_words + 1);
  self->chains = g_array_new (FALSE, FALSE, sizeof (MusterWordChain));
  self->shelves = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n_words; i++)
    {
      self->next[i] = G_MAXUINT;
      if (is_rotated (&words[i]))
        rotated[n_rotated++] = i;
      else
        order[n_level++] = i;
    }
  g_qsort_with_data (order, (int) n_level, sizeof (guint), compare_by_left, (gpointer) words);

  chain_rotated (self, rotated, n_rotated);
  for (guint i = 0; i < n_level; i++)
    chain_word (self, order[i]);

  return self;
}

void
muster_word_chains_free (MusterWordChains *self)
{
  g_free (self->next);
  g_array_unref (self->chains);
  g_hash_table_unref (self->shelves);
  g_free (self);
}
