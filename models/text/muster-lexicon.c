/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list is a text resource: "# remark", "[value]" for the lines that follow, "phrase", or
 * "phrase<TAB>value". Read at first use, kept until the process ends. */

#include "muster-lexicon.h"
#include "muster-fold.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE_FOLDER "/org/musterhr/Muster/lexicons/"

struct _MusterLexicon
{
  GStringChunk *strings;
  GHashTable   *values;   /* folded phrase -> value */
  GHashTable   *squeezed; /* its letters and digits -> value */
  GHashTable   *longest;  /* first word -> most words of a phrase that starts with it */
};

static void
note_length (MusterLexicon *self, const char *phrase)
{
  const char *blank = strchr (phrase, ' ');
  guint       n_words = 1;
  char       *first;

  for (const char *p = blank; p != NULL; p = strchr (p + 1, ' '))
    n_words++;
  first = blank != NULL ? g_string_chunk_insert_len (self->strings, phrase, blank - phrase) : (char *) phrase;
  if (n_words > GPOINTER_TO_UINT (g_hash_table_lookup (self->longest, first)))
    g_hash_table_insert (self->longest, first, GUINT_TO_POINTER (n_words));
}

static void
add_entry (MusterLexicon *self, const char *phrase, const char *value)
{
  g_autofree char *folded = muster_fold (phrase);
  g_autofree char *squeezed = muster_fold_squeezed (folded);
  char            *key;

  if (*folded == '\0' || g_hash_table_contains (self->values, folded))
    return;
  key = g_string_chunk_insert (self->strings, folded);
  g_hash_table_insert (self->values, key, (char *) g_string_chunk_insert_const (self->strings, value));
  if (*squeezed != '\0' && !g_hash_table_contains (self->squeezed, squeezed))
    g_hash_table_insert (self->squeezed,
                         g_string_chunk_insert_const (self->strings, squeezed),
                         (char *) g_string_chunk_insert_const (self->strings, value));
  note_length (self, key);
}

static void
read_lines (MusterLexicon *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *heading = g_strdup ("");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = lines[i];
      char *tab = strchr (line, '\t');
      gsize length = strlen (line);

      if (*line == '#' || *line == '\0')
        continue;
      if (*line == '[' && line[length - 1] == ']')
        {
          g_free (heading);
          heading = g_strndup (line + 1, length - 2);
          continue;
        }
      if (tab != NULL)
        *tab = '\0';
      add_entry (self, line, tab != NULL ? tab + 1 : heading);
    }
}

static MusterLexicon *
load (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, ".txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *text = NULL;
  MusterLexicon   *self;

  if (bytes == NULL)
    g_error ("no word list “%s”: %s", name, error->message);

  self = g_new0 (MusterLexicon, 1);
  self->strings = g_string_chunk_new (4096);
  self->values = g_hash_table_new (g_str_hash, g_str_equal);
  self->squeezed = g_hash_table_new (g_str_hash, g_str_equal);
  self->longest = g_hash_table_new (g_str_hash, g_str_equal);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  read_lines (self, text);

  return self;
}

const MusterLexicon *
muster_lexicon_get (const char *name)
{
  static GMutex      mutex;
  static GHashTable *lexicons;
  MusterLexicon     *self;

  g_mutex_lock (&mutex);
  if (lexicons == NULL)
    lexicons = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (lexicons, name);
  if (self == NULL)
    {
      self = load (name);
      g_hash_table_insert (lexicons, g_strdup (name), self);
    }
  g_mutex_unlock (&mutex);

  return self;
}

const char *
muster_lexicon_lookup (const MusterLexicon *self, const char *phrase)
{
  g_autofree char *folded = muster_fold (phrase);

  return g_hash_table_lookup (self->values, folded);
}

const char *
muster_lexicon_lookup_squeezed (const MusterLexicon *self, const char *phrase)
{
  g_autofree char *squeezed = muster_fold_squeezed (phrase);

  return g_hash_table_lookup (self->squeezed, squeezed);
}

guint
muster_lexicon_longest (const MusterLexicon *self,
                        const char *const   *words,
                        guint                n_words,
                        const char         **value)
{
  g_autoptr (GString) phrase = NULL;
  guint most;

  if (n_words == 0)
    return 0;
  most = MIN (n_words, GPOINTER_TO_UINT (g_hash_table_lookup (self->longest, words[0])));
  if (most == 0)
    return 0;

  phrase = g_string_new (NULL);
  for (guint n = most; n >= 1; n--)
    {
      const char *found;

      g_string_truncate (phrase, 0);
      for (guint i = 0; i < n; i++)
        g_string_append_printf (phrase, "%s%s", i > 0 ? " " : "", words[i]);
      found = g_hash_table_lookup (self->values, phrase->str);
      if (found != NULL)
        {
          if (value != NULL)
            *value = found;
          return n;
        }
    }

  return 0;
}
