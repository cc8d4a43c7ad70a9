/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shapes of e-mail addresses, telephone numbers and web addresses. */

#include "muster-contact.h"
#include "muster-date-range.h"

#include <string.h>

#define MIN_PHONE_DIGITS 7
#define MAX_PHONE_DIGITS 15

#define DASH "\\-‐‑–"

static GRegex *
compile (GRegex **regex, const char *pattern)
{
  if (g_once_init_enter (regex))
    g_once_init_leave (regex, g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));

  return *regex;
}

static GRegex *
email_regex (void)
{
  static GRegex *regex;

  return compile (&regex,
                  "[\\p{L}\\p{N}_.%+" DASH "]*[\\p{L}\\p{N}_]\\s?@\\s?[\\p{L}\\p{N}](?:[\\p{L}\\p{N}" DASH
                  "]*[\\p{L}\\p{N}])?"
                  "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}" DASH
                  "]*[\\p{L}\\p{N}])?)*\\.[a-z]{2,12}(?![\\p{L}\\p{N}])");
}

static GRegex *
phone_regex (void)
{
  static GRegex *regex;

  return compile (&regex,
                  "(?<![\\p{L}\\p{N}/@#_.])(?:\\+|00)?\\(?\\d[\\d\\s()./" DASH "]{5,}\\d(?![\\p{L}\\p{N}@])");
}

static GRegex *
link_regex (void)
{
  static GRegex *regex;

  return compile (&regex,
                  "(?:https?://|www\\.)[^\\s|,;<>()\\[\\]•]+[^\\s|,;<>()\\[\\]•.]|"
                  "(?<![@\\p{L}\\p{N}." DASH "_/])(?:[a-z0-9](?:[a-z0-9" DASH "]*[a-z0-9])?\\.)+"
                  "(?:com|org|net|io|dev|me|de|fr|es|cn|ai|co|uk|eu|info|edu|app|tech|us|ca|ch|at|be|it|nl|"
                  "in|tw|hk|xyz|design|blog|page|site|online|works|"
                  "name|tv|cc|gg|bio|cv|pro|studio|space|cloud|digital|network|world|mx|ar|cl|br|pt|pl|se|no|"
                  "dk|fi|ie|jp|kr|sg|au|nz|za|ae)"
                  "(?![\\p{L}\\p{N}@])(?:/[^\\s|,;<>()\\[\\]•]*[^\\s|,;<>()\\[\\]•.])?");
}

static gboolean
overlaps (const GArray *matches, guint start, guint length)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const MusterContactMatch *match = &g_array_index (matches, MusterContactMatch, i);

      if (start < match->start + match->length && match->start < start + length)
        return TRUE;
    }

  return FALSE;
}

static gboolean
lies_in_date (const GArray *dates, guint position)
{
  for (guint i = 0; i < dates->len; i++)
    {
      const MusterDateRange *range = &g_array_index (dates, MusterDateRange, i);

      if (position >= range->start && position < range->start + range->length)
        return TRUE;
    }

  return FALSE;
}

/* Digits of a possible number; dates and years are none. */
static gboolean
is_phone (const char *text)
{
  g_autoptr (GArray) dates = muster_date_ranges_find (text);
  guint n_digits = 0, n_others = 0, position = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), position++)
    {
      if (!g_ascii_isdigit (*p))
        continue;
      n_digits++;
      n_others += !lies_in_date (dates, position);
    }
  for (guint i = 0; i < dates->len; i++)
    {
      if (g_array_index (dates, MusterDateRange, i).is_range)
        return FALSE;
    }

  return n_others > 0 && n_digits >= MIN_PHONE_DIGITS && n_digits <= MAX_PHONE_DIGITS;
}

/* Names of software that look like addresses. */
static gboolean
is_software (const char *text)
{
  static const char *names[]
      = { "asp.net", "ado.net", "vb.net", "socket.io", "draw.io", "node.js", "ml.net" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (text, names[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
find_kind (GArray *matches, const char *text, GRegex *regex, MusterContactKind kind)
{
  GMatchInfo *info = NULL;

  g_regex_match (regex, text, 0, &info);
  while (g_match_info_matches (info))
    {
      int                from, to;
      g_autofree char   *found = g_match_info_fetch (info, 0);
      MusterContactMatch match = { .kind = kind };

      g_match_info_fetch_pos (info, 0, &from, &to);
      match.start = (guint) g_utf8_pointer_to_offset (text, text + from);
      match.length = (guint) g_utf8_strlen (found, -1);
      if (!overlaps (matches, match.start, match.length) && (kind != MUSTER_CONTACT_PHONE || is_phone (found))
          && (kind != MUSTER_CONTACT_LINK || !is_software (found)))
        g_array_append_val (matches, match);
      g_match_info_next (info, NULL);
    }
  g_match_info_free (info);
}

GArray *
muster_contact_matches (const char *text)
{
  GArray *matches = g_array_new (FALSE, TRUE, sizeof (MusterContactMatch));

  if (strchr (text, '@') != NULL)
    find_kind (matches, text, email_regex (), MUSTER_CONTACT_EMAIL);
  if (strchr (text, '.') != NULL)
    find_kind (matches, text, link_regex (), MUSTER_CONTACT_LINK);
  find_kind (matches, text, phone_regex (), MUSTER_CONTACT_PHONE);

  return matches;
}
