/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that other programs read about Muster: valid to their own checkers, true to each other; and the Flatpak
 * asks for a window, the GPU and ipc, and for nothing else. */

#include <gio/gio.h>
#include <yaml.h>

#define ID "org.musterhr.Muster"

static const char *source_root;

static char *
dup_path (const char *relative)
{
  return g_build_filename (source_root, relative, NULL);
}

static char *
dup_file (const char *relative)
{
  g_autofree char *path = dup_path (relative);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
run_checker (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL, *err = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s%s", out, err);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", arguments[0], error->message);
}

static void
test_desktop_file (void)
{
  g_autofree char *path = dup_path ("resources/" ID ".desktop");
  const char *const arguments[] = { "desktop-file-validate", path, NULL };
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *icon = NULL;

  run_checker (arguments);
  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  icon = g_key_file_get_string (file, "Desktop Entry", "Icon", NULL);
  g_assert_cmpstr (icon, ==, ID);
}

static void
test_metainfo (void)
{
  g_autofree char *path = dup_path ("resources/" ID ".metainfo.xml");
  const char *const arguments[] = { "appstreamcli", "validate", "--no-net", path, NULL };
  g_autofree char *text = dup_file ("resources/" ID ".metainfo.xml");

  run_checker (arguments);
  g_assert_nonnull (strstr (text, "<id>" ID "</id>"));
  g_assert_nonnull (strstr (text, "<project_license>GPL-3.0-or-later</project_license>"));
}

/* The scalars of the list under a top-level key. */
static GPtrArray *
read_list (yaml_document_t *document, const char *key)
{
  yaml_node_t *root = yaml_document_get_root_node (document);
  GPtrArray   *items = g_ptr_array_new ();

  for (yaml_node_pair_t *pair = root->data.mapping.pairs.start; pair < root->data.mapping.pairs.top; pair++)
    {
      yaml_node_t *name = yaml_document_get_node (document, pair->key);
      yaml_node_t *value = yaml_document_get_node (document, pair->value);

      if (g_strcmp0 ((char *) name->data.scalar.value, key) != 0)
        continue;
      if (value->type == YAML_SCALAR_NODE)
        g_ptr_array_add (items, value->data.scalar.value);
      for (yaml_node_item_t *item = value->data.sequence.items.start;
           value->type == YAML_SEQUENCE_NODE && item < value->data.sequence.items.top; item++)
        g_ptr_array_add (items, yaml_document_get_node (document, *item));
    }

  return items;
}

static const char *
get_scalar (yaml_document_t *document, yaml_node_t *mapping, const char *key)
{
  for (yaml_node_pair_t *pair = mapping->data.mapping.pairs.start; pair < mapping->data.mapping.pairs.top; pair++)
    {
      yaml_node_t *value = yaml_document_get_node (document, pair->value);

      if (g_strcmp0 ((char *) yaml_document_get_node (document, pair->key)->data.scalar.value, key) == 0)
        return value->type == YAML_SCALAR_NODE ? (char *) value->data.scalar.value : "";
    }

  return NULL;
}

static void
check_permissions (yaml_document_t *document)
{
  static const char *allowed[] = { "--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri", NULL };
  g_autoptr (GPtrArray) permissions = read_list (document, "finish-args");

  g_assert_cmpuint (permissions->len, ==, 4);
  for (guint i = 0; i < permissions->len; i++)
    {
      yaml_node_t *node = g_ptr_array_index (permissions, i);

      if (!g_strv_contains (allowed, (char *) node->data.scalar.value))
        g_error ("The Flatpak asks for %s", node->data.scalar.value);
    }
}

/* Every archive has a sum, every repository a commit, nothing comes over plain http. */
static void
check_sources (yaml_document_t *document, yaml_node_t *module)
{
  for (yaml_node_pair_t *pair = module->data.mapping.pairs.start; pair < module->data.mapping.pairs.top; pair++)
    {
      yaml_node_t *sources = yaml_document_get_node (document, pair->value);

      if (g_strcmp0 ((char *) yaml_document_get_node (document, pair->key)->data.scalar.value, "sources") != 0)
        continue;
      for (yaml_node_item_t *item = sources->data.sequence.items.start; item < sources->data.sequence.items.top; item++)
        {
          yaml_node_t *source = yaml_document_get_node (document, *item);
          const char  *type = get_scalar (document, source, "type");
          const char  *url = get_scalar (document, source, "url");

          if (url != NULL)
            g_assert_true (g_str_has_prefix (url, "https://"));
          if (g_str_equal (type, "archive"))
            g_assert_cmpuint (strlen (get_scalar (document, source, "sha256")), ==, 64);
          if (g_str_equal (type, "git"))
            g_assert_cmpuint (strlen (get_scalar (document, source, "commit")), ==, 40);
        }
    }
}

static void
check_modules (yaml_document_t *document)
{
  static const char *needed[] = { "libpanel", "libexif", "leptonica", "tesseract", "tessdata",
                                  "poppler-data", "poppler", "muster" };
  g_autoptr (GPtrArray) modules = read_list (document, "modules");

  g_assert_cmpuint (modules->len, ==, G_N_ELEMENTS (needed));
  for (guint i = 0; i < modules->len; i++)
    {
      g_assert_cmpstr (get_scalar (document, g_ptr_array_index (modules, i), "name"), ==, needed[i]);
      check_sources (document, g_ptr_array_index (modules, i));
    }
}

static void
test_flatpak (void)
{
  g_autofree char *text = dup_file ("flatpak/" ID ".yml");
  g_autoptr (GPtrArray) id = NULL;
  yaml_parser_t   parser;
  yaml_document_t document;

  g_assert_true (yaml_parser_initialize (&parser));
  yaml_parser_set_input_string (&parser, (const unsigned char *) text, strlen (text));
  g_assert_true (yaml_parser_load (&parser, &document));
  id = read_list (&document, "id");
  g_assert_cmpuint (id->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (id, 0), ==, ID);
  check_permissions (&document);
  check_modules (&document);
  yaml_document_delete (&document);
  yaml_parser_delete (&parser);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  source_root = argv[1];
  g_test_add_func ("/packaging/desktop-file", test_desktop_file);
  g_test_add_func ("/packaging/metainfo", test_metainfo);
  g_test_add_func ("/packaging/flatpak", test_flatpak);

  return g_test_run ();
}
