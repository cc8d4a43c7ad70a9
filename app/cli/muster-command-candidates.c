/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli candidates: the people on file, what their papers say, what was decided. */

#include "muster-command-options.h"
#include "muster-library-queries.h"
#include "muster-output-fit.h"
#include "muster-output.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define DEFAULT_ROWS 100
#define PAGE_ROWS 500

/* Options of all sub-commands; each looks at its own. What was found to make sense stands in the first part. */
static struct
{
  gint64               id;
  gint64               from_id; /* merge */
  gint64               opening_id;
  MusterStage          new_stage; /* decide */
  MusterCandidateQuery query;     /* list */

  char                *opening;
  char                *stage;
  char                *reason;
  char                *filter;
  char                *sort;
  int                  limit;
  int                  offset;
} asked;

static void
set_text_unless_empty (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
}

static JsonObject *
record_to_json (const MusterCandidateRecord *record)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *added = muster_output_time (record->added_at);

  json_object_set_int_member (object, "candidate", record->id);
  json_object_set_string_member (object, "name", record->name);
  set_text_unless_empty (object, "label", record->label);
  set_text_unless_empty (object, "city", record->city);
  json_object_set_int_member (object, "work_months", record->work_months);
  json_object_set_int_member (object, "documents", record->n_documents);
  json_object_set_string_member (object, "added", added);
  json_object_set_string_member (object, "stage", muster_stage_name (record->stage));
  if (record->opening_id == 0)
    return object;

  json_object_set_int_member (object, "opening", record->opening_id);
  if (!record->has_fit)
    {
      json_object_set_null_member (object, "rank");
      json_object_set_null_member (object, "fit");
      json_object_set_null_member (object, "band");
      return object;
    }
  json_object_set_int_member (object, "rank", record->rank);
  json_object_set_double_member (object, "fit", record->fit);
  json_object_set_string_member (object, "band", muster_band_name (muster_band_for_total (record->fit)));
  json_object_set_int_member (object, "musts", record->n_musts);
  json_object_set_int_member (object, "musts_met", record->n_musts_met);
  json_object_set_int_member (object, "relevant_months", record->relevant_months);
  json_object_set_string_member (object, "top_evidence", record->top_evidence);

  return object;
}

static void
add_row (MusterTable *table, const MusterCandidateRecord *record)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
  g_autofree char *rank = record->has_fit ? g_strdup_printf ("%u", record->rank) : g_strdup ("–");
  g_autofree char *fit = record->has_fit ? g_strdup_printf ("%.1f", record->fit) : g_strdup ("–");
  g_autofree char *years = g_strdup_printf ("%.1f", record->work_months / 12.0);
  g_autofree char *name = muster_table_clip (record->name, 30);
  g_autofree char *label = muster_table_clip (record->label, 40);

  muster_table_add (table, id, rank, fit, muster_stage_name (record->stage), years, name, label);
}

/* One page after the other, so that a hundred thousand rows are never held at once. */
static gboolean
print_pages (const MusterCommandOptions *options,
             MusterLibrary *library,
             const MusterCandidateQuery *query,
             MusterTable                *table,
             GError                    **error)
{
  guint n_left = (guint) asked.limit;
  guint offset = (guint) asked.offset;

  while (n_left > 0)
    {
      guint                 n_page = MIN (n_left, PAGE_ROWS);
      g_autoptr (GPtrArray) records = muster_library_list_candidates (library, query, offset, n_page, error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        if (options->is_json)
          muster_output_take_json (record_to_json (g_ptr_array_index (records, i)));
        else
          add_row (table, g_ptr_array_index (records, i));
      if (records->len < n_page)
        return TRUE;
      n_left -= n_page;
      offset += n_page;
    }

  return TRUE;
}

static MusterExit
read_sort (MusterCandidateQuery *query)
{
  static const char *names[] = { "fit", "name", "added", "experience", "stage" };

  query->sort = query->opening_id != 0 ? MUSTER_SORT_BY_FIT : MUSTER_SORT_BY_ADDED;
  if (asked.sort != NULL)
    {
      gboolean is_known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (g_str_equal (names[i], asked.sort))
          {
            query->sort = (MusterCandidateSort) i;
            is_known = TRUE;
          }
      if (!is_known)
        return muster_command_refuse (
            "candidates", _ ("“%s” is no order; fit, name, added, experience and stage are"), asked.sort);
    }
  if (query->sort == MUSTER_SORT_BY_FIT && query->opening_id == 0)
    return muster_command_refuse ("candidates", "%s", _ ("--sort fit needs --opening ID: the fit is with an opening"));
  query->is_descending = query->sort == MUSTER_SORT_BY_FIT || query->sort == MUSTER_SORT_BY_EXPERIENCE;

  return MUSTER_EXIT_DONE;
}

static MusterExit
prepare_opening (void)
{
  if (asked.opening != NULL && !muster_command_parse_id ("candidates", asked.opening, &asked.opening_id))
    return MUSTER_EXIT_USAGE;

  return MUSTER_EXIT_DONE;
}

static MusterExit
read_stage (MusterStage *stage)
{
  if (muster_stage_from_name (asked.stage, stage))
    return MUSTER_EXIT_DONE;

  return muster_command_refuse (
      "candidates",
      _ ("“%s” is no stage; new, shortlist, interview, offer, hired and declined are"),
      asked.stage);
}

static MusterExit
prepare_list (const MusterCommandOptions *options)
{
  MusterStage stage;

  if (asked.limit < 1 || asked.offset < 0)
    return muster_command_refuse ("candidates", "%s", _ ("--limit is at least 1, --offset at least 0"));
  if (prepare_opening () != MUSTER_EXIT_DONE)
    return MUSTER_EXIT_USAGE;
  asked.query = (MusterCandidateQuery){ .opening_id = asked.opening_id, .filter = asked.filter, .stage = -1 };
  if (asked.stage != NULL)
    {
      if (read_stage (&stage) != MUSTER_EXIT_DONE)
        return MUSTER_EXIT_USAGE;
      asked.query.stage = (int) stage;
    }

  return read_sort (&asked.query);
}

static MusterExit
list (const MusterCommandOptions *options, MusterLibrary *library)
{
  g_autoptr (MusterTable) table = muster_table_new ("rrrlrll");
  g_autoptr (GError)      error = NULL;

  muster_table_add (
      table, _ ("Candidate"), _ ("Rank"), _ ("Fit"), _ ("Stage"), _ ("Years"), _ ("Name"), _ ("Title"));
  if (!print_pages (options, library, &asked.query, table, &error))
    return muster_command_fail ("candidates", error);
  if (!options->is_json)
    muster_table_print (table);

  return MUSTER_EXIT_DONE;
}

static JsonArray *
documents_to_json (GPtrArray *documents)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < documents->len; i++)
    {
      const MusterDocumentRecord *record = g_ptr_array_index (documents, i);
      JsonObject                 *object = json_object_new ();
      g_autofree char            *added = muster_output_time (record->added_at);

      json_object_set_int_member (object, "document", record->id);
      json_object_set_string_member (object, "file", record->file_name);
      json_object_set_string_member (object, "sha256", record->sha256);
      json_object_set_string_member (object, "media_type", record->media_type);
      json_object_set_string_member (object, "language", record->language);
      json_object_set_int_member (object, "pages", record->n_pages);
      json_object_set_int_member (object, "hidden_characters", record->hidden_characters);
      json_object_set_string_member (object, "added", added);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
decisions_to_json (GPtrArray *decisions)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < decisions->len; i++)
    {
      const MusterDecisionRecord *record = g_ptr_array_index (decisions, i);
      JsonObject                 *object = json_object_new ();
      g_autofree char            *decided = muster_output_time (record->decided_at);

      json_object_set_int_member (object, "opening", record->opening_id);
      json_object_set_string_member (object, "stage", muster_stage_name (record->stage));
      set_text_unless_empty (object, "reason", record->reason);
      json_object_set_string_member (object, "decided", decided);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
print_person (const MusterCandidateRecord *record, GPtrArray *documents, GPtrArray *decisions)
{
  g_autofree char *name
      = muster_output_printable (*record->name != '\0' ? record->name : _ ("(no name found)"));
  g_autofree char *label = muster_output_printable (record->label);
  g_autofree char *city = muster_output_printable (record->city);

  g_print (_ ("Candidate %" PRId64 ": %s\n"), record->id, name);
  if (*label != '\0')
    g_print ("%s\n", label);
  if (*city != '\0')
    g_print ("%s\n", city);
  g_print (_ ("%.1f years of work\n"), record->work_months / 12.0);
  for (guint i = 0; i < documents->len; i++)
    {
      const MusterDocumentRecord *document = g_ptr_array_index (documents, i);
      g_autofree char            *file = muster_output_printable (document->file_name);

      g_print (g_dngettext (GETTEXT_PACKAGE,
                            "Document %" PRId64 ": %s, %u page\n",
                            "Document %" PRId64 ": %s, %u pages\n",
                            document->n_pages),
               document->id,
               file,
               document->n_pages);
    }
  for (guint i = 0; i < decisions->len; i++)
    {
      const MusterDecisionRecord *decision = g_ptr_array_index (decisions, i);
      g_autofree char            *time = muster_output_time (decision->decided_at);
      g_autofree char            *reason = muster_output_printable (decision->reason != NULL ? decision->reason : "");

      g_print (_ ("%s, opening %" PRId64 ": %s %s\n"),
               time,
               decision->opening_id,
               muster_stage_name (decision->stage),
               reason);
    }
}

static MusterExit
prepare_one (const MusterCommandOptions *options)
{
  if (!muster_command_parse_id ("candidates", options->arguments[1], &asked.id))
    return MUSTER_EXIT_USAGE;

  return prepare_opening ();
}

static void
add_fit (JsonObject *object, MusterLibrary *library, gint64 id)
{
  g_autoptr (JsonNode) fit
      = asked.opening_id != 0 ? muster_library_load_fit (library, id, asked.opening_id, NULL) : NULL;

  if (fit != NULL)
    json_object_set_member (object, "fit", g_steal_pointer (&fit));
  else
    json_object_set_null_member (object, "fit");
}

static MusterExit
show (const MusterCommandOptions *options, MusterLibrary *library)
{
  const gint64                      id = asked.id;
  g_autoptr (GError)                error = NULL;
  g_autoptr (MusterCandidateRecord) record = muster_library_get_candidate (library, id, &error);
  g_autoptr (GPtrArray) documents
      = record != NULL ? muster_library_list_documents (library, id, &error) : NULL;
  g_autoptr (GPtrArray) decisions
      = documents != NULL ? muster_library_list_decisions (library, id, asked.opening_id, &error) : NULL;
  g_autoptr (MusterProfile) profile = NULL;
  JsonObject               *object;

  if (decisions == NULL)
    return muster_command_fail ("candidates", error);
  if (!options->is_json)
    {
      print_person (record, documents, decisions);
      return MUSTER_EXIT_DONE;
    }

  object = record_to_json (record);
  profile = muster_library_load_profile (library, id, NULL); /* a person without one has none to show */
  if (profile != NULL)
    json_object_set_member (
        object, "profile", muster_profile_to_json (profile, muster_library_get_today (library)));
  else
    json_object_set_null_member (object, "profile");
  json_object_set_array_member (object, "documents", documents_to_json (documents));
  json_object_set_array_member (object, "decisions", decisions_to_json (decisions));
  add_fit (object, library, id);
  muster_output_take_json (object);

  return MUSTER_EXIT_DONE;
}

static MusterExit
prepare_decide (const MusterCommandOptions *options)
{
  if (asked.opening == NULL || asked.stage == NULL)
    return muster_command_refuse ("candidates", "%s", _ ("a decision needs --opening ID and --stage STAGE"));
  if (prepare_one (options) != MUSTER_EXIT_DONE)
    return MUSTER_EXIT_USAGE;

  return read_stage (&asked.new_stage);
}

static MusterExit
decide (const MusterCommandOptions *options, MusterLibrary *library)
{
  const gint64   id = asked.id;
  MusterDecision decision = { .candidate_id = id,
                              .opening_id = asked.opening_id,
                              .stage = asked.new_stage,
                              .reason = asked.reason,
                              .saw_score = -1 };
  g_autoptr (GError) error = NULL;
  JsonObject        *object;

  if (!muster_library_decide (library, &decision, &error))
    return muster_command_fail ("candidates", error);
  if (!options->is_json)
    {
      g_print (_ ("Candidate %" PRId64 ", opening %" PRId64 ": %s\n"),
               id,
               asked.opening_id,
               muster_stage_name (decision.stage));
      return MUSTER_EXIT_DONE;
    }

  object = json_object_new ();
  json_object_set_int_member (object, "candidate", id);
  json_object_set_int_member (object, "opening", asked.opening_id);
  json_object_set_string_member (object, "stage", muster_stage_name (decision.stage));
  muster_output_take_json (object);

  return MUSTER_EXIT_DONE;
}

static MusterExit
prepare_merge (const MusterCommandOptions *options)
{
  if (!muster_command_parse_id ("candidates", options->arguments[2], &asked.from_id))
    return MUSTER_EXIT_USAGE;

  return prepare_one (options);
}

static MusterExit
merge (const MusterCommandOptions *options, MusterLibrary *library)
{
  const gint64       into = asked.id;
  const gint64       from = asked.from_id;
  g_autoptr (GError) error = NULL;
  JsonObject        *object;

  if (!muster_library_merge (library, into, from, &error))
    return muster_command_fail ("candidates", error);
  if (!options->is_json)
    {
      g_print (_ ("Candidate %" PRId64 " is now part of candidate %" PRId64 "; all files are kept.\n"),
               from,
               into);
      return MUSTER_EXIT_DONE;
    }

  object = json_object_new ();
  json_object_set_int_member (object, "candidate", into);
  json_object_set_int_member (object, "merged", from);
  muster_output_take_json (object);

  return MUSTER_EXIT_DONE;
}

static const MusterSubcommand subcommands[] = {
  { "list", 0, MUSTER_ACCESS_LOOK, prepare_list, list },
  { "show", 1, MUSTER_ACCESS_LOOK, prepare_one, show },
  { "decide", 1, MUSTER_ACCESS_WRITE, prepare_decide, decide },
  { "merge", 2, MUSTER_ACCESS_WRITE, prepare_merge, merge },
  { NULL, 0, 0, NULL, NULL },
};

static const GOptionEntry own[] = {
  { "opening", 0, 0, G_OPTION_ARG_STRING, &asked.opening, N_ ("list: its pool, ranked; decide: for which opening"),
    N_ ("ID") },
  { "stage", 0, 0, G_OPTION_ARG_STRING, &asked.stage, N_ ("new, shortlist, interview, offer, hired or declined"),
    N_ ("STAGE") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &asked.reason, N_ ("decide: why; needed to decline"), N_ ("TEXT") },
  { "filter", 0, 0, G_OPTION_ARG_STRING, &asked.filter, N_ ("list: words that name, title or papers must have"),
    N_ ("WORDS") },
  { "sort", 0, 0, G_OPTION_ARG_STRING, &asked.sort, N_ ("list: fit, name, added, experience or stage"),
    N_ ("ORDER") },
  { "limit", 0, 0, G_OPTION_ARG_INT, &asked.limit, N_ ("list: at most so many"), N_ ("N") },
  { "offset", 0, 0, G_OPTION_ARG_INT, &asked.offset, N_ ("list: leave out the first"), N_ ("N") },
  G_OPTION_ENTRY_NULL,
};

MusterExit
muster_command_candidates (int argc, char **argv)
{
  MusterExit status;

  asked.limit = DEFAULT_ROWS;
  status = muster_command_run_records (
      argc,
      argv,
      _ ("list | show ID | decide ID --opening ID --stage STAGE | merge INTO FROM"),
      _ ("People on file: lists them, shows one, notes a decision, joins two that are one person."),
      own,
      subcommands);
  g_free (asked.opening);
  g_free (asked.stage);
  g_free (asked.reason);
  g_free (asked.filter);
  g_free (asked.sort);

  return status;
}
