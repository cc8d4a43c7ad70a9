/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tesseract engines, one a language set: a single language reads better and two to three times faster than
 * several at once, so there are as many engines as languages met. Each costs about 50 ms to start. One
 * thread. */

#include "muster-recogniser-private.h"

struct _MusterEngines
{
  GHashTable  *by_languages; /* TessBaseAPI; NULL where the data is missing */
  TessBaseAPI *orientation;
};

static void
free_engine (gpointer engine)
{
  if (engine != NULL)
    TessBaseAPIDelete (engine);
}

MusterEngines *
muster_engines_new (void)
{
  MusterEngines *self = g_new0 (MusterEngines, 1);

  self->by_languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_engine);

  return self;
}

void
muster_engines_free (MusterEngines *self)
{
  g_hash_table_unref (self->by_languages);
  free_engine (self->orientation);
  g_free (self);
}

static TessBaseAPI *
start (const char *languages, TessOcrEngineMode mode)
{
  TessBaseAPI *engine = TessBaseAPICreate ();

  if (TessBaseAPIInit2 (engine, NULL, languages, mode) == 0)
    return engine;
  TessBaseAPIDelete (engine);

  return NULL;
}

/* (nullable) (transfer none): NULL when no data for it is installed. */
TessBaseAPI *
muster_engines_get (MusterEngines *self, const char *languages)
{
  gpointer engine;

  if (!g_hash_table_lookup_extended (self->by_languages, languages, NULL, &engine))
    {
      engine = start (languages, OEM_LSTM_ONLY);
      g_hash_table_insert (self->by_languages, g_strdup (languages), engine);
    }

  return engine;
}

/* (nullable) (transfer none) */
TessBaseAPI *
muster_engines_get_orientation (MusterEngines *self)
{
  if (self->orientation == NULL)
    self->orientation = start ("osd", OEM_TESSERACT_ONLY);

  return self->orientation;
}
