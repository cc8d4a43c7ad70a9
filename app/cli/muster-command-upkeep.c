/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli database and muster-cli audit: whether the records are whole, and everything on one person. */

#include "muster-command-options.h"
#include "muster-json-text.h"
#include "muster-library-queries.h"
#include "muster-output.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>

static gint64 candidate_id; /* whom export is about */

static JsonArray *
texts_to_json (GPtrArray *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (g_ptr_array_index (texts, i), -1);

      json_array_add_string_element (array, valid);
    }

  return array;
}

static void
print_texts (const char *heading, GPtrArray *texts)
{
  if (texts->len > 0)
    g_print ("%s\n", heading);
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *clean = muster_output_printable (g_ptr_array_index (texts, i));

      g_print ("  %s\n", clean);
    }
}

static MusterExit
check (const MusterCommandOptions *options, MusterLibrary *library)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) findings = muster_library_check (library, &error);
  g_autoptr (GPtrArray) unfinished
      = findings != NULL ? muster_library_list_unfinished (library, &error) : NULL;

  if (unfinished == NULL)
    return muster_command_fail ("database", error);
  if (muster_library_is_read_only (library))
    g_printerr ("muster-cli database: %s\n",
                _ ("the search index was not looked at, for the database cannot be written now: another program has "
                   "it open, or it is read-only"));

  if (options->is_json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "status", findings->len == 0 ? "ok" : "damaged");
      json_object_set_array_member (object, "findings", texts_to_json (findings));
      json_object_set_array_member (object, "unfinished", texts_to_json (unfinished));
      muster_output_take_json (object);
    }
  else
    {
      print_texts (_ ("What is wrong:"), findings);
      print_texts (_ ("Files that were being imported when Muster ended; import them again:"), unfinished);
      if (findings->len == 0)
        g_print ("%s\n", _ ("The database is whole."));
    }

  return findings->len == 0 ? MUSTER_EXIT_DONE : MUSTER_EXIT_SOME_FAILED;
}

static MusterExit
prepare_export (const MusterCommandOptions *options)
{
  return muster_command_parse_id ("database", options->arguments[1], &candidate_id) ? MUSTER_EXIT_DONE
                                                                                    : MUSTER_EXIT_USAGE;
}

/* What the law calls a copy of the data: JSON in both forms, indented for people. */
static MusterExit
export_candidate (const MusterCommandOptions *options, MusterLibrary *library)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char     *text = NULL;

  node = muster_library_export_candidate (library, candidate_id, &error);
  if (node == NULL)
    return muster_command_fail ("database", error);

  text = muster_json_text (node, !options->is_json);
  fputs (text, stdout);
  putchar ('\n');

  return MUSTER_EXIT_DONE;
}

MusterExit
muster_command_database (int argc, char **argv)
{
  static const MusterSubcommand subcommands[]
      = { { "check", 0, MUSTER_ACCESS_INSPECT, NULL, check },
          { "export", 1, MUSTER_ACCESS_LOOK, prepare_export, export_candidate },
          { NULL, 0, 0, NULL, NULL } };

  return muster_command_run_records (
      argc,
      argv,
      _ ("check | export CANDIDATE"),
      _ ("Checks that the database is whole; gives everything that it holds on one person."),
      NULL,
      subcommands);
}

static MusterExit
verify (const MusterCommandOptions *options, MusterLibrary *library)
{
  g_autoptr (GError) error = NULL;
  guint              n_entries = 0;
  gint64             first_bad = 0;
  gboolean           is_whole;

  if (!muster_library_verify_audit (library, &n_entries, &first_bad, &error))
    return muster_command_fail ("audit", error);
  is_whole = first_bad == 0;

  if (options->is_json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "status", is_whole ? "ok" : "broken");
      json_object_set_int_member (object, "entries", n_entries);
      if (!is_whole)
        json_object_set_int_member (object, "first_bad", first_bad);
      muster_output_take_json (object);
    }
  else if (is_whole)
    g_print (g_dngettext (GETTEXT_PACKAGE,
                          "The record is whole: %u entry.\n",
                          "The record is whole: %u entries.\n",
                          n_entries),
             n_entries);
  else
    g_print (_ ("The record is broken at entry %" PRId64 ".\n"), first_bad);

  return is_whole ? MUSTER_EXIT_DONE : MUSTER_EXIT_SOME_FAILED;
}

MusterExit
muster_command_audit (int argc, char **argv)
{
  static const MusterSubcommand subcommands[]
      = { { "verify", 0, MUSTER_ACCESS_LOOK, NULL, verify }, { NULL, 0, 0, NULL, NULL } };

  return muster_command_run_records (
      argc,
      argv,
      _ ("verify"),
      _ ("Checks that no entry of the record of decisions was changed or taken out."),
      NULL,
      subcommands);
}
