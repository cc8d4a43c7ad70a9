/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A missing schema would end the program inside GIO: it is looked up here, first where it was installed, then in the
 * build folder. Without any, the program was not built whole, and says so. */

#include "muster-settings.h"

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource           *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  GSettingsSchema                 *schema = NULL;

  built = g_settings_schema_source_new_from_directory (MUSTER_BUILD_ROOT "/resources", installed, TRUE, NULL);
  if (built != NULL)
    schema = g_settings_schema_source_lookup (built, MUSTER_APPLICATION_ID, TRUE);
  else if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, MUSTER_APPLICATION_ID, TRUE);

  return schema;
}

GSettings *
muster_settings_get (void)
{
  static GSettings *settings;

  if (settings == NULL)
    {
      g_autoptr (GSettingsSchema) schema = find_schema ();

      if (schema == NULL)
        g_error ("The settings schema %s is neither installed nor built: run meson compile, or install Muster again",
                 MUSTER_APPLICATION_ID);
      settings = g_settings_new_full (schema, NULL, NULL);
    }

  return settings;
}
