/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some signs are bullets wherever they begin a line. Others are what is left of a bullet when its font is lost (an "o"
 * of Courier, a "§" of Wingdings) or when it is recognised from a picture ("e", "+"): these count only where several
 * stand below each other, each with more than a blank behind it. */

#include "muster-bullet.h"

#include "muster-glyph.h"
#include "muster-word-repair.h"

/* Of one em: the gap behind a dash, behind a doubtful sign, behind a sign that is a segment of its own, and before a
 * list in a row. */
#define DASH_GAP_EM 0.1
#define DOUBTFUL_GAP_EM 0.35
#define MOST_GAP_EM 3.2
#define LIST_GAP_EM 2.0
#define N_PLACES 4096

typedef enum
{
  NO_BULLET,
  DOUBTFUL_BULLET,
  SURE_BULLET,
} Kind;

static MusterWord *
first_word (MusterSegments *segments, guint id)
{
  return &g_array_index (segments->words, MusterWord, muster_segments_index (segments, id)->first);
}

/** muster_bullet_is_sign: Returns: whether the word is one character that may be a bullet, at the right place. */
gboolean
muster_bullet_is_sign (const MusterWord *word)
{
  gunichar c = g_utf8_get_char (word->text);

  if (word->flags & MUSTER_WORD_SYMBOL)
    return TRUE;

  return *g_utf8_next_char (word->text) == '\0'
         && (muster_glyph_is_bullet (c) || muster_glyph_is_dash (c) || muster_glyph_may_be_bullet (c));
}

/* Looks at the segment ids[i], which begins a line; @gap_em is the blank behind its first word. */
static Kind
judge (const MusterWord *word, double gap_em)
{
  gunichar c = g_utf8_get_char (word->text);

  if (!muster_bullet_is_sign (word))
    return NO_BULLET;
  if ((word->flags & MUSTER_WORD_SYMBOL) || muster_glyph_is_bullet (c))
    return SURE_BULLET;
  if (muster_glyph_is_dash (c))
    return gap_em >= DASH_GAP_EM ? SURE_BULLET : NO_BULLET;

  return gap_em >= DOUBTFUL_GAP_EM ? DOUBTFUL_BULLET : NO_BULLET;
}

/* The blank behind the first word of ids[i] in em of what follows; negative: nothing follows. */
static double
gap_behind_em (MusterSegments *segments, const guint *ids, const guint *rows, guint n_ids, guint i)
{
  const MusterSegment *segment = muster_segments_index (segments, ids[i]);
  const MusterWord    *word = first_word (segments, ids[i]);
  const MusterSegment *next;

  if (segment->n_words > 1)
    return muster_word_gap_pt (word, word + 1) / word[1].size_pt;
  if (i + 1 >= n_ids || rows[i + 1] != rows[i])
    return -1;
  next = muster_segments_index (segments, ids[i + 1]);

  return (next->left - segment->right) / next->size_pt;
}

static gboolean
begins_line (const MusterSegments *segments, const guint *ids, const guint *rows, guint i)
{
  const MusterSegment *segment = muster_segments_index (segments, ids[i]);

  return i == 0 || rows[i] != rows[i - 1]
         || segment->left - muster_segments_index (segments, ids[i - 1])->right > LIST_GAP_EM * segment->size_pt;
}

static guint
place_of (const MusterWord *word)
{
  return (guint) CLAMP (word->box.x, 2, N_PLACES - 3);
}

/**
 * muster_bullets_mark:
 * @ids: the segments of a region as sorted by muster_rows_assign()
 * @rows: their rows
 * @joins_next: (out): for each of the ids, whether it is a bullet of its own that belongs to the line of the next
 *
 * Marks the words that are bullets as symbols.
 */
void
muster_bullets_mark (MusterSegments *segments, const guint *ids, const guint *rows, guint n_ids, gboolean *joins_next)
{
  g_autofree guint16 *n_at = g_new0 (guint16, N_PLACES);
  g_autofree guchar  *kinds = g_new0 (guchar, n_ids + 1);

  for (guint i = 0; i < n_ids; i++)
    {
      const MusterWord *word = first_word (segments, ids[i]);
      double            gap = muster_bullet_is_sign (word) ? gap_behind_em (segments, ids, rows, n_ids, i) : -1;

      if (gap >= 0 && gap <= MOST_GAP_EM && begins_line (segments, ids, rows, i))
        kinds[i] = judge (word, gap);
      if (kinds[i] != NO_BULLET && n_at[place_of (word)] < G_MAXUINT16)
        n_at[place_of (word)]++;
    }

  for (guint i = 0; i < n_ids; i++)
    {
      MusterWord *word = first_word (segments, ids[i]);
      guint       place = place_of (word);
      guint       n_near = n_at[place - 2] + n_at[place - 1] + n_at[place] + n_at[place + 1] + n_at[place + 2];
      gboolean    is_bullet = kinds[i] == SURE_BULLET || (kinds[i] == DOUBTFUL_BULLET && n_near > 1);

      if (is_bullet)
        word->flags |= MUSTER_WORD_SYMBOL;
      joins_next[i] = is_bullet && muster_segments_index (segments, ids[i])->n_words == 1;
    }
}
