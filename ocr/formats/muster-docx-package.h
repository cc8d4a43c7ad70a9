/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a Word package, unpacked into memory within the limits of the job: regular entries only, names
 * without folders above, never a file written. Parts are found by their relationships, as the standard has it,
 * whatever their names are. One thread. */
#pragma once

#include "muster-reader-message.h"

G_BEGIN_DECLS

typedef struct _MusterDocxPackage MusterDocxPackage;

/* Errors: MUSTER_READ_ERROR. */
MusterDocxPackage *muster_docx_package_open      (GBytes *bytes, const MusterReaderJob *job, GError **error);
void               muster_docx_package_free      (MusterDocxPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDocxPackage, muster_docx_package_free)

const char        *muster_docx_package_get_main  (const MusterDocxPackage *self); /* name of the main part */
GBytes            *muster_docx_package_get_part  (const MusterDocxPackage *self, const char *name);

/* Name of the part (or, for links, the target as it stands) that @part calls @id; by kind: the first whose type
 * ends so. (transfer full) (nullable) */
char              *muster_docx_package_dup_target (const MusterDocxPackage *self, const char *part, const char *id);
char              *muster_docx_package_dup_target_of_kind (const MusterDocxPackage *self, const char *part,
                                                            const char *kind);

G_END_DECLS
