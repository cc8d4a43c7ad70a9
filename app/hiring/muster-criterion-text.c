/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skills and certificates are named by their own words; experience, education, language and place say what is
 * asked of them. */

#include "muster-criterion-text.h"

#include <glib/gi18n-lib.h>

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

static const char *
degree_text (const char *degree)
{
  static const struct
  {
    const char *name;
    const char *text;
  } degrees[] = {
    { "school", NC_ ("degree", "School certificate") },
    { "secondary", NC_ ("degree", "Secondary school") },
    { "vocational", NC_ ("degree", "Vocational training") },
    { "associate", NC_ ("degree", "Associate degree") },
    { "bachelor", NC_ ("degree", "Bachelor") },
    { "master", NC_ ("degree", "Master") },
    { "doctor", NC_ ("degree", "Doctor") },
    { "doctorate", NC_ ("degree", "Doctor") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (degrees); i++)
    if (g_ascii_strcasecmp (degree, degrees[i].name) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "degree", degrees[i].text);

  return degree;
}

static char *
dup_experience (const MusterCriterion *criterion)
{
  double years = is_given (criterion->minimum) ? g_ascii_strtod (criterion->minimum, NULL) : 0;

  if (years <= 0)
    return g_strdup (is_given (criterion->value) ? criterion->value : _ ("Work experience"));

  g_autofree char *asked = g_strdup_printf (ngettext ("%g year", "%g years", (gulong) years), years);

  if (!is_given (criterion->value))
    /* Translators: %s is "3 years". */
    return g_strdup_printf (_ ("%s of work"), asked);

  /* Translators: "3 years: servicing pumps". */
  return g_strdup_printf (_ ("%s: %s"), asked, criterion->value);
}

static char *
dup_education (const MusterCriterion *criterion)
{
  if (!is_given (criterion->minimum))
    return g_strdup (is_given (criterion->value) ? criterion->value : _ ("Education"));
  if (!is_given (criterion->value))
    return g_strdup (degree_text (criterion->minimum));

  /* Translators: a degree and its subject: "Bachelor: mechatronics". */
  return g_strdup_printf (_ ("%s: %s"), degree_text (criterion->minimum), criterion->value);
}

/** muster_criterion_dup_title: Returns: (transfer full): plain text, not markup. */
char *
muster_criterion_dup_title (const MusterCriterion *criterion)
{
  g_return_val_if_fail (criterion != NULL, NULL);

  switch (criterion->kind)
    {
    case MUSTER_CRITERION_EXPERIENCE:
      return dup_experience (criterion);
    case MUSTER_CRITERION_EDUCATION:
      return dup_education (criterion);
    case MUSTER_CRITERION_LANGUAGE:
      return is_given (criterion->minimum) ? g_strdup_printf ("%s %s", criterion->value, criterion->minimum)
                                           : g_strdup (criterion->value);
    case MUSTER_CRITERION_LOCATION:
      /* Translators: %s is a place. */
      return g_strdup_printf (_ ("Place: %s"), criterion->value);
    case MUSTER_CRITERION_SKILL:
    case MUSTER_CRITERION_CERTIFICATE:
    default:
      return g_strdup (criterion->value);
    }
}
