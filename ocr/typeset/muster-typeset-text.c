/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs to lines: Pango breaks and shapes, we place each line and note where its words stand. */

#include "muster-typeset-private.h"

#include <string.h>

#define DEFAULT_SIZE_PT 11.0
#define DEFAULT_LINE_HEIGHT 1.2
#define DEFAULT_TAB_PT 36.0
#define LEAST_STRIP_PT 90.0
#define MAX_WORD_BYTES 1024u
/* How much of the type size stands above the baseline; the rest hangs below it. */
#define ABOVE_BASELINE .8

#define LINE_SEPARATOR 0x2028u
#define NO_BREAK_HYPHEN 0x2011u

/* A run as it stands in the text of the layout. */
typedef struct
{
  guint            start;
  guint            end;
  const MusterRun *run;
  const char      *link;
} Stretch;

typedef struct
{
  MusterTypeset         *typeset;
  const MusterParagraph *paragraph;
  GString               *text;
  GArray                *stretches; /* Stretch, visible ones in the order of the text */
  GPtrArray             *hidden;    /* const MusterRun * */
  double                 size_pt;   /* of the first run */
} Setting;

/* Controls, direction marks and joiners of no width carry no letters, but could lay a false text over a true
 * one. */
static gboolean
is_dropped (gunichar c)
{
  return (g_unichar_iscntrl (c) && c != '\t' && c != '\n') || c == 0x00AD || (c >= 0x200B && c <= 0x200F)
         || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xFFFC
         || c == 0x2029;
}

static void
append_clean (GString *text, const char *more)
{
  for (const char *p = more; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        g_string_append_unichar (text, LINE_SEPARATOR);
      else if (!is_dropped (c))
        g_string_append_unichar (text, c);
    }
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, const Stretch *stretch)
{
  attribute->start_index = stretch->start;
  attribute->end_index = stretch->end;
  pango_attr_list_insert (list, attribute);
}

/* One part of a colour as Pango counts it, 0..65535. */
static guint16
part (guint32 colour, guint shift)
{
  return (guint16) ((colour >> shift & 0xFF) * 257);
}

static PangoAttrList *
make_attributes (const Setting *setting)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < setting->stretches->len; i++)
    {
      const Stretch   *stretch = &g_array_index (setting->stretches, Stretch, i);
      const MusterRun *run = stretch->run;
      double           size = run->size_pt > 0 ? run->size_pt : DEFAULT_SIZE_PT;

      add_attribute (list, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)), stretch);
      if (run->family != NULL)
        add_attribute (list, pango_attr_family_new (run->family), stretch);
      if (run->is_bold)
        add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), stretch);
      if (run->is_italic)
        add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), stretch);
      if (run->letter_spacing_pt != 0)
        add_attribute (
            list, pango_attr_letter_spacing_new ((int) (run->letter_spacing_pt * PANGO_SCALE)), stretch);
      add_attribute (
          list,
          pango_attr_foreground_new (part (run->colour, 16), part (run->colour, 8), part (run->colour, 0)),
          stretch);
      if (run->has_ground)
        add_attribute (
            list,
            pango_attr_background_new (part (run->ground, 16), part (run->ground, 8), part (run->ground, 0)),
            stretch);
    }

  return list;
}

/* Stops from the left edge of the layout; behind the last one a stop every half inch, as word processors have
 * it. */
static PangoTabArray *
make_tabs (const MusterParagraph *paragraph, double left, double width)
{
  PangoTabArray *tabs = pango_tab_array_new (0, FALSE);
  double         last = 0;
  int            n = 0;

  for (guint i = 0; i < paragraph->n_tab_stops; i++)
    {
      double stop = ABS (paragraph->tab_stops_pt[i]) - left;
      double at = MIN (stop, width - .5);

      if (stop <= 0)
        continue;
      pango_tab_array_set_tab (tabs,
                               n++,
                               paragraph->tab_stops_pt[i] < 0 ? PANGO_TAB_RIGHT : PANGO_TAB_LEFT,
                               (int) (at * PANGO_SCALE));
      last = MAX (last, at);
    }
  for (double at = DEFAULT_TAB_PT - (int) left % (int) DEFAULT_TAB_PT; at < width; at += DEFAULT_TAB_PT)
    if (at > last + 1)
      pango_tab_array_set_tab (tabs, n++, PANGO_TAB_LEFT, (int) (at * PANGO_SCALE));

  return tabs;
}

static PangoLayout *
make_layout (const Setting *setting, double left, double width, double first_indent)
{
  PangoLayout *layout = pango_layout_new (setting->typeset->context);
  g_autoptr (PangoAttrList) attributes = make_attributes (setting);
  g_autoptr (PangoTabArray) tabs = make_tabs (setting->paragraph, left, width);
  MusterAlign align = setting->paragraph->align;

  pango_layout_set_text (layout, setting->text->str, (int) setting->text->len);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_tabs (layout, tabs);
  pango_layout_set_width (layout, (int) (MAX (width, 8) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_indent (layout, (int) (first_indent * PANGO_SCALE));
  pango_layout_set_alignment (layout,
                              align == MUSTER_ALIGN_CENTRE ? PANGO_ALIGN_CENTER
                              : align == MUSTER_ALIGN_END  ? PANGO_ALIGN_RIGHT
                                                           : PANGO_ALIGN_LEFT);
  pango_layout_set_justify (layout, align == MUSTER_ALIGN_JUSTIFY);

  return layout;
}

static const Stretch *
find_stretch (const Setting *setting, guint index)
{
  guint low = 0;
  guint high = setting->stretches->len - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (index < g_array_index (setting->stretches, Stretch, middle).end)
        high = middle;
      else
        low = middle + 1;
    }

  return &g_array_index (setting->stretches, Stretch, low);
}

static void
clear_word (MusterSlugWord *word)
{
  g_free (word->text);
}

static GArray *
new_words (void)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (MusterSlugWord));

  g_array_set_clear_func (words, (GDestroyNotify) clear_word);

  return words;
}

static gboolean
is_symbol_text (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar     c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (type != G_UNICODE_OTHER_SYMBOL && type != G_UNICODE_PRIVATE_USE && c != 0x2022 && c != 0x2023
          && c != 0x2043 && c != 0x00B7 && c != 0x2219)
        return FALSE;
    }

  return TRUE;
}

/* A word's text as others read it: a hyphen that may not break is a hyphen. */
static char *
dup_word_text (const char *text, guint length)
{
  GString *word = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    g_string_append_unichar (word, g_utf8_get_char (p) == NO_BREAK_HYPHEN ? '-' : g_utf8_get_char (p));

  return g_string_free (word, FALSE);
}

static void
add_word (MusterSlug *slug, const Setting *setting, guint start, guint end, gboolean is_glued)
{
  const Stretch   *stretch = find_stretch (setting, start);
  const MusterRun *run = stretch->run;
  double           size = run->size_pt > 0 ? run->size_pt : DEFAULT_SIZE_PT;
  g_autofree int  *ranges = NULL;
  int              n_ranges;
  double           from = G_MAXDOUBLE, to = -G_MAXDOUBLE;
  MusterSlugWord   word = { 0 };

  pango_layout_line_get_x_ranges (slug->line, (int) start, (int) end, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      from = MIN (from, (double) ranges[2 * i] / PANGO_SCALE);
      to = MAX (to, (double) ranges[2 * i + 1] / PANGO_SCALE);
    }
  if (n_ranges == 0)
    from = to = 0;

  word.text = dup_word_text (setting->text->str + start, end - start);
  word.box = (MusterBox){ from, slug->baseline_pt - ABOVE_BASELINE * size, MAX (to - from, 0), size };
  word.baseline_pt = slug->baseline_pt;
  word.size_pt = size;
  word.colour = run->colour;
  word.has_ground = run->has_ground;
  word.ground = run->ground;
  word.link = stretch->link;
  word.flags = (run->is_bold ? MUSTER_WORD_BOLD : 0) | (run->is_italic ? MUSTER_WORD_ITALIC : 0)
               | (is_glued ? MUSTER_WORD_GLUED : 0) | (is_symbol_text (word.text) ? MUSTER_WORD_SYMBOL : 0);
  g_array_append_val (slug->words, word);
}

/* Chinese and Japanese write without blanks: a word may end behind their punctuation, so that evidence boxes
 * stay small. */
static gboolean
ends_word (gunichar c)
{
  return (c >= 0x3001 && c <= 0x3002) || (c >= 0xFF0C && c <= 0xFF0E) || c == 0xFF1A || c == 0xFF1B
         || c == 0xFF5C;
}

/* Words are what stands between white space; they also end where a link begins or ends. */
static void
add_words_of_line (MusterSlug *slug, const Setting *setting)
{
  guint       start = (guint) slug->line->start_index;
  guint       end = start + (guint) slug->line->length;
  const char *text = setting->text->str;
  guint       word = start;
  gboolean    is_glued = FALSE;
  const char *link = NULL;

  for (guint at = start; at < end; at = (guint) (g_utf8_next_char (text + at) - text))
    {
      gunichar       c = g_utf8_get_char (text + at);
      const Stretch *stretch = find_stretch (setting, at);
      gboolean       is_space = g_unichar_isspace (c) || c == LINE_SEPARATOR;
      gunichar       before = at > word ? g_utf8_get_char (g_utf8_prev_char (text + at)) : 0;

      if (at > word
          && (is_space || stretch->link != link || ends_word (before) || at - word >= MAX_WORD_BYTES))
        {
          add_word (slug, setting, word, at, is_glued);
          is_glued = !is_space;
          word = at;
        }
      if (is_space)
        {
          word = (guint) (g_utf8_next_char (text + at) - text);
          is_glued = FALSE;
        }
      link = stretch->link;
    }
  if (end > word)
    add_word (slug, setting, word, end, is_glued);
}

/* Hidden runs take no room: their words are noted at the beginning of the line. */
static void
add_hidden_words (MusterSlug *slug, const Setting *setting)
{
  for (guint i = 0; i < setting->hidden->len; i++)
    {
      const MusterRun *run = g_ptr_array_index (setting->hidden, i);
      g_autoptr (GString) clean = g_string_new (NULL);
      const char *p, *word = NULL;

      append_clean (clean, run->text);
      for (p = clean->str;; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);
          gboolean is_end = c == 0 || g_unichar_isspace (c) || c == LINE_SEPARATOR;

          if (word != NULL && (is_end || (gsize) (p - word) >= MAX_WORD_BYTES))
            {
              MusterSlugWord hidden = { .text = dup_word_text (word, (guint) (p - word)),
                                        .box = { 0, 0, 0, slug->box.height },
                                        .baseline_pt = slug->baseline_pt,
                                        .size_pt = run->size_pt > 0 ? run->size_pt : DEFAULT_SIZE_PT,
                                        .colour = run->colour,
                                        .is_hidden = TRUE };

              g_array_append_val (slug->words, hidden);
              word = NULL;
            }
          if (word == NULL && !is_end)
            word = p;
          if (c == 0)
            break;
        }
    }
}

static double
size_of_line (const Setting *setting, const PangoLayoutLine *line)
{
  double size = 0;
  guint  start = (guint) line->start_index;
  guint  end = start + (guint) MAX (line->length, 1);

  for (guint i = 0; i < setting->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (setting->stretches, Stretch, i);

      if (stretch->start < end && stretch->end > start)
        size = MAX (size, stretch->run->size_pt > 0 ? stretch->run->size_pt : DEFAULT_SIZE_PT);
    }

  return size > 0 ? size : setting->size_pt;
}

static MusterSlug *
make_line (const Setting *setting, PangoLayoutIter *iter, double x, double width)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  PangoRectangle   extents;
  double factor = setting->paragraph->line_height > 0 ? setting->paragraph->line_height : DEFAULT_LINE_HEIGHT;
  double size = size_of_line (setting, line);
  MusterSlug *slug = muster_slug_new (MUSTER_SLUG_LINE, (MusterBox){ x, 0, width, size * factor });

  slug->baseline_pt = (size * factor - size) / 2 + ABOVE_BASELINE * size;
  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  slug->text_x_pt = (double) extents.x / PANGO_SCALE;
  slug->layout = g_object_ref (pango_layout_iter_get_layout (iter));
  slug->line = pango_layout_line_ref (line);
  slug->words = new_words ();
  add_words_of_line (slug, setting);

  return slug;
}

/* The bullet: a slug of its own, in the style of the first letters. @width: (out): of its text. */
static MusterSlug *
make_bullet (const Setting *setting, double *width)
{
  MusterRun       run = { .text = setting->paragraph->bullet, .size_pt = setting->size_pt };
  MusterParagraph plain = { .line_height = setting->paragraph->line_height };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoLayoutIter) iter = NULL;
  Setting     own = { setting->typeset, &plain, text, stretches, NULL, setting->size_pt };
  MusterSlug *slug;

  if (setting->stretches->len > 0)
    {
      const MusterRun *like = g_array_index (setting->stretches, Stretch, 0).run;

      run.colour = like->colour;
      run.family = like->family;
      run.has_ground = like->has_ground;
      run.ground = like->ground;
    }
  append_clean (text, run.text);
  g_array_append_val (stretches, ((Stretch){ 0, (guint) text->len, &run, NULL }));
  layout = make_layout (&own, 0, 400, 0);
  iter = pango_layout_get_iter (layout);
  slug = make_line (&own, iter, 0, 0);
  *width = 0;
  for (guint i = 0; i < slug->words->len; i++)
    {
      const MusterSlugWord *word = &g_array_index (slug->words, MusterSlugWord, i);

      *width = MAX (*width, word->box.x + word->box.width);
    }

  return slug;
}

/* Puts the bullet beside the first line of the text. It goes first and gives its height back, so that both
 * come onto the same page. */
static void
put_bullet (const Setting *setting, MusterSlug *bullet, const MusterSlug *first)
{
  double down = first->baseline_pt - bullet->baseline_pt;

  for (guint i = 0; i < bullet->words->len; i++)
    {
      MusterSlugWord *word = &g_array_index (bullet->words, MusterSlugWord, i);

      word->box.y += down;
      word->baseline_pt += down;
    }
  bullet->baseline_pt = first->baseline_pt;
  bullet->box.height = first->box.height;
  muster_typeset_put_line (setting->typeset, bullet);
  muster_typeset_add_space (setting->typeset, -first->box.height);
}

/* Where the lines of a layout stand. */
typedef struct
{
  double left; /* of the strip */
  double width;
  double indent;
  double hang; /* how much the first line begins further left */
  double first;
} Strip;

static Strip
find_strip (const Setting *setting, gboolean is_first)
{
  MusterTypeset         *typeset = setting->typeset;
  const MusterParagraph *paragraph = setting->paragraph;
  const MusterGalley    *galley = muster_typeset_get_galley (typeset);
  Strip                  strip = { 0 };

  strip.left = galley != NULL ? 0 : typeset->at.frame.x;
  strip.width = galley != NULL ? galley->width : typeset->at.frame.width;
  /* An empty line has nothing that could meet an obstacle. */
  if (galley == NULL && setting->text->len > 0)
    strip.width = muster_typeset_find_room (typeset, setting->size_pt * 1.2, LEAST_STRIP_PT, &strip.left);
  strip.first = is_first && paragraph->bullet == NULL ? paragraph->first_indent_pt : 0;
  strip.indent = CLAMP (paragraph->indent_pt, 0, MAX (strip.width - 36, 0));
  strip.hang = strip.first < 0 ? MIN (-strip.first, strip.indent) : 0;

  return strip;
}

/* The bullet hangs left of the text; where there is no room for that, the text gives way. */
static MusterSlug *
place_bullet (const Setting *setting, Strip *strip)
{
  double      width;
  MusterSlug *bullet = make_bullet (setting, &width);
  double      hang = setting->paragraph->first_indent_pt;
  double      x = strip->indent + (hang < 0 ? hang : -(width + .45 * setting->size_pt));

  bullet->box.x = strip->left + MAX (x, 0);
  strip->indent = MAX (strip->indent, MAX (x, 0) + width + .25 * setting->size_pt);

  return bullet;
}

/* One layout's worth of the paragraph. */
static void
put_text (const Setting *setting, gboolean is_first)
{
  const char *bullet_text = setting->paragraph->bullet;
  Strip       strip = find_strip (setting, is_first);
  MusterSlug *bullet = NULL;
  double      x;
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoLayoutIter) iter = NULL;

  if (is_first && bullet_text != NULL && *bullet_text != '\0')
    bullet = place_bullet (setting, &strip);
  x = strip.indent - strip.hang;
  layout = make_layout (setting, x, strip.width - x, strip.hang > 0 ? -strip.hang : strip.first);
  iter = pango_layout_get_iter (layout);

  do
    {
      MusterSlug *slug = make_line (setting, iter, strip.left + x, strip.width - x);

      if (is_first)
        add_hidden_words (slug, setting);
      if (bullet != NULL)
        put_bullet (setting, g_steal_pointer (&bullet), slug);
      is_first = FALSE;
      muster_typeset_put_line (setting->typeset, slug);
    }
  while (!setting->typeset->is_full && pango_layout_iter_next_line (iter));
}

/* A paragraph of hidden text only takes no room at all. */
static void
put_hidden (const Setting *setting)
{
  MusterSlug *slug = muster_slug_new (MUSTER_SLUG_LINE, (MusterBox){ 0, 0, 0, 0 });

  if (muster_typeset_get_galley (setting->typeset) == NULL)
    slug->box.x = setting->typeset->at.frame.x;
  slug->words = new_words ();
  add_hidden_words (slug, setting);
  muster_typeset_put_line (setting->typeset, slug);
}

/* How much of @text goes into a layout that has @room bytes left: all, or up to a blank, or, where there is
 * none, as much as fits. */
static gsize
cut_length (const char *text, gsize room)
{
  const char *end;

  if (strnlen (text, room + 1) <= room)
    return strlen (text);

  end = g_utf8_find_prev_char (text, text + room + 1);
  if (end == NULL)
    return 0;
  for (const char *p = end; p > text + room / 2; p--)
    if (p[-1] == ' ')
      return (gsize) (p - text);

  return (gsize) (end - text);
}

static void
take_run (Setting *setting, const MusterRun *run, gboolean *is_first)
{
  const char *rest = run->text;

  while (*rest != '\0' && !setting->typeset->is_full)
    {
      gsize room
          = MUSTER_TYPESET_MAX_LAYOUT_BYTES - MIN (setting->text->len, MUSTER_TYPESET_MAX_LAYOUT_BYTES);
      gsize            length = cut_length (rest, room);
      g_autofree char *piece = g_strndup (rest, length);
      Stretch          stretch = { (guint) setting->text->len, 0, run, NULL };

      append_clean (setting->text, piece);
      stretch.end = (guint) setting->text->len;
      if (run->link != NULL)
        stretch.link = g_string_chunk_insert_const (setting->typeset->strings, run->link);
      if (stretch.end > stretch.start)
        g_array_append_val (setting->stretches, stretch);

      rest += length;
      if (*rest != '\0' && setting->text->len > 0)
        {
          put_text (setting, *is_first);
          *is_first = FALSE;
          g_string_truncate (setting->text, 0);
          g_array_set_size (setting->stretches, 0);
        }
    }
}

/**
 * muster_typeset_add_paragraph:
 * @paragraph: how it is set; copied where needed
 * @runs: (array length=n_runs): in the order of reading; an empty paragraph takes the height of one line of
 * the first run
 *
 * Sets a paragraph at the current place. Its words become words of the page, hidden runs hidden ones.
 */
void
muster_typeset_add_paragraph (MusterTypeset         *self,
                              const MusterParagraph *paragraph,
                              const MusterRun       *runs,
                              guint                  n_runs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();
  Setting  setting = { self, paragraph, text, stretches, hidden, DEFAULT_SIZE_PT };
  gboolean is_first = TRUE;
  guint    n_visible = 0;

  if (self->is_full)
    return;
  if (n_runs > 0 && runs[0].size_pt > 0)
    setting.size_pt = runs[0].size_pt;

  muster_typeset_add_space (self, paragraph->space_before_pt);
  for (guint i = 0; i < n_runs; i++)
    if (runs[i].is_hidden)
      g_ptr_array_add (hidden, (gpointer) &runs[i]);
    else
      {
        take_run (&setting, &runs[i], &is_first);
        n_visible++;
      }

  if (hidden->len > 0 && n_visible == 0)
    put_hidden (&setting);
  else if (text->len > 0 || is_first)
    put_text (&setting, is_first);
  muster_typeset_add_space (self, paragraph->space_after_pt);
}
