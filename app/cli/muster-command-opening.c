/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An opening out of a file that somebody named: OPENING.json, or an advertisement as text. What is no JSON object
 * but looks like JSON is refused, not read as an advertisement. */

#include "muster-command-options.h"
#include "muster-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is longer is refused by muster_opening_new_from_bytes(). */
#define MAX_OPENING_BYTES (1024 * 1024)

static void
refuse_file (const char *command, const char *path, const char *what)
{
  g_autofree char *name = muster_output_printable (path);

  g_printerr (_ ("muster-cli %s: the opening “%s” %s\n"), command, name, what);
}

static const char *
describe_errno (int number)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return _ ("is not there: look whether the name is right; it is a file OPENING.json or an advertisement as text.");
    case EACCES:
    case EPERM:
      return _ ("cannot be read: you have no right to. Ask whom it belongs to, or name another file.");
    default:
      return _ ("cannot be read: the disk or the folder does not answer as it should. Copy the file and try again.");
    }
}

/* (nullable) (transfer full): NULL after saying what is wrong. */
static GBytes *
load (const char *command, const char *path)
{
  struct stat         status;
  g_autofree guint8  *bytes = g_malloc (MAX_OPENING_BYTES + 1);
  gsize               size = 0;
  gssize              n = 1;
  int                 fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      refuse_file (command, path, describe_errno (errno));
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  while (S_ISREG (status.st_mode) && n > 0 && size <= MAX_OPENING_BYTES)
    {
      n = read (fd, bytes + size, MAX_OPENING_BYTES + 1 - size);
      size += (gsize) MAX (n, 0);
    }
  close (fd);

  if (!S_ISREG (status.st_mode))
    refuse_file (command, path, _ ("is a folder or a device. Name a file."));
  else if (n < 0)
    refuse_file (command, path, describe_errno (EIO));
  else
    return g_bytes_new (bytes, size);

  return NULL;
}

/* Whether it means to be JSON and is no object; an advertisement may begin with a bracket. */
static gboolean
is_other_json (const char *path, GBytes *bytes)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autofree char       *lower = g_ascii_strdown (path, -1);
  gsize                  size;
  const char            *text = g_bytes_get_data (bytes, &size);
  gsize                  at = 0;

  if (size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    at = 3;
  while (at < size && g_ascii_isspace (text[at]))
    at++;
  if (at == size || text[at] == '{')
    return FALSE;
  if (g_str_has_suffix (lower, ".json"))
    return TRUE;
  if (text[at] != '[')
    return FALSE;
  parser = json_parser_new ();

  return json_parser_load_from_data (parser, text + at, (gssize) (size - at), NULL);
}

MusterOpening *
muster_command_read_opening (const char *command, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MusterOpening     *opening;

  if (*path == '\0' || strcmp (path, "-") == 0)
    {
      muster_command_refuse (command, _ ("the opening “%s” is no file; name a file OPENING.json or an advertisement "
                                         "as text"),
                             path);
      return NULL;
    }
  bytes = load (command, path);
  if (bytes == NULL)
    return NULL;
  if (is_other_json (path, bytes))
    {
      refuse_file (command, path, _ ("is no JSON object with a title and criteria. Name a file of this form, or an "
                                     "advertisement whose name does not end in .json."));
      return NULL;
    }

  opening = muster_opening_new_from_bytes (bytes, &error);
  if (opening == NULL)
    {
      g_autofree char *name = muster_output_printable (path);

      muster_command_refuse (command, "%s: %s", name, error->message);
    }

  return opening;
}
