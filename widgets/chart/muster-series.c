/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values lie row by row in one array that painters read directly; row objects exist only while a table looks at
 * them. An order by a column is worked out when it is asked for and kept until the rows change. */

#include "muster-series.h"

#include <math.h>

typedef struct
{
  char  *title;
  guint  n_digits;
  char **words; /* NULL for a column of numbers */
  guint *order; /* rows by rising value; NULL until asked for */
} Column;

struct _MusterSeries
{
  GObject parent_instance;
  char   *name;
  char   *label_title;
  Column  columns[MUSTER_SERIES_MAX_COLUMNS];
  guint   n_columns;
  char  **labels;
  double *values;
  guint   n_rows;
};

struct _MusterSeriesRow
{
  GObject       parent_instance;
  MusterSeries *series;
  guint         index;
};

G_DEFINE_FINAL_TYPE (MusterSeriesRow, muster_series_row, G_TYPE_OBJECT)

static void
muster_series_row_dispose (GObject *object)
{
  g_clear_object (&MUSTER_SERIES_ROW (object)->series);

  G_OBJECT_CLASS (muster_series_row_parent_class)->dispose (object);
}

static void
muster_series_row_class_init (MusterSeriesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_series_row_dispose;
}

static void
muster_series_row_init (MusterSeriesRow *self)
{
}

/** muster_series_row_get_series: Returns: (transfer none). */
MusterSeries *
muster_series_row_get_series (MusterSeriesRow *self)
{
  g_return_val_if_fail (MUSTER_IS_SERIES_ROW (self), NULL);

  return self->series;
}

/** muster_series_row_get_index: Returns: which row of the series it was when the list gave it out. */
guint
muster_series_row_get_index (MusterSeriesRow *self)
{
  g_return_val_if_fail (MUSTER_IS_SERIES_ROW (self), 0);

  return self->index;
}

static GType
muster_series_get_item_type (GListModel *model)
{
  return MUSTER_TYPE_SERIES_ROW;
}

static guint
muster_series_get_n_items (GListModel *model)
{
  return MUSTER_SERIES (model)->n_rows;
}

static gpointer
muster_series_get_item (GListModel *model, guint position)
{
  MusterSeries    *self = MUSTER_SERIES (model);
  MusterSeriesRow *row;

  if (position >= self->n_rows)
    return NULL;

  row = g_object_new (MUSTER_TYPE_SERIES_ROW, NULL);
  row->series = g_object_ref (self);
  row->index = position;

  return row;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = muster_series_get_item_type;
  iface->get_n_items = muster_series_get_n_items;
  iface->get_item = muster_series_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterSeries,
                               muster_series,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
muster_series_finalize (GObject *object)
{
  MusterSeries *self = MUSTER_SERIES (object);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].title);
      g_strfreev (self->columns[i].words);
      g_free (self->columns[i].order);
    }
  g_free (self->name);
  g_free (self->label_title);
  g_strfreev (self->labels);
  g_free (self->values);

  G_OBJECT_CLASS (muster_series_parent_class)->finalize (object);
}

static void
muster_series_class_init (MusterSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_series_finalize;
}

static void
muster_series_init (MusterSeries *self)
{
}

/**
 * muster_series_new:
 * @name: what the legend calls it
 * @label_title: what the rows are: heads the first column of the table
 *
 * Returns: (transfer full): without columns and rows.
 */
MusterSeries *
muster_series_new (const char *name, const char *label_title)
{
  MusterSeries *self = g_object_new (MUSTER_TYPE_SERIES, NULL);

  self->name = g_strdup (name);
  self->label_title = g_strdup (label_title);

  return self;
}

static guint
add_column (MusterSeries *self, const char *title, guint n_digits, const char *const *words)
{
  Column *column = &self->columns[self->n_columns];

  column->title = g_strdup (title);
  column->n_digits = n_digits;
  column->words = g_strdupv ((char **) words);

  return self->n_columns++;
}

/** muster_series_add_column: @n_digits: after the decimal mark. Only before there are rows. Returns: its number. */
guint
muster_series_add_column (MusterSeries *self, const char *title, guint n_digits)
{
  g_return_val_if_fail (MUSTER_IS_SERIES (self), 0);
  g_return_val_if_fail (self->n_rows == 0 && self->n_columns < MUSTER_SERIES_MAX_COLUMNS, 0);

  return add_column (self, title, n_digits, NULL);
}

/** muster_series_add_words: A column whose value i reads @words[i]. Only before there are rows. */
guint
muster_series_add_words (MusterSeries *self, const char *title, const char *const *words)
{
  g_return_val_if_fail (MUSTER_IS_SERIES (self), 0);
  g_return_val_if_fail (self->n_rows == 0 && self->n_columns < MUSTER_SERIES_MAX_COLUMNS, 0);
  g_return_val_if_fail (words != NULL, 0);

  return add_column (self, title, 0, words);
}

/**
 * muster_series_set_rows:
 * @labels: @n_rows texts, plain
 * @values: @n_rows times the number of columns, row by row; NaN where a value is missing
 *
 * Takes the place of all rows.
 */
void
muster_series_set_rows (MusterSeries *self, const char *const *labels, const double *values, guint n_rows)
{
  guint n_before = 0;

  g_return_if_fail (MUSTER_IS_SERIES (self));
  g_return_if_fail (n_rows == 0 || (labels != NULL && values != NULL));

  n_before = self->n_rows;
  g_strfreev (self->labels);
  g_free (self->values);
  self->labels = g_new0 (char *, (gsize) n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    self->labels[i] = g_strdup (labels[i]);
  self->values = g_memdup2 (values, sizeof (double) * n_rows * self->n_columns);
  self->n_rows = n_rows;
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->columns[i].order, g_free);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, n_rows);
}

const char *
muster_series_get_name (MusterSeries *self)
{
  g_return_val_if_fail (MUSTER_IS_SERIES (self), NULL);

  return self->name;
}

const char *
muster_series_get_label_title (MusterSeries *self)
{
  g_return_val_if_fail (MUSTER_IS_SERIES (self), NULL);

  return self->label_title;
}

guint
muster_series_get_n_columns (MusterSeries *self)
{
  g_return_val_if_fail (MUSTER_IS_SERIES (self), 0);

  return self->n_columns;
}

const char *
muster_series_get_column_title (MusterSeries *self, guint column)
{
  g_return_val_if_fail (MUSTER_IS_SERIES (self), NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->columns[column].title;
}

gboolean
muster_series_column_has_words (MusterSeries *self, guint column)
{
  g_return_val_if_fail (MUSTER_IS_SERIES (self), FALSE);
  g_return_val_if_fail (column < self->n_columns, FALSE);

  return self->columns[column].words != NULL;
}

guint
muster_series_get_n_rows (MusterSeries *self)
{
  g_return_val_if_fail (MUSTER_IS_SERIES (self), 0);

  return self->n_rows;
}

const char *
muster_series_get_label (MusterSeries *self, guint row)
{
  g_return_val_if_fail (MUSTER_IS_SERIES (self), NULL);
  g_return_val_if_fail (row < self->n_rows, NULL);

  return self->labels[row];
}

/** muster_series_get_value: Returns: NaN where it is missing. */
double
muster_series_get_value (MusterSeries *self, guint column, guint row)
{
  g_return_val_if_fail (MUSTER_IS_SERIES (self), NAN);
  g_return_val_if_fail (column < self->n_columns && row < self->n_rows, NAN);

  return self->values[(gsize) row * self->n_columns + column];
}

/** muster_series_dup_text: Returns: (transfer full): the value as people read it; an en dash where it is missing. */
char *
muster_series_dup_text (MusterSeries *self, guint column, guint row)
{
  double        value = muster_series_get_value (self, column, row);
  const Column *shape;

  g_return_val_if_fail (MUSTER_IS_SERIES (self) && column < self->n_columns, NULL);

  shape = &self->columns[column];
  if (!isfinite (value))
    return g_strdup ("–");
  if (shape->words != NULL)
    return g_strdup (value >= 0 && value < g_strv_length (shape->words) ? shape->words[(guint) value] : "–");
  if (value < 0)
    return g_strdup_printf ("\u2212%.*f", (int) shape->n_digits, -value);

  return g_strdup_printf ("%.*f", (int) shape->n_digits, value);
}

/** muster_series_get_extent: Returns: FALSE, and nothing in @min and @max, when no value is there. */
gboolean
muster_series_get_extent (MusterSeries *self, guint column, double *min, double *max)
{
  gboolean is_found = FALSE;

  g_return_val_if_fail (MUSTER_IS_SERIES (self), FALSE);
  g_return_val_if_fail (column < self->n_columns, FALSE);

  for (guint i = 0; i < self->n_rows; i++)
    {
      double value = muster_series_get_value (self, column, i);

      if (!isfinite (value))
        continue;
      *min = is_found ? MIN (*min, value) : value;
      *max = is_found ? MAX (*max, value) : value;
      is_found = TRUE;
    }

  return is_found;
}

typedef struct
{
  MusterSeries *series;
  guint         column;
} Comparison;

/* By value, what is missing last, equal ones as they stand. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Comparison *by = user_data;
  guint             row_a = *(const guint *) a;
  guint             row_b = *(const guint *) b;
  double            value_a = muster_series_get_value (by->series, by->column, row_a);
  double            value_b = muster_series_get_value (by->series, by->column, row_b);

  if (isnan (value_a) != isnan (value_b))
    return isnan (value_a) ? 1 : -1;
  if (value_a < value_b)
    return -1;
  if (value_a > value_b)
    return 1;

  return (row_a > row_b) - (row_a < row_b);
}

/** muster_series_get_order: Returns: (transfer none): rows by rising value of @column; valid until rows change. */
const guint *
muster_series_get_order (MusterSeries *self, guint column)
{
  Column    *shape;
  Comparison by = { self, column };

  g_return_val_if_fail (MUSTER_IS_SERIES (self), NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  shape = &self->columns[column];
  if (shape->order != NULL)
    return shape->order;

  shape->order = g_new (guint, MAX (self->n_rows, 1));
  for (guint i = 0; i < self->n_rows; i++)
    shape->order[i] = i;
  g_qsort_with_data (shape->order, (int) self->n_rows, sizeof (guint), compare_rows, &by);

  return shape->order;
}

/**
 * muster_series_step:
 * @column: by whose order one walks
 * @row: where one stands; -1 nowhere
 * @n_steps: how far up (or, negative, down) that order; from nowhere one comes to its begin (or end)
 *
 * Returns: the row one comes to, never past the ends; -1 when there is none.
 */
int
muster_series_step (MusterSeries *self, guint column, int row, int n_steps)
{
  const guint *order;
  gint64       at = 0;

  g_return_val_if_fail (MUSTER_IS_SERIES (self), -1);
  if (self->n_rows == 0)
    return -1;

  order = muster_series_get_order (self, column);
  if (row < 0 || row >= self->n_rows)
    return (int) order[n_steps < 0 ? self->n_rows - 1 : 0];
  while (order[at] != (guint) row)
    at++;

  return (int) order[CLAMP (at + n_steps, 0, (gint64) self->n_rows - 1)];
}
