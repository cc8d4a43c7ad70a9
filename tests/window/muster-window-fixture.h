/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library in a folder of its own with an opening and a few invented people, read by the real reader, and a window on it. */
#pragma once

#include "muster-application.h"
#include "muster-window-private.h"

G_BEGIN_DECLS

typedef struct
{
  char           *folder;
  MusterLibrary  *library;
  GtkApplication *application;
  MusterWindow   *window;
} MusterWindowFixture;

typedef struct
{
  int n_people; /* -1: not even an opening */
  int width_px;
} MusterWindowCase;

typedef gboolean (*MusterCondition) (MusterWindowFixture *fixture);

int        muster_window_fixture_run       (void); /* instead of g_test_run() */
void       muster_window_fixture_set_up    (MusterWindowFixture *fixture, gconstpointer data); /* data: a MusterWindowCase */
void       muster_window_fixture_tear_down (MusterWindowFixture *fixture, gconstpointer data);
char      *muster_window_fixture_write     (MusterWindowFixture *fixture, const char *name, const char *content); /* its path */
void       muster_window_fixture_wait      (MusterWindowFixture *fixture, MusterCondition condition); /* fails after a minute */
gboolean   muster_window_fixture_is_quiet  (MusterWindowFixture *fixture);
gboolean   muster_window_fixture_enabled   (MusterWindowFixture *fixture, const char *action);

/* The first widget of a type below @root whose text is @text (labels, buttons), any when @text is NULL. */
GtkWidget *muster_find_widget              (GtkWidget *root, GType type, const char *text);

G_END_DECLS
