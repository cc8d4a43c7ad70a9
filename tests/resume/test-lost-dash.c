/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two dates beside each other without a dash are a spell where the date of a job stands, and nowhere else. */

#include "muster-extractor.h"
#include "resume-document.h"

#define TODAY MUSTER_MONTH (2026, 11)

typedef struct
{
  const char *name;
  const char *heading;
  const char *title;
  const char *first;
  const char *second; /* (nullable): a cell of its own */
  const char *firm;
  const char *body;
  const char *start;
  const char *end; /* (nullable): it goes on */
} DashCase;

static const DashCase cases[] = {
  { "en-open", "Work Experience", "Pump Mechanic", "Oct 2022", "Present", "Orrin Pumps Ltd", "• Kept pumps.", "2022-10",
    NULL },
  { "en-closed", "Work Experience", "Pump Mechanic", "Oct 2020", "Mar 2022", "Orrin Pumps Ltd", "• Kept pumps.",
    "2020-10", "2022-03" },
  { "en-years", "Work Experience", "Pump Mechanic", "2015", "2018", "Orrin Pumps Ltd", "• Kept pumps.", "2015",
    "2018" },
  { "en-one-cell", "Work Experience", "Pump Mechanic", "2015 2018", NULL, "Orrin Pumps Ltd", "• Kept pumps.", "2015",
    "2018" },
  { "en-one-line", "Work Experience", "Pump Mechanic 2015 2018", NULL, NULL, "Orrin Pumps Ltd", "• Kept pumps.",
    "2015", "2018" },
  { "de-open", "Berufserfahrung", "Mechaniker", "Okt. 2022", "heute", "Orrin Pumpen GmbH", "• Pumpen gewartet.",
    "2022-10", NULL },
  { "de-closed", "Berufserfahrung", "Mechaniker", "10/2020", "03/2022", "Orrin Pumpen GmbH", "• Pumpen gewartet.",
    "2020-10", "2022-03" },
  { "fr-open", "Expérience professionnelle", "Mécanicien", "octobre 2022", "aujourd’hui", "Orrin Pompes SARL",
    "• Entretien des pompes.", "2022-10", NULL },
  { "fr-running", "Expérience professionnelle", "Mécanicien", "octobre 2022", "en cours", "Orrin Pompes SARL",
    "• Entretien des pompes.", "2022-10", NULL },
  { "es-open", "Experiencia laboral", "Mecánico", "oct. 2022", "actualidad", "Bombas Orrin S.L.",
    "• Mantenimiento de bombas.", "2022-10", NULL },
  { "zh-open", "工作经历", "会计主管", "2022年10月", "至今", "南方恒信电器有限公司", "• 负责成本核算。", "2022-10",
    NULL },
  { "zh-closed", "工作经历", "会计主管", "2020.10", "2022.03", "南方恒信电器有限公司", "• 负责成本核算。", "2020-10",
    "2022-03" },
  { "backwards", "Work Experience", "Pump Mechanic", "2018", "2015", "Orrin Pumps Ltd", "• Kept pumps.", "2018",
    "2018" },
  { "another-word", "Work Experience", "Pump Mechanic", "Oct 2022", "Portland", "Orrin Pumps Ltd", "• Kept pumps.",
    "2022-10", "2022-10" },
  { "text-between", "Work Experience", "Pump Mechanic 2015 and again 2018", NULL, NULL, "Orrin Pumps Ltd",
    "• Kept pumps.", "2018", "2018" },
  { "in-the-body", "Work Experience", "Pump Mechanic", "Oct 2022", NULL, "Orrin Pumps Ltd",
    "• Moved the stock list to Office 2016 2019", "2022-10", "2022-10" },
};

static MusterProfile *
extract (const DashCase *row)
{
  const ResumeCell all[] = {
    { 60, 60, "Carla Nyström", 20, TRUE },     { 60, 110, row->heading, 13, TRUE }, { 60, 130, row->title },
    { 330, 130, row->first },                  { 420, 130, row->second },           { 60, 144, row->firm },
    { 60, 158, row->body },
  };
  ResumeCell cells[G_N_ELEMENTS (all) + 1] = { 0 };
  guint      n = 0;
  g_autoptr (MusterDocument) document = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (all[i].text != NULL)
        cells[n++] = all[i];
    }
  document = resume_document_new (cells);

  return muster_extract_profile (document, TODAY);
}

static void
test_spell (gconstpointer data)
{
  const DashCase *row = data;
  g_autoptr (MusterProfile) profile = extract (row);
  const MusterWork *job;

  g_assert_cmpuint (profile->work->len, ==, 1);
  job = g_ptr_array_index (profile->work, 0);
  g_assert_cmpstr (job->start != NULL ? job->start->text : NULL, ==, row->start);
  g_assert_cmpstr (job->end != NULL ? job->end->text : NULL, ==, row->end);
  g_assert_cmpint (job->period.is_open, ==, row->end == NULL);
  g_assert_cmpstr (job->name != NULL ? job->name->text : NULL, ==, row->firm);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/resume/lost-dash/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_spell);
    }

  return g_test_run ();
}
