/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two readings of one page. A scan with a text layer says everything twice; a false layer says something that nobody
 * sees. What tells them apart is whether the recognised words at the same place agree. */

#include "muster-page-merger.h"

#include <string.h>

/* A word agrees when so much of it was recognised at its place: one misread letter in four is forgiven. */
#define WORD_AGREES 0.6
/* A word is contradicted when hardly anything of it was, and what was recognised is sure. */
#define WORD_CONTRADICTS 0.34
#define SURE_CONFIDENCE 0.85
/* A layer of which so much agrees is what a person sees. */
#define LAYER_AGREES 0.5
/* Fewer recognised letters than this share of the layer's: recognition has failed, not the layer. */
#define RECOGNITION_WORKED 0.25

/* Letters and digits only, case folded: what recognition gets right even where it errs on punctuation. */
static char *
squeeze (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString         *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (out, FALSE);
}

/* Share of the characters of @word that stand in @seen in the same order. */
static double
share_in_order (const char *word, const char *seen)
{
  guint n = 0, n_found = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      const char *at = g_utf8_strchr (seen, -1, g_utf8_get_char (p));

      if (at != NULL)
        {
          n_found++;
          seen = g_utf8_next_char (at);
        }
    }

  return n > 0 ? (double) n_found / n : 1;
}

/* What was recognised where a word of the layer stands. */
typedef struct
{
  double agreement;  /* 0..1 */
  double confidence; /* of the least sure word there; 0: nothing was recognised there */
} Place;

static Place
look_at (const MusterWord *word, const MusterPage *recognised)
{
  g_autofree char    *wanted = squeeze (word->text);
  g_autoptr (GString) seen = g_string_new (NULL);
  Place               place = { 0, 0 };
  guint               n;
  const MusterWord   *words = muster_page_get_words (recognised, &n);

  for (guint i = 0; i < n; i++)
    if (muster_box_overlap_area (words[i].box, word->box) > 0)
      {
        g_autofree char *text = squeeze (words[i].text);

        place.confidence
          = seen->len > 0 ? MIN (place.confidence, (double) words[i].confidence) : (double) words[i].confidence;
        g_string_append (seen, text);
      }
  place.agreement = share_in_order (wanted, seen->str);

  return place;
}

/* Where places cannot be compared, a word agrees when it was recognised anywhere. */
static Place
look_anywhere (const MusterWord *word, GHashTable *all)
{
  g_autofree char *wanted = squeeze (word->text);

  return (Place){ *wanted == '\0' || g_hash_table_contains (all, wanted) ? 1 : 0, 0 };
}

static GHashTable *
collect_texts (const MusterPage *page)
{
  GHashTable       *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint             n;
  const MusterWord *words = muster_page_get_words (page, &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (all, squeeze (words[i].text));

  return all;
}

/* A Place for each word; (transfer full). */
static Place *
compare (const MusterWord *words, guint n, const MusterPage *recognised, const MusterMergeHints *hints)
{
  g_autoptr (GHashTable) all = hints->is_comparable ? NULL : collect_texts (recognised);
  Place                 *places = g_new0 (Place, n + 1);

  for (guint i = 0; i < n; i++)
    places[i] = hints->is_comparable ? look_at (&words[i], recognised) : look_anywhere (&words[i], all);

  return places;
}

static MusterPage *
copy_frame (const MusterPage *of, const MusterPage *links_of)
{
  MusterPage *page
    = muster_page_new (muster_page_get_number (of), muster_page_get_width_pt (of), muster_page_get_height_pt (of));
  guint             n_links, n_pictures;
  const MusterLink *links = muster_page_get_links (links_of, &n_links);
  const MusterBox  *pictures = muster_page_get_pictures (of, &n_pictures);

  for (guint i = 0; i < n_links; i++)
    muster_page_add_link (page, links[i].uri, links[i].box);
  for (guint i = 0; i < n_pictures; i++)
    muster_page_add_picture (page, pictures[i]);

  return page;
}

static void
add_without_link (MusterPage *to, const MusterWord *word, MusterHidden hidden)
{
  MusterWord copy = *word;

  copy.hidden = hidden;
  copy.link = -1;
  muster_page_add_word (to, &copy);
}

/* Words of the layer that the picture does not show. */
static void
add_unseen (
  MusterPage *to, const MusterWord *words, guint n, const MusterPage *recognised, const MusterMergeHints *hints)
{
  g_autofree Place *places = compare (words, n, recognised, hints);

  for (guint i = 0; i < n; i++)
    if (words[i].hidden == MUSTER_HIDDEN_MARKED || places[i].agreement < WORD_AGREES)
      add_without_link (to, &words[i],
                        words[i].hidden != MUSTER_VISIBLE ? words[i].hidden : MUSTER_HIDDEN_CONTRADICTED);
}

MusterPage *
muster_page_replace_layer (const MusterPage *layer, const MusterPage *recognised, const MusterMergeHints *hints)
{
  MusterPage       *page = copy_frame (recognised, hints->is_comparable ? layer : recognised);
  guint             n, n_layer, n_hidden;
  const MusterWord *words = muster_page_get_words (recognised, &n);
  const MusterWord *layer_words = muster_page_get_words (layer, &n_layer);
  const MusterWord *hidden = muster_page_get_hidden_words (layer, &n_hidden);

  for (guint i = 0; i < n; i++)
    add_without_link (page, &words[i], MUSTER_VISIBLE);
  if (!hints->is_rubbish)
    add_unseen (page, layer_words, n_layer, recognised, hints);
  add_unseen (page, hidden, n_hidden, recognised, hints);

  return page;
}

static gboolean
is_on_picture (const MusterPage *page, MusterBox box, const MusterMergeHints *hints)
{
  guint            n;
  const MusterBox *pictures = muster_page_get_pictures (page, &n);

  if (hints->is_picture_page)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (muster_box_contains (pictures[i], box.x + box.width / 2, box.y + box.height / 2))
      return TRUE;

  return FALSE;
}

static guint
count_characters (const MusterPage *page, const MusterPage *picture_of, const MusterMergeHints *hints)
{
  guint             n, n_characters = 0;
  const MusterWord *words = muster_page_get_words (page, &n);

  for (guint i = 0; i < n; i++)
    if (!hints->is_comparable || is_on_picture (picture_of, words[i].box, hints))
      n_characters += (guint) g_utf8_strlen (words[i].text, -1);

  return n_characters;
}

/* 0..1 of the layer's characters on pictures; 1 where there are none. */
static double
find_agreement (const MusterPage *layer, const Place *places, const MusterMergeHints *hints)
{
  guint             n, n_all = 0;
  const MusterWord *words = muster_page_get_words (layer, &n);
  double            n_agree = 0;

  for (guint i = 0; i < n; i++)
    if (is_on_picture (layer, words[i].box, hints))
      {
        guint length = (guint) g_utf8_strlen (words[i].text, -1);

        n_all += length;
        if (places[i].agreement >= WORD_AGREES)
          n_agree += length;
      }

  return n_all > 0 ? n_agree / n_all : 1;
}

static gboolean
is_covered (const MusterPage *page, MusterBox box)
{
  guint             n;
  const MusterWord *words = muster_page_get_words (page, &n);

  for (guint i = 0; i < n; i++)
    if (muster_box_overlap_area (words[i].box, box) > 0.2 * muster_box_area (box))
      return TRUE;

  return FALSE;
}

static MusterPage *
supplement_layer (const MusterPage *layer,
                  const Place *places,
                  const MusterPage *recognised,
                  const MusterMergeHints *hints)
{
  MusterPage       *page = copy_frame (layer, layer);
  guint             n_layer, n_hidden, n;
  const MusterWord *layer_words = muster_page_get_words (layer, &n_layer);
  const MusterWord *hidden = muster_page_get_hidden_words (layer, &n_hidden);
  const MusterWord *words = muster_page_get_words (recognised, &n);

  for (guint i = 0; i < n_layer; i++)
    if (places[i].agreement < WORD_CONTRADICTS && places[i].confidence >= SURE_CONFIDENCE
        && is_on_picture (layer, layer_words[i].box, hints))
      add_without_link (page, &layer_words[i], MUSTER_HIDDEN_CONTRADICTED);
    else
      muster_page_add_word (page, &layer_words[i]);
  for (guint i = 0; i < n_hidden; i++)
    muster_page_add_word (page, &hidden[i]);
  for (guint i = 0; i < n && hints->is_comparable; i++)
    if (is_on_picture (layer, words[i].box, hints) && !is_covered (page, words[i].box))
      add_without_link (page, &words[i], MUSTER_VISIBLE);

  return page;
}

MusterPage *
muster_page_compare_layer (const MusterPage *layer, const MusterPage *recognised, const MusterMergeHints *hints)
{
  guint             n_layer;
  const MusterWord *layer_words = muster_page_get_words (layer, &n_layer);
  g_autofree Place *places = NULL;

  if (count_characters (recognised, layer, hints) < RECOGNITION_WORKED * count_characters (layer, layer, hints))
    return muster_page_ref ((MusterPage *) layer);

  places = compare (layer_words, n_layer, recognised, hints);
  if (hints->is_picture_page && find_agreement (layer, places, hints) < LAYER_AGREES)
    return muster_page_replace_layer (layer, recognised, hints);

  return supplement_layer (layer, places, recognised, hints);
}
