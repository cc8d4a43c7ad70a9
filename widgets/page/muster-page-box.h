/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place on a page that something is said about, as plain values. */
#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_PAGE_BOX_EVIDENCE,  /* a value was read here */
  MUSTER_PAGE_BOX_UNCERTAIN, /* read, but someone should look again */
  MUSTER_PAGE_BOX_MASKED,    /* covered: nobody sees what is below */
} MusterPageBoxKind;

/* Boxes with one id are the pieces of one thing: they light up together, and Tab stops at the first. */
typedef struct
{
  const char       *id;
  graphene_rect_t   box_pt; /* points from the top left corner of the page */
  MusterPageBoxKind kind;
  const char       *label;   /* what a screen reader says; also the tooltip */
  const char       *caption; /* (nullable): written on a masked box that has room for it */
} MusterPageBox;

G_END_DECLS
