/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person did to the columns, kept from start to start: their order, their widths, by what the table is sorted. A
 * name that is no column is passed over; a column that is not named stands where it was delivered. */

#include "muster-candidate-columns-private.h"

#include "muster-settings.h"

#define MIN_WIDTH_PX 36
#define MAX_WIDTH_PX 1200

static const struct
{
  MusterCandidateSort sort;
  const char         *name;
} sorts[] = { { MUSTER_SORT_BY_FIT, "fit" },
              { MUSTER_SORT_BY_NAME, "name" },
              { MUSTER_SORT_BY_EXPERIENCE, "experience" },
              { MUSTER_SORT_BY_STAGE, "stage" } };

static GtkColumnViewColumn *
get_column (GtkColumnView *view, guint position, const MusterCandidateColumn **column)
{
  GtkColumnViewColumn *view_column = g_list_model_get_item (gtk_column_view_get_columns (view), position);

  *column = view_column != NULL ? g_object_get_data (G_OBJECT (view_column), MUSTER_COLUMN_KEY) : NULL;

  return view_column;
}

static GtkColumnViewColumn *
find_column (GtkColumnView *view, const char *id, const MusterCandidateColumn **column)
{
  for (guint i = 0; i < g_list_model_get_n_items (gtk_column_view_get_columns (view)); i++)
    {
      g_autoptr (GtkColumnViewColumn) view_column = get_column (view, i, column);

      if (g_str_equal ((*column)->id, id))
        return g_steal_pointer (&view_column);
    }

  return NULL;
}

static void
restore_order (GtkColumnView *view)
{
  g_autoptr (GVariant) columns = g_settings_get_value (muster_settings_get (), "candidates-columns");
  const char *id;
  int         width_px;
  GVariantIter iter;
  guint        position = 0;

  g_variant_iter_init (&iter, columns);
  while (g_variant_iter_next (&iter, "(&sib)", &id, &width_px, NULL))
    {
      const MusterCandidateColumn *column;
      g_autoptr (GtkColumnViewColumn) view_column = find_column (view, id, &column);

      if (view_column == NULL)
        continue;
      gtk_column_view_insert_column (view, position++, view_column);
      if (width_px >= MIN_WIDTH_PX && width_px <= MAX_WIDTH_PX && column->width_px > 0)
        gtk_column_view_column_set_fixed_width (view_column, width_px);
    }
}

static void
restore_sort (GtkColumnView *view)
{
  g_autofree char *name = g_settings_get_string (muster_settings_get (), "candidates-sort");
  gboolean         is_descending = g_settings_get_boolean (muster_settings_get (), "candidates-is-descending");
  int              sort = MUSTER_SORT_BY_FIT;

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i].name, name))
      sort = (int) sorts[i].sort;
  for (guint i = 0; i < g_list_model_get_n_items (gtk_column_view_get_columns (view)); i++)
    {
      const MusterCandidateColumn *column;
      g_autoptr (GtkColumnViewColumn) view_column = get_column (view, i, &column);

      if (column->sort == sort)
        gtk_column_view_sort_by_column (view, view_column, is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

/** muster_candidate_columns_restore: once, when all columns are there. */
void
muster_candidate_columns_restore (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  restore_order (view);
  restore_sort (view);
}

void
muster_candidate_columns_remember (GtkColumnView *view)
{
  GSettings          *settings = muster_settings_get ();
  MusterCandidateSort sort;
  gboolean            is_descending;
  GVariantBuilder     columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  g_variant_builder_init (&columns, G_VARIANT_TYPE ("a(sib)"));
  for (guint i = 0; i < g_list_model_get_n_items (gtk_column_view_get_columns (view)); i++)
    {
      const MusterCandidateColumn *column;
      g_autoptr (GtkColumnViewColumn) view_column = get_column (view, i, &column);
      int width_px = gtk_column_view_column_get_fixed_width (view_column);

      g_variant_builder_add (&columns, "(sib)", column->id, MAX (0, width_px), TRUE);
    }
  g_settings_set_value (settings, "candidates-columns", g_variant_builder_end (&columns));

  if (!muster_candidate_columns_get_sort (view, &sort, &is_descending))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (sorts[i].sort == sort)
      g_settings_set_string (settings, "candidates-sort", sorts[i].name);
  g_settings_set_boolean (settings, "candidates-is-descending", is_descending);
}
