/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parsing of what commands share. File names and passwords are bytes as the shell gave them: they are never
 * converted. */

#include "muster-command-options.h"

#include "muster-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_NAME_BYTES 65536
#define MAX_PASSWORD_BYTES 1024

void
muster_command_options_clear (MusterCommandOptions *self)
{
  g_clear_pointer (&self->database, g_free);
  g_clear_pointer (&self->password, g_free);
  g_clear_pointer (&self->arguments, g_strfreev);
}

MusterExit
muster_command_refuse (const char *command, const char *format, ...)
{
  va_list          arguments;
  g_autofree char *message = NULL, *printable = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  printable = muster_output_printable (message);
  g_printerr (_ ("muster-cli %s: %s\n"), command, printable);
  g_printerr (_ ("muster-cli %s --help says how it is called\n"), command);

  return MUSTER_EXIT_USAGE;
}

/* One line of any length up to a limit, without its newline. */
static char *
read_line (FILE *file, gsize max_bytes)
{
  g_autoptr (GString) line = g_string_new (NULL);
  int                 c;

  while ((c = getc (file)) != EOF && c != '\n')
    if (line->len < max_bytes)
      g_string_append_c (line, (char) c);

  return c == EOF && line->len == 0 ? NULL : g_strdup (line->str);
}

static gboolean
read_password (MusterCommandOptions *self, const char *command, const char *path)
{
  gboolean is_stdin = strcmp (path, "-") == 0;
  FILE    *file = is_stdin ? stdin : fopen (path, "re");

  if (file == NULL)
    {
      muster_command_refuse (command, _ ("the password file cannot be opened: %s"), g_strerror (errno));
      return FALSE;
    }

  g_free (self->password);
  self->password = read_line (file, MAX_PASSWORD_BYTES);
  self->is_stdin_taken = is_stdin;
  if (!is_stdin)
    fclose (file);
  if (self->password != NULL)
    g_strchomp (self->password);

  return TRUE;
}

static gboolean
parse_today (MusterCommandOptions *self, const char *command, const char *today)
{
  gboolean has_month = FALSE;

  self->today = MUSTER_MONTH_NONE;
  if (today == NULL || (muster_month_parse_iso (today, &self->today, &has_month) && has_month))
    return TRUE;

  muster_command_refuse (command, _ ("“%s” is no date; write it as 2026-11-25"), today);

  return FALSE;
}

/* @word: behind the dashes, @length of it */
static const GOptionEntry *
find_entry (const GOptionEntry *const *groups, const char *word, gsize length)
{
  for (; *groups != NULL; groups++)
    for (const GOptionEntry *entry = *groups; entry->long_name != NULL; entry++)
      if (strlen (entry->long_name) == length && strncmp (entry->long_name, word, length) == 0)
        return entry;

  return NULL;
}

/* GOption takes the next option for the value of one that has none, and knows no word for a value too many. */
static gboolean
check_values (const char *command, const GOptionEntry *const *groups, int argc, char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    {
      const char         *word = argv[i] + 2;
      const char         *value = strchr (argv[i], '=');
      const GOptionEntry *entry;

      if (!g_str_has_prefix (argv[i], "--"))
        continue;
      entry = find_entry (groups, word, value != NULL ? (gsize) (value - word) : strlen (word));
      if (entry == NULL || (entry->arg != G_OPTION_ARG_NONE && value != NULL))
        continue;
      if (entry->arg == G_OPTION_ARG_NONE && value != NULL)
        {
          muster_command_refuse (command, _ ("--%s takes no value"), entry->long_name);
          return FALSE;
        }
      if (entry->arg == G_OPTION_ARG_NONE)
        continue;
      i++;
      if (i >= argc || g_str_has_prefix (argv[i], "--"))
        {
          muster_command_refuse (command, _ ("--%s needs a value; one that begins with -- is written --%s=VALUE"),
                                 entry->long_name, entry->long_name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
parse_words (const char                *command,
             const char                *arguments,
             const char                *summary,
             const GOptionEntry *const *groups,
             int                        argc,
             char                     **argv,
             char                     **help)
{
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autoptr (GError)         error = NULL;
  g_autofree char           *program = g_strdup_printf ("muster-cli %s", command);

  if (!check_values (command, groups, argc, argv))
    return FALSE;
  g_set_prgname (program); /* for the usage line */
  g_option_context_set_summary (context, summary);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  for (; *groups != NULL; groups++)
    g_option_context_add_main_entries (context, *groups, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      muster_command_refuse (command, "%s", error->message);
      return FALSE;
    }
  *help = g_option_context_get_help (context, TRUE, NULL);

  return TRUE;
}

/* Whether the options mean something. */
static gboolean
take_options (MusterCommandOptions *self, const char *command, const char *today, const char *password_file)
{
  if (self->database != NULL && *self->database == '\0')
    {
      muster_command_refuse (command, "%s", _ ("--database needs the name of a file"));
      return FALSE;
    }

  return parse_today (self, command, today) && (password_file == NULL || read_password (self, command, password_file));
}

gboolean
muster_command_options_parse (MusterCommandOptions *self,
                              MusterOptionSet       set,
                              const char           *arguments,
                              const char           *summary,
                              const GOptionEntry   *own,
                              int                   argc,
                              char                **argv,
                              MusterExit           *status)
{
  gboolean           is_help = FALSE, is_version = FALSE;
  g_autofree char   *password_file = NULL, *today = NULL, *help = NULL;
  g_autofree char   *command = g_strdup (argv[0]);
  const GOptionEntry shared[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->is_json, N_ ("one JSON object a line"), NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, N_ ("stands in for the date of today"), N_ ("DATE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &is_help, N_ ("say how this command is called"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &is_version, N_ ("say which version this is"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry database[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &self->database, N_ ("the database to work on"), N_ ("FILE") },
    { "no-store", 0, 0, G_OPTION_ARG_NONE, &self->has_no_store, N_ ("only compute, keep nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry password[] = {
    { "password", 0, 0, G_OPTION_ARG_FILENAME, &self->password,
      N_ ("opens encrypted documents; others see it in process lists"), N_ ("TEXT") },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &password_file,
      N_ ("its first line opens encrypted documents; - is standard input"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *groups[5] = { NULL };
  guint               n = 0;

  self->set = set;
  if (own != NULL)
    groups[n++] = own;
  if (set & (MUSTER_OPTIONS_DATABASE | MUSTER_OPTIONS_NO_DATABASE))
    groups[n++] = database;
  if (set & MUSTER_OPTIONS_PASSWORD)
    groups[n++] = password;
  groups[n] = shared;

  *status = MUSTER_EXIT_USAGE;
  if (!parse_words (command, arguments, summary, groups, argc, argv, &help))
    return FALSE;
  if (self->arguments == NULL)
    self->arguments = g_new0 (char *, 1);
  if (!is_help && !is_version)
    return take_options (self, command, today, password_file);
  g_print ("%s%s", is_help ? help : "muster-cli " MUSTER_VERSION, is_help ? "" : "\n");
  *status = MUSTER_EXIT_DONE;

  return FALSE;
}

/* What is in a folder; a folder without files does not pass in silence. */
static void
add_files (GPtrArray *files, const char *command, const char *name)
{
  const char *const     names[] = { name, NULL };
  g_autoptr (GPtrArray) found = muster_library_expand_inputs (names);

  if (found->len == 0)
    {
      g_autofree char *printable = muster_output_printable (name);

      g_printerr (_ ("muster-cli %s: there are no files in the folder “%s”\n"), command, printable);
    }
  g_ptr_array_extend_and_steal (files, g_steal_pointer (&found));
}

static void
add_files_from_stdin (GPtrArray *files, const char *command)
{
  gboolean is_empty = TRUE;
  char    *name;

  while ((name = read_line (stdin, MAX_NAME_BYTES)) != NULL)
    {
      if (*name != '\0')
        {
          add_files (files, command, name);
          is_empty = FALSE;
        }
      g_free (name);
    }
  if (is_empty)
    g_printerr (_ ("muster-cli %s: no file names came from standard input\n"), command);
}

GPtrArray *
muster_command_options_dup_inputs (MusterCommandOptions *self, const char *command)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  if (self->arguments[0] == NULL)
    {
      muster_command_refuse (command, "%s", _ ("no files are named"));
      return NULL;
    }
  for (guint i = 0; self->arguments[i] != NULL; i++)
    if (strcmp (self->arguments[i], "-") != 0)
      add_files (files, command, self->arguments[i]);
    else if (self->is_stdin_taken)
      {
        muster_command_refuse (command, "%s", _ ("standard input cannot give both the names and the password"));
        return NULL;
      }
    else
      add_files_from_stdin (files, command);

  return g_steal_pointer (&files);
}

MusterLibrary *
muster_command_options_open_library (const MusterCommandOptions *self, const char *command, MusterAccess access)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *database = g_strdup (self->database);
  MusterLibrary     *library;

  if (database == NULL && (self->set & MUSTER_OPTIONS_DATABASE))
    {
      database = muster_library_dup_default_path ();
      if (access == MUSTER_ACCESS_MAKE)
        access = MUSTER_ACCESS_MAKE_FOLDER; /* nobody named the folder, so nobody can have named a wrong one */
    }
  library = muster_library_open_for (self->has_no_store ? NULL : database, access, self->today, &error);
  if (library == NULL)
    muster_command_fail (command, error);

  return library;
}
