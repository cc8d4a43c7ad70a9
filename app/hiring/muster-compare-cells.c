/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks have a shape, not only a colour; words of resumes stay plain text. */

#include "muster-compare-cells.h"

#include "muster-band-pips.h"
#include "muster-quote.h"
#include "muster-score-bar.h"
#include "muster-stage-text.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_box (GtkOrientation orientation, int spacing_px)
{
  GtkWidget *box = gtk_box_new (orientation, spacing_px);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static GtkWidget *
make_unranked (void)
{
  GtkWidget *label = make_label (_ ("Not ranked"), "dim");

  return label;
}

GtkWidget *
muster_compare_cell_label (const char *title, const char *caption)
{
  GtkWidget *box = make_box (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = make_label (title, NULL);

  gtk_widget_set_tooltip_text (label, title);
  gtk_box_append (GTK_BOX (box), label);
  if (caption != NULL)
    {
      GtkWidget *below = make_label (caption, "caption");

      gtk_widget_add_css_class (below, "dim");
      gtk_box_append (GTK_BOX (box), below);
    }

  return box;
}

GtkWidget *
muster_compare_cell_total (const MusterComparedPerson *person)
{
  GtkWidget       *box = make_box (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *side = make_box (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *pips = muster_band_pips_new ();
  g_autofree char *total = NULL;
  MusterBand       band;

  if (!person->record->has_fit)
    return make_unranked ();

  band = muster_band_for_total (person->record->fit);
  total = g_strdup_printf ("%.0f", person->record->fit);
  muster_band_pips_set_level (MUSTER_BAND_PIPS (pips), muster_band_level (band));
  gtk_widget_set_halign (pips, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (side), pips);
  gtk_box_append (GTK_BOX (side), make_label (muster_band_title (band), "small"));
  gtk_box_append (GTK_BOX (box), make_label (total, "key-figure"));
  gtk_box_append (GTK_BOX (box), side);

  return box;
}

GtkWidget *
muster_compare_cell_rules (const MusterComparedPerson *person)
{
  GtkWidget       *box = make_box (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *bar = muster_score_bar_new ();
  GtkWidget       *label;
  g_autofree char *markup = NULL;

  if (person->facts == NULL)
    return make_unranked ();

  /* Translators: points that the rules gave; keep the markup. */
  markup = g_strdup_printf (_ ("Rules <b>%.1f</b>"), person->facts->rules_points);
  muster_score_bar_set_value (MUSTER_SCORE_BAR (bar), person->facts->rules_points);
  muster_score_bar_set_level (MUSTER_SCORE_BAR (bar), muster_band_level (person->facts->band));
  label = make_label (NULL, "caption");
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
make_mark (MusterMet met)
{
  static const struct
  {
    const char *icon;
    const char *style;
    const char *text;
  } marks[] = {
    [MUSTER_NOT_MET] = { "muster-missing-symbolic", "criterion-missing", N_ ("not found") },
    [MUSTER_PARTLY_MET] = { "muster-partly-symbolic", "criterion-partly", N_ ("partly met") },
    [MUSTER_MET] = { "muster-met-symbolic", "criterion-met", N_ ("met") },
  };
  GtkWidget *image = gtk_image_new_from_icon_name (marks[met].icon);

  gtk_widget_add_css_class (image, marks[met].style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (marks[met].text), -1);

  return image;
}

static const MusterCriterionFact *
get_fact (const MusterComparedPerson *person, guint index)
{
  return person->facts != NULL && index < person->facts->criteria->len
             ? g_ptr_array_index (person->facts->criteria, index)
             : NULL;
}

static GtkWidget *
make_words (const MusterCriterionFact *fact)
{
  g_autofree char *line = muster_quote_dup_line (fact->quote);
  g_autofree char *escaped = g_markup_escape_text (line, -1);
  g_autofree char *quote = g_strdup_printf (_ ("“%s”"), escaped);
  g_autofree char *markup = muster_quote_is_upright () ? g_strdup (quote) : g_strdup_printf ("<i>%s</i>", quote);
  GtkWidget       *label = make_label (NULL, "caption");

  gtk_widget_add_css_class (label, "dim");
  gtk_widget_set_hexpand (label, TRUE);
  if (*fact->quote != '\0')
    gtk_label_set_markup (GTK_LABEL (label), markup);
  else
    gtk_label_set_text (GTK_LABEL (label), fact->met == MUSTER_MET ? "" : _ ("Not found"));
  gtk_widget_set_tooltip_text (label, *fact->quote != '\0' ? line : fact->missing);

  return label;
}

GtkWidget *
muster_compare_cell_criterion (const MusterComparedPerson *person, guint index)
{
  const MusterCriterionFact *fact = get_fact (person, index);
  GtkWidget                 *box = make_box (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget                 *points;
  g_autofree char           *text = NULL;

  if (fact == NULL)
    return make_unranked ();

  text = fact->points == (double) (gint64) fact->points ? g_strdup_printf ("%.0f", fact->points)
                                                        : g_strdup_printf ("%.1f", fact->points);
  points = make_label (text, "strong-number");
  gtk_label_set_xalign (GTK_LABEL (points), 1);
  gtk_label_set_width_chars (GTK_LABEL (points), 3);
  gtk_box_append (GTK_BOX (box), make_mark (fact->met));
  gtk_box_append (GTK_BOX (box), points);
  gtk_box_append (GTK_BOX (box), make_words (fact));

  return box;
}

GtkWidget *
muster_compare_cell_experience (const MusterComparedPerson *person)
{
  /* Translators: years of experience that count for the opening; keep the markup. */
  g_autofree char *markup = g_strdup_printf (_ ("%.1f <small><span alpha=\"70%%\">years</span></small>"),
                                             person->record->relevant_months / 12.0);
  GtkWidget       *label = make_label (NULL, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);

  return label;
}

GtkWidget *
muster_compare_cell_change (const MusterComparedPerson *person)
{
  const MusterFitFacts *facts = person->facts;
  g_autofree char      *text = NULL;
  GtkWidget            *label;

  if (facts == NULL)
    return make_unranked ();
  if (facts->band == MUSTER_BAND_STRONG)
    text = g_strdup (_ ("None: already Strong"));
  else if (facts->smallest_gain < 0)
    text = g_strdup (_ ("No single change moves the band"));
  else
    {
      const MusterCriterionFact *fact = g_ptr_array_index (facts->criteria, facts->smallest_gain);

      /* Translators: a criterion, points, a band: "PLC fault finding, +9.0 to Strong". */
      text = g_strdup_printf (_ ("%s, +%.1f to %s"), fact->title, facts->gain,
                              muster_band_text (muster_band_for_total (facts->total + facts->gain + 1e-6)));
    }
  label = make_label (text, "small");
  gtk_widget_set_tooltip_text (label, text);

  return label;
}

GtkWidget *
muster_compare_cell_stage (const MusterComparedPerson *person, gint64 opening_id, gboolean can_write)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *spoken = NULL;

  for (MusterStage stage = MUSTER_STAGE_NEW; stage < MUSTER_STAGE_DECLINED; stage++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (muster_stage_text (stage), NULL);

      g_menu_item_set_action_and_target (item, "win.move-person", "(xxs)", person->record->id, opening_id,
                                         muster_stage_name (stage));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), muster_stage_text (person->record->stage));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, can_write);
  /* Translators: read by screen readers: a person and their stage. */
  spoken = g_strdup_printf (_ ("%s: stage %s"), person->record->name, muster_stage_text (person->record->stage));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return button;
}

char *
muster_compare_dup_caption (const MusterComparison *self, guint index, const char **title)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const MusterCriterionFact *fact = get_fact (g_ptr_array_index (self->people, i), index);
      g_autofree char           *points = NULL;

      if (fact == NULL)
        continue;
      *title = fact->title;
      points = g_strdup_printf (ngettext ("%g point", "%g points", (gulong) fact->max_points), fact->max_points);

      /* Translators: "Must · 20 points". */
      return fact->is_must ? g_strdup_printf (_ ("Must · %s"), points) : g_steal_pointer (&points);
    }
  *title = "";

  return g_strdup ("");
}
