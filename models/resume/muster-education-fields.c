/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers of schools: pieces, cut at commas too, are schools, degrees, places, grades or, what is left, areas
 * of study. */

#include "muster-education-fields.h"
#include "muster-chunk.h"
#include "muster-degree.h"
#include "muster-entry-values.h"
#include "muster-fold.h"
#include "muster-place.h"
#include "muster-title.h"

#include <string.h>

#define MAX_AREA_LENGTH 90

typedef enum
{
  PIECE_OTHER,
  PIECE_SCHOOL,
  PIECE_ORGANISATION, /* may be a school: "Institute" without more */
  PIECE_DEGREE,
  PIECE_PLACE,
  PIECE_GRADE,
} PieceKind;

typedef struct
{
  MusterChunk *chunk;
  PieceKind    kind;
  MusterDegree degree;
} Piece;

static void
piece_clear (gpointer data)
{
  muster_chunk_free (((Piece *) data)->chunk);
}

static gboolean
is_grade (const char *text)
{
  static const char *words[] = { "gpa",
                                 "cgpa",
                                 "grade",
                                 "grades",
                                 "note",
                                 "abschlussnote",
                                 "durchschnittsnote",
                                 "notendurchschnitt",
                                 "mention",
                                 "nota media",
                                 "percentage",
                                 "honors",
                                 "cum laude",
                                 "magna cum laude",
                                 "summa cum laude",
                                 "dean's list",
                                 "绩点",
                                 "score",
                                 "marks",
                                 "aggregate" };
  g_autofree char   *folded = muster_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_has_prefix (folded, words[i]) && !g_ascii_isalpha (folded[strlen (words[i])]))
        return TRUE;
    }

  return FALSE;
}

static PieceKind
classify (const char *text, MusterDegree *degree)
{
  gboolean has_degree = muster_text_find_degree (text, degree);

  if (is_grade (text))
    return PIECE_GRADE;
  if (muster_text_names_school (text) && (!has_degree || degree->degree_length < 8 || degree->level == 1))
    return PIECE_SCHOOL;
  if (has_degree)
    return PIECE_DEGREE;
  if (muster_text_is_place (text))
    return PIECE_PLACE;

  return muster_organisation_score (text) >= 0.6 ? PIECE_ORGANISATION : PIECE_OTHER;
}

static void
add_piece (GArray *pieces, MusterChunk *chunk)
{
  Piece piece = { .chunk = chunk };

  if (chunk == NULL)
    return;
  piece.kind = classify (chunk->text, &piece.degree);
  g_array_append_val (pieces, piece);
}

/* What may be the area of the degree before it */
static gboolean
is_loose (PieceKind kind)
{
  return kind == PIECE_OTHER || kind == PIECE_ORGANISATION;
}

/* "BSc(CA) MamCO University Kerala": the school begins behind the bracket that follows the degree; 0 where
 * there is none. */
static guint
find_school_behind (const char *text, const MusterDegree *degree)
{
  guint       end = degree->degree_start + degree->degree_length;
  const char *rest = g_utf8_offset_to_pointer (text, end);
  const char *close = *rest == '(' || g_str_has_prefix (rest, " (") ? strchr (rest, ')') : NULL;

  if (degree->degree_start > 2 || *rest == '\0')
    return 0;
  if (close != NULL)
    rest = close + 1;
  while (*rest == ' ' || *rest == ',')
    rest++;
  if (close == NULL || !g_unichar_isupper (g_utf8_get_char (rest)) || strlen (rest) < 3)
    return 0;

  return (guint) g_utf8_pointer_to_offset (text, rest);
}

/* "Princeton University, PhD in Computer Science, Princeton, NJ": commas part pieces of different kinds;
 * (transfer full) @chunk */
static void
add_pieces (const MusterSheet *sheet, GArray *pieces, MusterChunk *chunk)
{
  g_auto (GStrv) parts = g_strsplit (chunk->text, ",", -1);
  guint        position = 0, begin = 0, length = (guint) g_utf8_strlen (chunk->text, -1);
  PieceKind    before = PIECE_OTHER;
  MusterDegree whole;

  if (chunk->is_place)
    {
      add_piece (pieces, chunk);
      return;
    }
  if (muster_text_find_degree (chunk->text, &whole) && find_school_behind (chunk->text, &whole) > 0)
    {
      guint at = find_school_behind (chunk->text, &whole);

      add_piece (pieces, muster_chunk_new_part (sheet, chunk, 0, at));
      add_piece (pieces, muster_chunk_new_part (sheet, chunk, at, length - at));
      muster_chunk_free (chunk);
      return;
    }
  for (guint i = 0; parts[i] != NULL; i++)
    {
      MusterDegree degree;
      PieceKind    kind = classify (g_strstrip (parts[i]), &degree);
      guint        start = position;
      const char  *rest = g_utf8_offset_to_pointer (chunk->text, start);

      position = parts[i + 1] != NULL ? (guint) g_utf8_pointer_to_offset (chunk->text, strchr (rest, ',')) + 1
                                      : length;
      if (i > 0 && kind != before && !(is_loose (kind) && before != PIECE_SCHOOL && before != PIECE_PLACE))
        {
          add_piece (pieces, muster_chunk_new_part (sheet, chunk, begin, start - begin));
          begin = start;
        }
      if (i == 0 || !is_loose (kind) || before == PIECE_SCHOOL || before == PIECE_PLACE)
        before = kind;
    }
  add_piece (pieces, muster_chunk_new_part (sheet, chunk, begin, length - begin));
  muster_chunk_free (chunk);
}

static GArray *
cut_pieces (const MusterSheet *sheet, const MusterEntry *entry)
{
  g_autoptr (GPtrArray) chunks = muster_chunks_cut (sheet, entry);
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (Piece));

  g_array_set_clear_func (pieces, piece_clear);
  g_ptr_array_set_free_func (chunks, NULL);
  for (guint i = 0; i < chunks->len; i++)
    add_pieces (sheet, pieces, g_ptr_array_index (chunks, i));

  return pieces;
}

static Piece *
find_piece (const GArray *pieces, PieceKind kind)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->kind == kind)
        return piece;
    }

  return NULL;
}

static MusterValue *
part_value (const MusterSheet *sheet, const MusterChunk *chunk, guint start, guint length)
{
  g_autoptr (MusterChunk) part = length > 0 ? muster_chunk_new_part (sheet, chunk, start, length) : NULL;

  return part != NULL ? muster_chunk_value (sheet, part, 0.85) : NULL;
}

/* "Major in X" -> X */
static MusterValue *
area_value (const MusterSheet *sheet, const MusterChunk *chunk)
{
  static const char *leads[] = { "major in ", "majoring in ", "major: ",          "minor in ",
                                 "field: ",   "studies in ",  "specialization: ", "in " };
  g_autofree char   *folded = muster_fold (chunk->text);
  guint              length = (guint) g_utf8_strlen (chunk->text, -1);

  if (length > MAX_AREA_LENGTH)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      guint lead = (guint) strlen (leads[i]);

      if (g_str_has_prefix (folded, leads[i]) && lead < length)
        return part_value (sheet, chunk, lead, length - lead);
    }

  return muster_chunk_value (sheet, chunk, 0.8);
}

/* The degree that says most: one with an area before one without. */
static Piece *
find_degree (const GArray *pieces)
{
  Piece *best = NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->kind == PIECE_DEGREE
          && (best == NULL || (best->degree.area_length == 0 && piece->degree.area_length > 0)))
        best = piece;
    }

  return best;
}

/* The area goes on behind a dash: "Computer Science - Cyber Security" */
static MusterValue *
long_area_value (const MusterSheet *sheet, const GArray *pieces, const Piece *degree)
{
  const MusterChunk *chunk = degree->chunk;
  const Piece *next = degree + 1 < (const Piece *) (gpointer) pieces->data + pieces->len ? degree + 1 : NULL;
  MusterSpan   span = chunk->spans[0];

  if (next == NULL || next->kind != PIECE_OTHER || next->chunk->row != chunk->row || next->chunk->n_spans != 1
      || chunk->n_spans != 1 || next->chunk->spans[0].line != span.line
      || next->chunk->spans[0].start < span.end || next->chunk->spans[0].start > span.end + 3
      || degree->degree.area_start < degree->degree.degree_start)
    return NULL;
  span.start += degree->degree.area_start;
  span.end = next->chunk->spans[0].end;

  return muster_span_value (sheet, span, 0.8);
}

static void
set_degree (const MusterSheet *sheet, GArray *pieces, MusterEducation *to)
{
  Piece *degree = find_degree (pieces);
  Piece *other = find_piece (pieces, PIECE_OTHER);

  if (other == NULL)
    other = find_piece (pieces, PIECE_ORGANISATION);
  if (degree != NULL)
    {
      to->study_type
          = part_value (sheet, degree->chunk, degree->degree.degree_start, degree->degree.degree_length);
      if (degree->degree.area_length > 0)
        to->area = long_area_value (sheet, pieces, degree);
      if (to->area == NULL)
        to->area = part_value (sheet, degree->chunk, degree->degree.area_start, degree->degree.area_length);
    }
  if (to->area == NULL && other != NULL)
    to->area = area_value (sheet, other->chunk);
}

static Piece *
find_school (const GArray *pieces)
{
  Piece *school = find_piece (pieces, PIECE_SCHOOL);

  if (school == NULL)
    school = find_piece (pieces, PIECE_ORGANISATION);
  if (school == NULL)
    school = find_piece (pieces, PIECE_OTHER);

  return school;
}

static MusterEducation *
read_entry (const MusterSheet *sheet, const MusterEntry *entry)
{
  g_autoptr (GArray) pieces = cut_pieces (sheet, entry);
  MusterEducation *to = muster_education_new ();
  Piece           *school = find_school (pieces);

  if (school != NULL)
    {
      to->institution = muster_chunk_value (sheet, school->chunk, school->kind == PIECE_SCHOOL ? 0.9 : 0.7);
      school->kind = PIECE_SCHOOL;
    }
  set_degree (sheet, pieces, to);
  to->end = muster_entry_dup_end (sheet, entry);
  if (entry->date.is_range)
    to->start = muster_entry_dup_start (sheet, entry);
  if (entry->date.is_set)
    {
      to->period = entry->date.period;
      if (!entry->date.is_range)
        {
          to->period.start = MUSTER_MONTH_NONE;
          to->period.start_has_month = FALSE;
        }
    }

  return to;
}

/**
 * muster_education_read:
 *
 * Adds the entries of @section to @education; one that names neither a school nor a degree is left out.
 */
void
muster_education_read (const MusterSheet *sheet, const MusterSection *section, GPtrArray *education)
{
  g_autoptr (GArray) entries = muster_entries_find (sheet, section);

  for (guint i = 0; i < entries->len; i++)
    {
      MusterEducation *to = read_entry (sheet, &g_array_index (entries, MusterEntry, i));

      if (to->institution != NULL || to->study_type != NULL)
        g_ptr_array_add (education, to);
      else
        muster_education_free (to);
    }
}
