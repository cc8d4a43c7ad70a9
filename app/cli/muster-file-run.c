/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop that read and extract share. */

#include "muster-file-run.h"

#include "muster-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
on_reading (const MusterReading *reading, const MusterProfile *profile, gpointer user_data)
{
  MusterFileRun *self = user_data;

  muster_output_progress (NULL, 0, 0);
  self->n_failed += reading->document == NULL;
  self->each (self, reading, profile);
  self->n_done++;
  muster_output_progress (_ ("Reading"), self->n_done, self->paths->len);
}

static MusterExit
run_in_library (MusterFileRun *self, MusterLibrary *library)
{
  g_auto (MusterReaderJob) job = { 0 };
  g_autoptr (GError)       error = NULL;

  muster_reader_job_init (&job);
  job.password = g_strdup (self->options->password);
  self->today = muster_library_get_today (library);
  if (!self->options->is_json && self->paths->len > 0)
    g_print ("%s\n", self->heading);
  muster_output_progress (_ ("Reading"), 0, self->paths->len);
  if (!muster_library_read_files (library, self->paths, &job, self->with_profiles, NULL, on_reading, self, &error))
    {
      muster_output_progress (NULL, 0, 0);
      return muster_command_fail (self->command, error);
    }
  if (self->write_error != NULL)
    return muster_command_fail (self->command, self->write_error);

  return self->n_failed > 0 ? MUSTER_EXIT_SOME_FAILED : MUSTER_EXIT_DONE;
}

/** muster_file_run_all: Returns: what the process ends with; what is wrong was said. */
MusterExit
muster_file_run_all (MusterFileRun *self)
{
  g_autoptr (MusterLibrary) library = NULL;
  MusterExit                status;

  self->paths = muster_command_options_dup_inputs (self->options, self->command);
  if (self->paths == NULL)
    return MUSTER_EXIT_USAGE;
  self->names = muster_output_names (self->paths);
  if (self->folder != NULL && g_mkdir_with_parents (self->folder, 0777) != 0)
    status = muster_command_refuse (self->command, _ ("the folder “%s” cannot be made: %s"), self->folder,
                                    g_strerror (errno));
  else
    {
      library = muster_command_options_open_library (self->options, self->command, MUSTER_ACCESS_LOOK);
      status = library != NULL ? run_in_library (self, library) : MUSTER_EXIT_ENVIRONMENT;
    }
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_error (&self->write_error);

  return status;
}
