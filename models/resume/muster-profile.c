/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile value: making, sharing and freeing it, and what can be reckoned from it alone. */

#include "muster-profile.h"

static const MusterPeriod no_period = { MUSTER_MONTH_NONE, MUSTER_MONTH_NONE, FALSE, FALSE, FALSE };

/**
 * muster_value_new:
 * @text: what goes into the profile, also found verbatim in the document
 *
 * Returns: (transfer full): the value.
 */
MusterValue *
muster_value_new (const char *text, MusterEvidence evidence, double confidence)
{
  return muster_value_new_quoted (text, text, evidence, confidence);
}

/**
 * muster_value_new_quoted:
 * @text: what goes into the profile, e.g. "2019-03"
 * @quote: the words that say it, e.g. "March 2019"
 *
 * Returns: (transfer full): the value.
 */
MusterValue *
muster_value_new_quoted (const char *text, const char *quote, MusterEvidence evidence, double confidence)
{
  MusterValue *self = g_new0 (MusterValue, 1);

  self->text = g_strdup (text);
  self->quote = g_strdup (quote);
  self->evidence = evidence;
  self->confidence = CLAMP (confidence, 0.0, 1.0);

  return self;
}

void
muster_value_free (MusterValue *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->quote);
  g_free (self);
}

static GPtrArray *
new_values (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_value_free);
}

MusterWork *
muster_work_new (void)
{
  MusterWork *self = g_new0 (MusterWork, 1);

  self->period = no_period;
  self->highlights = new_values ();

  return self;
}

void
muster_work_free (MusterWork *self)
{
  muster_value_free (self->name);
  muster_value_free (self->position);
  muster_value_free (self->location);
  muster_value_free (self->start);
  muster_value_free (self->end);
  g_ptr_array_unref (self->highlights);
  g_free (self);
}

MusterEducation *
muster_education_new (void)
{
  MusterEducation *self = g_new0 (MusterEducation, 1);

  self->period = no_period;

  return self;
}

void
muster_education_free (MusterEducation *self)
{
  muster_value_free (self->institution);
  muster_value_free (self->study_type);
  muster_value_free (self->area);
  muster_value_free (self->score);
  muster_value_free (self->start);
  muster_value_free (self->end);
  g_free (self);
}

MusterSkill *
muster_skill_new (void)
{
  MusterSkill *self = g_new0 (MusterSkill, 1);

  self->keywords = new_values ();

  return self;
}

void
muster_skill_free (MusterSkill *self)
{
  muster_value_free (self->name);
  g_ptr_array_unref (self->keywords);
  g_free (self);
}

MusterLanguage *
muster_language_new (void)
{
  return g_new0 (MusterLanguage, 1);
}

static void
language_free (gpointer data)
{
  MusterLanguage *self = data;

  muster_value_free (self->language);
  muster_value_free (self->fluency);
  g_free (self);
}

MusterCertificate *
muster_certificate_new (void)
{
  return g_new0 (MusterCertificate, 1);
}

void
muster_certificate_free (MusterCertificate *self)
{
  muster_value_free (self->name);
  muster_value_free (self->issuer);
  muster_value_free (self->date);
  g_free (self);
}

MusterOnlineProfile *
muster_online_profile_new (void)
{
  return g_new0 (MusterOnlineProfile, 1);
}

static void
online_profile_free (gpointer data)
{
  MusterOnlineProfile *self = data;

  muster_value_free (self->url);
  g_free (self->network);
  g_free (self->username);
  g_free (self);
}

/**
 * muster_profile_new:
 *
 * Returns: (transfer full): an empty profile, to be filled by one thread before it is shared.
 */
MusterProfile *
muster_profile_new (void)
{
  MusterProfile *self = g_new0 (MusterProfile, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->profiles = g_ptr_array_new_with_free_func (online_profile_free);
  self->work = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_work_free);
  self->education = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_education_free);
  self->skills = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_skill_free);
  self->languages = g_ptr_array_new_with_free_func (language_free);
  self->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certificate_free);

  return self;
}

MusterProfile *
muster_profile_ref (MusterProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
muster_profile_unref (MusterProfile *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  muster_value_free (self->name);
  muster_value_free (self->label);
  muster_value_free (self->email);
  muster_value_free (self->phone);
  muster_value_free (self->url);
  muster_value_free (self->city);
  muster_value_free (self->region);
  muster_value_free (self->summary);
  g_ptr_array_unref (self->profiles);
  g_ptr_array_unref (self->work);
  g_ptr_array_unref (self->education);
  g_ptr_array_unref (self->skills);
  g_ptr_array_unref (self->languages);
  g_ptr_array_unref (self->certificates);
  g_free (self);
}

gboolean
muster_profile_is_empty (const MusterProfile *self)
{
  return self->name == NULL && self->label == NULL && self->email == NULL && self->phone == NULL && self->url == NULL
         && self->city == NULL && self->region == NULL && self->summary == NULL
         && self->profiles->len + self->work->len + self->education->len + self->skills->len + self->languages->len
                    + self->certificates->len
                == 0;
}

/**
 * muster_profile_work_months:
 * @today: where open spells end
 *
 * Returns: months of work, overlapping jobs counted once; education does not count.
 */
guint
muster_profile_work_months (const MusterProfile *self, MusterMonth today)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (MusterPeriod));

  for (guint i = 0; i < self->work->len; i++)
    {
      const MusterWork *work = g_ptr_array_index (self->work, i);

      g_array_append_val (periods, work->period);
    }

  return muster_periods_union_months ((const MusterPeriod *) (gpointer) periods->data, periods->len, today);
}
