/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A writer of its own because the one of json-glib gives every number 17 digits: 20.7 became 20.699999999999999. */

#include "muster-json-text.h"

#include <math.h>
#include <string.h>

typedef struct
{
  GString *text;
  gboolean is_indented;
  guint    depth;
} Writer;

static void write_node (Writer *self, JsonNode *node);

/* A double always shows that it is one, so that a reader keeps its type. */
static void
write_double (Writer *self, double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char                     digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    {
      g_string_append (self->text, "null"); /* JSON has no other word for what is no number */
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[i], value);
      if (g_ascii_strtod (digits, NULL) == value)
        break;
    }
  g_string_append (self->text, digits);
  if (strpbrk (digits, ".e") == NULL)
    g_string_append (self->text, ".0");
}

static void
write_string (Writer *self, const char *string)
{
  static const char plain[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";

  g_string_append_c (self->text, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      const char *special = strchr (plain, *p);

      if (special != NULL)
        g_string_append_printf (self->text, "\\%c", letters[special - plain]);
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (self->text, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (self->text, *p);
    }
  g_string_append_c (self->text, '"');
}

static void
write_value (Writer *self, JsonNode *node)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      write_string (self, json_node_get_string (node));
      break;
    case G_TYPE_DOUBLE:
      write_double (self, json_node_get_double (node));
      break;
    case G_TYPE_BOOLEAN:
      g_string_append (self->text, json_node_get_boolean (node) ? "true" : "false");
      break;
    default:
      g_string_append_printf (self->text, "%" G_GINT64_FORMAT, json_node_get_int (node));
      break;
    }
}

static void
begin_line (Writer *self)
{
  if (self->is_indented)
    g_string_append_printf (self->text, "\n%*s", (int) (2 * self->depth), "");
}

static void
write_array (Writer *self, JsonArray *array)
{
  guint n = json_array_get_length (array);

  g_string_append_c (self->text, '[');
  self->depth++;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, ',');
      begin_line (self);
      write_node (self, json_array_get_element (array, i));
    }
  self->depth--;
  if (n > 0)
    begin_line (self);
  g_string_append_c (self->text, ']');
}

static void
write_object (Writer *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *member;
  gboolean       is_first = TRUE;

  g_string_append_c (self->text, '{');
  self->depth++;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!is_first)
        g_string_append_c (self->text, ',');
      is_first = FALSE;
      begin_line (self);
      write_string (self, name);
      g_string_append (self->text, self->is_indented ? ": " : ":");
      write_node (self, member);
    }
  self->depth--;
  if (!is_first)
    begin_line (self);
  g_string_append_c (self->text, '}');
}

static void
write_node (Writer *self, JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (self, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      write_array (self, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      write_value (self, node);
      break;
    case JSON_NODE_NULL:
    default:
      g_string_append (self->text, "null");
      break;
    }
}

char *
muster_json_text (JsonNode *node, gboolean is_indented)
{
  Writer writer = { .text = g_string_new (NULL), .is_indented = is_indented };

  write_node (&writer, node);

  return g_string_free (writer.text, FALSE);
}
