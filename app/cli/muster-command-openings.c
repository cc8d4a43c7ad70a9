/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli openings: the jobs to fill that the database keeps. */

#include "muster-command-options.h"
#include "muster-library-queries.h"
#include "muster-output-fit.h"
#include "muster-output.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What was asked for, once it was found to make sense. */
static MusterOpening *opening_to_add;
static gint64         opening_id;

static MusterExit
prepare_add (const MusterCommandOptions *options)
{
  opening_to_add = muster_command_read_opening ("openings", options->arguments[1]);

  return opening_to_add != NULL ? MUSTER_EXIT_DONE : MUSTER_EXIT_USAGE;
}

static MusterExit
prepare_one (const MusterCommandOptions *options)
{
  return muster_command_parse_id ("openings", options->arguments[1], &opening_id) ? MUSTER_EXIT_DONE
                                                                                  : MUSTER_EXIT_USAGE;
}

static void
add_record (JsonObject *object, const MusterOpeningRecord *record)
{
  g_autofree char *fixed_at = muster_output_time (record->fixed_at);

  json_object_set_int_member (object, "opening", record->id);
  json_object_set_string_member (object, "title", record->title);
  json_object_set_int_member (object, "version", record->version);
  json_object_set_string_member (object, "fixed_at", fixed_at);
  json_object_set_string_member (object, "model", record->model_version);
  json_object_set_int_member (object, "candidates", record->n_candidates);
  json_object_set_int_member (object, "ranked", record->n_ranked);
  json_object_set_int_member (object, "new", record->n_new);
}

static MusterExit
list (const MusterCommandOptions *options, MusterLibrary *library)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (GPtrArray)   records = muster_library_list_openings (library, &error);
  g_autoptr (MusterTable) table = muster_table_new ("rrrrl");

  if (records == NULL)
    return muster_command_fail ("openings", error);

  muster_table_add (table, _ ("Opening"), _ ("People"), _ ("Ranked"), _ ("New"), _ ("Title"));
  for (guint i = 0; i < records->len; i++)
    {
      const MusterOpeningRecord *record = g_ptr_array_index (records, i);
      g_autofree char           *id = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
      g_autofree char           *people = g_strdup_printf ("%u", record->n_candidates);
      g_autofree char           *ranked = g_strdup_printf ("%u", record->n_ranked);
      g_autofree char           *new_ones = g_strdup_printf ("%u", record->n_new);

      muster_table_add (table, id, people, ranked, new_ones, record->title);
      if (options->is_json)
        {
          JsonObject *object = json_object_new ();

          add_record (object, record);
          muster_output_take_json (object);
        }
    }
  if (!options->is_json)
    muster_table_print (table);

  return MUSTER_EXIT_DONE;
}

static void
print_opening (const MusterCommandOptions *options, const MusterOpening *opening, gint64 id)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject          *object;

  if (!options->is_json)
    {
      g_print (_ ("Opening %" PRId64 ": "), id);
      muster_output_print_opening (opening);
      return;
    }

  node = muster_opening_to_json (opening);
  object = json_node_dup_object (node);
  json_object_set_int_member (object, "opening", id);
  muster_output_take_json (object);
}

static MusterExit
add (const MusterCommandOptions *options, MusterLibrary *library)
{
  g_autoptr (GError) error = NULL;
  gint64             id = muster_library_add_opening (library, opening_to_add, &error);

  if (id == 0)
    return muster_command_fail ("openings", error);
  print_opening (options, opening_to_add, id);

  return MUSTER_EXIT_DONE;
}

static MusterExit
show (const MusterCommandOptions *options, MusterLibrary *library)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (MusterOpening) opening = muster_library_load_opening (library, opening_id, &error);

  if (opening == NULL)
    return muster_command_fail ("openings", error);
  print_opening (options, opening, opening_id);

  return MUSTER_EXIT_DONE;
}

static MusterExit
remove_one (const MusterCommandOptions *options, MusterLibrary *library)
{
  g_autoptr (GError) error = NULL;
  JsonObject        *object;

  if (!muster_library_remove_opening (library, opening_id, &error))
    return muster_command_fail ("openings", error);
  if (!options->is_json)
    {
      g_print (_ ("Opening %" PRId64 " is removed.\n"), opening_id);
      return MUSTER_EXIT_DONE;
    }

  object = json_object_new ();
  json_object_set_int_member (object, "opening", opening_id);
  json_object_set_string_member (object, "status", "removed");
  muster_output_take_json (object);

  return MUSTER_EXIT_DONE;
}

MusterExit
muster_command_openings (int argc, char **argv)
{
  static const MusterSubcommand subcommands[]
      = { { "list", 0, MUSTER_ACCESS_LOOK, NULL, list },
          { "add", 1, MUSTER_ACCESS_MAKE, prepare_add, add },
          { "show", 1, MUSTER_ACCESS_LOOK, prepare_one, show },
          { "remove", 1, MUSTER_ACCESS_WRITE, prepare_one, remove_one },
          { NULL, 0, 0, NULL, NULL } };
  MusterExit status = muster_command_run_records (argc,
                                                  argv,
                                                  _ ("list | add FILE | show ID | remove ID"),
                                                  _ ("Jobs to fill: lists them, adds one from OPENING.json or from an "
                                                     "advertisement, shows or removes one."),
                                                  NULL,
                                                  subcommands);

  g_clear_pointer (&opening_to_add, muster_opening_unref);

  return status;
}
