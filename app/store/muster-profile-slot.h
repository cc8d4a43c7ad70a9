/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place of a value in a profile by its JSON pointer, to change a profile that nobody else has yet. Pure. */
#pragma once

#include "muster-profile.h"

G_BEGIN_DECLS

/* Exactly one of the two is set: a member of an item, or a list of values with a place in it (index <= length). */
typedef struct
{
  MusterValue **member;
  GPtrArray    *list;
  guint         index;
} MusterProfileSlot;

/* FALSE: the profile has no such place; "/work/3/name" needs a fourth job. */
gboolean     muster_profile_find_slot  (MusterProfile *self, const char *pointer, MusterProfileSlot *slot);

/* (transfer none) (nullable) */
MusterValue *muster_profile_slot_get   (const MusterProfileSlot *slot);

/* In the place of what stood there. @value: (transfer full) (nullable): NULL takes it out, of a list for good. */
void         muster_profile_slot_put   (const MusterProfileSlot *slot, MusterValue *value);

/* As put, but into a list: those from there on move up. @value: (transfer full) */
void         muster_profile_slot_insert (const MusterProfileSlot *slot, MusterValue *value);

/* Whether two pointers lead to values of one kind: the same but for their numbers. */
gboolean     muster_pointers_are_kin   (const char *a, const char *b);

G_END_DECLS
