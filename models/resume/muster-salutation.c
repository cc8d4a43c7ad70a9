/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A salutation is a line of its own that greets: "Dear Ms Ode,", "Sehr geehrte Damen und Herren,". */

#include "muster-salutation.h"

#define MAX_LINES 40
#define MAX_SALUTATION_CHARACTERS 80

static const char *salutations
    = "^\\s*(?:dear\\s+\\p{L}.*[,:]?|to whom it may concern[,:]?|hello(?:\\s+\\p{L}.*)?,|good (?:morning|day)\\b.*,"
      "|sehr geehrte[rs]?\\s.*[,!]?|liebe[rs]?\\s+\\p{L}.*[,!]|guten tag\\b.*[,!]"
      "|(?:madame|monsieur|mesdames|messieurs)\\b.*,|bonjour\\b.*,"
      "|(?:estimad[oa]s?|apreciad[oa]s?|distinguid[oa]s?)\\s+\\p{L}.*[,:]?|a quien corresponda[,:]?"
      "|尊敬的.*[：:，,]?|敬启者[：:]?|您好[！!，,]?)\\s*$";

static GRegex *
get_greets (void)
{
  static GRegex *greets;

  if (g_once_init_enter (&greets))
    g_once_init_leave (&greets, g_regex_new (salutations, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));

  return greets;
}

gboolean
muster_line_is_salutation (const MusterSheetLine *line)
{
  return line->end - line->start <= MAX_SALUTATION_CHARACTERS && g_regex_match (get_greets (), line->text, 0, NULL);
}

gboolean
muster_sheet_is_letter (const MusterSheet *self)
{
  for (guint i = 0; i < self->lines->len && i < MAX_LINES; i++)
    {
      if (muster_line_is_salutation (muster_sheet_line (self, i)))
        return TRUE;
    }

  return FALSE;
}
