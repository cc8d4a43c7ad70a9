/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in square brackets is filled in by hand. A decline gives no reason: one that was written by a program could
 * not be true of this person, and might not be lawful. */

#include "muster-letter.h"

#include <glib/gi18n-lib.h>

static char *
dup_greeting (const char *name)
{
  if (name == NULL || *name == '\0')
    return g_strdup (_ ("Dear applicant,"));

  /* Translators: %s is the whole name of a person; no title before it, since none is known. */
  return g_strdup_printf (_ ("Dear %s,"), name);
}

/** muster_letter_dup_text: Returns: (transfer full): the letter with its subject on the first line. */
char *
muster_letter_dup_text (MusterLetterKind kind, const char *name, const char *opening)
{
  g_autofree char *greeting = dup_greeting (name);

  if (kind == MUSTER_LETTER_INVITATION)
    /* Translators: subject, greeting, title of the opening. Keep the square brackets: people fill them in. */
    return g_strdup_printf (_ ("Invitation to an interview: %1$s\n\n"
                               "%2$s\n\n"
                               "Thank you for applying as %1$s. We would like to get to know you and invite you to an "
                               "interview on [date] at [time], at [place].\n\n"
                               "Please tell us by [date] whether this suits you, and whether there is anything that "
                               "would make the visit easier for you.\n\n"
                               "Kind regards\n[your name]"),
                            opening, greeting);

  /* Translators: subject, greeting, title of the opening. Give no reason. Keep the square brackets. */
  return g_strdup_printf (_ ("Your application: %1$s\n\n"
                             "%2$s\n\n"
                             "Thank you for applying as %1$s and for the time you took. We have read your application "
                             "with care and have decided to continue with other people.\n\n"
                             "If you have questions about this decision or about the data we keep, please write to "
                             "[contact].\n\n"
                             "We wish you all the best for your further way.\n\n"
                             "Kind regards\n[your name]"),
                          opening, greeting);
}
