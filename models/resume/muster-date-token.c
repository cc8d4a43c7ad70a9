/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cutting of a line into numbers, words and signs. */

#include "muster-date-token.h"
#include "muster-fold.h"

/* A line with more pieces is no line of dates. */
#define MAX_TOKENS 1000

static void
token_clear (gpointer data)
{
  MusterDateToken *token = data;

  g_free (token->word);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

static glong
take_number (const gunichar *text, glong n, glong i, MusterDateToken *token)
{
  token->kind = MUSTER_DATE_TOKEN_NUMBER;
  while (i < n && g_unichar_isdigit (text[i]))
    {
      token->number = MIN (token->number * 10 + g_unichar_digit_value (text[i]), 100000000);
      token->n_digits++;
      i++;
    }

  return i;
}

static glong
take_word (const gunichar *text, glong n, glong i, MusterDateToken *token)
{
  glong            from = i;
  g_autofree char *verbatim = NULL;

  token->kind = MUSTER_DATE_TOKEN_WORD;
  if (muster_unichar_is_cjk (text[i]))
    {
      token->sign = text[i];
      i++;
    }
  else
    {
      while (i < n && !muster_unichar_is_cjk (text[i])
             && (g_unichar_isalpha (text[i]) || g_unichar_ismark (text[i])
                 || (is_apostrophe (text[i]) && i + 1 < n && g_unichar_isalpha (text[i + 1]))))
        i++;
    }
  verbatim = g_ucs4_to_utf8 (text + from, i - from, NULL, NULL, NULL);
  token->word = muster_fold (verbatim != NULL ? verbatim : "");

  return i;
}

GArray *
muster_date_tokens_new (const char *text)
{
  GArray              *tokens = g_array_new (FALSE, TRUE, sizeof (MusterDateToken));
  glong                n = 0, i = 0;
  g_autofree gunichar *wide = g_utf8_to_ucs4 (text, -1, NULL, &n, NULL);
  gboolean             is_glued = FALSE;

  g_array_set_clear_func (tokens, token_clear);
  while (wide != NULL && i < n && tokens->len < MAX_TOKENS)
    {
      MusterDateToken token = { .start = (guint) i, .is_glued = is_glued };

      if (g_unichar_isspace (wide[i]))
        {
          is_glued = FALSE;
          i++;
          continue;
        }
      if (g_unichar_isdigit (wide[i]))
        i = take_number (wide, n, i, &token);
      else if (g_unichar_isalpha (wide[i]))
        i = take_word (wide, n, i, &token);
      else
        {
          token.kind = MUSTER_DATE_TOKEN_SIGN;
          token.sign = wide[i];
          i++;
        }
      token.end = (guint) i;
      is_glued = TRUE;
      g_array_append_val (tokens, token);
    }

  return tokens;
}
