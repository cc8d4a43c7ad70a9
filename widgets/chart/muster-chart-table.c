/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table twin: the rows of the chart's own series in columns, so that it cannot say anything else. */

#include "muster-chart-private.h"

/* The label of the row, or a column. */
#define LABEL_COLUMN G_MAXUINT

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  MusterSeries *series = g_object_get_data (G_OBJECT (factory), "series");
  guint         index = GPOINTER_TO_UINT (column);
  GtkWidget    *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (index != LABEL_COLUMN && !muster_series_column_has_words (series, index))
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  MusterSeriesRow *row = gtk_list_item_get_item (item);
  MusterSeries    *series = muster_series_row_get_series (row);
  guint            index = GPOINTER_TO_UINT (column);
  g_autofree char *text = index == LABEL_COLUMN
                              ? g_strdup (muster_series_get_label (series, muster_series_row_get_index (row)))
                              : muster_series_dup_text (series, index, muster_series_row_get_index (row));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
append_column (GtkColumnView *table, MusterSeries *series, const char *title, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;

  g_object_set_data_full (G_OBJECT (factory), "series", g_object_ref (series), g_object_unref);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (view_column, column == LABEL_COLUMN);
  gtk_column_view_append_column (table, view_column);
  g_object_unref (view_column);
}

/* All series of the chart one after the other. */
static GListModel *
create_model (MusterChart *self)
{
  GListStore *series = g_list_store_new (G_TYPE_LIST_MODEL);

  for (guint i = 0; i < self->layers->len; i++)
    {
      MusterSeries *one = muster_layer_get_series (g_ptr_array_index (self->layers, i));

      if (one != NULL && !g_list_store_find (series, one, NULL))
        g_list_store_append (series, one);
    }

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (series)));
}

static void
activate_cb (GtkColumnView *table, guint position, MusterChart *self)
{
  g_autoptr (MusterSeriesRow) row
      = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (table)), position);
  MusterLayer *layer = muster_chart_main_layer (self);

  if (row == NULL || muster_series_row_get_series (row) != muster_layer_get_series (layer))
    return;

  muster_chart_set_selected (self, (int) muster_series_row_get_index (row));
  g_signal_emit_by_name (self, "point-activated", muster_series_row_get_index (row));
}

/** muster_chart_create_table: Returns: (transfer floating): a table with the columns of the first series. */
GtkWidget *
muster_chart_create_table (MusterChart *self)
{
  MusterLayer      *layer = muster_chart_main_layer (self);
  MusterSeries     *series = muster_layer_get_series (layer);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_single_selection_new (create_model (self)));
  GtkWidget        *table = gtk_column_view_new (model);

  append_column (GTK_COLUMN_VIEW (table), series, muster_series_get_label_title (series), LABEL_COLUMN);
  for (guint i = 0; i < muster_series_get_n_columns (series); i++)
    append_column (GTK_COLUMN_VIEW (table), series, muster_series_get_column_title (series, i), i);
  g_signal_connect (table, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_add_css_class (table, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);

  return table;
}
