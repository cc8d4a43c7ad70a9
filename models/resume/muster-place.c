/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place is cut at its commas; every part must be known, or the first one is a name and a known country or
 * state follows. */

#include "muster-place.h"
#include "muster-fold.h"
#include "muster-lexicon.h"
#include "muster-title.h"

#include <string.h>

#define MAX_PARTS 4
#define MAX_NAME_WORDS 3

typedef enum
{
  PART_UNKNOWN,
  PART_CITY,
  PART_REGION,
} Part;

static gboolean
has_digit (const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        return TRUE;
    }

  return FALSE;
}

/* Without postcodes and signs at the ends: "D-10115 Berlin" -> "Berlin" */
static char *
dup_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  GString *name = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || has_digit (words[i]))
        continue;
      if (name->len > 0)
        g_string_append_c (name, ' ');
      g_string_append (name, words[i]);
    }
  while (name->len > 0 && strchr ("()-.;:", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  while (name->len > 0 && strchr ("()-.;:", name->str[0]) != NULL)
    g_string_erase (name, 0, 1);

  return g_string_free (name, FALSE);
}

gboolean
muster_text_is_city (const char *text)
{
  g_autofree char *name = dup_name (text);

  return muster_lexicon_lookup (muster_lexicon_get ("cities"), name) != NULL
         || muster_lexicon_lookup (muster_lexicon_get ("cities-more"), name) != NULL;
}

/* 北京市海淀区: a known city with its district behind it */
static gboolean
is_chinese_address (const char *name)
{
  glong            n = g_utf8_strlen (name, -1);
  g_autofree char *city = n >= 3 ? g_utf8_substring (name, 0, 2) : NULL;
  const char      *last = n >= 3 ? g_utf8_offset_to_pointer (name, n - 1) : NULL;

  if (city == NULL || n > 12 || !muster_unichar_is_cjk (g_utf8_get_char (name))
      || !muster_text_is_city (city))
    return FALSE;

  return g_utf8_strchr ("区區市县縣镇省路号號", -1, g_utf8_get_char (last)) != NULL;
}

static Part
classify (const char *text, gboolean is_first)
{
  g_autofree char *name = dup_name (text);
  const char      *region;

  if (*name == '\0')
    return PART_UNKNOWN;
  region = muster_lexicon_lookup (muster_lexicon_get ("regions"), name);
  if (g_strcmp0 (region, "state") == 0)
    {
      g_autofree char *upper = g_utf8_strup (name, -1);

      if (is_first || strcmp (upper, name) != 0)
        region = NULL;
    }
  if (region != NULL)
    return PART_REGION;

  return muster_text_is_city (name) || is_chinese_address (name) ? PART_CITY : PART_UNKNOWN;
}

/* A few capitalised words that name neither an organisation nor a job */
static gboolean
is_name (const char *text)
{
  g_autofree char *name = dup_name (text);
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);

  if (n == 0 || n > MAX_NAME_WORDS || !g_unichar_isupper (g_utf8_get_char (name)) || strlen (name) < 3)
    return FALSE;

  return muster_organisation_score (name) < 0.5 && muster_title_score (name) < 0.4
         && !muster_text_names_school (name);
}

static gboolean
are_place (char **parts, guint n)
{
  guint    n_known = 0;
  gboolean has_city = FALSE;
  Part     last = PART_UNKNOWN;

  for (guint i = 0; i < n; i++)
    {
      last = classify (parts[i], i == 0);
      if (last == PART_UNKNOWN && (i > 0 || n == 1 || !is_name (parts[i])))
        return FALSE;
      n_known += last != PART_UNKNOWN;
      has_city |= last == PART_CITY;
    }

  return n_known == n || (n > 1 && last == PART_REGION && !has_city);
}

/**
 * muster_text_is_place:
 *
 * Returns: whether the whole of @text says where something is.
 */
gboolean
muster_text_is_place (const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = g_strdup (text);
  guint            n;

  if (strlen (text) > 80)
    return FALSE;
  g_strdelimit (plain, "(/|;", ',');
  parts = g_strsplit (plain, ",", MAX_PARTS + 1);
  n = g_strv_length (parts);
  while (n > 0 && *g_strstrip (parts[n - 1]) == '\0')
    n--;
  if (n == 0 || n > MAX_PARTS)
    return FALSE;
  if (are_place (parts, n))
    return TRUE;

  /* "Québec City (Remote)", "Berlin Germany" */
  if (n == 1)
    {
      g_auto (GStrv) words = g_strsplit (parts[0], " ", -1);

      return g_strv_length (words) == 2 && are_place (words, 2) && classify (words[0], TRUE) == PART_CITY;
    }

  return FALSE;
}

/**
 * muster_text_place_start:
 *
 * Returns: where the place at the end of @text begins with its comma, in code points; the length of @text
 * where there is none.
 */
guint
muster_text_place_start (const char *text)
{
  const char *comma = strchr (text, ',');

  while (comma != NULL)
    {
      if (comma > text && muster_text_is_place (comma + 1))
        return (guint) g_utf8_pointer_to_offset (text, comma);
      comma = strchr (comma + 1, ',');
    }

  return (guint) g_utf8_strlen (text, -1);
}
