/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Screening without a store: all files are read, then ordered. What is kept of a reading is what ranks and
 * shows it, not the file's bytes. */

#include "muster-library-private.h"

#include <string.h>

typedef struct
{
  MusterLibrary *library;
  MusterOpening *opening;
  GPtrArray     *screened;
} Screening;

static void
screened_free (gpointer data)
{
  MusterScreened *self = data;

  muster_reading_free (self->reading);
  g_clear_pointer (&self->profile, muster_profile_unref);
  g_clear_pointer (&self->fit, muster_fit_unref);
  g_free (self);
}

/* A page without text says nothing about the person: it is not ranked, rather than ranked last. */
MusterFit *
muster_library_fit (MusterLibrary        *self,
                    MusterOpening *opening,
                    const MusterDocument *document,
                    const MusterProfile  *profile)
{
  if (muster_document_get_status (document) == MUSTER_DOCUMENT_EMPTY)
    return NULL;

  return muster_fit_new (opening, document, profile, self->today);
}

static MusterReading *
keep (const MusterReading *reading)
{
  MusterReading *kept = g_new0 (MusterReading, 1);

  kept->path = g_strdup (reading->path);
  kept->name = g_strdup (reading->name);
  kept->sha256 = g_strdup (reading->sha256);
  kept->document = reading->document != NULL ? muster_document_ref (reading->document) : NULL;
  kept->error = reading->error != NULL ? g_error_copy (reading->error) : NULL;
  kept->seconds = reading->seconds;

  return kept;
}

static void
on_reading (const MusterReading *reading, const MusterProfile *profile, gpointer user_data)
{
  Screening      *screening = user_data;
  MusterScreened *screened = g_new0 (MusterScreened, 1);

  screened->reading = keep (reading);
  if (profile != NULL)
    {
      screened->profile = muster_profile_ref ((MusterProfile *) profile);
      screened->fit = muster_library_fit (screening->library, screening->opening, reading->document, profile);
    }
  g_ptr_array_add (screening->screened, screened);
}

/* Ranked, then readable without a rank, then failed; equals by name, so that the order of the input does not
 * matter. */
static int
compare_screened (gconstpointer a, gconstpointer b)
{
  const MusterScreened *first = *(MusterScreened *const *) a;
  const MusterScreened *second = *(MusterScreened *const *) b;
  int                   order;

  if ((first->fit != NULL) != (second->fit != NULL))
    return first->fit != NULL ? -1 : 1;
  if ((first->reading->error != NULL) != (second->reading->error != NULL))
    return first->reading->error == NULL ? -1 : 1;

  order = first->fit != NULL ? muster_fit_compare (first->fit, second->fit) : 0;

  return order != 0 ? order : strcmp (first->reading->path, second->reading->path);
}

/**
 * muster_library_screen_files:
 * @opening: what to rank against
 * @paths: of char*, see muster_library_expand_inputs()
 * @job: (nullable): NULL for the defaults
 * @cancellable: (nullable)
 *
 * Returns: (transfer full) (nullable): of MusterScreened, best first, those that could not be ranked and
 * those that could not be read last; %NULL with MUSTER_LIBRARY_ERROR_NO_READER.
 */
GPtrArray *
muster_library_screen_files (MusterLibrary         *self,
                             MusterOpening *opening,
                             GPtrArray             *paths,
                             const MusterReaderJob *job,
                             GCancellable          *cancellable,
                             GError               **error)
{
  g_autoptr (GPtrArray) screened = g_ptr_array_new_with_free_func (screened_free);
  Screening screening = { self, opening, screened };

  if (!muster_library_read_files (self, paths, job, TRUE, cancellable, on_reading, &screening, error))
    return NULL;

  g_ptr_array_sort (screened, compare_screened);
  for (guint i = 0; i < screened->len && ((MusterScreened *) g_ptr_array_index (screened, i))->fit != NULL;
       i++)
    ((MusterScreened *) g_ptr_array_index (screened, i))->rank = i + 1;

  return g_steal_pointer (&screened);
}
