/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store need another process for: one that holds a library, that is killed in the middle, that
 * has no room or no right to write. The first word says which; it speaks a line for every thing done, after it was
 * acknowledged. */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static void
say (const char *format, ...) G_GNUC_PRINTF (1, 2);

static void
say (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list          values;

  va_start (values, format);
  line = g_strdup_vprintf (format, values);
  va_end (values);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (9);
}

static MusterStore *
open_or_say (const char *path)
{
  g_autoptr (GError) error = NULL;
  MusterStore       *store = muster_store_open (path, &error);

  if (store == NULL)
    {
      say ("error %d\n", error->code);
      _exit (1);
    }

  return store;
}

static gboolean
add_numbered (MusterStore *store, guint number, gsize padding, MusterAddedDocument *added, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "Ana Berg\nnumber %u of process %d\n", number, (int) getpid ());
  while (text->len < padding)
    g_string_append_printf (text, "word%x\n", g_str_hash (text->str));

  return fixture_try_add (store, "Ana Berg", text->str, 0, 0, added, error);
}

/* Imports until it is killed. */
static int
run_insert (const char *path)
{
  g_autoptr (MusterStore) store = open_or_say (path);
  g_autoptr (GError)      error = NULL;

  for (guint i = 0;; i++)
    {
      g_autofree char    *name = g_strdup_printf ("/inbox/%d-%u.pdf", (int) getpid (), i);
      MusterAddedDocument added;
      gint64              work_id;

      if (!muster_store_begin_file (store, name, &work_id, &error) || !add_numbered (store, i, 3000, &added, &error)
          || !muster_store_end_file (store, work_id, &error))
        {
          say ("error %d: %s\n", error->code, error->message);
          return 1;
        }
      say ("%" G_GINT64_FORMAT "\n", added.document_id);
    }
}

/* Ends as a crash does, with a journal that waits. */
static int
run_crash (const char *path)
{
  g_autoptr (MusterStore) store = open_or_say (path);

  for (guint i = 0; i < 3; i++)
    {
      MusterAddedDocument added;

      if (!add_numbered (store, i, 0, &added, NULL))
        return 1;
    }
  kill (getpid (), SIGKILL);

  return 1;
}

static int
run_hold (const char *path)
{
  g_autoptr (MusterStore) store = open_or_say (path);
  char                    byte;

  say ("open\n");
  while (read (STDIN_FILENO, &byte, 1) > 0)
    {
    }

  return 0;
}

static int
run_add_and_hold (const char *path)
{
  g_autoptr (MusterStore) store = open_or_say (path);
  MusterAddedDocument     added;
  char                    byte;

  if (!add_numbered (store, 0, 0, &added, NULL))
    return 1;
  say ("open\n");
  while (read (STDIN_FILENO, &byte, 1) > 0)
    {
    }

  return 0;
}

/* The kernel refuses to let files grow: what a full disk does, without one. */
static int
run_full (const char *path)
{
  g_autoptr (MusterStore) store = open_or_say (path);
  g_autoptr (GError)      error = NULL;
  g_autoptr (GPtrArray)   findings = NULL;
  struct rlimit           limit = { 600 * 1000, RLIM_INFINITY };
  MusterAddedDocument     added;
  guint                   n = 0;

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
  while (n < 100 && add_numbered (store, n, 20000, &added, &error))
    n++;
  say ("full %d after %d\n", error != NULL ? error->code : -1, n > 0);
  g_clear_error (&error);

  limit.rlim_cur = RLIM_INFINITY;
  setrlimit (RLIMIT_FSIZE, &limit);
  findings = muster_store_check (store, &error);
  say ("findings %u\n", findings != NULL ? findings->len : 99);
  say ("again %d\n", add_numbered (store, 1000, 20000, &added, &error));
  muster_store_close (store);
  say ("documents %d\n", fixture_query (path, "SELECT count (*) FROM document") == (gint64) n + 1);

  return 0;
}

/* As somebody who may only read; root gives its rights away first. */
static int
run_read_only (const char *path)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError)    error = NULL;
  MusterCandidateQuery  query = { .stage = -1, .sort = MUSTER_SORT_BY_NAME };
  MusterAddedDocument   added;

  if (geteuid () == 0 && (setegid (65534) != 0 || seteuid (65534) != 0))
    return 2;

  g_autoptr (MusterStore) store = open_or_say (path);

  all = muster_store_list_candidates (store, &query, 0, 10, &error);
  say ("read-only %d, people %u\n", muster_store_is_read_only (store), all != NULL ? all->len : 99);
  say ("write %d\n", add_numbered (store, 0, 0, &added, &error) ? -1 : error->code);

  return 0;
}

static int
run_open (const char *path)
{
  g_autoptr (MusterStore) store = open_or_say (path);

  say ("open\n");

  return 0;
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    int (*run) (const char *path);
  } commands[] = { { "insert", run_insert }, { "crash", run_crash },         { "hold", run_hold },
                   { "full", run_full },     { "read-only", run_read_only }, { "open", run_open },
                   { "add-and-hold", run_add_and_hold } };

  for (guint i = 0; argc == 3 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argv[2]);

  return 2;
}
