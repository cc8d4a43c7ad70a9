/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People also write their skills as sentences ("Proficient in Java, Python and SQL") and set them side by side with
 * nothing but blanks between. Words that lead in go, names that are known part such runs, and of a long sentence the
 * names of tools are left. */

#include "muster-skill-items.h"
#include "muster-tool-mention.h"

#include <string.h>

#define MAX_ITEM_WORDS 8
/* So many names in a row are a list. */
#define MIN_NAMES 3

/* Words before a list; case does not count. */
static const char lead_pattern[]
    = "^(?:(?:i am|i have|have|has|very|highly|strong|good|solid|basic|working|advanced|excellent|sound|deep|extensive|"
      "hands-on|practical|thorough)\\s+)*"
      "(?:proficien(?:t|cy)|experienced?|knowledge|skilled|familiar(?:ity)?|expert(?:ise)?|competent|well[- ]versed|"
      "comfortable|command)\\s+(?:in|with|of|at|using)\\s+"
      "|^(?:(?:sehr|gute[rn]?|gut|fundierte|solide|sichere[rn]?|sicher|vertiefte|umfangreiche|langjährige|praktische)"
      "\\s+)*(?:kenntnisse|grundkenntnisse|anwenderkenntnisse|umgang|erfahrung(?:en)?|vertraut|versiert|geübt|sicher|"
      "erfahren)\\s+(?:in|im|mit|von)\\s+(?:umgang mit\\s+)?"
      "|^(?:(?:très|bonnes?|solides?|excellentes?)\\s+)*(?:maîtrise|connaissances?|expérience|pratique|utilisation|"
      "à l['’]aise)\\s+(?:de\\s+|d['’]|du\\s+|des\\s+|en\\s+|avec\\s+|sur\\s+)(?:l['’]|la\\s+|le\\s+|les\\s+)?"
      "|^(?:(?:buen|buenos|amplios?|sólidos|alto|gran|excelente)\\s+)*(?:dominio|manejo|conocimientos?|experiencia)\\s+"
      "(?:de|del|en|con)\\s+(?:el\\s+|la\\s+|los\\s+|las\\s+)?"
      "|^能?够?(?:熟练|熟悉|精通|掌握|了解|擅长)(?:使用|掌握|运用|操作|应用)?";

static const char joiner_pattern[] = "\\s+(?:and|und|sowie|et|y|e)\\s+|\\s*(?:和|及|与|以及)\\s*";

typedef struct
{
  const MusterSheet *sheet;
  GArray            *items; /* MusterSkillItem: what comes out */
  gboolean           in_sentence;
} Refiner;

static GRegex *
get_regex (GRegex **regex, const char *pattern)
{
  if (g_once_init_enter (regex))
    g_once_init_leave (regex, g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));

  return *regex;
}

static GRegex *
get_lead (void)
{
  static GRegex *regex;

  return get_regex (&regex, lead_pattern);
}

static GRegex *
get_joiner (void)
{
  static GRegex *regex;

  return get_regex (&regex, joiner_pattern);
}

/* FALSE: the text does not match; else code points of the match. */
static gboolean
find (GRegex *regex, const char *text, guint *start, guint *end)
{
  g_autoptr (GMatchInfo) info = NULL;
  int from, to;

  if (!g_regex_match (regex, text, 0, &info) || !g_match_info_fetch_pos (info, 0, &from, &to))
    return FALSE;
  *start = (guint) g_utf8_pointer_to_offset (text, text + from);
  *end = (guint) g_utf8_pointer_to_offset (text, text + to);

  return TRUE;
}

static void
add_span (Refiner *refiner, MusterSpan span)
{
  MusterSkillItem item = { .spans = { muster_span_trim (refiner->sheet, span) }, .n_spans = 1 };

  if (item.spans[0].end > item.spans[0].start)
    g_array_append_val (refiner->items, item);
}

static void
add_mentions (Refiner *refiner, MusterSpan span, const GArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const MusterToolMention *mention = &g_array_index (mentions, MusterToolMention, i);
      guint                    start = span.start + mention->start;

      add_span (refiner, (MusterSpan){ span.line, start, start + mention->length });
    }
}

static gboolean
is_in_mention (const GArray *mentions, guint position)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const MusterToolMention *mention = &g_array_index (mentions, MusterToolMention, i);

      if (position >= mention->start && position < mention->start + mention->length)
        return TRUE;
    }

  return FALSE;
}

/* Whether a text is nothing but names of tools, and words that join them; two names without such a word may be one
 * ("AWS EC2"). */
static gboolean
is_all_mentions (const char *text, const GArray *mentions)
{
  g_autoptr (GString) rest = g_string_new (" ");
  g_autofree char *others = NULL;
  guint            position = 0;
  gboolean         is_joined;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), position++)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_in_mention (mentions, position))
        continue;
      g_string_append_unichar (rest, g_unichar_isalnum (c) ? c : ' ');
    }
  g_string_append_c (rest, ' ');
  others = g_regex_replace (get_joiner (), rest->str, -1, 0, " ", 0, NULL);

  is_joined = g_regex_match (get_joiner (), rest->str, 0, NULL);

  return mentions->len >= (is_joined ? 2 : MIN_NAMES) && others != NULL && *g_strstrip (others) == '\0';
}

static guint
count_words (const char *text)
{
  guint n = 1;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == ' ';

  return n;
}

/* Of a sentence that is too long to be a skill, the tools that it names. */
static void
add_sentence (Refiner *refiner, const MusterSpan *spans, guint n_spans)
{
  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *text = muster_span_dup_text (refiner->sheet, spans[i]);
      g_autoptr (GArray) mentions = muster_tool_mentions_find (text, FALSE);

      if (!muster_sentence_denies (text))
        add_mentions (refiner, spans[i], mentions);
    }
}

/* Cuts at words that join: @span is part of a list in a sentence. */
static void
add_joined (Refiner *refiner, MusterSpan span)
{
  guint start, end;

  while (span.end > span.start)
    {
      g_autofree char *text = muster_span_dup_text (refiner->sheet, span);

      if (!find (get_joiner (), text, &start, &end) || start == 0)
        break;
      add_span (refiner, (MusterSpan){ span.line, span.start, span.start + start });
      span.start += end;
    }
  add_span (refiner, span);
}

/* "and SQL": the last of a list */
static void
skip_joiner (const MusterSheet *sheet, MusterSpan *span)
{
  static const char *const words[] = { "and ", "und ", "sowie ", "et ", "y " };
  g_autofree char         *text = muster_span_dup_text (sheet, *span);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_has_prefix (text, words[i]))
        {
          span->start += (guint) strlen (words[i]);
          return;
        }
    }
}

/* Code points up to the first full stop that another sentence follows, 0: there is none. */
static guint
find_stop (const char *text)
{
  for (const char *stop = strstr (text, ". "); stop != NULL; stop = strstr (stop + 1, ". "))
    {
      if (stop - text > 3 && g_ascii_islower (stop[-1]) && g_ascii_islower (stop[-2]) && g_ascii_islower (stop[-3])
          && g_unichar_isupper (g_utf8_get_char (stop + 2)))
        return (guint) g_utf8_pointer_to_offset (text, stop) + 1;
    }

  return 0;
}

/* @is_listed: other items stand in the same sentence. Where nothing is listed and no tool named, words that lead in
 * say what the skill is ("Experience with customers") and stay. */
static void
refine (Refiner *refiner, MusterSpan span, gboolean is_listed)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) mentions = NULL;
  guint start, end;

  skip_joiner (refiner->sheet, &span);
  text = muster_span_dup_text (refiner->sheet, span);
  mentions = muster_tool_mentions_find (text, TRUE);
  if (is_all_mentions (text, mentions))
    {
      add_mentions (refiner, span, mentions);
      return;
    }
  if (find (get_lead (), text, &start, &end) && end < span.end - span.start
      && (is_listed || mentions->len > 0))
    {
      span.start += end;
      refiner->in_sentence = TRUE;
      g_free (text);
      text = muster_span_dup_text (refiner->sheet, span);
    }
  if (count_words (text) > MAX_ITEM_WORDS)
    add_sentence (refiner, &span, 1);
  else if (refiner->in_sentence)
    add_joined (refiner, span);
  else
    add_span (refiner, span);
}

/* Sentence by sentence: what leads into one is over with it. */
static void
refine_sentences (Refiner *refiner, MusterSpan span, gboolean goes_on)
{
  while (span.end > span.start)
    {
      g_autofree char *text = muster_span_dup_text (refiner->sheet, span);
      guint            stop = find_stop (text);
      MusterSpan       first = { span.line, span.start, stop > 0 ? span.start + stop - 1 : span.end };

      refine (refiner, muster_span_trim (refiner->sheet, first), stop == 0 && goes_on);
      if (stop == 0)
        break;
      refiner->in_sentence = FALSE;
      span.start += stop;
    }
}

/* Whether two items are parts of one sentence: on one line, without a full stop between. */
static gboolean
is_next (const MusterSheet *sheet, const MusterSkillItem *item, const MusterSkillItem *next)
{
  MusterSpan            last = item->spans[item->n_spans - 1];
  const MusterSheetLine *line = muster_sheet_line (sheet, last.line);
  const char            *behind = g_utf8_offset_to_pointer (line->text, last.end - line->start);

  if (last.end > line->start && g_utf8_prev_char (behind)[0] == '.')
    return FALSE;

  return next->spans[0].line == last.line;
}

/**
 * muster_skill_items_refine:
 * @items: (element-type MusterSkillItem): of a list, as muster_skill_items_cut() made them
 *
 * Returns: (transfer full) (element-type MusterSkillItem): the same without words that lead in, runs of names parted,
 * and long sentences as the tools that they name.
 */
GArray *
muster_skill_items_refine (const MusterSheet *sheet, const GArray *items)
{
  Refiner refiner = { sheet, g_array_new (FALSE, FALSE, sizeof (MusterSkillItem)), FALSE };

  for (guint i = 0; i < items->len; i++)
    {
      const MusterSkillItem *item = &g_array_index (items, MusterSkillItem, i);
      gboolean               goes_on = i + 1 < items->len && is_next (sheet, item, item + 1);
      g_autofree char       *text = NULL;

      if (i == 0 || !is_next (sheet, item - 1, item))
        refiner.in_sentence = FALSE;
      if (item->n_spans == 1)
        {
          refine_sentences (&refiner, item->spans[0], goes_on);
          continue;
        }
      text = muster_spans_dup_text (sheet, item->spans, item->n_spans);
      if (count_words (text) > MAX_ITEM_WORDS)
        add_sentence (&refiner, item->spans, item->n_spans);
      else
        g_array_append_val (refiner.items, *item);
    }

  return refiner.items;
}
