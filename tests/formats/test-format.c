/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats by content, what is answered for those that are not read, and characters as a person reads them. */

#include "muster-document.h"
#include "muster-format.h"
#include "muster-glyph-text.h"
#include "muster-source.h"

#include <string.h>

#define BYTES(text) (const guint8 *) (text), sizeof (text) - 1

static void
test_sniff (void)
{
  static const struct
  {
    const char   *name;
    const guint8 *bytes;
    gsize         length;
    MusterFormat  format;
  } cases[] = {
    { "pdf", BYTES ("%PDF-1.4\n"), MUSTER_FORMAT_PDF },
    { "pdf after http lines", BYTES ("HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n"), MUSTER_FORMAT_PDF },
    { "png", BYTES ("\x89PNG\r\n\x1a\n...."), MUSTER_FORMAT_PNG },
    { "jpeg", BYTES ("\xff\xd8\xff\xe0...."), MUSTER_FORMAT_JPEG },
    { "tiff, both ends", BYTES ("MM\0*...."), MUSTER_FORMAT_TIFF },
    { "tiff of 64 bits", BYTES ("II+\0...."), MUSTER_FORMAT_TIFF },
    { "webp", BYTES ("RIFF....WEBPVP8 "), MUSTER_FORMAT_WEBP },
    { "office with a password",
      BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
      MUSTER_FORMAT_OLE_ENCRYPTED },
    { "old office", BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\0o\0r\0d\0"), MUSTER_FORMAT_OLE },
    { "rtf", BYTES ("{\\rtf1\\ansi Hello}"), MUSTER_FORMAT_RTF },
    { "html", BYTES ("\n <!DOCTYPE html><html><body>"), MUSTER_FORMAT_HTML },
    { "svg", BYTES ("<?xml version='1.0'?><svg xmlns='x'/>"), MUSTER_FORMAT_SVG },
    { "mail",
      BYTES ("From: a@example.com\r\nTo: b@example.com\r\nSubject: CV\r\nMIME-Version: 1.0\r\n\r\nHi"),
      MUSTER_FORMAT_MAIL },
    { "a letter that begins like a mail",
      BYTES ("From: Ann\nTo the director\nDear Sir"),
      MUSTER_FORMAT_TEXT },
    { "text", BYTES ("Curriculum vitae\nZo\xc3\xab"), MUSTER_FORMAT_TEXT },
    { "text of two bytes a letter",
      BYTES ("\xff\xfe"
             "C\0V\0"),
      MUSTER_FORMAT_TEXT },
    { "the same without a mark", BYTES ("C\0V\0 \0o\0f\0 \0A\0n\0n\0"), MUSTER_FORMAT_TEXT },
    { "program",
      BYTES ("\x7f"
             "ELF\2\1\1"),
      MUSTER_FORMAT_PROGRAM },
    { "packed", BYTES ("\x1f\x8b\x08...."), MUSTER_FORMAT_ARCHIVE },
    { "zeros", BYTES ("\0\0\0\0\0\0\0\0"), MUSTER_FORMAT_UNKNOWN },
    { "noise", BYTES ("\x01\x02\x03\x04\x05\x06\x07\x0e\x0f"), MUSTER_FORMAT_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (muster_format_sniff (cases[i].bytes, cases[i].length), ==, cases[i].format);
      for (gsize length = 1; length < cases[i].length; length++) /* never beyond the end */
        {
          g_autofree guint8 *cut = g_memdup2 (cases[i].bytes, length);

          g_assert_cmpint (muster_format_sniff (cut, length), <, MUSTER_FORMAT_LAST);
        }
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char   *name;
    const guint8 *bytes;
    gsize         length;
    const char   *code;
  } cases[] = {
    { "nothing", BYTES (""), "damaged" },
    { "noise", BYTES ("\x01\x02\x03\x04\x05\x06\x07\x0e\x0f"), "damaged" },
    { "pdf without a page", BYTES ("%PDF-1.4\nnothing more"), "damaged" },
    { "png without a picture", BYTES ("\x89PNG\r\n\x1a\n.................."), "damaged" },
    { "old office", BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1........"), "unsupported" },
    { "gif", BYTES ("GIF89a...."), "unsupported" },
    { "rtf", BYTES ("{\\rtf1 Hello}"), "unsupported" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].length);
      g_autoptr (GError) error = NULL;
      g_auto (MusterReaderJob) job = { 0 };

      muster_reader_job_init (&job);
      g_test_message ("%s", cases[i].name);
      g_assert_null (muster_source_open (bytes, &job, &error));
      g_assert_cmpstr (muster_read_error_code (error), ==, cases[i].code);
      g_assert_true (strlen (error->message) > 10);
    }
}

static void
test_characters (void)
{
  static const struct
  {
    gunichar    character;
    gboolean    has_width;
    const char *read;
  } cases[] = {
    { 'a', TRUE, "a" },     { 0xfb01, TRUE, "fi" }, /* ligature */
    { 0xff21, TRUE, "A" },                          /* full width */
    { 0x2f2f, TRUE, "工" },                         /* radical that Unicode folds */
    { 0x2ed3, TRUE, "长" },                         /* and one that it does not */
    { 0x1d5d4, TRUE, "A" },                         /* bold by letters */
    { 0xb2, TRUE, "²" },                            /* stays what a person sees */
    { 0xb4, TRUE, "´" },                            /* no blank comes of it */
    { 0xad, TRUE, "-" },                            /* a soft hyphen that is drawn */
    { 0xad, FALSE, "" },    { 0x200b, TRUE, "" },   { 0x202e, TRUE, "" },
    { 0xa0, TRUE, "" },     { 0xfffd, TRUE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      g_test_message ("U+%04X", cases[i].character);
      muster_glyph_append (text, cases[i].character, cases[i].has_width);
      g_assert_cmpstr (text->str, ==, cases[i].read);
    }
}

static void
test_icon_fonts (void)
{
  g_assert_true (muster_glyph_font_is_icons ("FontAwesome5Free-Solid"));
  g_assert_true (muster_glyph_font_is_icons ("MaterialIcons-Regular"));
  g_assert_true (muster_glyph_font_is_icons ("Wingdings-Regular"));
  g_assert_false (muster_glyph_font_is_icons ("LexiconNo1-Roman"));
  g_assert_false (muster_glyph_font_is_icons ("Helvetica"));
  g_assert_false (muster_glyph_font_is_icons (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/format/sniff", test_sniff);
  g_test_add_func ("/format/refused", test_refused);
  g_test_add_func ("/format/characters", test_characters);
  g_test_add_func ("/format/icon-fonts", test_icon_fonts);

  return g_test_run ();
}
