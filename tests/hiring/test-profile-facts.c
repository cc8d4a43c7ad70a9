/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A profile as rows: what stands in front, what is doubted, what is left out, and which row a pointer leads
 * into. */

#include "muster-profile-facts.h"

static MusterValue *
value (const char *text, double confidence)
{
  return muster_value_new (text, (MusterEvidence){ .page = 2, .box = { 10, 10, 50, 12 } }, confidence);
}

static MusterPeriod
period (MusterMonth start, MusterMonth end, gboolean is_open)
{
  return (MusterPeriod){
    .start = start, .end = end, .is_open = is_open, .start_has_month = TRUE, .end_has_month = TRUE
  };
}

static void
add_work (
    MusterProfile *profile, const char *position, const char *name, double confidence, MusterPeriod spell)
{
  MusterWork *work = muster_work_new ();

  work->position = position != NULL ? value (position, 1) : NULL;
  work->name = name != NULL ? value (name, confidence) : NULL;
  work->period = spell;
  g_ptr_array_add (profile->work, work);
}

static MusterProfile *
make_profile (void)
{
  MusterProfile  *profile = muster_profile_new ();
  MusterSkill    *skill = muster_skill_new ();
  MusterLanguage *language = muster_language_new ();

  add_work (
      profile, "Fitter", "Otterby Dairy", 1, period (MUSTER_MONTH (2014, 8), MUSTER_MONTH (2019, 2), FALSE));
  add_work (profile, NULL, "Quillon Tools", .4, period (MUSTER_MONTH (2019, 3), MUSTER_MONTH_NONE, TRUE));
  g_ptr_array_add (skill->keywords, value ("pumps", 1));
  g_ptr_array_add (skill->keywords, value (MUSTER_MASK_BLOCK, 1));
  skill->name = value ("Technical", 1);
  g_ptr_array_add (profile->skills, skill);
  language->language = value ("German", 1);
  language->fluency = value (MUSTER_MASK_BLOCK, 1);
  g_ptr_array_add (profile->languages, language);
  profile->name = value (MUSTER_MASK_BLOCK " " MUSTER_MASK_BLOCK, 1);
  profile->email = value ("fitter@example.org", 1);

  return profile;
}

static const struct
{
  MusterProfileSection section;
  const char          *pointer, *title, *detail;
  gboolean             is_doubted;
} rows[] = {
  { MUSTER_PROFILE_WORK, "/work/0", "Fitter", "Otterby Dairy · Aug 2014 to Feb 2019", FALSE },
  { MUSTER_PROFILE_WORK, "/work/1", "Quillon Tools", "Mar 2019 to today", TRUE },
  { MUSTER_PROFILE_SKILLS, "/skills/0/keywords/0", "pumps", "Technical", FALSE },
  { MUSTER_PROFILE_LANGUAGES, "/languages/0", "German", "", FALSE }, /* the masked level is no detail */
  { MUSTER_PROFILE_CONTACT, "/basics/email", "fitter@example.org", "E-mail", FALSE },
};

static void
test_rows (void)
{
  g_autoptr (MusterProfile) profile = make_profile ();
  g_autoptr (GPtrArray) facts = muster_profile_facts_new (profile);

  g_assert_cmpuint (facts->len, ==, G_N_ELEMENTS (rows)); /* nothing that is masked as a whole */
  for (guint i = 0; i < facts->len; i++)
    {
      const MusterProfileFact *fact = g_ptr_array_index (facts, i);

      g_assert_cmpint (fact->section, ==, rows[i].section);
      g_assert_cmpstr (fact->pointer, ==, rows[i].pointer);
      g_assert_cmpstr (fact->title, ==, rows[i].title);
      g_assert_cmpstr (fact->detail, ==, rows[i].detail);
      g_assert_cmpint (fact->doubt != NULL, ==, rows[i].is_doubted);
      g_assert_cmpuint (fact->page, ==, 2);
    }
  g_assert_cmpstr (((const MusterProfileFact *) g_ptr_array_index (facts, 1))->doubt,
                   ==,
                   "Employer was read with doubt: “Quillon Tools”");
}

/* The pointers of the fields are those of the profile: a correction finds its value by them. */
static void
find_field (const char *pointer, const MusterValue *found, gpointer user_data)
{
  GHashTable *pointers = user_data;

  g_hash_table_remove (pointers, pointer);
}

static void
test_fields (void)
{
  g_autoptr (MusterProfile) profile = make_profile ();
  g_autoptr (GPtrArray) facts = muster_profile_facts_new (profile);
  g_autoptr (GHashTable) pointers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->len; i++)
    {
      const MusterProfileFact *fact = g_ptr_array_index (facts, i);

      for (guint k = 0; k < fact->fields->len; k++)
        g_hash_table_add (pointers, ((MusterProfileField *) g_ptr_array_index (fact->fields, k))->pointer);
    }
  g_assert_cmpuint (g_hash_table_size (pointers), ==, 7);
  muster_profile_foreach (profile, find_field, pointers);
  g_assert_cmpuint (g_hash_table_size (pointers), ==, 0);
}

static const struct
{
  const char *name, *pointer, *row;
  gboolean    is_in;
} pointers[] = {
  { "itself", "/work/1", "/work/1", TRUE },
  { "a value", "/work/1/name", "/work/1", TRUE },
  { "another", "/work/10/name", "/work/1", FALSE },
  { "above", "/work", "/work/1", FALSE },
  { "nothing", NULL, "/work/1", FALSE },
};

static void
test_pointers (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);

  g_assert_cmpint (
      muster_profile_pointer_is_in (pointers[index].pointer, pointers[index].row), ==, pointers[index].is_in);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile-facts/rows", test_rows);
  g_test_add_func ("/profile-facts/fields", test_fields);
  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/profile-facts/pointer/%s", pointers[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pointers);
    }

  return g_test_run ();
}
