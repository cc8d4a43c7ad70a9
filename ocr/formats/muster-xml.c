/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bounded walk through XML, on libxml2's text reader. */

#include "muster-xml.h"

#include "muster-document.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* libxml2 would write to stderr; what went wrong is told by our error. */
static void
swallow_error (void *data, xmlErrorPtr error)
{
}

/**
 * muster_xml_init:
 * @part: kept until muster_xml_clear()
 * @part_name: for messages
 *
 * Returns: whether the walk can begin.
 */
gboolean
muster_xml_init (MusterXml *self, GBytes *part, const char *part_name)
{
  gsize       size;
  const char *data = g_bytes_get_data (part, &size);

  *self = (MusterXml){ 0 };
  if (size > 0 && size <= G_MAXINT)
    self->reader = xmlReaderForMemory (
        data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (self->reader == NULL)
    {
      self->is_over = TRUE;
      g_set_error (&self->error,
                   MUSTER_READ_ERROR,
                   MUSTER_READ_ERROR_DAMAGED,
                   _ ("The part %s of the file is empty."),
                   part_name);
      return FALSE;
    }
  xmlTextReaderSetStructuredErrorHandler (self->reader, swallow_error, NULL);

  return TRUE;
}

void
muster_xml_clear (MusterXml *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_error (&self->error);
}

/** muster_xml_stop: ends the walk without an error: all loops over children end. */
void
muster_xml_stop (MusterXml *self)
{
  self->is_over = TRUE;
}

static gboolean
step (MusterXml *self)
{
  if (self->is_over)
    return FALSE;

  int result = xmlTextReaderRead (self->reader);

  if (result == 1 && xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_DOCUMENT_TYPE)
    {
      g_set_error (&self->error,
                   MUSTER_READ_ERROR,
                   MUSTER_READ_ERROR_DAMAGED,
                   _ ("The file carries a document type declaration, which no word processor writes."));
      self->is_over = TRUE;
    }
  else if (result != 1)
    {
      if (result < 0)
        g_set_error (&self->error,
                     MUSTER_READ_ERROR,
                     MUSTER_READ_ERROR_DAMAGED,
                     _ ("A part of the file is damaged at line %d, or nested too deeply."),
                     xmlTextReaderGetParserLineNumber (self->reader));
      self->is_over = TRUE;
    }

  return !self->is_over;
}

/** muster_xml_find_root: Returns: whether the walk stands on the outermost element now. */
gboolean
muster_xml_find_root (MusterXml *self)
{
  while (step (self))
    if (xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT)
      return TRUE;

  return FALSE;
}

/** muster_xml_enter: Returns: the scope of the element that the walk stands on, for muster_xml_next(). */
MusterXmlScope
muster_xml_enter (MusterXml *self)
{
  return (MusterXmlScope){ xmlTextReaderDepth (self->reader),
                           xmlTextReaderIsEmptyElement (self->reader) == 1 };
}

/**
 * muster_xml_next:
 *
 * Returns: whether the walk stands on the next child element of the scope now; %FALSE behind the last one.
 */
gboolean
muster_xml_next (MusterXml *self, const MusterXmlScope *scope)
{
  if (scope->is_empty)
    return FALSE;

  while (step (self))
    {
      int type = xmlTextReaderNodeType (self->reader);
      int depth = xmlTextReaderDepth (self->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && depth == scope->depth)
        return FALSE;
      if (type == XML_READER_TYPE_ELEMENT && depth == scope->depth + 1)
        return TRUE;
    }

  return FALSE;
}

const char *
muster_xml_name (const MusterXml *self)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (self->reader);

  return name != NULL ? name : "";
}

gboolean
muster_xml_is (const MusterXml *self, const char *name)
{
  return strcmp (muster_xml_name (self), name) == 0;
}

char *
muster_xml_dup (MusterXml *self, const char *attribute)
{
  char *value = NULL;

  while (value == NULL && xmlTextReaderMoveToNextAttribute (self->reader) == 1)
    if (strcmp (muster_xml_name (self), attribute) == 0)
      value = g_strdup ((const char *) xmlTextReaderConstValue (self->reader));
  xmlTextReaderMoveToElement (self->reader);

  return value;
}

double
muster_xml_get_number (MusterXml *self, const char *attribute, double fallback)
{
  g_autofree char *text = muster_xml_dup (self, attribute);
  char            *end;
  double           number;

  if (text == NULL)
    return fallback;
  number = g_ascii_strtod (text, &end);

  return end != text && isfinite (number) && fabs (number) < 1e9 ? number : fallback;
}

gboolean
muster_xml_get_switch (MusterXml *self)
{
  g_autofree char *value = muster_xml_dup (self, "val");

  return value == NULL
         || !(g_str_equal (value, "0") || g_str_equal (value, "false") || g_str_equal (value, "off"));
}

/** muster_xml_dup_text: Returns: (transfer full): the text of the element and of what is in it; the walk
 * stands at its end then. */
char *
muster_xml_dup_text (MusterXml *self)
{
  MusterXmlScope scope = muster_xml_enter (self);
  GString       *text = g_string_new (NULL);

  while (!scope.is_empty && step (self))
    {
      int type = xmlTextReaderNodeType (self->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->reader) == scope.depth)
        break;
      if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA
          || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE)
        g_string_append (text, (const char *) xmlTextReaderConstValue (self->reader));
    }

  return g_string_free (text, FALSE);
}
