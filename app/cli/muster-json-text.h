/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as muster-cli writes it: numbers in the fewest digits that read back as the same number, whatever the locale. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* (transfer full): on one line, or indented for people. */
char *muster_json_text (JsonNode *node, gboolean is_indented);

G_END_DECLS
