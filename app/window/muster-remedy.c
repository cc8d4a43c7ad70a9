/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row, one button: of what could be done about something, the one that gets a person further. */

#include "muster-remedy.h"

#include "muster-file-name.h"

#include <glib/gi18n-lib.h>

static gboolean
is_encrypted (MusterOutcome *outcome)
{
  return g_strcmp0 (muster_outcome_get_code (outcome), "encrypted") == 0;
}

static gboolean
is_running (MusterActivity *activity)
{
  return muster_activity_get_state (activity) <= MUSTER_ACTIVITY_RUNNING;
}

/** muster_remedy_of_outcome: @activity: the work that @outcome is of. */
MusterRemedy
muster_remedy_of_outcome (MusterActivity *activity, MusterOutcome *outcome)
{
  if (muster_activity_is_undone (activity))
    return MUSTER_REMEDY_NONE;
  if (!muster_outcome_is_failure (outcome))
    return muster_outcome_get_candidate_id (outcome) != 0 ? MUSTER_REMEDY_OPEN : MUSTER_REMEDY_NONE;
  if (is_running (activity) || muster_activity_get_kind (activity) != MUSTER_ACTIVITY_IMPORT)
    return MUSTER_REMEDY_NONE;

  return is_encrypted (outcome) ? MUSTER_REMEDY_UNLOCK : MUSTER_REMEDY_TRY_AGAIN;
}

MusterRemedy
muster_remedy_of_activity (MusterActivity *activity)
{
  if (is_running (activity))
    return MUSTER_REMEDY_CANCEL;

  return muster_activity_can_undo (activity) ? MUSTER_REMEDY_UNDO_IMPORT : MUSTER_REMEDY_NONE;
}

const char *
muster_remedy_label (MusterRemedy remedy)
{
  switch (remedy)
    {
    case MUSTER_REMEDY_CANCEL:
      return _ ("Cancel");
    case MUSTER_REMEDY_UNLOCK:
      return _ ("Unlock…");
    case MUSTER_REMEDY_TRY_AGAIN:
      return _ ("Try Again");
    case MUSTER_REMEDY_UNDO_IMPORT:
      return _ ("Undo Import");
    case MUSTER_REMEDY_OPEN:
      return _ ("Open");
    case MUSTER_REMEDY_NONE:
    default:
      return NULL;
    }
}

static guint
count_failures (MusterActivity *activity)
{
  GListModel *outcomes = muster_activity_get_outcomes (activity);
  guint       n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (outcomes); i++)
    {
      g_autoptr (MusterOutcome) outcome = g_list_model_get_item (outcomes, i);

      n += muster_outcome_is_failure (outcome);
    }

  return n;
}

guint
muster_activity_count_needing (MusterActivity *activity)
{
  return is_running (activity) || muster_activity_is_undone (activity) ? 0 : count_failures (activity);
}

static char *
dup_done_text (MusterActivity *activity)
{
  guint            n_failures = count_failures (activity);
  guint            n_done = muster_activity_get_n_done (activity);
  guint            n_well = n_done - MIN (n_done, n_failures);
  g_autofree char *done = g_strdup_printf (ngettext ("%u done", "%u done", n_well), n_well);
  g_autofree char *failed
      = g_strdup_printf (ngettext ("%u needs you", "%u need you", n_failures), n_failures);

  return n_failures > 0 ? g_strdup_printf ("%s · %s", done, failed) : g_steal_pointer (&done);
}

static char *
dup_state_text (MusterActivity *activity)
{
  g_autofree char *done = is_running (activity) ? NULL : dup_done_text (activity);

  if (muster_activity_is_undone (activity))
    return g_strdup (_ ("Taken back"));
  switch (muster_activity_get_state (activity))
    {
    case MUSTER_ACTIVITY_WAITING:
      return g_strdup (_ ("Waiting"));
    case MUSTER_ACTIVITY_RUNNING:
      return g_strdup_printf (
          _ ("%u of %u"), muster_activity_get_n_done (activity), muster_activity_get_n_total (activity));
    case MUSTER_ACTIVITY_DONE:
      return g_steal_pointer (&done);
    case MUSTER_ACTIVITY_CANCELLED:
      return g_strdup_printf (_ ("Cancelled · %s"), done);
    case MUSTER_ACTIVITY_FAILED:
      return g_strdup (muster_activity_get_error (activity) != NULL
                           ? muster_activity_get_error (activity)->message
                           : _ ("Failed"));
    default:
      g_return_val_if_reached (NULL);
    }
}

void
muster_activity_row_show_activity (MusterActivityRow *row, MusterActivity *activity)
{
  MusterActivityState state = muster_activity_get_state (activity);
  gboolean needs_someone = state == MUSTER_ACTIVITY_FAILED || muster_activity_count_needing (activity) > 0;
  gboolean has_stopped = state == MUSTER_ACTIVITY_CANCELLED || muster_activity_is_undone (activity);
  g_autofree char *caption = dup_state_text (activity);
  const char      *icon = is_running (activity) ? "muster-activity-symbolic"
                          : needs_someone       ? "muster-warning-symbolic"
                          : has_stopped         ? "muster-cancelled-symbolic"
                                                : "muster-done-symbolic";
  const char      *tone = needs_someone                           ? "tone-attention"
                          : is_running (activity) || has_stopped ? "tone-quiet"
                                                                  : "tone-done";

  g_object_set (row,
                "title", muster_activity_get_title (activity),
                "caption", caption,
                "icon-name", icon,
                "tone", tone,
                "fraction", CLAMP (muster_activity_get_fraction (activity), 0, 1),
                "is-running", is_running (activity),
                "action-label", muster_remedy_label (muster_remedy_of_activity (activity)),
                NULL);
}

void
muster_activity_row_show_outcome (MusterActivityRow *row, MusterActivity *activity, MusterOutcome *outcome)
{
  const char      *file = muster_outcome_get_file (outcome);
  g_autofree char *name
      = *file != '\0' ? muster_file_name_dup_shown (file, 0) : g_strdup (_ ("This person"));
  gboolean         is_failure = muster_outcome_is_failure (outcome);
  gboolean         is_link = muster_outcome_get_duplicate_of (outcome) != 0;
  const char      *icon = is_encrypted (outcome) ? "muster-key-symbolic"
                          : is_failure           ? "muster-warning-symbolic"
                          : is_link              ? "muster-copy-symbolic"
                                                 : "muster-done-symbolic";
  const char      *tone = is_encrypted (outcome) ? "tone-key"
                          : is_failure           ? "tone-attention"
                          : is_link              ? "tone-quiet"
                                                 : "tone-done";

  g_object_set (row,
                "title", name,
                "caption", muster_outcome_get_message (outcome),
                "icon-name", icon,
                "tone", tone,
                "is-running", FALSE,
                "action-label", muster_remedy_label (muster_remedy_of_outcome (activity, outcome)),
                NULL);
}
