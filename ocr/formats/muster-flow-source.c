/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow as a source: set once, its pages then read and drawn like those of a PDF. */

#include "muster-page-surface.h"
#include "muster-flow.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MusterSource   parent;
  MusterTypeset *typeset;
} MusterFlowSource;

static MusterPage *
flow_source_read_page (MusterSource *source, guint number, GError **error)
{
  MusterFlowSource *self = (MusterFlowSource *) source;

  return muster_typeset_dup_page (self->typeset, number - 1);
}

static struct Pix *
flow_source_draw_page (MusterSource *source, guint number, double dpi, gboolean in_colour, GError **error)
{
  MusterFlowSource *self = (MusterFlowSource *) source;
  g_autoptr (MusterPage) page = muster_typeset_dup_page (self->typeset, number - 1);
  MusterPageSurface drawing;
  cairo_t          *cr = muster_page_surface_begin (&drawing,
                                           muster_page_get_width_pt (page),
                                           muster_page_get_height_pt (page),
                                           dpi,
                                           source->job->max_page_pixels);
  struct Pix       *pix;

  muster_typeset_draw_page (self->typeset, number - 1, cr);
  pix = muster_page_surface_end (&drawing, cr, in_colour);
  if (pix == NULL)
    g_set_error (error,
                 MUSTER_READ_ERROR,
                 MUSTER_READ_ERROR_LIMIT,
                 _ ("There is not enough memory to draw page %u."),
                 number);

  return pix;
}

static void
flow_source_free (MusterSource *source)
{
  MusterFlowSource *self = (MusterFlowSource *) source;

  muster_typeset_free (self->typeset);
  g_free (self);
}

static const MusterSourceClass flow_source_class = {
  .read_page = flow_source_read_page,
  .draw_page = flow_source_draw_page,
  .free = flow_source_free,
};

/**
 * muster_flow_source_new:
 * @flow: (transfer full): with at least one section
 *
 * Returns: (transfer full): its pages.
 */
MusterSource *
muster_flow_source_new (MusterFlow *flow, const MusterReaderJob *job)
{
  MusterFlowSource *self = g_new0 (MusterFlowSource, 1);

  self->parent.klass = &flow_source_class;
  self->parent.kind = MUSTER_SOURCE_TYPESET;
  self->parent.job = job;
  self->parent.n_marked_hidden = flow->n_marked_hidden;
  self->typeset = muster_flow_set (flow);
  self->parent.note = flow->is_cut || muster_typeset_is_full (self->typeset)
                          ? _ ("Set by Muster; the original looks different. Its end is missing: damaged, or "
                               "longer than Muster reads.")
                          : _ ("Set by Muster; the original looks different.");
  self->parent.n_pages = muster_typeset_get_n_pages (self->typeset);
  muster_flow_free (flow);

  return &self->parent;
}
