/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A muster-reader as a process: started on nothing but a socket, ended for certain. Belongs to the thread that
 * started it: the reader dies with that thread. */
#pragma once

#include "muster-intake.h"

#include <sys/types.h>

G_BEGIN_DECLS

typedef struct
{
  pid_t    pid; /* 0: none */
  int      socket_fd;
  int      report_fd; /* what it prints */
  GString *report;    /* the first 64 KiB of that */
} MusterReaderProcess;

#define MUSTER_READER_PROCESS_INIT { .socket_fd = -1, .report_fd = -1 }

gboolean muster_reader_process_start         (MusterReaderProcess      *self,
                                              const char               *reader_path,
                                              const MusterIntakeLimits *limits,
                                              GError                  **error);

/* Takes what it has printed; never waits. */
void     muster_reader_process_take_report   (MusterReaderProcess *self);

/* Nanoseconds in which it wanted to run but had to wait for a processor: not its fault. */
guint64  muster_reader_process_get_queued_ns (const MusterReaderProcess *self);

/* Ends it if it has not ended within @grace_ms (@was_killed, optional, says so); returns the status of waitpid(). */
int      muster_reader_process_end           (MusterReaderProcess *self, guint grace_ms, gboolean *was_killed);
void     muster_reader_process_clear         (MusterReaderProcess *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterReaderProcess, muster_reader_process_clear)

G_END_DECLS
