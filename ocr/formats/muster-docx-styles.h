/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles and numbering of a Word document: what a paragraph looks like before its own properties, and which bullet
 * or number it gets. One thread. */
#pragma once

#include "muster-docx-package.h"
#include "muster-docx-props.h"

G_BEGIN_DECLS

typedef struct _MusterDocxStyles MusterDocxStyles;

/* Never fails: a damaged or missing part leaves Word's own defaults. */
MusterDocxStyles *muster_docx_styles_new             (const MusterDocxPackage *package, MusterFlow *flow);
void              muster_docx_styles_free            (MusterDocxStyles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDocxStyles, muster_docx_styles_free)

/* Lays the paragraph style over the defaults; @style NULL: the document's default. */
void              muster_docx_styles_start_paragraph (const MusterDocxStyles *self, const char *style,
                                                      MusterDocxParagraphProps *paragraph, MusterDocxRunProps *run);
void              muster_docx_styles_overlay_run     (const MusterDocxStyles *self, const char *style,
                                                      MusterDocxRunProps *run);

/* Counts on. Returns (transfer full) (nullable): the bullet or number; the level's indents are laid over @paragraph. */
char             *muster_docx_styles_next_number     (MusterDocxStyles *self, MusterDocxParagraphProps *paragraph);

G_END_DECLS
