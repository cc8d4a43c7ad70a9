/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a file through the rooms of ocr/, in this process: here the sanitisers and the leak detector see all of
 * it. */

#include "muster-pipeline.h"
#include "sample-documents.h"

#include <string.h>

#define RESUME "Marta Hollis\nAccountant in Northgate since 2016\nThe books of a firm of forty people"

/* What came out: the pages by number, and in which order things were said ("1 2 r2 2"). */
typedef struct
{
  GPtrArray            *pages;
  GString              *order;
  guint                 width;
  guint                 height;
  guint                 n_wanted; /* pages until the sink refuses; 0: no end */
  MusterPipelineSummary summary;
  GError               *error;
  gboolean              is_done;
  MusterDocument       *document; /* when it is done */
} Outcome;

static gboolean
on_page (MusterPage *page, gpointer user_data, GError **error)
{
  Outcome *outcome = user_data;
  guint    number = muster_page_get_number (page);

  g_string_append_printf (outcome->order, "%s%u", outcome->order->len > 0 ? " " : "", number);
  for (guint i = 0; i < outcome->pages->len; i++)
    if (muster_page_get_number (g_ptr_array_index (outcome->pages, i)) == number)
      g_ptr_array_remove_index (outcome->pages, i--);
  g_ptr_array_insert (outcome->pages, (gint) MIN (number - 1, outcome->pages->len), muster_page_ref (page));
  if (outcome->n_wanted == 0 || outcome->pages->len < outcome->n_wanted)
    return TRUE;

  g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CANCELLED, "enough");

  return FALSE;
}

static gboolean
on_recognising (guint number, gpointer user_data, GError **error)
{
  Outcome *outcome = user_data;

  g_string_append_printf (outcome->order, " r%u", number);

  return TRUE;
}

static gboolean
on_picture (guint width, guint height, guint stride, GBytes *rgb24, gpointer user_data, GError **error)
{
  Outcome *outcome = user_data;

  g_assert_cmpuint (g_bytes_get_size (rgb24), ==, (gsize) stride * height);
  outcome->width = width;
  outcome->height = height;

  return TRUE;
}

static void
outcome_clear (Outcome *outcome)
{
  muster_pipeline_summary_clear (&outcome->summary);
  g_clear_pointer (&outcome->document, muster_document_unref);
  g_clear_pointer (&outcome->pages, g_ptr_array_unref);
  g_string_free (outcome->order, TRUE);
  g_clear_error (&outcome->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

/* One for all tests, of English alone: loading the data takes longer than reading with it. NULL: the pipeline makes its
 * own. */
static MusterRecogniser *recogniser;

static void
job_init (MusterReaderJob *job)
{
  g_autoptr (GError) error = NULL;

  muster_reader_job_init (job);
  if (recogniser == NULL)
    recogniser = muster_recogniser_new ("eng", &error);
  g_assert_no_error (error);
}

static void
run (Outcome *outcome, GBytes *bytes, const MusterReaderJob *job)
{
  g_autoptr (GBytes) held = bytes;
  MusterPipelineSink sink = { on_page, on_recognising, on_picture, outcome };

  outcome->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref);
  outcome->order = g_string_new (NULL);
  outcome->is_done = muster_pipeline_run (held, job, recogniser, &sink, &outcome->summary, &outcome->error);
  if (!outcome->is_done)
    return;

  g_assert_no_error (outcome->error);
  g_ptr_array_add (outcome->summary.notes, NULL);
  outcome->document = muster_document_new (
    g_ptr_array_ref (outcome->pages), outcome->summary.n_pages, outcome->summary.media_type,
    outcome->summary.language, outcome->summary.n_marked_hidden, (const char **) outcome->summary.notes->pdata);
}

static const char *
text_of (const Outcome *outcome)
{
  g_assert_no_error (outcome->error);

  return muster_document_get_text (outcome->document);
}

static gboolean
has_note (const Outcome *outcome, const char *part)
{
  for (guint i = 0; g_ptr_array_index (outcome->summary.notes, i) != NULL; i++)
    if (strstr (g_ptr_array_index (outcome->summary.notes, i), part) != NULL)
      return TRUE;

  return FALSE;
}

static void
test_text (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         outcome = { 0 };

  job_init (&job);
  run (&outcome, sample_text_pdf (RESUME, 2), &job);
  g_assert_cmpstr (outcome.order->str, ==, "1 2");
  g_assert_nonnull (strstr (text_of (&outcome), "Marta Hollis"));
  g_assert_nonnull (strstr (text_of (&outcome), "Page 2"));
  g_assert_cmpint (muster_document_get_status (outcome.document), ==, MUSTER_DOCUMENT_TEXT);
  g_assert_cmpuint (muster_document_get_hidden_characters (outcome.document), ==, 0);
  g_assert_cmpstr (outcome.summary.media_type, ==, "application/pdf");
  g_assert_cmpstr (outcome.summary.language, ==, "en");
  g_assert_cmpuint (outcome.summary.notes->len, ==, 1); /* the NULL at its end */
  g_assert_nonnull (muster_page_get_layout_image (muster_document_get_page (outcome.document, 1)));
}

static void
test_page_limit (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         outcome = { 0 };

  job_init (&job);
  job.max_text_pages = 2;
  run (&outcome, sample_text_pdf (RESUME, 5), &job);
  g_assert_cmpstr (outcome.order->str, ==, "1 2");
  g_assert_cmpuint (outcome.summary.n_pages, ==, 5);
  g_assert_true (has_note (&outcome, "First 2 of 5 pages were read."));
}

static void
test_text_limit (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         outcome = { 0 };

  job_init (&job);
  job.max_text_bytes = 20;
  run (&outcome, sample_text_pdf (RESUME, 3), &job);
  g_assert_true (g_str_has_prefix (text_of (&outcome), "Marta Hollis"));
  g_assert_cmpuint (strlen (text_of (&outcome)), <, 40);
  g_assert_true (has_note (&outcome, "longer than Muster reads"));
}

static void
test_hidden (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         outcome = { 0 };
  g_autofree char         *hidden = NULL;

  job_init (&job);
  run (&outcome, sample_white_pdf (RESUME, "Kubernetes wizard"), &job);
  hidden = muster_document_dup_hidden_text (outcome.document);
  g_assert_null (strstr (text_of (&outcome), "Kubernetes"));
  g_assert_cmpstr (hidden, ==, "Kubernetes wizard");
  g_assert_cmpuint (muster_document_get_hidden_characters (outcome.document), ==, 16);
}

static void
test_scan (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         outcome = { 0 };

  job_init (&job);
  run (&outcome, sample_scan_pdf (RESUME, 1), &job);
  g_assert_cmpstr (outcome.order->str, ==, "1 r1 1");
  g_assert_nonnull (strstr (text_of (&outcome), "Hollis"));
  g_assert_cmpint (muster_document_get_status (outcome.document), ==, MUSTER_DOCUMENT_OCR);
  g_assert_cmpuint (muster_document_get_hidden_characters (outcome.document), ==, 0);
  g_assert_cmpstr (outcome.summary.language, ==, "en");
}

static void
test_png (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         outcome = { 0 };

  job_init (&job);
  run (&outcome, sample_png (RESUME, 2), &job);
  g_assert_nonnull (strstr (text_of (&outcome), "Hollis"));
  g_assert_cmpint (muster_document_get_status (outcome.document), ==, MUSTER_DOCUMENT_OCR);
  g_assert_nonnull (muster_page_get_layout_image (muster_document_get_page (outcome.document, 0)));
}

static void
test_without_recognition (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         outcome = { 0 };

  job_init (&job);
  job.has_ocr = FALSE;
  run (&outcome, sample_scan_pdf (RESUME, 1), &job);
  g_assert_cmpstr (outcome.order->str, ==, "1");
  g_assert_cmpint (muster_document_get_status (outcome.document), ==, MUSTER_DOCUMENT_EMPTY);
  g_assert_true (has_note (&outcome, "was not recognised"));
}

static void
test_recognition_limit (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         outcome = { 0 };

  job_init (&job);
  job.max_ocr_pages = 1;
  run (&outcome, sample_scan_pdf (RESUME, 2), &job);
  g_assert_cmpstr (outcome.order->str, ==, "1 2 r1 1");
  g_assert_true (has_note (&outcome, "1 of 2 pages"));
}

/* Language data that does not exist: recognition fails where it is needed, and what text there is survives. */
static void
test_recognition_fails (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         scan = { 0 }, layered = { 0 };

  job_init (&job);
  g_clear_pointer (&recogniser, muster_recogniser_free);
  job.ocr_languages = g_strdup ("tlh");
  run (&scan, sample_scan_pdf (RESUME, 1), &job);
  g_assert_false (scan.is_done);
  g_assert_true (scan.error->domain == MUSTER_READ_ERROR);

  run (&layered, sample_layered_pdf (RESUME, RESUME), &job);
  g_assert_nonnull (strstr (text_of (&layered), "Marta Hollis"));
  g_assert_true (has_note (&layered, "Page 1 could not be recognised"));
}

/* A text layer under a scan that says the same is the better reading of it, and nothing is hidden. */
static void
test_true_layer (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         outcome = { 0 };

  job_init (&job);
  run (&outcome, sample_layered_pdf (RESUME, RESUME), &job);
  g_assert_cmpint (muster_document_get_status (outcome.document), ==, MUSTER_DOCUMENT_TEXT);
  g_assert_nonnull (strstr (text_of (&outcome), "Marta Hollis"));
  g_assert_cmpuint (muster_document_get_hidden_characters (outcome.document), ==, 0);
}

/* One that says something else is not what a person sees. */
static void
test_false_layer (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         outcome = { 0 };
  g_autofree char         *hidden = NULL;

  job_init (&job);
  run (&outcome,
       sample_layered_pdf ("Quantum wizard\nDoctor of everything worldwide\nKubernetes Haskell Terraform", RESUME),
       &job);
  hidden = muster_document_dup_hidden_text (outcome.document);
  g_assert_nonnull (strstr (text_of (&outcome), "Hollis"));
  g_assert_null (strstr (text_of (&outcome), "Kubernetes"));
  g_assert_nonnull (strstr (hidden, "Kubernetes"));
}

static void
test_damaged (void)
{
  static const char *const bytes[] = { "%PDF-1.7\nnothing that follows", "\x89PNG\r\n\x1a\n....", "\x01\x02\x03\x04" };

  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    {
      g_auto (MusterReaderJob) job = { 0 };
      g_auto (Outcome)         outcome = { 0 };

      job_init (&job);
      run (&outcome, g_bytes_new_static (bytes[i], strlen (bytes[i])), &job);
      g_assert_false (outcome.is_done);
      g_assert_error (outcome.error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_DAMAGED);
    }
}

static void
test_picture (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         outcome = { 0 }, beyond = { 0 };

  job_init (&job);
  job.kind = MUSTER_JOB_PICTURE;
  job.page = 2;
  job.picture_dpi = 72;
  run (&outcome, sample_text_pdf (RESUME, 2), &job);
  g_assert_no_error (outcome.error);
  g_assert_cmpstr (outcome.order->str, ==, "");
  g_assert_cmpuint (outcome.width, ==, 595);
  g_assert_cmpuint (outcome.height, ==, 842);

  job.page = 3;
  run (&beyond, sample_text_pdf (RESUME, 2), &job);
  g_assert_false (beyond.is_done);
}

static void
test_nobody_listens (void)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_auto (Outcome)         outcome = { .n_wanted = 1 };

  job_init (&job);
  run (&outcome, sample_text_pdf (RESUME, 3), &job);
  g_assert_false (outcome.is_done);
  g_assert_error (outcome.error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CANCELLED);
  g_assert_cmpstr (outcome.order->str, ==, "1");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/pipeline/text", test_text);
  g_test_add_func ("/pipeline/page-limit", test_page_limit);
  g_test_add_func ("/pipeline/text-limit", test_text_limit);
  g_test_add_func ("/pipeline/hidden", test_hidden);
  g_test_add_func ("/pipeline/scan", test_scan);
  g_test_add_func ("/pipeline/png", test_png);
  g_test_add_func ("/pipeline/without-recognition", test_without_recognition);
  g_test_add_func ("/pipeline/recognition-limit", test_recognition_limit);
  g_test_add_func ("/pipeline/recognition-fails", test_recognition_fails);
  g_test_add_func ("/pipeline/true-layer", test_true_layer);
  g_test_add_func ("/pipeline/false-layer", test_false_layer);
  g_test_add_func ("/pipeline/damaged", test_damaged);
  g_test_add_func ("/pipeline/picture", test_picture);
  g_test_add_func ("/pipeline/nobody-listens", test_nobody_listens);

  result = g_test_run ();
  g_clear_pointer (&recogniser, muster_recogniser_free);

  return result;
}
