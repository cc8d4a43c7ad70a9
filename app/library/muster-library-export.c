/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 4180, and what OWASP's page on CSV injection asks for: fields that begin with = + - @, a tab or a return get an
 * apostrophe before them. */

#include "muster-library-export.h"

#include "muster-library-queries.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAGE_ROWS 500
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  GString *text;
  gboolean has_field; /* in this row */
} Table;

/* @format gives what needs no quotes. */
static void add_plain (Table *table, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
begin_field (Table *table)
{
  if (table->has_field)
    g_string_append_c (table->text, ',');
  table->has_field = TRUE;
}

static void
add_plain (Table *table, const char *format, ...)
{
  va_list values;

  begin_field (table);
  va_start (values, format);
  g_string_append_vprintf (table->text, format, values);
  va_end (values);
}

static void
add_text (Table *table, const char *text)
{
  begin_field (table);
  g_string_append_c (table->text, '"');
  if (*text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    g_string_append_c (table->text, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (table->text, '"');
      g_string_append_c (table->text, *at);
    }
  g_string_append_c (table->text, '"');
}

static void
add_tenths (Table *table, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  add_plain (table, "%s", g_ascii_formatd (text, sizeof text, "%.1f", value));
}

static void
end_row (Table *table)
{
  g_string_append (table->text, "\r\n");
  table->has_field = FALSE;
}

static const char *
band_title (MusterBand band)
{
  static const char *const titles[] = { N_ ("Weak"), N_ ("Possible"), N_ ("Good"), N_ ("Strong") };

  return _ (titles[MIN (band, MUSTER_BAND_STRONG)]);
}

static const char *
stage_title (MusterStage stage)
{
  static const char *const titles[]
      = { N_ ("New"), N_ ("Shortlist"), N_ ("Interview"), N_ ("Offer"), N_ ("Hired"), N_ ("Declined") };

  return _ (titles[MIN (stage, MUSTER_STAGE_DECLINED)]);
}

static void
add_header (Table *table, gboolean has_opening)
{
  static const char *const of_opening[]
      = { N_ ("Rank"), N_ ("Candidate"), N_ ("Title"), N_ ("Fit"), N_ ("Band"), N_ ("Must-haves met"),
          N_ ("Must-haves"), N_ ("Relevant experience, years"), N_ ("Experience, years"), N_ ("Top evidence"),
          N_ ("City"), N_ ("Stage"), N_ ("Added"), NULL };
  static const char *const of_all[] = { N_ ("Candidate"), N_ ("Title"), N_ ("Experience, years"), N_ ("City"),
                                        N_ ("Stage"), N_ ("Added"), NULL };
  const char *const *titles = has_opening ? of_opening : of_all;

  g_string_append (table->text, BYTE_ORDER_MARK);
  for (guint i = 0; titles[i] != NULL; i++)
    add_text (table, _ (titles[i]));
  end_row (table);
}

static void
add_fit (Table *table, const MusterCandidateRecord *record)
{
  if (!record->has_fit)
    {
      for (guint i = 0; i < 5; i++)
        add_plain (table, "%s", "");
      return;
    }
  add_tenths (table, record->fit);
  add_text (table, band_title (muster_band_for_total (record->fit)));
  add_plain (table, "%u", record->n_musts_met);
  add_plain (table, "%u", record->n_musts);
  add_tenths (table, record->relevant_months / 12.0);
}

static void
add_record (Table *table, const MusterCandidateRecord *record)
{
  g_autoptr (GDateTime) added = g_date_time_new_from_unix_local (record->added_at);
  g_autofree char      *day = added != NULL ? g_date_time_format (added, "%Y-%m-%d") : g_strdup ("");
  gboolean              has_opening = record->opening_id != 0;

  if (has_opening && record->rank > 0)
    add_plain (table, "%u", record->rank);
  else if (has_opening)
    add_plain (table, "%s", "");
  add_text (table, record->name);
  add_text (table, record->label);
  if (has_opening)
    add_fit (table, record);
  add_tenths (table, record->work_months / 12.0);
  if (has_opening)
    add_text (table, record->top_evidence);
  add_text (table, record->city);
  add_text (table, stage_title (record->stage));
  add_plain (table, "%s", day);
  end_row (table);
}

static gboolean
flush (Table *table, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  gboolean is_done
      = g_output_stream_write_all (stream, table->text->str, table->text->len, NULL, cancellable, error);

  g_string_truncate (table->text, 0);

  return is_done;
}

gboolean
muster_library_export_candidates_csv (MusterLibrary              *self,
                                      const MusterCandidateQuery *query,
                                      GOutputStream              *stream,
                                      GCancellable               *cancellable,
                                      GError                    **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Table               table = { text, FALSE };
  guint               n_seen = 0, n_page = PAGE_ROWS;

  add_header (&table, query->opening_id != 0);
  while (n_page == PAGE_ROWS)
    {
      g_autoptr (GPtrArray) page = muster_library_list_candidates (self, query, n_seen, PAGE_ROWS, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        add_record (&table, g_ptr_array_index (page, i));
      n_page = page->len;
      n_seen += n_page;
      if (!flush (&table, stream, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

char *
muster_library_dup_candidates_csv (MusterLibrary *self, const MusterCandidateQuery *query, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!muster_library_export_candidates_csv (self, query, stream, NULL, error)
      || !g_output_stream_write_all (stream, "", 1, NULL, NULL, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}
