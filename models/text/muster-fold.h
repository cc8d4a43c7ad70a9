/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text made comparable. For matching only: what a person sees stays verbatim. Pure functions, any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): NFKC, case folded, marks stripped, dashes and quotes unified, white space to single blanks. */
char    *muster_fold            (const char *text);

/* (transfer full): of muster_fold(), letters and digits only: "E-Mail Adresse:" -> "emailadresse". */
char    *muster_fold_squeezed   (const char *text);

gboolean muster_unichar_is_cjk  (gunichar c);

/* 0..1: 2 x matching characters / all characters of two folded strings (Ratcliff & Obershelp 1988). */
double   muster_text_similarity (const char *a, const char *b);

G_END_DECLS
