/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word packages for tests, in memory: parts in the order given, any names. */
#pragma once

#include <glib.h>

typedef struct
{
  const char *name;
  const char *text;
  gboolean    is_link; /* a symlink entry whose target is the text */
} PackagePart;

GBytes *write_package  (const PackagePart *parts, guint n_parts);
/* A whole document around what stands in w:body, with @extra parts (NULL-terminated by name). */
GBytes *write_document (const char *body, const PackagePart *extra);
