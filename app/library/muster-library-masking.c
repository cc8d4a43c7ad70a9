/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records, hits, decisions and fits without what tells who somebody is. The store keeps masked forms of what lists
 * show; what has none, from an older library, is masked here. */

#include "muster-library-masking.h"

#include "muster-fit-mask.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

static void
replace (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

/** muster_library_dup_code_name: Returns: (transfer full): what stands for the name of somebody with that code. */
char *
muster_library_dup_code_name (const char *code)
{
  return g_strdup_printf (_("Candidate %s"), code);
}

static const char *
name_media_type (const char *media_type)
{
  static const struct
  {
    const char *media_type;
    const char *name;
  } types[] = { { "application/pdf", "PDF" },
                { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX" },
                { "application/msword", "DOC" },
                { "application/vnd.oasis.opendocument.text", "ODT" },
                { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX" },
                { "application/rtf", "RTF" },
                { "text/rtf", "RTF" },
                { "text/html", "HTML" },
                { "application/xhtml+xml", "HTML" },
                { "text/plain", "TXT" },
                { "message/rfc822", "EML" },
                { "image/png", "PNG" },
                { "image/jpeg", "JPEG" },
                { "image/tiff", "TIFF" },
                { "image/webp", "WebP" } };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (media_type, types[i].media_type) == 0)
      return types[i].name;

  return NULL;
}

/** muster_library_dup_document_name: Returns: (transfer full): what stands for the name of a file that was read;
 * @media_type: (nullable). */
char *
muster_library_dup_document_name (gint64 document_id, const char *media_type)
{
  const char *type = name_media_type (media_type);

  return type != NULL ? g_strdup_printf (_("Document %" PRId64 " · %s"), document_id, type)
                      : g_strdup_printf (_("Document %" PRId64), document_id);
}

/* Nothing masked was kept: by the name alone, which is here. */
static char *
mask_now (const MusterCandidateRecord *record, const char *text)
{
  g_autoptr (MusterMask) mask = NULL;

  if (*text == '\0')
    return g_strdup ("");
  mask = muster_mask_new_named (record->name);

  return muster_mask_dup_masked (mask, text);
}

void
muster_candidate_record_mask (MusterCandidateRecord *record, gboolean is_blind)
{
  record->is_masked = is_blind && record->revealed_at == 0;
  if (record->is_masked)
    {
      replace (&record->label, record->masked_label != NULL ? g_steal_pointer (&record->masked_label)
                                                             : mask_now (record, record->label));
      replace (&record->top_evidence, record->masked_evidence != NULL ? g_steal_pointer (&record->masked_evidence)
                                                                       : mask_now (record, record->top_evidence));
      replace (&record->name, muster_library_dup_code_name (record->code));
      replace (&record->city, g_strdup (""));
    }
  g_clear_pointer (&record->masked_label, g_free);
  g_clear_pointer (&record->masked_evidence, g_free);
}

void
muster_library_mask_documents (GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    {
      MusterDocumentRecord *record = g_ptr_array_index (documents, i);

      replace (&record->file_name, muster_library_dup_document_name (record->id, record->media_type));
    }
}

void
muster_library_mask_decisions (GPtrArray *decisions, const MusterMask *mask)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      MusterDecisionRecord *record = g_ptr_array_index (decisions, i);

      replace (&record->reason, muster_mask_dup_masked (mask, record->reason));
    }
}

/* Hits of masked people come from the store with their media type for a file name. */
void
muster_library_mask_hits (GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      MusterSearchHit *hit = g_ptr_array_index (hits, i);

      if (!hit->is_masked)
        continue;
      replace (&hit->name, muster_library_dup_code_name (hit->code));
      replace (&hit->file_name, muster_library_dup_document_name (hit->document_id, hit->file_name));
    }
}

/* @id: the member that names the criterion. An entry without a quote has no place. */
static void
mask_quotes (JsonArray *entries, const char *id, const MusterMask *mask, MusterOpening *opening)
{
  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    {
      JsonNode        *node = json_array_get_element (entries, i);
      JsonObject      *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char      *quote
          = entry != NULL ? json_object_get_string_member_with_default (entry, "quote", NULL) : NULL;
      g_autofree char *masked = quote != NULL ? muster_mask_dup_masked (mask, quote) : NULL;

      if (masked == NULL)
        continue;
      if (!muster_opening_hides_quote (opening, json_object_get_string_member_with_default (entry, id, "")))
        {
          json_object_set_string_member (entry, "quote", masked);
          continue;
        }
      json_object_set_string_member (entry, "quote", "");
      json_object_set_null_member (entry, "page");
      json_object_remove_member (entry, "box");
    }
}

/* Evidence that is left without a quote is none. */
static void
drop_empty_evidence (JsonArray *entries)
{
  for (guint i = entries != NULL ? json_array_get_length (entries) : 0; i > 0; i--)
    {
      JsonNode *node = json_array_get_element (entries, i - 1);

      if (JSON_NODE_HOLDS_OBJECT (node)
          && *json_object_get_string_member_with_default (json_node_get_object (node), "quote", "") == '\0')
        json_array_remove_element (entries, i - 1);
    }
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/** muster_library_mask_fit: @fit: as muster_fit_to_json() writes it; its quotes are replaced. */
void
muster_library_mask_fit (JsonNode *fit, const MusterMask *mask, MusterOpening *opening)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (fit) ? json_node_get_object (fit) : NULL;
  JsonNode   *rules = object != NULL ? json_object_get_member (object, "rules") : NULL;

  mask_quotes (get_array (object, "evidence"), "criterion", mask, opening);
  drop_empty_evidence (get_array (object, "evidence"));
  if (rules != NULL && JSON_NODE_HOLDS_OBJECT (rules))
    mask_quotes (get_array (json_node_get_object (rules), "criteria"), "id", mask, opening);
}
