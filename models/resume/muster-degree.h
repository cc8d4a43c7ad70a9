/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Degrees by their words: where in a text one stands and what it is in. Private to models/resume. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Places in code points. degree: "Master of Science"; area: "Computer Science"; length 0: none. */
typedef struct
{
  guint degree_start;
  guint degree_length;
  guint area_start;
  guint area_length;
  guint level; /* 1 school .. 6 doctor */
} MusterDegree;

gboolean muster_text_find_degree (const char *text, MusterDegree *degree);

G_END_DECLS
