/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli screen: files against an opening, best first, each point with the words that earned it. Nothing
 * is kept. */

#include "muster-command-options.h"
#include "muster-output-fit.h"
#include "muster-output.h"

#include <glib/gi18n-lib.h>

static void
print_json (const MusterScreened *screened, const MusterOpening *opening)
{
  JsonObject *object = muster_output_new_object (screened->reading);

  if (screened->reading->document != NULL)
    json_object_set_string_member (
        object,
        "status",
        muster_document_status_name (muster_document_get_status (screened->reading->document)));
  muster_output_add_fit (object, screened->fit, screened->rank);
  muster_output_add_proposal (object, opening);
  muster_output_take_json (object);
}

static void
print_table (GPtrArray *screened, const MusterOpening *opening)
{
  g_autoptr (MusterTable) table = muster_output_new_fit_table (_ ("File"));

  muster_output_print_opening (opening);
  for (guint i = 0; i < screened->len; i++)
    {
      const MusterScreened *one = g_ptr_array_index (screened, i);

      if (one->fit != NULL)
        muster_output_add_fit_rows (table, opening, one->fit, one->rank, one->reading->path);
      else if (one->reading->error != NULL)
        {
          muster_table_add (
              table, "–", "", muster_read_error_code (one->reading->error), "", "", one->reading->path);
          muster_table_add_note (table, 6, one->reading->error->message);
        }
      else
        {
          muster_table_add (table,
                            "–",
                            "",
                            muster_document_status_name (MUSTER_DOCUMENT_EMPTY),
                            "",
                            "",
                            one->reading->path);
          muster_table_add_note (table, 6, _ ("not ranked: there is no text on its pages"));
        }
    }
  muster_table_print (table);
  g_print ("\n%s\n", _ ("Ranked by the rules alone; a learned match is not part of the fit."));
}

static MusterExit
screen_all (const MusterCommandOptions *options, MusterOpening *opening, GPtrArray *paths)
{
  g_autoptr (MusterLibrary) library
      = muster_command_options_open_library (options, "screen", MUSTER_ACCESS_LOOK);
  g_auto (MusterReaderJob) job = { 0 };
  g_autoptr (GPtrArray)    screened = NULL;
  g_autoptr (GError)       error = NULL;
  guint                    n_failed = 0;

  if (library == NULL)
    return MUSTER_EXIT_ENVIRONMENT;

  muster_reader_job_init (&job);
  job.password = g_strdup (options->password);
  screened = muster_library_screen_files (library, opening, paths, &job, NULL, &error);
  if (screened == NULL)
    return muster_command_fail ("screen", error);

  for (guint i = 0; i < screened->len; i++)
    {
      const MusterScreened *one = g_ptr_array_index (screened, i);

      n_failed += one->reading->error != NULL;
      if (options->is_json)
        print_json (one, opening);
    }
  if (!options->is_json)
    print_table (screened, opening);

  return n_failed > 0 ? MUSTER_EXIT_SOME_FAILED : MUSTER_EXIT_DONE;
}

MusterExit
muster_command_screen (int argc, char **argv)
{
  g_auto (MusterCommandOptions) options = { 0 };
  g_autofree char              *opening_path = NULL;
  g_autoptr (MusterOpening)     opening = NULL;
  g_autoptr (GPtrArray)         paths = NULL;
  const GOptionEntry            own[] = {
    { "opening",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      &opening_path,
      N_ ("what to rank against: OPENING.json, or an advertisement as text"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  MusterExit                    status;

  if (!muster_command_options_parse (
          &options,
          MUSTER_OPTIONS_NO_DATABASE | MUSTER_OPTIONS_PASSWORD,
          _ ("--opening OPENING.json FILE…"),
          _ ("Ranks documents against an opening, best first, with the words that earned each point."),
          own,
          argc,
          argv,
          &status))
    return status;
  if (opening_path == NULL)
    return muster_command_refuse (
        "screen", "%s", _ ("--opening is missing: nothing says what to rank against"));

  opening = muster_command_read_opening ("screen", opening_path);
  if (opening == NULL)
    return MUSTER_EXIT_USAGE;
  paths = muster_command_options_dup_inputs (&options, "screen");
  if (paths == NULL)
    return MUSTER_EXIT_USAGE;

  return screen_all (&options, opening, paths);
}
