/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a page, for the files of this room only. */
#pragma once

#include "muster-page.h"

struct _MusterPage
{
  gatomicrefcount ref_count;
  guint           number;
  double          width_pt;
  double          height_pt;
  guint           n_columns;
  GStringChunk   *strings;
  GArray         *words;    /* MusterWord, in reading order once lines are set */
  GArray         *hidden;   /* MusterWord */
  GArray         *lines;    /* MusterLine */
  GArray         *links;    /* MusterLink */
  GArray         *pictures; /* MusterBox */
  GBytes         *layout_image;
};
