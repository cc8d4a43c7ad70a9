/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which attribute it is, is told by muster-protected.c and muster-proxy.c; here stand the words for people and what the
 * work may need in its place. */

#include "muster-objection.h"

#include "muster-language-level.h"
#include "muster-protected.h"
#include "muster-proxy.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char         *sentence;
  const char         *offer;
  MusterCriterionKind kind;
  const char         *value; /* translatable when not empty */
  const char         *minimum;
} Advice;

static const Advice refusals[] = {
  [MUSTER_PROTECTED_AGE] = {
    N_ ("Age is protected by law. If you mean practice, ask for years of experience."),
    N_ ("Ask for 3 Years of Experience"), MUSTER_CRITERION_EXPERIENCE, "", "3" },
  [MUSTER_PROTECTED_GENDER] = {
    N_ ("Sex and gender are protected by law. Ask for a task that the work needs somebody to do."),
    N_ ("Name a Skill"), MUSTER_CRITERION_SKILL, "", "" },
  [MUSTER_PROTECTED_FAMILY] = {
    N_ ("Family and pregnancy are protected by law. If you mean hours or travel, ask for those."),
    N_ ("Ask for Shift Work"), MUSTER_CRITERION_SKILL, N_ ("shift work"), "" },
  [MUSTER_PROTECTED_ORIGIN] = {
    N_ ("Origin and nationality are protected by law. Ask for the right to work here, or for a language and its level."),
    N_ ("Ask for a Work Permit"), MUSTER_CRITERION_CERTIFICATE, N_ ("work permit"), "" },
  [MUSTER_PROTECTED_RELIGION] = {
    N_ ("Religion is protected by law. Ask for what a person has to know or do."),
    N_ ("Name a Skill"), MUSTER_CRITERION_SKILL, "", "" },
  [MUSTER_PROTECTED_HEALTH] = {
    N_ ("Health, disability and looks are protected by law. Ask for the task that the work needs somebody to do."),
    N_ ("Name a Skill"), MUSTER_CRITERION_SKILL, "", "" },
  [MUSTER_PROTECTED_BELIEF] = {
    N_ ("Party, union and orientation are protected by law. Ask for what a person has to know or do."),
    N_ ("Name a Skill"), MUSTER_CRITERION_SKILL, "", "" },
};

static const Advice warnings[] = {
  [MUSTER_PROXY_SCHOOL] = {
    N_ ("A named school may stand for origin. Ask for the degree, whichever school gave it."),
    N_ ("Ask for a Bachelor"), MUSTER_CRITERION_EDUCATION, "", "bachelor" },
  [MUSTER_PROXY_DISTRICT] = {
    N_ ("Where somebody lives may stand for origin. If you mean hours, ask for those."),
    N_ ("Ask for Shift Work"), MUSTER_CRITERION_SKILL, N_ ("shift work"), "" },
  [MUSTER_PROXY_GRADUATION_YEAR] = {
    N_ ("The year of a degree may stand for age. Ask for years of experience."),
    N_ ("Ask for 1 Year of Experience"), MUSTER_CRITERION_EXPERIENCE, "", "1" },
  [MUSTER_PROXY_NATIVE] = {
    N_ ("A first language may stand for origin. Ask for a level that can also be learnt."),
    N_ ("Ask for C2"), MUSTER_CRITERION_LANGUAGE, "", "C2" },
  [MUSTER_PROXY_YOUNG_TEAM] = {
    N_ ("This may stand for age. Ask for what the work needs."),
    N_ ("Name a Skill"), MUSTER_CRITERION_SKILL, "", "" },
  [MUSTER_PROXY_RECENT_GRADUATE] = {
    N_ ("A fresh degree may stand for age. Ask for the degree, whenever it was earned."),
    N_ ("Ask for a Bachelor"), MUSTER_CRITERION_EDUCATION, "", "bachelor" },
  [MUSTER_PROXY_GAP] = {
    N_ ("Gaps may stand for family or health. Ask for years of experience."),
    N_ ("Ask for 3 Years of Experience"), MUSTER_CRITERION_EXPERIENCE, "", "3" },
};

/* "German native speaker" goes on as German. */
static char *
dup_value (const Advice *advice, const char *value)
{
  const char *code = advice->kind == MUSTER_CRITERION_LANGUAGE ? muster_language_code (value) : NULL;

  if (code != NULL)
    return muster_language_name (code);

  return g_strdup (*advice->value != '\0' ? _ (advice->value) : "");
}

static MusterObjection *
objection_from_advice (const Advice *advice, gboolean is_refusal, const char *value)
{
  MusterObjection *self = g_new0 (MusterObjection, 1);

  self->is_refusal = is_refusal;
  self->heading = g_strdup_printf (is_refusal ? _ ("“%s” cannot be a criterion")
                                              : _ ("“%s” may disadvantage people"), value);
  self->sentence = g_strdup (_ (advice->sentence));
  self->offer = _ (advice->offer);
  self->kind = advice->kind;
  self->value = dup_value (advice, value);
  self->minimum = advice->minimum;

  return self;
}

/** muster_objection_new: @value: as it is written so far. A place is no protected attribute, whatever its name. */
MusterObjection *
muster_objection_new (MusterCriterionKind kind, const char *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (value));
  MusterProtected  attribute = MUSTER_PROTECTED_NONE;
  MusterProxy      proxy;

  if (kind != MUSTER_CRITERION_LOCATION)
    attribute = muster_protected_get (stripped);
  if (attribute != MUSTER_PROTECTED_NONE)
    return objection_from_advice (&refusals[attribute], TRUE, stripped);

  proxy = muster_proxy_get (stripped);

  return proxy != MUSTER_PROXY_NONE ? objection_from_advice (&warnings[proxy], FALSE, stripped) : NULL;
}

void
muster_objection_free (MusterObjection *self)
{
  g_free (self->heading);
  g_free (self->sentence);
  g_free (self->value);
  g_free (self);
}
