/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command that is not in this table has no key and is not in the help; a test checks that each named action
 * exists. */

#include "muster-commands.h"

#include <glib/gi18n-lib.h>

static const MusterCommand commands[] = {
  { "win.import-files", "<Control>o", N_ ("Import files"), N_ ("Resumes") },
  { "win.import-folder", "<Shift><Control>o", N_ ("Import a folder"), N_ ("Resumes") },
  { "win.paste", "<Control>v", N_ ("Paste copied files"), N_ ("Resumes") },
  { "win.new-opening", "<Control>n", N_ ("New opening"), N_ ("Openings") },
  { "win.edit-opening", "<Control>e", N_ ("Change the criteria"), N_ ("Openings") },
  { "win.add-opening", "<Shift><Control>n", N_ ("Add an opening from a file"), N_ ("Openings") },
  { "win.rank", "<Control>r", N_ ("Rank people without an opening for this one"), N_ ("Openings") },
  { "win.search", "<Control>f", N_ ("Search everywhere"), N_ ("Candidates") },
  { "win.filter", "<Shift><Control>f", N_ ("Filter candidates"), N_ ("Candidates") },
  { "win.compare", "<Control>d", N_ ("Compare the chosen people"), N_ ("Candidates") },
  { "win.blind", "<Control>b", N_ ("Turn blind mode on or off"), N_ ("Candidates") },
  { "win.shortlist", "<Shift><Control>l", N_ ("Shortlist the chosen person"), N_ ("Candidates") },
  { "win.decline", "<Shift><Control>d", N_ ("Decline the chosen person"), N_ ("Candidates") },
  { "win.print", "<Control>p", N_ ("Print the shortlist or the chosen people"), N_ ("Candidates") },
  { "win.print-person", "<Shift><Control>p", N_ ("Print why this person stands here"), N_ ("Candidates") },
  { "win.export-csv", "<Shift><Control>e", N_ ("Export the table as CSV"), N_ ("Candidates") },
  { "win.undo", "<Control>z", N_ ("Undo the last decision"), N_ ("Candidates") },
  { "win.toggle-start", "F9", N_ ("Show or hide openings"), N_ ("Panels") },
  { "win.toggle-end", "<Shift>F9", N_ ("Show or hide the fit"), N_ ("Panels") },
  { "win.toggle-bottom", "<Control>F9", N_ ("Show or hide activity"), N_ ("Panels") },
  { "win.focus-panel::openings", "<Alt>1", N_ ("Go to openings"), N_ ("Panels") },
  { "win.focus-panel::candidates", "<Alt>2", N_ ("Go to candidates"), N_ ("Panels") },
  { "win.focus-panel::fit", "<Alt>3", N_ ("Go to the fit"), N_ ("Panels") },
  { "win.focus-panel::activity", "<Alt>4", N_ ("Go to activity"), N_ ("Panels") },
  { "win.move-panel::start", "<Control><Alt>Left", N_ ("Move the panel to the start"), N_ ("Panels") },
  { "win.move-panel::end", "<Control><Alt>Right", N_ ("Move the panel to the end"), N_ ("Panels") },
  { "win.move-panel::centre", "<Control><Alt>Up", N_ ("Move the panel to the centre"), N_ ("Panels") },
  { "win.move-panel::bottom", "<Control><Alt>Down", N_ ("Move the panel to the bottom"), N_ ("Panels") },
  { "win.next-panel", "F6", N_ ("Go to the next panel"), N_ ("Panels") },
  { "app.preferences", "<Control>comma", N_ ("Preferences"), N_ ("General") },
  { "win.show-shortcuts", "<Control>question", N_ ("Keyboard shortcuts"), N_ ("General") },
  { "win.close", "<Control>w", N_ ("Close the window"), N_ ("General") },
  { "app.quit", "<Control>q", N_ ("Quit"), N_ ("General") },
};

/** muster_commands_get: Returns: (transfer none) (array length=n_commands): the table, grouped. */
const MusterCommand *
muster_commands_get (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);

  return commands;
}

void
muster_commands_set_accelerators (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (GStrv) accelerators = g_strsplit (commands[i].accelerators, " ", -1);

      gtk_application_set_accels_for_action (
          application, commands[i].action, (const char *const *) accelerators);
    }
}

static void
append_element (GString *ui, const char *title, const char *accelerators)
{
  g_autofree char *element = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
      "<property name='accelerator'>%s</property></object></child>",
      title,
      accelerators);

  g_string_append (ui, element);
}

/* The shortcuts widgets of GTK 4.8 can only be filled by a builder: the table is put into words that it
 * reads. */
static char *
dup_window_ui (void)
{
  GString *ui
      = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'><child>"
                      "<object class='GtkShortcutsSection'><property name='section-name'>all</property>");
  const char *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (group != commands[i].group && g_strcmp0 (group, commands[i].group) != 0)
        {
          g_autofree char *head = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'>"
                                                           "<property name='title'>%s</property>",
                                                           _ (commands[i].group));

          g_string_append (ui, group != NULL ? "</object></child>" : "");
          g_string_append (ui, head);
          group = commands[i].group;
        }
      append_element (ui, _ (commands[i].title), commands[i].accelerators);
    }
  g_string_append (ui, "</object></child></object></child></object></interface>");

  return g_string_free (ui, FALSE);
}

/** muster_commands_make_window: Returns: (transfer none): the shortcuts window, owned by GTK until it is
 * closed. */
GtkWidget *
muster_commands_make_window (GtkWindow *parent)
{
  g_autofree char *ui = dup_window_ui ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (ui, -1);
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);

  return window;
}
