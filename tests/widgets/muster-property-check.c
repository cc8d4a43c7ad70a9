/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values differ from what the object has: the other bool, the next number, another string, a new label for a
 * child. */

#include "muster-property-check.h"

static gboolean
make_other_value (GObject *object, GParamSpec *pspec, GValue *value)
{
  g_auto (GValue) now = G_VALUE_INIT;

  g_value_init (value, pspec->value_type);
  g_value_init (&now, pspec->value_type);
  g_object_get_property (object, pspec->name, &now);

  if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
    g_value_set_boolean (value, !g_value_get_boolean (&now));
  else if (G_IS_PARAM_SPEC_DOUBLE (pspec))
    g_value_set_double (value,
                        g_value_get_double (&now) == G_PARAM_SPEC_DOUBLE (pspec)->maximum
                            ? G_PARAM_SPEC_DOUBLE (pspec)->minimum
                            : G_PARAM_SPEC_DOUBLE (pspec)->maximum);
  else if (G_IS_PARAM_SPEC_UINT (pspec))
    g_value_set_uint (value,
                      g_value_get_uint (&now) == G_PARAM_SPEC_UINT (pspec)->maximum
                          ? G_PARAM_SPEC_UINT (pspec)->minimum
                          : G_PARAM_SPEC_UINT (pspec)->maximum);
  else if (G_IS_PARAM_SPEC_STRING (pspec))
    g_value_set_string (value,
                        g_strcmp0 (g_value_get_string (&now), "muster-done-symbolic") == 0
                            ? "other"
                            : "muster-done-symbolic");
  else if (pspec->value_type == GTK_TYPE_WIDGET)
    g_value_set_object (value, gtk_label_new ("child"));
  else
    return FALSE;

  return TRUE;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
check_property (GObject *object, GParamSpec *pspec)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) read = G_VALUE_INIT;
  g_autofree char *detail = g_strdup_printf ("notify::%s", pspec->name);
  guint            n_notified = 0;
  gulong           handler;

  if (!make_other_value (object, pspec, &value))
    return;

  handler = g_signal_connect_swapped (object, detail, G_CALLBACK (count_cb), &n_notified);
  g_object_set_property (object, pspec->name, &value);
  g_value_init (&read, pspec->value_type);
  g_object_get_property (object, pspec->name, &read);
  if (g_param_values_cmp (pspec, &value, &read) != 0)
    g_error ("%s:%s does not keep what was written", G_OBJECT_TYPE_NAME (object), pspec->name);
  if (n_notified != 1)
    g_error ("%s:%s notified %u times for one change", G_OBJECT_TYPE_NAME (object), pspec->name, n_notified);

  g_object_set_property (object, pspec->name, &value);
  if (n_notified != 1)
    g_error ("%s:%s notified although nothing changed", G_OBJECT_TYPE_NAME (object), pspec->name);
  g_signal_handler_disconnect (object, handler);
}

void
muster_check_properties (GObject *object)
{
  guint                   n_properties;
  g_autofree GParamSpec **pspecs
      = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_properties);

  for (guint i = 0; i < n_properties; i++)
    if (pspecs[i]->owner_type == G_OBJECT_TYPE (object) && (pspecs[i]->flags & G_PARAM_WRITABLE)
        && !(pspecs[i]->flags & G_PARAM_CONSTRUCT_ONLY))
      check_property (object, pspecs[i]);
}
