/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flow as a value: nodes, runs and sections, all owned by it. */

#include "muster-flow.h"

#include <string.h>

#define A4_WIDTH_PT 595.3
#define A4_HEIGHT_PT 841.9
#define MARGIN_PT 56.7
#define HEADER_PT 35.4

static void
node_free (MusterFlowNode *node)
{
  g_ptr_array_unref (node->children);
  g_array_unref (node->runs);
  g_array_unref (node->tab_stops);
  g_free (node);
}

/** muster_flow_new: Returns: (transfer full): a flow without sections. */
MusterFlow *
muster_flow_new (void)
{
  MusterFlow *self = g_new0 (MusterFlow, 1);

  self->strings = g_string_chunk_new (4096);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  self->sections = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
muster_flow_free (MusterFlow *self)
{
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->nodes);
  g_string_chunk_free (self->strings);
  g_free (self);
}

MusterFlowSection *
muster_flow_add_section (MusterFlow *self)
{
  MusterFlowSection *section = g_new0 (MusterFlowSection, 1);

  section->width_pt = A4_WIDTH_PT;
  section->height_pt = A4_HEIGHT_PT;
  section->left_pt = section->right_pt = section->top_pt = section->bottom_pt = MARGIN_PT;
  section->header_pt = section->footer_pt = HEADER_PT;
  section->n_columns = 1;
  section->column_gap_pt = 36;
  section->body = muster_flow_new_node (self, MUSTER_FLOW_CELL);
  g_ptr_array_add (self->sections, section);

  return section;
}

/** muster_flow_new_node: Returns: (transfer none): a node that hangs nowhere yet. */
MusterFlowNode *
muster_flow_new_node (MusterFlow *self, MusterFlowKind kind)
{
  MusterFlowNode *node = g_new0 (MusterFlowNode, 1);

  node->kind = kind;
  node->children = g_ptr_array_new ();
  node->runs = g_array_new (FALSE, TRUE, sizeof (MusterRun));
  node->tab_stops = g_array_new (FALSE, FALSE, sizeof (double));
  node->paragraph.line_height = 1.2;
  g_ptr_array_add (self->nodes, node);

  return node;
}

MusterFlowNode *
muster_flow_add_node (MusterFlow *self, MusterFlowNode *parent, MusterFlowKind kind)
{
  MusterFlowNode *node = muster_flow_new_node (self, kind);

  g_ptr_array_add (parent->children, node);

  return node;
}

const char *
muster_flow_intern (MusterFlow *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

/**
 * muster_flow_add_run:
 * @run: copied with its strings
 */
void
muster_flow_add_run (MusterFlow *self, MusterFlowNode *paragraph, const MusterRun *run)
{
  MusterRun copy = *run;

  copy.text = g_string_chunk_insert (self->strings, run->text);
  copy.family = muster_flow_intern (self, run->family);
  copy.link = muster_flow_intern (self, run->link);
  g_array_append_val (paragraph->runs, copy);
  self->n_bytes += strlen (copy.text);
}

/** muster_flow_has_text: Returns: whether any run carries a letter. */
gboolean
muster_flow_has_text (const MusterFlow *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const MusterFlowNode *node = g_ptr_array_index (self->nodes, i);

      for (guint j = 0; j < node->runs->len; j++)
        {
          const char *text = g_array_index (node->runs, MusterRun, j).text;

          if (text[strspn (text, " \t\n")] != '\0')
            return TRUE;
        }
    }

  return FALSE;
}
