/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader has answered so far, each message checked before it is believed: a hostile file may have taken the
 * reader over. Pure; one thread. */
#pragma once

#include "muster-document.h"
#include "muster-intake.h"

G_BEGIN_DECLS

typedef struct
{
  const MusterReaderJob *job;
  GVariant              *posture;       /* (nullable) */
  GPtrArray             *pages;         /* MusterPage, by number rising */
  guint64                text_bytes;    /* of their words */
  guint64                message_bytes; /* all that came */
  guint                  n_recognised;  /* pages whose recognition began */
  guint                  recognising;   /* the last of them; 0: none yet */
  MusterPagePicture      picture;       /* of a PICTURE job */
  MusterDocument        *document;      /* (nullable): once it is done */
  GError                *failure;       /* (nullable): what the reader says is wrong with the file */
} MusterReaderAnswer;

void            muster_reader_answer_init          (MusterReaderAnswer *self, const MusterReaderJob *job);
void            muster_reader_answer_clear         (MusterReaderAnswer *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterReaderAnswer, muster_reader_answer_clear)

/* Checks a header of three 32-bit words before any of its payload is taken. */
gboolean        muster_reader_answer_check_header  (const MusterReaderAnswer *self,
                                                    const guint32             header[3],
                                                    gsize                    *length,
                                                    GError                  **error);

/* Takes a whole message; MUSTER_READ_ERROR_CRASHED for one that cannot be true. */
gboolean        muster_reader_answer_take          (MusterReaderAnswer *self,
                                                    guint               kind,
                                                    GBytes             *payload,
                                                    GError            **error);
gboolean        muster_reader_answer_is_complete   (const MusterReaderAnswer *self);

/* (transfer full) (nullable): what was read before recognition failed, with a note that says so; NULL where no words
 * came. */
MusterDocument *muster_reader_answer_salvage       (const MusterReaderAnswer *self, const char *reason);

G_END_DECLS
