/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters from pictures: clean-up by Leptonica, recognition by Tesseract. One recogniser a process, one thread;
 * start-up costs about 0.1 s, so it is made when the first page needs it. */
#pragma once

#include "muster-page.h"
#include "muster-straightening.h"

struct Pix;

G_BEGIN_DECLS

typedef struct _MusterRecogniser MusterRecogniser;

/* @languages: Tesseract names joined by +, or NULL for every one of eng deu fra spa chi_sim that is installed,
 * chosen per page by script. */
MusterRecogniser *muster_recogniser_new  (const char *languages, GError **error);
void              muster_recogniser_free (MusterRecogniser *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRecogniser, muster_recogniser_free)

/* @picture: grey or colour, any orientation, its resolution set. Returns a new page whose words have boxes in
 * points of the upright page, estimated size, confidence and source OCR; no lines. @n_quarter_turns (out):
 * clockwise turns that made it upright. */
MusterPage       *muster_recogniser_read (MusterRecogniser *self,
                                          struct Pix       *picture,
                                          guint             number,
                                          guint            *n_quarter_turns,
                                          GError          **error);

const MusterStraightening *muster_recogniser_get_straightening  (const MusterRecogniser *self);
void                       muster_recogniser_find_straightening (MusterRecogniser    *self,
                                                                 struct Pix          *picture,
                                                                 MusterStraightening *straightening);

G_END_DECLS
