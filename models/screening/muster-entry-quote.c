/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of an entry may stand in any order and apart (dates in a margin): the quote grows from the first of them
 * over each that keeps it short. */

#include "muster-entry-quote.h"

#define MAX_QUOTE_CHARACTERS 200

static void
widen (MusterTextSpan *span, const MusterValue *value)
{
  MusterTextSpan other;
  guint          start, end;

  if (!muster_value_span (value, &other))
    return;
  if (span->length == 0)
    {
      *span = other;
      return;
    }
  start = MIN (span->start, other.start);
  end = MAX (span->start + span->length, other.start + other.length);
  if (end - start <= MAX_QUOTE_CHARACTERS)
    *span = (MusterTextSpan){ start, end - start };
}

void
muster_entry_quote (const MusterDossier      *dossier,
                    const MusterValue *const *values,
                    guint                     n_values,
                    MusterFinding            *finding)
{
  MusterTextSpan span = { 0, 0 };

  for (guint i = 0; i < n_values; i++)
    widen (&span, values[i]);
  if (span.length > 0)
    muster_dossier_quote (dossier, span, finding);
}
