/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disk fails at the k-th write, for every k until nothing fails any more: an error that says what happened, and
 * the data as before. */

#include "store-fixture.h"

#include "faulty-vfs.h"

#include <string.h>

typedef struct
{
  const char *name;
  Fault       fault;
  gboolean    for_ever;
  int         step;
} Case;

static const Case cases[] = {
  { "full", FAULT_FULL, FALSE, 1 },
  { "full-from-then-on", FAULT_FULL, TRUE, 3 },
  { "error", FAULT_ERROR, FALSE, 3 },
  { "short-write", FAULT_SHORT, FALSE, 3 },
  { "error-from-then-on", FAULT_SHORT, TRUE, 7 },
};

static guint
count_people (MusterStore *store)
{
  g_autoptr (GError)   error = NULL;
  MusterCandidateQuery query = { .stage = -1 };
  guint                n = 0;

  muster_store_count_candidates (store, &query, &n, &error);
  g_assert_no_error (error);

  return n;
}

static void
assert_sound (MusterStore *store)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) findings = muster_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
assert_code (const Case *fault, const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == MUSTER_STORE_ERROR);
  /* A failed cut or sync is an error of the disk also where the writes find no room. */
  if (fault->fault == FAULT_FULL)
    g_assert_true (error->code == MUSTER_STORE_ERROR_FULL || error->code == MUSTER_STORE_ERROR_FAILED);
  else
    g_assert_cmpint (error->code, ==, MUSTER_STORE_ERROR_FAILED);
}

static void
test_import (gconstpointer data)
{
  const Case             *fault = data;
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = NULL;
  guint                   n_people = 0, n_faults = 0, n_full = 0;
  gboolean                has_failed = TRUE;

  place_init (&place);
  store = place_open (&place);
  for (int k = 1; has_failed; k += fault->step)
    {
      g_autofree char    *text = g_strdup_printf ("Ana Berg\nwelder in Bremen\nnumber %d", k);
      g_autoptr (GError)  error = NULL;
      MusterAddedDocument added = { 0 };
      gboolean            is_added;

      faulty_vfs_arm (fault->fault, k, fault->for_ever);
      is_added = fixture_try_add (store, "Ana Berg", text, 0, 0, &added, &error);
      has_failed = faulty_vfs_disarm ();
      if (!is_added)
        {
          g_assert_true (has_failed);
          assert_code (fault, error);
          n_full += error->code == MUSTER_STORE_ERROR_FULL;
        }
      n_faults += has_failed;
      n_people += is_added;
      g_assert_cmpuint (count_people (store), ==, n_people);
      if (k % 10 == 0)
        assert_sound (store);
    }
  g_test_message ("%u places failed, %u said that the disk is full", n_faults, n_full);
  g_assert_cmpuint (n_faults, >, 5);
  g_assert_cmpuint (n_full > 0, ==, fault->fault == FAULT_FULL);
  assert_sound (store);
  g_clear_object (&store);
  store = place_open (&place);
  g_assert_cmpuint (count_people (store), ==, n_people);
  assert_sound (store);
}

/* Making a library: either it is there and sound, or there is none and the next try makes it. */
static void
test_create (gconstpointer data)
{
  const Case *fault = data;
  gboolean    has_failed = TRUE;
  guint       n_faults = 0;

  for (int k = 1; has_failed; k += 16 * fault->step)
    {
      g_auto (Place)          place = { 0 };
      g_autoptr (MusterStore) store = NULL;
      g_autoptr (GError)      error = NULL;

      place_init (&place);
      faulty_vfs_arm (fault->fault, k, fault->for_ever);
      store = muster_store_open (place.path, &error);
      g_clear_object (&store);
      has_failed = faulty_vfs_disarm ();
      if (error != NULL)
        assert_code (fault, error);
      n_faults += has_failed;
      store = place_open (&place);
      fixture_add (store, "Ana Berg", "Ana Berg", 0);
      assert_sound (store);
    }
  g_assert_cmpuint (n_faults, >, 0);
}

/* Closing takes the journal in; where that fails the journal stays, and nothing is lost. */
static void
test_close (gconstpointer data)
{
  const Case *fault = data;
  gboolean    has_failed = TRUE;
  guint       n_faults = 0;

  for (int k = 1; has_failed; k += 2 * fault->step)
    {
      g_auto (Place)          place = { 0 };
      g_autoptr (MusterStore) store = NULL;

      place_init (&place);
      store = place_open (&place);
      fixture_add (store, "Ana Berg", "Ana Berg", 0);
      fixture_add (store, "Bo Lind", "Bo Lind", 0);
      faulty_vfs_arm (fault->fault, k, fault->for_ever);
      g_clear_object (&store);
      has_failed = faulty_vfs_disarm ();
      n_faults += has_failed;
      store = place_open (&place);
      g_assert_cmpuint (count_people (store), ==, 2);
      assert_sound (store);
    }
  g_assert_cmpuint (n_faults, >, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char    *name;
    GTestDataFunc  run;
  } actions[] = { { "import", test_import }, { "create", test_create }, { "close", test_close } };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  faulty_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
      {
        g_autofree char *path = g_strdup_printf ("/store/faults/%s/%s", actions[i].name, cases[j].name);

        g_test_add_data_func (path, &cases[j], actions[i].run);
      }

  return g_test_run ();
}
