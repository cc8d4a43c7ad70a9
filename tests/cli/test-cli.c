/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contract of the command line: exit statuses, shapes of JSON, one object an input, nothing else on
 * stdout. Through the real reader and the real store. */

#include "runner.h"

#include <string.h>
#include <sys/wait.h>

#define CRITERIA                                                                                             \
  "\"weights\":{\"rules\":60,\"match\":40},\"criteria\":["                                                   \
  "{\"id\":\"js\",\"kind\":\"skill\",\"value\":\"JavaScript\",\"importance\":\"must\",\"points\":50},"       \
  "{\"id\":\"years\",\"kind\":\"experience\",\"value\":\"web developer\",\"min\":5,\"importance\":\"nice\"," \
  "\"points\":30},"                                                                                          \
  "{\"id\":\"place\",\"kind\":\"location\",\"value\":\"Ames\",\"importance\":\"nice\",\"points\":20}]}"

static const char *resume
    = "Lennart Quispe\nlennart.quispe@example.com | +1 202 555 0101 | Ames, IA\n\n"
      "Experience\nWeb Developer, Prairie Ticketing\nApril 2016 - March 2023\n"
      "- Rewrote the seat map in JavaScript.\n\n"
      "Education\nBSc Computer Science, Skunk River University, 2012\n\nSkills\nJavaScript, Django\n";

static const char *other_resume
    = "Nadia Forsell\nnadia.forsell@example.com | +1 202 555 0143 | Dubuque, IA\n\n"
      "Experience\nStock Controller, Tallgrass Supply\nMay 2018 - March 2023\n"
      "- Counted stock every quarter.\n\nSkills\nInventory planning, Excel\n";

static const char *advertisement = "Web developer\nYou know JavaScript: knowledge of JavaScript and Django.\n"
                                   "At least 3 years of experience in web development.\nEnglish B2.\n";

static Runner *
filled_runner (void)
{
  Runner *runner = runner_new ();

  runner_write (runner, "opening.json", "{\"title\":\"Web developer\",\"description\":\"Pages.\"," CRITERIA);
  runner_write (runner,
                "bad.json",
                "{\"title\":\"Web developer\",\"description\":\"Pages.\",\"weights\":{\"rules\":60,"
                "\"match\":40},\"criteria\":[{\"id\":\"x\",\"kind\":\"skill\",\"value\":\"Go\","
                "\"importance\":\"must\",\"points\":-1}]}");
  runner_write (runner, "advertisement.txt", advertisement);
  runner_write (runner, "list.json", " [{\"title\":\"Web developer\"}]");
  runner_write (runner, "list.txt", "[1, 2]");
  runner_write (runner, "words.json", "Web developer\nYou know JavaScript.\n");
  runner_write (runner, "bracket.txt", "[Prairie Ticketing] Web developer\nYou know JavaScript.\n");
  runner_write (runner, "a.txt", other_resume);
  runner_write (runner, "b.txt", resume);
  runner_write (runner, "broken.pdf", "%PDF-1.4\nnothing of a PDF\n");

  return runner;
}

typedef struct
{
  const char *line;
  int         status;
  const char *err; /* part of stderr, NULL: any */
} StatusCase;

/* {db} is no file yet, {full} has an opening and a person, in {empty} is nothing, {asked} asks for nothing. */
static const StatusCase status_cases[] = {
  { "--version", 0, NULL },
  { "--help", 0, NULL },
  { "", 2, "muster-cli --help" },
  { "fly", 2, "fly" },
  { "read --version", 0, NULL },
  { "database check --version", 0, NULL },
  { "read --json=3 b.txt", 2, "--json takes no value" },
  { "read --today --json b.txt", 2, "--today needs a value" },
  { "read b.txt --today", 2, "--today needs a value" },
  { "import --database --json b.txt", 2, "--database needs a value" },
  { "screen --opening --json b.txt", 2, "--opening needs a value" },
  { "import --database= b.txt", 2, "--database" },
  { "read {empty}", 0, "there are no files in the folder" },
  { "read --json {empty}", 0, "there are no files in the folder" },
  { "extract {empty} b.txt", 0, "there are no files in the folder" },
  { "read -", 0, "no file names came from standard input" },
  { "screen b.txt", 2, "--opening" },
  { "screen --opening opening.json", 2, NULL },
  { "screen --opening nowhere.json b.txt", 2, "the opening “nowhere.json” is not there" },
  { "screen --opening {empty} b.txt", 2, "is a folder" },
  { "screen --opening= b.txt", 2, "is no file" },
  { "screen --opening - b.txt", 2, "is no file" },
  { "screen --opening list.json b.txt", 2, "“list.json” is no JSON object" },
  { "screen --opening list.txt b.txt", 2, "“list.txt” is no JSON object" },
  { "screen --opening words.json b.txt", 2, "“words.json” is no JSON object" },
  { "screen --opening bracket.txt b.txt", 0, NULL },
  { "screen --opening bad.json b.txt", 2, "criteria[0].points" },
  { "screen --opening opening.json --colour b.txt", 2, "--colour" },
  { "screen --opening opening.json --today yesterday b.txt", 2, "yesterday" },
  { "import --database {db}", 2, NULL },
  { "import --no-store b.txt", 3, NULL },
  { "import --database /proc/nowhere/muster.db b.txt", 3, "/proc/nowhere" },
  { "import --database nowhere/muster.db b.txt", 3, "There is no folder" },
  { "import --opening 99 --database {full} b.txt", 2, "99" },
  { "import --opening 99 --database {full} --json b.txt", 2, "99" },
  { "import --opening 1 --database {db} b.txt", 3, "There is no database" },
  { "import --opening one --database {full} b.txt", 2, "one" },
  { "openings", 2, "list | add FILE | show ID | remove ID" },
  { "openings dance", 2, "dance" },
  { "openings add", 2, NULL },
  { "openings add bad.json --database {db}", 2, "criteria[0].points" },
  { "openings add - --database {db}", 2, "is no file" },
  { "openings show one --database {db}", 2, "one" },
  { "openings show 99 --database {full} --json", 2, "99" },
  { "openings remove 99 --database {full}", 2, "99" },
  { "openings list --no-store", 3, NULL },
  { "candidates show 99 --database {full} --json", 2, "99" },
  { "candidates list --sort height --database {full}", 2, "height" },
  { "candidates list --sort fit --database {full}", 2, "--opening" },
  { "candidates list --sort fit --opening 1 --database {full}", 0, NULL },
  { "candidates list --limit 0 --database {full}", 2, "--limit" },
  { "candidates decide 1 --database {db}", 2, "--stage" },
  { "candidates decide 1 --opening 1 --stage loved --database {db}", 2, "loved" },
  { "candidates decide 1 --opening 1 --stage declined --database {full} --json", 2, NULL },
  { "candidates merge 1 --database {db}", 2, NULL },
  { "recommend --database {db}", 2, NULL },
  { "recommend --opening 1 --candidate 1 --database {db}", 2, NULL },
  { "recommend --opening 99 --database {full}", 2, "99" },
  { "recommend --opening 0 --database {full}", 2, "0" },
  { "search --database {db}", 2, "words" },
  { "search {asked} --database {full}", 2, "words" },
  { "search zeppelin --database {full}", 0, "zeppelin" },
  { "database snapshot --database {db}", 2, "snapshot" },
  { "database export 99 --database {full}", 2, "99" },
  { "audit --database {db}", 2, "verify" },
};

static void
test_status (gconstpointer data)
{
  const StatusCase  *c = data;
  g_autoptr (Runner) runner = filled_runner ();

  if (*c->line == '\0')
    {
      const char      *argv[] = { MUSTER_CLI, NULL };
      g_autofree char *err = NULL;
      int              status;

      g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, &err, &status, NULL));
      g_assert_cmpint (WEXITSTATUS (status), ==, c->status);
      g_assert_nonnull (strstr (err, c->err));
      return;
    }
  if (strstr (c->line, "{full}") != NULL)
    {
      runner_run (runner, 0, "openings add opening.json --database {full}");
      runner_run (runner, 0, "import a.txt --opening 1 --database {full}");
    }
  runner_run (runner, c->status, c->line);
  if (c->err != NULL)
    g_assert_nonnull (strstr (runner->err, c->err));
  if (c->status >= 2)
    g_assert_cmpstr (runner->out, ==, "");
}

typedef struct
{
  const char *line;
  gboolean    makes; /* a database where there was none */
} MissingCase;

static const MissingCase missing_cases[] = {
  { "read --database {db} b.txt", FALSE },
  { "extract --database {db} b.txt", FALSE },
  { "screen --opening opening.json --database {db} b.txt", FALSE },
  { "openings list --database {db}", FALSE },
  { "openings show 1 --database {db}", FALSE },
  { "openings remove 1 --database {db}", FALSE },
  { "openings add opening.json --database {db}", TRUE },
  { "candidates list --database {db} --json", FALSE },
  { "candidates show 1 --database {db}", FALSE },
  { "candidates decide 1 --opening 1 --stage hired --database {db}", FALSE },
  { "candidates merge 1 2 --database {db}", FALSE },
  { "search JavaScript --database {db}", FALSE },
  { "recommend --opening 1 --database {db}", FALSE },
  { "recommend --candidate 1 --database {db}", FALSE },
  { "database check --database {db} --json", FALSE },
  { "database export 1 --database {db}", FALSE },
  { "audit verify --database {db}", FALSE },
  { "import b.txt --database {db}", TRUE },
  { "candidates list", FALSE }, /* the user's own, which is not there either */
  { "database check", FALSE },
  { "import b.txt", TRUE },
  { "openings add opening.json", TRUE },
};

/* A database whose name was mistyped is said to be missing, and nothing comes to be. */
static void
test_missing (gconstpointer data)
{
  const MissingCase *c = data;
  g_autoptr (Runner) runner = filled_runner ();
  guint              n_before = runner_count_files (runner);

  runner_run (runner, c->makes ? 0 : 3, c->line);
  if (c->makes)
    {
      g_assert_cmpuint (runner_count_files (runner), >, n_before);
      return;
    }
  g_assert_nonnull (strstr (runner->err, "There is no database"));
  g_assert_nonnull (strstr (runner->err, "muster.db"));
  g_assert_cmpstr (runner->out, ==, "");
  g_assert_cmpuint (runner_count_files (runner), ==, n_before);
}

/* While an import runs in another process, everything that only reads answers; what writes says why not. */
static void
test_beside_import (void)
{
  static const struct
  {
    const char *line;
    int         status;
  } cases[] = {
    { "openings list --database {full}", 0 },
    { "openings show 1 --database {full}", 0 },
    { "candidates list --database {full}", 0 },
    { "candidates list --opening 1 --database {full}", 0 },
    { "candidates show 1 --database {full}", 0 },
    { "search JavaScript --database {full}", 0 },
    { "recommend --opening 1 --database {full}", 0 },
    { "recommend --candidate 1 --database {full}", 0 },
    { "database check --database {full}", 0 },
    { "database export 1 --database {full}", 0 },
    { "audit verify --database {full}", 0 },
    { "import a.txt --database {full}", 3 },
    { "openings add opening.json --database {full}", 3 },
    { "openings remove 1 --database {full}", 3 },
    { "candidates decide 1 --opening 1 --stage hired --database {full}", 3 },
  };
  g_autoptr (Runner)      runner = filled_runner ();
  g_autoptr (GSubprocess) import = NULL;

  runner_run (runner, 0, "openings add opening.json --database {full}");
  runner_run (runner, 0, "import b.txt --opening 1 --database {full}");
  import = runner_start_import (runner);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      runner_run (runner, cases[i].status, cases[i].line);
      if (cases[i].status == 3)
        g_assert_nonnull (strstr (runner->err, "already open"));
    }
  runner_end_import (import);
}

/* Months that go on end with the day that was given, also when they are kept. */
static void
test_today (void)
{
  static const struct
  {
    const char *today;
    gint64      work_months;
  } cases[] = { { "2020-01-31", 13 }, { "2019-12-01", 12 }, { "2025-06-15", 78 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Runner) runner = runner_new ();
      g_autofree char   *line
          = g_strdup_printf ("import now.txt --database {full} --today %s", cases[i].today);

      g_test_message ("%s", cases[i].today);
      runner_write (runner, "now.txt",
                    "Lennart Quispe\nlennart.quispe@example.com\n\nExperience\nWeb Developer, Prairie Ticketing\n"
                    "January 2019 - present\n- Rewrote the seat map.\n");
      runner_run (runner, 0, line);
      runner_run (runner, 0, "candidates list --database {full} --json");
      g_assert_cmpint (
          json_object_get_int_member (runner_object (runner, 0), "work_months"), ==, cases[i].work_months);
    }
}

/* A page without a word is told, and nobody is filed for it. */
static void
test_empty_page (void)
{
  g_autoptr (Runner) runner = filled_runner ();
  JsonObject        *object;

  runner_write (runner, "blank.txt", "\n \n\n");
  runner_run (runner, 0, "import blank.txt b.txt --database {full} --json");
  g_assert_cmpuint (runner->objects->len, ==, 2);
  object = runner_object (runner, 0);
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, "blank.txt");
  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "empty");
  g_assert_true (json_object_get_null_member (object, "candidate"));
  g_assert_nonnull (strstr (json_object_get_string_member (object, "note"), "Scan it again"));
  runner_run (runner, 0, "candidates list --database {full} --json");
  g_assert_cmpuint (runner->objects->len, ==, 1);
  runner_run (runner, 0, "import blank.txt --database {full}");
  g_assert_nonnull (strstr (runner->out, "Scan it again"));
}

/* Error codes and numbers as CLI.md has them, in everything that prints JSON. */
static void
test_numbers (void)
{
  static const char *const lines[]
      = { "screen --opening fractions.json --today 2025-01-15 --json a.txt b.txt",
          "candidates list --opening 1 --database {full} --json",
          "candidates show 1 --opening 1 --database {full} --json",
          "recommend --opening 1 --database {full} --json",
          "extract --output-dir profiles --json b.txt",
          "search JavaScript --database {full} --json",
          "database export 1 --database {full} --json" };
  g_autoptr (Runner) runner = filled_runner ();
  g_autoptr (GRegex) number = g_regex_new ("[:,\\[](-?[0-9]+[.][0-9]+(?:e[-+][0-9]+)?)", 0, 0, NULL);
  guint              n_seen = 0;

  runner_write (runner,
                "fractions.json",
                "{\"title\":\"Web developer\",\"description\":\"Pages.\",\"weights\":{\"rules\":60,"
                "\"match\":40},\"criteria\":[{\"id\":\"x\",\"kind\":\"skill\",\"value\":\"JavaScript\","
                "\"importance\":\"must\",\"points\":20.7},{\"id\":\"y\",\"kind\":\"skill\",\"value\":\"Go\","
                "\"importance\":\"nice\",\"points\":79.3}]}");
  runner_run (runner, 0, "openings add fractions.json --database {full}");
  runner_run (runner, 0, "import a.txt b.txt --opening 1 --database {full}");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      runner_run (runner, 0, lines[i]);
      for (g_regex_match (number, runner->out, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *digits = g_match_info_fetch (match, 1);
          double           value = g_ascii_strtod (digits, NULL);
          char             shorter[G_ASCII_DTOSTR_BUF_SIZE];

          n_seen++;
          g_ascii_formatd (shorter, sizeof shorter, "%.15g", value);
          if (g_ascii_strtod (shorter, NULL) == value && strlen (digits) > strlen (shorter) + 2)
            g_error ("%s: %s could be %s", lines[i], digits, shorter);
        }
      if (i == 0)
        g_assert_nonnull (strstr (runner->out, "20.7,"));
    }
  g_assert_cmpuint (n_seen, >, 20);
}

static void
test_help (void)
{
  static const char *commands[]
      = { "screen", "import", "openings", "candidates", "search", "recommend", "database", "audit" };
  g_autoptr (Runner) runner = runner_new ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s --help", commands[i]);

      runner_run (runner, 0, line);
      g_assert_nonnull (strstr (runner->out, "--json"));
      g_assert_nonnull (strstr (runner->out, "--today"));
    }
}

static void
test_screen (void)
{
  g_autoptr (Runner) runner = filled_runner ();
  JsonObject        *best, *second, *failed, *criterion;
  JsonArray         *criteria;

  runner_run (runner, 1, "screen --opening opening.json --today 2025-01-15 --json a.txt b.txt broken.pdf");
  g_assert_cmpuint (runner->objects->len, ==, 3);
  best = runner_object (runner, 0);
  second = runner_object (runner, 1);
  failed = runner_object (runner, 2);

  g_assert_cmpstr (json_object_get_string_member (best, "file"), ==, "b.txt");
  g_assert_cmpint (json_object_get_int_member (best, "rank"), ==, 1);
  g_assert_cmpfloat (json_object_get_double_member (best, "fit"), ==, 100.0);
  g_assert_cmpstr (json_object_get_string_member (best, "band"), ==, "strong");
  g_assert_true (json_object_get_null_member (best, "match"));
  g_assert_true (json_object_get_null_member (best, "fields"));
  g_assert_false (json_object_get_boolean_member (best, "match_used"));
  g_assert_cmpstr (json_object_get_string_member (best, "model"), ==, "rules-1");
  g_assert_false (json_object_has_member (best, "opening"));
  criteria = json_object_get_array_member (json_object_get_object_member (best, "rules"), "criteria");
  g_assert_cmpuint (json_array_get_length (criteria), ==, 3);
  criterion = json_array_get_object_element (criteria, 0);
  g_assert_cmpstr (json_object_get_string_member (criterion, "id"), ==, "js");
  g_assert_true (json_object_get_boolean_member (criterion, "met"));
  g_assert_nonnull (strstr (resume, json_object_get_string_member (criterion, "quote")));
  g_assert_cmpint (json_object_get_int_member (criterion, "page"), ==, 1);
  criterion = json_array_get_object_element (criteria, 2);
  g_assert_true (json_object_get_boolean_member (criterion, "met"));
  g_assert_cmpstr (json_object_get_string_member (criterion, "quote"), ==, "Ames");

  g_assert_cmpint (json_object_get_int_member (second, "rank"), ==, 2);
  criteria = json_object_get_array_member (json_object_get_object_member (second, "rules"), "criteria");
  criterion = json_array_get_object_element (criteria, 0);
  g_assert_false (json_object_get_boolean_member (criterion, "met"));
  g_assert_cmpstr (json_object_get_string_member (criterion, "quote"), ==, "");
  g_assert_cmpstr (json_object_get_string_member (criterion, "missing"), !=, "");

  g_assert_cmpstr (json_object_get_string_member (failed, "status"), ==, "error");
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (failed, "error"), "code"), ==, "damaged");
  g_assert_true (json_object_get_null_member (failed, "rank"));
}

/* The order of the input changes nothing. */
static void
test_screen_order (void)
{
  g_autoptr (Runner) runner = filled_runner ();
  g_autofree char   *forward = NULL;

  runner_run (runner, 0, "screen --opening opening.json --today 2025-01-15 --json a.txt b.txt");
  forward = g_strdup (runner->out);
  runner_run (runner, 0, "screen --opening opening.json --today 2025-01-15 --json b.txt a.txt");
  g_assert_cmpstr (forward, ==, runner->out);
}

static void
test_screen_text (void)
{
  g_autoptr (Runner) runner = filled_runner ();
  JsonObject        *opening;

  runner_run (runner, 0, "screen --opening advertisement.txt --json b.txt");
  opening = json_object_get_object_member (runner_object (runner, 0), "opening");
  g_assert_true (json_object_get_boolean_member (opening, "proposed"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (opening, "criteria")), >=, 4);
  runner_run (runner, 0, "screen --opening advertisement.txt b.txt");
  g_assert_nonnull (strstr (runner->out, "JavaScript"));
  g_assert_null (strstr (runner->out, "Quispe"));
}

/* From an empty database to a decision. */
static void
test_records (void)
{
  g_autoptr (Runner) runner = filled_runner ();
  JsonObject        *object;
  gint64             nadia, lennart;
  g_autofree char   *line = NULL;

  runner_run (runner, 0, "openings add opening.json --database {db} --json");
  g_assert_cmpint (json_object_get_int_member (runner_object (runner, 0), "opening"), ==, 1);
  runner_write (runner, "c.txt", resume);
  runner_run (runner, 1, "import --opening 1 --database {db} --json a.txt b.txt broken.pdf c.txt");
  g_assert_cmpuint (runner->objects->len, ==, 4);
  nadia = json_object_get_int_member (runner_object (runner, 0), "candidate");
  object = runner_object (runner, 1);
  lennart = json_object_get_int_member (object, "candidate");
  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "text");
  g_assert_false (json_object_has_member (object, "duplicate_of"));
  g_assert_cmpstr (json_object_get_string_member (runner_object (runner, 2), "status"), ==, "error");
  g_assert_cmpint (json_object_get_int_member (runner_object (runner, 3), "duplicate_of"),
                   ==,
                   json_object_get_int_member (object, "document"));

  runner_run (runner, 0, "candidates list --opening 1 --database {db} --json");
  g_assert_cmpuint (runner->objects->len, ==, 2);
  object = runner_object (runner, 0);
  g_assert_cmpint (json_object_get_int_member (object, "candidate"), ==, lennart);
  g_assert_cmpstr (json_object_get_string_member (object, "name"), ==, "Lennart Quispe");
  g_assert_cmpint (json_object_get_int_member (object, "rank"), ==, 1);
  g_assert_cmpfloat (json_object_get_double_member (object, "fit"), ==, 100.0);
  runner_run (runner, 0, "candidates list --limit 1 --offset 1 --sort name --database {db} --json");
  g_assert_cmpuint (runner->objects->len, ==, 1);
  g_assert_cmpint (json_object_get_int_member (runner_object (runner, 0), "candidate"), ==, nadia);
  runner_run (runner, 0, "openings list --database {db} --json");
  g_assert_cmpint (json_object_get_int_member (runner_object (runner, 0), "candidates"), ==, 2);

  line = g_strdup_printf (
      "candidates decide %" G_GINT64_FORMAT " --opening 1 --stage declined --database {db} --json", nadia);
  runner_run (runner, 2, line);
  g_assert_cmpuint (runner->objects->len, ==, 0);
  g_free (line);
  line = g_strdup_printf ("candidates decide %" G_GINT64_FORMAT
                          " --opening 1 --stage declined --reason filled --database {db} --json",
                          nadia);
  runner_run (runner, 0, line);
  g_free (line);
  line = g_strdup_printf ("candidates show %" G_GINT64_FORMAT " --opening 1 --database {db} --json", nadia);
  runner_run (runner, 0, line);
  object = runner_object (runner, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "decisions")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "documents")), ==, 1);
  g_assert_true (json_object_has_member (json_object_get_object_member (object, "profile"), "basics"));
  g_assert_true (json_object_has_member (json_object_get_object_member (object, "fit"), "rules"));
}

static void
test_search_and_recommend (void)
{
  g_autoptr (Runner) runner = filled_runner ();
  g_autofree char   *line = NULL;
  gint64             lennart;

  runner_run (runner, 0, "import --database {db} --json a.txt b.txt");
  lennart = json_object_get_int_member (runner_object (runner, 1), "candidate");
  runner_run (runner, 0, "openings add opening.json --database {db} --json");

  runner_run (runner, 0, "search seat map --database {db} --json");
  g_assert_cmpuint (runner->objects->len, ==, 1);
  g_assert_cmpint (json_object_get_int_member (runner_object (runner, 0), "candidate"), ==, lennart);
  g_assert_nonnull (
      strstr (json_object_get_string_member (runner_object (runner, 0), "snippet"), "seat map"));
  runner_run (runner, 0, "search zeppelin --database {db} --json");
  g_assert_cmpuint (runner->objects->len, ==, 0);

  runner_run (runner, 0, "recommend --opening 1 --database {db} --json");
  g_assert_cmpuint (runner->objects->len, ==, 2);
  g_assert_cmpint (json_object_get_int_member (runner_object (runner, 0), "candidate"), ==, lennart);
  g_assert_cmpint (json_object_get_int_member (runner_object (runner, 0), "rank"), ==, 1);
  g_assert_true (json_object_has_member (runner_object (runner, 0), "rules"));
  line = g_strdup_printf ("recommend --candidate %" G_GINT64_FORMAT " --database {db} --json", lennart);
  runner_run (runner, 0, line);
  g_assert_cmpuint (runner->objects->len, ==, 1);
  g_assert_cmpstr (json_object_get_string_member (runner_object (runner, 0), "title"), ==, "Web developer");
}

static void
test_upkeep (void)
{
  g_autoptr (Runner) runner = filled_runner ();
  g_autofree char   *line = NULL;

  runner_run (runner, 0, "import --database {db} --json a.txt b.txt");
  line = g_strdup_printf ("database export %" G_GINT64_FORMAT " --database {db} --json",
                          json_object_get_int_member (runner_object (runner, 0), "candidate"));
  runner_run (runner, 0, "database check --database {db} --json");
  g_assert_cmpstr (json_object_get_string_member (runner_object (runner, 0), "status"), ==, "ok");
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (runner_object (runner, 0), "unfinished")), ==, 0);
  runner_run (runner, 0, "audit verify --database {db} --json");
  g_assert_cmpstr (json_object_get_string_member (runner_object (runner, 0), "status"), ==, "ok");
  g_assert_cmpint (json_object_get_int_member (runner_object (runner, 0), "entries"), >, 0);
  runner_run (runner, 0, line);
  g_assert_nonnull (strstr (runner->out, "Nadia Forsell"));
  g_assert_null (strstr (runner->out, "Lennart Quispe"));
  runner_run (runner, 0, "openings add opening.json --database {db} --json");
  runner_run (runner, 0, "openings show 1 --database {db} --json");
  g_assert_cmpstr (json_object_get_string_member (runner_object (runner, 0), "title"), ==, "Web developer");
  runner_run (runner, 0, "openings remove 1 --database {db} --json");
  runner_run (runner, 0, "openings list --database {db} --json");
  g_assert_cmpuint (runner->objects->len, ==, 0);
}

/* Text for people: no JSON, tables that are as wide as they need. */
static void
test_people (void)
{
  static const char *lines[] = { "openings add opening.json --database {db}",
                                 "import --opening 1 --database {db} a.txt b.txt",
                                 "openings list --database {db}",
                                 "candidates list --opening 1 --database {db}",
                                 "candidates show 1 --database {db}",
                                 "search JavaScript --database {db}",
                                 "recommend --opening 1 --database {db}",
                                 "recommend --candidate 1 --database {db}",
                                 "database check --database {db}",
                                 "audit verify --database {db}",
                                 "openings show 1 --database {db}",
                                 "candidates merge 1 2 --database {db}" };
  g_autoptr (Runner) runner = filled_runner ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      runner_run (runner, 0, lines[i]);
      g_assert_cmpstr (runner->out, !=, "");
      g_assert_cmpstr (runner->err, ==, "");
      g_assert_false (g_str_has_prefix (runner->out, "{"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (status_cases); i++)
    {
      g_autofree char *name = g_strdelimit (
          g_strdup (*status_cases[i].line != '\0' ? status_cases[i].line : "nothing"), "/ ", '-');
      g_autofree char *path = g_strconcat ("/cli/status/", name, NULL);

      g_test_add_data_func (path, &status_cases[i], test_status);
    }
  for (guint i = 0; i < G_N_ELEMENTS (missing_cases); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (missing_cases[i].line), "/ ", '-');
      g_autofree char *path = g_strconcat ("/cli/missing/", name, NULL);

      g_test_add_data_func (path, &missing_cases[i], test_missing);
    }
  g_test_add_func ("/cli/beside-import", test_beside_import);
  g_test_add_func ("/cli/today", test_today);
  g_test_add_func ("/cli/empty-page", test_empty_page);
  g_test_add_func ("/cli/numbers", test_numbers);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/screen", test_screen);
  g_test_add_func ("/cli/screen-order", test_screen_order);
  g_test_add_func ("/cli/screen-text", test_screen_text);
  g_test_add_func ("/cli/records", test_records);
  g_test_add_func ("/cli/search-and-recommend", test_search_and_recommend);
  g_test_add_func ("/cli/upkeep", test_upkeep);
  g_test_add_func ("/cli/people", test_people);

  return g_test_run ();
}
