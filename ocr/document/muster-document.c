/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document value. Its text is made from the lines of its pages by one rule, here, so that a span of text found by a
 * model in the program means the same words as in the store and in the reader. */

#include "muster-document.h"

#include "muster-page-private.h"

#include <string.h>

struct _MusterDocument
{
  gatomicrefcount      ref_count;
  GPtrArray           *pages;
  guint                n_pages_total;
  char                *media_type;
  char                *language;
  guint                n_marked_hidden;
  char               **notes;
  char                *text;
  MusterDocumentStatus status;
};

G_DEFINE_QUARK (muster-read-error-quark, muster_read_error)

/**
 * muster_read_error_code:
 * @error: in the domain MUSTER_READ_ERROR
 *
 * Returns: (transfer none): the word for `error.code` of the command line contract.
 */
const char *
muster_read_error_code (const GError *error)
{
  static const char *codes[] = { "encrypted", "damaged", "unsupported", "limit",     "timeout",
                                 "crashed",   "unreadable", "cancelled", "no-sandbox" };

  g_return_val_if_fail (error->domain == MUSTER_READ_ERROR, "damaged");

  return codes[error->code];
}

/* Lines of one row are parted by a tab, rows by a newline, blocks and pages by an empty line. */
static const char *
separator_between (const MusterLine *before, const MusterLine *line)
{
  if (line->row == before->row && line->region == before->region)
    return "\t";
  if (line->block != before->block || line->region != before->region)
    return "\n\n";

  return "\n";
}

static void
append (GString *text, guint *position, const char *piece)
{
  g_string_append (text, piece);
  *position += (guint) g_utf8_strlen (piece, -1);
}

static void
append_page_text (GString *text, guint *position, MusterPage *page)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      const MusterLine *line = &g_array_index (page->lines, MusterLine, i);

      if (i > 0)
        append (text, position, separator_between (line - 1, line));
      else if (*position > 0)
        append (text, position, "\n\n");

      for (guint j = 0; j < line->n_words; j++)
        {
          MusterWord *word = &g_array_index (page->words, MusterWord, line->first_word + j);

          if (j > 0 && !(word->flags & MUSTER_WORD_GLUED))
            append (text, position, " ");
          word->text_start = *position;
          append (text, position, word->text);
          word->text_length = *position - word->text_start;
        }
    }
}

static MusterDocumentStatus
find_status (const MusterDocument *self)
{
  gboolean has_ocr = FALSE, has_text = FALSE;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const MusterPage *page = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < page->words->len; j++)
        {
          const MusterWord *word = &g_array_index (page->words, MusterWord, j);

          if (word->flags & MUSTER_WORD_SYMBOL)
            continue;
          if (word->source == MUSTER_WORD_OCR)
            has_ocr = TRUE;
          else
            has_text = TRUE;
        }
    }

  if (has_ocr && has_text)
    return MUSTER_DOCUMENT_MIXED;
  if (has_ocr)
    return MUSTER_DOCUMENT_OCR;

  return has_text ? MUSTER_DOCUMENT_TEXT : MUSTER_DOCUMENT_EMPTY;
}

/**
 * muster_document_new:
 * @pages: (transfer full): of MusterPage with lines; this sets the text places of their words
 * @n_pages_total: pages of the file, more than @pages when a limit cut them
 * @media_type: by content, e.g. application/pdf
 * @language: BCP 47, or "" where it cannot be told
 * @n_marked_hidden: characters that the format itself hides (deleted, vanish) and that have no place on a page
 * @notes: (nullable) (array zero-terminated=1): sentences for a person about how it was read
 *
 * Returns: (transfer full): the document.
 */
MusterDocument *
muster_document_new (GPtrArray   *pages,
                     guint        n_pages_total,
                     const char  *media_type,
                     const char  *language,
                     guint        n_marked_hidden,
                     const char **notes)
{
  MusterDocument     *self = g_new0 (MusterDocument, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  guint               position = 0;

  g_atomic_ref_count_init (&self->ref_count);
  self->pages = pages;
  self->n_pages_total = MAX (n_pages_total, pages->len);
  self->media_type = g_strdup (media_type);
  self->language = g_strdup (language);
  self->n_marked_hidden = n_marked_hidden;
  self->notes = notes != NULL ? g_strdupv ((char **) notes) : g_new0 (char *, 1);

  for (guint i = 0; i < pages->len; i++)
    append_page_text (text, &position, g_ptr_array_index (pages, i));
  self->text = g_strdup (text->str);
  self->status = find_status (self);

  return self;
}

MusterDocument *
muster_document_ref (MusterDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
muster_document_unref (MusterDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->pages);
  g_free (self->media_type);
  g_free (self->language);
  g_strfreev (self->notes);
  g_free (self->text);
  g_free (self);
}

guint
muster_document_get_n_pages (const MusterDocument *self)
{
  return self->pages->len;
}

guint
muster_document_get_n_pages_total (const MusterDocument *self)
{
  return self->n_pages_total;
}

/** muster_document_get_page: Returns: (transfer none): the page; @index counts from 0, the page's own number from 1. */
MusterPage *
muster_document_get_page (const MusterDocument *self, guint index)
{
  g_return_val_if_fail (index < self->pages->len, NULL);

  return g_ptr_array_index (self->pages, index);
}

const char *
muster_document_get_media_type (const MusterDocument *self)
{
  return self->media_type;
}

const char *
muster_document_get_language (const MusterDocument *self)
{
  return self->language;
}

const char *const *
muster_document_get_notes (const MusterDocument *self)
{
  return (const char *const *) self->notes;
}

/** muster_document_get_text: Returns: (transfer none): what a person sees, in reading order, UTF-8. */
const char *
muster_document_get_text (const MusterDocument *self)
{
  return self->text;
}

/**
 * muster_document_dup_text_range:
 * @start: in code points
 * @length: in code points; what lies beyond the end is left out
 *
 * Returns: (transfer full): that part of the text, verbatim.
 */
char *
muster_document_dup_text_range (const MusterDocument *self, guint start, guint length)
{
  glong       n = g_utf8_strlen (self->text, -1);
  glong       from = MIN ((glong) start, n);
  glong       to = MIN ((glong) start + (glong) length, n);
  const char *begin = g_utf8_offset_to_pointer (self->text, from);

  return g_strndup (begin, (gsize) (g_utf8_offset_to_pointer (begin, to - from) - begin));
}

/** muster_document_dup_hidden_text: Returns: (transfer full): words that are in the file but not visible, joined by
 * blanks. */
char *
muster_document_dup_hidden_text (const MusterDocument *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const MusterPage *page = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < page->hidden->len; j++)
        {
          if (text->len > 0)
            g_string_append_c (text, ' ');
          g_string_append (text, g_array_index (page->hidden, MusterWord, j).text);
        }
    }

  return g_string_free (text, FALSE);
}

/** muster_document_get_hidden_characters: Returns: code points of all words that are in the file but not visible. */
guint
muster_document_get_hidden_characters (const MusterDocument *self)
{
  guint n = self->n_marked_hidden;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const MusterPage *page = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < page->hidden->len; j++)
        n += (guint) g_utf8_strlen (g_array_index (page->hidden, MusterWord, j).text, -1);
    }

  return n;
}

/** muster_document_get_n_columns: Returns: the most columns that any page has. */
guint
muster_document_get_n_columns (const MusterDocument *self)
{
  guint n = 1;

  for (guint i = 0; i < self->pages->len; i++)
    n = MAX (n, muster_page_get_n_columns (g_ptr_array_index (self->pages, i)));

  return n;
}

MusterDocumentStatus
muster_document_get_status (const MusterDocument *self)
{
  return self->status;
}

/** muster_document_status_name: Returns: (transfer none): the word for `status` of the command line contract. */
const char *
muster_document_status_name (MusterDocumentStatus status)
{
  static const char *names[] = { "text", "ocr", "mixed", "empty" };

  g_return_val_if_fail (status <= MUSTER_DOCUMENT_EMPTY, "empty");

  return names[status];
}
