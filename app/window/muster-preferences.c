/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is here only if it does something or says how it is; what cannot be done now is not shown. */

#include "muster-preferences.h"

#include "muster-library.h"
#include "muster-library-blind.h"
#include "muster-settings.h"
#include "muster-stage-text.h"

#include <glib/gi18n-lib.h>

struct _MusterPreferences
{
  AdwPreferencesWindow parent_instance;
  MusterLibrary       *library; /* (nullable) */
  GtkWindow           *parent;  /* (nullable): weak */
  gboolean             is_showing;
  guint                ask_id;

  AdwComboRow         *style;
  GtkSwitch           *notify_imports;
  GtkWidget           *hiring;
  GtkSwitch           *blind;
  GtkWidget           *keeping;
  AdwActionRow        *database;
  AdwPreferencesGroup *languages;
  GtkLabel            *rules;
  AdwActionRow        *bands;
};

G_DEFINE_FINAL_TYPE (MusterPreferences, muster_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the template. */
static const struct
{
  const char    *name;
  AdwColorScheme scheme;
} styles[] = {
  { "system", ADW_COLOR_SCHEME_DEFAULT },
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

static guint
find_style (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "style");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].name, name))
      return i;

  return 0;
}

static void
apply_style (GSettings *settings)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), styles[find_style (settings)].scheme);
}

void
muster_preferences_follow_style (void)
{
  GSettings *settings = muster_settings_get ();

  g_signal_connect (settings, "changed::style", G_CALLBACK (apply_style), NULL);
  apply_style (settings);
}

static void
style_cb (MusterPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->style);

  if (!self->is_showing && selected < G_N_ELEMENTS (styles))
    g_settings_set_string (muster_settings_get (), "style", styles[selected].name);
}

static void
reset_layout_cb (MusterPreferences *self)
{
  if (self->parent == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.reset-layout", NULL);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (_ ("Layout reset")));
}

static void
show_blind (MusterPreferences *self)
{
  self->is_showing = TRUE;
  gtk_switch_set_active (self->blind, self->library != NULL && muster_library_is_blind (self->library));
  self->is_showing = FALSE;
}

static gboolean
ask_blind_cb (gpointer user_data)
{
  MusterPreferences *self = user_data;

  self->ask_id = 0;
  show_blind (self);
  if (self->parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.blind", NULL);

  return G_SOURCE_REMOVE;
}

/* The switch shows what is so; the window's command asks what there is to ask, and the library says what came of it. A
 * switch cannot be put back while it is being moved: that is done right after. */
static void
blind_cb (MusterPreferences *self)
{
  if (!self->is_showing && self->ask_id == 0)
    self->ask_id = g_idle_add (ask_blind_cb, self);
}

static void
library_changed_cb (MusterPreferences *self, guint changes)
{
  if (changes & MUSTER_CHANGED_BLIND)
    show_blind (self);
}

static void
copy_path_cb (MusterPreferences *self)
{
  const char *path = muster_library_get_database (self->library);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), path);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (_ ("Copied")));
}

/* Where the reader may look for its languages: the places of the distributions and of the Flatpak. */
static gboolean
is_language_installed (const char *code)
{
  static const char *const places[] = { "/usr/share/tessdata", "/app/share/tessdata" };
  g_autofree char         *file = g_strconcat (code, ".traineddata", NULL);
  g_autoptr (GDir) versions = g_dir_open ("/usr/share/tesseract-ocr", 0, NULL);
  const char *version;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (places[i], file, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  while (versions != NULL && (version = g_dir_read_name (versions)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/usr/share/tesseract-ocr", version, "tessdata", file, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
}

static void
show_languages (MusterPreferences *self)
{
  static const struct
  {
    const char *code;
    const char *name;
  } languages[] = { { "eng", N_ ("English") },
                    { "deu", N_ ("German") },
                    { "fra", N_ ("French") },
                    { "spa", N_ ("Spanish") },
                    { "chi_sim", N_ ("Chinese (simplified)") } };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *state
          = gtk_label_new (is_language_installed (languages[i].code) ? _ ("Installed") : _ ("Not installed"));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (languages[i].name));
      gtk_widget_add_css_class (state, "dim");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
      adw_preferences_group_add (self->languages, row);
    }
}

static void
show_rules (MusterPreferences *self)
{
  double           limits[3];
  g_autofree char *bands = NULL;

  muster_band_get_limits (limits);
  /* Translators: where the bands begin, of 100. */
  bands = g_strdup_printf (_ ("Strong from %g, Good from %g, Possible from %g, Weak below"), limits[2], limits[1],
                           limits[0]);
  gtk_label_set_text (self->rules, MUSTER_RULES_VERSION);
  adw_action_row_set_subtitle (self->bands, bands);
}

static void
muster_preferences_dispose (GObject *object)
{
  MusterPreferences *self = MUSTER_PREFERENCES (object);

  g_clear_handle_id (&self->ask_id, g_source_remove);
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_PREFERENCES);

  G_OBJECT_CLASS (muster_preferences_parent_class)->dispose (object);
}

static void
muster_preferences_class_init (MusterPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, notify_imports);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, hiring);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, blind);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, keeping);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, database);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, languages);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, rules);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, bands);
  gtk_widget_class_bind_template_callback (widget_class, style_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_layout_cb);
  gtk_widget_class_bind_template_callback (widget_class, blind_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_path_cb);
}

static void
muster_preferences_init (MusterPreferences *self)
{
  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->style, find_style (muster_settings_get ()));
  self->is_showing = FALSE;
  g_settings_bind (muster_settings_get (), "notify-imports", self->notify_imports, "active", G_SETTINGS_BIND_DEFAULT);
  show_languages (self);
  show_rules (self);
}

static gboolean
can_change_blind (MusterPreferences *self)
{
  return self->library != NULL && G_IS_ACTION_GROUP (self->parent)
         && g_action_group_has_action (G_ACTION_GROUP (self->parent), "blind");
}

static void
show_library (MusterPreferences *self)
{
  const char *path = self->library != NULL ? muster_library_get_database (self->library) : NULL;

  gtk_widget_set_visible (self->hiring, can_change_blind (self));
  gtk_widget_set_visible (self->keeping, path != NULL);
  if (path != NULL)
    {
      g_autofree char *shown = g_filename_display_name (path);
      g_autofree char *escaped = g_markup_escape_text (shown, -1);

      adw_action_row_set_subtitle (self->database, escaped);
    }
  show_blind (self);
}

MusterPreferences *
muster_preferences_new (GtkWindow *parent, MusterLibrary *library)
{
  MusterPreferences *self = g_object_new (MUSTER_TYPE_PREFERENCES, "transient-for", parent, NULL);

  g_set_weak_pointer (&self->parent, parent);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  show_library (self);

  return self;
}
