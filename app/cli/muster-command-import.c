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

static const char *
sentence_for_empty (void)
{
  return _ ("Nothing could be read on it, so nobody was filed. Scan it again, darker or larger.");
}

static void
print_json (const MusterReading *reading, const MusterAddedDocument *added)
{
  JsonObject *object = muster_output_new_object (reading);

  if (reading->error == NULL)
    json_object_set_string_member (
        object, "status", muster_document_status_name (muster_document_get_status (reading->document)));
  if (added != NULL)
    {
      json_object_set_int_member (object, "document", added->document_id);
      json_object_set_int_member (object, "candidate", added->candidate_id);
      if (added->duplicate_of != 0)
        json_object_set_int_member (object, "duplicate_of", added->duplicate_of);
    }
  else if (reading->error == NULL)
    {
      json_object_set_null_member (object, "document");
      json_object_set_null_member (object, "candidate");
      json_object_set_string_member (object, "note", sentence_for_empty ());
    }
  muster_output_take_json (object);
}

static void
print_row (const MusterReading *reading, const MusterAddedDocument *added)
{
  g_autofree char *file = muster_output_printable (reading->path);

  if (reading->error != NULL)
    {
      g_autofree char *message = muster_output_printable (reading->error->message);

      g_print ("%-12s %s: %s\n", muster_read_error_code (reading->error), file, message);
    }
  else if (added == NULL)
    g_print ("%-12s %s: %s\n", muster_document_status_name (MUSTER_DOCUMENT_EMPTY), file, sentence_for_empty ());
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

/* No fault of the file: the database did not take it, or not all that follows from it. */
static void
complain (const MusterReading *reading, const GError *error)
{
  g_autofree char *file = muster_output_printable (reading->path);
  g_autofree char *message = muster_output_printable (error->message);

  g_printerr ("muster-cli import: %s: %s\n", file, message);
}

static void
on_imported (const MusterReading       *reading,
             const MusterAddedDocument *added,
             const GError              *error,
             gpointer                   user_data)
{
  ImportCommand *command = user_data;

  muster_output_progress (NULL, 0, 0);
  if (error != NULL)
    complain (reading, error);
  if (error == NULL || added != NULL) /* else it has no outcome: the fault is not in the file */
    {
      if (command->options->is_json)
        print_json (reading, added);
      else
        print_row (reading, added);
    }
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
  g_autofree char              *opening = NULL;
  g_autoptr (GPtrArray)         paths = NULL;
  g_autoptr (MusterLibrary)     library = NULL;
  g_autoptr (GError)            error = NULL;
  const GOptionEntry            own[] = {
    { "opening",
      0,
      0,
      G_OPTION_ARG_STRING,
      &opening,
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
  if (opening != NULL && !muster_command_parse_id ("import", opening, &opening_id))
    return MUSTER_EXIT_USAGE;
  paths = muster_command_options_dup_inputs (&options, "import");
  if (paths == NULL)
    return MUSTER_EXIT_USAGE;
  /* A database that is made now has no opening. */
  library = muster_command_options_open_library (
      &options, "import", opening_id != 0 ? MUSTER_ACCESS_WRITE : MUSTER_ACCESS_MAKE);
  if (library == NULL)
    return MUSTER_EXIT_ENVIRONMENT;

  muster_reader_job_init (&job);
  job.password = g_strdup (options.password);
  command.n_total = paths->len;
  muster_output_progress (_ ("Importing"), 0, command.n_total);
  if (!muster_library_import_files (library, paths, opening_id, &job, NULL, on_imported, &command, &error))
    {
      muster_output_progress (NULL, 0, 0);
      return muster_command_fail ("import", error);
    }
  muster_library_close (library);
  if (command.n_not_stored > 0)
    return MUSTER_EXIT_ENVIRONMENT;

  return command.n_failed > 0 ? MUSTER_EXIT_SOME_FAILED : MUSTER_EXIT_DONE;
}
