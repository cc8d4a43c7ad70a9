/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Just enough of a paper's order for the rules: where its head ends and which lines stand under hobbies or
 * referees. The extraction of the profile knows much more; what a mention is worth needs no more than this.
 */

#include "muster-dossier.h"

#include "muster-lexicon.h"

#include <string.h>

#define MAX_HEADING_WORDS 6

/* The kind of section that a short line opens ("interests"), NULL: it is in no list of headings. */
static const char *
heading_kind (const MusterDossierLine *line)
{
  g_autofree char *text = NULL;
  gsize            length;

  if (line->line->n_words > MAX_HEADING_WORDS)
    return NULL;

  text = muster_page_dup_line_text (line->page, line->index);
  length = strlen (text);
  while (length > 0 && strchr (": ", text[length - 1]) != NULL)
    text[--length] = '\0';

  return muster_lexicon_lookup (muster_lexicon_get ("headings"), text);
}

/* Whether a line that no list knows looks like the heading that opened the section. */
static gboolean
is_styled_like (const MusterDossierLine *line, const MusterDossierLine *heading)
{
  return line->line->n_words <= MAX_HEADING_WORDS
         && ABS (line->line->size_pt - heading->line->size_pt) < 0.05 * heading->line->size_pt
         && (line->line->flags & MUSTER_WORD_BOLD) == (heading->line->flags & MUSTER_WORD_BOLD)
         && line->line->colour == heading->line->colour;
}

void
muster_dossier_mark_sections (MusterDossier *self)
{
  const MusterDossierLine *aside = NULL;
  gboolean                 is_top = TRUE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      MusterDossierLine *line = &g_array_index (self->lines, MusterDossierLine, i);
      const char        *kind = heading_kind (line);

      if (aside != NULL && line != aside + 1 && is_styled_like (line, aside)
          && !is_styled_like (aside + 1, aside))
        aside = NULL;
      line->is_heading = kind != NULL;
      if (line->is_heading)
        {
          is_top = FALSE;
          aside = g_str_equal (kind, "interests") || g_str_equal (kind, "references") ? line : NULL;
        }
      line->is_top = is_top && muster_page_get_number (line->page) == 1;
      line->is_aside = aside != NULL && !line->is_heading;
    }
}
