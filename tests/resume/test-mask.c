/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is masked and what is left, in five languages; and where it is on a page. */

#include "muster-extractor.h"
#include "muster-mask.h"
#include "resume-document.h"

#include <string.h>

#define B MUSTER_MASK_BLOCK

typedef struct
{
  const char *name; /* of the case */
  const char *language;
  const char *person;
  const char *mail;
  const char *text;
  const char *masked;
} Case;

static const Case cases[] = {
  /* Names */
  { "whole", "en", "Dana Whitlock", "", "Resume of Dana Whitlock, page 2", "Resume of " B ", page 2" },
  { "in-capitals", "en", "Dana Whitlock", "", "DANA WHITLOCK", B },
  { "family-first", "en", "Dana Whitlock", "", "Whitlock, Dana", B },
  { "one-part", "en", "Dana Whitlock", "", "Whitlock led the team.", B " led the team." },
  { "genitive", "en", "Dana Whitlock", "", "Whitlock's own firm", B "'s own firm" },
  { "initial", "en", "Dana Whitlock", "", "by D. Whitlock", "by " B },
  { "file", "en", "Dana Whitlock", "", "dana_whitlock-cv.pdf", B "-cv.pdf" },
  { "glued", "en", "Dana Whitlock", "", "DanaWhitlock", B },
  { "particle", "de", "Jan von der Heyde", "", "Jan von der Heyde", B },
  { "accents", "es", "Lucía Peñalver", "", "LUCÍA PEÑALVER, de Penalver", B },
  { "from-mail", "en", "", "dana.whitlock@example.org", "Dear Dana", "Dear " B },
  { "handle", "en", "", "dwhit77@example.org", "see dwhit77 there", "see " B " there" },
  { "firm-of-family", "en", "Dana Whitlock", "", "Whitlock & Sons", B " & Sons" },
  { "chinese", "zh", "陆思远", "", "陆思远的简历,思远", B "的简历," B },
  { "chinese-spaced", "zh", "陆思远", "", "陆 思 远", B },
  { "chinese-address", "zh", "陆思远", "", "陆经理,大陆市场", B "经理,大陆市场" },
  { "go-is-a-skill", "en", "Li Go", "", "Skills: Go, R, C", "Skills: Go, R, C" },
  { "will-is-a-verb", "en", "Will Grant", "", "I will grant access", "I will grant access" },
  { "title-is-no-name", "en", "Senior Engineer", "", "Senior Engineer at sea", "Senior Engineer at sea" },

  /* Ways to reach somebody */
  { "mail", "en", "", "", "write to a.b@example.org today", "write to " B " today" },
  { "phone", "en", "", "", "+44 20 7946 0991 or mail", B " or mail" },
  { "years-are-no-phone", "en", "", "", "2014 - 2019 sales", "2014 - 2019 sales" },
  { "link", "en", "", "", "github.com/nobody1 is mine", B " is mine" },
  { "german-street", "de", "", "", "Lindenstraße 12a, 28203 Bremen", B ", " B },
  { "english-street", "en", "", "", "1420 North Maple Street, Ames", B ", Ames" },
  { "french-street", "fr", "", "", "14 rue des Tanneurs", B },
  { "spanish-street", "es", "", "", "Calle Mayor 5", B },
  { "us-town", "en", "", "", "Ames, IA 50010", B },
  { "uk-postcode", "en", "", "", "Leeds LS1 4AP", "Leeds " B },
  { "address-label", "en", "", "", "Address: somewhere over there", "Address: " B },
  { "chinese-address-label", "zh", "", "", "现居住地：武汉", "现居住地：" B },
  { "number-of-staff", "de", "", "", "Betreuung von 12000 Kunden", "Betreuung von 12000 Kunden" },

  /* Birth */
  { "english-birth", "en", "", "", "Date of birth: March 3, 1988", "Date of birth: " B },
  { "german-birth", "de", "", "", "geboren am 12.03.1988 in Köln", "geboren am " B },
  { "french-birth", "fr", "", "", "Née le 4 mai 1990", "Née le " B },
  { "spanish-birth", "es", "", "", "Fecha de nacimiento: 4/5/1990", "Fecha de nacimiento: " B },
  { "chinese-birth", "zh", "", "", "出生日期：1990年5月", "出生日期：" B },
  { "english-age", "en", "", "", "34 years old", B },
  { "german-age", "de", "", "", "34 Jahre alt", B },
  { "french-age", "fr", "", "", "34 ans", B },
  { "french-years-of-work", "fr", "", "", "10 ans d'expérience", "10 ans d'expérience" },
  { "chinese-age", "zh", "", "", "28岁", B },

  /* Nationality, family, belief */
  { "nationality", "en", "", "", "Nationality: Ghanaian", "Nationality: " B },
  { "german-nationality", "de", "", "", "Staatsangehörigkeit: polnisch", "Staatsangehörigkeit: " B },
  { "french-nationality", "fr", "", "", "Nationalité : belge", "Nationalité : " B },
  { "spanish-nationality", "es", "", "", "Nacionalidad: peruana", "Nacionalidad: " B },
  { "chinese-group", "zh", "", "", "民族：汉", "民族：" B },
  { "married", "en", "", "", "Marital status: married", "Marital status: " B },
  { "german-family", "de", "", "", "verheiratet, zwei Kinder", B ", " B },
  { "french-family", "fr", "", "", "Célibataire", B },
  { "spanish-family", "es", "", "", "Estado civil: soltera", "Estado civil: " B },
  { "chinese-family", "zh", "", "", "已婚已育", B },
  { "single-is-a-number", "en", "", "", "a single point of failure", "a single point of failure" },
  { "belief", "de", "", "", "Konfession: evangelisch", "Konfession: " B },
  { "chinese-party", "zh", "", "", "政治面貌：群众", "政治面貌：" B },

  /* Gender */
  { "english-pronoun", "en", "", "", "She led her team.", B " led " B " team." },
  { "english-he", "en", "", "", "He sold his share", B " sold " B " share" },
  { "spanish-he-is-a-verb", "es", "", "", "he trabajado", "he trabajado" },
  { "german-her-is-no-pronoun", "de", "", "", "von der Idee", "von der Idee" },
  { "mr", "en", "Dana Whitlock", "", "Mr Whitlock", B " " B },
  { "ms-office", "en", "", "", "MS Office", "MS Office" },
  { "herr", "de", "", "", "Herr Abel", B " Abel" },
  { "frau", "de", "", "", "Frau Abel", B " Abel" },
  { "german-sex", "de", "", "", "Geschlecht: weiblich", "Geschlecht: " B },
  { "madame", "fr", "", "", "Madame Abel", B " Abel" },
  { "senora", "es", "", "", "Señora Abel", B " Abel" },
  { "chinese-sex", "zh", "", "", "性别：女", "性别：" B },
  { "leiterin", "de", "", "", "Projektleiterin", "Projektleit" B },
  { "leiter", "de", "", "", "Projektleiter", "Projektleit" B },
  { "ingenieurin", "de", "", "", "Ingenieurin", "Ingeni" B },
  { "directrice", "fr", "", "", "Directrice commerciale", "Direc" B " commerciale" },
  { "directeur", "fr", "", "", "Directeur commercial", "Direc" B " commercial" },
  { "enfermera", "es", "", "", "Enfermera de Atención Primaria", "Enferm" B " de Atención Primaria" },
  { "enfermero", "es", "", "", "Enfermero de Atención Primaria", "Enferm" B " de Atención Primaria" },
  { "chairwoman", "en", "", "", "Chairwoman of the board", "Chair" B " of the board" },
  { "engineer", "en", "", "", "Senior Software Engineer", "Senior Software Engineer" },
  { "berlin", "de", "", "", "Berlin", "Berlin" },

  /* Native language */
  { "native", "en", "", "", "Spanish (native)", "Spanish (" B ")" },
  { "muttersprache", "de", "", "", "Deutsch: Muttersprache", "Deutsch: " B },
  { "maternelle", "fr", "", "", "Français (langue maternelle)", "Français (" B ")" },
  { "materna", "es", "", "", "Español: lengua materna", "Español: " B },
  { "chinese-native", "zh", "", "", "普通话（母语）", "普通话（" B "）" },
  { "react-native", "en", "", "", "native apps in Swift", "native apps in Swift" },
  { "level", "en", "", "", "French C1", "French C1" },
};

static MusterValue *
value (const char *text)
{
  return *text != '\0' ? muster_value_new (text, (MusterEvidence){ 0 }, 1) : NULL;
}

static void
test_case (gconstpointer data)
{
  const Case               *one = data;
  g_autoptr (MusterProfile) profile = muster_profile_new ();
  g_autoptr (MusterMask)    mask = NULL;
  g_autofree char          *masked = NULL;

  profile->name = value (one->person);
  profile->email = value (one->mail);
  mask = muster_mask_new_of_person (profile, one->language);
  masked = muster_mask_dup_masked (mask, one->text);
  g_assert_cmpstr (masked, ==, one->masked);
}

static const ResumeCell cells[] = {
  { 60, 60, "Dana Whitlock", 20, TRUE },
  { 60, 84, "dana.whitlock@example.org" },
  { 60, 98, "+44 20 7946 0991" },
  { 60, 130, "Personal", 13, TRUE },
  { 60, 146, "Nationality" },
  { 200, 146, "Ghanaian" },
  { 60, 160, "Driving licence" },
  { 200, 160, "B" },
  { 60, 190, "Experience", 13, TRUE },
  { 60, 206, "Pump fitter, Harrow Works" },
  { 400, 206, "2014 - 2019" },
  { 60, 220, "Whitlock repaired pumps and found leaks." },
  { 60, 780, "Resume of Dana Whitlock" },
  { 0, 0, NULL },
};

static const MusterMaskSpan *
find_span (const MusterMask *mask, MusterMaskKind kind, double y)
{
  guint                 n;
  const MusterMaskSpan *spans = muster_mask_get_spans (mask, &n);

  for (guint i = 0; i < n; i++)
    if (spans[i].kind == kind && muster_box_contains (spans[i].box, spans[i].box.x + 1, y))
      return &spans[i];

  return NULL;
}

static void
test_page (void)
{
  g_autoptr (MusterDocument) document = resume_document_new (cells);
  g_autoptr (MusterProfile)  profile = muster_extract_profile (document, MUSTER_MONTH (2026, 11));
  g_autoptr (MusterMask)     mask = muster_mask_new (document, profile);
  g_autofree char           *text = muster_mask_dup_text (mask, 0, G_MAXUINT);
  const char                *whole = muster_document_get_text (document);
  guint                      name = (guint) g_utf8_pointer_to_offset (whole, strstr (whole, "Whitlock repaired"));
  const MusterMaskSpan      *span;

  g_assert_null (strstr (text, "Whitlock"));
  g_assert_null (strstr (text, "example.org"));
  g_assert_null (strstr (text, "7946"));
  g_assert_null (strstr (text, "Ghanaian"));
  g_assert_nonnull (strstr (text, "Nationality"));
  g_assert_nonnull (strstr (text, "Driving licence"));
  g_assert_nonnull (strstr (text, "Pump fitter, Harrow Works"));
  g_assert_nonnull (strstr (text, "2014 - 2019"));
  g_assert_true (muster_mask_hides (mask, name, 1));
  g_assert_false (muster_mask_hides (mask, name + 9, 8));

  span = find_span (mask, MUSTER_MASK_NATIONALITY, 144);
  g_assert_nonnull (span);
  g_assert_cmpuint (span->page, ==, 1);
  g_assert_cmpfloat (span->box.x, >=, 199);
  span = find_span (mask, MUSTER_MASK_NAME, 218);
  g_assert_nonnull (span);
  g_assert_cmpuint (span->start, ==, name);
  g_assert_cmpuint (span->length, ==, 8);
  g_assert_nonnull (find_span (mask, MUSTER_MASK_NAME, 778));
}

static void
test_copies (void)
{
  g_autoptr (MusterDocument) document = resume_document_new (cells);
  g_autoptr (MusterProfile)  profile = muster_extract_profile (document, MUSTER_MONTH (2026, 11));
  g_autoptr (MusterMask)     mask = muster_mask_new (document, profile);
  g_autoptr (MusterDocument) masked = muster_mask_dup_document (mask, NULL);
  g_autoptr (MusterProfile)  masked_profile = muster_mask_dup_profile (mask, profile);
  g_autoptr (JsonNode)       node = muster_profile_to_json (masked_profile, MUSTER_MONTH (2026, 11));
  g_autofree char           *json = json_to_string (node, FALSE);
  guint                      n_words, n_masked;

  muster_page_get_words (muster_document_get_page (document, 0), &n_words);
  muster_page_get_words (muster_document_get_page (masked, 0), &n_masked);
  g_assert_cmpuint (n_words, ==, n_masked);
  g_assert_null (strstr (muster_document_get_text (masked), "Whitlock"));
  g_assert_null (strstr (muster_document_get_text (masked), "@"));
  g_assert_nonnull (strstr (muster_document_get_text (masked), "Harrow Works"));
  g_assert_nonnull (profile->name);
  g_assert_null (masked_profile->name);
  g_assert_null (masked_profile->email);
  g_assert_null (masked_profile->phone);
  g_assert_cmpuint (masked_profile->work->len, ==, profile->work->len);
  g_assert_null (strstr (json, "Whitlock"));
}

static void
test_photos (void)
{
  static const struct
  {
    MusterBox box;
    gboolean  is_portrait;
  } pictures[] = { { { 450, 40, 85, 110 }, TRUE },   { { 450, 40, 70, 70 }, TRUE },
                   { { 0, 0, 595, 842 }, FALSE },    { { 60, 300, 475, 3 }, FALSE },
                   { { 60, 300, 300, 80 }, FALSE },  { { 60, 90, 12, 12 }, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      MusterPage                *page = muster_page_new (1, 595, 842);
      g_autoptr (GPtrArray)      pages = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref);
      g_autoptr (MusterDocument) document = NULL;
      g_autoptr (MusterMask)     mask = NULL;
      guint                      n;
      const MusterMaskSpan      *spans;

      muster_page_add_picture (page, pictures[i].box);
      g_ptr_array_add (pages, page);
      document = muster_document_new (g_steal_pointer (&pages), 1, "application/pdf", "en", 0, NULL);
      mask = muster_mask_new (document, NULL);
      spans = muster_mask_get_spans (mask, &n);
      g_assert_cmpuint (n, ==, pictures[i].is_portrait ? 1 : 0);
      if (n > 0)
        g_assert_cmpint (spans[0].kind, ==, MUSTER_MASK_PHOTO);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/mask/text/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/mask/page", test_page);
  g_test_add_func ("/mask/copies", test_copies);
  g_test_add_func ("/mask/photos", test_photos);

  return g_test_run ();
}
