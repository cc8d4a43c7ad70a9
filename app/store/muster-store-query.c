/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The query language: words must all be there; "several words" stand side by side; prefix* begins a word; OR between
 * two of these means either of them (and binds closer than the blank: engineer Java OR C++ is engineer and one of the
 * two). Anything else is text. Each item is cut by the tokenizer of the index, so a single Chinese character becomes
 * a prefix and what has no letter or digit falls out. */

#include "muster-store-query.h"

#include "muster-store-tokenizer.h"

#include <string.h>

#define MAX_ITEMS 32
#define MAX_QUERY_BYTES 2000
#define SNIPPET_BEFORE 60
#define SNIPPET_LENGTH 200
#define MAX_HITS 4096

typedef struct
{
  char    *text;
  gboolean is_prefix;
  gboolean is_quoted;
  gboolean is_alternative; /* OR stands before it */
} Item;

static void
item_clear (Item *item)
{
  g_free (item->text);
}

typedef struct
{
  guint    n;
  gboolean is_one_character;
} TokenCount;

static int
count_token (const char *token, gsize length, gsize start, gsize end, gboolean is_alternative, gpointer user_data)
{
  TokenCount *count = user_data;

  count->n++;
  count->is_one_character
      = muster_store_is_paired (g_utf8_get_char (token)) && g_utf8_next_char (token) == token + length;

  return 0;
}

/* Reads one item at @p; the text of the item, if any, goes into @items. */
static const char *
read_item (const char *p, GArray *items, gboolean *is_alternative)
{
  gboolean    is_quoted = *p == '"';
  const char *start = is_quoted ? p + 1 : p, *end = start;
  Item        item = { 0 };
  TokenCount  count = { 0 };

  while (*end != '\0' && *end != '"' && (is_quoted || !g_unichar_isspace (g_utf8_get_char (end))))
    end = g_utf8_next_char (end);
  p = is_quoted && *end == '"' ? end + 1 : end;
  if (!is_quoted && end - start == 2 && strncmp (start, "OR", 2) == 0)
    {
      *is_alternative = items->len > 0;
      return p;
    }

  muster_store_tokenize (start, (gsize) (end - start), MUSTER_TOKENS_OF_QUERY, count_token, &count);
  if (count.n == 0)
    return p;
  item.is_quoted = is_quoted;
  item.is_prefix = (is_quoted ? *p == '*' : end[-1] == '*') || (count.n == 1 && count.is_one_character);
  item.is_alternative = *is_alternative;
  item.text = g_strndup (start, (gsize) (end - start));
  g_array_append_val (items, item);
  *is_alternative = FALSE;

  return p;
}

static GArray *
read_items (const char *query)
{
  GArray          *items = g_array_new (FALSE, FALSE, sizeof (Item));
  gboolean         is_alternative = FALSE;
  g_autofree char *valid = g_utf8_make_valid (query, (gssize) strnlen (query, MAX_QUERY_BYTES));
  const char      *p = valid;

  g_array_set_clear_func (items, (GDestroyNotify) item_clear);
  while (*p != '\0' && items->len < MAX_ITEMS)
    {
      if (g_unichar_isspace (g_utf8_get_char (p)) || *p == '*')
        p = g_utf8_next_char (p);
      else
        p = read_item (p, items, &is_alternative);
    }

  return items;
}

static void
append_item (GString *match, const Item *item)
{
  g_string_append_c (match, '"');
  for (const char *p = item->text; *p != '\0'; p++)
    if (*p != '"')
      g_string_append_c (match, *p);
  g_string_append (match, item->is_prefix ? "\"*" : "\"");
}

char *
muster_store_query_to_match (const char *query)
{
  g_autoptr (GArray)  items = query != NULL ? read_items (query) : NULL;
  g_autoptr (GString) match = g_string_new (NULL);

  if (items == NULL || items->len == 0)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      gboolean    is_followed = i + 1 < items->len && g_array_index (items, Item, i + 1).is_alternative;

      if (i > 0)
        g_string_append (match, item->is_alternative ? " OR " : " AND ");
      if (is_followed && !item->is_alternative)
        g_string_append_c (match, '(');
      append_item (match, item);
      if (item->is_alternative && !is_followed)
        g_string_append_c (match, ')');
    }

  return g_string_free (g_steal_pointer (&match), FALSE);
}

typedef struct
{
  char    *text;
  gboolean is_prefix;
} Wanted;

typedef struct
{
  guint start; /* bytes */
  guint end;
  guint wanted; /* which of the wanted tokens stands here */
} Hit;

typedef struct
{
  GArray  *wanted; /* Wanted */
  GArray  *hits;   /* Hit */
  gboolean is_prefix;
} Search;

static void
wanted_clear (Wanted *wanted)
{
  g_free (wanted->text);
}

static int
add_wanted (const char *token, gsize length, gsize start, gsize end, gboolean is_alternative, gpointer user_data)
{
  Search *search = user_data;
  Wanted  wanted = { g_strndup (token, length), search->is_prefix };

  g_array_append_val (search->wanted, wanted);

  return 0;
}

static int
find_wanted (const char *token, gsize length, gsize start, gsize end, gboolean is_alternative, gpointer user_data)
{
  Search *search = user_data;

  for (guint i = 0; i < search->wanted->len; i++)
    {
      const Wanted *wanted = &g_array_index (search->wanted, Wanted, i);
      gsize         wanted_length = strlen (wanted->text);
      Hit           hit = { (guint) start, (guint) end, i };

      if (length < wanted_length || (length > wanted_length && !wanted->is_prefix)
          || memcmp (token, wanted->text, wanted_length) != 0)
        continue;
      g_array_append_val (search->hits, hit);
      break;
    }

  return search->hits->len < MAX_HITS ? 0 : 1;
}

/* The hit from which most different tokens lie within the length of a snippet. */
static guint
find_best (const GArray *hits)
{
  guint best = 0, best_n = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      guint64 seen = 0;
      guint   n = 0, from = g_array_index (hits, Hit, i).start;

      for (guint j = i; j < hits->len && g_array_index (hits, Hit, j).end - from < SNIPPET_LENGTH - SNIPPET_BEFORE;
           j++)
        {
          guint64 bit = (guint64) 1 << (g_array_index (hits, Hit, j).wanted % 64);

          n += (seen & bit) == 0;
          seen |= bit;
        }
      if (n > best_n)
        {
          best = i;
          best_n = n;
        }
    }

  return best;
}

static char *
cut_snippet (const char *text, gsize length, gsize at)
{
  g_autoptr (GString) snippet = g_string_new (NULL);
  const char         *from = text + at, *to;
  gboolean            is_blank = TRUE;

  for (guint i = 0; i < SNIPPET_BEFORE && from > text; i++)
    from = g_utf8_prev_char (from);
  while (from > text && from < text + at && !g_unichar_isspace (g_utf8_get_char (from))
         && !muster_store_is_paired (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  to = from;
  for (guint i = 0; i < SNIPPET_LENGTH && to < text + length; i++)
    to = g_utf8_next_char (to);

  if (from > text)
    g_string_append (snippet, "…");
  for (const char *p = from; p < to; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (snippet, c);
      else if (!is_blank)
        g_string_append_c (snippet, ' ');
      is_blank = g_unichar_isspace (c);
    }
  g_strchomp (snippet->str);
  snippet->len = strlen (snippet->str);
  if (to < text + length)
    g_string_append (snippet, "…");

  return g_string_free (g_steal_pointer (&snippet), FALSE);
}

char *
muster_store_query_to_snippet (const char *query, const char *text, guint *place)
{
  g_autoptr (GArray) items = read_items (query);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  Search             search = { wanted, hits, FALSE };
  gsize              length = strlen (text), at = 0;

  g_array_set_clear_func (wanted, (GDestroyNotify) wanted_clear);
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      search.is_prefix = item->is_prefix;
      muster_store_tokenize (item->text, strlen (item->text), MUSTER_TOKENS_OF_QUERY, add_wanted, &search);
    }
  muster_store_tokenize (text, length, MUSTER_TOKENS_OF_TEXT, find_wanted, &search);
  if (hits->len > 0)
    at = g_array_index (hits, Hit, find_best (hits)).start;
  *place = (guint) g_utf8_strlen (text, (gssize) at);

  return cut_snippet (text, length, at);
}
