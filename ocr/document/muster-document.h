/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that was read: its pages, its text as a person sees it, and how it was read. Immutable and counted: any thread
 * may read it. */
#pragma once

#include "muster-page.h"

G_BEGIN_DECLS

/* Why a file gave no document. muster_read_error_code() gives the words of the command line contract. */
typedef enum
{
  MUSTER_READ_ERROR_ENCRYPTED,   /* asks for a password, or the given one is wrong */
  MUSTER_READ_ERROR_DAMAGED,     /* empty file, no kind to be made out, nothing in it can be opened */
  MUSTER_READ_ERROR_UNSUPPORTED, /* a known kind that Muster does not read */
  MUSTER_READ_ERROR_LIMIT,       /* larger than the limits allow */
  MUSTER_READ_ERROR_TIMEOUT,
  MUSTER_READ_ERROR_CRASHED,    /* the reader ended or gave an answer that cannot be true */
  MUSTER_READ_ERROR_UNREADABLE, /* no such file, no permission, not a regular file */
  MUSTER_READ_ERROR_CANCELLED,
  MUSTER_READ_ERROR_NO_SANDBOX, /* the reader could not lock itself down and refused to start */
} MusterReadError;

#define MUSTER_READ_ERROR (muster_read_error_quark ())
GQuark            muster_read_error_quark                 (void);
const char       *muster_read_error_code                  (const GError *error);

/* How the text was got; MUSTER_DOCUMENT_EMPTY: readable, but nothing on it can be read as text. */
typedef enum
{
  MUSTER_DOCUMENT_TEXT,
  MUSTER_DOCUMENT_OCR,
  MUSTER_DOCUMENT_MIXED,
  MUSTER_DOCUMENT_EMPTY,
} MusterDocumentStatus;

typedef struct _MusterDocument MusterDocument;

MusterDocument      *muster_document_new                   (GPtrArray      *pages,
                                                            guint           n_pages_total,
                                                            const char     *media_type,
                                                            const char     *language,
                                                            guint           n_marked_hidden,
                                                            const char    **notes);
MusterDocument      *muster_document_ref                   (MusterDocument *self);
void                 muster_document_unref                 (MusterDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDocument, muster_document_unref)

guint                muster_document_get_n_pages           (const MusterDocument *self);
guint                muster_document_get_n_pages_total     (const MusterDocument *self);
MusterPage          *muster_document_get_page              (const MusterDocument *self, guint index);
const char          *muster_document_get_media_type        (const MusterDocument *self);
const char          *muster_document_get_language          (const MusterDocument *self);
const char * const  *muster_document_get_notes             (const MusterDocument *self);
const char          *muster_document_get_text              (const MusterDocument *self);
char                *muster_document_dup_text_range        (const MusterDocument *self, guint start, guint length);
char                *muster_document_dup_hidden_text       (const MusterDocument *self);
guint                muster_document_get_hidden_characters (const MusterDocument *self);
guint                muster_document_get_n_columns         (const MusterDocument *self);
MusterDocumentStatus muster_document_get_status            (const MusterDocument *self);
const char          *muster_document_status_name           (MusterDocumentStatus status);

G_END_DECLS
