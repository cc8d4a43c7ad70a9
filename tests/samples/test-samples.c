/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The samples through the real way: reader process, profile, held against the truth that they were drawn
 * from. We drew them ourselves, so this proves little; it guards against going back. */

#include "muster-extractor.h"
#include "muster-fold.h"
#include "muster-intake.h"
#include "muster-mask.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define PASSWORD "orvelle-2026"

/* has_name, has_email: what must be right in this file; recognised pages may miss a letter. */
static const struct
{
  const char          *file;
  MusterDocumentStatus status;
  gboolean             has_name, has_email;
} samples[] = {
  { "anika-sorbo.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "bernadette-achterberg.png", MUSTER_DOCUMENT_OCR, TRUE, FALSE },
  { "camille-aubertin.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "chen-siyuan.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "denise-okafor.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "dmitri-halloran.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "elena-rivadulla.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "florian-dreesen.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "gareth-penhallow.jpg", MUSTER_DOCUMENT_OCR, TRUE, TRUE },
  { "harriet-lowndes.docx", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "ingrid-halvarsen.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "joaquin-beltran.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "luis-ferreyra.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "mateusz-wielgosz.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "noemie-vasseur.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "priscilla-nkemelu.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "quoc-thien-lam.pdf", MUSTER_DOCUMENT_OCR, FALSE, FALSE },
  { "ruben-castellano.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "sabine-kortmann.docx", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "sunita-varghese.docx", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "tobias-reinhold.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "wendell-pruitt.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "yusra-benhaddou.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
  { "zhou-liheng.pdf", MUSTER_DOCUMENT_TEXT, TRUE, TRUE },
};

/* Of 24, as measured; raise it when reading becomes better. */
#define LEAST_RIGHT_JOB_COUNTS 22u

static MusterReading *
read_sample (MusterIntake *intake, const char *file, const char *password)
{
  g_autofree char *path = g_build_filename (SAMPLES, "resumes", file, NULL);
  g_auto (MusterReaderJob) job;

  muster_reader_job_init (&job);
  job.password = g_strdup (password);

  return muster_intake_read (intake, path, &job, NULL);
}

static MusterIntake *
new_intake (void)
{
  MusterIntakeLimits limits;

  /* A sanitised reader recognises a page five times slower. */
  muster_intake_limits_init (&limits);
  limits.ocr_page_seconds = 100;
  limits.text_seconds = 60;

  return muster_intake_new (NULL, &limits);
}

static JsonObject *
load_truth (JsonParser *parser, const char *file)
{
  g_autofree char *stem = g_strndup (file, (gsize) (strrchr (file, '.') - file));
  g_autofree char *name = g_strconcat (stem, ".json", NULL);
  g_autofree char *path = g_build_filename (SAMPLES, "truth", name, NULL);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (parser));
}

static const char *
text_of (const MusterValue *value)
{
  return value != NULL ? value->text : "";
}

/* Nothing of the name, the mail or the number is left in the masked text, be it read or recognised. */
static void
expect_masked (const char *file, const MusterDocument *document, const MusterProfile *profile, JsonObject *basics)
{
  g_autoptr (MusterMask) mask = muster_mask_new (document, profile);
  g_autofree char       *text = muster_mask_dup_text (mask, 0, G_MAXUINT);
  g_autofree char       *folded = muster_fold (text);
  g_autofree char       *squeezed = muster_fold_squeezed (text);
  g_autofree char       *phone = muster_fold_squeezed (json_object_get_string_member (basics, "phone"));
  g_autofree char       *name = muster_fold (json_object_get_string_member (basics, "name"));
  g_auto (GStrv)         words = g_strsplit_set (name, " -", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= 5 && strstr (folded, words[i]) != NULL)
      g_error ("%s: “%s” is not masked", file, words[i]);
  if (strstr (folded, name) != NULL || strstr (folded, json_object_get_string_member (basics, "email")) != NULL)
    g_error ("%s: name or mail is not masked", file);
  if (strlen (phone) > 8 && strstr (squeezed, phone + strlen (phone) - 8) != NULL)
    g_error ("%s: the number is not masked", file);
}

static void
test_people (void)
{
  g_autoptr (MusterIntake) intake = new_intake ();
  guint n_right = 0;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *truth = load_truth (parser, samples[i].file);
      JsonObject *basics = json_object_get_object_member (truth, "basics");
      g_autoptr (MusterReading) reading = read_sample (intake, samples[i].file, PASSWORD);
      g_autoptr (MusterProfile) profile = NULL;
      guint n_jobs = json_array_get_length (json_object_get_array_member (truth, "work"));

      if (reading->error != NULL)
        g_error ("%s: %s", samples[i].file, reading->error->message);
      g_assert_cmpint (muster_document_get_status (reading->document), ==, samples[i].status);
      g_assert_cmpuint (muster_document_get_n_pages (reading->document), ==, 1);
      g_assert_cmpuint (muster_document_get_hidden_characters (reading->document), ==, 0);

      profile = muster_extract_profile (reading->document, MUSTER_MONTH (2026, 11));
      if (samples[i].has_name)
        g_assert_cmpstr (text_of (profile->name), ==, json_object_get_string_member (basics, "name"));
      if (samples[i].has_email)
        g_assert_cmpstr (text_of (profile->email), ==, json_object_get_string_member (basics, "email"));
      n_right += profile->work->len == n_jobs;
      expect_masked (samples[i].file, reading->document, profile, basics);
    }

  g_test_message ("the number of jobs is right in %u of %u", n_right, (guint) G_N_ELEMENTS (samples));
  g_assert_cmpuint (n_right, >=, LEAST_RIGHT_JOB_COUNTS);
}

static void
test_others (void)
{
  g_autoptr (MusterIntake) intake = new_intake ();
  g_autoptr (MusterReading) locked = read_sample (intake, "dmitri-halloran.pdf", NULL);
  g_autoptr (MusterReading) wrong = read_sample (intake, "dmitri-halloran.pdf", "guess");
  g_autoptr (MusterReading) empty = read_sample (intake, "empty-page.pdf", NULL);
  g_autoptr (MusterReading) letter = read_sample (intake, "denise-okafor-letter.pdf", NULL);

  g_assert_error (locked->error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_ENCRYPTED);
  g_assert_error (wrong->error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_ENCRYPTED);
  g_assert_no_error (empty->error);
  g_assert_cmpint (muster_document_get_status (empty->document), ==, MUSTER_DOCUMENT_EMPTY);
  g_assert_no_error (letter->error);
  g_assert_nonnull (strstr (muster_document_get_text (letter->document), "Dear Hiring Team,"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/samples/people", test_people);
  g_test_add_func ("/samples/others", test_others);

  return g_test_run ();
}
