/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts a reader, hands it the job, and listens until it is done, dead, late or no longer wanted. Whatever happens,
 * the process is gone when this returns. */

#include "muster-conversation.h"

#include "muster-reader-process.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define PIECE_BYTES (64u * 1024)

/* A reader that has said its last word needs no longer to go. */
#define GRACE_MS 1000

/* Deadlines are looked at so often at least: a reader that waited for a processor gets that time back. */
#define LOOK_MS 500

typedef struct
{
  const MusterIntakeLimits *limits;
  GCancellable             *cancellable;
  MusterReaderProcess      *process;
  MusterReaderAnswer       *answer;
  gboolean                  wants_posture_only;
  gboolean                  has_lied;
  GByteArray               *inbox;
  gint64                    started_us;
  gint64                    phase_us; /* when the text, or the page that is being recognised, began */
  guint64                   phase_queued_ns;
  guint                     n_phases; /* recognitions seen so far */
  gint64                    completed_us; /* 0: something is still to be said */
} Conversation;

typedef enum
{
  STEP_GO_ON,
  STEP_END, /* the other side closed, or all is said */
  STEP_FAILED,
} Step;

static gboolean
fail (GError **error, MusterReadError code, const char *message)
{
  g_set_error_literal (error, MUSTER_READ_ERROR, code, message);

  return FALSE;
}

static gboolean
send_job (Conversation *self, const MusterSealedFile *file, GError **error)
{
  int      fd = muster_sealed_file_reopen (file, error);
  gboolean is_sent;

  if (fd < 0)
    return FALSE;

  /* A reader that refused or died has closed its end: what it said on the way is still to be heard, so this is no
   * error yet. */
  is_sent = muster_message_send (self->process->socket_fd, MUSTER_MESSAGE_JOB,
                                 muster_reader_job_to_variant (self->answer->job), fd, NULL);
  close (fd);
  (void) is_sent;

  return TRUE;
}

/* Takes every whole message out of the inbox. */
static gboolean
take_messages (Conversation *self, GError **error)
{
  gsize at = 0;

  while (self->inbox->len - at >= 12)
    {
      guint32 header[3];
      gsize   length;

      memcpy (header, self->inbox->data + at, sizeof header);
      if (!muster_reader_answer_check_header (self->answer, header, &length, error))
        return FALSE;
      if (self->inbox->len - at - 12 < length)
        break;

      g_autoptr (GBytes) payload = g_bytes_new (self->inbox->data + at + 12, length);

      at += 12 + length;
      if (!muster_reader_answer_take (self->answer, GUINT32_FROM_LE (header[1]), payload, error))
        return FALSE;
    }
  if (at > 0)
    g_byte_array_remove_range (self->inbox, 0, (guint) at);

  return TRUE;
}

static Step
listen_once (Conversation *self, GError **error)
{
  guint  before = self->inbox->len;
  gssize n;

  g_byte_array_set_size (self->inbox, before + PIECE_BYTES);
  n = recv (self->process->socket_fd, self->inbox->data + before, PIECE_BYTES, MSG_DONTWAIT);
  g_byte_array_set_size (self->inbox, before + (guint) MAX (n, 0));
  if (n < 0)
    return errno == EAGAIN || errno == EINTR ? STEP_GO_ON : STEP_END;
  if (n == 0)
    return STEP_END;
  if (!take_messages (self, error))
    {
      self->has_lied = TRUE;
      return STEP_FAILED;
    }
  if (self->wants_posture_only && self->answer->posture != NULL)
    return STEP_END;

  return STEP_GO_ON;
}

static void
begin_phase (Conversation *self)
{
  self->phase_us = g_get_monotonic_time ();
  self->phase_queued_ns = muster_reader_process_get_queued_ns (self->process);
}

/* Time in which it wanted a processor and got none: on a busy machine, the same document is to get the same answer. As
 * much as the limit for all may be given back, no more. */
static gint64
queued_us_since (const Conversation *self, guint64 queued_ns_then)
{
  guint64 queued_ns = muster_reader_process_get_queued_ns (self->process);
  guint64 queued_us = (MAX (queued_ns, queued_ns_then) - queued_ns_then) / 1000;

  return (gint64) MIN (queued_us, (guint64) self->limits->total_seconds * G_USEC_PER_SEC);
}

/* Microseconds until this reader is late. After its last word it has no more to do than to go. */
static gint64
time_left_us (Conversation *self)
{
  guint  phase_seconds = self->answer->n_recognised > 0 ? self->limits->ocr_page_seconds : self->limits->text_seconds;
  gint64 now = g_get_monotonic_time ();
  gint64 phase_end, end;

  if (muster_reader_answer_is_complete (self->answer))
    {
      if (self->completed_us == 0)
        self->completed_us = now;
      return self->completed_us + GRACE_MS * 1000 - now;
    }
  if (self->answer->n_recognised != self->n_phases)
    {
      self->n_phases = self->answer->n_recognised;
      begin_phase (self);
    }

  phase_end = self->phase_us + phase_seconds * G_USEC_PER_SEC + queued_us_since (self, self->phase_queued_ns);
  end = self->started_us + self->limits->total_seconds * G_USEC_PER_SEC + queued_us_since (self, 0);

  return MIN (phase_end, end) - now;
}

/* Waits for the reader, its end, or the wish to cancel. */
static gboolean
wait_for_something (Conversation *self, gint64 left_us, GError **error)
{
  GPollFD       cancel = { .fd = -1 };
  struct pollfd watched[3]
    = { { self->process->socket_fd, POLLIN, 0 }, { self->process->report_fd, POLLIN, 0 }, { -1, POLLIN, 0 } };
  int           timeout_ms = (int) MIN (left_us / 1000 + 1, LOOK_MS);

  if (self->cancellable != NULL && g_cancellable_make_pollfd (self->cancellable, &cancel))
    watched[2].fd = cancel.fd;
  poll (watched, G_N_ELEMENTS (watched), timeout_ms);
  if (cancel.fd >= 0)
    g_cancellable_release_fd (self->cancellable);

  if (g_cancellable_is_cancelled (self->cancellable))
    return fail (error, MUSTER_READ_ERROR_CANCELLED, _ ("Reading was cancelled."));
  if (watched[1].revents != 0)
    muster_reader_process_take_report (self->process);

  return TRUE;
}

static Step
go_on (Conversation *self, GError **error)
{
  gint64 left_us = time_left_us (self);

  if (left_us <= 0 && muster_reader_answer_is_complete (self->answer))
    return STEP_END;
  if (left_us <= 0)
    {
      fail (error, MUSTER_READ_ERROR_TIMEOUT,
            self->answer->n_recognised > 0 ? _ ("Recognising the text took too long and was stopped.")
                                           : _ ("Reading took too long and was stopped."));
      return STEP_FAILED;
    }
  if (!wait_for_something (self, left_us, error))
    return STEP_FAILED;

  return listen_once (self, error);
}

/* What the end of a reader that said too little means. */
static void
explain_end (int status, gboolean was_killed, GError **error)
{
  int number = WIFSIGNALED (status) ? WTERMSIG (status) : 0;

  if (was_killed)
    fail (error, MUSTER_READ_ERROR_CRASHED, _ ("The reader stopped answering. Other documents are not affected."));
  else if (number == SIGXCPU || number == SIGKILL)
    fail (error, MUSTER_READ_ERROR_TIMEOUT,
          _ ("The document took more computing time than a document may take, and reading it was stopped."));
  else if (number != 0)
    g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CRASHED,
                 _ ("The reader broke down over this document (%s). Other documents are not affected."),
                 g_strsignal (number));
  else
    g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CRASHED,
                 _ ("The reader ended without an answer (status %d). Other documents are not affected."),
                 WEXITSTATUS (status));
}

/* Until everything is said and the reader has closed its end: more than the last word is a lie. */
static gboolean
converse (Conversation *self, GError **error)
{
  Step     step = STEP_GO_ON;
  gboolean is_complete, was_killed;
  int      status;

  while (step == STEP_GO_ON)
    step = go_on (self, error);

  is_complete = muster_reader_answer_is_complete (self->answer);
  status = muster_reader_process_end (
    self->process, step == STEP_END && !is_complete && !self->wants_posture_only ? GRACE_MS : 0, &was_killed);
  if (step == STEP_FAILED)
    return FALSE;
  if (self->wants_posture_only && self->answer->posture != NULL)
    return TRUE;
  if (is_complete && self->inbox->len == 0)
    return TRUE;

  explain_end (status, was_killed, error);

  return FALSE;
}

/* Text that came before recognition broke down is not lost with it. A reader that lied is not believed in anything. */
static gboolean
salvage (MusterReaderAnswer *answer, gboolean has_lied, const GError *reason)
{
  g_autofree char *note = NULL;

  if (has_lied || reason->code == MUSTER_READ_ERROR_CANCELLED || answer->document != NULL)
    return FALSE;

  note = g_strdup_printf (_ ("Pages that are pictures were not all recognised: %s"), reason->message);
  answer->document = muster_reader_answer_salvage (answer, note);

  return answer->document != NULL;
}

gboolean
muster_converse (const char               *reader_path,
                 const MusterIntakeLimits *limits,
                 const MusterSealedFile   *file,
                 MusterReaderAnswer       *answer,
                 GCancellable             *cancellable,
                 char                    **report,
                 GError                  **error)
{
  g_auto (MusterReaderProcess) process = MUSTER_READER_PROCESS_INIT;
  g_autoptr (GByteArray)       inbox = g_byte_array_new ();
  g_autoptr (GError)           failure = NULL;
  Conversation self = { .limits = limits,
                        .cancellable = cancellable,
                        .process = &process,
                        .answer = answer,
                        .wants_posture_only = file == NULL,
                        .inbox = inbox };

  if (!muster_reader_process_start (&process, reader_path, limits, error))
    return FALSE;
  self.started_us = g_get_monotonic_time ();
  begin_phase (&self);
  if (file != NULL && !send_job (&self, file, error))
    return FALSE;

  converse (&self, &failure);
  if (report != NULL && process.report->len > 0)
    *report = g_utf8_make_valid (process.report->str, (gssize) process.report->len);
  if (failure == NULL || salvage (answer, self.has_lied, failure))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
