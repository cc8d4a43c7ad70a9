/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The opening as a value: what it holds and how it is shared. muster-opening-json.c reads and writes it,
 * muster-opening-proposal.c makes criteria out of an advertisement. */

#include "muster-opening-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (muster - opening - error - quark, muster_opening_error)

static const char *kind_names[]
    = { "skill", "experience", "education", "language", "certificate", "location" };

MusterOpening *
muster_opening_new_empty (void)
{
  MusterOpening *self = g_new0 (MusterOpening, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rules_weight = MUSTER_OPENING_DEFAULT_RULES_WEIGHT;
  self->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_criterion_free);

  return self;
}

MusterOpening *
muster_opening_ref (MusterOpening *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
muster_opening_unref (MusterOpening *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->description);
  g_free (self->field);
  g_ptr_array_unref (self->criteria);
  g_free (self);
}

MusterCriterion *
muster_criterion_new (MusterCriterionKind kind, const char *value, const char *minimum)
{
  MusterCriterion *self = g_new0 (MusterCriterion, 1);

  self->kind = kind;
  self->value = g_strdup (value);
  self->minimum = g_strdup (minimum);

  return self;
}

void
muster_criterion_free (MusterCriterion *self)
{
  g_free (self->id);
  g_free (self->value);
  g_free (self->minimum);
  g_free (self);
}

/** muster_criterion_kind_name: Returns: (transfer none): the word for `kind` of the command line contract. */
const char *
muster_criterion_kind_name (MusterCriterionKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), "skill");

  return kind_names[kind];
}

gboolean
muster_criterion_kind_from_name (const char *name, MusterCriterionKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (name, kind_names[i]))
      {
        *kind = (MusterCriterionKind) i;
        return TRUE;
      }

  return FALSE;
}

/* An advertisement is what a person wrote down: a first line and the rest. */
static gboolean
split_title (const char *text, char **title, char **description)
{
  const char *line = text;

  while (*line != '\0')
    {
      const char      *end = strchrnul (line, '\n');
      g_autofree char *words = g_strstrip (g_strndup (line, (gsize) (end - line)));

      line = *end == '\0' ? end : end + 1;
      if (*words == '\0')
        continue;
      *title = g_steal_pointer (&words);
      *description = g_strstrip (g_strdup (line));
      return TRUE;
    }

  return FALSE;
}

/**
 * muster_opening_new_from_text:
 * @text: UTF-8; its first line that is not empty is the title, the rest the description
 *
 * Criteria are proposed from the words; they hold until a person has confirmed them
 * (muster_opening_is_proposed()). A text that asks for nothing that the rules know gives an error: nobody can
 * be ranked against it.
 *
 * Returns: (transfer full): the opening, or %NULL with MUSTER_OPENING_ERROR_INVALID.
 */
MusterOpening *
muster_opening_new_from_text (const char *text, GError **error)
{
  g_autoptr (MusterOpening) self = muster_opening_new_empty ();

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error,
                           MUSTER_OPENING_ERROR,
                           MUSTER_OPENING_ERROR_INVALID,
                           _ ("The text is not UTF-8; save it as UTF-8 and try again."));
      return NULL;
    }
  if (!split_title (text, &self->title, &self->description))
    {
      g_set_error_literal (error,
                           MUSTER_OPENING_ERROR,
                           MUSTER_OPENING_ERROR_INVALID,
                           _ ("The text is empty; its first line is the title of the opening."));
      return NULL;
    }

  muster_opening_propose (self, text);
  self->is_proposed = TRUE;
  if (self->criteria->len == 0)
    {
      g_set_error (error,
                   MUSTER_OPENING_ERROR,
                   MUSTER_OPENING_ERROR_INVALID,
                   _ ("“%s”: no criterion could be read from the text. Name skills, years of experience, a "
                      "degree, languages or a place, or write an OPENING.json."),
                   self->title);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* The end of what was decoded, without the byte order mark that some editors write. */
static const char *
skip_byte_order_mark (const char *text)
{
  return g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
}

/**
 * muster_opening_new_from_bytes:
 * @bytes: a file's content: JSON when it begins with a brace, else text
 *
 * Returns: (transfer full): the opening, or %NULL with MUSTER_OPENING_ERROR_INVALID that says what is wrong
 * and where.
 */
MusterOpening *
muster_opening_new_from_bytes (GBytes *bytes, GError **error)
{
  gsize                  length = g_bytes_get_size (bytes);
  g_autofree char       *content = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError)     parse_error = NULL;
  const char            *text;

  if (length > MUSTER_OPENING_MAX_BYTES)
    {
      g_set_error_literal (error,
                           MUSTER_OPENING_ERROR,
                           MUSTER_OPENING_ERROR_INVALID,
                           _ ("The file is larger than 1 MiB; that is no opening."));
      return NULL;
    }
  content = g_strndup (length > 0 ? g_bytes_get_data (bytes, NULL) : "", length);
  if (strlen (content) != length || !g_utf8_validate (content, -1, NULL))
    {
      g_set_error_literal (error,
                           MUSTER_OPENING_ERROR,
                           MUSTER_OPENING_ERROR_INVALID,
                           _ ("The file is not text in UTF-8; save it as UTF-8 and try again."));
      return NULL;
    }

  text = skip_byte_order_mark (content);
  while (g_ascii_isspace (*text))
    text++;
  if (*text != '{')
    return muster_opening_new_from_text (text, error);

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, -1, &parse_error))
    {
      g_set_error (error,
                   MUSTER_OPENING_ERROR,
                   MUSTER_OPENING_ERROR_INVALID,
                   _ ("This is not valid JSON: %s"),
                   parse_error->message);
      return NULL;
    }

  return muster_opening_new_from_json (json_parser_get_root (parser), error);
}

const char *
muster_opening_get_title (const MusterOpening *self)
{
  return self->title;
}

const char *
muster_opening_get_description (const MusterOpening *self)
{
  return self->description;
}

/** muster_opening_get_field: Returns: (transfer none) (nullable): the occupational field, where the opening
 * names one. */
const char *
muster_opening_get_field (const MusterOpening *self)
{
  return self->field;
}

guint
muster_opening_get_n_criteria (const MusterOpening *self)
{
  return self->criteria->len;
}

/** muster_opening_get_criterion: Returns: (transfer none): the criterion at @index. */
const MusterCriterion *
muster_opening_get_criterion (const MusterOpening *self, guint index)
{
  g_return_val_if_fail (index < self->criteria->len, NULL);

  return g_ptr_array_index (self->criteria, index);
}

/** muster_opening_get_rules_weight: Returns: 0..100; the weight of the match is the rest to 100. */
double
muster_opening_get_rules_weight (const MusterOpening *self)
{
  return self->rules_weight;
}

/** muster_opening_is_proposed: Returns: whether the criteria were read from an advertisement and nobody has
 * confirmed them yet. */
gboolean
muster_opening_is_proposed (const MusterOpening *self)
{
  return self->is_proposed;
}
