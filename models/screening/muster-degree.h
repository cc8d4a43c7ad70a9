/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Degrees of five languages on one ladder. Pure; any thread. */
#pragma once

#include "muster-terms.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_DEGREE_NONE, /* none named */
  MUSTER_DEGREE_SECONDARY,
  MUSTER_DEGREE_VOCATIONAL,
  MUSTER_DEGREE_ASSOCIATE,
  MUSTER_DEGREE_BACHELOR,
  MUSTER_DEGREE_MASTER,
  MUSTER_DEGREE_DOCTORATE,
} MusterDegree;

/* The highest degree that a short text names: "B.Sc. Computer Science", "Ausbildung zum Mechatroniker", "本科". */
MusterDegree muster_degree_from_text  (const char *text);

/* All namings in a text, MusterPhraseHit with a MusterDegree as value. (transfer full) */
GArray      *muster_degree_find_all   (const MusterTerms *text);

/* (transfer full): what is left of "Bachelor of Science in Biology" without the words for the degree: "Biology"; often "". */
char        *muster_degree_strip      (const char *text);

const char  *muster_degree_name       (MusterDegree degree); /* "bachelor" */

G_END_DECLS
