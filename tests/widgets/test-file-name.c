/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of strangers' files show as themselves: markup is text, line breaks are arrows, nothing turns around what
 * stands beside them. */

#include "muster-file-name.h"

#include <string.h>

#define FSI "\342\201\250"
#define PDI "\342\201\251"
#define REPLACEMENT "\357\277\275"

typedef struct
{
  const char *name;
  const char *path;
  guint       max_characters;
  const char *shown;
} NameCase;

static const NameCase name_cases[] = {
  { "plain", "/home/u/resume.pdf", 0, FSI "resume.pdf" PDI },
  { "markup", "/tmp/a <b>&amp;.pdf", 0, FSI "a <b>&amp;.pdf" PDI },
  { "newline", "/tmp/one\ntwo.pdf", 0, FSI "one\342\206\265two.pdf" PDI },
  { "tab-and-delete", "/tmp/a\tb\177.pdf", 0, FSI "a" REPLACEMENT "b" REPLACEMENT ".pdf" PDI },
  { "hebrew", "/tmp/\327\251\327\234\327\225\327\235.pdf", 0, FSI "\327\251\327\234\327\225\327\235.pdf" PDI },
  { "right-to-left-mark", "/tmp/a\342\200\217b.pdf", 0, FSI "a\342\200\217b.pdf" PDI },
  { "override", "/tmp/cv\342\200\256fdp.exe", 0, FSI "cv" REPLACEMENT "fdp.exe" PDI },
  { "isolate-ended", "/tmp/cv\342\201\251x.pdf", 0, FSI "cv" REPLACEMENT "x.pdf" PDI },
  { "line-separator", "/tmp/a\342\200\250b", 0, FSI "a" REPLACEMENT "b" PDI },
  { "long", "/tmp/abcdefghij.pdf", 9, FSI "abcd\342\200\246.pdf" PDI },
  { "just-fits", "/tmp/abcde.pdf", 9, FSI "abcde.pdf" PDI },
  { "accent-kept-with-its-letter", "/tmp/abcd\314\201efghijk", 9, FSI "abcd\314\201\342\200\246hijk" PDI },
};

static void
test_name (gconstpointer data)
{
  const NameCase  *name_case = data;
  g_autofree char *shown = muster_file_name_dup_shown (name_case->path, name_case->max_characters);

  g_assert_cmpstr (shown, ==, name_case->shown);
}

static void
test_bytes (void)
{
  g_autofree char *shown = muster_file_name_dup_text ("a\377b", 0);
  char             longest[256];
  g_autofree char *whole = NULL;
  g_autofree char *part = NULL;

  g_assert_true (g_utf8_validate (shown, -1, NULL));
  memset (longest, 'x', sizeof longest - 1);
  longest[255] = '\0';
  whole = muster_file_name_dup_text (longest, 0);
  part = muster_file_name_dup_text (longest, 48);
  g_assert_cmpuint (g_utf8_strlen (whole, -1), ==, 257);
  g_assert_cmpuint (g_utf8_strlen (part, -1), ==, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/file-name/", name_cases[i].name, NULL);

      g_test_add_data_func (path, &name_cases[i], test_name);
    }
  g_test_add_func ("/file-name/bytes", test_bytes);

  return g_test_run ();
}
