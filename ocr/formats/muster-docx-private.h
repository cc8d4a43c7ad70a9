/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that read a Word part share: where the walk is, what it fills, what holds around the current place. */
#pragma once

#include "muster-docx-body.h"

typedef struct
{
  gboolean    is_in_result;
  const char *link;        /* of a HYPERLINK field */
  GString    *instruction;
} MusterDocxField;

typedef struct
{
  const MusterDocxPackage *package;
  const MusterReaderJob   *job;
  MusterDocxStyles        *styles;
  MusterFlow              *flow;
  MusterFlowSection       *section; /* that text goes to now */
  MusterXml               *xml;
  const char              *part;      /* name of the part that is walked */
  GArray                  *fields;    /* MusterDocxField, the innermost last */
  GHashTable              *notes;     /* ids of footnotes that were met */
  const char              *link;      /* of the hyperlink around */
  guint                    n_deleted; /* how deep in deleted text */
  guint                    n_added;   /* counts everything that was taken */
  MusterFlowNode          *last;      /* (nullable): the paragraph before, with its style */
  const char              *last_style;
  gboolean                 last_is_close;
} MusterDocxReader;

/* The paragraph that is being read; it joins @parent at its end, behind the boxes that hang in it. */
typedef struct
{
  MusterFlowNode          *parent; /* NULL: the body of the current section */
  MusterFlowNode          *node;
  MusterDocxParagraphProps props;
  MusterDocxRunProps       run;
} MusterDocxParagraph;

typedef void (*MusterDocxReadFunc) (MusterDocxReader *self, gpointer data);

MusterFlowNode *muster_docx_container       (MusterDocxReader *self, MusterFlowNode *parent);
void            muster_docx_read_blocks     (MusterDocxReader *self, MusterFlowNode *parent);
void            muster_docx_read_paragraph  (MusterDocxReader *self, MusterFlowNode *parent);
void            muster_docx_read_table      (MusterDocxReader *self, MusterFlowNode *parent);
void            muster_docx_read_section    (MusterDocxReader *self);
void            muster_docx_read_drawing    (MusterDocxReader *self, MusterDocxParagraph *paragraph);
void            muster_docx_read_vml        (MusterDocxReader *self, MusterDocxParagraph *paragraph);
void            muster_docx_read_alternate  (MusterDocxReader *self, MusterDocxReadFunc read, gpointer data);
void            muster_docx_read_part       (MusterDocxReader *self, const char *part, MusterFlowNode *into);
