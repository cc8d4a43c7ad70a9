/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli import: files into the database. A line that is printed is kept. */

#include "muster-command-options.h"
#include "muster-output.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

typedef struct
{
  const MusterCommandOptions *options;
  guint                       n_done;
  guint                       n_total;
  guint                       n_failed;
  guint                       n_not_stored; /* the database would not take it */
} ImportCommand;

static void
set_error (JsonObject *object, const char *code, const char *message)
{
  JsonObject *member = json_object_new ();

  json_object_set_string_member (member, "code", code);
  json_object_set_string_member (member, "message", message);
  json_object_set_string_member (object, "status", "error");
  json_object_set_object_member (object, "error", member);
}

static void
print_json (const MusterReading *reading, const MusterAddedDocument *added, const GError *error)
{
  JsonObject *object = muster_output_new_object (reading);

  if (added != NULL)
    {
      json_object_set_string_member (
          object, "status", muster_document_status_name (muster_document_get_status (reading->document)));
      json_object_set_int_member (object, "document", added->document_id);
      json_object_set_int_member (object, "candidate", added->candidate_id);
      if (added->duplicate_of != 0)
        json_object_set_int_member (object, "duplicate_of", added->duplicate_of);
    }
  if (error != NULL)
    set_error (object, "store", error->message);
  muster_output_take_json (object);
}

static void
print_row (const MusterReading *reading, const MusterAddedDocument *added, const GError *error)
{
  g_autofree char *file = muster_output_printable (reading->path);
  const GError    *trouble = reading->error != NULL ? reading->error : error;
  g_autofree char *message = trouble != NULL ? muster_output_printable (trouble->message) : NULL;

  if (reading->error != NULL)
    g_print ("%-12s %s: %s\n", muster_read_error_code (reading->error), file, message);
  else if (error != NULL)
    g_print ("%-12s %s: %s\n", _ ("not stored"), file, message);
  else if (added->duplicate_of != 0)
    g_print (_ ("%-12s %s: the same file as document %" PRId64 " of candidate %" PRId64 "\n"),
             _ ("known"),
             file,
             added->duplicate_of,
             added->candidate_id);
  else
    g_print (_ ("%-12s %s: candidate %" PRId64 "\n"),
             muster_document_status_name (muster_document_get_status (reading->document)),
             file,
             added->candidate_id);
}

static void
on_imported (const MusterReading       *reading,
             const MusterAddedDocument *added,
             const GError              *error,
             gpointer                   user_data)
{
  ImportCommand *command = user_data;

  muster_output_progress (NULL, 0, 0);
  if (command->options->is_json)
    print_json (reading, added, error);
  else
    print_row (reading, added, error);
  command->n_failed += reading->error != NULL;
  command->n_not_stored += error != NULL;
  command->n_done++;
  muster_output_progress (_ ("Importing"), command->n_done, command->n_total);
}

MusterExit
muster_command_import (int argc, char **argv)
{
  g_auto (MusterCommandOptions) options = { 0 };
  g_auto (MusterReaderJob)      job = { 0 };
  ImportCommand                 command = { .options = &options };
  gint64                        opening_id = 0;
  g_autoptr (GPtrArray)         paths = NULL;
  g_autoptr (MusterLibrary)     library = NULL;
  g_autoptr (GError)            error = NULL;
  const GOptionEntry            own[] = {
    { "opening",
      0,
      0,
      G_OPTION_ARG_INT64,
      &opening_id,
      N_ ("the opening that these people apply to"),
      N_ ("ID") },
    G_OPTION_ENTRY_NULL,
  };
  MusterExit                    status;

  if (!muster_command_options_parse (
          &options,
          MUSTER_OPTIONS_DATABASE | MUSTER_OPTIONS_PASSWORD,
          _ ("FILE…"),
          _ ("Reads documents and files them in the database; ranks them when an opening is named."),
          own,
          argc,
          argv,
          &status))
    return status;
  paths = muster_command_options_dup_inputs (&options, "import");
  if (paths == NULL)
    return MUSTER_EXIT_USAGE;
  library = muster_command_options_open_library (&options, MUSTER_OPTIONS_DATABASE);
  if (library == NULL)
    return MUSTER_EXIT_ENVIRONMENT;

  muster_reader_job_init (&job);
  job.password = g_strdup (options.password);
  command.n_total = paths->len;
  muster_output_progress (_ ("Importing"), 0, command.n_total);
  if (!muster_library_import_files (library, paths, opening_id, &job, NULL, on_imported, &command, &error))
    {
      muster_output_progress (NULL, 0, 0);
      return muster_command_fail ("import", &options, error);
    }
  muster_library_close (library);
  if (command.n_not_stored > 0)
    return MUSTER_EXIT_ENVIRONMENT;

  return command.n_failed > 0 ? MUSTER_EXIT_SOME_FAILED : MUSTER_EXIT_DONE;
}
