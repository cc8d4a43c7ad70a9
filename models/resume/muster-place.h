/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places by their names: cities, regions and countries from lists, and what stands before them. Private to
 * models/resume. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean muster_text_is_city     (const char *text);

/* "Bologna", "Cupertino, CA", "10115 Berlin, Germany", "Remote": nothing but a place */
gboolean muster_text_is_place    (const char *text);

/* Code points before ", Sevilla" or ", New York, USA" at the end; all of them where no place ends the text. */
guint    muster_text_place_start (const char *text);

G_END_DECLS
