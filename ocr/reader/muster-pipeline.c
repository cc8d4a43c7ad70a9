/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which the rooms of ocr/ work on a file. Two passes: every page with the words that the file has, then
 * recognition of the pages that need it, within the limits of the job. What could not be done is a note; only a file
 * that gives nothing is an error. */

#include "muster-pipeline.h"

#include "muster-language.h"
#include "muster-layout.h"
#include "muster-page-cleaner.h"
#include "muster-page-drawing.h"
#include "muster-page-merger.h"
#include "muster-page-plan.h"
#include "muster-recogniser.h"
#include "muster-source.h"
#include "muster-visibility.h"

#include <glib/gi18n-lib.h>

/* Enough to see thin letters, and twice as fast to draw as what recognition wants. */
#define JUDGE_DPI 150.0
#define RECOGNISE_DPI 300.0
#define LAYOUT_DPI 72.0

/* Below this the words of a layer are no language at all. */
#define RUBBISH_PLAUSIBILITY 0.5

/* A page is a scan when pictures that are not listed cover this much of it. */
#define SCAN_SHARE 0.3

/* One page between the passes: judged, but without lines. */
typedef struct
{
  MusterPage    *judged;
  MusterPagePlan plan;
  double         picture_share;
  MusterPage    *sent;       /* the last that the sink got */
  guint64        text_bytes; /* what that took from the budget */
  guint          n_words;
} PageWork;

typedef struct
{
  MusterSource             *source;
  const MusterReaderJob    *job;
  const MusterPipelineSink *sink;
  MusterPipelineSummary    *summary;
  GPtrArray                *pages; /* PageWork, of those that could be read */
  MusterPageBudget          budget;
  MusterRecogniser         *recogniser; /* borrowed, or own_recogniser */
  MusterRecogniser         *own_recogniser;
  GError                   *first_error; /* of a page */
} Pipeline;

static void
page_work_free (PageWork *work)
{
  g_clear_pointer (&work->judged, muster_page_unref);
  g_clear_pointer (&work->sent, muster_page_unref);
  g_free (work);
}

static void
pipeline_clear (Pipeline *self)
{
  g_clear_pointer (&self->source, muster_source_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->own_recogniser, muster_recogniser_free);
  g_clear_error (&self->first_error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pipeline, pipeline_clear)

static void G_GNUC_PRINTF (2, 3)
add_note (Pipeline *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->summary->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Keeps the first fault of a page for the case that none can be read. */
static void G_GNUC_PRINTF (3, 4)
take_page_error (Pipeline *self, const GError *error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->summary->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
  if (self->first_error == NULL)
    self->first_error = g_error_copy (error);
}

/* Lines, layout image, and out. A page sent anew takes the place of the old one, also in the budget; one that runs
 * over the limit of text leaves cut, which is noted at the end. */
static gboolean
send_page (Pipeline *self, PageWork *work, const MusterPage *page, struct Pix *drawing, GError **error)
{
  MusterPageBudget       before = self->budget;
  g_autoptr (MusterPage) clean = NULL;
  g_autoptr (GBytes)     image = NULL;
  g_autoptr (GError)     page_error = NULL;

  before.text_bytes += work->text_bytes;
  before.n_words += work->n_words;
  self->budget = before;
  clean = muster_page_clean (page, &self->budget, &page_error);
  if (clean == NULL)
    {
      take_page_error (self, page_error, _ ("Page %u was left out: %s"), muster_page_get_number (page),
                       page_error->message);
      return TRUE;
    }
  work->text_bytes = before.text_bytes - self->budget.text_bytes;
  work->n_words = before.n_words - self->budget.n_words;

  muster_layout_arrange_page (clean);
  if (drawing != NULL)
    image = muster_drawing_to_layout_image (drawing, clean);
  if (image != NULL)
    muster_page_set_layout_image (clean, image);
  g_clear_pointer (&work->sent, muster_page_unref);
  work->sent = g_steal_pointer (&clean);

  return self->sink->page (work->sent, self->sink->user_data, error);
}

static double
drawing_dpi (MusterSourceKind kind)
{
  switch (kind)
    {
    case MUSTER_SOURCE_PDF:
      return JUDGE_DPI;
    case MUSTER_SOURCE_IMAGE:
      return RECOGNISE_DPI;
    case MUSTER_SOURCE_TYPESET:
    default:
      return LAYOUT_DPI;
    }
}

/* What can be seen, and whether the picture must be recognised. Without a drawing the words of the file are all there
 * is. */
static void
judge (Pipeline *self, PageWork *work, MusterPage *page, struct Pix *drawing)
{
  MusterSourceKind kind = muster_source_get_kind (self->source);

  work->plan = MUSTER_PLAN_TEXT_LAYER;
  if (kind == MUSTER_SOURCE_PDF && drawing != NULL)
    {
      work->judged = muster_visibility_judge (page, drawing);
      work->picture_share = muster_source_get_picture_share (self->source, muster_page_get_number (page));
      work->plan = muster_page_plan (work->judged, work->picture_share, muster_visibility_ink_share (drawing));
    }
  else
    {
      work->judged = muster_page_ref (page);
      if (kind == MUSTER_SOURCE_IMAGE)
        work->plan = MUSTER_PLAN_OCR;
    }
}

/* Returns whether the sink still wants more. A page that cannot be read is noted and left out. */
static gboolean
read_page (Pipeline *self, guint number, GError **error)
{
  g_autoptr (GError)         page_error = NULL;
  g_autoptr (MusterPage)     page = muster_source_read_page (self->source, number, &page_error);
  g_autoptr (MusterDrawing)  drawing = NULL;
  PageWork                  *work;

  if (page == NULL)
    {
      take_page_error (self, page_error, _ ("Page %u could not be read: %s"), number, page_error->message);
      return TRUE;
    }

  drawing = muster_source_draw_page (self->source, number, drawing_dpi (muster_source_get_kind (self->source)), FALSE,
                                     &page_error);
  if (drawing == NULL)
    take_page_error (self, page_error, _ ("Page %u could not be drawn, hidden text on it was not looked for: %s"),
                     number, page_error->message);

  work = g_new0 (PageWork, 1);
  judge (self, work, page, drawing);
  g_ptr_array_add (self->pages, work);

  return send_page (self, work, work->judged, drawing, error);
}

static gboolean
read_pages (Pipeline *self, GError **error)
{
  guint n_total = muster_source_get_n_pages (self->source);
  guint n_most = MIN (n_total, self->job->max_text_pages);
  guint n = 0;

  if (n_total == 0)
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_DAMAGED,
                   _ ("The file has no pages that can be opened."));
      return FALSE;
    }

  while (n < n_most && !self->budget.is_exhausted)
    if (!read_page (self, ++n, error))
      return FALSE;
  if (n < n_total)
    add_note (self, _ ("First %u of %u pages were read."), n, n_total);

  if (self->pages->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&self->first_error));
      return FALSE;
    }

  return TRUE;
}

/* Pictures that are listed lie on a page; what is covered beyond them is a scan that fills it. */
static gboolean
is_picture_page (const PageWork *work)
{
  MusterBox        sheet = { 0, 0, muster_page_get_width_pt (work->judged), muster_page_get_height_pt (work->judged) };
  guint            n;
  const MusterBox *pictures = muster_page_get_pictures (work->judged, &n);
  double           listed = 0;

  for (guint i = 0; i < n; i++)
    listed += muster_box_overlap_area (pictures[i], sheet);

  return work->picture_share - listed / muster_box_area (sheet) > SCAN_SHARE;
}

/* Recognition straightens pages; one cut out of a photo has another size than the picture. */
static gboolean
has_same_size (const MusterPage *a, const MusterPage *b)
{
  double width = muster_page_get_width_pt (a) / muster_page_get_width_pt (b);
  double height = muster_page_get_height_pt (a) / muster_page_get_height_pt (b);

  return ABS (width - 1) < 0.03 && ABS (height - 1) < 0.03;
}

/* Whether words of the picture lie where those of the layer do: skew of half a degree is a line at the margin. */
static gboolean
is_level (const MusterStraightening *straightening)
{
  return !straightening->has_corners && straightening->n_quarter_turns % 4 == 0
         && ABS (straightening->skew_degrees) < 0.4;
}

static MusterPage *
merge (const PageWork *work, const MusterPage *recognised, const MusterStraightening *straightening)
{
  guint             n;
  const MusterWord *words = muster_page_get_words (work->judged, &n);
  MusterMergeHints  hints = { .is_rubbish = n > 0 && muster_text_plausibility (words, n) < RUBBISH_PLAUSIBILITY,
                              .is_picture_page = is_picture_page (work),
                              .is_comparable = is_level (straightening) && has_same_size (work->judged, recognised) };

  return work->plan == MUSTER_PLAN_BOTH ? muster_page_compare_layer (work->judged, recognised, &hints)
                                        : muster_page_replace_layer (work->judged, recognised, &hints);
}

static gboolean
start_recogniser (Pipeline *self, GError **error)
{
  if (self->recogniser == NULL)
    self->recogniser = self->own_recogniser = muster_recogniser_new (self->job->ocr_languages, error);

  return self->recogniser != NULL;
}

static MusterPage *
recognise (Pipeline *self, PageWork *work, MusterDrawing **drawing, GError **error)
{
  guint                      number = muster_page_get_number (work->judged);
  const MusterStraightening *straightening;
  g_autoptr (MusterPage)     recognised = NULL;
  MusterDrawing             *straight = NULL;

  if (!start_recogniser (self, error))
    return NULL;

  *drawing = muster_source_draw_page (self->source, number, RECOGNISE_DPI, FALSE, error);
  if (*drawing == NULL)
    return NULL;
  recognised = muster_recogniser_read (self->recogniser, *drawing, number, NULL, error);
  if (recognised == NULL)
    return NULL;

  /* the layout image shows the page as its words lie */
  straightening = muster_recogniser_get_straightening (self->recogniser);
  if (work->plan != MUSTER_PLAN_BOTH && !muster_straightening_is_none (straightening))
    straight = muster_straightening_apply (straightening, *drawing);
  if (straight != NULL)
    {
      muster_drawing_free (*drawing);
      *drawing = straight;
    }

  return merge (work, recognised, straightening);
}

/* A page whose recognition fails keeps what it has. */
static gboolean
recognise_page (Pipeline *self, PageWork *work, GError **error)
{
  guint                     number = muster_page_get_number (work->judged);
  g_autoptr (GError)        page_error = NULL;
  g_autoptr (MusterDrawing) drawing = NULL;
  g_autoptr (MusterPage)    page = NULL;

  if (!self->sink->recognising (number, self->sink->user_data, error))
    return FALSE;

  page = recognise (self, work, &drawing, &page_error);
  if (page == NULL)
    {
      take_page_error (self, page_error, _ ("Page %u could not be recognised: %s"), number, page_error->message);
      return TRUE;
    }

  return send_page (self, work, page, drawing, error);
}

static gboolean
recognise_pages (Pipeline *self, GError **error)
{
  guint n_done = 0, n_wanted = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      PageWork *work = g_ptr_array_index (self->pages, i);

      if (work->plan == MUSTER_PLAN_TEXT_LAYER)
        continue;
      n_wanted++;
      if (!self->job->has_ocr || n_done >= self->job->max_ocr_pages)
        continue;
      n_done++;
      if (!recognise_page (self, work, error))
        return FALSE;
    }

  if (n_done < n_wanted && self->job->has_ocr)
    add_note (self, _ ("%u of %u pages that are pictures were recognised."), n_done, n_wanted);
  else if (n_wanted > 0 && !self->job->has_ocr)
    add_note (self,
              ngettext ("%u page is a picture and was not recognised.",
                        "%u pages are pictures and were not recognised.", n_wanted),
              n_wanted);

  return TRUE;
}

/* A document in which nothing could be read because something failed is a failure, not an empty document. */
static gboolean
summarise (Pipeline *self, GError **error)
{
  g_autoptr (MusterLanguageGuess) guess = muster_language_guess_new ();
  gboolean                        has_words = FALSE;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const PageWork   *work = g_ptr_array_index (self->pages, i);
      guint             n = 0;
      const MusterWord *words = work->sent != NULL ? muster_page_get_words (work->sent, &n) : NULL;

      has_words |= n > 0;
      for (guint j = 0; j < n; j++)
        muster_language_guess_add (guess, words[j].text);
    }
  if (!has_words && self->first_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->first_error));
      return FALSE;
    }
  if (muster_source_get_note (self->source) != NULL)
    add_note (self, "%s", muster_source_get_note (self->source));
  if (self->budget.is_exhausted)
    add_note (self, _ ("The text is longer than Muster reads; the rest was left out."));

  self->summary->n_pages = muster_source_get_n_pages (self->source);
  self->summary->media_type = g_strdup (muster_source_get_media_type (self->source));
  self->summary->language = g_strdup (muster_language_guess_get (guess));
  self->summary->n_marked_hidden = muster_source_get_marked_hidden (self->source);

  return TRUE;
}

/* A page that is read from its picture has its words on the straightened page; the plan for reading tells which is. */
static gboolean
is_read_from_picture (Pipeline *self, guint number)
{
  g_autoptr (MusterPage)    page = NULL;
  g_autoptr (MusterDrawing) drawing = NULL;
  PageWork                 *work;

  if (!self->job->has_ocr || muster_source_get_kind (self->source) == MUSTER_SOURCE_TYPESET)
    return FALSE;
  if (muster_source_get_kind (self->source) == MUSTER_SOURCE_IMAGE)
    return TRUE;

  page = muster_source_read_page (self->source, number, NULL);
  drawing = page != NULL ? muster_source_draw_page (self->source, number, JUDGE_DPI, FALSE, NULL) : NULL;
  if (drawing == NULL)
    return FALSE;
  work = g_new0 (PageWork, 1);
  g_ptr_array_add (self->pages, work);
  judge (self, work, page, drawing);

  return work->plan == MUSTER_PLAN_OCR;
}

/* (transfer full): the drawing straight, or as it is where that cannot be had: the page is then shown as it lies. */
static MusterDrawing *
straighten (Pipeline *self, guint number, MusterDrawing *drawing)
{
  g_autoptr (MusterDrawing) grey = muster_source_draw_page (self->source, number, RECOGNISE_DPI, FALSE, NULL);
  MusterDrawing            *straight = NULL;
  MusterStraightening       straightening;

  if (grey == NULL || !start_recogniser (self, NULL))
    return drawing;
  muster_recogniser_find_straightening (self->recogniser, grey, &straightening);
  if (!muster_straightening_is_none (&straightening))
    straight = muster_straightening_apply (&straightening, drawing);
  if (straight == NULL)
    return drawing;
  muster_drawing_free (drawing);

  return straight;
}

static gboolean
draw_picture (Pipeline *self, GError **error)
{
  guint                     n_pages = muster_source_get_n_pages (self->source);
  g_autoptr (MusterDrawing) drawing = NULL;
  g_autoptr (GBytes)        pixels = NULL;
  guint                     width, height, stride;

  if (self->job->page < 1 || self->job->page > n_pages)
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_DAMAGED,
                   _ ("The file has %u pages, there is no page %u."),
                   n_pages, self->job->page);
      return FALSE;
    }
  drawing
    = muster_source_draw_page (self->source, self->job->page, CLAMP (self->job->picture_dpi, 18, 600), TRUE, error);
  if (drawing == NULL)
    return FALSE;
  if (is_read_from_picture (self, self->job->page))
    drawing = straighten (self, self->job->page, g_steal_pointer (&drawing));

  pixels = muster_drawing_to_rgb24 (drawing, &width, &height, &stride, error);
  if (pixels == NULL || !self->sink->picture (width, height, stride, pixels, self->sink->user_data, error))
    return FALSE;

  return summarise (self, error);
}

/**
 * muster_pipeline_run:
 * @bytes: the file; kept while this runs
 * @job: what to do within which limits
 * @recogniser: (nullable): one that has opened its files already; NULL makes one when the first page needs it
 * @sink: gets pages (of a READ job) or one picture (of a PICTURE job), from this thread
 * @summary: (out caller-allocates): what to say of the whole; to be cleared, also after an error
 * @error: MUSTER_READ_ERROR, or what the sink gave
 *
 * Returns: whether the file could be read.
 */
gboolean
muster_pipeline_run (GBytes                   *bytes,
                     const MusterReaderJob    *job,
                     MusterRecogniser         *recogniser,
                     const MusterPipelineSink *sink,
                     MusterPipelineSummary    *summary,
                     GError                  **error)
{
  g_auto (Pipeline) self = { .job = job, .sink = sink, .summary = summary, .recogniser = recogniser };

  *summary = (MusterPipelineSummary){ .notes = g_ptr_array_new_with_free_func (g_free) };
  self.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_work_free);
  muster_page_budget_init (&self.budget, job->max_text_bytes);

  self.source = muster_source_open (bytes, job, error);
  if (self.source == NULL)
    return FALSE;
  if (job->kind == MUSTER_JOB_PICTURE)
    return draw_picture (&self, error);

  return read_pages (&self, error) && recognise_pages (&self, error) && summarise (&self, error);
}

void
muster_pipeline_summary_clear (MusterPipelineSummary *summary)
{
  g_clear_pointer (&summary->media_type, g_free);
  g_clear_pointer (&summary->language, g_free);
  g_clear_pointer (&summary->notes, g_ptr_array_unref);
}
