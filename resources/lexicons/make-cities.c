/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes cities.txt from the places of libgweather (Debian: libgweather-4-dev, not needed to build Muster). usage:
 * make-cities > cities.txt */

#include <libgweather/gweather.h>

#include <stdio.h>
#include <string.h>

/* "Frankfurt am Main (Airport)" and "A / B" are not how people write where they live. */
static void
add_name (GHashTable *names, const char *name)
{
  if (name != NULL && strlen (name) > 2 && strpbrk (name, "(/,0123456789") == NULL)
    g_hash_table_add (names, g_strdup (name));
}

static void
walk (GWeatherLocation *place, GHashTable *names)
{
  g_autoptr (GWeatherLocation) child = NULL;

  if (gweather_location_get_level (place) == GWEATHER_LOCATION_CITY)
    add_name (names, gweather_location_get_english_name (place));
  while ((child = gweather_location_next_child (place, child)) != NULL)
    walk (child, names);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

int
main (void)
{
  g_autoptr (GWeatherLocation) world = gweather_location_get_world ();
  g_autoptr (GHashTable)       names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char            **sorted = NULL;
  guint                        n;

  walk (world, names);
  sorted = (char **) g_hash_table_get_keys_as_array (names, &n);
  qsort (sorted, n, sizeof (char *), compare);
  puts ("# Cities and towns. Made by make-cities from the list of libgweather (GNOME project; GPL-2.0-or-later).");
  for (guint i = 0; i < n; i++)
    puts (sorted[i]);

  return 0;
}
