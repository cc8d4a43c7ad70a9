/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No stemmer of one language: endings of trades and activities are cut in five, and long words that begin
 * alike for most of their length are taken as kin. Only for short texts that are known to be titles or
 * subjects; running text is matched by whole terms. */

#include "muster-kin.h"

#include <string.h>

#define LEAST_STEM_BYTES 4
#define LEAST_ALIKE_BYTES 6
#define LEAST_ALIKE_SHARE 0.67
#define LEAST_COMPOUND_BYTES 6

static gsize
stem_length (const char *word)
{
  static const char *endings[]
      = { "ing",  "ings", "er",     "ers",  "or",   "ors",  "ant", "ants", "ist", "ists",
          "ment", "tion", "ian",    "ians", "ed",   "es",   "e",   "s",    "in",  "innen",
          "ung",  "eur",  "euse",   "rice", "dor",  "dora", "ico", "ica",  "ic",  "ics",
          "ik",   "iker", "ikerin", "erin", "ique", "ia",   "ie",  "y",    "al",  NULL };
  gsize length = strlen (word);
  gsize shortest = length;

  for (guint i = 0; endings[i] != NULL; i++)
    {
      gsize n = strlen (endings[i]);

      if (length >= n + LEAST_STEM_BYTES && strcmp (word + length - n, endings[i]) == 0)
        shortest = MIN (shortest, length - n);
    }

  return shortest;
}

static gsize
common_prefix (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;

  return n;
}

gboolean
muster_words_are_kin (const char *a, const char *wanted)
{
  gsize n_a = strlen (a), n_wanted = strlen (wanted);
  gsize stem_a, stem_wanted, n_common;

  if (strcmp (a, wanted) == 0)
    return TRUE;
  if (n_a < LEAST_STEM_BYTES || n_wanted < LEAST_STEM_BYTES)
    return FALSE;
  if (n_wanted >= LEAST_COMPOUND_BYTES && n_a > n_wanted && strcmp (a + n_a - n_wanted, wanted) == 0)
    return TRUE;

  stem_a = stem_length (a);
  stem_wanted = stem_length (wanted);
  n_common = common_prefix (a, wanted);
  if (stem_a == stem_wanted && n_common >= stem_a)
    return TRUE;

  return n_common >= LEAST_ALIKE_BYTES
         && (double) n_common >= LEAST_ALIKE_SHARE * (double) MAX (n_a, n_wanted);
}
