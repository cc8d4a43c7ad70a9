/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of strangers to documents: opens a file (regular, of honest size), copies it into a sealed memfd while
 * hashing, gives it to a muster-reader process of its own, keeps the deadline, distrusts the answers. Calls block;
 * they may be made from several threads at once, each costs one process. Holds no GTK and no parser of a document
 * format. */
#pragma once

#include "muster-document.h"
#include "muster-reader-message.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 max_file_bytes;      /* 50 MiB */
  guint   text_seconds;        /* 20: up to the last page without OCR */
  guint   ocr_page_seconds;    /* 20: more for each page that is recognised */
  guint   total_seconds;       /* 180 */
  guint64 address_space_bytes; /* 1 GiB */
} MusterIntakeLimits;

/* What one file gave. document is NULL when error is set; the bytes and hash are there whenever the file could be
 * copied. */
typedef struct
{
  char           *path;
  char           *name;      /* base name, valid UTF-8, for people */
  GBytes         *bytes;     /* (nullable): the original, mapped from the sealed copy */
  char           *sha256;    /* (nullable): hex */
  MusterDocument *document;  /* (nullable) */
  GError         *error;     /* (nullable): MUSTER_READ_ERROR */
  double          seconds;
  char           *report;    /* (nullable): what the reader printed, for those who look for its fault; never logged */
} MusterReading;

typedef struct _MusterIntake MusterIntake;

/* @reader_path: NULL finds muster-reader beside the build or in libexec. */
MusterIntake  *muster_intake_new          (const char *reader_path, const MusterIntakeLimits *limits);
MusterIntake  *muster_intake_ref          (MusterIntake *self);
void           muster_intake_unref        (MusterIntake *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterIntake, muster_intake_unref)

void           muster_intake_limits_init  (MusterIntakeLimits *limits);

/* min(4, cores, free memory / 1.2 GiB): readers that may run at once. */
guint          muster_intake_max_readers  (void);

/* Starts a reader on nothing and tells how it locked itself down (a{sv}); error NO_SANDBOX when it refuses. */
GVariant      *muster_intake_dup_posture  (MusterIntake *self, GError **error);

/* Never NULL: a file that cannot be read says so in its error. @job: NULL for the defaults. */
MusterReading *muster_intake_read         (MusterIntake          *self,
                                           const char            *path,
                                           const MusterReaderJob *job,
                                           GCancellable          *cancellable);
/* The document that these bytes gave before, or NULL: (transfer full). Called from the thread that reads. */
typedef MusterDocument *(*MusterKnownFunc) (const char *sha256, gpointer user_data);
MusterReading *muster_intake_read_once    (MusterIntake          *self,
                                           const char            *path,
                                           const MusterReaderJob *job,
                                           MusterKnownFunc        find_known,
                                           gpointer               user_data,
                                           GCancellable          *cancellable);
MusterReading *muster_intake_read_bytes   (MusterIntake          *self,
                                           const char            *name,
                                           GBytes                *bytes,
                                           const MusterReaderJob *job,
                                           GCancellable          *cancellable);
void           muster_reading_free        (MusterReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReading, muster_reading_free)

/* One page drawn in colour: cairo RGB24 rows. */
typedef struct
{
  guint   width;
  guint   height;
  guint   stride;
  GBytes *pixels;
} MusterPagePicture;

gboolean       muster_intake_draw_page    (MusterIntake      *self,
                                           GBytes            *bytes,
                                           const char        *password,
                                           guint              page,
                                           double             dpi,
                                           MusterPagePicture *picture,
                                           GCancellable      *cancellable,
                                           GError           **error);

G_END_DECLS
