/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Just enough of a paper's order for the rules: where its head ends and which lines stand under hobbies or referees. The profile's
 * extraction knows much more; a mention needs no more than this. */

#include "muster-dossier.h"

#include "muster-fold.h"

#include <string.h>

#define MAX_HEADING_WORDS 6

/* Squeezed (muster_fold_squeezed) headings. */
static const char *asides[] = {
  "interests", "hobbies", "hobby", "interestsandhobbies", "hobbiesandinterests", "hobbiesinterests", "personalinterests", "leisure", "leisureactivities",
  "otherinterests", "references", "referees", "interessen", "hobbys", "interessenundhobbys", "hobbysundinteressen", "freizeit", "freizeitinteressen",
  "personlicheinteressen", "referenzen", "loisirs", "centresdinteret", "centresdinterets", "interets", "hobbiesetinterets", "passions", "intereses",
  "aficiones", "interesespersonales", "pasatiempos", "referencias", "兴趣爱好", "兴趣", "爱好", "個人興趣", "个人爱好", NULL
};

static const char *others[] = {
  "experience", "workexperience", "professionalexperience", "employment", "employmenthistory", "workhistory", "careerhistory", "education", "educationandtraining",
  "skills", "technicalskills", "keyskills", "coreskills", "languages", "certifications", "certificates", "summary", "professionalsummary", "profile", "objective",
  "aboutme", "projects", "awards", "publications", "volunteering", "volunteerexperience", "berufserfahrung", "beruflicherwerdegang", "werdegang", "ausbildung",
  "bildung", "studium", "kenntnisse", "fahigkeiten", "sprachen", "sprachkenntnisse", "zertifikate", "weiterbildung", "profil", "uberMich", "experience",
  "experienceprofessionnelle", "experiencesprofessionnelles", "formation", "formations", "competences", "langues", "certifications", "experiencia",
  "experiencialaboral", "experienciaprofesional", "educacion", "formacion", "formacionacademica", "habilidades", "competencias", "idiomas", "perfil",
  "工作经历", "工作经验", "教育背景", "教育经历", "专业技能", "技能", "语言能力", "证书", "自我评价", "个人简介", "项目经历", NULL
};

/* Whether a line that no list knows looks like the heading that opened the section. */
static gboolean
is_styled_like (const MusterDossierLine *line, const MusterDossierLine *heading)
{
  return line->line->n_words <= MAX_HEADING_WORDS && ABS (line->line->size_pt - heading->line->size_pt) < 0.05 * heading->line->size_pt
         && (line->line->flags & MUSTER_WORD_BOLD) == (heading->line->flags & MUSTER_WORD_BOLD) && line->line->colour == heading->line->colour;
}

void
muster_dossier_mark_sections (MusterDossier *self)
{
  const MusterDossierLine *aside = NULL;
  gboolean                 is_top = TRUE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      MusterDossierLine *line = &g_array_index (self->lines, MusterDossierLine, i);
      g_autofree char   *text = NULL, *squeezed = NULL;
      gboolean           opens_aside;

      if (aside != NULL && line != aside + 1 && is_styled_like (line, aside) && !is_styled_like (aside + 1, aside))
        aside = NULL;
      if (line->line->n_words <= MAX_HEADING_WORDS)
        {
          text = muster_page_dup_line_text (line->page, line->index);
          squeezed = muster_fold_squeezed (text);
          opens_aside = g_strv_contains (asides, squeezed);
          line->is_heading = opens_aside || g_strv_contains (others, squeezed);
          if (line->is_heading)
            {
              is_top = FALSE;
              aside = opens_aside ? line : NULL;
            }
        }
      line->is_top = is_top && muster_page_get_number (line->page) == 1;
      line->is_aside = aside != NULL && !line->is_heading;
    }
}
