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

gboolean
muster_sheet_is_letter (const MusterSheet *self)
{
  g_autoptr (GRegex) greets = g_regex_new (salutations, G_REGEX_CASELESS, 0, NULL);

  for (guint i = 0; i < self->lines->len && i < MAX_LINES; i++)
    {
      const MusterSheetLine *line = muster_sheet_line (self, i);

      if (line->end - line->start <= MAX_SALUTATION_CHARACTERS && g_regex_match (greets, line->text, 0, NULL))
        return TRUE;
    }

  return FALSE;
}
