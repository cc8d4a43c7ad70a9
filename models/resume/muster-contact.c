/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contact data are looked for where people put them; an e-mail address or a number with a label also
 * elsewhere, for some put them last. */

#include "muster-contact.h"
#include "muster-date-range.h"
#include "muster-fold.h"
#include "muster-place.h"

#include <string.h>

#define MAX_PROFILES 12

typedef struct
{
  const MusterSheet *sheet;
  const GArray      *lines; /* guint */
  MusterProfile     *profile;
} Reader;

static gboolean
is_contact_kind (MusterSectionKind kind)
{
  return kind == MUSTER_SECTION_TOP || kind == MUSTER_SECTION_CONTACT || kind == MUSTER_SECTION_PERSONAL;
}

GArray *
muster_contact_lines (const MusterSheet *sheet, const GArray *sections)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < sections->len; i++)
        {
          const MusterSection *section = &g_array_index (sections, MusterSection, i);

          if (is_contact_kind (section->kind) && (section->kind == MUSTER_SECTION_TOP) == (pass == 0))
            g_array_append_vals (lines, section->lines->data, section->lines->len);
        }
    }
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      if (muster_sheet_line (sheet, i)->is_running && muster_sheet_line (sheet, i)->page == 0)
        g_array_append_val (lines, i);
    }

  return lines;
}

/* A span without the blanks and odd hyphens that files put into addresses. */
static char *
dup_address (const MusterSheet *sheet, const MusterSpan *spans, guint n_spans)
{
  GString *address = g_string_new (NULL);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *piece = muster_span_dup_text (sheet, spans[i]);
      g_autofree char *plain = g_utf8_normalize (piece, -1, G_NORMALIZE_ALL_COMPOSE);

      for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (c >= 0x2010 && c <= 0x2013)
            c = '-';
          if (!g_unichar_isspace (c) && c != 0xad)
            g_string_append_unichar (address, c);
        }
    }

  return g_string_free (address, FALSE);
}

static MusterValue *
address_value (const MusterSheet *sheet, const MusterSpan *spans, guint n_spans)
{
  g_autofree char *address = dup_address (sheet, spans, n_spans);

  return muster_spans_value_as (sheet, spans, n_spans, address, 0.95);
}

/* "j o h n . d o e @ e x a m p l e . c o m": the line without its blanks */
static gboolean
is_spaced_email (const MusterSheetLine *line, char **address)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GArray) matches = NULL;

  if (strchr (line->text, '@') == NULL)
    return FALSE;
  words = g_strsplit (line->text, " ", -1);
  *address = g_strjoinv ("", words);
  matches = muster_contact_matches (*address);

  return matches->len == 1 && g_array_index (matches, MusterContactMatch, 0).kind == MUSTER_CONTACT_EMAIL
         && g_array_index (matches, MusterContactMatch, 0).length == (guint) g_utf8_strlen (*address, -1);
}

static void
read_email (Reader *reader, guint index, const MusterContactMatch *match)
{
  MusterSpan span = muster_span_within (reader->sheet, index, match->start, match->length);

  if (reader->profile->email == NULL)
    reader->profile->email = address_value (reader->sheet, &span, 1);
}

static void
read_phone (Reader *reader, guint index, const MusterContactMatch *match)
{
  MusterSpan span = muster_span_within (reader->sheet, index, match->start, match->length);

  if (reader->profile->phone == NULL)
    reader->profile->phone = muster_span_value (reader->sheet, span, 0.9);
}

/* Host and path for comparison. */
static char *
dup_link_key (const char *uri)
{
  g_autofree char *lower = muster_fold (uri);
  const char      *p = lower;
  char            *key;
  gsize            n;

  if (strstr (p, "://") != NULL)
    p = strstr (p, "://") + 3;
  if (g_str_has_prefix (p, "www."))
    p += 4;
  key = g_strdup (p);
  n = strlen (key);
  while (n > 0 && (key[n - 1] == '/' || key[n - 1] == '.'))
    key[--n] = '\0';

  return key;
}

static const char *
find_network (const char *key)
{
  static const struct
  {
    const char *host;
    const char *name;
  } networks[] = { { "linkedin.", "LinkedIn" },
                   { "github.", "GitHub" },
                   { "gitlab.", "GitLab" },
                   { "twitter.com", "Twitter" },
                   { "x.com", "X" },
                   { "xing.", "XING" },
                   { "orcid.org", "ORCID" },
                   { "stackoverflow.com", "Stack Overflow" },
                   { "facebook.com", "Facebook" },
                   { "instagram.", "Instagram" },
                   { "medium.com", "Medium" },
                   { "behance.net", "Behance" },
                   { "dribbble.com", "Dribbble" },
                   { "kaggle.com", "Kaggle" },
                   { "youtube.com", "YouTube" },
                   { "scholar.google.", "Google Scholar" },
                   { "researchgate.net", "ResearchGate" },
                   { "bitbucket.org", "Bitbucket" },
                   { "zhihu.com", "Zhihu" },
                   { "gitee.com", "Gitee" },
                   { "soundcloud.com", "SoundCloud" },
                   { "skype:", "Skype" },
                   { "mastodon.", "Mastodon" },
                   { "telegram.", "Telegram" },
                   { "hackerrank.com", "HackerRank" },
                   { "leetcode.com", "LeetCode" } };

  for (gsize i = 0; i < G_N_ELEMENTS (networks); i++)
    {
      const char *found = strstr (key, networks[i].host);

      if (found != NULL && (found == key || found[-1] == '.'))
        return networks[i].name;
    }

  return NULL;
}

static gboolean
is_known_link (const MusterProfile *profile, const char *key)
{
  g_autofree char *url = profile->url != NULL ? dup_link_key (profile->url->text) : g_strdup ("");

  if (*url != '\0' && (g_str_has_prefix (url, key) || g_str_has_prefix (key, url)))
    return TRUE;
  for (guint i = 0; i < profile->profiles->len; i++)
    {
      const MusterOnlineProfile *online = g_ptr_array_index (profile->profiles, i);
      g_autofree char           *other = dup_link_key (online->url->text);

      if (g_str_has_prefix (other, key) || g_str_has_prefix (key, other))
        return TRUE;
    }

  return FALSE;
}

/* (transfer full) @value: an address that is not there yet becomes the homepage or a profile. */
static void
take_link (MusterProfile *profile, MusterValue *value)
{
  g_autofree char *key = dup_link_key (value->text);
  const char      *network = find_network (key);
  const char      *slash = strrchr (key, '/');

  if (strlen (key) < 4 || profile->profiles->len >= MAX_PROFILES || is_known_link (profile, key))
    {
      muster_value_free (value);
      return;
    }
  if (network == NULL && profile->url == NULL)
    profile->url = value;
  else
    {
      MusterOnlineProfile *online = muster_online_profile_new ();

      online->url = value;
      online->network = g_strdup (network);
      online->username = slash != NULL && slash[1] != '\0' ? g_strdup (slash + 1) : NULL;
      g_ptr_array_add (profile->profiles, online);
    }
}

/* An address that reaches the end of its line goes on in the next one when that is one word of its column. */
static guint
find_wrapped_rest (const Reader *reader, guint index, const MusterContactMatch *match)
{
  const MusterSheetLine *line = muster_sheet_line (reader->sheet, index);
  const MusterSheetLine *next
      = index + 1 < reader->sheet->lines->len ? muster_sheet_line (reader->sheet, index + 1) : NULL;
  g_autofree char *last = NULL;
  g_autoptr (GArray) matches = NULL;

  if (match->start + match->length + 1 < line->end - line->start || next == NULL
      || next->region != line->region || next->row == line->row || strchr (next->text, ' ') != NULL
      || next->baseline_pt - line->baseline_pt > 1.8 * line->size_pt)
    return G_MAXUINT;
  last = g_utf8_substring (line->text, line->end - line->start - 1, line->end - line->start);
  matches = muster_contact_matches (next->text);
  if (matches->len > 0 || strstr ("/-‐‑_.=", last) == NULL || strchr (next->text, '@') != NULL)
    return G_MAXUINT;

  return index + 1;
}

static void
read_link (Reader *reader, guint index, const MusterContactMatch *match)
{
  MusterSpan spans[2];
  guint      n = 0, rest = find_wrapped_rest (reader, index, match);

  spans[n++] = muster_span_within (reader->sheet, index, match->start, match->length);
  if (rest != G_MAXUINT)
    {
      spans[0].end = muster_sheet_line (reader->sheet, index)->end;
      spans[n++] = muster_span_of_line (reader->sheet, rest);
    }
  take_link (reader->profile, address_value (reader->sheet, spans, n));
}

static void
read_line (Reader *reader, guint index)
{
  const MusterSheetLine *line = muster_sheet_line (reader->sheet, index);
  g_autoptr (GArray) matches = muster_contact_matches (line->text);
  g_autofree char *spaced = NULL;

  for (guint i = 0; i < matches->len; i++)
    {
      const MusterContactMatch *match = &g_array_index (matches, MusterContactMatch, i);

      if (match->kind == MUSTER_CONTACT_EMAIL)
        read_email (reader, index, match);
      else if (match->kind == MUSTER_CONTACT_PHONE)
        read_phone (reader, index, match);
      else if (!line->is_running || strstr (line->text, "©") == NULL)
        read_link (reader, index, match);
    }
  if (reader->profile->email == NULL && is_spaced_email (line, &spaced))
    reader->profile->email
        = muster_span_value_as (reader->sheet, muster_span_of_line (reader->sheet, index), spaced, 0.8);
}

/* Evidence of a word that carries a link. */
static MusterValue *
link_value (const Reader *reader, const MusterSheetLine *line, const MusterWord *word, const char *address)
{
  MusterPage    *page = muster_document_get_page (reader->sheet->document, line->page);
  MusterEvidence evidence = { .page = muster_page_get_number (page),
                              .box = word->box,
                              .start = word->text_start,
                              .length = word->text_length,
                              .kind = MUSTER_EVIDENCE_LINK };
  g_autofree char *quote = muster_sheet_dup_quote (reader->sheet, &evidence);

  return muster_value_new_quoted (address, quote, evidence, 0.9);
}

/* Text with links in it is not a list of addresses. */
static gboolean
is_sentence (const MusterSheetLine *line)
{
  guint n_blanks = 0;

  for (const char *p = line->text; *p != '\0'; p++)
    n_blanks += *p == ' ';

  return n_blanks > 4 && g_str_has_suffix (line->text, ".");
}

static gboolean
is_matched (const GArray *matches, guint position)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const MusterContactMatch *match = &g_array_index (matches, MusterContactMatch, i);

      if (position >= match->start && position < match->start + match->length)
        return TRUE;
    }

  return FALSE;
}

/* A host of many people without a path says nothing. */
static gboolean
is_bare_network (const char *uri)
{
  g_autofree char *key = dup_link_key (uri);

  return find_network (key) != NULL && strchr (key, '/') == NULL;
}

static void
read_hidden_link (Reader *reader, const MusterSheetLine *line, const MusterWord *word, const char *uri)
{
  if (g_str_has_prefix (uri, "mailto:") && reader->profile->email == NULL)
    {
      g_autofree char *address = g_strndup (uri + 7, strcspn (uri + 7, "?"));

      reader->profile->email = link_value (reader, line, word, address);
    }
  else if (g_str_has_prefix (uri, "tel:") && reader->profile->phone == NULL && strlen (uri) > 10)
    reader->profile->phone = link_value (reader, line, word, uri + 4);
  else if (g_str_has_prefix (uri, "http") && !is_bare_network (uri))
    take_link (reader->profile, link_value (reader, line, word, uri));
}

/* Addresses that stand behind words only. */
static void
read_hidden_links (Reader *reader, guint index)
{
  const MusterSheetLine *line = muster_sheet_line (reader->sheet, index);
  g_autoptr (GArray) matches = muster_contact_matches (line->text);
  MusterPage       *page = muster_document_get_page (reader->sheet->document, line->page);
  const MusterWord *words = muster_sheet_words (reader->sheet, line);
  guint             n_links;
  const MusterLink *links = muster_page_get_links (page, &n_links);

  if (is_sentence (line))
    return;
  for (guint i = 0; i < line->n_words; i++)
    {
      const char *uri
          = words[i].link >= 0 && (guint) words[i].link < n_links ? links[words[i].link].uri : NULL;

      if (uri == NULL || (i > 0 && words[i - 1].link == words[i].link)
          || is_matched (matches, words[i].text_start - line->start))
        continue;
      read_hidden_link (reader, line, &words[i], uri);
    }
}

/* Marks of contact data in front of a number */
static gboolean
has_phone_label (const MusterSheetLine *line)
{
  static const char *labels[] = { "phone",    "tel",   "mobile",   "cell", "mobil", "telefon", "telephone",
                                  "portable", "movil", "telefono", "电话", "手机",  "電話",    "手機" };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (strstr (line->folded, labels[i]) != NULL)
        return TRUE;
    }

  for (const char *plus = strchr (line->text, '+'); plus != NULL; plus = strchr (plus + 1, '+'))
    {
      if (g_ascii_isdigit (plus[1]))
        return TRUE;
    }

  return FALSE;
}

/* What was not where it is mostly put: anywhere but among the people that a resume names. */
static void
read_elsewhere (Reader *reader, const GArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const MusterSection *section = &g_array_index (sections, MusterSection, i);

      if (section->kind == MUSTER_SECTION_REFERENCES || is_contact_kind (section->kind))
        continue;
      for (guint j = 0; j < section->lines->len; j++)
        {
          guint                  index = g_array_index (section->lines, guint, j);
          const MusterSheetLine *line = muster_sheet_line (reader->sheet, index);
          g_autoptr (GArray) matches = muster_contact_matches (line->text);

          for (guint k = 0; k < matches->len; k++)
            {
              const MusterContactMatch *match = &g_array_index (matches, MusterContactMatch, k);

              if (match->kind == MUSTER_CONTACT_EMAIL)
                read_email (reader, index, match);
              else if (match->kind == MUSTER_CONTACT_PHONE && has_phone_label (line))
                read_phone (reader, index, match);
            }
        }
    }
}

static gboolean
is_name (const MusterProfile *profile, MusterSpan span)
{
  const MusterEvidence *name = profile->name != NULL ? &profile->name->evidence : NULL;

  return name != NULL && span.start < name->start + name->length && name->start < span.end;
}

/* The city of a piece that is a place, or of an address with a street. */
static gboolean
read_city (Reader *reader, MusterSpan span)
{
  g_autofree char *text = muster_span_dup_text (reader->sheet, span);
  gboolean         is_place = muster_text_is_place (text);
  const char      *piece = text;
  gboolean         has_digit = strpbrk (text, "0123456789") != NULL;

  while (piece != NULL)
    {
      gsize            bytes = strcspn (piece, ",(/|");
      g_autofree char *part = g_strndup (piece, bytes);
      guint            start = (guint) g_utf8_pointer_to_offset (text, piece);
      MusterSpan       own
          = { span.line, span.start + start, span.start + start + (guint) g_utf8_strlen (part, -1) };

      g_strstrip (part);
      if ((is_place && piece == text)
          || ((is_place || has_digit || strchr (text, ',') != NULL) && muster_text_is_city (part)))
        {
          g_autofree char *folded = muster_fold (part);

          own = muster_span_trim (reader->sheet, own);
          if (own.end > own.start && strcmp (folded, "remote") != 0 && !is_name (reader->profile, own))
            {
              reader->profile->city = muster_span_value (reader->sheet, own, is_place ? 0.85 : 0.7);
              return TRUE;
            }
        }
      piece = piece[bytes] != '\0' ? piece + bytes + 1 : NULL;
    }

  return FALSE;
}

/* Pieces of a contact line: between signs, labels and what is an address or number. */
static gboolean
read_city_of_line (Reader *reader, guint index)
{
  const MusterSheetLine *line = muster_sheet_line (reader->sheet, index);
  g_autoptr (GArray) matches = muster_contact_matches (line->text);
  guint n = line->end - line->start, begin = 0;

  if (line->dates->len > 0 && g_array_index (line->dates, MusterDateRange, 0).is_range)
    return FALSE;
  for (guint i = 0; i <= n; i++)
    {
      const char *at = g_utf8_offset_to_pointer (line->text, i);
      gunichar    c = i < n ? g_utf8_get_char (at) : 0;
      gboolean    is_cut = i == n || g_utf8_strchr ("|•·◆;:", -1, c) != NULL;
      guint       next = i + 1;

      for (guint j = 0; j < matches->len; j++)
        {
          const MusterContactMatch *match = &g_array_index (matches, MusterContactMatch, j);

          if (i == match->start)
            {
              is_cut = TRUE;
              next = match->start + match->length;
            }
        }
      if (!is_cut)
        continue;
      if (i > begin)
        {
          MusterSpan span
              = muster_span_trim (reader->sheet, muster_span_within (reader->sheet, index, begin, i - begin));

          if (span.end > span.start && read_city (reader, span))
            return TRUE;
        }
      begin = next;
      i = MAX (i, next - 1);
    }

  return FALSE;
}

/**
 * muster_contact_read:
 *
 * Fills in what the person can be reached by. Visible addresses go before those that stand behind words only.
 */
void
muster_contact_read (const MusterSheet *sheet, const GArray *sections, MusterProfile *profile)
{
  g_autoptr (GArray) lines = muster_contact_lines (sheet, sections);
  Reader reader = { sheet, lines, profile };

  for (guint i = 0; i < lines->len; i++)
    read_line (&reader, g_array_index (lines, guint, i));
  for (guint i = 0; i < lines->len; i++)
    read_hidden_links (&reader, g_array_index (lines, guint, i));
  if (profile->email == NULL || profile->phone == NULL)
    read_elsewhere (&reader, sections);
}

void
muster_contact_read_city (const MusterSheet *sheet, const GArray *sections, MusterProfile *profile)
{
  g_autoptr (GArray) lines = muster_contact_lines (sheet, sections);
  Reader reader = { sheet, lines, profile };

  for (guint i = 0; i < lines->len && profile->city == NULL; i++)
    read_city_of_line (&reader, g_array_index (lines, guint, i));
}

static gboolean
is_from_picture (const MusterSheet *sheet, guint start)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const MusterSheetLine *line = muster_sheet_line (sheet, i);

      if (start >= line->start && start < line->end)
        return line->is_recognised;
    }

  return FALSE;
}

static gboolean
is_initial (char **words, char letter)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == letter)
        return TRUE;
    }

  return FALSE;
}

void
muster_contact_mend_email (const MusterSheet *sheet, MusterProfile *profile)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  if (profile->email == NULL || profile->name == NULL
      || !is_from_picture (sheet, profile->email->evidence.start))
    return;
  folded = muster_fold (profile->name->text);
  words = g_strsplit_set (folded, " -", -1);
  for (guint skip = 1; skip <= 2 && strlen (profile->email->text) > skip + 4; skip++)
    {
      for (guint i = 0; words[i] != NULL; i++)
        {
          if (strlen (words[i]) < 4 || !g_str_has_prefix (profile->email->text + skip, words[i])
              || (skip == 1 && is_initial (words, profile->email->text[0])))
            continue;

          g_autofree char *mended = g_strdup (profile->email->text + skip);

          g_free (profile->email->text);
          profile->email->text = g_steal_pointer (&mended);
          return;
        }
    }
}
