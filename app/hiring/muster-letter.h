/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short letters to people who applied, to be completed and sent by the one who decided. They state no reason and know
 * no score. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_LETTER_INVITATION,
  MUSTER_LETTER_DECLINE,
} MusterLetterKind;

/* @name (nullable): NULL or "" where the name is masked or not known; @opening: its title. */
char *muster_letter_dup_text (MusterLetterKind kind, const char *name, const char *opening);

G_END_DECLS
