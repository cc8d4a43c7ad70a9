/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of text cut into what dates are made of. For muster-date-range.c only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_DATE_TOKEN_NUMBER,
  MUSTER_DATE_TOKEN_WORD, /* letters; a Chinese character each */
  MUSTER_DATE_TOKEN_SIGN,
} MusterDateTokenKind;

typedef struct
{
  MusterDateTokenKind kind;
  guint               start; /* code points */
  guint               end;
  gboolean            is_glued; /* no space before it */
  int                 number;
  guint               n_digits;
  gunichar            sign; /* of a sign, or the one character of a Chinese word */
  char               *word; /* folded, owned */
} MusterDateToken;

/* (transfer full): array of MusterDateToken, whose strings it frees. */
GArray *muster_date_tokens_new (const char *text);

G_END_DECLS
