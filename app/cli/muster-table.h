/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table for a terminal: columns as wide as their widest cell (wide characters count two), lines of text between
 * rows. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MusterTable MusterTable;

/* @alignment: one letter a column, l or r; the last column is not filled up. */
MusterTable *muster_table_new      (const char *alignment);
void         muster_table_free     (MusterTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterTable, muster_table_free)

/* As many texts as columns, NULL for an empty cell. */
void         muster_table_add      (MusterTable *self, ...);

/* A line below the last row, set in by @indent. */
void         muster_table_add_note (MusterTable *self, guint indent, const char *text);
void         muster_table_print    (const MusterTable *self);

/* (transfer full): at most @columns wide, cut with an ellipsis; line breaks become blanks, controls are replaced. */
char        *muster_table_clip     (const char *text, guint columns);

G_END_DECLS
