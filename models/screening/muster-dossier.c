/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines are tabled once; a quote is made of whole words of one page, so that it is verbatim and has one box.
 */

#include "muster-dossier.h"

#include <string.h>

/* What is longer was read wrongly: a line with more than a name on it. */
#define MAX_NAME_CHARACTERS 60
#define MAX_QUOTE_CHARACTERS 240
#define MAX_PARAGRAPH_LINES 8
#define LEAST_LIST_SIGNS 4

static void
add_lines (MusterDossier *self, const MusterPage *page)
{
  guint             n_lines, n_words;
  const MusterLine *lines = muster_page_get_lines (page, &n_lines);
  const MusterWord *words = muster_page_get_words (page, &n_words);

  for (guint i = 0; i < n_lines; i++)
    {
      MusterDossierLine line = { .page = page, .index = i, .line = &lines[i] };
      const MusterWord *last;

      if (lines[i].n_words == 0)
        continue;
      last = &words[lines[i].first_word + lines[i].n_words - 1];
      line.start = words[lines[i].first_word].text_start;
      line.end = last->text_start + last->text_length;
      g_array_append_val (self->lines, line);
    }
}

static void
widen (MusterTextSpan *span, const MusterValue *value)
{
  MusterTextSpan other;
  guint          end;

  if (!muster_value_span (value, &other))
    return;
  if (span->length == 0)
    {
      *span = other;
      return;
    }
  end = MAX (span->start + span->length, other.start + other.length);
  span->start = MIN (span->start, other.start);
  span->length = end - span->start;
}

/* From the first to the last value of a job, cut where the next job begins: values of one entry may stand in
 * two columns. */
static void
find_works (MusterDossier *self)
{
  GPtrArray *works = self->profile->work;

  self->works = g_new0 (MusterTextSpan, works->len + 1);
  for (guint i = 0; i < works->len; i++)
    {
      const MusterWork *work = g_ptr_array_index (works, i);
      MusterTextSpan   *span = &self->works[i];

      widen (span, work->position);
      widen (span, work->name);
      widen (span, work->location);
      widen (span, work->start);
      widen (span, work->end);
      for (guint j = 0; j < work->highlights->len; j++)
        widen (span, g_ptr_array_index (work->highlights, j));
    }
  for (guint i = 0; i < works->len; i++)
    for (guint j = 0; j < works->len; j++)
      {
        MusterTextSpan *span = &self->works[i];
        guint           other = self->works[j].start;

        if (j != i && self->works[j].length > 0 && other > span->start && other < span->start + span->length)
          span->length = other - span->start;
      }
}

/**
 * muster_dossier_new:
 * @document: borrowed
 * @profile: borrowed; its spans are places of @document's text
 *
 * Returns: (transfer full): the searchable paper.
 */
MusterDossier *
muster_dossier_new (const MusterDocument *document, const MusterProfile *profile, MusterMonth today)
{
  MusterDossier *self = g_new0 (MusterDossier, 1);
  const char    *text = muster_document_get_text (document);
  glong          n_characters;

  self->document = document;
  self->profile = profile;
  self->today = today;
  self->terms = muster_terms_new (text);
  self->text = g_utf8_to_ucs4_fast (text, -1, &n_characters);
  self->n_characters = (guint) n_characters;
  self->lines = g_array_new (FALSE, FALSE, sizeof (MusterDossierLine));
  for (guint i = 0; i < muster_document_get_n_pages (document); i++)
    add_lines (self, muster_document_get_page (document, i));
  muster_dossier_mark_sections (self);
  find_works (self);

  return self;
}

void
muster_dossier_free (MusterDossier *self)
{
  g_return_if_fail (self != NULL);

  muster_terms_free (self->terms);
  g_array_unref (self->lines);
  g_free (self->text);
  g_free (self->works);
  g_free (self);
}

void
muster_finding_clear (MusterFinding *finding)
{
  g_clear_pointer (&finding->quote, g_free);
  g_clear_pointer (&finding->missing, g_free);
}

gboolean
muster_value_span (const MusterValue *value, MusterTextSpan *span)
{
  if (value == NULL || value->evidence.length == 0 || value->evidence.kind == MUSTER_EVIDENCE_LINK)
    return FALSE;

  *span = (MusterTextSpan){ value->evidence.start, value->evidence.length };

  return TRUE;
}

static guint
line_index_at (const MusterDossier *self, guint place)
{
  guint low = 0, high = self->lines->len;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->lines, MusterDossierLine, middle).start <= place)
        low = middle;
      else
        high = middle;
    }

  return low;
}

const MusterDossierLine *
muster_dossier_line_at (const MusterDossier *self, guint place)
{
  if (self->lines->len == 0)
    return NULL;

  return &g_array_index (self->lines, MusterDossierLine, line_index_at (self, place));
}

static double
right_edge (const MusterDossierLine *line)
{
  guint             n_lines;
  const MusterLine *lines = muster_page_get_lines (line->page, &n_lines);
  double            right = 0.0;

  for (guint i = 0; i < n_lines; i++)
    if (lines[i].region == line->line->region)
      right = MAX (right, lines[i].box.x + lines[i].box.width);

  return right;
}

static double
left_edge (const MusterDossierLine *line)
{
  guint             n_lines;
  const MusterLine *lines = muster_page_get_lines (line->page, &n_lines);
  double            left = G_MAXDOUBLE;

  for (guint i = 0; i < n_lines; i++)
    if (lines[i].region == line->line->region)
      left = MIN (left, lines[i].box.x);

  return left;
}

static gboolean
is_sentence_end (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff1b;
}

static gboolean
is_bullet (const MusterWord *word)
{
  gunichar c = g_utf8_get_char (word->text);

  return (word->flags & MUSTER_WORD_SYMBOL)
         || (g_utf8_strlen (word->text, -1) == 1 && !g_unichar_isalnum (c) && c != '&' && c != '(');
}

/* Whether the text goes on from one line into the next because it had to: the next word would not have
 * fitted. */
static gboolean
is_wrapped (const MusterDossier *self, const MusterDossierLine *before, const MusterDossierLine *line)
{
  guint             n_words;
  const MusterWord *words = muster_page_get_words (line->page, &n_words);
  const MusterWord *first = &words[line->line->first_word];
  double            width, right;

  if (before->page != line->page || before->line->region != line->line->region
      || before->line->block != line->line->block || before->line->row == line->line->row
      || before->is_heading || line->is_heading || is_bullet (first))
    return FALSE;
  if (is_sentence_end (self->text[before->end - 1])
      || ABS (before->line->size_pt - line->line->size_pt) > 0.15 * line->line->size_pt
      || ((before->line->flags ^ line->line->flags) & MUSTER_WORD_BOLD))
    return FALSE;

  right = right_edge (line);
  width = right - left_edge (line);
  if (before->line->box.width < 0.5 * width)
    return FALSE;
  if (g_unichar_islower (g_utf8_get_char (first->text)))
    return TRUE;

  return before->line->box.x + before->line->box.width + 0.25 * line->line->size_pt + first->box.width
         > right + 1.0;
}

static MusterTextSpan
find_paragraph (const MusterDossier *self, guint index)
{
  guint first = index, last = index;

  while (first > 0 && index - first < MAX_PARAGRAPH_LINES
         && is_wrapped (self,
                        &g_array_index (self->lines, MusterDossierLine, first - 1),
                        &g_array_index (self->lines, MusterDossierLine, first)))
    first--;
  while (last + 1 < self->lines->len && last - index < MAX_PARAGRAPH_LINES
         && is_wrapped (self,
                        &g_array_index (self->lines, MusterDossierLine, last),
                        &g_array_index (self->lines, MusterDossierLine, last + 1)))
    last++;

  return (MusterTextSpan){ g_array_index (self->lines, MusterDossierLine, first).start,
                           g_array_index (self->lines, MusterDossierLine, last).end
                               - g_array_index (self->lines, MusterDossierLine, first).start };
}

/* A full stop ends a sentence when white space and no small letter follow it and the word before it is no
 * abbreviation. */
static gboolean
ends_sentence (const MusterDossier *self, guint place, guint end)
{
  gunichar c = self->text[place];
  guint    next = place + 1;
  guint    n_letters = 0;

  if (!is_sentence_end (c))
    return FALSE;
  if (c != '.' || next >= end)
    return TRUE;
  if (!g_unichar_isspace (self->text[next]))
    return FALSE;
  while (next < end && g_unichar_isspace (self->text[next]))
    next++;
  if (next < end && g_unichar_islower (self->text[next]))
    return FALSE;
  while (n_letters < place && g_unichar_isalpha (self->text[place - n_letters - 1]))
    n_letters++;

  return n_letters == 0 || n_letters > 2;
}

/* Shortens to whole words around what is to be seen; most of the room goes behind it. */
static void
shorten (const MusterDossier *self, MusterTextSpan span, guint *start, guint *end)
{
  guint room = MAX_QUOTE_CHARACTERS > span.length ? MAX_QUOTE_CHARACTERS - span.length : 0;

  if (*end - *start <= MAX_QUOTE_CHARACTERS)
    return;
  if (span.start - *start > room / 2)
    {
      *start = span.start - room / 2;
      while (*start < span.start && !g_unichar_isspace (self->text[*start - 1]))
        (*start)++;
    }
  if (*end - *start > MAX_QUOTE_CHARACTERS)
    {
      *end = MAX (*start + MAX_QUOTE_CHARACTERS, span.start + span.length);
      while (*end > span.start + span.length && !g_unichar_isspace (self->text[*end]))
        (*end)--;
    }
}

/* A sign that stands alone in front is a bullet, whatever the recogniser made of it; what is glued to a word
 * belongs to it ("C++", ".NET"). */
static gboolean
is_in_front (const MusterDossier *self, guint place, guint end)
{
  gunichar c = self->text[place];
  gunichar next = place + 1 < end ? self->text[place + 1] : ' ';

  if (g_unichar_isalnum (c))
    return FALSE;

  return g_unichar_isspace (c) || g_unichar_isspace (next)
         || (c > 127 && !g_unichar_ismark (c) && c != 0x201c && c != 0x201e && c != 0xff08) || c == '-'
         || c == '*';
}

static void
trim (const MusterDossier *self, guint *start, guint *end)
{
  while (*start < *end && is_in_front (self, *start, *end))
    (*start)++;
  while (*end > *start && g_unichar_isspace (self->text[*end - 1]))
    (*end)--;
}

/* In a line of many items each stands for itself: the lines around it say no more about it. */
static gboolean
is_list (const MusterDossier *self, const MusterDossierLine *line)
{
  guint n_signs = 0;

  for (guint i = line->start; i < line->end; i++)
    {
      gunichar c = self->text[i];

      if (c == '.' && i + 1 < line->end && g_unichar_isspace (self->text[i + 1]))
        return FALSE;
      n_signs += c == ',' || c == ';' || c == '|' || c == 0x2022 || c == 0x00b7 || c == 0x3001 || c == 0xff0c;
    }

  return n_signs >= LEAST_LIST_SIGNS;
}

MusterTextSpan
muster_dossier_sentence (const MusterDossier *self, MusterTextSpan span)
{
  const MusterDossierLine *line;
  MusterTextSpan           paragraph;
  guint                    index, start, end;

  if (self->lines->len == 0 || span.start >= self->n_characters)
    return span;

  index = line_index_at (self, span.start);
  line = &g_array_index (self->lines, MusterDossierLine, index);
  if (is_list (self, line) && span.start + span.length <= line->end)
    paragraph = (MusterTextSpan){ line->start, line->end - line->start };
  else
    paragraph = find_paragraph (self, index);
  start = MIN (paragraph.start, span.start);
  end = MAX (paragraph.start + paragraph.length, span.start + span.length);
  for (guint i = start; i < span.start; i++)
    if (ends_sentence (self, i, span.start + span.length))
      start = i + 1;
  for (guint i = span.start + span.length; i < end; i++)
    if (ends_sentence (self, i, end))
      end = i + 1;

  shorten (self, span, &start, &end);
  trim (self, &start, &end);

  return (MusterTextSpan){ start, end - start };
}

gboolean
muster_dossier_is_address (const MusterDossier *self, MusterTextSpan span)
{
  guint start = span.start, end = span.start + span.length;

  while (start > 0 && !g_unichar_isspace (self->text[start - 1]))
    start--;
  while (end < self->n_characters && !g_unichar_isspace (self->text[end]))
    end++;
  for (guint i = start; i < end; i++)
    if (self->text[i] == '@'
        || (i + 2 < end && self->text[i] == ':' && self->text[i + 1] == '/' && self->text[i + 2] == '/')
        || (i + 3 < end && self->text[i] == 'w' && self->text[i + 1] == 'w' && self->text[i + 2] == 'w'
            && self->text[i + 3] == '.'))
      return TRUE;

  return FALSE;
}

static gboolean
holds (const MusterValue *name, MusterTextSpan span)
{
  MusterTextSpan place;

  return muster_value_span (name, &place) && place.length <= MAX_NAME_CHARACTERS && span.start >= place.start
         && span.start + span.length <= place.start + place.length;
}

gboolean
muster_dossier_is_in_name (const MusterDossier *self, MusterTextSpan span)
{
  for (guint i = 0; i < self->profile->work->len; i++)
    if (holds (((MusterWork *) g_ptr_array_index (self->profile->work, i))->name, span))
      return TRUE;
  for (guint i = 0; i < self->profile->education->len; i++)
    if (holds (((MusterEducation *) g_ptr_array_index (self->profile->education, i))->institution, span))
      return TRUE;

  return FALSE;
}

/**
 * muster_dossier_quote:
 * @span: of the text; words that do not stand on the page of the first one are left out
 * @finding: gets the quote and its evidence
 */
void
muster_dossier_quote (const MusterDossier *self, MusterTextSpan span, MusterFinding *finding)
{
  const MusterDossierLine *line = muster_dossier_line_at (self, span.start);
  const MusterWord        *words;
  guint                    n_words;
  guint                    end = span.start;
  gboolean                 is_first = TRUE;

  if (line == NULL)
    return;

  words = muster_page_get_words (line->page, &n_words);
  finding->evidence.page = muster_page_get_number (line->page);
  for (guint i = 0; i < n_words; i++)
    {
      if (words[i].line < 0 || words[i].text_start + words[i].text_length <= span.start
          || words[i].text_start >= span.start + span.length)
        continue;
      finding->evidence.box
          = is_first ? words[i].box : muster_box_union (finding->evidence.box, words[i].box);
      end = MAX (end, words[i].text_start + words[i].text_length);
      is_first = FALSE;
    }
  if (is_first)
    return;

  end = MIN (end, span.start + span.length);
  finding->evidence.start = span.start;
  finding->evidence.length = end - span.start;
  finding->evidence.kind = MUSTER_EVIDENCE_TEXT;
  g_free (finding->quote);
  finding->quote = muster_document_dup_text_range (self->document, span.start, end - span.start);
}

void
muster_dossier_quote_around (const MusterDossier *self, MusterTextSpan span, MusterFinding *finding)
{
  muster_dossier_quote (self, muster_dossier_sentence (self, span), finding);
}
