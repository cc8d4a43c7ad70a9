/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stretches of the lower axis, shaded in turn behind the marks, each with its word and number on top. */
#pragma once

#include "muster-layer.h"

G_BEGIN_DECLS

#define MUSTER_ZONE_LAYER_MAX_ZONES 8

#define MUSTER_TYPE_ZONE_LAYER (muster_zone_layer_get_type ())
G_DECLARE_FINAL_TYPE (MusterZoneLayer, muster_zone_layer, MUSTER, ZONE_LAYER, MusterLayer)

MusterLayer *muster_zone_layer_new       (void);
void         muster_zone_layer_set_zones (MusterZoneLayer   *self,
                                          const double      *edges,
                                          const char *const *words,
                                          const guint       *counts,
                                          guint              n_zones);

G_END_DECLS
