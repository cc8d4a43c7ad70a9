/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each phrase is cut into terms once; a text is searched phrase by phrase. Tables are some hundred rows and
 * texts some thousand terms: well under a millisecond each, so nothing cleverer is kept. */

#include "muster-phrases.h"

struct _MusterPhrases
{
  const MusterPhrase *table;
  guint               n_rows;
  GPtrArray          *terms; /* MusterTerms, one a row */
};

MusterPhrases *
muster_phrases_new (const MusterPhrase *table, guint n_rows)
{
  MusterPhrases *self = g_new0 (MusterPhrases, 1);

  self->table = table;
  self->n_rows = n_rows;
  self->terms = g_ptr_array_new_full (n_rows, (GDestroyNotify) muster_terms_free);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (self->terms, muster_terms_new (table[i].words));

  return self;
}

void
muster_phrases_free (MusterPhrases *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->terms);
  g_free (self);
}

/* The first place of one phrase inside the range; terms count up with their places, so the search may stop at
 * the first beyond it. */
static gboolean
find_one (const MusterTerms *text, const MusterTerms *phrase, guint start, guint end, MusterPhraseHit *hit)
{
  guint from = 0;

  while (muster_terms_find (text, phrase, from, &hit->term, &hit->span))
    {
      if (hit->span.start + hit->span.length > end)
        return FALSE;
      if (hit->span.start >= start)
        return TRUE;
      from = hit->term + 1;
    }

  return FALSE;
}

static gboolean
is_before (const MusterPhraseHit *a, const MusterPhraseHit *b)
{
  if (a->span.start != b->span.start)
    return a->span.start < b->span.start;

  return a->span.length > b->span.length;
}

gboolean
muster_phrases_find (
    const MusterPhrases *self, const MusterTerms *text, guint start, guint end, MusterPhraseHit *hit)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->n_rows; i++)
    {
      MusterPhraseHit one = { .entry = i, .value = self->table[i].value };

      if (!find_one (text, g_ptr_array_index (self->terms, i), start, end, &one))
        continue;
      if (!found || is_before (&one, hit))
        *hit = one;
      found = TRUE;
    }

  return found;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  if (is_before (a, b))
    return -1;

  return is_before (b, a) ? 1 : 0;
}

GArray *
muster_phrases_find_all (const MusterPhrases *self, const MusterTerms *text)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (MusterPhraseHit));
  GArray            *kept = g_array_new (FALSE, FALSE, sizeof (MusterPhraseHit));
  guint              free_from = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      MusterPhraseHit hit = { .entry = i, .value = self->table[i].value };
      guint           from = 0;

      while (muster_terms_find (text, g_ptr_array_index (self->terms, i), from, &hit.term, &hit.span))
        {
          g_array_append_val (all, hit);
          from = hit.term + 1;
        }
    }

  g_array_sort (all, compare_hits);
  for (guint i = 0; i < all->len; i++)
    {
      const MusterPhraseHit *hit = &g_array_index (all, MusterPhraseHit, i);

      if (hit->span.start < free_from)
        continue;
      g_array_append_val (kept, *hit);
      free_from = hit->span.start + hit->span.length;
    }

  return kept;
}
