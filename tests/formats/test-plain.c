/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: character sets, lines, pages, limits. */

#include "muster-source-private.h"

#include <string.h>

static char *
dup_text (MusterSource *source)
{
  GString *text = g_string_new (NULL);

  for (guint number = 1; number <= muster_source_get_n_pages (source); number++)
    {
      g_autoptr (MusterPage) page = muster_source_read_page (source, number, NULL);
      guint             n;
      const MusterWord *words = muster_page_get_words (page, &n);

      if (number > 1)
        g_string_append_c (text, '#');
      for (guint i = 0; i < n; i++)
        {
          if (i > 0)
            g_string_append (text,
                             ABS (words[i].baseline_pt - words[i - 1].baseline_pt) > 2 ? "/"
                             : words[i].flags & MUSTER_WORD_GLUED                      ? ""
                                                                                       : " ");
          g_string_append (text, words[i].text);
        }
    }

  return g_string_free (text, FALSE);
}

#define BYTES(text) text, sizeof text - 1

static const struct
{
  const char *name, *bytes;
  gsize       length;
  const char *text;
} rows[] = {
  { "utf-8", BYTES ("Zoé\nBergère"), "Zoé/Bergère" },
  { "utf-8 with a mark",
    BYTES ("\xef\xbb\xbf"
           "Zoé"),
    "Zoé" },
  { "utf-16 with a mark", BYTES ("\xff\xfeZ\0o\0\xe9\0"), "Zoé" },
  { "utf-16 without one", BYTES ("A\0n\0a\0 \0K\0l\0e\0i\0n\0"), "Ana Klein" },
  { "utf-16 big end first", BYTES ("\xfe\xff\0A\0n\0a"), "Ana" },
  { "western quotes",
    BYTES ("Erfahrung als Verk\xe4ufer in der Gro\xdfhandlung f\xfcr \x84Werkzeuge\x93 und Maschinen, dann "
           "M\xfcnchen"),
    "Erfahrung als Verkäufer in der Großhandlung für „Werkzeuge“ und Maschinen, dann München" },
  { "gb18030",
    BYTES ("\xd0\xd5\xc3\xfb \xcd\xf5\xb7\xbc \xbb\xe1\xbc\xc6\xca\xa6 \xb9\xe3\xd6\xdd "
           "\xb9\xa4\xd7\xf7\xbe\xad\xc0\xfa \xbd\xcc\xd3\xfd\xb1\xb3\xbe\xb0"),
    "姓名 王芳 会计师 广州 工作经历 教育背景" },
  { "line ends", BYTES ("a\r\nb\rc\n\nd"), "a/b/c/d" },
  { "pages", BYTES ("a\fb\n\fc\f"), "a#b#c" },
  { "tabs and blanks", BYTES ("Role\t\t2019   now"), "Role 2019 now" },
  { "controls",
    BYTES ("a\x01"
           "b\x1b[1mc"),
    "ab[1mc" },
  { "nothing", BYTES (" \n "), "" },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].bytes, rows[i].length);
      g_auto (MusterReaderJob) job;
      g_autoptr (MusterSource) source = NULL;
      g_autofree char *text = NULL;

      muster_reader_job_init (&job);
      source = muster_plain_source_new (bytes, &job, NULL);
      text = dup_text (source);
      if (!g_str_equal (text, rows[i].text))
        g_error ("%s: got “%s”", rows[i].name, text);
    }
}

/* Columns made with blanks stand under each other. */
static void
test_columns (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (BYTES ("2019      Clerk\n2020-2021 Buyer"));
  g_auto (MusterReaderJob) job;
  g_autoptr (MusterSource) source = NULL;
  g_autoptr (MusterPage) page = NULL;
  const MusterWord *words;
  guint             n;

  muster_reader_job_init (&job);
  source = muster_plain_source_new (bytes, &job, NULL);
  page = muster_source_read_page (source, 1, NULL);
  words = muster_page_get_words (page, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat_with_epsilon (words[1].box.x, words[3].box.x, .01);
}

static void
test_limit (void)
{
  g_autofree char *text = g_strnfill (100000, 'a');
  g_autoptr (GBytes) bytes = NULL;
  g_auto (MusterReaderJob) job;
  g_autoptr (MusterSource) source = NULL;
  g_autofree char *got = NULL;

  for (guint i = 0; i < 100000; i += 50)
    text[i] = '\n';
  bytes = g_bytes_new_static (text, 100000);
  muster_reader_job_init (&job);
  job.max_text_bytes = 10000;
  source = muster_plain_source_new (bytes, &job, NULL);
  got = dup_text (source);
  g_assert_cmpuint (strlen (got), <=, 10000);
  g_assert_cmpuint (strlen (got), >, 9000);
  g_assert_nonnull (strstr (muster_source_get_note (source), "missing"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain/texts", test_texts);
  g_test_add_func ("/plain/columns", test_columns);
  g_test_add_func ("/plain/limit", test_limit);

  return g_test_run ();
}
