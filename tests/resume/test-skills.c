/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people write below a heading of skills, and the skills that it is. */

#include "muster-extractor.h"
#include "resume-document.h"

#define TODAY MUSTER_MONTH (2026, 11)
#define MAX_LINES 4

typedef struct
{
  const char *name;
  const char *heading;
  const char *lines[MAX_LINES];
  const char *skills; /* parted by | */
} SkillCase;

static const SkillCase cases[] = {
  /* lists as they are */
  { "commas", "Skills", { "Lean planning, Kanban (boards, cards), C++" }, "Lean planning|Kanban (boards, cards)|C++" },
  { "joined-names", "Skills", { "Research and Development, Health and Safety" },
    "Research and Development|Health and Safety" },
  { "phrases", "Skills", { "• Customer service", "• Time management", "• Java programming" },
    "Customer service|Time management|Java programming" },
  { "plain-experience", "Skills", { "• Experience with customers", "• Careful" }, "Experience with customers|Careful" },
  /* names side by side */
  { "blanks", "Skills", { "Python SQL Tableau Docker" }, "Python|SQL|Tableau|Docker" },
  { "blanks-two-lines", "Skills", { "Python SQL Tableau", "Docker Kubernetes Git" },
    "Python|SQL|Tableau|Docker|Kubernetes|Git" },
  { "blanks-and-signs", "Skills", { "C++ C# .NET" }, "C++|C#|.NET" },
  { "long-names", "Skills", { "Adobe Photoshop Power BI AutoCAD" }, "Adobe Photoshop|Power BI|AutoCAD" },
  { "two-names", "Skills", { "AWS EC2" }, "AWS EC2" },
  { "one-long-name", "Skills", { "Adobe Photoshop" }, "Adobe Photoshop" },
  /* sentences */
  { "en-sentence", "Skills", { "Proficient in Java, Python and SQL." }, "Java|Python|SQL" },
  { "en-and-before-last", "Skills", { "Experienced with invoicing, payroll, and tax returns." },
    "invoicing|payroll|tax returns" },
  { "en-two-sentences", "Skills", { "Strong knowledge of welding and soldering. Research and Development." },
    "Strong knowledge of welding and soldering|Research and Development" },
  { "en-long", "Skills", { "I have built reports for three departments with Tableau and SQL over many years." },
    "Tableau|SQL" },
  { "en-long-denied", "Skills", { "Bookkeeping", "I have not yet had the chance to work with any of Tableau or SQL." },
    "Bookkeeping" },
  { "en-projects", "Skills",
    { "Chatbot", "2023 - 2024", "Developed a chatbot for the clinic with Python and the TensorFlow library" }, "Chatbot" },
  { "de-sentence", "Kenntnisse", { "Sicherer Umgang mit Excel, SAP und DATEV." }, "Excel|SAP|DATEV" },
  { "de-plain", "Kenntnisse", { "Gute Kenntnisse in Lohnabrechnung, Mahnwesen und Zollrecht" },
    "Lohnabrechnung|Mahnwesen|Zollrecht" },
  { "fr-sentence", "Compétences", { "Maîtrise de Photoshop, Excel et SQL." }, "Photoshop|Excel|SQL" },
  { "fr-elided", "Compétences", { "Bonne connaissance d’Excel, de la paie et du recouvrement" },
    "Excel|de la paie|du recouvrement" },
  { "es-sentence", "Habilidades", { "Dominio de Excel, SQL y AutoCAD." }, "Excel|SQL|AutoCAD" },
  { "zh-sentence", "专业技能", { "熟练使用Excel、SQL和用友。" }, "Excel|SQL|用友" },
  { "zh-list", "专业技能", { "成本核算，税务申报，Excel" }, "成本核算|税务申报|Excel" },
};

static void
test_skills (gconstpointer data)
{
  const SkillCase *row = data;
  ResumeCell       cells[MAX_LINES + 3] = { { 60, 60, "Carla Nyström", 20, TRUE }, { 60, 100, row->heading, 13, TRUE } };
  g_autoptr (MusterDocument) document = NULL;
  g_autoptr (MusterProfile) profile = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < MAX_LINES && row->lines[i] != NULL; i++)
    cells[i + 2] = (ResumeCell){ 60, 120 + 14.0 * i, row->lines[i] };
  document = resume_document_new (cells);
  profile = muster_extract_profile (document, TODAY);
  for (guint i = 0; i < profile->skills->len; i++)
    {
      const MusterSkill *skill = g_ptr_array_index (profile->skills, i);

      for (guint j = 0; j < skill->keywords->len; j++)
        {
          const MusterValue *value = g_ptr_array_index (skill->keywords, j);

          g_string_append_printf (all, "%s%s", all->len > 0 ? "|" : "", value->text);
        }
    }

  g_assert_cmpstr (all->str, ==, row->skills);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/resume/skills/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_skills);
    }

  return g_test_run ();
}
