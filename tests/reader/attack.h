/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an intruder in the reader would try. Each attack is one function that says whether it got what it wanted. */
#pragma once

#include <glib.h>

typedef struct
{
  const char *name;
  gboolean (*succeeds) (void);
  gboolean is_proof; /* without the lock-down it succeeds, whoever runs it: so its failure is the lock-down's doing */
} Attack;

/* A folder of the test's own, which may be written to: the attacks on files are tried in it. Its file "victim"
 * exists. */
extern const char *attack_folder;

extern const Attack attacks[];
extern const guint  n_attacks;

/* What a reader must still be able to do. */
extern const Attack needs[];
extern const guint  n_needs;
