/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli database and muster-cli audit: whether the records are whole, and everything on one person. */

#include "muster-command-options.h"
#include "muster-library-queries.h"
#include "muster-output.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

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
    return muster_command_fail ("database", options, error);

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

/* What the law calls a copy of the data: JSON in both forms, indented for people. */
static MusterExit
export_candidate (const MusterCommandOptions *options, MusterLibrary *library)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char     *text = NULL;
  gint64               id;

  if (!muster_command_parse_id ("database", options->arguments[1], &id))
    return MUSTER_EXIT_USAGE;
  node = muster_library_export_candidate (library, id, &error);
  if (node == NULL)
    return muster_command_fail ("database", options, error);

  text = json_to_string (node, !options->is_json);
  fputs (text, stdout);
  putchar ('\n');

  return MUSTER_EXIT_DONE;
}

static MusterExit
run_database (const MusterCommandOptions *options, MusterLibrary *library)
{
  return strcmp (options->arguments[0], "check") == 0 ? check (options, library)
                                                      : export_candidate (options, library);
}

MusterExit
muster_command_database (int argc, char **argv)
{
  static const MusterSubcommand subcommands[] = { { "check", 0 }, { "export", 1 }, { NULL, 0 } };

  return muster_command_run_records (
      argc,
      argv,
      _ ("check | export CANDIDATE"),
      _ ("Checks that the database is whole; gives everything that it holds on one person."),
      NULL,
      subcommands,
      run_database);
}

static MusterExit
run_audit (const MusterCommandOptions *options, MusterLibrary *library)
{
  g_autoptr (GError) error = NULL;
  guint              n_entries = 0;
  gint64             first_bad = 0;
  gboolean           is_whole;

  if (!muster_library_verify_audit (library, &n_entries, &first_bad, &error))
    return muster_command_fail ("audit", options, error);
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
  static const MusterSubcommand subcommands[] = { { "verify", 0 }, { NULL, 0 } };

  return muster_command_run_records (
      argc,
      argv,
      _ ("verify"),
      _ ("Checks that no entry of the record of decisions was changed or taken out."),
      NULL,
      subcommands,
      run_audit);
}
