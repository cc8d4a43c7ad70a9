/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a fact and keeps nothing of it. Whether a criterion is met is told by the shape of the mark and, for
 * screen readers, in the row's label; quotes are words of strangers and stay plain text. */

#include "muster-criterion-row.h"

#include "muster-fit-text.h"
#include "muster-quote.h"

#include <glib/gi18n-lib.h>

struct _MusterCriterionRow
{
  AdwBin parent_instance;
  char  *id;
  guint  page;

  GtkImage *mark;
  GtkLabel *title;
  GtkLabel *must;
  GtkLabel *points;
  GtkLabel *quote;
  GtkLabel *missing;
};

enum
{
  SIGNAL_OPEN_PAGE,
  SIGNAL_POINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterCriterionRow, muster_criterion_row, ADW_TYPE_BIN)

static gboolean
link_cb (MusterCriterionRow *self, const char *uri)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_PAGE], 0, self->id, self->page);

  return TRUE;
}

static void
enter_cb (MusterCriterionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, self->id);
}

static void
leave_cb (MusterCriterionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, NULL);
}

static void
muster_criterion_row_finalize (GObject *object)
{
  g_free (MUSTER_CRITERION_ROW (object)->id);

  G_OBJECT_CLASS (muster_criterion_row_parent_class)->finalize (object);
}

static void
muster_criterion_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_CRITERION_ROW);

  G_OBJECT_CLASS (muster_criterion_row_parent_class)->dispose (object);
}

static void
muster_criterion_row_class_init (MusterCriterionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_criterion_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_criterion_row_finalize;

  signals[SIGNAL_OPEN_PAGE]
      = g_signal_new ("open-page", MUSTER_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                      G_TYPE_STRING, G_TYPE_UINT);
  signals[SIGNAL_POINTED] = g_signal_new ("pointed", MUSTER_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionRow, mark);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionRow, title);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionRow, must);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionRow, points);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionRow, quote);
  gtk_widget_class_bind_template_child (widget_class, MusterCriterionRow, missing);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
muster_criterion_row_init (MusterCriterionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_mark (MusterCriterionRow *self, MusterMet met)
{
  static const struct
  {
    const char *icon;
    const char *style;
  } marks[] = {
    [MUSTER_NOT_MET] = { "muster-missing-symbolic", "criterion-missing" },
    [MUSTER_PARTLY_MET] = { "muster-partly-symbolic", "criterion-partly" },
    [MUSTER_MET] = { "muster-met-symbolic", "criterion-met" },
  };

  gtk_image_set_from_icon_name (self->mark, marks[met].icon);
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), marks[met].style);
}

/* The quote, verbatim, in the quotation marks and slant of the interface language, and the page it stands on.
 */
static char *
dup_quote_markup (const MusterCriterionFact *fact)
{
  g_autofree char *plain = muster_fit_text_dup_quote (fact);
  g_autofree char *quote = g_markup_escape_text (plain, -1);
  g_autofree char *page = muster_fit_text_dup_page (fact);
  const char      *tag = muster_quote_is_upright () ? "span" : "i";

  return fact->page > 0 ? g_strdup_printf ("<%s>%s</%s>\302\240 <a href=\"page\">%s</a>", tag, quote, tag, page)
                        : g_strdup_printf ("<%s>%s</%s>", tag, quote, tag);
}

static void
show_words (MusterCriterionRow *self, const MusterCriterionFact *fact, guint n_pages)
{
  g_autofree char *missing = muster_fit_text_dup_missing (fact, n_pages);
  g_autofree char *quote = dup_quote_markup (fact);

  gtk_widget_set_visible (GTK_WIDGET (self->quote), *fact->quote != '\0');
  gtk_label_set_markup (self->quote, quote);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != NULL);
  gtk_label_set_text (self->missing, missing != NULL ? missing : "");
}

/**
 * muster_criterion_row_new:
 * @fact: (transfer none): what to show
 * @n_pages: how many pages were looked through, for "Not found on 2 pages"; 0: not known
 *
 * Returns: the row.
 */
GtkWidget *
muster_criterion_row_new (const MusterCriterionFact *fact, guint n_pages)
{
  MusterCriterionRow *self = g_object_new (MUSTER_TYPE_CRITERION_ROW, NULL);
  g_autofree char    *points = muster_fit_text_dup_points (fact->points);
  g_autofree char    *max_points = muster_fit_text_dup_points (fact->max_points);
  /* Translators: points of a criterion, "20 of 25"; keep the markup. */
  g_autofree char *markup = g_strdup_printf (
      _ ("<b>%s</b> <small><span alpha=\"70%%\">of %s</span></small>"), points, max_points);
  /* Translators: read by screen readers: name, "met", points, most points. */
  g_autofree char *spoken = g_strdup_printf (
      _ ("%s: %s, %s of %s points"), fact->title, muster_fit_text_met (fact->met), points, max_points);

  self->id = g_strdup (fact->id);
  self->page = fact->page;
  gtk_label_set_text (self->title, fact->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), fact->title);
  gtk_widget_set_visible (GTK_WIDGET (self->must), fact->is_must);
  gtk_label_set_markup (self->points, markup);
  show_mark (self, fact->met);
  show_words (self, fact, n_pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return GTK_WIDGET (self);
}
