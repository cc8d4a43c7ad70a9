/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parsing of what commands share. File names and passwords are bytes as the shell gave them: they are never
 * converted. */

#include "muster-command-options.h"

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
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr (_ ("muster-cli %s: %s\n"), command, message);
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
  gboolean           is_help = FALSE;
  g_autofree char   *password_file = NULL, *today = NULL, *help = NULL;
  const GOptionEntry shared[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->is_json, N_ ("one JSON object a line"), NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, N_ ("stands in for the date of today"), N_ ("DATE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &is_help, N_ ("say how this command is called"), NULL },
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
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autoptr (GError)         error = NULL;
  g_autofree char           *command = g_strdup (argv[0]);
  g_autofree char           *program = g_strdup_printf ("muster-cli %s", command);

  g_set_prgname (program); /* for the usage line */
  g_option_context_set_summary (context, summary);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (own != NULL)
    g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);
  if (set & (MUSTER_OPTIONS_DATABASE | MUSTER_OPTIONS_NO_DATABASE))
    g_option_context_add_main_entries (context, database, GETTEXT_PACKAGE);
  if (set & MUSTER_OPTIONS_PASSWORD)
    g_option_context_add_main_entries (context, password, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);

  *status = MUSTER_EXIT_USAGE;
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      muster_command_refuse (command, "%s", error->message);
      return FALSE;
    }
  if (is_help)
    {
      help = g_option_context_get_help (context, TRUE, NULL);
      g_print ("%s", help);
      *status = MUSTER_EXIT_DONE;
      return FALSE;
    }
  if (self->arguments == NULL)
    self->arguments = g_new0 (char *, 1);

  return parse_today (self, command, today) && (password_file == NULL || read_password (self, command, password_file));
}

static void
add_names_from_stdin (GPtrArray *names)
{
  char *name;

  while ((name = read_line (stdin, MAX_NAME_BYTES)) != NULL)
    if (*name != '\0')
      g_ptr_array_add (names, name);
    else
      g_free (name);
}

GPtrArray *
muster_command_options_dup_inputs (MusterCommandOptions *self, const char *command)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->arguments[i] != NULL; i++)
    if (strcmp (self->arguments[i], "-") != 0)
      g_ptr_array_add (names, g_strdup (self->arguments[i]));
    else if (self->is_stdin_taken)
      {
        muster_command_refuse (command, "%s", _ ("standard input cannot give both the names and the password"));
        return NULL;
      }
    else
      add_names_from_stdin (names);

  if (self->arguments[0] == NULL)
    {
      muster_command_refuse (command, "%s", _ ("no files are named"));
      return NULL;
    }
  g_ptr_array_add (names, NULL);

  return muster_library_expand_inputs ((const char *const *) names->pdata);
}

MusterLibrary *
muster_command_options_open_library (const MusterCommandOptions *self, MusterOptionSet set)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *database = g_strdup (self->database);
  MusterLibrary     *library;

  if (database == NULL && (set & MUSTER_OPTIONS_DATABASE))
    database = muster_library_dup_default_path ();
  library = muster_library_open (self->has_no_store ? NULL : database, self->today, &error);
  if (library == NULL)
    g_printerr ("muster-cli: %s\n", error->message);

  return library;
}
