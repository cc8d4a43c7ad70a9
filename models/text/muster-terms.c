/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms are cut once, over the code points of the original text, so that every term knows its place. A term
 * remembers whether a hyphen, a dot or nothing but a change from letters to digits ties it to the next:
 * "e-mail", "B.Sc" and "HTML5" are two terms that also count as one. */

#include "muster-terms.h"
#include "muster-fold.h"

#include <string.h>

typedef struct
{
  char          *folded;
  char          *verbatim;
  MusterTextSpan span;
  gboolean       is_tied;  /* to the term after it */
  gboolean       was_tied; /* to the term before it */
} Term;

struct _MusterTerms
{
  GArray *terms;
};

/* No phrase is tied out of more pieces than this: "U.S.S.R". */
#define MAX_TIED 4

static void
term_clear (gpointer data)
{
  Term *term = data;

  g_free (term->folded);
  g_free (term->verbatim);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
is_word (gunichar c)
{
  return (is_letter (c) || g_unichar_isdigit (c)) && !muster_unichar_is_cjk (c);
}

static gunichar
at (const gunichar *text, glong n, glong i)
{
  return i >= 0 && i < n ? text[i] : 0;
}

/* Whether the ASCII word stands at @i and ends there. */
static gboolean
stands_at (const gunichar *text, glong n, glong i, const char *word)
{
  glong length = (glong) strlen (word);

  for (glong j = 0; j < length; j++)
    {
      gunichar c = at (text, n, i + j);

      if (c >= 0x80 || g_ascii_tolower ((char) c) != word[j])
        return FALSE;
    }

  return !is_word (at (text, n, i + length));
}

/* Names of products go on behind these dots: Node.js, ASP.NET, socket.io. Elsewhere a dot ends a sentence. */
static gboolean
is_product_suffix (const gunichar *text, glong n, glong dot)
{
  static const char *suffixes[] = { "js", "net", "io", "ai", "py", "ts", "rb", "com", "org", "app" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (stands_at (text, n, dot + 1, suffixes[i]))
        return TRUE;
    }

  return FALSE;
}

/* Signs that belong to the name behind a letter: C++, C#, F#, A+. */
static glong
take_trailing_signs (const gunichar *text, glong n, glong end)
{
  glong after = end;

  if (at (text, n, end) == '#' && !is_word (at (text, n, end + 1)))
    return end + 1;
  while (at (text, n, after) == '+')
    after++;

  return after == end + 1 && is_word (at (text, n, after)) ? end : after;
}

/* The end of the term that starts at @start: a run of letters or of digits, with what belongs inside a name.
 */
static glong
find_end (const gunichar *text, glong n, glong start)
{
  gboolean has_digits = g_unichar_isdigit (text[start]);
  glong    i = start + 1;

  if (text[start] == '.')
    i++;
  while (i < n)
    {
      gunichar c = text[i];

      if (is_word (c) && g_unichar_isdigit (c) == has_digits)
        i++;
      else if (c == '.' && !has_digits && is_product_suffix (text, n, i))
        i++;
      else if ((c == '.' || c == ',') && has_digits && g_unichar_isdigit (at (text, n, i + 1)))
        i++;
      else if (c == '&' && !has_digits && is_letter (at (text, n, i + 1)) && is_letter (text[i - 1]))
        i++;
      else if ((c == '\'' || c == 0x2019) && !has_digits && is_letter (at (text, n, i + 1)))
        i++;
      else
        break;
    }

  return has_digits ? i : take_trailing_signs (text, n, i);
}

/* Where the term after one that ended at @end begins if it is tied to it, else -1. */
static glong
find_tied (const gunichar *text, glong n, glong start, glong end)
{
  gunichar c = at (text, n, end);

  if (is_word (c))
    return end;
  if (c == 0x00ad || c == 0x200b)
    return is_word (at (text, n, end + 1)) ? end + 1 : -1;
  if ((c == '-' || (c >= 0x2010 && c <= 0x2011)) && is_word (at (text, n, end + 1)))
    return end + 1;
  if (c == '.' && end - start <= 2 && is_letter (text[start]) && is_letter (at (text, n, end + 1)))
    return end + 1;

  return -1;
}

static void
add_term (
    MusterTerms *self, const gunichar *text, glong start, glong end, gboolean was_tied, gboolean is_tied)
{
  Term term = { .span = { (guint) start, (guint) (end - start) }, .was_tied = was_tied, .is_tied = is_tied };

  term.verbatim = g_ucs4_to_utf8 (text + start, end - start, NULL, NULL, NULL);
  if (term.verbatim == NULL)
    return;
  term.folded = muster_fold (term.verbatim);
  g_array_append_val (self->terms, term);
}

static void
cut (MusterTerms *self, const gunichar *text, glong n)
{
  gboolean was_tied = FALSE;
  glong    i = 0;

  while (i < n)
    {
      gboolean is_net = text[i] == '.' && !is_word (at (text, n, i - 1)) && stands_at (text, n, i + 1, "net");
      glong    end, tied;

      if (muster_unichar_is_cjk (text[i]))
        {
          add_term (self, text, i, i + 1, FALSE, FALSE);
          i++;
          continue;
        }
      if (!is_word (text[i]) && !is_net)
        {
          i++;
          continue;
        }
      end = find_end (text, n, i);
      tied = find_tied (text, n, i, end);
      add_term (self, text, i, end, was_tied, tied >= 0);
      was_tied = tied >= 0;
      i = tied >= 0 ? tied : end;
    }
}

/**
 * muster_terms_new:
 * @text: UTF-8
 *
 * Returns: (transfer full): its terms in order.
 */
MusterTerms *
muster_terms_new (const char *text)
{
  MusterTerms         *self = g_new0 (MusterTerms, 1);
  g_autofree gunichar *wide = NULL;
  glong                n = 0;

  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->terms, term_clear);
  wide = g_utf8_to_ucs4 (text, -1, NULL, &n, NULL);
  if (wide != NULL)
    cut (self, wide, n);

  return self;
}

void
muster_terms_free (MusterTerms *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->terms);
  g_free (self);
}

guint
muster_terms_get_n (const MusterTerms *self)
{
  return self->terms->len;
}

/**
 * muster_terms_get:
 * @span: (out) (nullable): its place in the original text
 *
 * Returns: (transfer none): the folded term.
 */
const char *
muster_terms_get (const MusterTerms *self, guint index, MusterTextSpan *span)
{
  g_return_val_if_fail (index < self->terms->len, NULL);

  const Term *term = &g_array_index (self->terms, Term, index);

  if (span != NULL)
    *span = term->span;

  return term->folded;
}

/* "pump" and "pumps", "box" and "boxes", "library" and "libraries". */
static gboolean
is_plural_of (const char *plural, const char *singular)
{
  gsize n = strlen (singular);
  gsize n_plural = strlen (plural);

  if (n < 3 || n_plural <= n || !g_ascii_isalpha (singular[n - 1]))
    return FALSE;
  if (strncmp (plural, singular, n) == 0)
    {
      gboolean hisses = strchr ("sxzh", singular[n - 1]) != NULL;

      return (strcmp (plural + n, "s") == 0 && singular[n - 1] != 's')
             || (hisses && strcmp (plural + n, "es") == 0);
    }

  return singular[n - 1] == 'y' && n_plural == n + 2 && strncmp (plural, singular, n - 1) == 0
         && strcmp (plural + n - 1, "ies") == 0;
}

static gboolean
are_same_word (const char *a, const char *b)
{
  return strcmp (a, b) == 0 || is_plural_of (a, b) || is_plural_of (b, a);
}

/* The letters of terms @from to @from + @n - 1 without what ties them. */
static void
join_tied (const MusterTerms *self, guint from, guint n, GString *joined)
{
  g_string_truncate (joined, 0);
  for (guint i = 0; i < n; i++)
    g_string_append (joined, g_array_index (self->terms, Term, from + i).folded);
}

static guint
count_tied (const MusterTerms *self, guint from)
{
  guint n = 1;

  while (n < MAX_TIED && from + n < self->terms->len
         && g_array_index (self->terms, Term, from + n - 1).is_tied)
    n++;

  return n;
}

/* A short name is easily something else: it wants its own case, and to stand alone ("T-shirt" has no skill
 * T). */
static gboolean
is_short_name (const Term *term)
{
  glong length = g_utf8_strlen (term->verbatim, -1);

  return length <= 2 && g_unichar_isalpha (g_utf8_get_char (term->verbatim))
         && !muster_unichar_is_cjk (g_utf8_get_char (term->verbatim));
}

static gboolean
are_same_term (const Term *term, const Term *wanted)
{
  if (!is_short_name (wanted))
    return are_same_word (term->folded, wanted->folded);
  if (strcmp (term->verbatim, wanted->verbatim) != 0)
    return FALSE;

  return (wanted->is_tied || !term->is_tied) && (wanted->was_tied || !term->was_tied);
}

/* How many terms of the text at @place the phrase takes from its term @wanted on, 0 when it does not stand
 * there; *used: terms of the phrase that one step answered. */
static guint
match_step (const MusterTerms *self, guint place, const MusterTerms *phrase, guint wanted, guint *used)
{
  g_autoptr (GString) theirs = NULL, ours = NULL;
  guint n_tied = count_tied (self, place);
  guint n_wanted = count_tied (phrase, wanted);

  *used = 1;
  if (are_same_term (&g_array_index (self->terms, Term, place), &g_array_index (phrase->terms, Term, wanted)))
    return 1;
  if (n_tied == 1 && n_wanted == 1)
    return 0;

  theirs = g_string_new (NULL);
  ours = g_string_new (NULL);
  for (guint i = n_tied; i >= 1; i--)
    {
      join_tied (self, place, i, theirs);
      for (guint j = n_wanted; j >= 1; j--)
        {
          if (i == 1 && j == 1)
            continue;
          join_tied (phrase, wanted, j, ours);
          if (ours->len > 2 && are_same_word (theirs->str, ours->str))
            {
              *used = j;
              return i;
            }
        }
    }

  return 0;
}

/* Number of terms from @place on that make the phrase, 0 when they do not. */
static guint
match_phrase (const MusterTerms *self, guint place, const MusterTerms *phrase)
{
  guint taken = 0;
  guint wanted = 0;

  while (wanted < phrase->terms->len)
    {
      guint used, n;

      if (place + taken >= self->terms->len)
        return 0;
      n = match_step (self, place + taken, phrase, wanted, &used);
      if (n == 0)
        return 0;
      taken += n;
      wanted += used;
    }

  return taken;
}

/**
 * muster_terms_find:
 * @at: (out) (nullable): the index of the first term found
 * @span: (out) (nullable): the place of all of them in the original text
 *
 * Returns: whether @phrase, which must not be empty, occurs at or after term @from.
 */
gboolean
muster_terms_find (
    const MusterTerms *self, const MusterTerms *phrase, guint from, guint *at_term, MusterTextSpan *span)
{
  if (phrase->terms->len == 0)
    return FALSE;

  for (guint i = from; i < self->terms->len; i++)
    {
      guint n = match_phrase (self, i, phrase);

      if (n == 0)
        continue;
      if (at_term != NULL)
        *at_term = i;
      if (span != NULL)
        {
          MusterTextSpan first = g_array_index (self->terms, Term, i).span;
          MusterTextSpan last = g_array_index (self->terms, Term, i + n - 1).span;

          *span = (MusterTextSpan){ first.start, last.start + last.length - first.start };
        }
      return TRUE;
    }

  return FALSE;
}
