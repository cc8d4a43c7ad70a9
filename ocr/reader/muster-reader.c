/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-reader: reads one document for Muster and ends. Started by app/intake with a socket as descriptor 3; locks
 * itself down, says how, and only then takes the job and the file from that socket. Everything it finds goes back as
 * messages. Never run by a person. */

#include "muster-last-words.h"
#include "muster-lockdown.h"
#include "muster-page-variant.h"
#include "muster-pipeline.h"
#include "muster-translations.h"

#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define SOCKET_FD 3
#define MAX_JOB_BYTES (64u * 1024)

/* Statuses are for whoever looks at the process; the program goes by the messages. */
#define STATUS_USAGE 2
#define STATUS_NO_SANDBOX 3

#if defined(__SANITIZE_ADDRESS__)
/* A finding of the undefined behaviour sanitiser ends the reader, so that tests see it. */
const char *__ubsan_default_options (void);

const char *
__ubsan_default_options (void)
{
  return "halt_on_error=1:print_stacktrace=1";
}

/* Under seccomp the leak detector cannot stop the process to look at it; leaks of ocr/ are found by tests that call
 * it in their own process. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "detect_leaks=0:abort_on_error=1:allocator_may_return_null=1";
}
#endif

static gboolean
send_message (MusterMessageKind kind, GVariant *payload, GError **error)
{
  g_autoptr (GVariant) held = g_variant_ref_sink (payload);
  gboolean             is_sent;

  (void) g_variant_get_data (held);
  muster_last_words_hold ();
  is_sent = muster_message_send (SOCKET_FD, kind, held, -1, error);
  muster_last_words_release ();

  return is_sent;
}

static void G_GNUC_NORETURN
fail (const GError *error, int status)
{
  guint code = error->domain == MUSTER_READ_ERROR ? (guint) error->code : MUSTER_READ_ERROR_DAMAGED;

  send_message (MUSTER_MESSAGE_FAILED, g_variant_new ("(us)", code, error->message), NULL);
  _exit (status);
}

static gboolean
on_page (MusterPage *page, gpointer user_data, GError **error)
{
  return send_message (MUSTER_MESSAGE_PAGE, muster_page_to_variant (page), error);
}

static gboolean
on_recognising (guint page_number, gpointer user_data, GError **error)
{
  return send_message (MUSTER_MESSAGE_RECOGNISING, g_variant_new ("(u)", page_number), error);
}

static gboolean
on_picture (guint width, guint height, guint stride, GBytes *rgb24, gpointer user_data, GError **error)
{
  return send_message (MUSTER_MESSAGE_PICTURE,
                       g_variant_new ("(uuu@ay)", width, height, stride,
                                      g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, rgb24, TRUE)),
                       error);
}

/* Fills @data from the socket; a descriptor that comes with it goes to @attached. */
static gboolean
receive (void *data, gsize length, int *attached)
{
  guchar *at = data;

  while (length > 0)
    {
      struct iovec  part = { at, length };
      union
      {
        struct cmsghdr header;
        char           space[CMSG_SPACE (sizeof (int))];
      } control;
      struct msghdr message
        = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control };
      gssize          n = recvmsg (SOCKET_FD, &message, MSG_CMSG_CLOEXEC);
      struct cmsghdr *header;

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      header = CMSG_FIRSTHDR (&message);
      if (header != NULL && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS)
        memcpy (attached, CMSG_DATA (header), sizeof (int));
      at += n;
      length -= (gsize) n;
    }

  return TRUE;
}

static gboolean
receive_job (MusterReaderJob *job, int *file_fd, GError **error)
{
  guint32              header[3];
  g_autoptr (GVariant) variant = NULL;
  g_autofree guchar   *payload = NULL;
  gsize                length;

  *file_fd = -1;
  if (!receive (header, sizeof header, file_fd))
    _exit (0); /* the program only wanted to know the posture, or is gone */

  length = GUINT32_FROM_LE (header[2]);
  if (GUINT32_FROM_LE (header[0]) != MUSTER_READER_MAGIC || GUINT32_FROM_LE (header[1]) != MUSTER_MESSAGE_JOB
      || length > MAX_JOB_BYTES)
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CRASHED,
                   _ ("The reader was given something that is no job."));
      return FALSE;
    }
  payload = g_malloc (MAX (length, 1));
  if (!receive (payload, length, file_fd))
    _exit (0);

  variant = g_variant_ref_sink (
    g_variant_new_from_data (G_VARIANT_TYPE_VARDICT, g_steal_pointer (&payload), length, FALSE, g_free, NULL));

  return muster_reader_job_from_variant (job, variant, error);
}

/* The file is a sealed copy: it can neither shrink nor change under the mapping. */
static GBytes *
map_file (int fd, GError **error)
{
  struct stat info;
  void       *data;

  if (fd < 0 || fstat (fd, &info) != 0 || info.st_size <= 0)
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CRASHED, _ ("The reader was given no file."));
      return NULL;
    }
  data = mmap (NULL, (gsize) info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
  close (fd);
  if (data == MAP_FAILED)
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_LIMIT,
                   _ ("The file is too large for the memory of a reader."));
      return NULL;
    }

  return g_bytes_new_static (data, (gsize) info.st_size);
}

static GVariant *
summary_to_variant (const MusterPipelineSummary *summary)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "pages", "u", summary->n_pages);
  g_variant_dict_insert (&dict, "media-type", "s", summary->media_type);
  g_variant_dict_insert (&dict, "language", "s", summary->language);
  g_variant_dict_insert (&dict, "marked-hidden", "u", summary->n_marked_hidden);
  g_variant_dict_insert_value (&dict, "notes",
                               g_variant_new_strv ((const char *const *) summary->notes->pdata, summary->notes->len));

  return g_variant_dict_end (&dict);
}

/* The program names the person's languages in LANGUAGE. The first sentence loads the catalogue, which has to be done
 * while files can be opened; C.UTF-8 keeps numbers and the order of letters as they are everywhere. */
static void
set_up_translations (void)
{
  setlocale (LC_ALL, "C.UTF-8");
  muster_translations_bind ();
  (void) _ ("The reader was given no file.");
}

/* Without Landlock nothing can be opened later, so the recogniser opens its data now; with it, that waits until a
 * page needs it. */
static MusterRecogniser *
warm_up (gboolean is_last_chance)
{
  if (!is_last_chance)
    return NULL;
  FcInit ();

  return muster_recogniser_new (NULL, NULL);
}

int
main (int argc, char **argv)
{
  MusterPosture                 posture;
  g_autoptr (GError)            error = NULL;
  g_auto (MusterReaderJob)      job = { 0 };
  g_auto (MusterPipelineSummary) summary = { 0 };
  g_autoptr (GBytes)            bytes = NULL;
  g_autoptr (MusterRecogniser)  recogniser = NULL;
  const MusterPipelineSink      sink = { .page = on_page, .recognising = on_recognising, .picture = on_picture };
  struct stat                   info;
  int                           file_fd;

  set_up_translations ();
  if (fstat (SOCKET_FD, &info) != 0 || !S_ISSOCK (info.st_mode))
    {
      fprintf (stderr, "%s\n",
               _ ("muster-reader reads documents for Muster and is started by it; see muster-cli read --help."));
      return STATUS_USAGE;
    }

  mallopt (M_ARENA_MAX, 1); /* every arena would take 64 MB of the address space */
  muster_last_words_prepare (SOCKET_FD);
  recogniser = warm_up (muster_lockdown_probe_landlock () == 0);
  if (!muster_lockdown_apply (argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : MUSTER_ADDRESS_SPACE_BYTES, &posture,
                              &error))
    fail (error, STATUS_NO_SANDBOX);
  if (!send_message (MUSTER_MESSAGE_POSTURE, muster_posture_to_variant (&posture), &error))
    _exit (0);

  if (!receive_job (&job, &file_fd, &error))
    fail (error, 0);
  bytes = map_file (file_fd, &error);
  if (bytes == NULL || !muster_pipeline_run (bytes, &job, recogniser, &sink, &summary, &error))
    fail (error, 0);
  send_message (MUSTER_MESSAGE_DONE, summary_to_variant (&summary), NULL);

  /* Nothing is left to be done that the end of the process does not do. */
  _exit (0);
}
