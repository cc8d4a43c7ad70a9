/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How alike two strings are: J. W. Ratcliff and D. E. Metzener, "Pattern Matching: The Gestalt Approach", Dr.
 * Dobb's Journal, July 1988: the longest common run, then the same to its left and to its right. */

#include "muster-fold.h"

/* Longer texts are compared by their beginnings: the work grows with the product of the lengths. */
#define MAX_COMPARED 1000

typedef struct
{
  glong a, a_end;
  glong b, b_end;
} Stretch;

/* The longest run that both stretches share, earliest in a; run lengths kept for one row at a time. */
static Stretch
find_longest_run (const gunichar *a, const gunichar *b, Stretch in, guint *lengths)
{
  Stretch best = { in.a, in.a, in.b, in.b };

  for (glong j = in.b; j <= in.b_end; j++)
    lengths[j] = 0;

  for (glong i = in.a; i < in.a_end; i++)
    {
      guint diagonal = 0;

      for (glong j = in.b; j < in.b_end; j++)
        {
          guint above = lengths[j];

          lengths[j] = a[i] == b[j] ? diagonal + 1 : 0;
          diagonal = above;
          if (lengths[j] > best.a_end - best.a)
            {
              glong n = lengths[j];

              best = (Stretch){ i + 1 - n, i + 1, j + 1 - n, j + 1 };
            }
        }
    }

  return best;
}

static glong
count_matching (const gunichar *a, glong n_a, const gunichar *b, glong n_b)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autofree guint *lengths = g_new0 (guint, n_b + 1);
  Stretch           all = { 0, n_a, 0, n_b };
  glong             matching = 0;

  g_array_append_val (waiting, all);
  while (waiting->len > 0)
    {
      Stretch in = g_array_index (waiting, Stretch, waiting->len - 1);
      Stretch run, left, right;

      g_array_set_size (waiting, waiting->len - 1);
      if (in.a == in.a_end || in.b == in.b_end)
        continue;
      run = find_longest_run (a, b, in, lengths);
      if (run.a == run.a_end)
        continue;
      matching += run.a_end - run.a;
      left = (Stretch){ in.a, run.a, in.b, run.b };
      right = (Stretch){ run.a_end, in.a_end, run.b_end, in.b_end };
      g_array_append_val (waiting, left);
      g_array_append_val (waiting, right);
    }

  return matching;
}

double
muster_text_similarity (const char *a, const char *b)
{
  g_autofree gunichar *wide_a = NULL, *wide_b = NULL;
  glong                n_a, n_b;

  wide_a = g_utf8_to_ucs4_fast (a, -1, &n_a);
  wide_b = g_utf8_to_ucs4_fast (b, -1, &n_b);
  n_a = MIN (n_a, MAX_COMPARED);
  n_b = MIN (n_b, MAX_COMPARED);
  if (n_a + n_b == 0)
    return 1.0;

  return 2.0 * (double) count_matching (wide_a, n_a, wide_b, n_b) / (double) (n_a + n_b);
}
