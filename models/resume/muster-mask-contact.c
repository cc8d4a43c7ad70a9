/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways to reach somebody, wherever they stand: by their shape (muster-contact-match.c), and streets and postcodes by
 * the words and numbers that make them in five languages. */

#include "muster-contact.h"
#include "muster-mask-find.h"

#include <string.h>

/* A house number, perhaps with a letter; a postcode with the town behind it. */
static const char *const places[] = {
  /* Hauptstraße 12a, Am Alten Markt 3, 12 rue de la Paix, 4 bis avenue Foch, Calle Mayor 5 3º B */
  "\\b[\\p{L}.-]+(?:straße|strasse|str\\.|gasse|allee|platz|ring|ufer|damm|chaussee)\\h*\\d+\\h?[a-z]?\\b",
  "\\b(?:Am|An der|Auf der|Im|In der|Zum|Zur)\\h\\p{Lu}\\p{L}+(?:\\h\\p{Lu}\\p{L}+)?\\h\\d{1,4}\\h?[a-z]?(?=[,\\n])",
  "\\b\\d{1,4}(?:\\h?(?:bis|ter))?,?\\h(?:rue|avenue|av\\.|boulevard|bd\\.?|place|impasse|allée|chemin|quai|route|"
  "cours)"
  "\\h[^\\n,|•·;]{2,40}",
  "\\b(?:calle|c/|avenida|avda\\.?|plaza|paseo|carrera|carretera|ronda|camino|callejón|travesía)\\h[^\\n,|•·;]{2,40}"
  "(?:,?\\h(?:n[.º°]?\\h?)?\\d{1,4}[^\\n|•·;,]{0,14}(?:,\\h?\\d{1,2}\\h?[.º°ª][^\\n|•·;,]{0,8})?)",
  /* 1420 N. Maple Street, Apt. 4; 221B Baker Road */
  "\\b\\d{1,6}[A-Za-z]?,?\\h(?:[NSEW]{1,2}\\.?\\h)?(?:[\\p{Lu}\\d][\\p{L}\\d'’.-]*\\h){1,4}(?:street|st\\.?|avenue|"
  "ave\\.?|"
  "road|rd\\.?|lane|ln\\.?|drive|dr\\.?|boulevard|blvd\\.?|court|ct\\.?|close|crescent|terrace|square|way|place|pl\\.?|"
  "parkway|pkwy\\.?|circle|highway|hwy\\.?|gardens|grove|mews|row)(?![\\p{L}])"
  "(?:,?\\h(?:apt|apartment|unit|suite|ste|flat|#)\\.?\\h?#?[\\w-]{1,6})?",
  "\\b(?:P\\.?\\h?O\\.?\\h?Box|Postfach|Apartado(?: de Correos)?|Boîte postale|B\\.P\\.)\\h?\\d+",
  /* 28203 Bremen, 75011 Paris, D-10115 Berlin */
  "(?<![\\p{L}\\p{N}.,/+-])(?:[A-Z]{1,2}-)?\\d{5}\\h(?!Euro|EUR|USD|Mitarbeiter|Stunden|Kunden|h\\b)"
  "\\p{Lu}[\\p{L}'’-]+(?:\\h(?:\\p{Lu}[\\p{L}'’-]+|am|an|der|de|la|del|sur|en|im))*(?=\\h*(?:[\\n,|•·;(]|$))",
  /* Seattle, WA 98101; SW1A 1AA; K1A 0B1 */
  "\\b(?:\\p{Lu}[\\p{L}'’.-]+\\h?){1,3},\\h?[A-Z]{2}\\.?,?\\h\\d{5}(?:-\\d{4})?\\b",
  "\\b[A-Z]{1,2}\\d[A-Z\\d]?\\h\\d[A-Z]{2}\\b",
  "\\b[A-Z]\\d[A-Z]\\h\\d[A-Z]\\d\\b",
  /* 北京市朝阳区…12号楼3单元 */
  "[\\p{Han}]{2,12}(?:路|街|道|巷|弄)[\\p{Han}]{0,6}\\h?\\d{1,5}\\h?(?:号|弄)[\\p{Han}\\d]{0,14}",
};

static const char *const handles[] = {
  "\\b(?:skype|telegram|whatsapp|wechat|weixin|qq|signal|line id|discord|twitter|github|gitlab|linkedin|xing|instagram|"
  "facebook)(?:\\h?(?:id|handle|user(?:name)?))?\\h?[:：]\\h*@?[^\\s|•,;，；]{3,40}",
  "(?:微信|微博|QQ)(?:号|号码)?\\h?[:：]\\h*[^\\s|•,;，；]{3,30}",
  "(?:^|[\\n|•·])\\h*(?<mask>@[A-Za-z][\\w.]{2,30})\\b",
};

static GRegex *
get_regex (gsize index)
{
  static GRegex *regexes[G_N_ELEMENTS (places) + G_N_ELEMENTS (handles)];
  const char    *pattern
      = index < G_N_ELEMENTS (places) ? places[index] : handles[index - G_N_ELEMENTS (places)];

  if (g_once_init_enter (&regexes[index]))
    {
      /* Names of streets begin with capitals: only the words for them may be written either way. */
      GRegexCompileFlags flags = index < G_N_ELEMENTS (places) && strstr (pattern, "\\p{Lu}") != NULL
                                         && strstr (pattern, "street|st") == NULL
                                     ? G_REGEX_OPTIMIZE
                                     : G_REGEX_OPTIMIZE | G_REGEX_CASELESS;

      g_once_init_leave (&regexes[index], g_regex_new (pattern, flags, 0, NULL));
    }

  return regexes[index];
}

void
muster_mask_add_bytes (GArray *matches, MusterMaskKind kind, const char *text, int from, int to)
{
  MusterMaskMatch match = { kind };

  if (from < 0 || to <= from)
    return;
  match.start = (guint) g_utf8_pointer_to_offset (text, text + from);
  match.length = (guint) g_utf8_pointer_to_offset (text + from, text + to);
  g_array_append_val (matches, match);
}

/* A number does not go on in the next line. */
static void
find_shapes (const char *line, guint start, GArray *matches)
{
  g_autoptr (GArray) shapes = muster_contact_matches (line);

  for (guint i = 0; i < shapes->len; i++)
    {
      const MusterContactMatch *shape = &g_array_index (shapes, MusterContactMatch, i);
      MusterMaskMatch           match = { MUSTER_MASK_CONTACT, start + shape->start, shape->length };

      g_array_append_val (matches, match);
    }
}

/** muster_mask_find_contacts: mail, numbers, links, handles, streets and postcodes. */
void
muster_mask_find_contacts (const char *text, GArray *matches)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint          start = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      find_shapes (lines[i], start, matches);
      start += (guint) g_utf8_strlen (lines[i], -1) + 1;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (places) + G_N_ELEMENTS (handles); i++)
    {
      g_autoptr (GMatchInfo) info = NULL;
      int                    from, to;

      g_regex_match (get_regex (i), text, 0, &info);
      for (; g_match_info_matches (info); g_match_info_next (info, NULL))
        if ((g_match_info_fetch_named_pos (info, "mask", &from, &to) && from >= 0)
            || g_match_info_fetch_pos (info, 0, &from, &to))
          muster_mask_add_bytes (matches, MUSTER_MASK_CONTACT, text, from, to);
    }
}
