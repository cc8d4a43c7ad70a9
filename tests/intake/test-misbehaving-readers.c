/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each way in which a reader can go wrong costs its own document and nothing else: a good reader beside it is not
 * disturbed, no process and no descriptor is left behind. */

#include "muster-intake.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define NO_ERROR (-1)

/* What intake has to say; for a document also its text. */
static const struct
{
  const char *name;
  int         code;
  const char *text;
} cases[] = {
  { "good", NO_ERROR, "good" },
  { "flood-report", NO_ERROR, "good" },
  { "stall-after-done", NO_ERROR, "good" },
  { "bidi-note", NO_ERROR, "good" },
  { "crash-recognising", NO_ERROR, "good" },
  { "stall-recognising", NO_ERROR, "good" },
  { "honest-failure", MUSTER_READ_ERROR_ENCRYPTED, NULL },
  { "unlocked", MUSTER_READ_ERROR_NO_SANDBOX, NULL },
  { "spin", MUSTER_READ_ERROR_TIMEOUT, NULL },
  { "stall", MUSTER_READ_ERROR_TIMEOUT, NULL },
  { "drip", MUSTER_READ_ERROR_TIMEOUT, NULL },
  { "segfault", MUSTER_READ_ERROR_CRASHED, NULL },
  { "abort", MUSTER_READ_ERROR_CRASHED, NULL },
  { "exit", MUSTER_READ_ERROR_CRASHED, NULL },
  { "flood", MUSTER_READ_ERROR_CRASHED, NULL },
  { "magic", MUSTER_READ_ERROR_CRASHED, NULL },
  { "kind", MUSTER_READ_ERROR_CRASHED, NULL },
  { "length", MUSTER_READ_ERROR_CRASHED, NULL },
  { "rubbish", MUSTER_READ_ERROR_CRASHED, NULL },
  { "bad-utf8", MUSTER_READ_ERROR_CRASHED, NULL },
  { "control", MUSTER_READ_ERROR_CRASHED, NULL },
  { "bidi", MUSTER_READ_ERROR_CRASHED, NULL },
  { "page-twice", MUSTER_READ_ERROR_CRASHED, NULL },
  { "pages-falling", MUSTER_READ_ERROR_CRASHED, NULL },
  { "page-beyond", MUSTER_READ_ERROR_CRASHED, NULL },
  { "too-many-pages", MUSTER_READ_ERROR_CRASHED, NULL },
  { "box-outside", MUSTER_READ_ERROR_CRASHED, NULL },
  { "box-of-nothing", MUSTER_READ_ERROR_CRASHED, NULL },
  { "too-much-text", MUSTER_READ_ERROR_CRASHED, NULL },
  { "half-message", MUSTER_READ_ERROR_CRASHED, NULL },
  { "half-header", MUSTER_READ_ERROR_CRASHED, NULL },
  { "no-done", MUSTER_READ_ERROR_CRASHED, NULL },
  { "done-twice", MUSTER_READ_ERROR_CRASHED, NULL },
  { "close-and-stall", MUSTER_READ_ERROR_CRASHED, NULL },
  { "no-posture", MUSTER_READ_ERROR_CRASHED, NULL },
  { "picture-unasked", MUSTER_READ_ERROR_CRASHED, NULL },
  { "unknown-reason", MUSTER_READ_ERROR_CRASHED, NULL },
  { "nonsense-summary", MUSTER_READ_ERROR_CRASHED, NULL },
  { "lie-recognising", MUSTER_READ_ERROR_CRASHED, NULL },
  { "crash-nothing", MUSTER_READ_ERROR_CRASHED, NULL },
};

static char *folder;

/* The reader's name is its behaviour. */
static MusterIntake *
make_intake (const char *behaviour)
{
  g_autofree char   *path = g_build_filename (folder, behaviour, NULL);
  MusterIntakeLimits limits;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    g_assert_cmpint (symlink (MISBEHAVING_READER, path), ==, 0);

  muster_intake_limits_init (&limits);
  limits.text_seconds = 1;
  limits.ocr_page_seconds = 1;
  limits.total_seconds = 3;

  return muster_intake_new (path, &limits);
}

static MusterReading *
read_with (const char *behaviour)
{
  g_autoptr (MusterIntake) intake = make_intake (behaviour);
  g_autoptr (GBytes)       bytes = g_bytes_new_static ("anything", 8);
  g_auto (MusterReaderJob) job = { 0 };

  muster_reader_job_init (&job);
  job.max_text_bytes = 100000;

  return muster_intake_read_bytes (intake, "file.txt", bytes, &job, NULL);
}

static gpointer
read_good (gpointer data)
{
  return read_with ("good");
}

static guint
count_descriptors (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_misbehaviour (gconstpointer data)
{
  guint                    i = GPOINTER_TO_UINT (data);
  guint                    n_descriptors = count_descriptors ();
  GThread                 *neighbour = g_thread_new ("neighbour", read_good, NULL);
  g_autoptr (MusterReading) reading = read_with (cases[i].name);
  g_autoptr (MusterReading) good = g_thread_join (neighbour);

  g_assert_no_error (good->error);
  g_assert_cmpstr (muster_document_get_text (good->document), ==, "good");

  if (cases[i].code == NO_ERROR)
    {
      g_assert_no_error (reading->error);
      g_assert_cmpstr (muster_document_get_text (reading->document), ==, cases[i].text);
      g_assert_true (g_utf8_validate (muster_document_get_notes (reading->document)[0], -1, NULL));
      for (const char *p = muster_document_get_notes (reading->document)[0]; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)) || g_utf8_get_char (p) == 0x202e);
    }
  else
    {
      g_assert_error (reading->error, MUSTER_READ_ERROR, cases[i].code);
      g_assert_null (reading->document);
      g_assert_null (strchr (reading->error->message, '\x1b'));
    }
  g_assert_nonnull (reading->bytes);
  g_assert_cmpstr (reading->sha256, ==, "ee0874170b7f6f32b8c2ac9573c428d35b575270a66b757c2c0185d2bd09718d");

  g_assert_cmpint (waitpid (-1, NULL, WNOHANG), ==, -1); /* all were reaped */
  g_assert_cmpuint (count_descriptors (), ==, n_descriptors);
}

static void
test_missing_reader (void)
{
  g_autoptr (MusterIntake)  intake = muster_intake_new ("/nowhere/muster-reader", NULL);
  g_autoptr (GBytes)        bytes = g_bytes_new_static ("anything", 8);
  g_autoptr (MusterReading) reading = muster_intake_read_bytes (intake, "a", bytes, NULL, NULL);

  g_assert_error (reading->error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_NO_SANDBOX);
}

/* Once there is a reader to cancel. */
static gpointer
cancel_reader (gpointer data)
{
  siginfo_t info;

  while (waitid (P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0)
    g_thread_yield ();
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (MusterIntake)  intake = make_intake ("stall");
  g_autoptr (GCancellable)  cancellable = g_cancellable_new ();
  g_autoptr (GBytes)        bytes = g_bytes_new_static ("anything", 8);
  GThread                  *thread = g_thread_new ("cancel", cancel_reader, cancellable);
  g_autoptr (MusterReading) reading = muster_intake_read_bytes (intake, "a", bytes, NULL, cancellable);

  g_thread_join (thread);
  g_assert_error (reading->error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CANCELLED);
  g_assert_cmpint (waitpid (-1, NULL, WNOHANG), ==, -1);
}

static void
test_report_is_kept (void)
{
  g_autoptr (MusterReading) reading = read_with ("flood-report");

  g_assert_true (g_str_has_prefix (reading->report, "so much to say"));
  g_assert_cmpuint (strlen (reading->report), <=, 3 * 64 * 1024);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder = g_dir_make_tmp ("muster-readers-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/intake/misbehaving/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_misbehaviour);
    }
  g_test_add_func ("/intake/missing-reader", test_missing_reader);
  g_test_add_func ("/intake/cancel", test_cancel);
  g_test_add_func ("/intake/report-is-kept", test_report_is_kept);
  result = g_test_run ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);

  return result;
}
