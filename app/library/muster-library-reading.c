/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading many files: as many readers beside each other as the machine bears, answers in the order of the input, from
 * the thread that called. How far the readers may run ahead of the answers is limited, so that a hundred thousand
 * files take no more memory than a few. */

#include "muster-extractor.h"
#include "muster-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Answers that wait for an earlier one. */
#define MAX_AHEAD 64

/* Folders inside folders; a link that leads back up would never end. */
#define MAX_FOLDER_DEPTH 32

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
walk_folder (GPtrArray *found, const char *folder, guint depth)
{
  g_autoptr (GDir)      dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean              has_slash = g_str_has_suffix (folder, G_DIR_SEPARATOR_S);
  const char           *name;

  if (dir == NULL || depth > MAX_FOLDER_DEPTH)
    {
      g_ptr_array_add (found, g_strdup (folder)); /* stays in the list and says itself what is wrong with it */
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path
          = g_strconcat (folder, has_slash ? "" : G_DIR_SEPARATOR_S, g_ptr_array_index (names, i), NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (found, g_steal_pointer (&path));
      else if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        walk_folder (found, path, depth + 1);
    }
}

/**
 * muster_library_expand_inputs:
 * @paths: (array zero-terminated=1): files and folders, as given
 *
 * Links to folders are followed where they are named, not inside folders: they might lead round in a circle.
 *
 * Returns: (transfer full): of char*: files; below a folder the folder as given, a slash, and the way from there.
 */
GPtrArray *
muster_library_expand_inputs (const char *const *paths)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; paths[i] != NULL; i++)
    if (g_file_test (paths[i], G_FILE_TEST_IS_DIR))
      walk_folder (found, paths[i], 0);
    else
      g_ptr_array_add (found, g_strdup (paths[i]));

  return found;
}

/* What one input gave; profile only when asked for. */
typedef struct
{
  MusterReading *reading;
  MusterProfile *profile;
} Answer;

/* Shared by the caller and its workers, all of it under the mutex but what never changes. */
typedef struct
{
  MusterLibrary            *library;
  const MusterReadingBatch *asked;
  GMutex                    mutex;
  GCond                     changed;
  Answer                   *answers;  /* one an input; reading is NULL until it came */
  guint                     n_taken;  /* inputs that a worker has begun */
  guint                     n_given;  /* answers that the caller has had */
  gboolean                  is_ended; /* no more are wanted */
} Batch;

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->reading, muster_reading_free);
  g_clear_pointer (&answer->profile, muster_profile_unref);
}

static Answer
read_one (const Batch *batch, guint at)
{
  const MusterReadingBatch *asked = batch->asked;
  const char               *path = g_ptr_array_index (asked->paths, at);
  Answer                    answer = { NULL, NULL };

  if (asked->begin != NULL)
    asked->begin (at, path, asked->user_data);
  answer.reading = muster_intake_read_once (batch->library->intake, path, asked->job, asked->find_known,
                                            asked->user_data, asked->cancellable);
  if (asked->with_profiles && answer.reading->document != NULL)
    answer.profile = muster_extract_profile (answer.reading->document, batch->library->today);

  return answer;
}

static gpointer
work (gpointer data)
{
  Batch *batch = data;

  g_mutex_lock (&batch->mutex);
  for (;;)
    {
      guint  at;
      Answer answer;

      while (!batch->is_ended && batch->n_taken < batch->asked->paths->len
             && batch->n_taken >= batch->n_given + MAX_AHEAD)
        g_cond_wait (&batch->changed, &batch->mutex);
      if (batch->is_ended || batch->n_taken >= batch->asked->paths->len)
        break;
      at = batch->n_taken++;
      g_mutex_unlock (&batch->mutex);

      answer = read_one (batch, at);

      g_mutex_lock (&batch->mutex);
      batch->answers[at] = answer;
      g_cond_broadcast (&batch->changed);
    }
  g_mutex_unlock (&batch->mutex);

  return NULL;
}

/* A missing or refusing reader fails every file alike: one sentence says it, not one a file. */
static gboolean
check_reader (const MusterReading *reading, GError **error)
{
  if (!g_error_matches (reading->error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_NO_SANDBOX))
    return TRUE;

  g_set_error_literal (error, MUSTER_LIBRARY_ERROR, MUSTER_LIBRARY_ERROR_NO_READER, reading->error->message);

  return FALSE;
}

static Answer
wait_for_next (Batch *batch, guint at)
{
  Answer answer;

  g_mutex_lock (&batch->mutex);
  while (batch->answers[at].reading == NULL)
    g_cond_wait (&batch->changed, &batch->mutex);
  answer = batch->answers[at];
  batch->answers[at] = (Answer){ NULL, NULL };
  batch->n_given = at + 1;
  g_cond_broadcast (&batch->changed);
  g_mutex_unlock (&batch->mutex);

  return answer;
}

static gboolean
give_answers (Batch *batch, GError **error)
{
  for (guint i = 0; i < batch->asked->paths->len; i++)
    {
      Answer   answer = wait_for_next (batch, i);
      gboolean go_on = check_reader (answer.reading, error);

      if (go_on)
        batch->asked->each (answer.reading, answer.profile, batch->asked->user_data);
      answer_clear (&answer);
      if (!go_on)
        return FALSE;
    }

  return TRUE;
}

static void
end_workers (Batch *batch, GPtrArray *workers)
{
  g_mutex_lock (&batch->mutex);
  batch->is_ended = TRUE;
  g_cond_broadcast (&batch->changed);
  g_mutex_unlock (&batch->mutex);

  for (guint i = 0; i < workers->len; i++)
    g_thread_join (g_ptr_array_index (workers, i));
}

gboolean
muster_library_read_batch (MusterLibrary *self, const MusterReadingBatch *asked, GError **error)
{
  Batch                 batch = { .library = self, .asked = asked };
  g_autoptr (GPtrArray) workers = g_ptr_array_new ();
  guint                 n_workers = MIN (muster_intake_max_readers (), asked->paths->len);
  gboolean              done;

  g_mutex_init (&batch.mutex);
  g_cond_init (&batch.changed);
  batch.answers = g_new0 (Answer, MAX (asked->paths->len, 1));
  for (guint i = 0; i < n_workers; i++)
    g_ptr_array_add (workers, g_thread_new ("muster-reading", work, &batch));

  done = give_answers (&batch, error);
  end_workers (&batch, workers);

  for (guint i = 0; i < asked->paths->len; i++)
    answer_clear (&batch.answers[i]);
  g_free (batch.answers);
  g_cond_clear (&batch.changed);
  g_mutex_clear (&batch.mutex);

  return done;
}

/**
 * muster_library_read_files:
 * @paths: of char*, see muster_library_expand_inputs()
 * @job: (nullable): NULL for the defaults
 * @with_profiles: whether to extract profiles too
 * @cancellable: (nullable): files not read by then give the error CANCELLED
 * @each: once per path, in order, in this thread
 *
 * Returns: FALSE with MUSTER_LIBRARY_ERROR_NO_READER when nothing can be read at all; what a single file has is told
 * to @each.
 */
gboolean
muster_library_read_files (MusterLibrary         *self,
                           GPtrArray             *paths,
                           const MusterReaderJob *job,
                           gboolean               with_profiles,
                           GCancellable          *cancellable,
                           MusterReadingFunc      each,
                           gpointer               user_data,
                           GError               **error)
{
  const MusterReadingBatch batch = { .paths = paths,
                                     .job = job,
                                     .with_profiles = with_profiles,
                                     .cancellable = cancellable,
                                     .each = each,
                                     .user_data = user_data };

  return muster_library_read_batch (self, &batch, error);
}
