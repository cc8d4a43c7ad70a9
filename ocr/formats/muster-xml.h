/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A walk through an XML part of a packed format, forwards only and bounded: no network, no DTD (a DOCTYPE ends the
 * walk), depth 256 by libxml2. Functions that descend go by scopes: enter the element, then next its children;
 * what is not entered is skipped. One thread. */
#pragma once

#include <glib.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

typedef struct
{
  xmlTextReaderPtr reader;
  gboolean         is_over; /* stopped, or an error ended it */
  GError          *error;   /* (nullable): MUSTER_READ_ERROR */
} MusterXml;

typedef struct
{
  int      depth;
  gboolean is_empty;
} MusterXmlScope;

gboolean       muster_xml_init       (MusterXml *self, GBytes *part, const char *part_name);
void           muster_xml_clear      (MusterXml *self);
void           muster_xml_stop       (MusterXml *self);

gboolean       muster_xml_find_root  (MusterXml *self);
MusterXmlScope muster_xml_enter      (MusterXml *self);
gboolean       muster_xml_next       (MusterXml *self, const MusterXmlScope *scope);

const char    *muster_xml_name       (const MusterXml *self); /* without prefix */
gboolean       muster_xml_is         (const MusterXml *self, const char *name);
/* By local name; NULL where it is not there. */
char          *muster_xml_dup        (MusterXml *self, const char *attribute);
double         muster_xml_get_number (MusterXml *self, const char *attribute, double fallback);
gboolean       muster_xml_get_switch (MusterXml *self); /* w:val of an on/off element: on where it is not there */
char          *muster_xml_dup_text   (MusterXml *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterXml, muster_xml_clear)

G_END_DECLS
