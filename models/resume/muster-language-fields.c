/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages are found by their names; what stands between one and the next says how well. */

#include "muster-list-fields.h"
#include "muster-fold.h"
#include "muster-lexicon.h"

#include <string.h>

#define MAX_LANGUAGES 30
#define MAX_FLUENCY_LENGTH 60

typedef struct
{
  guint start; /* code points of the span's text */
  guint end;
  char *folded;
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static void
add_word (GArray *words, const gunichar *wide, glong from, glong to)
{
  Word             word = { (guint) from, (guint) to, NULL };
  g_autofree char *verbatim = g_ucs4_to_utf8 (wide + from, to - from, NULL, NULL, NULL);

  word.folded = muster_fold (verbatim != NULL ? verbatim : "");
  g_array_append_val (words, word);
}

/* Words of letters; Chinese text as every run of two to three characters that could be a name. */
static GArray *
cut_words (const char *text)
{
  GArray              *words = g_array_new (FALSE, FALSE, sizeof (Word));
  glong                n = 0, i = 0;
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (text, -1, &n);

  g_array_set_clear_func (words, word_clear);
  while (i < n)
    {
      glong from = i;

      if (!g_unichar_isalpha (wide[i]))
        i++;
      else if (muster_unichar_is_cjk (wide[i]))
        {
          for (glong length = 4; length >= 2; length--)
            {
              if (i + length <= n)
                add_word (words, wide, i, i + length);
            }
          i++;
        }
      else
        {
          while (i < n && !muster_unichar_is_cjk (wide[i])
                 && (g_unichar_isalpha (wide[i]) || g_unichar_ismark (wide[i])))
            i++;
          add_word (words, wide, from, i);
        }
    }

  return words;
}

/* The language whose name begins at word @i; *n words. */
static const char *
match (const GArray *words, guint i, guint *n)
{
  const char *phrase[4] = { NULL };
  const char *code = NULL;
  guint       n_words = 0;

  for (guint j = i; j < words->len && n_words < 3; j++)
    {
      const Word *word = &g_array_index (words, Word, j);

      if (n_words > 0 && word->start > g_array_index (words, Word, j - 1).end + 2)
        break;
      phrase[n_words++] = word->folded;
    }
  *n = muster_lexicon_longest (muster_lexicon_get ("languages"), phrase, n_words, &code);

  return *n > 0 ? code : NULL;
}

static gboolean
has_language (const MusterProfile *profile, const char *code)
{
  for (guint i = 0; i < profile->languages->len; i++)
    {
      const MusterLanguage *language = g_ptr_array_index (profile->languages, i);
      const char *other = muster_lexicon_lookup (muster_lexicon_get ("languages"), language->language->text);

      if (g_strcmp0 (other, code) == 0)
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  guint       start;
  guint       end;
  const char *code;
} Found;

static GArray *
find_in (const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GArray) words = cut_words (text);
  guint end = 0;

  for (guint i = 0; i < words->len; i++)
    {
      guint       n;
      const char *code;
      Found       one;

      if (g_array_index (words, Word, i).start < end)
        continue;
      code = match (words, i, &n);
      if (code == NULL)
        continue;
      one = (Found){ g_array_index (words, Word, i).start, g_array_index (words, Word, i + n - 1).end, code };
      end = one.end;
      g_array_append_val (found, one);
    }

  return found;
}

static MusterValue *
fluency_value (const MusterSheet *sheet, MusterSpan span, guint start, guint end)
{
  MusterSpan between
      = muster_span_trim (sheet, (MusterSpan){ span.line, span.start + start, span.start + end });

  if (between.end <= between.start || between.end - between.start > MAX_FLUENCY_LENGTH)
    return NULL;

  return muster_span_value (sheet, between, 0.7);
}

/**
 * muster_languages_read:
 * @spans: pieces of lines in which languages are listed
 *
 * Adds the languages found to @profile; a language counts once.
 */
void
muster_languages_read (const MusterSheet *sheet,
                       const MusterSpan  *spans,
                       guint              n_spans,
                       MusterProfile     *profile)
{
  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *text = muster_span_dup_text (sheet, spans[i]);
      g_autoptr (GArray) found = find_in (text);

      for (guint j = 0; j < found->len && profile->languages->len < MAX_LANGUAGES; j++)
        {
          const Found    *one = &g_array_index (found, Found, j);
          guint           end = j + 1 < found->len ? one[1].start : spans[i].end - spans[i].start;
          MusterSpan      span = { spans[i].line, spans[i].start + one->start, spans[i].start + one->end };
          MusterLanguage *language;

          if (has_language (profile, one->code))
            continue;
          language = muster_language_new ();
          language->language = muster_span_value (sheet, span, 0.95);
          language->fluency = fluency_value (sheet, spans[i], one->end, end);
          g_ptr_array_add (profile->languages, language);
        }
    }
}
