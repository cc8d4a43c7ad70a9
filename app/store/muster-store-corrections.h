/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person corrects in what was read. Blocking, any thread; errors: MUSTER_STORE_ERROR. */
#pragma once

#include "muster-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   id;
  char    *pointer;    /* "/work/0/name" */
  char    *before;     /* (nullable): NULL: nothing stood there */
  char    *after;      /* (nullable): NULL: it was taken out */
  gint64   corrected_at;
  gboolean is_applied; /* FALSE: a document that came later says something else there; nothing was lost */
} MusterCorrection;

void       muster_correction_free               (MusterCorrection *correction);

/* @text: (nullable): trimmed; NULL takes the value out. INVALID: no such place, no date where one belongs, no text, or
 * a member of the profile that says the same already. The fits of the person are gone until they are ranked again. */
gboolean   muster_store_correct                 (MusterStore *self, gint64 candidate_id, const char *pointer,
                                                 const char *text, MusterMonth today, GError **error);

/* The newest that is not taken back. INVALID: there is none. *@pointer (nullable): (transfer full): where it was. */
gboolean   muster_store_take_back_correction    (MusterStore *self, gint64 candidate_id, MusterMonth today,
                                                 char **pointer, GError **error);

/* (transfer full) (nullable): of MusterCorrection, newest first, without those that were taken back */
GPtrArray *muster_store_list_corrections        (MusterStore *self, gint64 candidate_id, GError **error);

/* (transfer full) (nullable): of gint64: openings whose pool the person is in */
GArray    *muster_store_list_applications       (MusterStore *self, gint64 candidate_id, GError **error);

G_END_DECLS
