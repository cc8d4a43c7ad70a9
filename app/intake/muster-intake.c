/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intake: the limits, the way to the reader, and one call per file. What needs a process is in
 * muster-conversation.c. */

#include "muster-intake.h"

#include "muster-conversation.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define MAX_READERS 4
#define READER_KIB (1288490u) /* 1.2 GiB: the address space of one, and what runs beside it */
#define MAX_PASSWORD_BYTES 1024

struct _MusterIntake
{
  gatomicrefcount    ref_count;
  char              *reader_path;
  MusterIntakeLimits limits;
};

/** muster_intake_limits_init: fills in the defaults: no honest resume comes near them, and no hostile one costs
 * more. */
void
muster_intake_limits_init (MusterIntakeLimits *limits)
{
  *limits = (MusterIntakeLimits){
    .max_file_bytes = 50 * 1024 * 1024,
    .text_seconds = 20,
    .ocr_page_seconds = 20,
    .total_seconds = 180,
    .address_space_bytes = 1024 * 1024 * 1024,
  };
}

/* A program that runs from its build uses the reader of that build, an installed one the installed reader. */
static char *
find_reader (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program != NULL && g_str_has_prefix (program, MUSTER_BUILD_ROOT G_DIR_SEPARATOR_S))
    return g_build_filename (MUSTER_BUILD_ROOT, "ocr", "reader", "muster-reader", NULL);

  return g_build_filename (MUSTER_LIBEXEC_DIR, "muster-reader", NULL);
}

/**
 * muster_intake_new:
 * @limits: (nullable): NULL for the defaults; copied
 *
 * Returns: (transfer full): an intake; whether its reader starts shows with the first file, or
 *   muster_intake_dup_posture().
 */
MusterIntake *
muster_intake_new (const char *reader_path, const MusterIntakeLimits *limits)
{
  MusterIntake *self = g_new0 (MusterIntake, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->reader_path = reader_path != NULL ? g_strdup (reader_path) : find_reader ();
  if (limits != NULL)
    self->limits = *limits;
  else
    muster_intake_limits_init (&self->limits);

  return self;
}

MusterIntake *
muster_intake_ref (MusterIntake *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
muster_intake_unref (MusterIntake *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->reader_path);
  g_free (self);
}

static guint64
available_kib (void)
{
  g_autofree char *content = NULL;
  const char      *line;

  if (!g_file_get_contents ("/proc/meminfo", &content, NULL, NULL))
    return 0;
  line = strstr (content, "MemAvailable:");

  return line != NULL ? g_ascii_strtoull (line + strlen ("MemAvailable:"), NULL, 10) : 0;
}

guint
muster_intake_max_readers (void)
{
  guint by_memory = (guint) MIN (available_kib () / READER_KIB, MAX_READERS);

  return CLAMP (MIN (g_get_num_processors (), by_memory), 1, MAX_READERS);
}

/**
 * muster_intake_dup_posture:
 *
 * Returns: (transfer full): an a{sv} as MUSTER_MESSAGE_POSTURE says, or %NULL with MUSTER_READ_ERROR_NO_SANDBOX.
 */
GVariant *
muster_intake_dup_posture (MusterIntake *self, GError **error)
{
  g_auto (MusterReaderJob)    job = { 0 };
  g_auto (MusterReaderAnswer) answer = { 0 };

  muster_reader_job_init (&job);
  muster_reader_answer_init (&answer, &job);
  if (!muster_converse (self->reader_path, &self->limits, NULL, &answer, NULL, NULL, error))
    return NULL;
  if (answer.failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&answer.failure));
      return NULL;
    }

  return g_steal_pointer (&answer.posture);
}

/* The base name as a person may see it: valid, without characters that turn text around or break the line. */
static char *
display_name (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  GString         *clean = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar     c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      g_string_append_unichar (
        clean, type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || c == 0x2028 || c == 0x2029 ? 0xfffd : c);
    }

  return g_string_free (clean, FALSE);
}

static gboolean
check_job (const MusterReaderJob *job, GError **error)
{
  if (job->password == NULL
      || (strlen (job->password) <= MAX_PASSWORD_BYTES && g_utf8_validate (job->password, -1, NULL)))
    return TRUE;

  g_set_error_literal (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_ENCRYPTED,
                       _ ("The password is too long or not valid text."));

  return FALSE;
}

static gboolean
take_bytes (const MusterSealedFile *file, MusterReading *reading)
{
  reading->sha256 = g_strdup (file->sha256);
  reading->bytes = muster_sealed_file_dup_bytes (file, &reading->error);

  return reading->bytes != NULL;
}

/* Gives the sealed copy to a reader; fills in document or error. */
static void
read_sealed (MusterIntake *self,
             const MusterSealedFile *file,
             const MusterReaderJob *job,
             GCancellable *cancellable,
             MusterReading *reading)
{
  g_auto (MusterReaderJob)    defaults = { 0 };
  g_auto (MusterReaderAnswer) answer = { 0 };

  muster_reader_job_init (&defaults);
  if (job == NULL)
    job = &defaults;
  muster_reader_answer_init (&answer, job);
  if (!check_job (job, &reading->error)
      || !muster_converse (self->reader_path, &self->limits, file, &answer, cancellable, &reading->report,
                           &reading->error))
    return;

  reading->error = g_steal_pointer (&answer.failure);
  if (reading->error == NULL)
    reading->document = g_steal_pointer (&answer.document);
}

/**
 * muster_intake_read:
 * @path: as the user gave it, in the encoding of file names
 *
 * Returns: (transfer full): what the file gave.
 */
MusterReading *
muster_intake_read (MusterIntake *self, const char *path, const MusterReaderJob *job, GCancellable *cancellable)
{
  return muster_intake_read_once (self, path, job, NULL, NULL, cancellable);
}

/**
 * muster_intake_read_once:
 * @find_known: (nullable): asked after the file was copied and hashed, before a reader is started: what it gives is
 *   taken as what the file gave
 *
 * Dropping a folder again costs a look at each file, not a reading.
 *
 * Returns: (transfer full): what the file gave.
 */
MusterReading *
muster_intake_read_once (MusterIntake          *self,
                         const char            *path,
                         const MusterReaderJob *job,
                         MusterKnownFunc        find_known,
                         gpointer               user_data,
                         GCancellable          *cancellable)
{
  MusterReading            *reading = g_new0 (MusterReading, 1);
  g_auto (MusterSealedFile) file = MUSTER_SEALED_FILE_INIT;
  gint64                    started_us = g_get_monotonic_time ();

  reading->path = g_strdup (path);
  reading->name = display_name (path);
  if (muster_sealed_file_copy (&file, path, self->limits.max_file_bytes, cancellable, &reading->error)
      && take_bytes (&file, reading))
    {
      reading->document = find_known != NULL ? find_known (reading->sha256, user_data) : NULL;
      if (reading->document == NULL)
        read_sealed (self, &file, job, cancellable, reading);
    }
  reading->seconds = (double) (g_get_monotonic_time () - started_us) / G_USEC_PER_SEC;

  return reading;
}

/**
 * muster_intake_read_bytes:
 * @name: for people
 *
 * Returns: (transfer full): what the bytes gave.
 */
MusterReading *
muster_intake_read_bytes (
  MusterIntake *self, const char *name, GBytes *bytes, const MusterReaderJob *job, GCancellable *cancellable)
{
  MusterReading            *reading = g_new0 (MusterReading, 1);
  g_auto (MusterSealedFile) file = MUSTER_SEALED_FILE_INIT;
  gint64                    started_us = g_get_monotonic_time ();

  reading->path = g_strdup (name);
  reading->name = display_name (name);
  if (muster_sealed_file_copy_bytes (&file, bytes, self->limits.max_file_bytes, &reading->error)
      && take_bytes (&file, reading))
    read_sealed (self, &file, job, cancellable, reading);
  reading->seconds = (double) (g_get_monotonic_time () - started_us) / G_USEC_PER_SEC;

  return reading;
}

void
muster_reading_free (MusterReading *reading)
{
  g_free (reading->path);
  g_free (reading->name);
  g_clear_pointer (&reading->bytes, g_bytes_unref);
  g_free (reading->sha256);
  g_clear_pointer (&reading->document, muster_document_unref);
  g_clear_error (&reading->error);
  g_free (reading->report);
  g_free (reading);
}

/**
 * muster_intake_draw_page:
 * @page: from 1
 * @picture: (out caller-allocates): its pixels are the caller's to unref
 *
 * Returns: whether the page could be drawn.
 */
gboolean
muster_intake_draw_page (MusterIntake      *self,
                         GBytes            *bytes,
                         const char        *password,
                         guint              page,
                         double             dpi,
                         MusterPagePicture *picture,
                         GCancellable      *cancellable,
                         GError           **error)
{
  g_auto (MusterReaderJob)    job = { 0 };
  g_auto (MusterReaderAnswer) answer = { 0 };
  g_auto (MusterSealedFile)   file = MUSTER_SEALED_FILE_INIT;

  muster_reader_job_init (&job);
  job.kind = MUSTER_JOB_PICTURE;
  job.password = g_strdup (password);
  job.page = page;
  job.picture_dpi = dpi;
  muster_reader_answer_init (&answer, &job);
  if (!check_job (&job, error) || !muster_sealed_file_copy_bytes (&file, bytes, self->limits.max_file_bytes, error)
      || !muster_converse (self->reader_path, &self->limits, &file, &answer, cancellable, NULL, error))
    return FALSE;
  if (answer.failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&answer.failure));
      return FALSE;
    }

  *picture = answer.picture;
  answer.picture.pixels = NULL;

  return TRUE;
}
