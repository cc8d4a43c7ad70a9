/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli read: what stands in documents, in reading order, and how it was got. */

#include "muster-command-options.h"
#include "muster-output.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  gboolean   is_json;
  gboolean   with_hidden;
  gboolean   with_words;
  char      *image_dir; /* NULL: no images */
  GPtrArray *paths;
  GPtrArray *names; /* for images */
  guint      n_done;
  guint      n_failed;
  GError    *image_error; /* the first image that could not be written */
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
write_images (ReadCommand *command, const MusterDocument *document, const char *name, GError **error)
{
  for (guint i = 0; i < muster_document_get_n_pages (document); i++)
    {
      MusterPage         *page = muster_document_get_page (document, i);
      GBytes             *image = muster_page_get_layout_image (page);
      g_autofree char    *file = g_strdup_printf ("%s-%u.pgm", name, muster_page_get_number (page));
      g_autofree char    *path = g_build_filename (command->image_dir, file, NULL);
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
on_reading (const MusterReading *reading, const MusterProfile *profile, gpointer user_data)
{
  ReadCommand *command = user_data;

  muster_output_progress (NULL, 0, 0);
  if (command->is_json)
    print_json (command, reading);
  else
    print_row (reading);
  if (reading->document == NULL)
    command->n_failed++;
  else if (command->image_dir != NULL && command->image_error == NULL)
    write_images (command, reading->document, g_ptr_array_index (command->names, command->n_done),
                  &command->image_error);
  command->n_done++;
  muster_output_progress (_ ("Reading"), command->n_done, command->paths->len);
}

static MusterExit
read_all (ReadCommand *command, const MusterCommandOptions *options)
{
  g_autoptr (MusterLibrary) library = muster_command_options_open_library (options, MUSTER_OPTIONS_NO_DATABASE);
  g_auto (MusterReaderJob)  job = { 0 };
  g_autoptr (GError)        error = NULL;

  if (library == NULL)
    return MUSTER_EXIT_ENVIRONMENT;

  muster_reader_job_init (&job);
  job.password = g_strdup (options->password);
  if (!command->is_json)
    g_print ("%-12s %5s %7s %-8s %6s  %s\n", _ ("Status"), _ ("Pages"), _ ("Columns"), _ ("Language"), _ ("Hidden"),
             _ ("File"));
  muster_output_progress (_ ("Reading"), 0, command->paths->len);
  if (!muster_library_read_files (library, command->paths, &job, FALSE, NULL, on_reading, command, &error))
    {
      muster_output_progress (NULL, 0, 0);
      g_printerr ("muster-cli read: %s\n", error->message);
      return MUSTER_EXIT_ENVIRONMENT;
    }
  if (command->image_error != NULL)
    {
      g_printerr ("muster-cli read: %s\n", command->image_error->message);
      return MUSTER_EXIT_ENVIRONMENT;
    }

  return command->n_failed > 0 ? MUSTER_EXIT_SOME_FAILED : MUSTER_EXIT_DONE;
}

MusterExit
muster_command_read (int argc, char **argv)
{
  ReadCommand                  command = { 0 };
  g_auto (MusterCommandOptions) options = { 0 };
  g_autoptr (GPtrArray)        paths = NULL, names = NULL;
  g_autofree char             *image_dir = NULL;
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

  paths = muster_command_options_dup_inputs (&options, "read");
  if (paths == NULL)
    return MUSTER_EXIT_USAGE;
  if (image_dir != NULL && g_mkdir_with_parents (image_dir, 0777) != 0)
    return muster_command_refuse ("read", _ ("the folder “%s” cannot be made"), image_dir);

  names = muster_output_names (paths);
  command.is_json = options.is_json;
  command.image_dir = image_dir;
  command.paths = paths;
  command.names = names;
  status = read_all (&command, &options);
  g_clear_error (&command.image_error);

  return status;
}
