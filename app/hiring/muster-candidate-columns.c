/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of columns and one function per column that fills a cell from a record. A cell is filled again
 * when its row is loaded; a row that is not loaded yet has empty cells of the same height.
 *
 * The store sorts, not GTK: the headers only say which order is wanted. GTK 4.8 has no call for that, so each
 * column's sorter notes that it was asked when the view's sorter compares any two objects (one with itself is
 * equal unasked); the first one asked is the column, its answer's sign the direction. */

#include "muster-candidate-columns-private.h"

#include "muster-band-pips.h"
#include "muster-quote.h"
#include "muster-score-bar.h"
#include "muster-stage-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define NARROW_KEY "muster-leaves-below"
#define N_RANKED_KEY "muster-n-ranked"
#define TOOLTIP_KEY "muster-tooltip"

/* What the sorters noted during one question; main loop only. */
static int asked_sort;

/* Setting a tooltip's text asks the display where the pointer is, a round trip for each cell: the text is given when it
 * is asked for instead. */
static gboolean
tooltip_cb (GtkWidget *cell, int x, int y, gboolean is_by_key, GtkTooltip *tooltip)
{
  const char *text = g_object_get_data (G_OBJECT (cell), TOOLTIP_KEY);

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL && *text != '\0';
}

static void
allow_tooltip (GtkWidget *cell)
{
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
}

static void
keep_tooltip (GtkWidget *cell, const char *text)
{
  g_object_set_data_full (G_OBJECT (cell), TOOLTIP_KEY, g_strdup (text), g_free);
}

static GtkWidget *
make_label (float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static GtkWidget *
make_right (void)
{
  return make_label (1);
}

static GtkWidget *
make_left (void)
{
  GtkWidget *label = make_label (0);

  gtk_widget_add_css_class (label, "small");
  allow_tooltip (label);

  return label;
}

static GtkWidget *
make_rank (void)
{
  GtkWidget *label = make_label (1);

  gtk_widget_add_css_class (label, "dim");

  return label;
}

static GtkWidget *
make_pair (GtkWidget *first, GtkWidget *second, int spacing_px)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, spacing_px);

  gtk_widget_set_valign (first, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (second, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);

  return box;
}

static GtkWidget *
make_person (void)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *name = make_label (0);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (cell), name);
  allow_tooltip (cell);

  return cell;
}

/* A face's place beside the name. Nobody has one while they are masked, and it is the dearest widget of the row: it is
 * made when it is first needed. */
static void
show_avatar (GtkWidget *cell, const MusterCandidateRecord *record)
{
  GtkWidget *avatar = gtk_widget_get_first_child (cell);

  if (!ADW_IS_AVATAR (avatar))
    {
      if (record->is_masked)
        return;
      avatar = adw_avatar_new (26, NULL, TRUE);
      gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
      gtk_box_prepend (GTK_BOX (cell), avatar);
    }
  gtk_widget_set_visible (avatar, !record->is_masked);
  adw_avatar_set_text (ADW_AVATAR (avatar), record->is_masked ? NULL : record->name);
}

static GtkWidget *
make_fit (void)
{
  GtkWidget *number = make_label (1);
  GtkWidget *bar = muster_score_bar_new ();

  gtk_label_set_width_chars (GTK_LABEL (number), 3);
  gtk_widget_add_css_class (number, "strong-number");
  gtk_widget_set_hexpand (bar, TRUE);

  return make_pair (number, bar, 9);
}

static GtkWidget *
make_band (void)
{
  return make_pair (muster_band_pips_new (), make_label (0), 9);
}

static GtkWidget *
make_stage (void)
{
  GtkWidget *label = make_label (.5);

  gtk_widget_add_css_class (label, "stage");
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);

  return label;
}

static void
set_accessible_label (GtkWidget *widget, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static guint
get_level (const MusterCandidateRecord *record)
{
  return record->has_fit ? muster_band_level (muster_band_for_total (record->fit)) : 0;
}

static void
show_rank (GtkWidget *cell, const MusterCandidateRecord *record)
{
  g_autofree char *text = record->rank > 0 ? g_strdup_printf ("%u", record->rank) : g_strdup ("–");

  gtk_label_set_text (GTK_LABEL (cell), text);
}

/* (nullable): "Ruben Castellano. Revealed by you, 7 Nov" */
static char *
dup_revealed (const MusterCandidateRecord *record)
{
  g_autoptr (GDateTime) time = record->revealed_at > 0 ? g_date_time_new_from_unix_local (record->revealed_at) : NULL;
  g_autofree char *day = time != NULL ? g_date_time_format (time, _ ("%-e %b")) : NULL;

  /* Translators: a person, and a day as in "7 Nov". */
  return day != NULL && !record->is_masked ? g_strdup_printf (_ ("%s. Revealed by you, %s"), record->name, day) : NULL;
}

static void
show_person (GtkWidget *cell, const MusterCandidateRecord *record)
{
  GtkWidget       *label = gtk_widget_get_last_child (cell);
  const char      *name = *record->name != '\0' ? record->name : _ ("Name not found");
  g_autofree char *revealed = dup_revealed (record);

  gtk_label_set_text (GTK_LABEL (label), name);
  keep_tooltip (cell, revealed != NULL ? revealed : name);
  show_avatar (cell, record);
  if (*record->name != '\0')
    gtk_widget_remove_css_class (label, "dim");
  else
    gtk_widget_add_css_class (label, "dim");
}

static void
show_fit (GtkWidget *cell, const MusterCandidateRecord *record)
{
  GtkWidget       *number = gtk_widget_get_first_child (cell);
  GtkWidget       *bar = gtk_widget_get_next_sibling (number);
  g_autofree char *text = record->has_fit ? g_strdup_printf ("%.0f", record->fit) : g_strdup ("–");
  g_autofree char *spoken = NULL;

  gtk_label_set_text (GTK_LABEL (number), text);
  gtk_widget_set_visible (bar, record->has_fit);
  muster_score_bar_set_value (MUSTER_SCORE_BAR (bar), record->has_fit ? record->fit : 0);
  muster_score_bar_set_level (MUSTER_SCORE_BAR (bar), get_level (record));

  if (!record->has_fit)
    {
      set_accessible_label (number, _ ("Not ranked"));
      return;
    }
  const guint     *n_ranked = g_object_get_data (G_OBJECT (cell), N_RANKED_KEY);
  g_autofree char *rank = muster_rank_dup_text (record->rank, *n_ranked);

  /* Translators: read by screen readers: "Fit 74 of 100, Good, 4th of 35 ranked". */
  spoken = g_strdup_printf (_ ("Fit %.0f of 100, %s, %s"),
                            record->fit,
                            muster_band_text (muster_band_for_total (record->fit)),
                            rank);
  set_accessible_label (number, spoken);
}

static void
show_band (GtkWidget *cell, const MusterCandidateRecord *record)
{
  GtkWidget *pips = gtk_widget_get_first_child (cell);

  gtk_widget_set_visible (pips, record->has_fit);
  muster_band_pips_set_level (MUSTER_BAND_PIPS (pips), get_level (record));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (pips)),
                      record->has_fit ? muster_band_text (muster_band_for_total (record->fit)) : "–");
}

static void
show_musts (GtkWidget *cell, const MusterCandidateRecord *record)
{
  /* Translators: must-haves met "3 of 4"; keep the markup. */
  g_autofree char *markup
      = record->has_fit ? g_strdup_printf (
            _ ("%u <small><span alpha=\"70%%\">of %u</span></small>"), record->n_musts_met, record->n_musts)
                        : g_strdup ("–");

  gtk_label_set_markup (GTK_LABEL (cell), markup);
}

static void
show_experience (GtkWidget *cell, const MusterCandidateRecord *record)
{
  guint months = record->has_fit ? record->relevant_months : record->work_months;
  /* Translators: years of experience, "9.4 yr"; keep the markup. */
  g_autofree char *markup
      = g_strdup_printf (_ ("%.1f <small><span alpha=\"70%%\">yr</span></small>"), months / 12.0);

  gtk_label_set_markup (GTK_LABEL (cell), markup);
}

static void
show_evidence (GtkWidget *cell, const MusterCandidateRecord *record)
{
  g_autofree char *text
      = muster_quote_dup_line (*record->top_evidence != '\0' ? record->top_evidence : record->label);

  gtk_label_set_text (GTK_LABEL (cell), text);
  keep_tooltip (cell, text);
}

static void
show_stage (GtkWidget *cell, const MusterCandidateRecord *record)
{
  gboolean is_forward = record->stage != MUSTER_STAGE_NEW && record->stage != MUSTER_STAGE_DECLINED;

  gtk_widget_set_visible (cell, record->opening_id != 0);
  gtk_label_set_text (GTK_LABEL (cell), muster_stage_text (record->stage));
  if (is_forward)
    gtk_widget_add_css_class (cell, "forward");
  else
    gtk_widget_remove_css_class (cell, "forward");
}

/* In the order in which they stand; the first ones to leave have the greatest limits. */
static const MusterCandidateColumn columns[] = {
  { "rank", "#", 38, 0, TRUE, TRUE, -1, make_rank, show_rank },
  { "candidate", N_ ("Candidate"), 166, 0, FALSE, FALSE, MUSTER_SORT_BY_NAME, make_person, show_person },
  { "fit", N_ ("Fit"), 110, 0, FALSE, TRUE, MUSTER_SORT_BY_FIT, make_fit, show_fit },
  { "band", N_ ("Band"), 118, 520, FALSE, TRUE, -1, make_band, show_band },
  { "musts", N_ ("Must-haves"), 86, 620, TRUE, TRUE, -1, make_right, show_musts },
  { "experience", N_ ("Experience"), 88, 710, TRUE, FALSE, MUSTER_SORT_BY_EXPERIENCE, make_right, show_experience },
  { "evidence", N_ ("Top evidence"), -1, 800, FALSE, FALSE, -1, make_left, show_evidence },
  { "stage", N_ ("Stage"), 90, 420, FALSE, TRUE, MUSTER_SORT_BY_STAGE, make_stage, show_stage },
};

static void
fill_cell (GtkListItem *item)
{
  MusterCandidateRow          *row = gtk_list_item_get_item (item);
  const MusterCandidateRecord *record = row != NULL ? muster_candidate_row_get_record (row) : NULL;
  GtkWidget                   *cell = gtk_list_item_get_child (item);
  const MusterCandidateColumn                *column = g_object_get_data (G_OBJECT (item), MUSTER_COLUMN_KEY);

  gtk_widget_set_opacity (cell, record != NULL ? 1 : 0);
  if (record != NULL)
    column->show (cell, record);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const MusterCandidateColumn *column)
{
  GtkWidget *cell = column->make ();

  g_object_set_data (G_OBJECT (item), MUSTER_COLUMN_KEY, (gpointer) column);
  g_object_set_data (G_OBJECT (cell), N_RANKED_KEY, g_object_get_data (G_OBJECT (factory), N_RANKED_KEY));
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "notify::loaded", G_CALLBACK (fill_cell), item);
  fill_cell (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill_cell, item);
}

static int
note_sort (gconstpointer a, gconstpointer b, gpointer column)
{
  if (asked_sort < 0)
    asked_sort = ((const MusterCandidateColumn *) column)->sort;

  return -1;
}

static void
add_column (GtkColumnView *view, const MusterCandidateColumn *column, const guint *n_ranked)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *title = column->sort >= 0 || column->title[0] != '#' ? _ (column->title) : column->title;
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), N_RANKED_KEY, (gpointer) n_ranked);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  g_object_set_data (G_OBJECT (view_column), MUSTER_COLUMN_KEY, (gpointer) column);
  gtk_column_view_column_set_resizable (view_column, column->width_px > 40);
  if (column->width_px > 0)
    gtk_column_view_column_set_fixed_width (view_column, column->width_px);
  else
    gtk_column_view_column_set_expand (view_column, TRUE);
  if (column->sort >= 0)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (note_sort, (gpointer) column, NULL));

      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  gtk_column_view_append_column (view, view_column);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child);

      if (label != NULL)
        return label;
    }

  return NULL;
}

/* GTK 4.8 has no call for it: figures stand right under their heading only if that is moved inside the view's
 * own header row. */
static void
align_headings (GtkColumnView *view)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (guint i = 0; i < G_N_ELEMENTS (columns) && heading != NULL; i++)
    {
      GtkWidget *label = find_label (heading);

      if (columns[i].is_right && label != NULL)
        {
          gtk_widget_set_halign (gtk_widget_get_parent (label), GTK_ALIGN_END);
          gtk_widget_set_hexpand (gtk_widget_get_parent (label), TRUE);
        }
      heading = gtk_widget_get_next_sibling (heading);
    }
}

/** muster_candidate_columns_add: @n_ranked: how many people of the opening are ranked; read whenever a cell
 * is shown. */
void
muster_candidate_columns_add (GtkColumnView *view, const guint *n_ranked)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (view, &columns[i], n_ranked);
  align_headings (view);
}

/**
 * muster_candidate_columns_get_sort:
 * @sort: (out): by what
 * @is_descending: (out): greatest first
 *
 * Returns: FALSE when no header was chosen.
 */
gboolean
muster_candidate_columns_get_sort (GtkColumnView *view, MusterCandidateSort *sort, gboolean *is_descending)
{
  GtkOrdering ordering;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);

  asked_sort = -1;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (view), view, gtk_column_view_get_columns (view));
  if (asked_sort < 0)
    return FALSE;

  *sort = (MusterCandidateSort) asked_sort;
  *is_descending = ordering == GTK_ORDERING_LARGER;

  return TRUE;
}

/* GTK 4.8 counts the fixed width of a hidden column as taken: while it is hidden it has none. */
static void
show_column (GtkColumnViewColumn *view_column, const MusterCandidateColumn *column, gboolean is_shown)
{
  if (gtk_column_view_column_get_visible (view_column) == is_shown)
    return;

  if (!gtk_column_view_column_get_expand (view_column))
    gtk_column_view_column_set_fixed_width (view_column, is_shown ? column->width_px : -1);
  gtk_column_view_column_set_visible (view_column, is_shown);
}

static gboolean
has_room (const MusterCandidateColumn *column, int width_px, gboolean has_opening)
{
  /* Without an opening most columns are not there, and what is left has room. */
  return has_opening ? width_px >= column->leaves_below_px : !column->needs_opening;
}

/** muster_candidate_columns_adapt: @width_px: what the table has; @has_opening: whether the people are those
 * of one opening. */
void
muster_candidate_columns_adapt (GtkColumnView *view, int width_px, gboolean has_opening)
{
  GListModel *model = gtk_column_view_get_columns (view);
  gboolean    has_evidence = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (model, i);
      const MusterCandidateColumn *column = g_object_get_data (G_OBJECT (view_column), MUSTER_COLUMN_KEY);

      show_column (view_column, column, has_room (column, width_px, has_opening));
      if (column->width_px > 0)
        continue;
      has_evidence = has_room (column, width_px, has_opening);
      gtk_column_view_column_set_title (view_column, has_opening ? _ (column->title) : _ ("Latest title"));
    }

  /* Without the column that takes the rest, the bar does. */
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (model, i);
      const MusterCandidateColumn *column = g_object_get_data (G_OBJECT (view_column), MUSTER_COLUMN_KEY);

      if (column->sort != MUSTER_SORT_BY_FIT || !gtk_column_view_column_get_visible (view_column)
          || gtk_column_view_column_get_expand (view_column) != has_evidence)
        continue;
      gtk_column_view_column_set_fixed_width (view_column, has_evidence ? column->width_px : -1);
      gtk_column_view_column_set_expand (view_column, !has_evidence);
    }
}
