/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents and profiles without what a mask hides. Boxes stay where they are; places in a masked document's text are
 * its own, for a block is no longer than any other. */

#include "muster-mask-private.h"

#include "muster-page-variant.h"

/* The words of a page with their texts replaced; words that the page hides are left out, nobody sees them. */
static GVariant *
mask_words (const MusterMask *self, const MusterPage *page, GVariant *words)
{
  GVariantBuilder   builder;
  guint             n_words;
  const MusterWord *read = muster_page_get_words (page, &n_words);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" MUSTER_WORD_VARIANT_TYPE));
  for (guint i = 0; i < g_variant_n_children (words); i++)
    {
      g_autoptr (GVariant) word = g_variant_get_child_value (words, i);
      g_autofree char     *text = NULL;
      GVariantBuilder      fields;

      if (i >= n_words || !muster_mask_hides (self, read[i].text_start, read[i].text_length))
        {
          g_variant_builder_add_value (&builder, word);
          continue;
        }
      text = muster_mask_dup_text (self, read[i].text_start, read[i].text_length);
      g_variant_builder_init (&fields, G_VARIANT_TYPE (MUSTER_WORD_VARIANT_TYPE));
      g_variant_builder_add (&fields, "s", text);
      for (gsize j = 1; j < g_variant_n_children (word); j++)
        {
          g_autoptr (GVariant) field = g_variant_get_child_value (word, j);

          g_variant_builder_add_value (&fields, field);
        }
      g_variant_builder_add_value (&builder, g_variant_builder_end (&fields));
    }

  return g_variant_builder_end (&builder);
}

/* Addresses behind words lead to the person. */
static GVariant *
mask_links (GVariant *links)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(s(dddd))"));
  for (guint i = 0; i < g_variant_n_children (links); i++)
    {
      g_autoptr (GVariant) link = g_variant_get_child_value (links, i);
      g_autoptr (GVariant) box = g_variant_get_child_value (link, 1);

      g_variant_builder_open (&builder, G_VARIANT_TYPE ("(s(dddd))"));
      g_variant_builder_add (&builder, "s", MUSTER_MASK_BLOCK);
      g_variant_builder_add_value (&builder, box);
      g_variant_builder_close (&builder);
    }

  return g_variant_builder_end (&builder);
}

static MusterPage *
mask_page (const MusterMask *self, const MusterPage *page, GError **error)
{
  enum { WORDS = 5, HIDDEN, LINES, LINKS };
  g_autoptr (GVariant) whole = g_variant_ref_sink (muster_page_to_variant (page));
  g_autoptr (GVariant) masked = NULL;
  GVariantBuilder      builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (MUSTER_PAGE_VARIANT_TYPE));
  for (gsize i = 0; i < g_variant_n_children (whole); i++)
    {
      g_autoptr (GVariant) part = g_variant_get_child_value (whole, i);

      if (i == WORDS)
        g_variant_builder_add_value (&builder, mask_words (self, page, part));
      else if (i == HIDDEN)
        g_variant_builder_add_value (&builder,
                                     g_variant_new_array (G_VARIANT_TYPE (MUSTER_WORD_VARIANT_TYPE), NULL, 0));
      else if (i == LINKS)
        g_variant_builder_add_value (&builder, mask_links (part));
      else
        g_variant_builder_add_value (&builder, part);
    }
  masked = g_variant_ref_sink (g_variant_builder_end (&builder));

  return muster_page_new_from_variant (masked, error);
}

/** muster_mask_dup_document: Returns: (transfer full) (nullable): the document with blocks for masked words, without
 * hidden words and the addresses of links; only of a mask that has a document. */
MusterDocument *
muster_mask_dup_document (const MusterMask *self, GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref);
  const MusterDocument *document = self->document;

  g_return_val_if_fail (document != NULL, NULL);

  for (guint i = 0; i < muster_document_get_n_pages (document); i++)
    {
      MusterPage *page = mask_page (self, muster_document_get_page (document, i), error);

      if (page == NULL)
        return NULL;
      g_ptr_array_add (pages, page);
    }

  return muster_document_new (g_steal_pointer (&pages), muster_document_get_n_pages_total (document),
                              muster_document_get_media_type (document), muster_document_get_language (document),
                              muster_document_get_hidden_characters (document),
                              (const char **) muster_document_get_notes (document));
}

static MusterValue *
mask_value (const MusterMask *self, const MusterValue *value)
{
  g_autofree char *text = NULL, *quote = NULL;

  if (value == NULL)
    return NULL;
  text = muster_mask_dup_masked (self, value->text);
  quote = muster_mask_dup_masked (self, value->quote);

  return muster_value_new_quoted (text, quote, value->evidence, value->confidence);
}

static GPtrArray *
mask_values (const MusterMask *self, const GPtrArray *values)
{
  GPtrArray *masked = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_value_free);

  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (masked, mask_value (self, g_ptr_array_index (values, i)));

  return masked;
}

static void
take_values (GPtrArray **place, GPtrArray *values)
{
  g_ptr_array_unref (*place);
  *place = values;
}

static void
mask_work (const MusterMask *self, const MusterProfile *from, MusterProfile *to)
{
  for (guint i = 0; i < from->work->len; i++)
    {
      const MusterWork *work = g_ptr_array_index (from->work, i);
      MusterWork       *masked = muster_work_new ();

      masked->name = mask_value (self, work->name);
      masked->position = mask_value (self, work->position);
      masked->location = mask_value (self, work->location);
      masked->start = mask_value (self, work->start);
      masked->end = mask_value (self, work->end);
      masked->period = work->period;
      take_values (&masked->highlights, mask_values (self, work->highlights));
      g_ptr_array_add (to->work, masked);
    }
}

static void
mask_education (const MusterMask *self, const MusterProfile *from, MusterProfile *to)
{
  for (guint i = 0; i < from->education->len; i++)
    {
      const MusterEducation *education = g_ptr_array_index (from->education, i);
      MusterEducation       *masked = muster_education_new ();

      masked->institution = mask_value (self, education->institution);
      masked->study_type = mask_value (self, education->study_type);
      masked->area = mask_value (self, education->area);
      masked->score = mask_value (self, education->score);
      masked->start = mask_value (self, education->start);
      masked->end = mask_value (self, education->end);
      masked->period = education->period;
      g_ptr_array_add (to->education, masked);
    }
}

static void
mask_others (const MusterMask *self, const MusterProfile *from, MusterProfile *to)
{
  for (guint i = 0; i < from->skills->len; i++)
    {
      const MusterSkill *skill = g_ptr_array_index (from->skills, i);
      MusterSkill       *masked = muster_skill_new ();

      masked->name = mask_value (self, skill->name);
      take_values (&masked->keywords, mask_values (self, skill->keywords));
      g_ptr_array_add (to->skills, masked);
    }
  for (guint i = 0; i < from->languages->len; i++)
    {
      const MusterLanguage *language = g_ptr_array_index (from->languages, i);
      MusterLanguage       *masked = muster_language_new ();

      masked->language = mask_value (self, language->language);
      masked->fluency = mask_value (self, language->fluency);
      g_ptr_array_add (to->languages, masked);
    }
  for (guint i = 0; i < from->certificates->len; i++)
    {
      const MusterCertificate *certificate = g_ptr_array_index (from->certificates, i);
      MusterCertificate       *masked = muster_certificate_new ();

      masked->name = mask_value (self, certificate->name);
      masked->issuer = mask_value (self, certificate->issuer);
      masked->date = mask_value (self, certificate->date);
      g_ptr_array_add (to->certificates, masked);
    }
}

/** muster_mask_dup_profile: Returns: (transfer full): @profile without name, ways to reach the person and town, all
 * other texts masked; evidence stays. */
MusterProfile *
muster_mask_dup_profile (const MusterMask *self, const MusterProfile *profile)
{
  MusterProfile *masked = muster_profile_new ();

  masked->label = mask_value (self, profile->label);
  masked->summary = mask_value (self, profile->summary);
  mask_work (self, profile, masked);
  mask_education (self, profile, masked);
  mask_others (self, profile, masked);

  return masked;
}
