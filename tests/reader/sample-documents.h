/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small documents of invented people, drawn with cairo when a test asks for them. All (transfer full). */
#pragma once

#include <glib.h>

/* PDFs of A4 pages. Lines of @text begin 60 points from the left, the first 80 from the top, 24 points apart. */
GBytes *sample_text_pdf        (const char *text, guint n_pages); /* black letters; each page ends with "Page N" */
GBytes *sample_white_pdf       (const char *text, const char *white);
GBytes *sample_scan_pdf        (const char *text, guint n_pages); /* nothing but a picture of the letters */
GBytes *sample_layered_pdf     (const char *layer, const char *text); /* letters of @layer under a picture of @text */

/* The same as a picture, @scale pixels a point. */
GBytes *sample_png             (const char *text, double scale);
