/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli extract: what resumes say, as JSON Resume with evidence. */

#include "muster-file-run.h"
#include "muster-json-text.h"
#include "muster-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The JSON Resume of a reading, with meta.file. */
static JsonNode *
profile_to_json (const MusterFileRun *run, const MusterReading *reading, const MusterProfile *profile)
{
  JsonNode        *node = muster_profile_to_json (profile, run->today);
  JsonObject      *meta = json_object_get_object_member (json_node_get_object (node), "meta");
  g_autofree char *file = g_utf8_make_valid (reading->path, -1);

  json_object_set_string_member (meta, "file", file);

  return node;
}

static void
write_file (MusterFileRun *run, JsonNode *node)
{
  g_autofree char *name = g_strconcat (g_ptr_array_index (run->names, run->n_done), ".json", NULL);
  g_autofree char *path = g_build_filename (run->folder, name, NULL);
  g_autofree char *text = muster_json_text (node, TRUE);
  g_autofree char *content = g_strconcat (text, "\n", NULL);

  g_file_set_contents (path, content, -1, &run->write_error);
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
on_reading (MusterFileRun *run, const MusterReading *reading, const MusterProfile *profile)
{
  gboolean is_json = run->options->is_json;

  if (profile != NULL && (is_json || run->folder != NULL))
    {
      g_autoptr (JsonNode) node = profile_to_json (run, reading, profile);

      if (run->folder != NULL && run->write_error == NULL)
        write_file (run, node);
      if (is_json)
        muster_output_take_json (json_object_ref (json_node_get_object (node)));
    }
  else if (is_json)
    muster_output_take_json (muster_output_new_object (reading));
  if (!is_json)
    print_row (reading, profile);
}

MusterExit
muster_command_extract (int argc, char **argv)
{
  MusterFileRun                 run = { .command = "extract", .with_profiles = TRUE, .each = on_reading };
  g_auto (MusterCommandOptions) options = { 0 };
  g_autofree char              *output_dir = NULL, *heading = NULL;
  const GOptionEntry            own[] = {
    { "output-dir", 0, 0, G_OPTION_ARG_FILENAME, &output_dir, N_ ("write one JSON file an input there"), N_ ("DIR") },
    G_OPTION_ENTRY_NULL,
  };
  MusterExit status;

  if (!muster_command_options_parse (
        &options, MUSTER_OPTIONS_NO_DATABASE | MUSTER_OPTIONS_PASSWORD, _ ("FILE…"),
        _ ("Reads resumes as JSON Resume (files, folders, or - for names from standard input)."), own, argc, argv,
        &status))
    return status;

  heading = g_strdup_printf ("%-28s %5s %5s %6s  %s", _ ("Name"), _ ("Jobs"), _ ("Study"), _ ("Skills"), _ ("File"));
  run.options = &options;
  run.folder = output_dir;
  run.heading = heading;

  return muster_file_run_all (&run);
}
