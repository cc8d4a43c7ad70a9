/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files into the store. A file is noted as in work when a reader takes it up, and crossed off when its answer
 * is in the store (or it had none): what stands there after a crash was not acknowledged. A document is told
 * to the caller only after its commit. */

#include "muster-extractor.h"
#include "muster-library-masking.h"
#include "muster-library-private.h"
#include "muster-store-batches.h"
#include "muster-store-versions.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MusterLibrary   *library;
  MusterStore     *store;
  MusterOpening   *opening; /* nullable */
  gint64           opening_id;
  gint64           batch_id;
  const char      *password; /* (nullable): what the files were opened with */
  gint64          *works; /* one an input: the note that it is in work, 0 where none could be made */
  guint            n_done;
  MusterImportFunc each;
  gpointer         user_data;
} Import;

/* In a reader's thread; each has its own index. A store that cannot take the note says so when the document
 * is to be stored. */
static void
on_begin (guint index, const char *path, gpointer user_data)
{
  Import *import = user_data;

  if (!muster_store_begin_file (import->store, path, &import->works[index], NULL))
    import->works[index] = 0;
}

/* The same bytes give the same document: a folder that is dropped again is not read again. */
static MusterDocument *
find_known (const char *sha256, gpointer user_data)
{
  Import *import = user_data;
  gint64  document_id = 0;

  if (!muster_store_find_document (import->store, sha256, &document_id, NULL) || document_id == 0)
    return NULL;

  return muster_store_load_document (import->store, document_id, NULL);
}

static gboolean
store_document (Import              *import,
                const MusterReading *reading,
                const MusterProfile *profile,
                MusterAddedDocument *added,
                GError             **error)
{
  const MusterNewDocument document = {
    .file_name = reading->name,
    .original = reading->bytes,
    .sha256 = reading->sha256,
    .document = reading->document,
    .profile = profile,
    .extractor_version = MUSTER_EXTRACTOR_VERSION,
    .opening_id = import->opening_id,
    .today = import->library->today,
    .batch_id = import->batch_id,
  };

  return muster_store_add_document (import->store, &document, added, error);
}

/* A page on which nothing could be read is nobody's resume. */
static gboolean
says_something (const MusterReading *reading)
{
  return reading->document != NULL && muster_document_get_status (reading->document) != MUSTER_DOCUMENT_EMPTY;
}

static void
on_reading (const MusterReading *reading, const MusterProfile *profile, gpointer user_data)
{
  Import             *import = user_data;
  gint64              work = import->works[import->n_done++];
  MusterAddedDocument added = { 0 };
  g_autoptr (GError)  error = NULL;
  gboolean            is_stored = FALSE;

  if (reading->document != NULL && import->password != NULL)
    muster_library_keep_password (import->library, reading->sha256, import->password);
  if (says_something (reading))
    is_stored = store_document (import, reading, profile, &added, &error);
  if (is_stored && import->opening != NULL)
    muster_library_rank_person (
        import->library, import->opening, import->opening_id, added.candidate_id, &error);
  if (work != 0)
    muster_store_end_file (import->store, work, error == NULL ? &error : NULL);

  import->each (reading, is_stored ? &added : NULL, error, import->user_data);
}

gboolean
muster_library_import_batch (MusterLibrary         *self,
                             GPtrArray             *paths,
                             gint64                 opening_id,
                             gint64                 batch_id,
                             const MusterReaderJob *job,
                             GCancellable          *cancellable,
                             MusterImportFunc       each,
                             gpointer               user_data,
                             GError               **error)
{
  g_autoptr (MusterOpening) opening = NULL;
  g_autofree gint64 *works = g_new0 (gint64, paths->len + 1);
  Import             import = { .library = self,
                                .opening_id = opening_id,
                                .batch_id = batch_id,
                                .password = job != NULL ? job->password : NULL,
                                .works = works,
                                .each = each,
                                .user_data = user_data };
  const MusterReadingBatch batch = { .paths = paths,
                                     .job = job,
                                     .with_profiles = TRUE,
                                     .cancellable = cancellable,
                                     .begin = on_begin,
                                     .find_known = find_known,
                                     .each = on_reading,
                                     .user_data = &import };

  import.store = muster_library_need_store (self, error);
  if (import.store == NULL)
    return FALSE;
  if (opening_id != 0)
    {
      opening = muster_store_load_opening (import.store, opening_id, error);
      if (opening == NULL || !muster_store_check_open (import.store, opening_id, error))
        return FALSE;
    }
  import.opening = opening;

  return muster_library_read_batch (self, &batch, error);
}

/**
 * muster_library_import_files:
 * @opening_id: 0, or the opening that these people apply to: they are ranked against it
 * @job: (nullable): NULL for the defaults
 * @cancellable: (nullable): files not read by then give the error CANCELLED; what was stored stays
 * @each: once per path, in order, in this thread: the reading, what is in the store (%NULL: nothing; a page
 * without text is not filed), and what the store or the ranking had to complain about (%NULL: nothing)
 *
 * Returns: FALSE when nothing can be imported at all: no store, no such opening or one that is closed, no
 * reader.
 */
gboolean
muster_library_import_files (MusterLibrary         *self,
                             GPtrArray             *paths,
                             gint64                 opening_id,
                             const MusterReaderJob *job,
                             GCancellable          *cancellable,
                             MusterImportFunc       each,
                             gpointer               user_data,
                             GError               **error)
{
  return muster_library_import_batch (self, paths, opening_id, 0, job, cancellable, each, user_data, error);
}

typedef struct
{
  GPtrArray *paths;
  gint64     opening_id;
} AsyncImport;

typedef struct
{
  MusterLibrary  *library;
  MusterActivity *activity;
} Telling;

static void
async_import_free (gpointer data)
{
  AsyncImport *import = data;

  g_ptr_array_unref (import->paths);
  g_free (import);
}

/* What the document is called while its person is masked. */
static char *
dup_cover (const MusterReading *reading, gint64 document_id)
{
  return muster_library_dup_document_name (document_id, muster_document_get_media_type (reading->document));
}

static char *
dup_first_name (MusterLibrary *self, const MusterAddedDocument *added)
{
  g_autoptr (GPtrArray) documents = muster_store_list_documents (self->store, added->candidate_id, NULL);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const MusterDocumentRecord *record = g_ptr_array_index (documents, i);

      if (record->id == added->duplicate_of)
        return g_strdup (record->file_name);
    }

  return g_strdup (_ ("an earlier document"));
}

static char *
describe (MusterLibrary *self, const MusterReading *reading, const MusterAddedDocument *added, gboolean is_covered)
{
  if (added == NULL)
    return g_strdup (_ ("Nothing could be read on it, so nobody was filed. Scan it again, darker or larger."));
  if (added->duplicate_of != 0)
    {
      g_autofree char *first
          = is_covered ? dup_cover (reading, added->duplicate_of) : dup_first_name (self, added);

      return g_strdup_printf (_ ("The same file as “%s”, which is already there."), first);
    }
  switch (muster_document_get_status (reading->document))
    {
    case MUSTER_DOCUMENT_OCR:
      return g_strdup (_ ("Read from a picture and filed."));
    case MUSTER_DOCUMENT_MIXED:
      return g_strdup (_ ("Read, in part from pictures, and filed."));
    case MUSTER_DOCUMENT_TEXT:
    case MUSTER_DOCUMENT_EMPTY: /* of an older library */
    default:
      return g_strdup (_ ("Read and filed."));
    }
}

/* A file that is in the library shows its name only while its person is shown. */
static void
cover (MusterLibrary             *self,
       MusterOutcome             *outcome,
       const MusterReading       *reading,
       const MusterAddedDocument *added,
       const GError              *error)
{
  g_autofree char *file = dup_cover (reading, added->document_id);
  g_autofree char *message
      = error != NULL ? g_strdup (error->message) : describe (self, reading, added, TRUE);

  muster_outcome_set_cover (outcome, file, message);
  muster_outcome_set_is_covered (outcome, muster_library_masks (self, added->candidate_id));
}

MusterOutcome *
muster_library_outcome_new (MusterLibrary             *self,
                            const MusterReading       *reading,
                            const MusterAddedDocument *added,
                            const GError              *error)
{
  g_autofree char *message = NULL;
  const char      *code;
  MusterOutcome   *outcome;

  if (g_error_matches (reading->error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CANCELLED))
    return NULL;

  if (reading->error != NULL)
    {
      code = muster_read_error_code (reading->error);
      message = g_strdup (reading->error->message);
    }
  else if (error != NULL)
    {
      code = "store";
      message = g_strdup (error->message);
    }
  else
    {
      code = muster_document_status_name (muster_document_get_status (reading->document));
      message = describe (self, reading, added, FALSE);
    }

  outcome = muster_outcome_new (reading->path,
                                code,
                                message,
                                added != NULL ? added->candidate_id : 0,
                                added != NULL ? added->duplicate_of : 0);
  if (added != NULL)
    cover (self, outcome, reading, added, error);

  return outcome;
}

static void
tell (const MusterReading *reading, const MusterAddedDocument *added, const GError *error, gpointer user_data)
{
  Telling       *telling = user_data;
  MusterOutcome *outcome = muster_library_outcome_new (telling->library, reading, added, error);

  if (outcome != NULL)
    muster_library_tell (telling->activity, outcome);
}

static gboolean
import_in_thread (MusterLibrary *self, MusterActivity *activity, gpointer data, GError **error)
{
  AsyncImport          *import = data;
  Telling               telling = { self, activity };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gint64                batch_id = 0;

  if (muster_library_need_store (self, error) == NULL
      || !muster_store_begin_batch (self->store, import->opening_id, &batch_id, error))
    return FALSE;
  muster_library_tell_batch (activity, batch_id);
  for (guint i = 0; i < import->paths->len; i++)
    g_ptr_array_add (names, g_ptr_array_index (import->paths, i));
  g_ptr_array_add (names, NULL);
  files = muster_library_expand_inputs ((const char *const *) names->pdata);
  muster_library_tell_total (activity, files->len);

  return muster_library_import_batch (self,
                                      files,
                                      import->opening_id,
                                      batch_id,
                                      NULL,
                                      muster_activity_get_cancellable (activity),
                                      tell,
                                      &telling,
                                      error);
}

/**
 * muster_library_import_async:
 * @paths: (transfer none): of char*: files and folders
 * @opening_id: see muster_library_import_files()
 *
 * Returns: (transfer none): the activity, already in muster_library_get_activities().
 */
MusterActivity *
muster_library_import_async (MusterLibrary *self, GPtrArray *paths, gint64 opening_id)
{
  g_autofree char           *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Import of %u file", "Import of %u files", paths->len), paths->len);
  g_autoptr (MusterActivity) activity = muster_activity_new (title, paths->len, MUSTER_ACTIVITY_IMPORT, opening_id);
  AsyncImport               *import = g_new0 (AsyncImport, 1);

  import->paths = g_ptr_array_new_with_free_func (g_free);
  import->opening_id = opening_id;
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (import->paths, g_strdup (g_ptr_array_index (paths, i)));
  muster_library_start (self, activity, import_in_thread, import, async_import_free);

  return activity; /* the list of activities keeps it */
}
