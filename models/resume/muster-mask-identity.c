/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of one person wherever they stand: whole or in part, in capitals, with an initial, glued together. A word
 * counts where it is written as a name is, with a capital letter; a short one only beside another part of the name,
 * so that nobody's Go or R is taken for one. */

#include "muster-fold.h"
#include "muster-lexicon.h"
#include "muster-mask-find.h"
#include "muster-title.h"

#include <string.h>

#define MIN_LONE_LETTERS 3
#define MIN_FORGIVEN_LETTERS 6
#define MIN_HANDLE_LETTERS 4
#define MAX_PARTS 8
#define MAX_PARTICLES 2
#define MAX_WORDS 24

struct _MusterMaskIdentity
{
  GPtrArray *words; /* folded, of alphabets */
  GPtrArray *ideographs; /* whole names and given names as they are written */
  GPtrArray *surnames; /* of one or two ideographs: only before a form of address */
  GPtrArray *handles; /* folded: "asorbo", "anika_sorbo" */
  GPtrArray *hints;   /* letters before an @, and parts of addresses in the web: names are written into them */
  gboolean   is_forgiving;
};

/* A run of letters of an alphabet. */
typedef struct
{
  guint    start;
  guint    end;
  char    *folded;
  gboolean has_capital;
  gboolean is_name;
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

MusterMaskIdentity *
muster_mask_identity_new (void)
{
  MusterMaskIdentity *self = g_new0 (MusterMaskIdentity, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->ideographs = g_ptr_array_new_with_free_func (g_free);
  self->surnames = g_ptr_array_new_with_free_func (g_free);
  self->handles = g_ptr_array_new_with_free_func (g_free);
  self->hints = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
muster_mask_identity_free (MusterMaskIdentity *self)
{
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->ideographs);
  g_ptr_array_unref (self->surnames);
  g_ptr_array_unref (self->handles);
  g_ptr_array_unref (self->hints);
  g_free (self);
}

void
muster_mask_identity_forgive (MusterMaskIdentity *self)
{
  self->is_forgiving = TRUE;
}

static gboolean
is_letter (gunichar c)
{
  return (g_unichar_isalpha (c) || g_unichar_ismark (c)) && !muster_unichar_is_cjk (c);
}

static GArray *
cut_words (const gunichar *wide, glong n)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  glong   i = 0;

  g_array_set_clear_func (words, word_clear);
  while (i < n)
    {
      glong            from = i;
      g_autofree char *verbatim = NULL;
      Word             word = { 0 };

      if (!is_letter (wide[i]))
        {
          i++;
          continue;
        }
      while (i < n && is_letter (wide[i]))
        i++;
      verbatim = g_ucs4_to_utf8 (wide + from, i - from, NULL, NULL, NULL);
      word.start = (guint) from;
      word.end = (guint) i;
      word.folded = muster_fold (verbatim != NULL ? verbatim : "");
      word.has_capital = !g_unichar_islower (wide[from]);
      g_array_append_val (words, word);
    }

  return words;
}

static gboolean
contains (const GPtrArray *array, const char *text)
{
  for (guint i = 0; i < array->len; i++)
    if (strcmp (g_ptr_array_index (array, i), text) == 0)
      return TRUE;

  return FALSE;
}

static void
add_to (GPtrArray *array, const char *text)
{
  if (*text != '\0' && array->len < MAX_WORDS && !contains (array, text))
    g_ptr_array_add (array, g_strdup (text));
}

/* Words that stand in names and are none, and what people put before the @ when it is not their name. */
static gboolean
is_no_name (const char *folded)
{
  static const char *const others[]
      = { "de", "del", "della", "der", "den", "von", "van", "zu", "la", "le", "da", "dos", "do", "di", "al", "el",
          "bin", "ibn", "und", "ter", "ten", "du", "des", "san", "af", "av", "and", "mr", "mrs", "ms", "miss", "dr",
          "prof", "phd", "msc", "mba", "bsc", "med", "dipl", "ing", "herr", "frau", "jr", "sr", "info", "mail",
          "email", "contact", "kontakt", "contacto", "hello", "hallo", "hola", "bonjour", "jobs", "job", "work",
          "office", "bewerbung", "resume", "lebenslauf", "curriculum", "vitae", "dev", "developer", "engineer",
          "design", "designer", "marketing", "sales", "career", "karriere", "application", "post", "name",
          "senior", "junior", "admin", "student", "example", "test", "user", "the", "for", "web", "data", "code",
          "art", "studio" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (folded, others[i]) == 0)
      return TRUE;

  return FALSE;
}

/* A title that was taken for a name must not cover every title of the resume. */
static gboolean
is_title_word (const char *word)
{
  return muster_title_score (word) >= 0.65
         && g_strcmp0 (muster_lexicon_lookup (muster_lexicon_get ("surnames"), word), "trade") != 0;
}

static void
add_ideographs (MusterMaskIdentity *self, const gunichar *wide, glong n)
{
  g_autofree char *whole = NULL, *given = NULL, *surname = NULL;
  glong            n_surname = 1;

  if (n < 2 || n > 5)
    return;
  whole = g_ucs4_to_utf8 (wide, n, NULL, NULL, NULL);
  if (n >= 3)
    {
      g_autofree char *two = g_ucs4_to_utf8 (wide, 2, NULL, NULL, NULL);

      n_surname = muster_lexicon_lookup (muster_lexicon_get ("surnames"), two) != NULL ? 2 : 1;
    }
  surname = g_ucs4_to_utf8 (wide, n_surname, NULL, NULL, NULL);
  given = g_ucs4_to_utf8 (wide + n_surname, n - n_surname, NULL, NULL, NULL);
  add_to (self->ideographs, whole);
  if (n - n_surname >= 2)
    add_to (self->ideographs, given);
  add_to (self->surnames, surname);
}

/** muster_mask_identity_add_name: @name: as a resume writes it, in any order. */
void
muster_mask_identity_add_name (MusterMaskIdentity *self, const char *name)
{
  glong                n = 0;
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (name, -1, &n);
  g_autoptr (GArray)   words = cut_words (wide, n);
  g_autofree gunichar *ideographs = g_new0 (gunichar, (gsize) n + 1);
  glong                n_ideographs = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->end - word->start >= 2 && !is_no_name (word->folded) && !is_title_word (word->folded))
        add_to (self->words, word->folded);
    }
  for (glong i = 0; i < n; i++)
    if (muster_unichar_is_cjk (wide[i]))
      ideographs[n_ideographs++] = wide[i];
  add_ideographs (self, ideographs, n_ideographs);
}

/* Long enough for a first and a family name, and no number. */
static void
add_hint (MusterMaskIdentity *self, const char *text)
{
  g_autofree char *squeezed = muster_fold_squeezed (text);

  if (strlen (squeezed) >= MIN_HANDLE_LETTERS && !is_no_name (squeezed))
    add_to (self->hints, squeezed);
}

/** muster_mask_identity_add_mail: What stands before the @, cut at its signs. */
void
muster_mask_identity_add_mail (MusterMaskIdentity *self, const char *mail)
{
  g_autofree char     *local = g_strndup (mail, strcspn (mail, "@"));
  glong                n = 0;
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (local, -1, &n);
  g_autoptr (GArray)   words = cut_words (wide, n);

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->end - word->start >= MIN_LONE_LETTERS && !is_no_name (word->folded) && !is_title_word (word->folded))
        add_to (self->words, word->folded);
    }
  if (strlen (local) >= MIN_HANDLE_LETTERS)
    {
      g_autofree char *handle = muster_fold (local);

      if (!is_no_name (handle))
        add_to (self->handles, handle);
    }
  add_hint (self, local);
}

void
muster_mask_identity_add_link (MusterMaskIdentity *self, const char *uri)
{
  g_autofree char *folded = muster_fold (uri);
  g_auto (GStrv)   parts = NULL;
  const char      *last;
  gsize            n = strlen (folded);

  while (n > 0 && folded[n - 1] == '/')
    folded[--n] = '\0';
  parts = g_strsplit (strstr (folded, "://") != NULL ? strstr (folded, "://") + 3 : folded, "/", MAX_PARTS);
  last = strrchr (folded, '/');
  for (guint i = 1; parts[i] != NULL; i++)
    add_hint (self, parts[i]);
  if (last != NULL && last > folded && last[-1] != '/' && strlen (last + 1) >= MIN_HANDLE_LETTERS
      && strpbrk (last, "?=&#") == NULL)
    add_to (self->handles, last + 1);
}

static gboolean
is_hinted (const MusterMaskIdentity *self, const char *folded)
{
  for (guint i = 0; i < self->hints->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (self->hints, i), folded)
        || g_str_has_suffix (g_ptr_array_index (self->hints, i), folded))
      return TRUE;

  return FALSE;
}

gboolean
muster_mask_identity_is_known (const MusterMaskIdentity *self)
{
  return self->words->len > 0 || self->ideographs->len > 0;
}

void
muster_mask_identity_add_head (MusterMaskIdentity *self, const char *text)
{
  glong                n = 0;
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (text, -1, &n);
  g_autoptr (GArray)   words = cut_words (wide, n);

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->has_capital && strlen (word->folded) >= MIN_LONE_LETTERS && !is_no_name (word->folded)
          && is_hinted (self, word->folded) && !is_title_word (word->folded))
        add_to (self->words, word->folded);
    }
}

/* At most one letter put in, left out or exchanged. */
static gboolean
is_almost (const char *a, const char *b)
{
  gsize n = strlen (a), m = strlen (b), same = 0, tail = 0;

  if (n > m + 1 || m > n + 1)
    return FALSE;
  while (same < n && same < m && a[same] == b[same])
    same++;
  while (tail < n - same && tail < m - same && a[n - 1 - tail] == b[m - 1 - tail])
    tail++;

  return same + tail + 1 >= MAX (n, m);
}

static guint
count_contained (const MusterMaskIdentity *self, const char *folded)
{
  guint n = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      const char *name = g_ptr_array_index (self->words, i);

      n += strlen (name) >= MIN_LONE_LETTERS && strstr (folded, name) != NULL;
    }

  return n;
}

static gboolean
is_name (const MusterMaskIdentity *self, const Word *word)
{
  gsize length = strlen (word->folded);

  for (guint i = 0; i < self->words->len; i++)
    {
      const char *name = g_ptr_array_index (self->words, i);
      gsize       n = strlen (name);

      if (strcmp (name, word->folded) == 0)
        return TRUE;
      if (n >= MIN_LONE_LETTERS && length == n + 1 && word->folded[n] == 's' && g_str_has_prefix (word->folded, name))
        return TRUE;
      if (self->is_forgiving && n >= MIN_FORGIVEN_LETTERS && is_almost (name, word->folded))
        return TRUE;
    }

  return length >= 2 * MIN_LONE_LETTERS && count_contained (self, word->folded) >= 2;
}

/* Nothing but a blank or two, a dot, a hyphen or a comma between two parts of one name. */
static gboolean
is_beside (const gunichar *wide, const Word *a, const Word *b)
{
  if (b->start - a->end > 3)
    return FALSE;
  for (guint i = a->end; i < b->start; i++)
    if (!g_unichar_isspace (wide[i]) && g_utf8_strchr (".,-‐‑'’·_", -1, wide[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* A verb may stand beside an auxiliary one ("will grant"): small letters count only where no blank parts them. */
static gboolean
is_company (const gunichar *wide, const Word *a, const Word *b)
{
  return is_beside (wide, a, b) && ((a->has_capital && b->has_capital) || !g_unichar_isspace (wide[a->end]));
}

static void
add_match (GArray *matches, guint start, guint end)
{
  MusterMaskMatch match = { MUSTER_MASK_NAME, start, end - start };

  g_array_append_val (matches, match);
}

/* "von der" between two parts; how many particles stand after the name at @i, 0 when no other part follows. */
static guint
count_particles (const GArray *words, const gunichar *wide, guint i)
{
  guint n = 0;

  while (i + n + 1 < words->len
         && is_beside (wide, &g_array_index (words, Word, i + n), &g_array_index (words, Word, i + n + 1)))
    {
      const Word *next = &g_array_index (words, Word, i + n + 1);

      if (next->is_name)
        return n;
      if (n == MAX_PARTICLES || next->end - next->start > 3)
        return 0;
      n++;
    }

  return 0;
}

/* Particles between parts of the name, and initials before them, go with it. */
static void
join_parts (GArray *words, const gunichar *wide)
{
  for (guint i = 0; i < words->len; i++)
    {
      Word *word = &g_array_index (words, Word, i);
      Word *next = i + 1 < words->len ? word + 1 : NULL;

      if (word->is_name)
        for (guint n = count_particles (words, wide, i); n > 0; n--)
          word[n].is_name = TRUE;
      else if (next != NULL && next->is_name && is_beside (wide, word, next) && word->end - word->start == 1
               && word->has_capital && wide[word->end] == '.')
        word->is_name = TRUE;
    }
}

static void
find_words (const MusterMaskIdentity *self, const gunichar *wide, glong n, GArray *matches)
{
  g_autoptr (GArray) words = cut_words (wide, n);

  for (guint i = 0; i < words->len; i++)
    g_array_index (words, Word, i).is_name = is_name (self, &g_array_index (words, Word, i));
  for (guint i = 0; i < words->len; i++)
    {
      Word    *word = &g_array_index (words, Word, i);
      Word    *before = i > 0 ? word - 1 : NULL, *after = i + 1 < words->len ? word + 1 : NULL;
      gboolean has_company = (before != NULL && before->is_name && is_company (wide, before, word))
                             || (after != NULL && after->is_name && is_company (wide, word, after));

      word->is_name = word->is_name
                      && (has_company || (word->has_capital && word->end - word->start >= MIN_LONE_LETTERS));
    }
  join_parts (words, wide);
  for (guint i = 0; i < words->len; i++)
    {
      guint first = i;

      if (!g_array_index (words, Word, i).is_name)
        continue;
      while (i + 1 < words->len && g_array_index (words, Word, i + 1).is_name
             && is_beside (wide, &g_array_index (words, Word, i), &g_array_index (words, Word, i + 1)))
        i++;
      add_match (matches, g_array_index (words, Word, first).start, g_array_index (words, Word, i).end);
    }
}

/* Its ideographs in a row, blanks between them do not matter. 0: it does not stand here. */
static guint
match_ideographs (const gunichar *wide, glong n, glong at, const char *name)
{
  glong i = at;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      while (p != name && i < n && g_unichar_isspace (wide[i]) && wide[i] != '\n')
        i++;
      if (i >= n || wide[i] != g_utf8_get_char (p))
        return 0;
      i++;
    }

  return (guint) (i - at);
}

static gboolean
has_address_after (const gunichar *wide, glong n, glong at)
{
  static const char *const forms[] = { "先生", "女士", "小姐", "同学", "老师", "经理", "工程师", "总监", "主管" };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (match_ideographs (wide, n, at, forms[i]) > 0)
      return TRUE;

  return FALSE;
}

static void
find_ideographs (const MusterMaskIdentity *self, const gunichar *wide, glong n, GArray *matches)
{
  for (glong at = 0; at < n; at++)
    {
      guint length = 0;

      if (!muster_unichar_is_cjk (wide[at]))
        continue;
      for (guint i = 0; i < self->ideographs->len; i++)
        length = MAX (length, match_ideographs (wide, n, at, g_ptr_array_index (self->ideographs, i)));
      for (guint i = 0; i < self->surnames->len && length == 0; i++)
        {
          guint surname = match_ideographs (wide, n, at, g_ptr_array_index (self->surnames, i));

          if (surname > 0 && has_address_after (wide, n, at + surname))
            length = surname;
        }
      if (length == 0)
        continue;
      add_match (matches, (guint) at, (guint) at + length);
      at += length - 1;
    }
}

static gboolean
is_handle_sign (gunichar c)
{
  return g_unichar_isalnum (c) || g_utf8_strchr ("_.-", -1, c) != NULL;
}

static void
find_handles (const MusterMaskIdentity *self, const gunichar *wide, glong n, GArray *matches)
{
  for (glong i = 0; i < n && self->handles->len > 0; i++)
    {
      glong            from = i;
      g_autofree char *verbatim = NULL, *folded = NULL;

      while (i < n && is_handle_sign (wide[i]))
        i++;
      if (i - from < MIN_HANDLE_LETTERS)
        continue;
      verbatim = g_ucs4_to_utf8 (wide + from, i - from, NULL, NULL, NULL);
      folded = muster_fold (verbatim != NULL ? verbatim : "");
      if (contains (self->handles, folded))
        add_match (matches, (guint) from, (guint) i);
    }
}

void
muster_mask_find_names (const MusterMaskIdentity *self, const char *text, GArray *matches)
{
  glong                n = 0;
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (text, -1, &n);

  find_words (self, wide, n, matches);
  find_ideographs (self, wide, n, matches);
  find_handles (self, wide, n, matches);
}
