/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page that was read: its words with boxes, the lines they form in reading order, its links and its layout image.
 * Filled by ocr/ (add words, then layout sets lines), after that never changed: any thread may read it. */
#pragma once

#include "muster-box.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_WORD_TEXT_LAYER, /* taken from the file */
  MUSTER_WORD_OCR,        /* recognised from a picture of the page */
  MUSTER_WORD_FORM_FIELD, /* value of a form field */
  MUSTER_WORD_TYPESET,    /* from a format without pages, set by ocr/typeset */
} MusterWordSource;

typedef enum
{
  MUSTER_WORD_BOLD = 1 << 0,
  MUSTER_WORD_ITALIC = 1 << 1,
  MUSTER_WORD_SYMBOL = 1 << 2, /* an icon, bullet or dingbat that is not text to be read */
  MUSTER_WORD_GLUED = 1 << 3,  /* no space between the word before it in its line and this one */
} MusterWordFlags;

typedef enum
{
  MUSTER_VISIBLE,
  MUSTER_HIDDEN_NO_CONTRAST, /* drawn in the colour of the ground, invisible mode, covered by an image or box */
  MUSTER_HIDDEN_TINY,
  MUSTER_HIDDEN_OFF_PAGE,
  MUSTER_HIDDEN_OVERPRINTED, /* lies under other text */
  MUSTER_HIDDEN_CONTRADICTED, /* text layer over a picture that says something else */
  MUSTER_HIDDEN_MARKED,      /* the format itself says so: vanish runs, deleted text, a layer that is off */
} MusterHidden;

/* text is UTF-8, not empty, without white space, and owned by the page. line indexes the lines of the page (-1: none,
 * as for hidden words); text_start counts code points of muster_document_get_text(), and is set by
 * muster_document_new(). */
typedef struct
{
  const char      *text;
  MusterBox        box;
  double           baseline_pt;
  double           size_pt;
  guint32          colour; /* 0xRRGGBB */
  MusterWordSource source;
  MusterWordFlags  flags;
  MusterHidden     hidden;
  float            confidence; /* 0..1 */
  int              link;       /* index into the links of the page, -1: none */
  int              line;
  guint            text_start;
  guint            text_length;
} MusterWord;

/* A run of words that belong together on one baseline. Lines that share row stand beside each other (a label and its
 * value, a title and its date). region numbers the columns in reading order from 0; block counts runs of lines without
 * a larger gap, rising over the page. */
typedef struct
{
  guint           first_word;
  guint           n_words;
  MusterBox       box;
  double          baseline_pt;
  double          size_pt; /* median of its words */
  MusterWordFlags flags;   /* those that all its words share */
  guint32         colour;
  guint           row;
  guint           region;
  guint           block;
} MusterLine;

/* uri is as the file has it and owned by the page: shown to a person, never opened. */
typedef struct
{
  const char *uri;
  MusterBox   box;
} MusterLink;

#define MUSTER_LAYOUT_WIDTH 96
#define MUSTER_LAYOUT_HEIGHT 128

typedef struct _MusterPage MusterPage;

MusterPage       *muster_page_new              (guint       number,
                                                double      width_pt,
                                                double      height_pt);
MusterPage       *muster_page_ref              (MusterPage *self);
void              muster_page_unref            (MusterPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPage, muster_page_unref)

guint             muster_page_get_number       (const MusterPage *self);
double            muster_page_get_width_pt     (const MusterPage *self);
double            muster_page_get_height_pt    (const MusterPage *self);
const MusterWord *muster_page_get_words        (const MusterPage *self, guint *n_words);
const MusterWord *muster_page_get_hidden_words (const MusterPage *self, guint *n_words);
const MusterLine *muster_page_get_lines        (const MusterPage *self, guint *n_lines);
const MusterLink *muster_page_get_links        (const MusterPage *self, guint *n_links);
const MusterBox  *muster_page_get_pictures     (const MusterPage *self, guint *n_pictures);
guint             muster_page_get_n_columns    (const MusterPage *self);
GBytes           *muster_page_get_layout_image (const MusterPage *self);
char             *muster_page_dup_line_text    (const MusterPage *self, guint line);

/* Only while the page is being made. */
void              muster_page_add_word         (MusterPage *self, const MusterWord *word);
int               muster_page_add_link         (MusterPage *self, const char *uri, MusterBox box);
void              muster_page_add_picture      (MusterPage *self, MusterBox box);
void              muster_page_take_lines       (MusterPage *self, GArray *words, GArray *lines, guint n_columns);
void              muster_page_set_layout_image (MusterPage *self, GBytes *image);

G_END_DECLS
