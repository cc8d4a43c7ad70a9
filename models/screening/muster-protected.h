/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What no one may be chosen by: age, gender, family, nationality, origin, religion, health, looks, party or union.
 * Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_PROTECTED_NONE,
  MUSTER_PROTECTED_AGE,
  MUSTER_PROTECTED_GENDER,
  MUSTER_PROTECTED_FAMILY,
  MUSTER_PROTECTED_ORIGIN,
  MUSTER_PROTECTED_RELIGION,
  MUSTER_PROTECTED_HEALTH, /* disability, looks */
  MUSTER_PROTECTED_BELIEF, /* party, union, orientation */
} MusterProtected;

/* Which attribute the value is about, the first one where it is about several ("young woman"). */
MusterProtected muster_protected_get (const char *value);

/* (transfer none): NULL when @value is a lawful criterion; else a sentence that says what to ask for instead. A
 * value is judged as a whole: "Religious education" is a subject, "Catholic" alone is a religion. */
const char *muster_protected_find (const char *value);

G_END_DECLS
