/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes title-words.txt: the words that job titles are made of. usage:
 * make-title-words ALTERNATE_TITLES.txt SAMPLE_OF_REPORTED_TITLES.txt OCCUPATIONS.csv > title-words.txt
 * The first two are tables of the O*NET database, the third the occupations of ESCO (columns PREFERREDLABEL
 * and ALTLABELS). A word that titles end with is a head (h), one that stands before heads a modifier (m);
 * words that few titles have are left out. */

#include "muster-fold.h"

#include <stdio.h>
#include <string.h>

#define MIN_HEADS 3
#define MIN_MODIFIERS 12

typedef struct
{
  guint n_head;
  guint n_other;
} Count;

/* Words that titles and everything else have. */
static gboolean
is_plain (const char *word)
{
  static const char *plain[]
      = { "a",    "an", "and",        "the", "of",  "for",   "in",     "on",  "at", "to",
          "with", "by", "from",       "or",  "all", "other", "except", "out", "i",  "ii",
          "iii",  "iv", "operations", "new", "not", "up",    "off",    "s" };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      if (strcmp (word, plain[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static Count *
count_of (GHashTable *counts, const char *word)
{
  Count *count = g_hash_table_lookup (counts, word);

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (counts, g_strdup (word), count);
    }

  return count;
}

/* The head of a title is the last word before a bracket, a comma or "of". */
static void
count_title (GHashTable *counts, GHashTable *seen, const char *title)
{
  g_autofree char *folded = muster_fold (title);
  char            *stop = strpbrk (folded, "(,/");
  char            *of = strstr (folded, " of ");
  g_auto (GStrv) words = NULL;
  guint n;

  if (stop != NULL)
    *stop = '\0';
  if (of != NULL && (stop == NULL || of < stop))
    *of = '\0';
  g_strstrip (folded);
  if (*folded == '\0' || !g_hash_table_add (seen, g_strdup (folded)))
    return;
  words = g_strsplit (folded, " ", -1);
  n = g_strv_length (words);
  for (guint i = 0; i < n; i++)
    {
      Count *count;

      if (strlen (words[i]) < 2 || is_plain (words[i]))
        continue;
      count = count_of (counts, words[i]);
      if (i + 1 == n)
        count->n_head++;
      else
        count->n_other++;
    }
}

static gboolean
read_onet (GHashTable *counts, GHashTable *seen, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 3);

      if (g_strv_length (cells) >= 2)
        count_title (counts, seen, cells[1]);
    }

  return TRUE;
}

/* The cell of a CSV row that starts at @p; @p is moved behind it. */
static char *
take_cell (const char **p, gboolean *ends_row)
{
  GString *cell = g_string_new (NULL);
  gboolean is_quoted = **p == '"';

  if (is_quoted)
    (*p)++;
  while (**p != '\0')
    {
      if (is_quoted && **p == '"' && (*p)[1] == '"')
        (*p)++;
      else if (is_quoted && **p == '"')
        {
          is_quoted = FALSE;
          (*p)++;
          continue;
        }
      else if (!is_quoted && (**p == ',' || **p == '\n'))
        break;
      g_string_append_c (cell, **p);
      (*p)++;
    }
  *ends_row = **p != ',';
  if (**p != '\0')
    (*p)++;

  return g_string_free (cell, FALSE);
}

static gboolean
read_esco (GHashTable *counts, GHashTable *seen, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  const char      *p;
  guint            column = 0, row = 0;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  p = text;
  while (*p != '\0')
    {
      gboolean         ends_row;
      g_autofree char *cell = take_cell (&p, &ends_row);

      if (row > 0 && (column == 5 || column == 6))
        {
          g_auto (GStrv) labels = g_strsplit (cell, "\n", -1);

          for (guint i = 0; labels[i] != NULL; i++)
            count_title (counts, seen, labels[i]);
        }
      column = ends_row ? 0 : column + 1;
      row += ends_row;
    }

  return TRUE;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
print_class (GHashTable *counts, gboolean heads)
{
  guint             n;
  g_autofree char **words = (char **) g_hash_table_get_keys_as_array (counts, &n);

  qsort (words, n, sizeof (char *), compare_words);
  printf ("[%s]\n", heads ? "h" : "m");
  for (guint i = 0; i < n; i++)
    {
      const Count *count = g_hash_table_lookup (counts, words[i]);
      gboolean     is_head = count->n_head >= MIN_HEADS && count->n_head * 4 >= count->n_other;

      if (is_head == heads && (is_head || count->n_head + count->n_other >= MIN_MODIFIERS))
        puts (words[i]);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  if (argc != 4)
    {
      g_printerr (
          "usage: make-title-words ALTERNATE_TITLES.txt SAMPLE_OF_REPORTED_TITLES.txt OCCUPATIONS.csv\n");
      return 2;
    }
  if (!read_onet (counts, seen, argv[1], &error) || !read_onet (counts, seen, argv[2], &error)
      || !read_esco (counts, seen, argv[3], &error))
    {
      g_printerr ("make-title-words: %s\n", error->message);
      return 1;
    }

  puts ("# Words of job titles: h = titles end with it, m = stands before such a word. Made by "
        "make-title-words.");
  puts ("# This product includes information from the O*NET 29.2 Database by the U.S. Department of Labor, "
        "Employment and Training");
  puts ("# Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. "
        "Words were cut out of its titles.");
  puts ("# It uses the ESCO classification (v1.1.1) of the European Commission.");
  print_class (counts, TRUE);
  print_class (counts, FALSE);

  return 0;
}
