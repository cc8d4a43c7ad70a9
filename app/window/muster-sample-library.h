/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample firm: where its library is kept, apart from the user's, and where its openings and resumes come from. Main loop only. */
#pragma once

#include "muster-library.h"

G_BEGIN_DECLS

char      *muster_sample_library_dup_path    (void); /* of its database; the folder is made */
char      *muster_sample_library_dup_folder  (void); /* (nullable): where the samples are: beside the sources, else as installed */

/* Adds the sample openings to a library that has none, then imports the sample resumes for all of them. A library that has openings is left alone. */
gboolean   muster_sample_library_fill        (MusterLibrary *library, const char *folder, GError **error);

G_END_DECLS
