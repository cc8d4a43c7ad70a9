/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader that a hostile file has taken over, or that is merely broken. What it does is its own name: the test links
 * to it as "segfault", "flood" and so on, because intake gives a reader no words of the test's. */

#include "muster-document.h"
#include "muster-page-variant.h"
#include "muster-reader-message.h"

#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define SOCKET_FD 3

static void
send_posture (gboolean is_locked)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "landlock", "u", 1);
  g_variant_dict_insert (&dict, "seccomp", "b", is_locked);
  muster_message_send (SOCKET_FD, MUSTER_MESSAGE_POSTURE, g_variant_dict_end (&dict), -1, NULL);
}

static MusterPage *
make_page (guint number, const char *text, MusterBox box)
{
  MusterPage *page = muster_page_new (number, 595, 842);
  GArray     *words = g_array_new (FALSE, TRUE, sizeof (MusterWord));
  GArray     *lines = g_array_new (FALSE, TRUE, sizeof (MusterLine));
  MusterWord  word = { .text = text, .box = box, .baseline_pt = 20, .size_pt = 10, .confidence = 1, .link = -1 };
  MusterLine  line = { .n_words = 1, .box = { 10, 10, 40, 10 } };

  g_array_append_val (words, word);
  g_array_append_val (lines, line);
  muster_page_take_lines (page, words, lines, 1);

  return page;
}

static void
send_page (guint number, const char *text, MusterBox box)
{
  g_autoptr (MusterPage) page = make_page (number, text, box);

  muster_message_send (SOCKET_FD, MUSTER_MESSAGE_PAGE, muster_page_to_variant (page), -1, NULL);
}

static void
send_word (guint number, const char *text)
{
  send_page (number, text, (MusterBox){ 10, 10, 40, 10 });
}

static void
send_done (guint n_pages, const char *note)
{
  const char  *notes[] = { note, NULL };
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "pages", "u", n_pages);
  g_variant_dict_insert (&dict, "media-type", "s", "text/plain");
  g_variant_dict_insert (&dict, "language", "s", "en");
  g_variant_dict_insert (&dict, "marked-hidden", "u", 0);
  g_variant_dict_insert_value (&dict, "notes", g_variant_new_strv (notes, -1));
  muster_message_send (SOCKET_FD, MUSTER_MESSAGE_DONE, g_variant_dict_end (&dict), -1, NULL);
}

static void
send_raw (guint32 magic, guint32 kind, guint32 length, const void *payload, gsize size)
{
  guint32 header[3] = { GUINT32_TO_LE (magic), GUINT32_TO_LE (kind), GUINT32_TO_LE (length) };

  if (send (SOCKET_FD, header, sizeof header, MSG_NOSIGNAL) > 0 && size > 0)
    send (SOCKET_FD, payload, size, MSG_NOSIGNAL);
}

static void
send_recognising (guint page)
{
  muster_message_send (SOCKET_FD, MUSTER_MESSAGE_RECOGNISING, g_variant_new ("(u)", page), -1, NULL);
}

static void G_GNUC_NORETURN
stall (void)
{
  for (;;)
    pause ();
}

static void
crash (void)
{
  signal (SIGSEGV, SIG_DFL); /* also of a sanitiser */
  raise (SIGSEGV);
}

static void
behave_well (void)
{
  send_posture (TRUE);
  send_word (1, "good");
  send_done (1, "a note");
}

static void
abort_early (void)
{
  abort ();
}

static void
exit_early (void)
{
  _exit (0);
}

static void
spin (void)
{
  send_posture (TRUE);
  for (volatile guint i = 0;; i++)
    ;
}

static void
stall_early (void)
{
  send_posture (TRUE);
  stall ();
}

static void
flood_messages (void)
{
  send_posture (TRUE);
  for (;;)
    {
      send_recognising (1);
      send_word (1, "again");
    }
}

static void
flood_report (void)
{
  static const char piece[4096] = "so much to say ";

  for (guint i = 0; i < 4096; i++)
    if (write (STDERR_FILENO, piece, sizeof piece) < 0)
      break;
  behave_well ();
}

static void
lie_about_magic (void)
{
  send_posture (TRUE);
  send_raw (0x12345678, MUSTER_MESSAGE_PAGE, 4, "abcd", 4);
  stall ();
}

static void
lie_about_kind (void)
{
  send_posture (TRUE);
  send_raw (MUSTER_READER_MAGIC, 77, 4, "abcd", 4);
  stall ();
}

static void
lie_about_length (void)
{
  send_posture (TRUE);
  send_raw (MUSTER_READER_MAGIC, MUSTER_MESSAGE_PAGE, 0xfffffff0u, "abcd", 4);
  stall ();
}

static void
send_unaligned_rubbish (void)
{
  static const guchar rubbish[333] = { 0xff, 0x80, 0x01, 0xfe };

  send_posture (TRUE);
  send_raw (MUSTER_READER_MAGIC, MUSTER_MESSAGE_PAGE, sizeof rubbish, rubbish, sizeof rubbish);
  stall ();
}

static void
send_bad_utf8 (void)
{
  g_autoptr (MusterPage) page = make_page (1, "abcdefgh", (MusterBox){ 10, 10, 40, 10 });
  g_autoptr (GVariant)   variant = g_variant_ref_sink (muster_page_to_variant (page));
  gsize                  size = g_variant_get_size (variant);
  g_autofree guchar     *bytes = g_memdup2 (g_variant_get_data (variant), size);
  guchar                *at = memmem (bytes, size, "abcdefgh", 8);

  at[3] = 0xff;
  send_posture (TRUE);
  send_raw (MUSTER_READER_MAGIC, MUSTER_MESSAGE_PAGE, (guint32) size, bytes, size);
  send_done (1, "");
}

static void
send_control (void)
{
  send_posture (TRUE);
  send_word (1, "evil\x1b[2J");
  send_done (1, "");
}

static void
send_bidi (void)
{
  send_posture (TRUE);
  send_word (1, "evil\xe2\x80\xaegnp.exe");
  send_done (1, "");
}

static void
send_bidi_note (void)
{
  send_posture (TRUE);
  send_word (1, "good");
  send_done (1, "note \xe2\x80\xae\x1b[2Jturned");
}

static void
send_page_twice (void)
{
  send_posture (TRUE);
  send_word (1, "once");
  send_word (1, "twice");
  send_done (2, "");
}

static void
send_pages_falling (void)
{
  send_posture (TRUE);
  send_word (2, "second");
  send_word (1, "first");
  send_done (2, "");
}

static void
send_page_beyond (void)
{
  send_posture (TRUE);
  send_word (51, "beyond");
  send_done (51, "");
}

static void
send_too_many_pages (void)
{
  send_posture (TRUE);
  send_word (3, "third");
  send_done (2, "");
}

static void
send_box_outside (void)
{
  send_posture (TRUE);
  send_page (1, "far", (MusterBox){ 90000, 10, 40, 10 });
  send_done (1, "");
}

static void
send_box_of_nothing (void)
{
  send_posture (TRUE);
  send_page (1, "nan", (MusterBox){ NAN, 10, 40, 10 });
  send_done (1, "");
}

static void
send_too_much_text (void)
{
  g_autofree char *text = g_strnfill (4000, 'x');

  send_posture (TRUE);
  for (guint i = 1; i <= 50; i++)
    send_word (i, text);
  send_done (50, "");
}

static void
send_half_message (void)
{
  send_posture (TRUE);
  send_raw (MUSTER_READER_MAGIC, MUSTER_MESSAGE_PAGE, 5000, "abcd", 4);
}

static void
send_half_header (void)
{
  send_posture (TRUE);
  if (send (SOCKET_FD, "MSTR", 4, MSG_NOSIGNAL) < 0)
    _exit (1);
}

static void
forget_done (void)
{
  send_posture (TRUE);
  send_word (1, "good");
}

static void
send_done_twice (void)
{
  behave_well ();
  send_done (1, "");
}

static void
stall_after_done (void)
{
  behave_well ();
  stall ();
}

static void
close_and_stall (void)
{
  send_posture (TRUE);
  send_word (1, "good");
  close (SOCKET_FD);
  stall ();
}

static void
drip (void)
{
  static const guchar header[12] = { 'M', 'S', 'T', 'R', MUSTER_MESSAGE_PAGE, 0, 0, 0, 0, 0, 1, 0 };

  send_posture (TRUE);
  if (send (SOCKET_FD, header, sizeof header, MSG_NOSIGNAL) < 0)
    _exit (1);
  for (;;)
    {
      g_usleep (20000);
      if (send (SOCKET_FD, "", 1, MSG_NOSIGNAL) < 0)
        _exit (1);
    }
}

static void
forget_posture (void)
{
  send_word (1, "good");
  send_done (1, "");
}

static void
stay_unlocked (void)
{
  send_posture (FALSE);
  send_word (1, "good");
  send_done (1, "");
}

static void
send_picture_unasked (void)
{
  send_posture (TRUE);
  muster_message_send (SOCKET_FD, MUSTER_MESSAGE_PICTURE,
                       g_variant_new_parsed ("(uint32 1, uint32 1, uint32 4, [byte 0, 0, 0, 0])"), -1, NULL);
  stall ();
}

static void
fail_with_unknown_reason (void)
{
  send_posture (TRUE);
  muster_message_send (SOCKET_FD, MUSTER_MESSAGE_FAILED, g_variant_new ("(us)", 4711, "?"), -1, NULL);
}

static void
fail_honestly (void)
{
  send_posture (TRUE);
  muster_message_send (SOCKET_FD, MUSTER_MESSAGE_FAILED,
                       g_variant_new ("(us)", (guint) MUSTER_READ_ERROR_ENCRYPTED, "It asks for a \x1b[31mpassword."),
                       -1, NULL);
}

static void
summarise_nonsense (void)
{
  send_posture (TRUE);
  send_word (1, "good");
  muster_message_send (SOCKET_FD, MUSTER_MESSAGE_DONE, g_variant_new_parsed ("@a{sv} {'pages': <'many'>}"), -1, NULL);
}

/* The text came, then recognition goes wrong: the text is to survive. */
static void
crash_while_recognising (void)
{
  send_posture (TRUE);
  send_word (1, "good");
  send_recognising (1);
  crash ();
}

static void
stall_while_recognising (void)
{
  send_posture (TRUE);
  send_word (1, "good");
  send_recognising (1);
  stall ();
}

static void
lie_while_recognising (void)
{
  send_posture (TRUE);
  send_word (1, "good");
  send_recognising (1);
  send_word (2, "other");
  send_done (2, "");
}

static void
crash_with_nothing_recognised (void)
{
  send_posture (TRUE);
  send_recognising (1);
  crash ();
}

static const struct
{
  const char *name;
  void (*behave) (void);
} behaviours[] = {
  { "good", behave_well },
  { "segfault", crash },
  { "abort", abort_early },
  { "exit", exit_early },
  { "spin", spin },
  { "stall", stall_early },
  { "flood", flood_messages },
  { "flood-report", flood_report },
  { "magic", lie_about_magic },
  { "kind", lie_about_kind },
  { "length", lie_about_length },
  { "rubbish", send_unaligned_rubbish },
  { "bad-utf8", send_bad_utf8 },
  { "control", send_control },
  { "bidi", send_bidi },
  { "bidi-note", send_bidi_note },
  { "page-twice", send_page_twice },
  { "pages-falling", send_pages_falling },
  { "page-beyond", send_page_beyond },
  { "too-many-pages", send_too_many_pages },
  { "box-outside", send_box_outside },
  { "box-of-nothing", send_box_of_nothing },
  { "too-much-text", send_too_much_text },
  { "half-message", send_half_message },
  { "half-header", send_half_header },
  { "no-done", forget_done },
  { "done-twice", send_done_twice },
  { "stall-after-done", stall_after_done },
  { "close-and-stall", close_and_stall },
  { "drip", drip },
  { "no-posture", forget_posture },
  { "unlocked", stay_unlocked },
  { "picture-unasked", send_picture_unasked },
  { "unknown-reason", fail_with_unknown_reason },
  { "honest-failure", fail_honestly },
  { "nonsense-summary", summarise_nonsense },
  { "crash-recognising", crash_while_recognising },
  { "stall-recognising", stall_while_recognising },
  { "lie-recognising", lie_while_recognising },
  { "crash-nothing", crash_with_nothing_recognised },
};

int
main (int argc, char **argv)
{
  g_autofree char *name = g_path_get_basename (argv[0]);

  for (guint i = 0; i < G_N_ELEMENTS (behaviours); i++)
    if (strcmp (behaviours[i].name, name) == 0)
      {
        behaviours[i].behave ();
        return 0;
      }

  return 1;
}
