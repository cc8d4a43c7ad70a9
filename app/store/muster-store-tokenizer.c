/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tokenizer "muster" of FTS5. Alphabets: runs of letters and digits, case folded, accents stripped. Chinese,
 * Japanese and Korean: overlapping pairs, and in a text also the last character of a run alone, so that every single
 * character is the beginning of some token and a query for one works by prefix. Names of technologies that letters
 * and digits cannot tell: C++, C#, .NET. */

#include "muster-store-tokenizer.h"

#include "muster-store.h"

#include <string.h>

#define MAX_TOKEN_BYTES 192

typedef struct
{
  const char        *text;
  const char        *end;
  MusterTokenPurpose purpose;
  MusterTokenFunc    each;
  gpointer           user_data;
  GString           *token;
  gunichar           base; /* last letter of the token, in its folded form */
  int                result;
} Tokenizing;

/* Letters that Unicode does not take apart but people type apart. */
static const struct
{
  gunichar    letter;
  const char *folded;
} letters[] = {
  { 0x00df, "ss" }, { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" },  { 0x00fe, "th" },
  { 0x0111, "d" },  { 0x0131, "i" },  { 0x0142, "l" }, { 0x0153, "oe" }, { 0x03c2, "\xcf\x83" },
};

gboolean
muster_store_is_paired (gunichar c)
{
  if (c < 0x1100)
    return FALSE;
  if (c == 0x30fc || c == 0xff70) /* the sign that lengthens a vowel belongs to no script */
    return TRUE;

  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN: /* radicals too, which PDF fonts give in place of the character and Unicode calls
                                  symbols */
      return TRUE;
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return g_unichar_isalnum (c);
    default:
      return FALSE;
    }
}

/* Signs that take no room and that files put inside words: soft hyphen, zero-width joiners, word joiner, byte order
 * mark. */
static gboolean
is_unseen (gunichar c)
{
  return c == 0x00ad || (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff;
}

/* In other scripts (Devanagari, Thai, Tamil) a mark is a vowel and makes another word. */
static gboolean
mark_is_accent (gunichar base)
{
  switch (g_unichar_get_script (base))
    {
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
append_folded_letter (Tokenizing *self, gunichar c)
{
  c = g_unichar_tolower (c);
  self->base = c;
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == c)
      {
        g_string_append (self->token, letters[i].folded);
        return;
      }
  g_string_append_unichar (self->token, c);
}

static void
append_folded (Tokenizing *self, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize    n_parts;

  if (self->token->len >= MAX_TOKEN_BYTES)
    return;
  if (c < 0x80)
    {
      self->base = (gunichar) g_ascii_tolower ((char) c);
      g_string_append_c (self->token, (char) self->base);
      return;
    }

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      if (g_unichar_isalnum (parts[i]))
        append_folded_letter (self, parts[i]);
      else if (g_unichar_ismark (parts[i]) && self->token->len > 0 && !mark_is_accent (self->base))
        g_string_append_unichar (self->token, parts[i]);
    }
}

static gboolean
emit (Tokenizing *self, const char *token, gsize length, const char *start, const char *end, gboolean is_alternative)
{
  if (length == 0)
    return TRUE;
  self->result = self->each (token, length, (gsize) (start - self->text), (gsize) (end - self->text), is_alternative,
                             self->user_data);

  return self->result == 0;
}

/* The + or ++ or # that ends a name and begins nothing: "C++", "C#", but not "a+b", "10+" or "item#5a". */
static const char *
find_suffix_end (Tokenizing *self, const char *p)
{
  const char *after = p;
  gunichar    next;

  if (p >= self->end || !g_unichar_isalpha (self->base))
    return p;
  if (*p == '#')
    after = p + 1;
  else
    while (after < self->end && *after == '+' && after - p < 2)
      after++;
  next = after < self->end ? g_utf8_get_char (after) : 0;
  if (g_unichar_isalpha (next) || (after - p == 1 && *p == '+' && g_unichar_isalnum (next)))
    return p;

  return after;
}

/* ".NET" has its dot before it. Inside a word (ASP.NET) it is one only in capitals: most resumes name some address
 * that ends in ".net". */
static gboolean
is_dot_net (Tokenizing *self, const char *start, const char *end)
{
  gboolean begins_word;

  if (start == self->text || start[-1] != '.' || end - start != 3 || g_ascii_strncasecmp (start, "net", 3) != 0)
    return FALSE;
  begins_word = start - 1 == self->text || (!g_ascii_isalnum (start[-2]) && (guchar) start[-2] < 0x80);
  if (begins_word)
    return TRUE;

  return self->purpose == MUSTER_TOKENS_OF_TEXT && *start == 'N';
}

static const char *
take_word (Tokenizing *self, const char *start)
{
  const char *p = start, *after;
  gsize       bare_length;

  g_string_truncate (self->token, 0);
  for (; p < self->end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_unseen (c))
        continue;
      if (!(g_unichar_isalnum (c) || g_unichar_ismark (c)) || muster_store_is_paired (c))
        break;
      append_folded (self, c);
    }

  if (is_dot_net (self, start, p))
    {
      if (emit (self, ".net", 4, start - 1, p, FALSE) && self->purpose == MUSTER_TOKENS_OF_TEXT)
        emit (self, "net", 3, start, p, TRUE);
      return p;
    }

  after = find_suffix_end (self, p);
  bare_length = self->token->len;
  g_string_append_len (self->token, p, after - p);
  if (!emit (self, self->token->str, self->token->len, start, after, FALSE))
    return after;
  /* "Notepad++" is found as Notepad too; "C++" is not C. */
  if (after > p && bare_length > 2 && self->purpose == MUSTER_TOKENS_OF_TEXT)
    emit (self, self->token->str, bare_length, start, p, TRUE);

  return after;
}

/* A line that ends between two characters of a word without blanks is no end of the word. */
static const char *
skip_line_break (Tokenizing *self, const char *p)
{
  const char *after = p;

  while (after < self->end && is_unseen (g_utf8_get_char (after)))
    after = g_utf8_next_char (after);
  if (after < self->end && *after == '\n')
    after++;

  return after < self->end && muster_store_is_paired (g_utf8_get_char (after)) ? after : p;
}

/* Compatibility forms (radicals as PDF fonts give them, half-width letters) to the plain character; syllables stay
 * whole. */
static gunichar
plain_character (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts)) == 1)
    return parts[0];

  return c;
}

static const char *
take_paired (Tokenizing *self, const char *start)
{
  const char *p = start, *previous = start, *after = start;
  char        pair[16];
  int         previous_length = 0;
  guint       n = 0;

  do
    {
      int length;

      length = g_unichar_to_utf8 (plain_character (g_utf8_get_char (p)), pair + previous_length);
      after = g_utf8_next_char (p);
      if (n > 0 && !emit (self, pair, (gsize) (previous_length + length), previous, after, FALSE))
        return after;
      memmove (pair, pair + previous_length, (gsize) length);
      previous_length = length;
      previous = p;
      p = skip_line_break (self, after);
      n++;
    }
  while (p < self->end && muster_store_is_paired (g_utf8_get_char (p)));

  if (n == 1 || self->purpose == MUSTER_TOKENS_OF_TEXT)
    emit (self, pair, (gsize) previous_length, previous, after, n > 1);

  return after;
}

/**
 * muster_store_tokenize:
 * @text: valid UTF-8
 * @each: called for every token in order
 *
 * Returns: 0, or what @each gave to stop.
 */
int
muster_store_tokenize (const char        *text,
                       gsize              length,
                       MusterTokenPurpose purpose,
                       MusterTokenFunc    each,
                       gpointer           user_data)
{
  g_autoptr (GString) token = g_string_sized_new (MAX_TOKEN_BYTES + 32);
  Tokenizing          self = { text, text + length, purpose, each, user_data, token, 0, 0 };
  const char         *p = text;

  while (p < self.end && self.result == 0)
    {
      gunichar c = g_utf8_get_char (p);

      if (muster_store_is_paired (c))
        p = take_paired (&self, p);
      else if (g_unichar_isalnum (c))
        p = take_word (&self, p);
      else
        p = g_utf8_next_char (p);
    }

  return self.result;
}

typedef struct
{
  void *context;
  int (*take) (void *, int, const char *, int, int, int);
} Fts5Sink;

static int
hand_to_fts5 (const char *token, gsize length, gsize start, gsize end, gboolean is_alternative, gpointer user_data)
{
  Fts5Sink *sink = user_data;

  return sink->take (sink->context, is_alternative ? FTS5_TOKEN_COLOCATED : 0, token, (int) length, (int) start,
                     (int) end);
}

static int
fts5_create (void *context, const char **arguments, int n_arguments, Fts5Tokenizer **tokenizer)
{
  *tokenizer = (Fts5Tokenizer *) hand_to_fts5; /* there is no state; FTS5 asks for a pointer that is not NULL */

  return SQLITE_OK;
}

static void
fts5_delete (Fts5Tokenizer *tokenizer)
{
}

/* Text from a damaged file may not be UTF-8; everything else was checked before it was stored. */
static int
fts5_tokenize (Fts5Tokenizer *tokenizer,
               void          *context,
               int            flags,
               const char    *text,
               int            length,
               int (*take) (void *, int, const char *, int, int, int))
{
  Fts5Sink           sink = { context, take };
  MusterTokenPurpose purpose = flags & FTS5_TOKENIZE_QUERY ? MUSTER_TOKENS_OF_QUERY : MUSTER_TOKENS_OF_TEXT;
  g_autofree char   *valid = NULL;

  if (text == NULL || length <= 0)
    return SQLITE_OK;
  if (!g_utf8_validate (text, length, NULL))
    {
      valid = g_utf8_make_valid (text, length);
      return muster_store_tokenize (valid, strlen (valid), purpose, hand_to_fts5, &sink);
    }

  return muster_store_tokenize (text, (gsize) length, purpose, hand_to_fts5, &sink);
}

/** muster_store_find_fts5: Returns: (transfer none) (nullable): the interface of the full-text search of a
 * connection. */
fts5_api *
muster_store_find_fts5 (sqlite3 *database)
{
  fts5_api     *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (database, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);

  return api;
}

/** muster_store_tokenizer_register: makes the tokenizer known to a connection. */
gboolean
muster_store_tokenizer_register (sqlite3 *database, GError **error)
{
  fts5_tokenizer functions = { fts5_create, fts5_delete, fts5_tokenize };
  fts5_api      *api = muster_store_find_fts5 (database);

  if (api == NULL || api->xCreateTokenizer (api, "muster", NULL, &functions, NULL) != SQLITE_OK)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_FAILED,
                   "This SQLite (%s) has no full-text search (FTS5); install one that has.", sqlite3_libversion ());
      return FALSE;
    }

  return TRUE;
}
