/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A correction makes another current profile: the value says what the person typed, is sure, and keeps the place where
 * it was read. What stood there is kept with it, so that it can be put back, and so that another document for the same
 * person can be corrected alike. */

#include "muster-store-corrections.h"

#include "muster-profile-slot.h"
#include "muster-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_CHARACTERS 4000

typedef struct
{
  gint64      candidate_id;
  const char *pointer;
  char       *text; /* NULL: taken out */
  MusterMonth today;
  char       *taken_back; /* pointer of the correction that was */
} Correction;

void
muster_correction_free (MusterCorrection *correction)
{
  g_free (correction->pointer);
  g_free (correction->before);
  g_free (correction->after);
  g_free (correction);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, sentence);

  return FALSE;
}

static char *
write_value (const MusterValue *value)
{
  static const char *const kinds[] = { "text", "link", "form" };
  const MusterEvidence    *evidence = &value->evidence;
  const double             numbers[] = { evidence->box.x, evidence->box.y, evidence->box.width, evidence->box.height,
                                         evidence->page, evidence->start, evidence->length, value->confidence };
  g_autoptr (JsonObject)   object = json_object_new ();
  g_autoptr (JsonNode)     node = json_node_new (JSON_NODE_OBJECT);
  JsonArray               *array = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    json_array_add_double_element (array, numbers[i]);
  json_object_set_string_member (object, "text", value->text);
  json_object_set_string_member (object, "quote", value->quote);
  json_object_set_string_member (object, "kind", kinds[MIN (evidence->kind, MUSTER_EVIDENCE_FORM)]);
  json_object_set_array_member (object, "place", array);
  json_node_set_object (node, object);

  return json_to_string (node, FALSE);
}

static double
read_number (JsonArray *array, guint index)
{
  return array != NULL && index < json_array_get_length (array) ? json_array_get_double_element (array, index) : 0;
}

/* (nullable): NULL where nothing stood */
static MusterValue *
read_value (const char *text)
{
  g_autoptr (JsonNode) node = *text != '\0' ? json_from_string (text, NULL) : NULL;
  JsonObject          *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode            *place = object != NULL ? json_object_get_member (object, "place") : NULL;
  JsonArray           *array = place != NULL && JSON_NODE_HOLDS_ARRAY (place) ? json_node_get_array (place) : NULL;
  const char          *kind;
  MusterEvidence       evidence = { .page = 0 };

  if (object == NULL)
    return NULL;
  kind = json_object_get_string_member_with_default (object, "kind", "text");
  evidence.box = (MusterBox){ read_number (array, 0), read_number (array, 1), read_number (array, 2),
                              read_number (array, 3) };
  evidence.page = (guint) CLAMP (read_number (array, 4), 0, G_MAXINT);
  evidence.start = (guint) CLAMP (read_number (array, 5), 0, G_MAXINT);
  evidence.length = (guint) CLAMP (read_number (array, 6), 0, G_MAXINT);
  evidence.kind = g_str_equal (kind, "link")   ? MUSTER_EVIDENCE_LINK
                  : g_str_equal (kind, "form") ? MUSTER_EVIDENCE_FORM
                                               : MUSTER_EVIDENCE_TEXT;

  return muster_value_new_quoted (json_object_get_string_member_with_default (object, "text", ""),
                                  json_object_get_string_member_with_default (object, "quote", ""), evidence,
                                  read_number (array, 7));
}

/* Keeps where it was read; what nobody read has page 0. */
static MusterValue *
correct_value (const MusterValue *before, const char *text)
{
  const MusterEvidence nowhere = { .page = 0 };

  return before != NULL ? muster_value_new_quoted (text, before->quote, before->evidence, 1)
                        : muster_value_new (text, nowhere, 1);
}

static MusterProfile *
load_profile (MusterConnection *connection, gint64 candidate_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  MusterProfile     *profile = NULL;
  sqlite3_stmt      *rows;

  rows = muster_connection_query (connection, &failure, "SELECT json FROM profile WHERE candidate_id = ?", "l",
                                  candidate_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      g_autofree char     *text = muster_row_dup_text (rows, 0);
      g_autoptr (JsonNode) node = json_from_string (text, NULL);

      muster_connection_end (rows);
      profile = node != NULL ? muster_profile_new_from_json (node, &failure) : NULL;
    }
  if (profile == NULL && failure == NULL)
    muster_store_not_found (&failure, MUSTER_THING_PROFILE, candidate_id);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return profile;
}

/* The name and title that a search finds are those of the profile. */
static gboolean
write_searched (MusterConnection *connection, gint64 candidate_id, const char *name, const char *label, GError **error)
{
  static const char source[] = "(SELECT document_id FROM profile WHERE candidate_id = ?1)";
  static const char *const steps[] = {
    "INSERT INTO text_index (text_index, rowid, name, label, text)"
    " SELECT 'delete', document_id, name, label, text FROM document_text WHERE document_id = %s AND ?2 = ?2 AND ?3 = ?3",
    "UPDATE document_text SET name = ?2, label = ?3 WHERE document_id = %s",
    "INSERT INTO text_index (rowid, name, label, text)"
    " SELECT document_id, name, label, text FROM document_text WHERE document_id = %s AND ?2 = ?2 AND ?3 = ?3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_auto (GStrv)   parts = g_strsplit (steps[i], "%s", 2);
      g_autofree char *sql = g_strconcat (parts[0], source, parts[1], NULL);

      if (!muster_connection_run (connection, error, sql, "lss", candidate_id, name, label))
        return FALSE;
    }

  return TRUE;
}

/* Masked texts know the name that was; muster_store_renew_mask() makes them anew. */
static gboolean
drop_masks (MusterConnection *connection, gint64 candidate_id, GError **error)
{
  return muster_connection_run (
             connection, error,
             "INSERT INTO masked_index (masked_index, rowid, name, label, text)"
             " SELECT 'delete', document_id, name, label, text FROM masked_text"
             " WHERE document_id IN (SELECT id FROM document WHERE candidate_id = ?)",
             "l", candidate_id)
         && muster_connection_run (
             connection, error,
             "DELETE FROM masked_text WHERE document_id IN (SELECT id FROM document WHERE candidate_id = ?)", "l",
             candidate_id)
         && muster_connection_run (connection, error, "UPDATE candidate SET masked_label = NULL WHERE id = ?", "l",
                                   candidate_id);
}

static gboolean
add_reference (MusterStore       *self,
               MusterConnection  *connection,
               gint64             candidate_id,
               const char        *kind,
               const MusterValue *value,
               GError           **error)
{
  g_autoptr (GBytes) hash = value != NULL ? muster_store_reference_hash (self, kind, value->text) : NULL;

  return hash == NULL
         || muster_connection_run (connection, error,
                                   "INSERT INTO person_reference (candidate_id, kind, hash, made_at)"
                                   " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                                   "lsbl", candidate_id, kind, hash, muster_store_now ());
}

/* Makes @changed the current profile: it goes through JSON, which reckons its spells anew. */
static gboolean
save_profile (MusterStore *self, MusterConnection *connection, gint64 candidate_id, MusterProfile *changed,
              MusterMonth today, GError **error)
{
  g_autoptr (JsonNode)      draft = muster_profile_to_json (changed, today);
  g_autoptr (MusterProfile) profile = muster_profile_new_from_json (draft, error);
  g_autoptr (JsonNode)      node = profile != NULL ? muster_profile_to_json (profile, today) : NULL;
  g_autofree char          *json = node != NULL ? json_to_string (node, FALSE) : NULL;
  g_autoptr (GBytes)        key = NULL;
  const char               *name, *label;

  if (profile == NULL)
    return FALSE;
  name = profile->name != NULL ? profile->name->text : "";
  label = muster_store_latest_title (profile);
  key = muster_store_name_key (self, name);

  return muster_connection_run (connection, error,
                                "UPDATE profile SET json = ?1, sha256 = muster_sha256 (?1) WHERE candidate_id = ?2",
                                "sl", json, candidate_id)
         && muster_connection_run (
             connection, error,
             "UPDATE candidate SET name = ?, name_key = ?, label = ?, city = ?, work_months = ? WHERE id = ?", "sbssul",
             name, key, label, profile->city != NULL ? profile->city->text : "",
             muster_profile_work_months (profile, today), candidate_id)
         && write_searched (connection, candidate_id, name, label, error) && drop_masks (connection, candidate_id, error)
         && muster_connection_run (
             connection, error,
             "UPDATE application SET fit_id = NULL, fit_total = NULL, fit_musts_met = NULL, fit_months = NULL"
             " WHERE candidate_id = ?",
             "l", candidate_id)
         && add_reference (self, connection, candidate_id, "name", profile->name, error)
         && add_reference (self, connection, candidate_id, "mail", profile->email, error)
         && add_reference (self, connection, candidate_id, "phone", profile->phone, error);
}

static gboolean
log_change (MusterConnection *connection, const char *event, const Correction *correction, const char *pointer,
            const char *before, const char *after, GError **error)
{
  g_autofree char *content
      = muster_store_dup_pseudonym (connection, correction->candidate_id, after != NULL ? after : "", error);
  JsonObject *detail;

  if (content == NULL
      || !muster_connection_run (
          connection, error,
          "INSERT INTO value_history (candidate_id, pointer, old_text, new_text, changed_by, changed_at)"
          " VALUES (?, ?, ?, ?, 'person', ?)",
          "lsssl", correction->candidate_id, pointer, before, after, muster_store_now ()))
    return FALSE;
  detail = json_object_new ();
  json_object_set_string_member (detail, "pointer", pointer);
  json_object_set_string_member (detail, "content", content);

  return muster_store_audit (connection, event, correction->candidate_id, detail, error);
}

static gboolean
correct (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  const Correction         *correction = data;
  g_autoptr (MusterProfile) profile = NULL;
  g_autofree char          *old_value = NULL, *old_text = NULL;
  MusterProfileSlot         slot;
  const MusterValue        *before;

  if (!muster_store_find_candidate (connection, correction->candidate_id, error)
      || (profile = load_profile (connection, correction->candidate_id, error)) == NULL)
    return FALSE;
  if (!muster_profile_find_slot (profile, correction->pointer, &slot))
    return refuse (error, _("The profile has no such place."));
  before = muster_profile_slot_get (&slot);
  old_text = before != NULL ? g_strdup (before->text) : NULL;
  if (g_strcmp0 (old_text, correction->text) == 0)
    return refuse (error, _("The profile says so already."));

  old_value = before != NULL ? write_value (before) : NULL;
  muster_profile_slot_put (&slot, correction->text != NULL ? correct_value (before, correction->text) : NULL);
  *changed |= MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_FITS;

  return save_profile (self, connection, correction->candidate_id, profile, correction->today, error)
         && muster_connection_run (
             connection, error,
             "INSERT INTO correction (candidate_id, pointer, old_text, old_value, new_text, corrected_at)"
             " VALUES (?, ?, ?, ?, ?, ?)",
             "lssssl", correction->candidate_id, correction->pointer, old_text, old_value, correction->text,
             muster_store_now ())
         && log_change (connection, "candidate.corrected", correction, correction->pointer, old_text,
                        correction->text, error);
}

/* Dates are months or years, as in the rest of the profile. */
static gboolean
check_text (const char *pointer, const char *text, GError **error)
{
  MusterMonth month;

  if (!g_utf8_validate (text, -1, NULL) || *text == '\0' || g_utf8_strlen (text, -1) > MAX_CHARACTERS)
    return refuse (error, _("Type up to 4000 characters, or remove the value."));
  if ((g_str_has_suffix (pointer, "/startDate") || g_str_has_suffix (pointer, "/endDate"))
      && !muster_month_parse_iso (text, &month, NULL))
    return refuse (error, _("Type the date as year and month, such as 2019-03, or as a year."));

  return TRUE;
}

gboolean
muster_store_correct (
    MusterStore *self, gint64 candidate_id, const char *pointer, const char *text, MusterMonth today, GError **error)
{
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  Correction       correction = { .candidate_id = candidate_id, .pointer = pointer, .text = trimmed, .today = today };

  g_return_val_if_fail (pointer != NULL, FALSE);

  return (trimmed == NULL || check_text (pointer, trimmed, error))
         && muster_store_write (self, correct, &correction, error);
}

/* A correction as it is kept, with all that puts it back. */
typedef struct
{
  gint64       id;
  char        *pointer;
  char        *old_text;
  MusterValue *old_value;
  char        *new_text;
  gboolean     is_applied;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->pointer);
  g_free (kept->old_text);
  muster_value_free (kept->old_value);
  g_free (kept->new_text);
  g_free (kept);
}

static char *
dup_nullable (sqlite3_stmt *row, int column)
{
  return muster_row_is_null (row, column) ? NULL : muster_row_dup_text (row, column);
}

/* (transfer full) (nullable): those not taken back, oldest first */
static GPtrArray *
list_kept (MusterConnection *connection, gint64 candidate_id, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (kept_free);
  g_autoptr (GError)    failure = NULL;
  sqlite3_stmt         *rows;

  rows = muster_connection_query (connection, &failure,
                                  "SELECT id, pointer, old_text, old_value, new_text, is_applied FROM correction"
                                  " WHERE candidate_id = ? AND taken_back_at IS NULL ORDER BY id",
                                  "l", candidate_id);
  while (muster_connection_next (connection, rows, &failure))
    {
      Kept            *kept = g_new0 (Kept, 1);
      g_autofree char *old_value = muster_row_dup_text (rows, 3);

      kept->id = muster_row_get_integer (rows, 0);
      kept->pointer = muster_row_dup_text (rows, 1);
      kept->old_text = dup_nullable (rows, 2);
      kept->old_value = read_value (old_value);
      kept->new_text = dup_nullable (rows, 4);
      kept->is_applied = muster_row_get_integer (rows, 5) != 0;
      g_ptr_array_add (all, kept);
    }
  if (failure == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static gboolean
put_back (Kept *kept, MusterProfile *profile, GError **error)
{
  MusterProfileSlot  slot;
  const MusterValue *now;

  if (!muster_profile_find_slot (profile, kept->pointer, &slot))
    return refuse (error, _("The profile has no such place any more."));
  now = muster_profile_slot_get (&slot);
  if (kept->new_text == NULL)
    {
      muster_profile_slot_insert (&slot, g_steal_pointer (&kept->old_value));
      return TRUE;
    }
  if (now == NULL || !g_str_equal (now->text, kept->new_text))
    return refuse (error, _("The profile says something else there by now."));
  muster_profile_slot_put (&slot, g_steal_pointer (&kept->old_value));

  return TRUE;
}

static gboolean
take_back (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  Correction               *correction = data;
  g_autoptr (GPtrArray)     all = NULL;
  g_autoptr (MusterProfile) profile = NULL;
  Kept                     *kept;

  if (!muster_store_find_candidate (connection, correction->candidate_id, error)
      || (all = list_kept (connection, correction->candidate_id, error)) == NULL)
    return FALSE;
  if (all->len == 0)
    return refuse (error, _("Nothing was corrected."));
  kept = g_ptr_array_index (all, all->len - 1);
  correction->taken_back = g_strdup (kept->pointer);
  *changed |= MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_FITS;
  if (kept->is_applied)
    {
      profile = load_profile (connection, correction->candidate_id, error);
      if (profile == NULL || !put_back (kept, profile, error)
          || !save_profile (self, connection, correction->candidate_id, profile, correction->today, error))
        return FALSE;
    }

  return muster_connection_run (connection, error, "UPDATE correction SET taken_back_at = ? WHERE id = ?", "ll",
                                muster_store_now (), kept->id)
         && log_change (connection, "candidate.correction-taken-back", correction, kept->pointer, kept->new_text,
                        kept->old_text, error);
}

gboolean
muster_store_take_back_correction (
    MusterStore *self, gint64 candidate_id, MusterMonth today, char **pointer, GError **error)
{
  Correction      correction = { .candidate_id = candidate_id, .today = today };
  gboolean        is_done = muster_store_write (self, take_back, &correction, error);
  g_autofree char *taken_back = correction.taken_back;

  if (is_done && pointer != NULL)
    *pointer = g_steal_pointer (&taken_back);

  return is_done;
}

typedef struct
{
  const Kept *kept;
  char       *pointer; /* of the place that says what the correction found */
} Search;

static void
look_at_value (const char *pointer, const MusterValue *value, gpointer user_data)
{
  Search *search = user_data;

  if (search->kept->old_text == NULL || !g_str_equal (value->text, search->kept->old_text))
    return;
  if (g_str_equal (pointer, search->kept->pointer)
      || (search->pointer == NULL && muster_pointers_are_kin (pointer, search->kept->pointer)))
    {
      g_free (search->pointer);
      search->pointer = g_strdup (pointer);
    }
}

/* Where what was corrected stands in another profile: at the same place, else at the first of its kind that says the
 * same; what was added by hand goes where there is nothing. (transfer full) (nullable) */
static char *
find_again (const Kept *kept, MusterProfile *profile)
{
  Search            search = { kept, NULL };
  MusterProfileSlot slot;

  if (kept->old_text == NULL)
    return muster_profile_find_slot (profile, kept->pointer, &slot) && slot.member != NULL && *slot.member == NULL
               ? g_strdup (kept->pointer)
               : NULL;
  muster_profile_foreach (profile, look_at_value, &search);

  return search.pointer;
}

/* Keeps what the new paper says there as what was before. */
static gboolean
carry (MusterConnection *connection, Kept *kept, MusterProfile *profile, GError **error)
{
  g_autofree char  *pointer = find_again (kept, profile);
  g_autofree char  *old_value = NULL;
  MusterProfileSlot slot;
  MusterValue      *before;

  if (pointer == NULL || !muster_profile_find_slot (profile, pointer, &slot))
    return muster_connection_run (connection, error, "UPDATE correction SET is_applied = 0 WHERE id = ?", "l",
                                  kept->id);
  before = muster_profile_slot_get (&slot);
  old_value = before != NULL ? write_value (before) : NULL;
  muster_profile_slot_put (&slot, kept->new_text != NULL ? correct_value (before, kept->new_text) : NULL);

  return muster_connection_run (connection, error,
                                "UPDATE correction SET is_applied = 1, pointer = ?, old_value = ? WHERE id = ?", "ssl",
                                pointer, old_value, kept->id);
}

gboolean
muster_store_carry_corrections (
    MusterStore *self, MusterConnection *connection, gint64 candidate_id, MusterMonth today, GError **error)
{
  g_autoptr (GPtrArray)     all = list_kept (connection, candidate_id, error);
  g_autoptr (MusterProfile) profile = NULL;

  if (all == NULL || all->len == 0)
    return all != NULL;
  profile = load_profile (connection, candidate_id, error);
  if (profile == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (!carry (connection, g_ptr_array_index (all, i), profile, error))
      return FALSE;

  return save_profile (self, connection, candidate_id, profile, today, error);
}

GPtrArray *
muster_store_list_corrections (MusterStore *self, gint64 candidate_id, GError **error)
{
  g_autoptr (GPtrArray) corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_correction_free);
  g_autoptr (GError)    failure = NULL;
  MusterConnection     *connection = muster_store_begin_read (self, error);
  sqlite3_stmt         *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (connection, &failure,
                                  "SELECT id, pointer, old_text, new_text, corrected_at, is_applied FROM correction"
                                  " WHERE candidate_id = ? AND taken_back_at IS NULL ORDER BY id DESC",
                                  "l", candidate_id);
  while (muster_connection_next (connection, rows, &failure))
    {
      MusterCorrection *correction = g_new0 (MusterCorrection, 1);

      correction->id = muster_row_get_integer (rows, 0);
      correction->pointer = muster_row_dup_text (rows, 1);
      correction->before = dup_nullable (rows, 2);
      correction->after = dup_nullable (rows, 3);
      correction->corrected_at = muster_row_get_integer (rows, 4);
      correction->is_applied = muster_row_get_integer (rows, 5) != 0;
      g_ptr_array_add (corrections, correction);
    }
  muster_store_end_read (self, connection);
  if (failure == NULL)
    return g_steal_pointer (&corrections);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

GArray *
muster_store_list_applications (MusterStore *self, gint64 candidate_id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;
  MusterConnection  *connection = muster_store_begin_read (self, error);
  sqlite3_stmt      *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (connection, &failure,
                                  "SELECT a.opening_id FROM application AS a JOIN opening AS o ON o.id = a.opening_id"
                                  " WHERE a.candidate_id = ? AND o.removed_at IS NULL ORDER BY a.opening_id",
                                  "l", candidate_id);
  while (muster_connection_next (connection, rows, &failure))
    {
      gint64 id = muster_row_get_integer (rows, 0);

      g_array_append_val (ids, id);
    }
  muster_store_end_read (self, connection);
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}
