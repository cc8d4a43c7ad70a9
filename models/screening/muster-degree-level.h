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
} MusterDegreeLevel;

/* The highest degree that a short text names: "B.Sc. Computer Science", "Ausbildung zum Mechatroniker", "本科". */
MusterDegreeLevel muster_degree_level_from_text (const char *text);

/* All namings in a text, MusterPhraseHit with a MusterDegreeLevel as value. (transfer full) */
GArray           *muster_degree_level_find_all  (const MusterTerms *text);

/* (transfer full): what is left of "Bachelor of Science in Biology" without the words for the degree: "Biology";
 * often "". */
char             *muster_degree_level_strip     (const char *text);

const char       *muster_degree_level_name      (MusterDegreeLevel degree); /* "bachelor" */

/* The name in the language of the person, for sentences. */
const char       *muster_degree_level_title     (MusterDegreeLevel degree);

G_END_DECLS
