/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover in which the values of one row of a profile are corrected: Enter keeps, Escape leaves everything as it was.
 * It stays open until somebody says that what was wanted is kept. Main loop only. */
#pragma once

#include "muster-profile-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "keep" (): a person wants what muster_profile_editor_dup_changes() says. */
#define MUSTER_TYPE_PROFILE_EDITOR (muster_profile_editor_get_type ())
G_DECLARE_FINAL_TYPE (MusterProfileEditor, muster_profile_editor, MUSTER, PROFILE_EDITOR, GtkPopover)

/* @fact: only read here */
GtkWidget  *muster_profile_editor_new         (const MusterProfileFact *fact);

/* (transfer full): by pointer, the texts that differ from before; (nullable) text: the value is to be taken out. */
GHashTable *muster_profile_editor_dup_changes (MusterProfileEditor *self);

/* @sentence: why it could not be kept, and what to do */
void        muster_profile_editor_refuse      (MusterProfileEditor *self, const char *sentence);

G_END_DECLS
