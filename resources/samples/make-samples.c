/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-samples FOLDER: draws the files in FOLDER/resumes from the people in FOLDER/truth. All chance is
 * seeded: the same libraries and fonts give the same bytes. See README.md beside it. */

#include "muster-sample.h"

#define SEED 20261102u
#define PASSWORD "orvelle-2026"

typedef enum
{
  FILE_PDF,
  FILE_LOCKED_PDF,
  FILE_PAPER,
  FILE_WORD,
  FILE_EMPTY,
} FileKind;

typedef struct
{
  const char        *name;
  MusterResumeDesign design;
  guint32            accent;
  FileKind           kind;
  guint              form; /* MusterSamplePaper or MusterSampleWord */
} Sample;

static const Sample samples[] = {
  { "ruben-castellano", MUSTER_RESUME_DESIGN_CLASSIC, 0x1F4E79, FILE_PDF, 0 },
  { "ingrid-halvarsen", MUSTER_RESUME_DESIGN_SIDEBAR, 0x24414F, FILE_PDF, 0 },
  { "tobias-reinhold", MUSTER_RESUME_DESIGN_TABULAR, 0x2B4C6F, FILE_PDF, 0 },
  { "camille-aubertin", MUSTER_RESUME_DESIGN_TIMELINE, 0x0F6E63, FILE_PDF, 0 },
  { "denise-okafor", MUSTER_RESUME_DESIGN_BANNER, 0x8A3B2E, FILE_PDF, 0 },
  { "wendell-pruitt", MUSTER_RESUME_DESIGN_COMPACT, 0x37474F, FILE_PDF, 0 },
  { "joaquin-beltran", MUSTER_RESUME_DESIGN_TWO_COLUMNS, 0xA04A1E, FILE_PDF, 0 },
  { "quoc-thien-lam", MUSTER_RESUME_DESIGN_CLASSIC, 0x333333, FILE_PAPER, MUSTER_SAMPLE_SCAN },
  { "gareth-penhallow", MUSTER_RESUME_DESIGN_SERIF, 0x333333, FILE_PAPER, MUSTER_SAMPLE_PHONE },
  { "zhou-liheng", MUSTER_RESUME_DESIGN_TABLE, 0x7A1F2B, FILE_PDF, 0 },
  { "priscilla-nkemelu", MUSTER_RESUME_DESIGN_PALE_COLUMN, 0x3B3F8C, FILE_PDF, 0 },
  { "harriet-lowndes", MUSTER_RESUME_DESIGN_CLASSIC, 0x5B3A29, FILE_WORD, MUSTER_SAMPLE_WORD_TABLE },
  { "sabine-kortmann", MUSTER_RESUME_DESIGN_CLASSIC, 0x1F4E79, FILE_WORD, MUSTER_SAMPLE_WORD_HEADINGS },
  { "noemie-vasseur", MUSTER_RESUME_DESIGN_SERIF, 0x5B2C4F, FILE_PDF, 0 },
  { "elena-rivadulla", MUSTER_RESUME_DESIGN_SIDEBAR, 0x1F5F4A, FILE_PDF, 0 },
  { "chen-siyuan", MUSTER_RESUME_DESIGN_TWO_COLUMNS, 0x1D4E89, FILE_PDF, 0 },
  { "dmitri-halloran", MUSTER_RESUME_DESIGN_CLASSIC, 0x3D4F2F, FILE_LOCKED_PDF, 0 },
  { "anika-sorbo", MUSTER_RESUME_DESIGN_PALE_COLUMN, 0x2F6F73, FILE_PDF, 0 },
  { "mateusz-wielgosz", MUSTER_RESUME_DESIGN_COMPACT, 0x22415E, FILE_PDF, 0 },
  { "florian-dreesen", MUSTER_RESUME_DESIGN_BANNER, 0x1E3A5F, FILE_PDF, 0 },
  { "yusra-benhaddou", MUSTER_RESUME_DESIGN_TIMELINE, 0x6A2C70, FILE_PDF, 0 },
  { "sunita-varghese", MUSTER_RESUME_DESIGN_CLASSIC, 0x2C3E50, FILE_WORD, MUSTER_SAMPLE_WORD_SIDEBAR },
  { "bernadette-achterberg", MUSTER_RESUME_DESIGN_CLASSIC, 0x222222, FILE_PAPER, MUSTER_SAMPLE_FAX },
  { "luis-ferreyra", MUSTER_RESUME_DESIGN_TABLE, 0x39603D, FILE_PDF, 0 },
  { "denise-okafor-letter", MUSTER_RESUME_DESIGN_LETTER, 0x8A3B2E, FILE_PDF, 0 },
  { "empty-page", MUSTER_RESUME_DESIGN_LETTER, 0, FILE_EMPTY, 0 },
};

static const char *
extension_of (const Sample *sample)
{
  if (sample->kind == FILE_WORD)
    return "docx";
  if (sample->kind == FILE_PAPER && sample->form == MUSTER_SAMPLE_FAX)
    return "png";
  if (sample->kind == FILE_PAPER && sample->form == MUSTER_SAMPLE_PHONE)
    return "jpg";

  return "pdf";
}

static GBytes *
make_file (const Sample *sample, const MusterResumeRecord *record, GError **error)
{
  g_autoptr (MusterTypeset) typeset = NULL;
  g_autoptr (GBytes) pdf = NULL;
  const char *title = record->name != NULL ? record->name : "";

  if (sample->kind == FILE_WORD)
    return muster_sample_write_word (record, sample->form, sample->accent, error);

  typeset = sample->kind == FILE_EMPTY ? muster_typeset_new (595.28, 841.89, (MusterBox){ 60, 60, 475, 720 })
                                       : muster_resume_design_set (sample->design, record, sample->accent);
  if (sample->kind == FILE_PAPER)
    return muster_sample_write_paper (typeset, sample->form, SEED ^ g_str_hash (sample->name), error);
  pdf = muster_sample_write_pdf (typeset, title, error);
  if (pdf == NULL || sample->kind != FILE_LOCKED_PDF)
    return g_steal_pointer (&pdf);

  return muster_sample_lock_pdf (pdf, PASSWORD, error);
}

static gboolean
make_sample (const char *folder, const Sample *sample, GError **error)
{
  g_autofree char *truth_name = g_strconcat (sample->name, ".json", NULL);
  g_autofree char *file_name = g_strconcat (sample->name, ".", extension_of (sample), NULL);
  g_autofree char *truth = g_build_filename (folder, "truth", truth_name, NULL);
  g_autofree char *path = g_build_filename (folder, "resumes", file_name, NULL);
  g_autoptr (MusterResumeRecord) record = muster_sample_record_read (truth, error);
  g_autoptr (GBytes) file = record != NULL ? make_file (sample, record, error) : NULL;

  if (file == NULL)
    return FALSE;
  g_print ("%s: %" G_GSIZE_FORMAT " bytes\n", file_name, g_bytes_get_size (file));

  return g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), error);
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    {
      g_printerr ("usage: make-samples FOLDER\nFOLDER holds truth/ and takes resumes/.\n");
      return 2;
    }

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!make_sample (argv[1], &samples[i], &error))
        {
          g_printerr ("%s: %s\n", samples[i].name, error->message);
          return 1;
        }
    }

  return 0;
}
