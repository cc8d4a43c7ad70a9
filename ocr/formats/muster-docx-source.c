/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word documents (.docx, .docm, strict or not) as a source: unpacked, read as a flow, set on pages. Macros,
 * embedded files and links are never run, unpacked or followed. One thread, inside muster-reader. */

#include "muster-docx-body.h"

/**
 * muster_docx_source_new:
 * @bytes: a zip file
 *
 * Returns: (transfer full): the document on pages, or %NULL with MUSTER_READ_ERROR.
 */
MusterSource *
muster_docx_source_new (GBytes *bytes, const MusterReaderJob *job, GError **error)
{
  g_autoptr (MusterDocxPackage) package = muster_docx_package_open (bytes, job, error);
  g_autoptr (MusterFlow) flow = NULL;

  if (package == NULL)
    return NULL;

  flow = muster_flow_new ();
  if (!muster_docx_body_read (flow, package, job, error))
    return NULL;

  return muster_flow_source_new (g_steal_pointer (&flow), job);
}
