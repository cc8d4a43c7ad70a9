/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mask is made in three steps: who the person is (from the profile and the head of the first page), where the text
 * tells it (muster-mask-find.h), and where these places are on the pages (muster-mask-layout.c). */

#include "muster-mask-private.h"
#include "muster-contact.h"
#include "muster-fold.h"
#include "muster-section.h"
#include "muster-title.h"

#include <string.h>

#define HEAD_LINES 12
#define MAX_LINKS 40
#define MAX_NAME_BYTES 60
#define MAX_TITLE_LENGTH 90
#define MIN_TITLE_SCORE 0.65

static const char *const kind_names[] = {
  [MUSTER_MASK_NAME] = "name",     [MUSTER_MASK_PHOTO] = "photo",
  [MUSTER_MASK_CONTACT] = "contact", [MUSTER_MASK_BIRTH] = "birth",
  [MUSTER_MASK_NATIONALITY] = "nationality", [MUSTER_MASK_FAMILY] = "family",
  [MUSTER_MASK_GENDER] = "gender", [MUSTER_MASK_NATIVE] = "native",
  [MUSTER_MASK_BELIEF] = "belief",
};

const char *
muster_mask_kind_name (MusterMaskKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), "name");

  return kind_names[kind];
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const MusterMaskMatch *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return first->length == second->length ? 0 : first->length > second->length ? -1 : 1;
}

void
muster_mask_join (GArray *matches)
{
  guint n = 0;

  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    {
      MusterMaskMatch  match = g_array_index (matches, MusterMaskMatch, i);
      MusterMaskMatch *last = n > 0 ? &g_array_index (matches, MusterMaskMatch, n - 1) : NULL;

      if (last != NULL && match.start < last->start + last->length)
        last->length = MAX (last->length, match.start + match.length - last->start);
      else if (match.length > 0)
        g_array_index (matches, MusterMaskMatch, n++) = match;
    }
  g_array_set_size (matches, n);
}

char *
muster_mask_replace (const char *text, guint start, guint end, const GArray *runs)
{
  GString    *masked = g_string_new (NULL);
  const char *from = g_utf8_offset_to_pointer (text, start);
  guint       at = start;

  for (guint i = 0; i < runs->len; i++)
    {
      const MusterMaskMatch *run = &g_array_index (runs, MusterMaskMatch, i);
      const char            *to;

      if (run->start + run->length <= at)
        continue;
      if (run->start >= end)
        break;
      to = run->start > at ? g_utf8_offset_to_pointer (from, run->start - at) : from;
      g_string_append_len (masked, from, to - from);
      g_string_append (masked, MUSTER_MASK_BLOCK);
      at = MIN (run->start + run->length, end);
      from = g_utf8_offset_to_pointer (to, at - MAX (run->start, start));
    }
  g_string_append_len (masked, from, g_utf8_offset_to_pointer (from, end - at) - from);

  return g_string_free (masked, FALSE);
}

static MusterMask *
mask_new (void)
{
  MusterMask *self = g_new0 (MusterMask, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->identity = muster_mask_identity_new ();
  self->language = g_strdup ("");
  self->homes = g_ptr_array_new_with_free_func (g_free);
  self->runs = g_array_new (FALSE, TRUE, sizeof (MusterMaskMatch));
  self->spans = g_array_new (FALSE, TRUE, sizeof (MusterMaskSpan));

  return self;
}

static void
add_home (MusterMask *self, const MusterValue *value)
{
  if (value != NULL)
    g_ptr_array_add (self->homes, muster_fold (value->text));
}

static void
identify (MusterMask *self, const MusterProfile *profile)
{
  if (profile->name != NULL)
    muster_mask_identity_add_name (self->identity, profile->name->text);
  if (profile->email != NULL)
    muster_mask_identity_add_mail (self->identity, profile->email->text);
  add_home (self, profile->city);
  add_home (self, profile->region);
  for (guint i = 0; i < profile->profiles->len; i++)
    muster_mask_identity_add_link (
        self->identity, ((MusterOnlineProfile *) g_ptr_array_index (profile->profiles, i))->url->text);
}

/* Addresses in the web, in the text and behind words. */
static void
identify_links (MusterMask *self, const MusterPage *page)
{
  guint             n_lines, n_links;
  const MusterLink *links = muster_page_get_links (page, &n_links);

  muster_page_get_lines (page, &n_lines);
  for (guint i = 0; i < MIN (n_links, MAX_LINKS); i++)
    if (strchr (links[i].uri, '@') == NULL)
      muster_mask_identity_add_link (self->identity, links[i].uri);
  for (guint i = 0; i < MIN (n_lines, HEAD_LINES); i++)
    {
      g_autofree char   *text = muster_page_dup_line_text (page, i);
      g_autoptr (GArray) shapes = muster_contact_matches (text);

      for (guint j = 0; j < shapes->len; j++)
        {
          const MusterContactMatch *shape = &g_array_index (shapes, MusterContactMatch, j);
          g_autofree char          *uri = g_utf8_substring (text, shape->start, shape->start + shape->length);

          if (shape->kind == MUSTER_CONTACT_LINK)
            muster_mask_identity_add_link (self->identity, uri);
          else if (shape->kind == MUSTER_CONTACT_EMAIL)
            muster_mask_identity_add_mail (self->identity, uri);
        }
    }
}

/* Two to four words with capitals that are neither a title nor a firm nor a heading. */
static gboolean
may_be_name (const char *text)
{
  g_auto (GStrv)    words = g_strsplit (text, " ", -1);
  guint             n = g_strv_length (words);
  MusterSectionKind kind;

  if (n < 2 || n > 4 || strlen (text) > MAX_NAME_BYTES || muster_title_score (text) >= 0.3
      || muster_organisation_score (text) >= 0.3 || muster_heading_classify (text, &kind) != MUSTER_HEADING_NONE)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_unichar_isupper (g_utf8_get_char (words[i])))
      return FALSE;

  return strpbrk (text, "0123456789@:/|") == NULL;
}

/* What the extractor did not take for a name, but the mail address or a link repeats; where nothing is known, the
 * first line that could be one. */
static void
identify_head (MusterMask *self)
{
  const MusterPage  *page = muster_document_get_n_pages (self->document) > 0
                                ? muster_document_get_page (self->document, 0)
                                : NULL;
  guint              n_lines = 0;
  MusterDocumentStatus status = muster_document_get_status (self->document);

  if (page != NULL)
    {
      identify_links (self, page);
      muster_page_get_lines (page, &n_lines);
    }
  for (guint i = 0; i < MIN (n_lines, HEAD_LINES); i++)
    {
      g_autofree char *text = muster_page_dup_line_text (page, i);

      muster_mask_identity_add_head (self->identity, text);
      if (!muster_mask_identity_is_known (self->identity) && may_be_name (text))
        muster_mask_identity_add_name (self->identity, text);
    }
  if (status == MUSTER_DOCUMENT_OCR || status == MUSTER_DOCUMENT_MIXED)
    muster_mask_identity_forgive (self->identity);
}

/* Whether the value was read from this document, at this place: a person has several. */
static gboolean
stands_here (const MusterMask *self, const MusterValue *value)
{
  g_autofree char *there = NULL, *squeezed = NULL, *quote = NULL;

  if (value == NULL || value->evidence.length == 0 || value->evidence.kind == MUSTER_EVIDENCE_LINK)
    return FALSE;
  there = muster_document_dup_text_range (self->document, value->evidence.start, value->evidence.length);
  squeezed = muster_fold_squeezed (there);
  quote = muster_fold_squeezed (value->quote);

  return *squeezed != '\0' && g_str_equal (squeezed, quote);
}

static void
add_value (MusterMask *self, MusterMaskKind kind, const MusterValue *value)
{
  MusterMaskMatch match = { kind };

  if (!stands_here (self, value))
    return;
  match.start = value->evidence.start;
  match.length = value->evidence.length;
  g_array_append_val (self->runs, match);
}

static void
add_title (MusterMask *self, const MusterValue *value)
{
  g_autofree char   *text = NULL;
  g_autoptr (GArray) matches = g_array_new (FALSE, TRUE, sizeof (MusterMaskMatch));

  if (!stands_here (self, value))
    return;
  text = muster_document_dup_text_range (self->document, value->evidence.start, value->evidence.length);
  muster_mask_find_endings (text, self->language, TRUE, matches);
  for (guint i = 0; i < matches->len; i++)
    {
      MusterMaskMatch match = g_array_index (matches, MusterMaskMatch, i);

      match.start += value->evidence.start;
      g_array_append_val (self->runs, match);
    }
}

static void
add_values (MusterMask *self, const MusterProfile *profile)
{
  add_value (self, MUSTER_MASK_NAME, profile->name);
  add_value (self, MUSTER_MASK_CONTACT, profile->email);
  add_value (self, MUSTER_MASK_CONTACT, profile->phone);
  add_value (self, MUSTER_MASK_CONTACT, profile->url);
  add_value (self, MUSTER_MASK_CONTACT, profile->city);
  add_value (self, MUSTER_MASK_CONTACT, profile->region);
  for (guint i = 0; i < profile->profiles->len; i++)
    add_value (self, MUSTER_MASK_CONTACT, ((MusterOnlineProfile *) g_ptr_array_index (profile->profiles, i))->url);
  add_title (self, profile->label);
  for (guint i = 0; i < profile->work->len; i++)
    add_title (self, ((MusterWork *) g_ptr_array_index (profile->work, i))->position);
}

static void
find_all (const MusterMask *self, const char *text, gboolean is_title, GArray *matches)
{
  muster_mask_find_names (self->identity, text, matches);
  muster_mask_find_contacts (text, matches);
  muster_mask_find_phrases (text, self->language, matches);
  muster_mask_find_endings (text, self->language, is_title, matches);
}

/**
 * muster_mask_new:
 * @document: (nullable): whose places are wanted; NULL for a mask of other texts about the person only
 * @profile: (nullable): who it is; of this document, or of another one of the same person
 *
 * Returns: (transfer full): the mask.
 */
MusterMask *
muster_mask_new (const MusterDocument *document, const MusterProfile *profile)
{
  MusterMask *self = mask_new ();

  if (profile != NULL)
    identify (self, profile);
  if (document == NULL)
    return self;

  self->document = muster_document_ref ((MusterDocument *) document);
  g_free (self->language);
  self->language = g_strdup (muster_document_get_language (document) != NULL ? muster_document_get_language (document)
                                                                              : "");
  identify_head (self);
  if (profile != NULL)
    add_values (self, profile);
  find_all (self, muster_document_get_text (document), FALSE, self->runs);
  muster_mask_find_cells (document, self->runs);
  muster_mask_join (self->runs);
  g_array_unref (self->spans);
  self->spans = muster_mask_lay_out (document, self->runs);

  return self;
}

/** muster_mask_new_of_person: Returns: (transfer full): a mask for texts about a person. @profile, @language:
 * (nullable): what is known. */
MusterMask *
muster_mask_new_of_person (const MusterProfile *profile, const char *language)
{
  MusterMask *self = muster_mask_new (NULL, profile);

  if (language != NULL)
    {
      g_free (self->language);
      self->language = g_strdup (language);
    }

  return self;
}

/** muster_mask_new_named: Returns: (transfer full): a mask for texts about somebody of whom only the name is known. */
MusterMask *
muster_mask_new_named (const char *name)
{
  MusterMask *self = mask_new ();

  muster_mask_identity_add_name (self->identity, name);

  return self;
}

MusterMask *
muster_mask_ref (MusterMask *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
muster_mask_unref (MusterMask *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->document, muster_document_unref);
  muster_mask_identity_free (self->identity);
  g_array_unref (self->runs);
  g_array_unref (self->spans);
  g_free (self->language);
  g_ptr_array_unref (self->homes);
  g_free (self);
}

/** muster_mask_get_spans: Returns: (transfer none) (array length=n_spans): by page and line, photos last. */
const MusterMaskSpan *
muster_mask_get_spans (const MusterMask *self, guint *n_spans)
{
  *n_spans = self->spans->len;

  return (const MusterMaskSpan *) (gpointer) self->spans->data;
}

/** muster_mask_hides: Returns: whether any code point of the range is masked. */
gboolean
muster_mask_hides (const MusterMask *self, guint start, guint length)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      const MusterMaskMatch *run = &g_array_index (self->runs, MusterMaskMatch, i);

      if (run->start < start + length && start < run->start + run->length)
        return TRUE;
    }

  return FALSE;
}

/** muster_mask_dup_text: Returns: (transfer full): a range of the document's text (cut at its end), with
 * MUSTER_MASK_BLOCK for what is masked. */
char *
muster_mask_dup_text (const MusterMask *self, guint start, guint length)
{
  const char *text = self->document != NULL ? muster_document_get_text (self->document) : "";
  guint       n = (guint) g_utf8_strlen (text, -1);

  start = MIN (start, n);

  return muster_mask_replace (text, start, start + MIN (length, n - start), self->runs);
}

/* A text that is nothing but the town: the place of a job elsewhere in a text tells less. */
static gboolean
is_home (const MusterMask *self, const char *text)
{
  g_autofree char *folded = muster_fold (text);

  for (guint i = 0; i < self->homes->len; i++)
    if (g_str_equal (folded, g_ptr_array_index (self->homes, i)))
      return TRUE;

  return FALSE;
}

/** muster_mask_dup_masked: Returns: (transfer full): @text with MUSTER_MASK_BLOCK for what tells who the person is;
 * short texts that are titles lose their gendered ends. */
char *
muster_mask_dup_masked (const MusterMask *self, const char *text)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, TRUE, sizeof (MusterMaskMatch));
  gboolean           is_title = strlen (text) <= MAX_TITLE_LENGTH && muster_title_score (text) >= MIN_TITLE_SCORE;

  if (*text == '\0')
    return g_strdup ("");
  if (is_home (self, text))
    return g_strdup (MUSTER_MASK_BLOCK);
  find_all (self, text, is_title, matches);
  muster_mask_join (matches);

  return muster_mask_replace (text, 0, (guint) g_utf8_strlen (text, -1), matches);
}
