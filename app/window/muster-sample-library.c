/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented people of an invented firm (resources/samples). They come in by the same doors as anybody's:
 * openings from their files, resumes by one import, and a ranking of everyone for each opening when it has
 * ended. */

#include "muster-sample-library.h"

#include "muster-library-queries.h"

#include <gio/gio.h>

#define MAX_PEOPLE 1000

/** muster_sample_library_dup_path: Returns: (transfer full): the database of the sample firm. */
char *
muster_sample_library_dup_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "muster", "samples", NULL);

  g_mkdir_with_parents (folder, 0700);

  return g_build_filename (folder, "muster.db", NULL);
}

/** muster_sample_library_dup_folder: Returns: (transfer full) (nullable): NULL where no samples are. */
char *
muster_sample_library_dup_folder (void)
{
  const char *folders[] = { MUSTER_SAMPLES_SOURCE_DIR, MUSTER_SAMPLES_INSTALL_DIR };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *openings = g_build_filename (folders[i], "openings", NULL);

      if (g_file_test (openings, G_FILE_TEST_IS_DIR))
        return g_strdup (folders[i]);
    }

  return NULL;
}

static gboolean
add_opening (MusterLibrary *library, const char *path, GError **error)
{
  g_autofree char *content = NULL;
  gsize            length;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MusterOpening) opening = NULL;

  if (!g_file_get_contents (path, &content, &length, error))
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  opening = muster_opening_new_from_bytes (bytes, error);

  return opening != NULL && muster_library_add_opening (library, opening, error) != 0;
}

static gboolean
add_openings (MusterLibrary *library, const char *folder, GError **error)
{
  g_autofree char *openings = g_build_filename (folder, "openings", NULL);
  const char      *inputs[] = { openings, NULL };
  g_autoptr (GPtrArray) paths = muster_library_expand_inputs (inputs);

  for (guint i = 0; i < paths->len; i++)
    if (g_str_has_suffix (g_ptr_array_index (paths, i), ".json")
        && !add_opening (library, g_ptr_array_index (paths, i), error))
      return FALSE;

  return TRUE;
}

/* Everyone applies everywhere: the firm is small, and each opening shows how differently the same people
 * rank. */
static void
apply_in_worker (GTask *task, gpointer library, gpointer data, GCancellable *cancellable)
{
  const MusterCandidateQuery everybody = { .stage = -1 };
  GError                    *error = NULL;
  g_autoptr (GPtrArray) openings = muster_library_list_openings (library, &error);
  g_autoptr (GPtrArray) people
      = openings != NULL ? muster_library_list_candidates (library, &everybody, 0, MAX_PEOPLE, &error) : NULL;

  for (guint i = 0; people != NULL && error == NULL && i < openings->len * people->len; i++)
    {
      const MusterOpeningRecord   *opening = g_ptr_array_index (openings, i / people->len);
      const MusterCandidateRecord *person = g_ptr_array_index (people, i % people->len);

      muster_library_apply (library, person->id, opening->id, &error);
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&openings), (GDestroyNotify) g_ptr_array_unref);
}

static void
applied_cb (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) openings = g_task_propagate_pointer (G_TASK (result), &error);

  for (guint i = 0; openings != NULL && i < openings->len; i++)
    muster_library_rank_async (MUSTER_LIBRARY (library),
                               ((const MusterOpeningRecord *) g_ptr_array_index (openings, i))->id);
  g_application_unmark_busy (g_application_get_default ());
}

static void
import_state_cb (MusterActivity *activity, GParamSpec *pspec, MusterLibrary *library)
{
  g_autoptr (GTask) task = NULL;

  if (muster_activity_get_state (activity) != MUSTER_ACTIVITY_DONE)
    return;

  g_signal_handlers_disconnect_by_func (activity, import_state_cb, library);
  g_application_mark_busy (g_application_get_default ());
  task = g_task_new (library, NULL, applied_cb, NULL);
  g_task_set_source_tag (task, import_state_cb);
  g_task_run_in_thread (task, apply_in_worker);
}

/** muster_sample_library_fill: returns at once; the import runs as an activity of @library. */
gboolean
muster_sample_library_fill (MusterLibrary *library, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) records = muster_library_list_openings (library, error);
  g_autofree char *resumes = g_build_filename (folder, "resumes", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  MusterActivity *activity;

  if (records == NULL)
    return FALSE;
  if (records->len > 0)
    return TRUE;
  if (!add_openings (library, folder, error))
    return FALSE;

  g_ptr_array_add (paths, g_steal_pointer (&resumes));
  activity = muster_library_import_async (library, paths, 0);
  g_signal_connect_object (activity, "notify::state", G_CALLBACK (import_state_cb), library, 0);

  return TRUE;
}
