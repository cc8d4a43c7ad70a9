/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli recommend: everybody on file for an opening, whether they applied or not; or all openings for a
 * person. */

#include "muster-command-options.h"
#include "muster-library-queries.h"
#include "muster-output-fit.h"
#include "muster-output.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_LIMIT 20

static MusterExit
print (const MusterCommandOptions *options, MusterLibrary *library, GPtrArray *found, gboolean is_of_people)
{
  g_autoptr (MusterTable) table
      = muster_output_new_fit_table (is_of_people ? _ ("Candidate") : _ ("Opening"));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      const MusterRecommendation *one = g_ptr_array_index (found, i);
      g_autoptr (MusterOpening)   opening = NULL;
      g_autofree char            *subject = NULL;

      if (options->is_json)
        {
          JsonObject *object = json_object_new ();

          json_object_set_int_member (object, "candidate", one->candidate_id);
          json_object_set_int_member (object, "opening", one->opening_id);
          json_object_set_string_member (object, is_of_people ? "name" : "title", one->name);
          muster_output_add_fit (object, one->fit, one->rank);
          muster_output_take_json (object);
          continue;
        }
      opening = muster_library_load_opening (library, one->opening_id, &error);
      if (opening == NULL)
        return muster_command_fail ("recommend", error);
      subject = is_of_people ? g_strdup_printf ("%" G_GINT64_FORMAT, one->candidate_id)
                             : g_strdup_printf ("%" G_GINT64_FORMAT " %s", one->opening_id, one->name);
      muster_output_add_fit_rows (table, opening, one->fit, one->rank, subject);
    }
  if (!options->is_json)
    muster_table_print (table);

  return MUSTER_EXIT_DONE;
}

MusterExit
muster_command_recommend (int argc, char **argv)
{
  g_auto (MusterCommandOptions) options = { 0 };
  gint64                        opening_id = 0, candidate_id = 0;
  int                           limit = DEFAULT_LIMIT;
  g_autofree char              *opening = NULL, *candidate = NULL;
  g_autoptr (MusterLibrary)     library = NULL;
  g_autoptr (GPtrArray)         found = NULL;
  g_autoptr (GError)            error = NULL;
  const GOptionEntry            own[] = {
    { "opening", 0, 0, G_OPTION_ARG_STRING, &opening, N_ ("people for this opening"), N_ ("ID") },
    { "candidate", 0, 0, G_OPTION_ARG_STRING, &candidate, N_ ("openings for this person"), N_ ("ID") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("at most so many people"), N_ ("N") },
    G_OPTION_ENTRY_NULL,
  };
  MusterExit                    status;

  if (!muster_command_options_parse (
          &options,
          MUSTER_OPTIONS_DATABASE,
          _ ("--opening ID | --candidate ID"),
          _ ("Recommends people on file for an opening, or openings for a person."),
          own,
          argc,
          argv,
          &status))
    return status;
  if ((opening != NULL) == (candidate != NULL))
    return muster_command_refuse ("recommend", "%s", _ ("say either --opening ID or --candidate ID"));
  if (limit <= 0 || options.arguments[0] != NULL)
    return muster_command_refuse ("recommend", "%s", _ ("--limit is at least 1, and nothing else is taken"));
  if (!muster_command_parse_id ("recommend", opening != NULL ? opening : candidate,
                                opening != NULL ? &opening_id : &candidate_id))
    return MUSTER_EXIT_USAGE;

  library = muster_command_options_open_library (&options, "recommend", MUSTER_ACCESS_LOOK);
  if (library == NULL)
    return MUSTER_EXIT_ENVIRONMENT;
  found = opening_id != 0 ? muster_library_recommend_people (library, opening_id, (guint) limit, NULL, &error)
                          : muster_library_recommend_openings (library, candidate_id, NULL, &error);
  if (found == NULL)
    return muster_command_fail ("recommend", error);
  status = print (&options, library, found, opening_id != 0);
  muster_library_close (library);

  return status;
}
