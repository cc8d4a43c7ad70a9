/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointers as muster_profile_foreach() makes them; others lead nowhere. */

#include "muster-profile-slot.h"

#include <string.h>

typedef struct
{
  const char *name;
  gsize       offset;
} Member;

static const Member basics[] = {
  { "name", G_STRUCT_OFFSET (MusterProfile, name) },
  { "label", G_STRUCT_OFFSET (MusterProfile, label) },
  { "email", G_STRUCT_OFFSET (MusterProfile, email) },
  { "phone", G_STRUCT_OFFSET (MusterProfile, phone) },
  { "url", G_STRUCT_OFFSET (MusterProfile, url) },
  { "summary", G_STRUCT_OFFSET (MusterProfile, summary) },
  { "location/city", G_STRUCT_OFFSET (MusterProfile, city) },
  { "location/region", G_STRUCT_OFFSET (MusterProfile, region) },
  { NULL, 0 },
};

static const Member work[] = {
  { "name", G_STRUCT_OFFSET (MusterWork, name) },
  { "position", G_STRUCT_OFFSET (MusterWork, position) },
  { "location", G_STRUCT_OFFSET (MusterWork, location) },
  { "startDate", G_STRUCT_OFFSET (MusterWork, start) },
  { "endDate", G_STRUCT_OFFSET (MusterWork, end) },
  { NULL, 0 },
};

static const Member education[] = {
  { "institution", G_STRUCT_OFFSET (MusterEducation, institution) },
  { "studyType", G_STRUCT_OFFSET (MusterEducation, study_type) },
  { "area", G_STRUCT_OFFSET (MusterEducation, area) },
  { "score", G_STRUCT_OFFSET (MusterEducation, score) },
  { "startDate", G_STRUCT_OFFSET (MusterEducation, start) },
  { "endDate", G_STRUCT_OFFSET (MusterEducation, end) },
  { NULL, 0 },
};

static const Member skills[] = { { "name", G_STRUCT_OFFSET (MusterSkill, name) }, { NULL, 0 } };

static const Member languages[] = {
  { "language", G_STRUCT_OFFSET (MusterLanguage, language) },
  { "fluency", G_STRUCT_OFFSET (MusterLanguage, fluency) },
  { NULL, 0 },
};

static const Member certificates[] = {
  { "name", G_STRUCT_OFFSET (MusterCertificate, name) },
  { "issuer", G_STRUCT_OFFSET (MusterCertificate, issuer) },
  { "date", G_STRUCT_OFFSET (MusterCertificate, date) },
  { NULL, 0 },
};

static const Member profiles[] = { { "url", G_STRUCT_OFFSET (MusterOnlineProfile, url) }, { NULL, 0 } };

typedef struct
{
  const char   *prefix;
  gsize         offset; /* of the list in the profile */
  const Member *members;
  const char   *values; /* (nullable): name of the list of values in an item */
  gsize         values_offset;
} List;

static const List lists[] = {
  { "/work/", G_STRUCT_OFFSET (MusterProfile, work), work, "highlights", G_STRUCT_OFFSET (MusterWork, highlights) },
  { "/education/", G_STRUCT_OFFSET (MusterProfile, education), education, NULL, 0 },
  { "/skills/", G_STRUCT_OFFSET (MusterProfile, skills), skills, "keywords", G_STRUCT_OFFSET (MusterSkill, keywords) },
  { "/languages/", G_STRUCT_OFFSET (MusterProfile, languages), languages, NULL, 0 },
  { "/certificates/", G_STRUCT_OFFSET (MusterProfile, certificates), certificates, NULL, 0 },
  { "/basics/profiles/", G_STRUCT_OFFSET (MusterProfile, profiles), profiles, NULL, 0 },
};

/* A number as it stands in a pointer; *text moves behind it. */
static gboolean
read_index (const char **text, guint *index)
{
  const char *at = *text;
  guint64     number = 0;

  if (!g_ascii_isdigit (*at))
    return FALSE;
  for (; g_ascii_isdigit (*at); at++)
    if ((number = number * 10 + (guint64) (*at - '0')) > G_MAXUINT16)
      return FALSE;
  *index = (guint) number;
  *text = at;

  return TRUE;
}

static gboolean
find_member (gpointer item, const Member *members, const char *name, MusterProfileSlot *slot)
{
  for (guint i = 0; members[i].name != NULL; i++)
    if (g_str_equal (members[i].name, name))
      {
        slot->member = (MusterValue **) G_STRUCT_MEMBER_P (item, members[i].offset);
        return TRUE;
      }

  return FALSE;
}

static gboolean
find_in_list (MusterProfile *self, const List *list, const char *rest, MusterProfileSlot *slot)
{
  GPtrArray *items = G_STRUCT_MEMBER (GPtrArray *, self, list->offset);
  gpointer   item;
  guint      index;

  if (!read_index (&rest, &index) || *rest != '/' || index >= items->len)
    return FALSE;
  item = g_ptr_array_index (items, index);
  rest++;
  if (list->values == NULL || !g_str_has_prefix (rest, list->values) || rest[strlen (list->values)] != '/')
    return find_member (item, list->members, rest, slot);

  rest += strlen (list->values) + 1;
  slot->list = G_STRUCT_MEMBER (GPtrArray *, item, list->values_offset);

  return read_index (&rest, &slot->index) && *rest == '\0' && slot->index <= slot->list->len;
}

gboolean
muster_profile_find_slot (MusterProfile *self, const char *pointer, MusterProfileSlot *slot)
{
  *slot = (MusterProfileSlot){ 0 };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_has_prefix (pointer, lists[i].prefix))
      return find_in_list (self, &lists[i], pointer + strlen (lists[i].prefix), slot);

  return g_str_has_prefix (pointer, "/basics/") && find_member (self, basics, pointer + strlen ("/basics/"), slot);
}

MusterValue *
muster_profile_slot_get (const MusterProfileSlot *slot)
{
  if (slot->member != NULL)
    return *slot->member;

  return slot->index < slot->list->len ? g_ptr_array_index (slot->list, slot->index) : NULL;
}

void
muster_profile_slot_insert (const MusterProfileSlot *slot, MusterValue *value)
{
  if (slot->list != NULL)
    g_ptr_array_insert (slot->list, (int) slot->index, value);
  else
    muster_profile_slot_put (slot, value);
}

void
muster_profile_slot_put (const MusterProfileSlot *slot, MusterValue *value)
{
  if (slot->member != NULL)
    {
      muster_value_free (*slot->member);
      *slot->member = value;
      return;
    }
  if (slot->index < slot->list->len)
    g_ptr_array_remove_index (slot->list, slot->index);
  if (value != NULL)
    g_ptr_array_insert (slot->list, (int) slot->index, value);
}

gboolean
muster_pointers_are_kin (const char *a, const char *b)
{
  while (*a != '\0' && *b != '\0')
    if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
      {
        a += strspn (a, "0123456789");
        b += strspn (b, "0123456789");
      }
    else if (*a++ != *b++)
      return FALSE;

  return *a == *b;
}
