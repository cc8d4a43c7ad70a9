/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second start hands what it was given to the program that runs, and ends. Two processes on the bus of the test. */

#include <gio/gio.h>

#define DEADLINE_SECONDS 60

typedef struct
{
  char            *folder;
  GDBusConnection *bus;
  GSubprocess     *first;
} Fixture;

static GSubprocess *
start (Fixture *fixture, const char *file)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "app", "window", "muster", NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, file, NULL);
  g_assert_no_error (error);

  return process;
}

static GVariant *
call (Fixture *fixture, const char *name, const char *path, const char *interface, const char *method, GVariant *arguments)
{
  return g_dbus_connection_call_sync (
      fixture->bus, name, path, interface, method, arguments, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL);
}

static gboolean
is_there (Fixture *fixture)
{
  g_autoptr (GVariant) answer = call (fixture, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                      "NameHasOwner", g_variant_new ("(s)", MUSTER_APPLICATION_ID));
  gboolean is_owned = FALSE;

  if (answer != NULL)
    g_variant_get (answer, "(b)", &is_owned);

  return is_owned;
}

static gboolean
has_window (Fixture *fixture)
{
  g_autoptr (GVariant) answer = call (fixture, MUSTER_APPLICATION_ID, "/org/musterhr/Muster/window/1", "org.gtk.Actions",
                                      "List", NULL);

  return answer != NULL;
}

/* Each question is a way to the bus and back. */
static void
wait_for (Fixture *fixture, gboolean (*condition) (Fixture *fixture))
{
  gint64 deadline_usec = g_get_monotonic_time () + DEADLINE_SECONDS * G_USEC_PER_SEC;

  while (!condition (fixture))
    g_assert_cmpint (g_get_monotonic_time (), <, deadline_usec);
}

static void
test_second (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) second = NULL;
  g_autoptr (GVariant) quit = NULL;
  g_autoptr (GVariant) windows = NULL;

  fixture.folder = g_dir_make_tmp ("muster-second-XXXXXX", &error);
  g_assert_no_error (error);
  fixture.bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);

  fixture.first = start (&fixture, NULL);
  wait_for (&fixture, is_there);
  wait_for (&fixture, has_window);
  second = start (&fixture, NULL);
  g_assert_true (g_subprocess_wait_check (second, NULL, &error));
  g_assert_no_error (error);

  /* One window, in the first process, which still runs. */
  g_assert_true (has_window (&fixture));
  windows = call (&fixture, MUSTER_APPLICATION_ID, "/org/musterhr/Muster/window/2", "org.gtk.Actions", "List", NULL);
  g_assert_null (windows);
  quit = call (&fixture, MUSTER_APPLICATION_ID, "/org/musterhr/Muster", "org.gtk.Actions", "Activate",
               g_variant_new ("(sava{sv})", "quit", NULL, NULL));
  g_assert_nonnull (quit);
  g_assert_true (g_subprocess_wait_check (fixture.first, NULL, &error));
  g_assert_no_error (error);

  g_object_unref (fixture.first);
  g_object_unref (fixture.bus);
  g_free (fixture.folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/second-start/raises-the-first", test_second);

  return g_test_run ();
}
