/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a library, for the files of this room only. */
#pragma once

#include "muster-library.h"

struct _MusterLibrary
{
  GObject       parent_instance;
  MusterIntake *intake;
  MusterMonth   today;
};
