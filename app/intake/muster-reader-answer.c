/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The distrust of Muster: lengths, order, numbers, sizes, text. The first message that cannot be true ends the
 * conversation, and nothing of what that reader said is kept. */

#include "muster-reader-answer.h"

#include "muster-page-variant.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SMALL_MESSAGE (64u * 1024)
#define MAX_NOTES 64
#define MAX_NOTE_CHARACTERS 400
#define MAX_NAME_CHARACTERS 100
#define MAX_PAGES_TOTAL 10000000u
#define MAX_MARKED_HIDDEN 100000000u

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError **error, const char *format, ...)
{
  va_list          arguments;
  g_autofree char *what = NULL;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CRASHED,
               _ ("The reader gave an answer that cannot be true (%s). The document was not taken."), what);

  return FALSE;
}

void
muster_reader_answer_init (MusterReaderAnswer *self, const MusterReaderJob *job)
{
  *self = (MusterReaderAnswer){ .job = job };
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref);
}

void
muster_reader_answer_clear (MusterReaderAnswer *self)
{
  g_clear_pointer (&self->posture, g_variant_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->picture.pixels, g_bytes_unref);
  g_clear_pointer (&self->document, muster_document_unref);
  g_clear_error (&self->failure);
}

/* Characters that turn text around or command a terminal; a file may hold them, the reader has to leave them out. */
static gboolean
is_control (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e
         || c == 0x200f || c == 0x061c;
}

static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_control (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* A sentence of the reader, fit to be shown: no controls, not too long. */
static char *
clean_sentence (const char *text, guint max_characters)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && max_characters > 0; p = g_utf8_next_char (p), max_characters--)
    if (!is_control (g_utf8_get_char (p)))
      g_string_append_unichar (clean, g_utf8_get_char (p));

  return g_string_free (clean, FALSE);
}

static gsize
longest (const MusterReaderAnswer *self, guint kind)
{
  switch (kind)
    {
    case MUSTER_MESSAGE_POSTURE:
    case MUSTER_MESSAGE_DONE:
    case MUSTER_MESSAGE_FAILED:
    case MUSTER_MESSAGE_RECOGNISING:
      return MAX_SMALL_MESSAGE;
    case MUSTER_MESSAGE_PAGE:
      return self->job->kind == MUSTER_JOB_READ ? MUSTER_READER_MAX_MESSAGE : 0;
    case MUSTER_MESSAGE_PICTURE:
      return self->job->kind == MUSTER_JOB_PICTURE
               ? MIN (self->job->max_page_pixels * 4 + 64, MUSTER_READER_MAX_MESSAGE)
               : 0;
    default:
      return 0;
    }
}

gboolean
muster_reader_answer_check_header (const MusterReaderAnswer *self,
                                   const guint32 header[3],
                                   gsize *length,
                                   GError **error)
{
  guint kind = GUINT32_FROM_LE (header[1]);

  *length = GUINT32_FROM_LE (header[2]);
  if (GUINT32_FROM_LE (header[0]) != MUSTER_READER_MAGIC)
    return refuse (error, _ ("no message"));
  if (muster_reader_answer_is_complete (self))
    return refuse (error, _ ("a message after the last"));
  if (longest (self, kind) == 0)
    return refuse (error, _ ("a message of kind %u"), kind);
  if (*length > longest (self, kind) || self->message_bytes + *length > 2ull * MUSTER_READER_MAX_MESSAGE)
    return refuse (error, _ ("a message of %zu bytes"), *length);
  if ((self->posture == NULL) != (kind == MUSTER_MESSAGE_POSTURE) && kind != MUSTER_MESSAGE_FAILED)
    return refuse (error, _ ("messages out of order"));

  return TRUE;
}

static gboolean
take_posture (MusterReaderAnswer *self, GVariant *posture, GError **error)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (posture);
  gboolean              has_seccomp = FALSE;

  if (!g_variant_dict_lookup (&dict, "seccomp", "b", &has_seccomp) || !has_seccomp)
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_NO_SANDBOX,
                   _ ("The reader is not locked down, so nothing is read."));
      return FALSE;
    }
  self->posture = g_variant_ref (posture);

  return TRUE;
}

/* Where the page with this number is, or would be. */
static guint
find_place (const MusterReaderAnswer *self, guint number)
{
  guint at = self->pages->len;

  while (at > 0 && muster_page_get_number (g_ptr_array_index (self->pages, at - 1)) >= number)
    at--;

  return at;
}

static guint64
count_text (const MusterPage *page)
{
  guint             n_words, n_hidden;
  const MusterWord *words = muster_page_get_words (page, &n_words);
  const MusterWord *hidden = muster_page_get_hidden_words (page, &n_hidden);
  guint64           bytes = 0;

  for (guint i = 0; i < n_words; i++)
    bytes += strlen (words[i].text);
  for (guint i = 0; i < n_hidden; i++)
    bytes += strlen (hidden[i].text);

  return bytes;
}

static gboolean
texts_are_clean (const MusterPage *page)
{
  guint             n_words, n_hidden, n_links;
  const MusterWord *words = muster_page_get_words (page, &n_words);
  const MusterWord *hidden = muster_page_get_hidden_words (page, &n_hidden);
  const MusterLink *links = muster_page_get_links (page, &n_links);

  for (guint i = 0; i < n_words; i++)
    if (has_control (words[i].text))
      return FALSE;
  for (guint i = 0; i < n_hidden; i++)
    if (has_control (hidden[i].text))
      return FALSE;
  for (guint i = 0; i < n_links; i++)
    if (has_control (links[i].uri))
      return FALSE;

  return TRUE;
}

/* Pages come once, by rising number; the one that is being recognised may come again. */
static gboolean
take_page (MusterReaderAnswer *self, GVariant *variant, GError **error)
{
  g_autoptr (MusterPage) page = muster_page_new_from_variant (variant, error);
  guint                  number, at;
  gboolean               is_known;

  if (page == NULL)
    return FALSE;
  if (!texts_are_clean (page))
    return refuse (error, _ ("control characters on page %u"), muster_page_get_number (page));

  number = muster_page_get_number (page);
  at = find_place (self, number);
  is_known = at < self->pages->len && muster_page_get_number (g_ptr_array_index (self->pages, at)) == number;
  if (self->n_recognised > 0 ? number != self->recognising : at < self->pages->len)
    return refuse (error, _ ("page %u out of turn"), number);
  if (number > self->job->max_text_pages)
    return refuse (error, _ ("page %u"), number);

  if (is_known)
    {
      self->text_bytes -= count_text (g_ptr_array_index (self->pages, at));
      g_ptr_array_remove_index (self->pages, at);
    }
  self->text_bytes += count_text (page);
  if (self->text_bytes > self->job->max_text_bytes)
    return refuse (error, _ ("more text than may be"));
  if (self->n_recognised > 0)
    self->recognising = 0;
  g_ptr_array_insert (self->pages, (gint) at, g_steal_pointer (&page));

  return TRUE;
}

static gboolean
take_recognising (MusterReaderAnswer *self, GVariant *variant, GError **error)
{
  guint number;

  g_variant_get (variant, "(u)", &number);
  if (++self->n_recognised > self->job->max_ocr_pages || number == 0 || number > self->job->max_text_pages)
    return refuse (error, _ ("recognition of page %u"), number);
  self->recognising = number;

  return TRUE;
}

static gboolean
take_picture (MusterReaderAnswer *self, GVariant *variant, GError **error)
{
  MusterPagePicture   *picture = &self->picture;
  g_autoptr (GVariant) pixels = NULL;

  if (picture->pixels != NULL)
    return refuse (error, _ ("a second picture"));

  g_variant_get (variant, "(uuu@ay)", &picture->width, &picture->height, &picture->stride, &pixels);
  if (picture->width == 0 || picture->height == 0
      || (guint64) picture->width * picture->height > self->job->max_page_pixels || picture->stride % 4 != 0
      || picture->stride / 4 < picture->width
      || (guint64) picture->stride * picture->height != g_variant_get_size (pixels))
    return refuse (error, _ ("a picture of %u by %u"), picture->width, picture->height);
  picture->pixels = g_variant_get_data_as_bytes (pixels);

  return TRUE;
}

static gboolean
is_language (const char *text)
{
  return strlen (text) <= 16
         && strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == strlen (text);
}

static gboolean
take_done (MusterReaderAnswer *self, GVariant *variant, GError **error)
{
  g_auto (GVariantDict)    dict = G_VARIANT_DICT_INIT (variant);
  g_autoptr (GPtrArray)    notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree const char  **given = NULL;
  g_autofree char         *type = NULL;
  const char              *media_type, *language;
  guint                    n_pages, n_marked_hidden;

  if (!g_variant_dict_lookup (&dict, "pages", "u", &n_pages)
      || !g_variant_dict_lookup (&dict, "media-type", "&s", &media_type)
      || !g_variant_dict_lookup (&dict, "language", "&s", &language)
      || !g_variant_dict_lookup (&dict, "marked-hidden", "u", &n_marked_hidden)
      || !g_variant_dict_lookup (&dict, "notes", "^a&s", &given))
    return refuse (error, _ ("an end without a summary"));
  if (n_pages == 0 || n_pages > MAX_PAGES_TOTAL || n_marked_hidden > MAX_MARKED_HIDDEN || !is_language (language))
    return refuse (error, _ ("its summary"));
  if (self->pages->len > 0 && muster_page_get_number (g_ptr_array_index (self->pages, self->pages->len - 1)) > n_pages)
    return refuse (error, _ ("more pages than there are"));
  if (self->job->kind == MUSTER_JOB_PICTURE && self->picture.pixels == NULL)
    return refuse (error, _ ("no picture"));

  for (guint i = 0; given[i] != NULL && i < MAX_NOTES; i++)
    g_ptr_array_add (notes, clean_sentence (given[i], MAX_NOTE_CHARACTERS));
  g_ptr_array_add (notes, NULL);
  type = clean_sentence (media_type, MAX_NAME_CHARACTERS);
  self->document = muster_document_new (g_ptr_array_ref (self->pages), n_pages, type, language, n_marked_hidden,
                                        (const char **) notes->pdata);

  return TRUE;
}

static gboolean
take_failed (MusterReaderAnswer *self, GVariant *variant, GError **error)
{
  g_autofree char *sentence = NULL;
  const char      *given;
  guint            code;

  g_variant_get (variant, "(u&s)", &code, &given);
  sentence = clean_sentence (given, MAX_NOTE_CHARACTERS);
  switch ((MusterReadError) code)
    {
    case MUSTER_READ_ERROR_ENCRYPTED:
    case MUSTER_READ_ERROR_DAMAGED:
    case MUSTER_READ_ERROR_UNSUPPORTED:
    case MUSTER_READ_ERROR_LIMIT:
    case MUSTER_READ_ERROR_TIMEOUT:
    case MUSTER_READ_ERROR_UNREADABLE:
    case MUSTER_READ_ERROR_NO_SANDBOX:
      g_set_error_literal (&self->failure, MUSTER_READ_ERROR, (int) code, sentence);
      return TRUE;
    case MUSTER_READ_ERROR_CRASHED:
    case MUSTER_READ_ERROR_CANCELLED:
    default:
      return refuse (error, _ ("a failure of kind %u"), code);
    }
}

static const struct
{
  const char *type;
  gboolean (*take) (MusterReaderAnswer *self, GVariant *variant, GError **error);
} messages[] = {
  [MUSTER_MESSAGE_POSTURE] = { "a{sv}", take_posture },
  [MUSTER_MESSAGE_PAGE] = { MUSTER_PAGE_VARIANT_TYPE, take_page },
  [MUSTER_MESSAGE_PICTURE] = { "(uuuay)", take_picture },
  [MUSTER_MESSAGE_DONE] = { "a{sv}", take_done },
  [MUSTER_MESSAGE_FAILED] = { "(us)", take_failed },
  [MUSTER_MESSAGE_RECOGNISING] = { "(u)", take_recognising },
};

gboolean
muster_reader_answer_take (MusterReaderAnswer *self, guint kind, GBytes *payload, GError **error)
{
  g_autoptr (GVariant) variant = NULL;

  g_return_val_if_fail (kind < G_N_ELEMENTS (messages) && messages[kind].take != NULL, FALSE);

  self->message_bytes += g_bytes_get_size (payload);
  variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (messages[kind].type), payload, FALSE));
  if (!g_variant_is_normal_form (variant))
    return refuse (error, _ ("the form of a message"));

  return messages[kind].take (self, variant, error);
}

gboolean
muster_reader_answer_is_complete (const MusterReaderAnswer *self)
{
  return self->document != NULL || self->failure != NULL;
}

MusterDocument *
muster_reader_answer_salvage (const MusterReaderAnswer *self, const char *reason)
{
  const char *notes[] = { reason, NULL };
  guint64     n_words = 0;

  if (self->n_recognised == 0)
    return NULL;
  for (guint i = 0; i < self->pages->len; i++)
    {
      guint n;

      muster_page_get_words (g_ptr_array_index (self->pages, i), &n);
      n_words += n;
    }
  if (n_words == 0)
    return NULL;

  return muster_document_new (g_ptr_array_ref (self->pages), self->pages->len, "", "", 0, notes);
}
