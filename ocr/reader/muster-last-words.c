/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GLib, the C++ library and Poppler end the process when memory is refused; deep recursion ends it by a fault just
 * below the stack. The handlers here know both and send a message made beforehand: after the fault nothing may be
 * allocated. */

#include "muster-last-words.h"

#include "muster-document.h"
#include "muster-reader-message.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <ucontext.h>
#include <unistd.h>

/* If so much more cannot be had, memory was the reason: no single wish of the reader is larger than a message. */
#define PROBE_BYTES (128u * 1024 * 1024)

/* A fault this near to the stack pointer is the stack running over: one frame of the libraries is never larger. */
#define STACK_REACH_BYTES (1024u * 1024)

typedef struct
{
  guchar bytes[512];
  gsize  length;
} Message;

static int                   socket_fd = -1;
static volatile sig_atomic_t is_sending;
static Message               no_memory, no_stack;
static guchar                handler_stack[64 * 1024];

static void
compose (Message *message, const char *sentence)
{
  g_autoptr (GVariant) payload
    = g_variant_ref_sink (g_variant_new ("(us)", (guint) MUSTER_READ_ERROR_LIMIT, sentence));
  gsize                size = g_variant_get_size (payload);
  guint32 header[3] = { GUINT32_TO_LE (MUSTER_READER_MAGIC), GUINT32_TO_LE ((guint32) MUSTER_MESSAGE_FAILED),
                        GUINT32_TO_LE ((guint32) size) };

  g_assert (sizeof header + size <= sizeof message->bytes);
  memcpy (message->bytes, header, sizeof header);
  memcpy (message->bytes + sizeof header, g_variant_get_data (payload), size);
  message->length = sizeof header + size;
}

static void
say_and_end (const Message *message)
{
  struct iovec  part = { (void *) message->bytes, message->length };
  struct msghdr envelope = { .msg_iov = &part, .msg_iovlen = 1 };

  if (!is_sending && sendmsg (socket_fd, &envelope, MSG_NOSIGNAL) == (gssize) message->length)
    _exit (0);
}

/* A refusal leaves ENOMEM behind; where something else came between (GLib prints before it traps), asking for more
 * tells. */
static gboolean
memory_was_refused (int saved_errno)
{
  void *probe;

  if (saved_errno == ENOMEM)
    return TRUE;
  probe = mmap (NULL, PROBE_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (probe == MAP_FAILED)
    return TRUE;
  munmap (probe, PROBE_BYTES);

  return FALSE;
}

static void
on_abort (int number, siginfo_t *info, void *context)
{
  if (memory_was_refused (errno))
    say_and_end (&no_memory);

  signal (number, SIG_DFL);
  raise (number);
}

static guintptr
stack_pointer_of (const void *context)
{
#if defined(__x86_64__)
  return (guintptr) ((const ucontext_t *) context)->uc_mcontext.gregs[REG_RSP];
#elif defined(__aarch64__)
  return (guintptr) ((const ucontext_t *) context)->uc_mcontext.sp;
#else
  return 0;
#endif
}

static void
on_fault (int number, siginfo_t *info, void *context)
{
  guintptr stack = stack_pointer_of (context);
  guintptr fault = (guintptr) info->si_addr;

  if (stack != 0 && fault + STACK_REACH_BYTES > stack && fault < stack + STACK_REACH_BYTES)
    say_and_end (&no_stack);
  if (memory_was_refused (0))
    say_and_end (&no_memory);

  /* Returning repeats the fault, now with its usual end. */
  signal (number, SIG_DFL);
}

static void
handle (int number, void (*handler) (int, siginfo_t *, void *))
{
  struct sigaction action = { .sa_sigaction = handler, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER };

  sigemptyset (&action.sa_mask);
  sigaction (number, &action, NULL);
}

void
muster_last_words_prepare (int fd)
{
  stack_t stack = { .ss_sp = handler_stack, .ss_size = sizeof handler_stack };

  socket_fd = fd;
  compose (&no_memory, _ ("The document needs more memory than a document may take."));
  compose (&no_stack, _ ("The document is nested too deeply."));

  /* GLib traps when memory is refused; the others abort. */
  handle (SIGABRT, on_abort);
  handle (SIGTRAP, on_abort);
#if !defined(__SANITIZE_ADDRESS__)
  sigaltstack (&stack, NULL);
  handle (SIGSEGV, on_fault);
  handle (SIGBUS, on_fault);
#else
  (void) stack;
  (void) on_fault;
#endif
}

void
muster_last_words_hold (void)
{
  is_sending = 1;
}

void
muster_last_words_release (void)
{
  is_sending = 0;
}
