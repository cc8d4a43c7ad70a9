/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text as a source: its character set found, its lines kept, set on pages. Form feeds begin pages. One
 * thread, inside muster-reader. */

#include "muster-document.h"
#include "muster-flow.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#define SIZE_PT 9.5
#define TAB_COLUMNS 8u
#define DETECT_BYTES 65536

static const char *
charset_of_mark (const guint8 *bytes, gsize length, gsize *skip)
{
  static const struct
  {
    const char *mark;
    gsize       length;
    const char *charset;
  } marks[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" },
    { "\xff\xfe\0\0", 4, "UTF-32LE" },
    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
      {
        *skip = marks[i].length;
        return marks[i].charset;
      }

  return NULL;
}

/* UTF-16 without a mark: every second byte of a western text is zero. */
static const char *
charset_of_zeros (const guint8 *bytes, gsize length)
{
  gsize n[2] = { 0, 0 };
  gsize window = MIN (length, DETECT_BYTES);

  for (gsize i = 0; i < window; i++)
    n[i % 2] += bytes[i] == 0;
  if (MAX (n[0], n[1]) < window / 5)
    return NULL;

  return n[0] > n[1] ? "UTF-16BE" : "UTF-16LE";
}

/* Whether the bytes are UTF-8, but for a character that the end may have cut. */
static gboolean
is_utf8 (const guint8 *bytes, gsize length)
{
  const char *end;

  if (g_utf8_validate_len ((const char *) bytes, length, &end))
    return TRUE;

  return (const char *) bytes + length - end < 4 && end > (const char *) bytes
         && g_utf8_get_char_validated (end, (const char *) bytes + length - end) == (gunichar) -2;
}

/* ICU weighs bytes against languages. Returns (transfer full): its best guess; Windows-1252 where it has
 * none. */
static char *
guess_charset (const guint8 *bytes, gsize length)
{
  UErrorCode           status = U_ZERO_ERROR;
  UCharsetDetector    *detector = ucsdet_open (&status);
  const UCharsetMatch *match;
  const char          *name = NULL;
  char                *charset;

  ucsdet_setText (detector, (const char *) bytes, (int32_t) MIN (length, DETECT_BYTES), &status);
  match = ucsdet_detect (detector, &status);
  if (match != NULL)
    name = ucsdet_getName (match, &status);
  /* A western text is Windows-1252 in truth: the codes that ISO 8859-1 leaves empty are quotes and dashes
   * there. */
  if (U_FAILURE (status) || name == NULL || g_str_equal (name, "ISO-8859-1")
      || g_str_has_prefix (name, "IBM42"))
    name = "windows-1252";
  charset = g_strdup (name);
  ucsdet_close (detector);

  return charset;
}

/* Returns (transfer full): UTF-8, at most about @max_bytes; broken bytes become U+FFFD. */
static char *
convert (const char *bytes, gsize length, const char *charset, guint64 max_bytes, gboolean *is_cut)
{
  UErrorCode       status = U_ZERO_ERROR;
  int32_t          capacity = (int32_t) MIN (MIN ((guint64) length, max_bytes) * 3 + 16, (guint64) 1 << 30);
  g_autofree char *text = NULL;
  int32_t          size;

  if (length > max_bytes)
    {
      *is_cut = TRUE;
      length = max_bytes & ~(guint64) 3;
    }
  text = g_malloc ((gsize) capacity);
  size = ucnv_convert ("UTF-8", charset, text, capacity - 1, bytes, (int32_t) length, &status);
  if (U_FAILURE (status))
    return g_utf8_make_valid (bytes, (gssize) length);
  text[MIN (size, capacity - 1)] = '\0';

  return g_utf8_make_valid (text, MIN (size, capacity - 1));
}

static char *
decode (GBytes *bytes, guint64 max_bytes, gboolean *is_cut)
{
  gsize            length, skip = 0;
  const guint8    *data = g_bytes_get_data (bytes, &length);
  const char      *charset = charset_of_mark (data, length, &skip);
  g_autofree char *guess = NULL;

  if (charset == NULL && is_utf8 (data, length) && memchr (data, 0, length) == NULL)
    charset = "UTF-8";
  if (charset == NULL)
    charset = charset_of_zeros (data, length);
  if (charset == NULL)
    charset = guess = guess_charset (data, length);

  return convert ((const char *) data + skip, length - skip, charset, max_bytes, is_cut);
}

/* Tabs to the columns that a text editor shows; other controls carry nothing. */
static char *
expand (const char *line, gsize length)
{
  GString *text = g_string_new (NULL);
  guint    column = 0;

  for (const char *p = line; p < line + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        do
          g_string_append_unichar (text, 0xA0);
        while (++column % TAB_COLUMNS != 0);
      else if (c == ' ' && (p == line || p[-1] == ' ' || p[1] == ' '))
        {
          g_string_append_unichar (text, 0xA0);
          column++;
        }
      else if (!g_unichar_iscntrl (c))
        {
          g_string_append_unichar (text, c);
          column += g_unichar_iswide (c) ? 2 : 1;
        }
    }

  return g_string_free (text, FALSE);
}

static void
add_line (MusterFlow *flow, MusterFlowNode *body, const char *line, gsize length)
{
  g_autofree char *text = expand (line, length);
  MusterRun run = { .text = text, .family = "DejaVu Sans Mono, Noto Sans Mono CJK SC", .size_pt = SIZE_PT };
  MusterFlowNode *paragraph = muster_flow_add_node (flow, body, MUSTER_FLOW_PARAGRAPH);

  muster_flow_add_run (flow, paragraph, &run);
}

static void
add_lines (MusterFlow *flow, MusterFlowNode *body, const char *text)
{
  const char *line = text;

  while (*line != '\0')
    {
      gsize length = strcspn (line, "\r\n\f");
      char  end = line[length];

      if (length > 0 || end != '\f')
        add_line (flow, body, line, length);
      if (end == '\f' && line[length + 1] != '\0')
        muster_flow_add_node (flow, body, MUSTER_FLOW_PAGE_BREAK);
      line += length;
      if (end == '\r' && line[1] == '\n')
        line++;
      if (end != '\0')
        line++;
    }
}

/**
 * muster_plain_source_new:
 * @bytes: text in any character set
 *
 * Returns: (transfer full): the text on pages, or %NULL with MUSTER_READ_ERROR.
 */
MusterSource *
muster_plain_source_new (GBytes *bytes, const MusterReaderJob *job, GError **error)
{
  MusterFlow        *flow = muster_flow_new ();
  MusterFlowSection *section = muster_flow_add_section (flow);
  g_autofree char   *text = decode (bytes, job->max_text_bytes, &flow->is_cut);

  section->left_pt = section->right_pt = 48;
  add_lines (flow, section->body, text);

  return muster_flow_source_new (flow, job);
}
