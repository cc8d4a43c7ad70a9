/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-reader itself, as intake starts it, locked down for real. */

#include "muster-intake.h"
#include "sample-documents.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define RESUME "Marta Hollis\nAccountant in Northgate since 2016\nThe books of a firm of forty people"

static gboolean
is_sanitised (void)
{
#if defined(__SANITIZE_ADDRESS__)
  return TRUE;
#else
  return FALSE;
#endif
}

static MusterIntake *
make_intake (const char *reader)
{
  return muster_intake_new (reader, NULL);
}

/* A reader on a kernel without what @name says. */
static MusterIntake *
make_intake_on_less (const char *folder, const char *name, char **path)
{
  *path = g_build_filename (folder, name, NULL);
  g_assert_cmpint (symlink (READER_ON_LESS, *path), ==, 0);

  return make_intake (*path);
}

static guint
get_landlock (GVariant *posture)
{
  guint abi = 0;

  g_assert_true (g_variant_lookup (posture, "landlock", "u", &abi));

  return abi;
}

static void
test_posture (void)
{
  g_autoptr (MusterIntake) intake = make_intake (MUSTER_READER);
  g_autoptr (GError)       error = NULL;
  g_autoptr (GVariant)     posture = muster_intake_dup_posture (intake, &error);
  gboolean                 has_seccomp = FALSE, sanitised = !is_sanitised ();
  guint64                  address_space = 1;

  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (posture, "seccomp", "b", &has_seccomp));
  g_assert_true (g_variant_lookup (posture, "sanitised", "b", &sanitised));
  g_assert_true (g_variant_lookup (posture, "address-space", "t", &address_space));
  g_assert_true (has_seccomp);
  g_assert_cmpint (sanitised, ==, is_sanitised ());
  g_assert_cmpuint (address_space, ==, is_sanitised () ? 0 : 1024 * 1024 * 1024);
  g_test_message ("Landlock %u", get_landlock (posture));
}

static void
assert_reads (MusterIntake *intake, GBytes *bytes, MusterDocumentStatus status)
{
  g_autoptr (GBytes)        held = bytes;
  g_autoptr (MusterReading) reading = muster_intake_read_bytes (intake, "marta.pdf", held, NULL, NULL);

  g_assert_no_error (reading->error);
  g_assert_nonnull (strstr (muster_document_get_text (reading->document), "Hollis"));
  g_assert_cmpint (muster_document_get_status (reading->document), ==, status);
  g_assert_true (g_bytes_equal (reading->bytes, held));
  g_assert_cmpstr (reading->name, ==, "marta.pdf");
}

static void
test_reads (void)
{
  g_autoptr (MusterIntake) intake = make_intake (MUSTER_READER);

  assert_reads (intake, sample_text_pdf (RESUME, 3), MUSTER_DOCUMENT_TEXT);
  assert_reads (intake, sample_scan_pdf (RESUME, 1), MUSTER_DOCUMENT_OCR);
  assert_reads (intake, sample_png (RESUME, 2), MUSTER_DOCUMENT_OCR);
}

static void
test_draws (void)
{
  g_autoptr (MusterIntake) intake = make_intake (MUSTER_READER);
  g_autoptr (GBytes)       bytes = sample_text_pdf (RESUME, 2);
  g_autoptr (GError)       error = NULL;
  MusterPagePicture        picture = { 0 };
  g_autoptr (GBytes)       pixels = NULL;

  g_assert_true (muster_intake_draw_page (intake, bytes, NULL, 2, 72, &picture, NULL, &error));
  g_assert_no_error (error);
  pixels = picture.pixels;
  g_assert_cmpuint (picture.width, ==, 595);
  g_assert_cmpuint (picture.height, ==, 842);
  g_assert_cmpuint (g_bytes_get_size (pixels), ==, (gsize) picture.stride * picture.height);

  g_assert_false (muster_intake_draw_page (intake, bytes, NULL, 9, 72, &picture, NULL, &error));
  g_assert_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_DAMAGED);
}

/* No Landlock: nothing is opened, and letters that the file brings along are read all the same. */
static void
test_no_landlock (void)
{
  g_autofree char         *folder = g_dir_make_tmp ("muster-reader-XXXXXX", NULL);
  g_autofree char         *path = NULL;
  g_autoptr (MusterIntake) intake = make_intake_on_less (folder, "no-landlock", &path);
  g_autoptr (GError)       error = NULL;
  g_autoptr (GVariant)     posture = muster_intake_dup_posture (intake, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (get_landlock (posture), ==, 0);
  assert_reads (intake, sample_text_pdf (RESUME, 1), MUSTER_DOCUMENT_TEXT);
  assert_reads (intake, sample_scan_pdf (RESUME, 1), MUSTER_DOCUMENT_OCR);
  g_unlink (path);
  g_rmdir (folder);
}

/* No seccomp: nothing is read at all, and the reason is said. */
static void
test_no_seccomp (void)
{
  g_autofree char          *folder = g_dir_make_tmp ("muster-reader-XXXXXX", NULL);
  g_autofree char          *path = NULL;
  g_autoptr (MusterIntake)  intake = make_intake_on_less (folder, "no-seccomp", &path);
  g_autoptr (GError)        error = NULL;
  g_autoptr (GBytes)        bytes = sample_text_pdf (RESUME, 1);
  g_autoptr (MusterReading) reading = muster_intake_read_bytes (intake, "a", bytes, NULL, NULL);

  g_assert_null (muster_intake_dup_posture (intake, &error));
  g_assert_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_NO_SANDBOX);
  g_assert_error (reading->error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_NO_SANDBOX);
  g_assert_nonnull (strstr (reading->error->message, "seccomp"));
  g_unlink (path);
  g_rmdir (folder);
}

/* Where libraries give up for want of memory or stack, the file has met a limit; any other end is a crash. */
static void
test_last_words (void)
{
  static const struct
  {
    const char *name;
    int         code;
    gboolean    has_limits; /* needs those that a sanitised build goes without */
  } cases[] = {
    { "memory", MUSTER_READ_ERROR_LIMIT, TRUE },     { "large-wish", MUSTER_READ_ERROR_LIMIT, TRUE },
    { "recursion", MUSTER_READ_ERROR_LIMIT, TRUE },  { "null", MUSTER_READ_ERROR_CRASHED, FALSE },
    { "abort", MUSTER_READ_ERROR_CRASHED, FALSE },
  };
  g_autofree char *folder = g_dir_make_tmp ("muster-reader-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char          *path = g_build_filename (folder, cases[i].name, NULL);
      g_autoptr (MusterIntake)  intake = make_intake (path);
      g_autoptr (GBytes)        bytes = g_bytes_new_static ("x", 1);
      g_autoptr (MusterReading) reading = NULL;

      g_test_message ("%s", cases[i].name);
      if (cases[i].has_limits && is_sanitised ())
        continue;
      g_assert_cmpint (symlink (STARVING_READER, path), ==, 0);
      reading = muster_intake_read_bytes (intake, "a", bytes, NULL, NULL);
      g_assert_error (reading->error, MUSTER_READ_ERROR, cases[i].code);
      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/reader/posture", test_posture);
  g_test_add_func ("/reader/reads", test_reads);
  g_test_add_func ("/reader/draws", test_draws);
  g_test_add_func ("/reader/no-landlock", test_no_landlock);
  g_test_add_func ("/reader/no-seccomp", test_no_seccomp);
  g_test_add_func ("/reader/last-words", test_last_words);

  return g_test_run ();
}
