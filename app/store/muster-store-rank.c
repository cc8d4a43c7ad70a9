/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a document answers a query: BM25 (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009) as
 * an auxiliary function of FTS5, muster_rank (text_index), higher is better. It differs from FTS5's own bm25() in one
 * thing: documents that have a word are counted only up to a limit. The own one walks all 100,000 of a word that
 * stands in every resume (240 ms); a word that common tells nothing, so here it simply weighs little. */

#include "muster-store-tokenizer.h"

#include "muster-store.h"

#include <math.h>

#define K1 1.2
#define B 0.75
#define MAX_COUNTED 4000
#define MAX_OCCURRENCES 2000
#define COMMON_WEIGHT 0.1

/* name, label, text: who is looked for by name or title is meant to come first. */
static const double column_weights[] = { 10, 5, 1 };

typedef struct
{
  double average_length;
  int    n_phrases;
  double weights[];
} RankData;

static int
count_document (const Fts5ExtensionApi *api, Fts5Context *context, void *user_data)
{
  guint *n = user_data;

  return ++*n < MAX_COUNTED ? SQLITE_OK : SQLITE_DONE;
}

static int
make_data (const Fts5ExtensionApi *api, Fts5Context *context, RankData **result)
{
  int           n_phrases = api->xPhraseCount (context);
  RankData     *data = g_malloc0 (sizeof (RankData) + sizeof (double) * (gsize) n_phrases);
  sqlite3_int64 n_documents = 0, n_tokens = 0;
  int           code = api->xRowCount (context, &n_documents);

  if (code == SQLITE_OK)
    code = api->xColumnTotalSize (context, -1, &n_tokens);
  n_documents = MAX (n_documents, 1);
  data->average_length = MAX ((double) n_tokens / (double) n_documents, 1);
  data->n_phrases = n_phrases;

  for (int i = 0; i < n_phrases && code == SQLITE_OK; i++)
    {
      guint n = 0;

      code = api->xQueryPhrase (context, i, &n, count_document);
      data->weights[i] = n >= MAX_COUNTED ? COMMON_WEIGHT
                                          : MAX (log (((double) n_documents - n + 0.5) / (n + 0.5)), COMMON_WEIGHT);
    }

  if (code == SQLITE_OK)
    code = api->xSetAuxdata (context, data, g_free);
  else
    g_free (data);
  *result = code == SQLITE_OK ? data : NULL;

  return code;
}

static double
score_document (const Fts5ExtensionApi *api, Fts5Context *context, const RankData *data, int *code)
{
  g_autofree double *frequencies = g_new0 (double, (gsize) MAX (data->n_phrases, 1));
  double             score = 0;
  int                n_occurrences = 0, length = 0;

  *code = api->xInstCount (context, &n_occurrences);
  n_occurrences = MIN (n_occurrences, MAX_OCCURRENCES);
  for (int i = 0; i < n_occurrences && *code == SQLITE_OK; i++)
    {
      int phrase, column, offset;

      *code = api->xInst (context, i, &phrase, &column, &offset);
      if (*code == SQLITE_OK && phrase < data->n_phrases && column < (int) G_N_ELEMENTS (column_weights))
        frequencies[phrase] += column_weights[column];
    }
  if (*code == SQLITE_OK)
    *code = api->xColumnSize (context, -1, &length);

  for (int i = 0; i < data->n_phrases && *code == SQLITE_OK; i++)
    score += data->weights[i] * frequencies[i] * (K1 + 1)
             / (frequencies[i] + K1 * (1 - B + B * length / data->average_length));

  return score;
}

static void
rank (const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *call, int n_values, sqlite3_value **values)
{
  RankData *data = api->xGetAuxdata (context, 0);
  int       code = data != NULL ? SQLITE_OK : make_data (api, context, &data);
  double    score = code == SQLITE_OK ? score_document (api, context, data, &code) : 0;

  if (code == SQLITE_OK)
    sqlite3_result_double (call, score);
  else
    sqlite3_result_error_code (call, code);
}

/** muster_store_rank_register: makes muster_rank() known to a connection. */
gboolean
muster_store_rank_register (sqlite3 *database, GError **error)
{
  fts5_api *api = muster_store_find_fts5 (database);

  if (api == NULL || api->xCreateFunction (api, "muster_rank", NULL, rank, NULL) != SQLITE_OK)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_FAILED,
                   "The order of search results cannot be set up.");
      return FALSE;
    }

  return TRUE;
}
