/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli read: what stands in documents, in reading order, and how it was got. */

#include "muster-file-run.h"
#include "muster-output.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  MusterFileRun run; /* its folder is for layout images */
  gboolean      with_hidden;
  gboolean      with_words;
} ReadCommand;

static const char *
source_name (MusterWordSource source)
{
  static const char *names[] = { "text", "ocr", "form", "typeset" };

  return names[source];
}

static void
add_words (JsonArray *array, MusterPage *page)
{
  guint             n;
  const MusterWord *words = muster_page_get_words (page, &n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *word = json_object_new ();
      JsonArray  *box = json_array_new ();

      json_array_add_double_element (box, words[i].box.x);
      json_array_add_double_element (box, words[i].box.y);
      json_array_add_double_element (box, words[i].box.width);
      json_array_add_double_element (box, words[i].box.height);
      json_object_set_int_member (word, "page", muster_page_get_number (page));
      json_object_set_string_member (word, "text", words[i].text);
      json_object_set_array_member (word, "box", box);
      json_object_set_string_member (word, "source", source_name (words[i].source));
      json_object_set_double_member (word, "confidence", (double) words[i].confidence);
      json_array_add_object_element (array, word);
    }
}

static JsonArray *
words_to_json (const MusterDocument *document)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < muster_document_get_n_pages (document); i++)
    add_words (array, muster_document_get_page (document, i));

  return array;
}

static void
add_document (JsonObject *object, const MusterDocument *document, const ReadCommand *command)
{
  const char *const *notes = muster_document_get_notes (document);
  JsonArray         *array = json_array_new ();

  json_object_set_string_member (object, "status",
                                 muster_document_status_name (muster_document_get_status (document)));
  json_object_set_int_member (object, "pages", muster_document_get_n_pages_total (document));
  json_object_set_int_member (object, "columns", muster_document_get_n_columns (document));
  json_object_set_string_member (object, "language", muster_document_get_language (document));
  json_object_set_null_member (object, "kind");
  json_object_set_int_member (object, "hidden_characters", muster_document_get_hidden_characters (document));
  json_object_set_string_member (object, "text", muster_document_get_text (document));
  for (guint i = 0; notes[i] != NULL; i++)
    json_array_add_string_element (array, notes[i]);
  json_object_set_array_member (object, "notes", array);

  if (command->with_hidden)
    {
      g_autofree char *hidden = muster_document_dup_hidden_text (document);

      json_object_set_string_member (object, "hidden_text", hidden);
    }
  if (command->with_words)
    json_object_set_array_member (object, "words", words_to_json (document));
}

static void
print_json (const ReadCommand *command, const MusterReading *reading)
{
  JsonObject *object = muster_output_new_object (reading);

  if (reading->document != NULL)
    add_document (object, reading->document, command);
  muster_output_take_json (object);
}

/* The name comes last: it alone has no fixed width. */
static void
print_row (const MusterReading *reading)
{
  g_autofree char      *file = muster_output_printable (reading->path);
  const MusterDocument *document = reading->document;

  if (document == NULL)
    {
      g_autofree char *message = muster_output_printable (reading->error->message);

      g_print ("%-12s %5s %7s %-8s %6s  %s: %s\n", muster_read_error_code (reading->error), "", "", "", "", file,
               message);
      return;
    }

  g_print ("%-12s %5u %7u %-8s %6u  %s\n", muster_document_status_name (muster_document_get_status (document)),
           muster_document_get_n_pages_total (document), muster_document_get_n_columns (document),
           muster_document_get_language (document), muster_document_get_hidden_characters (document), file);
  for (const char *const *note = muster_document_get_notes (document); *note != NULL; note++)
    {
      g_autofree char *clean = muster_output_printable (*note);

      g_print ("%44s  %s\n", "", clean);
    }
}

/* A grey map (PGM) a page: the simplest form that every viewer and every script reads. */
static gboolean
write_images (const MusterFileRun *run, const MusterDocument *document, const char *name, GError **error)
{
  for (guint i = 0; i < muster_document_get_n_pages (document); i++)
    {
      MusterPage         *page = muster_document_get_page (document, i);
      GBytes             *image = muster_page_get_layout_image (page);
      g_autofree char    *file = g_strdup_printf ("%s-%u.pgm", name, muster_page_get_number (page));
      g_autofree char    *path = g_build_filename (run->folder, file, NULL);
      g_autoptr (GString) content = g_string_new (NULL);
      gsize               size;
      const char         *pixels;

      if (image == NULL)
        continue;
      pixels = g_bytes_get_data (image, &size);
      g_string_printf (content, "P5 %d %d 255\n", MUSTER_LAYOUT_WIDTH, MUSTER_LAYOUT_HEIGHT);
      g_string_append_len (content, pixels, (gssize) size);
      if (!g_file_set_contents (path, content->str, (gssize) content->len, error))
        return FALSE;
    }

  return TRUE;
}

static void
on_reading (MusterFileRun *run, const MusterReading *reading, const MusterProfile *profile)
{
  if (run->options->is_json)
    print_json ((const ReadCommand *) run, reading);
  else
    print_row (reading);
  if (reading->document != NULL && run->folder != NULL && run->write_error == NULL)
    write_images (run, reading->document, g_ptr_array_index (run->names, run->n_done), &run->write_error);
}

MusterExit
muster_command_read (int argc, char **argv)
{
  ReadCommand                   command = { 0 };
  g_auto (MusterCommandOptions) options = { 0 };
  g_autofree char              *image_dir = NULL, *heading = NULL;
  const GOptionEntry own[] = {
    { "hidden", 0, 0, G_OPTION_ARG_NONE, &command.with_hidden,
      N_ ("with --json: also the text that nobody sees on the page"), NULL },
    { "words", 0, 0, G_OPTION_ARG_NONE, &command.with_words, N_ ("with --json: also every word with its place"),
      NULL },
    { "image", 0, 0, G_OPTION_ARG_FILENAME, &image_dir, N_ ("write the layout image of each page there"),
      N_ ("DIR") },
    G_OPTION_ENTRY_NULL,
  };
  MusterExit status;

  if (!muster_command_options_parse (
        &options, MUSTER_OPTIONS_NO_DATABASE | MUSTER_OPTIONS_PASSWORD, _ ("FILE…"),
        _ ("Reads documents (PDF, DOCX, text, pictures; files, folders, or - for names from standard input)."), own,
        argc, argv, &status))
    return status;

  heading = g_strdup_printf ("%-12s %5s %7s %-8s %6s  %s", _ ("Status"), _ ("Pages"), _ ("Columns"), _ ("Language"),
                             _ ("Hidden"), _ ("File"));
  command.run.command = "read";
  command.run.options = &options;
  command.run.folder = image_dir;
  command.run.heading = heading;
  command.run.each = on_reading;

  return muster_file_run_all (&command.run);
}
