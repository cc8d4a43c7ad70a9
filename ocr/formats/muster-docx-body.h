/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a Word document, as a flow: main part, headers, footers, notes. Deleted text is counted and left
 * out, hidden runs are marked. One thread. */
#pragma once

#include "muster-docx-styles.h"

G_BEGIN_DECLS

/* Fills @flow. What could be read before a fault is kept; FALSE with MUSTER_READ_ERROR only where there was nothing. */
gboolean muster_docx_body_read (MusterFlow              *flow,
                                const MusterDocxPackage *package,
                                const MusterReaderJob   *job,
                                GError                 **error);

G_END_DECLS
