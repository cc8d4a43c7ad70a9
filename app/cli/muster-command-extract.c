/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli extract: what resumes say, as JSON Resume with evidence. */

#include "muster-command-options.h"
#include "muster-output.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  gboolean    is_json;
  const char *output_dir; /* NULL: no files */
  GPtrArray  *paths;
  GPtrArray  *names; /* for files */
  MusterMonth today;
  guint       n_done;
  guint       n_failed;
  GError     *write_error; /* the first file that could not be written */
} ExtractCommand;

/* The JSON Resume of a reading, with meta.file. */
static JsonNode *
profile_to_json (const ExtractCommand *command, const MusterReading *reading, const MusterProfile *profile)
{
  JsonNode        *node = muster_profile_to_json (profile, command->today);
  JsonObject      *meta = json_object_get_object_member (json_node_get_object (node), "meta");
  g_autofree char *file = g_utf8_make_valid (reading->path, -1);

  json_object_set_string_member (meta, "file", file);

  return node;
}

static void
write_file (ExtractCommand *command, JsonNode *node)
{
  g_autofree char *name = g_strconcat (g_ptr_array_index (command->names, command->n_done), ".json", NULL);
  g_autofree char *path = g_build_filename (command->output_dir, name, NULL);
  g_autofree char *text = json_to_string (node, TRUE);
  g_autofree char *content = g_strconcat (text, "\n", NULL);

  g_file_set_contents (path, content, -1, &command->write_error);
}

static const char *
text_of (const MusterValue *value)
{
  return value != NULL ? value->text : "";
}

/* One line a document: who, and how much was found. */
static void
print_row (const MusterReading *reading, const MusterProfile *profile)
{
  g_autofree char *file = muster_output_printable (reading->path);
  g_autofree char *name = NULL;
  guint            n_skills = 0;

  if (profile == NULL)
    {
      g_autofree char *message = muster_output_printable (reading->error->message);

      g_print ("%-28s %5s %5s %6s  %s: %s\n", muster_read_error_code (reading->error), "", "", "", file, message);
      return;
    }
  for (guint i = 0; i < profile->skills->len; i++)
    n_skills += ((const MusterSkill *) g_ptr_array_index (profile->skills, i))->keywords->len;
  name = muster_output_printable (text_of (profile->name));
  g_print ("%-28s %5u %5u %6u  %s\n", name, profile->work->len, profile->education->len, n_skills, file);
}

static void
on_reading (const MusterReading *reading, const MusterProfile *profile, gpointer user_data)
{
  ExtractCommand *command = user_data;

  muster_output_progress (NULL, 0, 0);
  if (profile == NULL)
    command->n_failed++;
  if (profile != NULL && (command->is_json || command->output_dir != NULL))
    {
      g_autoptr (JsonNode) node = profile_to_json (command, reading, profile);

      if (command->output_dir != NULL && command->write_error == NULL)
        write_file (command, node);
      if (command->is_json)
        muster_output_take_json (json_object_ref (json_node_get_object (node)));
    }
  else if (command->is_json)
    muster_output_take_json (muster_output_new_object (reading));
  if (!command->is_json)
    print_row (reading, profile);
  command->n_done++;
  muster_output_progress (_ ("Reading"), command->n_done, command->paths->len);
}

static MusterExit
extract_all (ExtractCommand *command, const MusterCommandOptions *options)
{
  g_autoptr (MusterLibrary) library = muster_command_options_open_library (options, MUSTER_OPTIONS_NO_DATABASE);
  g_auto (MusterReaderJob)  job = { 0 };
  g_autoptr (GError)        error = NULL;

  if (library == NULL)
    return MUSTER_EXIT_ENVIRONMENT;

  muster_reader_job_init (&job);
  job.password = g_strdup (options->password);
  command->today = muster_library_get_today (library);
  if (!command->is_json)
    g_print ("%-28s %5s %5s %6s  %s\n", _ ("Name"), _ ("Jobs"), _ ("Study"), _ ("Skills"), _ ("File"));
  muster_output_progress (_ ("Reading"), 0, command->paths->len);
  if (!muster_library_read_files (library, command->paths, &job, TRUE, NULL, on_reading, command, &error))
    {
      muster_output_progress (NULL, 0, 0);
      g_printerr ("muster-cli extract: %s\n", error->message);
      return MUSTER_EXIT_ENVIRONMENT;
    }
  if (command->write_error != NULL)
    {
      g_printerr ("muster-cli extract: %s\n", command->write_error->message);
      return MUSTER_EXIT_ENVIRONMENT;
    }

  return command->n_failed > 0 ? MUSTER_EXIT_SOME_FAILED : MUSTER_EXIT_DONE;
}

MusterExit
muster_command_extract (int argc, char **argv)
{
  ExtractCommand               command = { 0 };
  g_auto (MusterCommandOptions) options = { 0 };
  g_autoptr (GPtrArray)        paths = NULL, names = NULL;
  g_autofree char             *output_dir = NULL;
  const GOptionEntry           own[] = {
    { "output-dir", 0, 0, G_OPTION_ARG_FILENAME, &output_dir, N_ ("write one JSON file an input there"), N_ ("DIR") },
    G_OPTION_ENTRY_NULL,
  };
  MusterExit status;

  if (!muster_command_options_parse (&options, MUSTER_OPTIONS_NO_DATABASE | MUSTER_OPTIONS_PASSWORD, _ ("FILE…"),
                                     _ ("Reads resumes as JSON Resume (files, folders, or - for names from standard input)."),
                                     own, argc, argv, &status))
    return status;

  paths = muster_command_options_dup_inputs (&options, "extract");
  if (paths == NULL)
    return MUSTER_EXIT_USAGE;
  if (output_dir != NULL && g_mkdir_with_parents (output_dir, 0777) != 0)
    return muster_command_refuse ("extract", _ ("the folder “%s” cannot be made"), output_dir);

  names = muster_output_names (paths);
  command.is_json = options.is_json;
  command.output_dir = output_dir;
  command.paths = paths;
  command.names = names;
  status = extract_all (&command, &options);
  g_clear_error (&command.write_error);

  return status;
}
