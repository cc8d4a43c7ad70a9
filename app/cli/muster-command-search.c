/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli search: words in names, titles and papers. */

#include "muster-command-options.h"
#include "muster-library-queries.h"
#include "muster-output.h"
#include "muster-table.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_LIMIT 50
#define SNIPPET_COLUMNS 90

static void
print_json (const MusterSearchHit *hit)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "candidate", hit->candidate_id);
  json_object_set_int_member (object, "document", hit->document_id);
  json_object_set_string_member (object, "name", hit->name);
  json_object_set_string_member (object, "file", hit->file_name);
  json_object_set_int_member (object, "page", hit->page);
  json_object_set_string_member (object, "snippet", hit->snippet);
  json_object_set_double_member (object, "score", hit->score);
  muster_output_take_json (object);
}

static void
print_hits (const MusterCommandOptions *options, GPtrArray *hits)
{
  g_autoptr (MusterTable) table = muster_table_new ("rlrl");

  muster_table_add (table, _ ("Candidate"), _ ("Name"), _ ("Page"), _ ("File"));
  for (guint i = 0; i < hits->len; i++)
    {
      const MusterSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char       *id = g_strdup_printf ("%" G_GINT64_FORMAT, hit->candidate_id);
      g_autofree char       *page = g_strdup_printf ("%u", hit->page);
      g_autofree char       *name = muster_table_clip (hit->name, 30);
      g_autofree char       *snippet = muster_table_clip (hit->snippet, SNIPPET_COLUMNS);

      if (options->is_json)
        print_json (hit);
      muster_table_add (table, id, name, page, hit->file_name);
      muster_table_add_note (table, 11, snippet);
    }
  if (!options->is_json)
    muster_table_print (table);
}

MusterExit
muster_command_search (int argc, char **argv)
{
  g_auto (MusterCommandOptions) options = { 0 };
  int                           limit = DEFAULT_LIMIT;
  g_autofree char              *joined = NULL, *query = NULL;
  g_autoptr (MusterLibrary)     library = NULL;
  g_autoptr (GPtrArray)         hits = NULL;
  g_autoptr (GError)            error = NULL;
  const GOptionEntry            own[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("at most so many"), N_ ("N") },
    G_OPTION_ENTRY_NULL,
  };
  MusterExit                    status;

  if (!muster_command_options_parse (&options,
                                     MUSTER_OPTIONS_DATABASE,
                                     _ ("QUERY"),
                                     _ ("Finds people by words in their names, titles and papers."),
                                     own,
                                     argc,
                                     argv,
                                     &status))
    return status;
  if (limit <= 0)
    return muster_command_refuse ("search", "%s", _ ("--limit is at least 1"));
  joined = g_strstrip (g_strjoinv (" ", options.arguments));
  if (*joined == '\0')
    return muster_command_refuse ("search", "%s", _ ("the words to look for are missing"));

  query = g_utf8_make_valid (joined, -1);
  library = muster_command_options_open_library (&options, "search", MUSTER_ACCESS_LOOK);
  if (library == NULL)
    return MUSTER_EXIT_ENVIRONMENT;
  hits = muster_library_search (library, query, (guint) limit, &error);
  if (hits == NULL)
    return muster_command_fail ("search", error);
  if (hits->len == 0)
    {
      g_autofree char *printable = muster_output_printable (query);

      g_printerr (_ ("muster-cli search: nothing on file has “%s”\n"), printable);
    }
  else
    print_hits (&options, hits);
  muster_library_close (library);

  return MUSTER_EXIT_DONE;
}
