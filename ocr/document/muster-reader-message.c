/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's messages: sending, and the job with its limits. Receiving is not here: the reader waits for one job,
 * while intake must keep a deadline and distrust the lengths, so each has its own loop. */

#include "muster-reader-message.h"

#include "muster-document.h"
#include "muster-page-variant.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/socket.h>

/** muster_reader_job_init: fills in a job to read a whole document under the default limits. */
void
muster_reader_job_init (MusterReaderJob *job)
{
  *job = (MusterReaderJob){
    .kind = MUSTER_JOB_READ,
    .max_text_pages = 50,
    .max_ocr_pages = 10,
    .max_page_pixels = 25 * 1000 * 1000,
    .max_image_pixels = 100 * 1000 * 1000,
    .max_text_bytes = 2 * 1024 * 1024,
    .max_unpacked_bytes = 48 * 1024 * 1024,
    .max_entries = 4096,
    .page = 1,
    .picture_dpi = 150,
    .has_ocr = TRUE,
  };
}

void
muster_reader_job_clear (MusterReaderJob *job)
{
  g_clear_pointer (&job->password, g_free);
  g_clear_pointer (&job->ocr_languages, g_free);
}

/** muster_reader_job_to_variant: Returns: (transfer floating): an a{sv} with every field of the job. */
GVariant *
muster_reader_job_to_variant (const MusterReaderJob *job)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "kind", "u", (guint) job->kind);
  if (job->password != NULL)
    g_variant_dict_insert (&dict, "password", "s", job->password);
  if (job->ocr_languages != NULL)
    g_variant_dict_insert (&dict, "ocr-languages", "s", job->ocr_languages);
  g_variant_dict_insert (&dict, "max-text-pages", "u", job->max_text_pages);
  g_variant_dict_insert (&dict, "max-ocr-pages", "u", job->max_ocr_pages);
  g_variant_dict_insert (&dict, "max-page-pixels", "t", job->max_page_pixels);
  g_variant_dict_insert (&dict, "max-image-pixels", "t", job->max_image_pixels);
  g_variant_dict_insert (&dict, "max-text-bytes", "t", job->max_text_bytes);
  g_variant_dict_insert (&dict, "max-unpacked-bytes", "t", job->max_unpacked_bytes);
  g_variant_dict_insert (&dict, "max-entries", "u", job->max_entries);
  g_variant_dict_insert (&dict, "page", "u", job->page);
  g_variant_dict_insert (&dict, "picture-dpi", "d", job->picture_dpi);
  g_variant_dict_insert (&dict, "ocr", "b", job->has_ocr);

  return g_variant_dict_end (&dict);
}

/**
 * muster_reader_job_from_variant:
 * @job: (out caller-allocates): what @variant does not name keeps its default
 *
 * Returns: whether @variant is a job.
 */
gboolean
muster_reader_job_from_variant (MusterReaderJob *job, GVariant *variant, GError **error)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  guint                 kind = MUSTER_JOB_READ;

  muster_reader_job_init (job);
  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT) || !g_variant_is_normal_form (variant))
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CRASHED,
                   _ ("The reader was given something that is no job."));
      return FALSE;
    }

  g_variant_dict_init (&dict, variant);
  g_variant_dict_lookup (&dict, "kind", "u", &kind);
  job->kind = kind == MUSTER_JOB_PICTURE ? MUSTER_JOB_PICTURE : MUSTER_JOB_READ;
  g_variant_dict_lookup (&dict, "password", "s", &job->password);
  g_variant_dict_lookup (&dict, "ocr-languages", "s", &job->ocr_languages);
  g_variant_dict_lookup (&dict, "max-text-pages", "u", &job->max_text_pages);
  g_variant_dict_lookup (&dict, "max-ocr-pages", "u", &job->max_ocr_pages);
  g_variant_dict_lookup (&dict, "max-page-pixels", "t", &job->max_page_pixels);
  g_variant_dict_lookup (&dict, "max-image-pixels", "t", &job->max_image_pixels);
  g_variant_dict_lookup (&dict, "max-text-bytes", "t", &job->max_text_bytes);
  g_variant_dict_lookup (&dict, "max-unpacked-bytes", "t", &job->max_unpacked_bytes);
  g_variant_dict_lookup (&dict, "max-entries", "u", &job->max_entries);
  g_variant_dict_lookup (&dict, "page", "u", &job->page);
  g_variant_dict_lookup (&dict, "picture-dpi", "d", &job->picture_dpi);
  g_variant_dict_lookup (&dict, "ocr", "b", &job->has_ocr);

  return TRUE;
}

static gboolean
send_all (int fd, const void *data, gsize length, int attached_fd, GError **error)
{
  const guchar *bytes = data;

  while (length > 0)
    {
      struct iovec  part = { (void *) bytes, length };
      struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
      union
      {
        struct cmsghdr header;
        char           space[CMSG_SPACE (sizeof (int))];
      } control = { 0 };
      gssize sent;

      if (attached_fd >= 0)
        {
          message.msg_control = control.space;
          message.msg_controllen = sizeof control.space;
          struct cmsghdr *header = CMSG_FIRSTHDR (&message);
          header->cmsg_level = SOL_SOCKET;
          header->cmsg_type = SCM_RIGHTS;
          header->cmsg_len = CMSG_LEN (sizeof (int));
          memcpy (CMSG_DATA (header), &attached_fd, sizeof (int));
        }

      sent = sendmsg (fd, &message, MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR)
        continue;
      if (sent < 0)
        {
          g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CRASHED, _ ("A message could not be sent: %s."),
                       g_strerror (errno));
          return FALSE;
        }
      bytes += sent;
      length -= (gsize) sent;
      attached_fd = -1;
    }

  return TRUE;
}

/**
 * muster_message_send:
 * @payload: (transfer none): a floating one is consumed
 * @attached_fd: goes with the first byte, -1 for none; stays the caller's
 *
 * Returns: whether the other side's socket has taken all of it.
 */
gboolean
muster_message_send (int fd, MusterMessageKind kind, GVariant *payload, int attached_fd, GError **error)
{
  g_autoptr (GVariant) held = g_variant_ref_sink (payload);
  gsize                length = g_variant_get_size (held);
  guint32              header[3] = { GUINT32_TO_LE (MUSTER_READER_MAGIC), GUINT32_TO_LE ((guint32) kind),
                                     GUINT32_TO_LE ((guint32) length) };

  if (length > MUSTER_READER_MAX_MESSAGE)
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_LIMIT, _ ("A message of %zu bytes is too long."),
                   length);
      return FALSE;
    }

  return send_all (fd, header, sizeof header, attached_fd, error)
         && (length == 0 || send_all (fd, g_variant_get_data (held), length, -1, error));
}
