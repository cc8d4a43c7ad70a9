/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens, the query language, and what is found. */

#include "store-fixture.h"

#include "muster-store-query.h"
#include "muster-store-tokenizer.h"

#include <string.h>

static int
append_token (const char *token, gsize length, gsize start, gsize end, gboolean is_alternative, gpointer user_data)
{
  GString *text = user_data;

  g_assert_cmpuint (start, <, end);
  if (text->len > 0)
    g_string_append_c (text, is_alternative ? '/' : ' ');
  g_string_append_len (text, token, (gssize) length);

  return 0;
}

static char *
tokens_of (const char *text, MusterTokenPurpose purpose)
{
  GString *tokens = g_string_new (NULL);

  muster_store_tokenize (text, strlen (text), purpose, append_token, tokens);

  return g_string_free (tokens, FALSE);
}

/* A second token for the same place stands behind a stroke. query NULL: as text. */
static void
test_tokens (void)
{
  static const struct
  {
    const char *name;
    const char *input;
    const char *text;
    const char *query;
  } cases[] = {
    { "nothing", "", "", NULL },
    { "signs only", "-- / & \"*\" …", "", NULL },
    { "words", "Senior Welder, 2019", "senior welder 2019", NULL },
    { "accents", "Zoë MÜLLER-Øster señor", "zoe muller oster senor", NULL },
    { "accents taken apart", "Zoe\xcc\x88", "zoe", NULL },
    { "letters that do not come apart", "Straße Łódź đ æ œ ı", "strasse lodz d ae oe i", NULL },
    { "Greek", "ΟΔΥΣΣΕΥΣ οδός", "οδυσσευσ οδοσ", NULL },
    { "Cyrillic", "Йорк Ёлка", "иорк елка", NULL },
    { "Hindi keeps its vowels", "हिन्दी", "हिन्दी", NULL },
    { "ligatures", "ﬁnance ﬂow", "finance flow", NULL },
    { "wide letters", "Ｊａｖａ１１", "java11", NULL },
    { "soft hyphen", "manu\xc2\xad" "facturing", "manufacturing", NULL },
    { "zero-width space", "data\xe2\x80\x8b" "base", "database", NULL },
    { "C and its kin", "C, C++, C# and F#", "c c++ c# and f#", NULL },
    { "C++ with a number", "C++17", "c++ 17", NULL },
    { "a longer name with plus", "Notepad++ here", "notepad++/notepad here", "notepad++ here" },
    { "no plus in sums", "a+b 10+ item#5a 7#", "a b 10 item#/item 5a 7", "a b 10 item# 5a 7" },
    { ".NET", "use .NET and .Net", "use .net/net and .net/net", "use .net and .net" },
    { "ASP.NET", "ASP.NET", "asp .net/net", "asp net" },
    { "an address", "behance.net/ana a@b.net", "behance net ana a b net", NULL },
    { "no dot name", "end.net. Next", "end net next", NULL },
    { "Node.js", "Node.js R&D", "node js r d", NULL },
    { "Chinese", "会计师", "会计 计师/师", "会计 计师" },
    { "one Chinese character", "师", "师", NULL },
    { "two Chinese characters", "会计", "会计/计", "会计" },
    { "Chinese beside letters", "Java开发 3年", "java 开发/发 3 年", "java 开发 3 年" },
    { "Chinese over a line end", "会\n计", "会计/计", "会计" },
    { "Chinese over a blank", "会 计", "会 计", NULL },
    { "Chinese over an empty line", "会\n\n计", "会 计", NULL },
    { "Chinese sentence", "会计,税务。", "会计/计 税务/务", "会计 税务" },
    { "radical of a PDF font", "⼯程", "工程/程", "工程" },
    { "Japanese", "サーバー管理", "サー ーバ バー ー管 管理/理", "サー ーバ バー ー管 管理" },
    { "Korean", "회계사 자격", "회계 계사/사 자격/격", "회계 계사 자격" },
    { "line end between words", "new\nline", "new line", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tokens_of (cases[i].input, MUSTER_TOKENS_OF_TEXT);
      g_autofree char *query = tokens_of (cases[i].input, MUSTER_TOKENS_OF_QUERY);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (query, ==, cases[i].query != NULL ? cases[i].query : cases[i].text);
    }
}

static void
test_long_tokens (void)
{
  g_autofree char *long_word = g_strnfill (100000, 'a');
  g_autofree char *tokens = tokens_of (long_word, MUSTER_TOKENS_OF_TEXT);

  g_assert_cmpuint (strlen (tokens), <, 300);
}

static void
test_query_language (void)
{
  static const struct
  {
    const char *query;
    const char *match;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "  \t\n ", NULL },
    { "\"", NULL },
    { "\"\"\"\"", NULL },
    { "* - ( ) : ^ &", NULL },
    { "OR", NULL },
    { "OR OR OR", NULL },
    { "welder", "\"welder\"" },
    { "welder Bremen", "\"welder\" AND \"Bremen\"" },
    { "weld*", "\"weld*\"*" },
    { "\"senior welder\"", "\"senior welder\"" },
    { "\"senior weld\"*", "\"senior weld\"*" },
    { "\"never closed", "\"never closed\"" },
    { "a\"b c\"d", "\"a\" AND \"b c\" AND \"d\"" },
    { "Java OR C++", "(\"Java\" OR \"C++\")" },
    { "engineer Java OR C++ Bremen", "\"engineer\" AND (\"Java\" OR \"C++\") AND \"Bremen\"" },
    { "a OR b OR c d", "(\"a\" OR \"b\" OR \"c\") AND \"d\"" },
    { "OR welder", "\"welder\"" },
    { "welder OR", "\"welder\"" },
    { "welder OR & fitter", "(\"welder\" OR \"fitter\")" },
    { "or and not", "\"or\" AND \"and\" AND \"not\"" },
    { "NOT NEAR(a b)", "\"NOT\" AND \"NEAR(a\" AND \"b)\"" },
    { "name:ana text : x", "\"name:ana\" AND \"text\" AND \"x\"" },
    { "师", "\"师\"*" },
    { "会计", "\"会计\"" },
    { "会计*", "\"会计*\"*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *match = muster_store_query_to_match (cases[i].query);

      g_test_message ("%s", cases[i].query != NULL ? cases[i].query : "(null)");
      g_assert_cmpstr (match, ==, cases[i].match);
    }
}

static const struct
{
  const char *name;
  const char *text;
} people[] = {
  { "Ana Berg", "Ana Berg\nSenior welder and fitter in Bremen\fSecond page of Ana\nshe writes C++ for robots" },
  { "Zoë Müller", "Zoë Müller\nController, C# and .NET\nstraße" },
  { "李伟", "李伟\n高级会计师\n税务 经验" },
  { "Bo Lind", "Bo Lind\nwelding teacher\nC programmer, 100 % of it\nweld weld weld" },
  { "Kim Fox", "Kim Fox\nfit for anything" },
};

static MusterStore *
open_with_people (Place *place)
{
  MusterStore *store;

  place_init (place);
  store = place_open (place);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    fixture_add (store, people[i].name, people[i].text, 0);

  return store;
}

/* Names of those found, in the order of the list by day, which is that of the table above. */
static char *
names_found (MusterStore *store, const char *filter)
{
  MusterCandidateQuery  query = { .filter = filter, .stage = -1, .sort = MUSTER_SORT_BY_ADDED };
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) records = muster_store_list_candidates (store, &query, 0, 100, &error);
  g_autoptr (GString)   names = g_string_new (NULL);
  guint                 n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      const MusterCandidateRecord *record = g_ptr_array_index (records, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", record->name);
    }
  g_assert_true (muster_store_count_candidates (store, &query, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, records->len);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static const struct
{
  const char *query;
  const char *names;
} found[] = {
  { "welder", "Ana Berg, Zoë Müller, 李伟, Bo Lind, Kim Fox" }, /* the latest title of all of them */
  { "fitter", "Ana Berg" },
  { "FITTER", "Ana Berg" },
  { "fit", "Kim Fox" },
  { "fit*", "Ana Berg, Kim Fox" },
  { "weld*", "Ana Berg, Zoë Müller, 李伟, Bo Lind, Kim Fox" },
  { "\"senior welder\"", "Ana Berg" },
  { "\"welder senior\"", "" },
  { "fitter robots", "Ana Berg" },
  { "fitter teacher", "" },
  { "fitter OR teacher", "Ana Berg, Bo Lind" },
  { "muller", "Zoë Müller" },
  { "MÜLLER zoe", "Zoë Müller" },
  { "strasse", "Zoë Müller" },
  { "C++", "Ana Berg" },
  { "C#", "Zoë Müller" },
  { ".net", "Zoë Müller" },
  { "net", "Zoë Müller" },
  { "programmer C", "Bo Lind" },
  { "会计师", "李伟" },
  { "会计", "李伟" },
  { "计", "李伟" },
  { "师", "李伟" },
  { "税务", "李伟" },
  { "李", "李伟" },
  { "会税", "" },
  { "100 %", "Bo Lind" },
  { "nobody-has-this", "" },
  { "\" OR 1=1 --", "" },
  { "((((", "Ana Berg, Zoë Müller, 李伟, Bo Lind, Kim Fox" }, /* nothing asked for: everybody */
  { "{a b} : ^x NEAR/2 y", "" },
};

static void
test_filter (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_with_people (&place);

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autofree char *names = names_found (store, found[i].query);

      g_test_message ("%s", found[i].query);
      g_assert_cmpstr (names, ==, found[i].names);
    }
}

/* Search finds the same people as the filter does, best first. */
static void
test_search (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_with_people (&place);

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (GError)    error = NULL;
      g_autoptr (GPtrArray) hits = muster_store_search (store, found[i].query, 50, &error);
      g_auto (GStrv)        names = g_strsplit (found[i].names, ", ", -1);

      g_test_message ("%s", found[i].query);
      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, ==, strcmp (found[i].query, "((((") == 0 ? 0 : g_strv_length (names));
      for (guint j = 0; j < hits->len; j++)
        {
          const MusterSearchHit *hit = g_ptr_array_index (hits, j);

          g_assert_true (g_strv_contains ((const char *const *) names, hit->name));
          g_assert_cmpstr (hit->file_name, ==, "resume.pdf");
          g_assert_cmpfloat (hit->score, >, 0);
          if (j > 0)
            g_assert_cmpfloat (hit->score, <=, ((MusterSearchHit *) g_ptr_array_index (hits, j - 1))->score);
        }
    }
}

/* Who is called so comes before who only mentions it; more mentions come before fewer. */
static void
test_order (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GPtrArray)   hits = NULL;

  place_init (&place);
  store = place_open (&place);
  fixture_add (store, "Eva", "Eva\nworked with Falk once\nin a long text that says many other things about many days",
               0);
  fixture_add (store, "Tom", "Tom\nfalk falk falk\nin a long text that says many other things about many days", 0);
  fixture_add (store, "Falk Uhl", "Falk Uhl\nin a long text that says many other things about many days", 0);
  fixture_add (store, "Ida", "Ida\nnothing of it", 0);
  fixture_add (store, "Jon", "Jon\nnothing of it either", 0);
  fixture_add (store, "Pia", "Pia\nnor here", 0);
  fixture_add (store, "Udo", "Udo\nnor there", 0);
  hits = muster_store_search (store, "falk", 50, NULL);
  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpstr (((MusterSearchHit *) g_ptr_array_index (hits, 0))->name, ==, "Falk Uhl");
  g_assert_cmpstr (((MusterSearchHit *) g_ptr_array_index (hits, 1))->name, ==, "Tom");
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = muster_store_search (store, "falk", 2, NULL);
  g_assert_cmpuint (hits->len, ==, 2);
}

static void
test_place (void)
{
  static const struct
  {
    const char *query;
    guint       page;
    const char *snippet;
  } cases[] = {
    { "robots", 2, "…fitter in Bremen Second page of Ana she writes C++ for robots" },
    { "fitter", 1, "Ana Berg Senior welder and fitter in Bremen Second page of Ana she writes C++ for robots" },
    { "会计", 1, "李伟 高级会计师 税务 经验" },
    { "strasse", 1, "Zoë Müller Controller, C# and .NET straße" },
  };
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_with_people (&place);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray)  hits = muster_store_search (store, cases[i].query, 50, NULL);
      const MusterSearchHit *hit = g_ptr_array_index (hits, 0);

      g_assert_cmpuint (hits->len, ==, 1);
      g_assert_cmpuint (hit->page, ==, cases[i].page);
      g_assert_cmpstr (hit->snippet, ==, cases[i].snippet);
    }
}

/* Random text, typed or stored, never makes an error. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "\"", "*", " ", "OR", "AND",  "NOT",  "(",  ")", "-", "+",
                                        "^",  ":", "a", "会", "\xff", "NEAR", "\n", "é", "." };
  g_auto (Place)           place = { 0 };
  g_autoptr (MusterStore)  store = open_with_people (&place);
  GRand                   *random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GString)   query = g_string_new (NULL);
      g_autoptr (GPtrArray) hits = NULL;
      g_autoptr (GError)    error = NULL;

      for (int n = g_rand_int_range (random, 0, 60); n > 0; n--)
        g_string_append (query, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      hits = muster_store_search (store, query->str, 10, &error);
      g_assert_no_error (error);
      g_assert_nonnull (hits);
    }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/search/tokens", test_tokens);
  g_test_add_func ("/store/search/long-tokens", test_long_tokens);
  g_test_add_func ("/store/search/query-language", test_query_language);
  g_test_add_func ("/store/search/filter", test_filter);
  g_test_add_func ("/store/search/search", test_search);
  g_test_add_func ("/store/search/order", test_order);
  g_test_add_func ("/store/search/place", test_place);
  g_test_add_func ("/store/search/anything", test_anything);

  return g_test_run ();
}
