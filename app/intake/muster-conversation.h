/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One job with one reader, from its start to its end, within its deadlines. Blocks; any thread. */
#pragma once

#include "muster-intake.h"
#include "muster-reader-answer.h"
#include "muster-sealed-file.h"

G_BEGIN_DECLS

/* @file: NULL only asks for the posture. @answer: initialised; complete, or the posture is there, when this returns
 * TRUE. @report: (out) (optional): what the reader printed, for those who look for the fault in it. */
gboolean muster_converse (const char               *reader_path,
                          const MusterIntakeLimits *limits,
                          const MusterSealedFile   *file,
                          MusterReaderAnswer       *answer,
                          GCancellable             *cancellable,
                          char                    **report,
                          GError                  **error);

G_END_DECLS
