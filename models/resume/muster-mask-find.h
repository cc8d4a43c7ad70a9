/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What finds the places to mask in a text. Private to models/resume. Pure; any thread. */
#pragma once

#include "muster-mask.h"

G_BEGIN_DECLS

/* Code points of the text that was searched. */
typedef struct
{
  MusterMaskKind kind;
  guint          start;
  guint          length;
} MusterMaskMatch;

/* What one person is called: names, and what stands before the @ of their mail. */
typedef struct _MusterMaskIdentity MusterMaskIdentity;

MusterMaskIdentity *muster_mask_identity_new      (void);
void                muster_mask_identity_free     (MusterMaskIdentity *self);
void                muster_mask_identity_add_name (MusterMaskIdentity *self, const char *name);
void                muster_mask_identity_add_mail (MusterMaskIdentity *self, const char *mail);
/* What an address in the web ends with: "linkedin.com/in/asorbo" */
void                muster_mask_identity_add_link (MusterMaskIdentity *self, const char *uri);
/* Words of @text, the head of a resume, that stand in the mail address or a link are names. */
void                muster_mask_identity_add_head (MusterMaskIdentity *self, const char *text);
gboolean            muster_mask_identity_is_known (const MusterMaskIdentity *self);
/* A letter that was recognised wrongly is forgiven. */
void                muster_mask_identity_forgive  (MusterMaskIdentity *self);

/* Each adds its matches (MusterMaskMatch), which may overlap. @language: "de", "" where it is not known. */
void                muster_mask_find_names        (const MusterMaskIdentity *self, const char *text, GArray *matches);
void                muster_mask_find_contacts     (const char *text, GArray *matches);
void                muster_mask_find_phrases      (const char *text, const char *language, GArray *matches);
/* Endings of titles that tell a gender. @is_title: all of the text is one */
void                muster_mask_find_endings      (const char *text, const char *language, gboolean is_title,
                                                   GArray *matches);

/* Whether a line is the label of something to be masked and nothing else: "Geburtsdatum:" */
gboolean            muster_mask_is_label          (const char *text, MusterMaskKind *kind);

/* Adds one match; @from and @to: bytes of @text. */
void                muster_mask_add_bytes         (GArray *matches, MusterMaskKind kind, const char *text, int from,
                                                   int to);

G_END_DECLS
