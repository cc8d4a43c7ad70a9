/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of programs, programming languages and systems that running text mentions. Private to models/resume. Pure; any
 * thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Code points of the text that was searched. */
typedef struct
{
  guint    start;
  guint    length;
  gboolean is_sure; /* FALSE: written like any word of a sentence ("Access", "Teams") */
} MusterToolMention;

/* (transfer full): array of MusterToolMention in order, never overlapping. @is_list: the text is a list of skills,
 * where every name counts; else it is a sentence, where a name that could be a plain word counts beside a sure one
 * only. */
GArray   *muster_tool_mentions_find (const char *text, gboolean is_list);

/* "I bring no experience with SAP", in five languages */
gboolean  muster_sentence_denies    (const char *sentence);

G_END_DECLS
