/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Criteria that are lawful and may yet stand for a protected attribute: a named school, where somebody lives, the year of
 * a degree, a first language, "young team". Five languages. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_PROXY_NONE,
  MUSTER_PROXY_SCHOOL,
  MUSTER_PROXY_DISTRICT, /* or postcode */
  MUSTER_PROXY_GRADUATION_YEAR,
  MUSTER_PROXY_NATIVE,
  MUSTER_PROXY_YOUNG_TEAM,
  MUSTER_PROXY_RECENT_GRADUATE,
  MUSTER_PROXY_GAP,
} MusterProxy;

MusterProxy muster_proxy_get (const char *value);

G_END_DECLS
