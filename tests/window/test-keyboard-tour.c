/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clerk without a mouse: paste files, go to an opening, walk the list, open the evidence, shortlist, undo; through real
 * key events of the display, as a keyboard sends them. */

#include "muster-window-fixture.h"

#include "muster-library-queries.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>

#define MAX_KEYS 4

static const MusterWindowCase three = { 3, 1400 };

typedef MusterWindowFixture Fixture;

static Display *
get_display (void)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/* Without a window manager nobody gives the window the keyboard. */
static void
take_keyboard (Fixture *fixture)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (fixture->window));

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  XSetInputFocus (get_display (), gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
  G_GNUC_END_IGNORE_DEPRECATIONS
  XSync (get_display (), False);
}

/* Presses @keys in this order and lets them go in the other: { XK_Control_L, XK_v }. */
static void
press (const KeySym keys[MAX_KEYS])
{
  Display *display = get_display ();
  guint    n = 0;

  for (; n < MAX_KEYS && keys[n] != 0; n++)
    XTestFakeKeyEvent (display, XKeysymToKeycode (display, keys[n]), True, CurrentTime);
  while (n-- > 0)
    XTestFakeKeyEvent (display, XKeysymToKeycode (display, keys[n]), False, CurrentTime);
  XSync (display, False);
}

#define PRESS(...) press ((const KeySym[MAX_KEYS]){ __VA_ARGS__ })

static const char *
get_person (Fixture *fixture)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (fixture->window->desk);

  return person != NULL ? person->name : "";
}

static gboolean
has_keyboard (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && gtk_window_is_active (GTK_WINDOW (fixture->window));
}

static gboolean
is_in (Fixture *fixture, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static gboolean
is_in_candidates (Fixture *fixture)
{
  return is_in (fixture, MUSTER_TYPE_CANDIDATES_PANEL);
}

static gboolean
is_in_openings (Fixture *fixture)
{
  return is_in (fixture, MUSTER_TYPE_OPENINGS_PANEL);
}

static gboolean
has_four_people (Fixture *fixture)
{
  MusterCandidateQuery everybody = { .stage = -1 };
  guint                count = 0;

  return muster_window_fixture_is_quiet (fixture)
         && muster_library_count_candidates (fixture->library, &everybody, &count, NULL) && count == 4;
}

static gboolean
is_everyone_chosen (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && muster_hiring_desk_get_opening_id (fixture->window->desk) == 0;
}

static gboolean
is_opening_chosen (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && muster_hiring_desk_get_opening_id (fixture->window->desk) == 1;
}

static char walked_from[64];

static gboolean
has_walked_on (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && *get_person (fixture) != '\0'
         && !g_str_equal (get_person (fixture), walked_from);
}

static gboolean
is_page_open (Fixture *fixture)
{
  guint              n_panels;
  const char *const *ids = muster_dock_list_panels (fixture->window->dock, &n_panels);

  for (guint i = 0; i < n_panels; i++)
    if (g_str_has_prefix (ids[i], "person:") && muster_dock_is_open (fixture->window->dock, ids[i]))
      return muster_window_fixture_is_quiet (fixture);

  return FALSE;
}

static guint
count_stage (Fixture *fixture, MusterStage stage)
{
  MusterCandidateQuery query = { .opening_id = 1, .stage = (int) stage };
  guint                count = G_MAXUINT;

  g_assert_true (muster_library_count_candidates (fixture->library, &query, &count, NULL));

  return count;
}

static gboolean
is_one_shortlisted (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && count_stage (fixture, MUSTER_STAGE_SHORTLIST) == 1;
}

static gboolean
is_nobody_shortlisted (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && count_stage (fixture, MUSTER_STAGE_SHORTLIST) == 0;
}

static void
copy_file (Fixture *fixture)
{
  g_autofree char *path = muster_window_fixture_write (
      fixture, "runa.txt", "Runa Feldt\nruna.feldt@example.org\n\nSkills\nPump overhauls\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);

  gdk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), GDK_TYPE_FILE_LIST, files);
  g_boxed_free (GDK_TYPE_FILE_LIST, files);
}

static void
test_tour (Fixture *fixture, gconstpointer data)
{
  take_keyboard (fixture);
  muster_window_fixture_wait (fixture, has_keyboard);

  /* Files come in. */
  PRESS (XK_Alt_L, XK_2);
  muster_window_fixture_wait (fixture, is_in_candidates);
  copy_file (fixture);
  PRESS (XK_Control_L, XK_v);
  muster_window_fixture_wait (fixture, has_four_people);

  /* To the openings, down to everybody, back to the opening. */
  PRESS (XK_Alt_L, XK_1);
  muster_window_fixture_wait (fixture, is_in_openings);
  PRESS (XK_Down);
  muster_window_fixture_wait (fixture, is_everyone_chosen);
  PRESS (XK_Up);
  muster_window_fixture_wait (fixture, is_opening_chosen);

  /* Down the list to the next one, whose page opens. */
  PRESS (XK_Alt_L, XK_2);
  muster_window_fixture_wait (fixture, is_in_candidates);
  g_strlcpy (walked_from, get_person (fixture), sizeof walked_from);
  PRESS (XK_Down);
  muster_window_fixture_wait (fixture, has_walked_on);
  g_strlcpy (walked_from, get_person (fixture), sizeof walked_from);
  PRESS (XK_Return);
  muster_window_fixture_wait (fixture, is_page_open);

  /* Decided, and taken back. */
  PRESS (XK_Shift_L, XK_Control_L, XK_l);
  muster_window_fixture_wait (fixture, is_one_shortlisted);
  g_assert_cmpstr (get_person (fixture), ==, walked_from);
  PRESS (XK_Control_L, XK_z);
  muster_window_fixture_wait (fixture, is_nobody_shortlisted);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/window/keyboard-tour", Fixture, &three, muster_window_fixture_set_up, test_tour,
              muster_window_fixture_tear_down);

  return muster_window_fixture_run ();
}
