/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How to reach the person: e-mail, telephone, addresses in the web, city. Private to models/resume. */
#pragma once

#include "muster-section.h"

G_BEGIN_DECLS

/* Sets email, phone, url and profiles of @profile from the sections before the first heading, of contact and
 * personal data, and from headers and footers. */
void      muster_contact_read         (const MusterSheet *sheet, const GArray *sections, MusterProfile *profile);

/* City, from the same lines; the name, if known, is none. */
void      muster_contact_read_city    (const MusterSheet *sheet, const GArray *sections, MusterProfile *profile);

/* Once the name is known: an icon before a recognised e-mail that was read as its first letter is taken off. */
void      muster_contact_mend_email   (const MusterSheet *sheet, MusterProfile *profile);

/* (transfer full): guint: the lines in which contact data stand, nearest to the top first */
GArray   *muster_contact_lines        (const MusterSheet *sheet, const GArray *sections);

/* Places of e-mails, telephone numbers and web addresses in a text; code points. (transfer full): array of
 * MusterContactMatch */
typedef enum
{
  MUSTER_CONTACT_EMAIL,
  MUSTER_CONTACT_PHONE,
  MUSTER_CONTACT_LINK,
} MusterContactKind;

typedef struct
{
  MusterContactKind kind;
  guint             start;
  guint             length;
} MusterContactMatch;

GArray   *muster_contact_matches      (const char *text);

G_END_DECLS
