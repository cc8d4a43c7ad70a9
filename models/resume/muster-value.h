/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that a resume says, and where it says it. */
#pragma once

#include "muster-box.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_EVIDENCE_TEXT, /* words on the page */
  MUSTER_EVIDENCE_LINK, /* the address behind a link */
  MUSTER_EVIDENCE_FORM, /* a form field */
} MusterEvidenceKind;

/* Where a value was read: page from 1, box around its words on that page, span in code points of
 * muster_document_get_text(). */
typedef struct
{
  guint              page;
  MusterBox          box;
  guint              start;
  guint              length;
  MusterEvidenceKind kind;
} MusterEvidence;

/* text: as it goes into JSON Resume (dates ISO 8601); quote: the document's text at the place of the
 * evidence, verbatim with its line breaks; confidence 0..1. */
typedef struct
{
  char          *text;
  char          *quote;
  MusterEvidence evidence;
  double         confidence;
} MusterValue;

/* The quote of muster_value_new() is the text itself. */
MusterValue *muster_value_new        (const char *text, MusterEvidence evidence, double confidence);
MusterValue *muster_value_new_quoted (const char *text, const char *quote, MusterEvidence evidence, double confidence);
void         muster_value_free       (MusterValue *self);

G_END_DECLS
