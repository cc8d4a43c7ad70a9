/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What muster-reader and the program say to each other over a socket pair: one job down, many messages up. A
 * message is a header of three 32-bit words (magic, kind, length; little endian) and a GVariant in serialised form.
 * The file itself travels with the job as a file descriptor (SCM_RIGHTS); the reader's answers are hostile until
 * checked. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUSTER_READER_MAGIC 0x5254534du /* "MSTR" */

/* No single message may be longer; a picture of 25 million pixels in four bytes is the largest honest one. */
#define MUSTER_READER_MAX_MESSAGE (100u * 1024 * 1024)

typedef enum
{
  MUSTER_MESSAGE_JOB = 1, /* to the reader: a{sv}, see MusterReaderJob */
  /* a{sv}: landlock (u: ABI, 0 = none), seccomp (b), address-space (t: bytes, 0 = no limit), sanitised (b) */
  MUSTER_MESSAGE_POSTURE,
  MUSTER_MESSAGE_PAGE,    /* MUSTER_PAGE_VARIANT_TYPE */
  MUSTER_MESSAGE_PICTURE, /* (uuuay): width, height, row stride in bytes, pixels as cairo RGB24 */
  /* a{sv}: pages (u: in the file), media-type (s), language (s), marked-hidden (u), notes (as) */
  MUSTER_MESSAGE_DONE,
  MUSTER_MESSAGE_FAILED,  /* (us): a MusterReadError and a sentence for a person */
  /* (u): the page whose recognition begins; its PAGE then comes again, with what was recognised */
  MUSTER_MESSAGE_RECOGNISING,
} MusterMessageKind;

typedef enum
{
  MUSTER_JOB_READ,    /* pages with words, layout image */
  MUSTER_JOB_PICTURE, /* one page drawn in colour */
} MusterJobKind;

/* What the reader shall do, with its limits: the defaults are beyond any honest resume and bound what a hostile one
 * costs. */
typedef struct
{
  MusterJobKind kind;
  char         *password;          /* (nullable) */
  /* Tesseract names joined by +; NULL: all of the five that are installed, by script */
  char         *ocr_languages;
  guint         max_text_pages;    /* 50 */
  guint         max_ocr_pages;     /* 10 */
  guint64       max_page_pixels;   /* 25 million: a page drawn */
  guint64       max_image_pixels;  /* 100 million: an image, by its header */
  guint64       max_text_bytes;    /* 2 MiB */
  guint64       max_unpacked_bytes; /* 48 MiB: one part of a packed format */
  guint         max_entries;       /* 4096: entries of a packed format */
  guint         page;              /* PICTURE: the page to draw, from 1 */
  double        picture_dpi;       /* PICTURE */
  gboolean      has_ocr;           /* FALSE: text layers only */
} MusterReaderJob;

void      muster_reader_job_init         (MusterReaderJob *job);
void      muster_reader_job_clear        (MusterReaderJob *job);
GVariant *muster_reader_job_to_variant   (const MusterReaderJob *job);
gboolean  muster_reader_job_from_variant (MusterReaderJob *job, GVariant *variant, GError **error);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterReaderJob, muster_reader_job_clear)

/* Blocking, whole messages; a peer that went away is an error, never a signal. */
gboolean  muster_message_send            (int fd, MusterMessageKind kind, GVariant *payload, int attached_fd,
                                          GError **error);

G_END_DECLS
