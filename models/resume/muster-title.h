/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a piece of text looks like a job title or like the name of an organisation, by the words it is made of.
 * Private to models/resume. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double   muster_title_score        (const char *text); /* 0..1 */
double   muster_organisation_score (const char *text); /* 0..1 */
gboolean muster_text_names_school  (const char *text);

G_END_DECLS
