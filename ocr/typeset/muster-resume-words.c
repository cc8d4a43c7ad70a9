/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings and dates of resumes in five languages. */

#include "muster-resume-words.h"

#include <string.h>

typedef struct
{
  const char *language;
  const char *headings[MUSTER_RESUME_HEADING_LAST];
  const char *months[12];
  const char *to_date;
  const char *separator;
} Words;

static const Words all_words[] = {
  { "en",
    { "Resume",
      "Profile",
      "Contact",
      "Personal Details",
      "Experience",
      "Education",
      "Skills",
      "Languages",
      "Certificates",
      "Interests",
      "Name",
      "E-mail",
      "Phone",
      "Address" },
    { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
    "Present",
    ", " },
  { "de",
    { "Lebenslauf",
      "Profil",
      "Kontakt",
      "Persönliche Daten",
      "Berufserfahrung",
      "Ausbildung",
      "Kenntnisse",
      "Sprachen",
      "Zertifikate",
      "Interessen",
      "Name",
      "E-Mail",
      "Telefon",
      "Wohnort" },
    { "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez." },
    "heute",
    ", " },
  { "fr",
    { "Curriculum vitae",
      "Profil",
      "Contact",
      "État civil",
      "Expérience professionnelle",
      "Formation",
      "Compétences",
      "Langues",
      "Certifications",
      "Centres d’intérêt",
      "Nom",
      "E-mail",
      "Téléphone",
      "Adresse" },
    { "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc." },
    "aujourd’hui",
    ", " },
  { "es",
    { "Currículum vítae",
      "Perfil",
      "Contacto",
      "Datos personales",
      "Experiencia laboral",
      "Formación",
      "Competencias",
      "Idiomas",
      "Certificados",
      "Intereses",
      "Nombre",
      "Correo",
      "Teléfono",
      "Domicilio" },
    { "ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.", "oct.", "nov.", "dic." },
    "actualidad",
    ", " },
  { "zh",
    { "个人简历",
      "自我评价",
      "联系方式",
      "基本信息",
      "工作经历",
      "教育背景",
      "专业技能",
      "语言能力",
      "证书",
      "兴趣爱好",
      "姓名",
      "邮箱",
      "电话",
      "现居地" },
    { NULL },
    "至今",
    "、" },
};

static const Words *
find_words (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_words); i++)
    if (g_strcmp0 (all_words[i].language, language) == 0)
      return &all_words[i];

  return &all_words[0];
}

const char *
muster_resume_heading (const char *language, MusterResumeHeading heading)
{
  g_return_val_if_fail (heading < MUSTER_RESUME_HEADING_LAST, NULL);

  return find_words (language)->headings[heading];
}

char *
muster_resume_dup_date (const char *language, MusterResumeDates style, MusterResumeDate date)
{
  const Words *words = find_words (language);

  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%u", date.year);
  if (words->months[0] == NULL)
    return g_strdup_printf ("%u.%02u", date.year, date.month);
  if (style == MUSTER_RESUME_DATES_DIGITS)
    return g_strdup_printf ("%02u/%u", date.month, date.year);

  return g_strdup_printf ("%s %u", words->months[(date.month - 1) % 12], date.year);
}

/** muster_resume_dup_period: an end without a year goes on; a period without a start is its end alone. */
char *
muster_resume_dup_period (const char       *language,
                          MusterResumeDates style,
                          MusterResumeDate  start,
                          MusterResumeDate  end)
{
  g_autofree char *from = muster_resume_dup_date (language, style, start);
  g_autofree char *to = end.year > 0 ? muster_resume_dup_date (language, style, end)
                                     : g_strdup (find_words (language)->to_date);

  if (start.year == 0)
    return end.year > 0 ? g_steal_pointer (&to) : g_strdup ("");

  return g_strdup_printf ("%s – %s", from, to);
}

char *
muster_resume_dup_list (const char *language, const GPtrArray *entries)
{
  const char *separator = find_words (language)->separator;
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (
        text, "%s%s", i > 0 ? separator : "", (const char *) g_ptr_array_index (entries, i));

  return g_string_free (text, FALSE);
}
