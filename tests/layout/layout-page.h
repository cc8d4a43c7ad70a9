/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages for tests, set piece by piece, and what layout made of them as one string. */
#pragma once

#include "muster-page.h"

/* One piece of text; words are parted at blanks, every character is half an em wide and a blank .28 em; CJK characters
 * are one em wide. */
typedef struct
{
  double          x;
  double          y; /* baseline */
  double          size;
  MusterWordFlags flags;
  const char     *text;
} Piece;

#define BOLD MUSTER_WORD_BOLD
#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0

void        layout_page_add  (MusterPage *page, const Piece *piece, MusterWordSource source);
MusterPage *layout_page_new  (guint number, const Piece *pieces); /* up to one without text */
/* " | " within a row, newline between rows, "==" between regions, symbols in <>. */
char       *layout_page_dup  (const MusterPage *page);
