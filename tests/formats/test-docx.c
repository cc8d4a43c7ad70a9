/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word files: what a person sees is read once, at its place; what is hidden or deleted is counted; what is
 * damaged or hostile gives an error. */

#include "muster-package-writer.h"
#include "muster-source-private.h"

#include <leptonica/allheaders.h>
#include <string.h>

#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P(text) "<w:p>" R (text) "</w:p>"

static MusterSource *
open_bytes (GBytes *bytes, MusterReaderJob *job, GError **error)
{
  muster_reader_job_init (job);

  return muster_docx_source_new (bytes, job, error);
}

/* Words joined by blanks, lines by "/", pages by "#"; hidden ones in brackets at the end. */
static char *
dup_text (MusterSource *source)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GString) hidden = g_string_new (NULL);

  for (guint number = 1; number <= muster_source_get_n_pages (source); number++)
    {
      g_autoptr (MusterPage) page = muster_source_read_page (source, number, NULL);
      guint             n;
      const MusterWord *words = muster_page_get_words (page, &n);

      if (number > 1)
        g_string_append_c (text, '#');
      for (guint i = 0; i < n; i++)
        {
          if (i > 0)
            g_string_append (text,
                             ABS (words[i].baseline_pt - words[i - 1].baseline_pt) > 2 ? "/"
                             : words[i].flags & MUSTER_WORD_GLUED                      ? ""
                                                                                       : " ");
          g_string_append (text, words[i].text);
        }
      words = muster_page_get_hidden_words (page, &n);
      for (guint i = 0; i < n; i++)
        g_string_append_printf (hidden, "[%s]", words[i].text);
    }

  return g_string_append (text, hidden->str), g_string_free (text, FALSE);
}

static const PackagePart link_parts[] = {
  { "text/_rels/main.xml.rels",
    "<Relationships><Relationship Id=\"h1\" Type=\"http://x/hyperlink\" Target=\"https://example.com/cv\" "
    "TargetMode=\"External\"/>"
    "<Relationship Id=\"hd\" Type=\"http://x/header\" Target=\"top.xml\"/>"
    "<Relationship Id=\"st\" Type=\"http://x/styles\" Target=\"../text/styles.xml\"/>"
    "<Relationship Id=\"nu\" Type=\"http://x/numbering\" Target=\"numbering.xml\"/></Relationships>",
    FALSE },
  { "text/top.xml",
    "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" P ("Top") "</w:hdr>",
    FALSE },
  { "text/styles.xml",
    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"18\"/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:rPr><w:b/><w:sz w:val=\"30\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Head\"><w:basedOn w:val=\"Base\"/><w:rPr><w:color "
    "w:val=\"112233\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Ring\"><w:basedOn w:val=\"Ring\"/></w:style></w:styles>",
    FALSE },
  { "text/numbering.xml",
    "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText "
    "w:val=\"&#xF0B7;\"/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"upperRoman\"/><w:lvlText "
    "w:val=\"%1.\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"6\"><w:abstractNumId "
    "w:val=\"1\"/></w:num></w:numbering>",
    FALSE },
  { NULL, NULL, FALSE },
};

#define NUMBER(id) "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" id "\"/></w:numPr></w:pPr>"
#define TEXT_BOX(text) "<wps:wsp><wps:txbx><w:txbxContent>" P (text) "</w:txbxContent></wps:txbx></wps:wsp>"
#define ANCHOR(x, inner)                                                                                     \
  "<w:drawing><wp:anchor behindDoc=\"0\"><wp:positionH relativeFrom=\"page\"><wp:posOffset>" x               \
  "</wp:posOffset></wp:positionH>"                                                                           \
  "<wp:positionV relativeFrom=\"page\"><wp:posOffset>6350000</wp:posOffset></wp:positionV><wp:extent "       \
  "cx=\"2540000\" cy=\"1270000\"/>"                                                                          \
  "<a:graphic><a:graphicData>" inner "</a:graphicData></a:graphic></wp:anchor></w:drawing>"

static const struct
{
  const char *name, *body, *text;
  guint       n_marked;
} texts[] = {
  { "paragraphs", P ("Ana Müller") P ("Clerk"), "Ana Müller/Clerk", 0 },
  { "runs make one word", "<w:p>" R ("Jo") R ("hn ") R ("Doe") "</w:p>", "John Doe", 0 },
  { "tab and break",
    "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
    "a b/c",
    0 },
  { "no-break hyphen",
    "<w:p><w:r><w:t>two</w:t><w:noBreakHyphen/><w:t>shift</w:t><w:softHyphen/><w:t>s</w:t></w:r></w:p>",
    "two-shifts",
    0 },
  { "page break", "<w:p><w:r><w:t>one</w:t><w:br w:type=\"page\"/><w:t>two</w:t></w:r></w:p>", "one#two", 0 },
  { "page break before",
    P ("one") "<w:p><w:pPr><w:pageBreakBefore/></w:pPr>" R ("two") "</w:p>",
    "one#two",
    0 },
  { "deleted",
    "<w:p>" R ("kept ") "<w:del><w:r><w:delText>gone now</w:delText></w:r></w:del><w:ins>" R (
        "new") "</w:ins></w:p>",
    "kept new",
    7 },
  { "vanish",
    "<w:p>" R ("seen ") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>stuffed words</w:t></w:r></w:p>",
    "seen[stuffed][words]",
    0 },
  { "vanish off", "<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>seen</w:t></w:r></w:p>", "seen", 0 },
  { "white on white",
    "<w:p>" R ("seen ") "<w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>white</w:t></w:r></w:p>",
    "seen[white]",
    0 },
  { "white on its own ground",
    "<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/><w:highlight "
    "w:val=\"black\"/></w:rPr><w:t>white</w:t></w:r></w:p>",
    "white",
    0 },
  { "white in a dark cell",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill=\"203040\"/></w:tcPr><w:p><w:r><w:rPr><w:color "
    "w:val=\"FFFFFF\"/></w:rPr><w:t>white</w:t></w:r></w:p>"
    "</w:tc></w:tr></w:tbl>",
    "white",
    0 },
  { "caps", "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Straße</w:t></w:r></w:p>", "STRASSE", 0 },
  { "symbol",
    "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F028\"/><w:t xml:space=\"preserve\"> "
    "555</w:t></w:r></w:p>",
    "☎ 555",
    0 },
  { "field result only",
    "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE "
    "</w:instrText></w:r><w:r><w:t>x</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" R (
        "7") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" R (" done") "</w:p>",
    "7 done",
    0 },
  { "content control",
    "<w:sdt><w:sdtPr><w:alias w:val=\"n\"/></w:sdtPr><w:sdtContent>" P ("inside") "</w:sdtContent></w:sdt>",
    "inside",
    0 },
  { "choice once",
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:inline><a:graphic><a:graphicData>" TEXT_BOX (
        "box") "</a:graphicData></a:graphic>"
               "</wp:inline></w:drawing></"
               "mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>" P (
                   "box") "</w:txbxContent></v:textbox></v:shape>"
                          "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" R ("after") "</w:p>",
    "box/after",
    0 },
  { "fallback where the choice is empty",
    "<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>sign</w:t></mc:Fallback></"
    "mc:AlternateContent></w:r></w:p>",
    "sign",
    0 },
  { "vml alone",
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" P (
        "old") "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    "old",
    0 },
  { "nested table",
    "<w:tbl><w:tr><w:tc>" P ("a") "</w:tc><w:tc><w:tbl><w:tr><w:tc>" P ("b") "</w:tc><w:tc>" P (
        "c") "</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
    "a b c",
    0 },
  { "bullets and numbers",
    "<w:p>" NUMBER ("5") R ("x") "</w:p><w:p>" NUMBER ("6") R ("y") "</w:p><w:p>" NUMBER ("6")
        R ("z") "</w:p>",
    "• x/I. y/II. z",
    0 },
  { "header on each page",
    "<w:p><w:r><w:t>one</w:t><w:br w:type=\"page\"/><w:t>two</w:t></w:r></w:p><w:sectPr><w:headerReference "
    "w:type=\"default\" r:id=\"hd\"/></w:sectPr>",
    "one/Top#two/Top",
    0 },
  { "sections",
    "<w:p><w:pPr><w:sectPr/></w:pPr>" R ("one") "</w:p>" P (
        "two") "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>",
    "one/two",
    0 },
  { "style in a ring", "<w:p><w:pPr><w:pStyle w:val=\"Ring\"/></w:pPr>" R ("text") "</w:p>", "text", 0 },
  { "two bodies", P ("one") "</w:body><w:body>" P ("two"), "one/two", 0 },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = write_document (texts[i].body, link_parts);
      g_autoptr (GError) error = NULL;
      g_auto (MusterReaderJob) job;
      g_autoptr (MusterSource) source = open_bytes (bytes, &job, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = dup_text (source);
      if (!g_str_equal (text, texts[i].text) || muster_source_get_marked_hidden (source) != texts[i].n_marked)
        g_error ("%s: got “%s” and %u marked", texts[i].name, text, muster_source_get_marked_hidden (source));
    }
}

static const MusterWord *
find_word (MusterPage *page, const char *text)
{
  guint             n;
  const MusterWord *words = muster_page_get_words (page, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i].text, text))
      return &words[i];
  g_error ("no word %s", text);
}

static void
test_places (void)
{
  g_autoptr (GBytes) bytes = write_document (
      "<w:p><w:pPr><w:pStyle w:val=\"Head\"/></w:pPr>" R (
          "Heading") "</w:p>"
                     "<w:p><w:r>" ANCHOR ("5080000", TEXT_BOX ("boxed")) "</w:r><w:hyperlink r:id=\"h1\">" R (
                         "linked") "</w:hyperlink></w:p>"
                                   "<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" "
                                   "w:pos=\"9000\"/></w:tabs></w:pPr><w:r><w:t>Role</w:t><w:tab/><w:t>2019</"
                                   "w:t></w:r></w:p>"
                                   "<w:tbl><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol "
                                   "w:w=\"6000\"/></w:tblGrid><w:tr><w:tc>" P ("left") "</w:tc><w:tc>" P (
                                       "right")
                                       P ("second") "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan "
                                                    "w:val=\"2\"/></w:tcPr>" P (
                                                        "wide") "</w:tc></w:tr></w:tbl>"
                                                                "<w:sectPr><w:pgSz w:w=\"12240\" "
                                                                "w:h=\"15840\"/><w:pgMar w:left=\"1440\" "
                                                                "w:right=\"1440\" w:top=\"1440\" "
                                                                "w:bottom=\"1440\"/></w:sectPr>",
      link_parts);
  g_auto (MusterReaderJob) job;
  g_autoptr (MusterSource) source = open_bytes (bytes, &job, NULL);
  g_autoptr (MusterPage) page = muster_source_read_page (source, 1, NULL);
  const MusterWord *word;
  guint             n;

  g_assert_cmpfloat (muster_page_get_width_pt (page), ==, 612);
  word = find_word (page, "Heading");
  g_assert_cmpfloat (word->size_pt, ==, 15);
  g_assert_true (word->flags & MUSTER_WORD_BOLD);
  g_assert_cmphex (word->colour, ==, 0x112233);
  g_assert_cmpfloat_with_epsilon (word->box.x, 72, .5);

  word = find_word (page, "boxed");
  g_assert_cmpfloat_with_epsilon (word->box.x, 405, .5);
  g_assert_cmpfloat_with_epsilon (word->box.y, 502, 2);
  g_assert_cmpfloat (word->size_pt, ==, 9);

  word = find_word (page, "linked");
  g_assert_cmpint (word->link, ==, 0);
  g_assert_cmpstr (muster_page_get_links (page, &n)[0].uri, ==, "https://example.com/cv");

  word = find_word (page, "2019");
  g_assert_cmpfloat_with_epsilon (word->box.x + word->box.width, 522, 1);
  g_assert_cmpfloat_with_epsilon (
      find_word (page, "right")->box.x - find_word (page, "left")->box.x, 150, .5);
  g_assert_cmpfloat (find_word (page, "left")->baseline_pt, ==, find_word (page, "right")->baseline_pt);
  g_assert_cmpfloat_with_epsilon (find_word (page, "wide")->box.x, find_word (page, "left")->box.x, .5);
}

/* A list whose style asks for gaps, but not between its items. */
static void
test_close_list (void)
{
#define ITEM(text) "<w:p><w:pPr><w:pStyle w:val=\"List\"/></w:pPr>" R (text) "</w:p>"
  static const PackagePart parts[] = {
    { "text/_rels/main.xml.rels",
      "<Relationships><Relationship Id=\"s\" Type=\"http://x/styles\" Target=\"s.xml\"/></Relationships>",
      FALSE },
    { "text/s.xml",
      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style "
      "w:type=\"paragraph\" w:styleId=\"List\"><w:pPr><w:spacing "
      "w:after=\"200\"/><w:contextualSpacing/></w:pPr>"
      "</w:style></w:styles>",
      FALSE },
    { NULL, NULL, FALSE },
  };
  g_autoptr (GBytes) bytes = write_document (ITEM ("one") ITEM ("two") P ("three"), parts);
  g_auto (MusterReaderJob) job;
  g_autoptr (MusterSource) source = open_bytes (bytes, &job, NULL);
  g_autoptr (MusterPage) page = muster_source_read_page (source, 1, NULL);
  double one = find_word (page, "one")->baseline_pt;
  double two = find_word (page, "two")->baseline_pt;

  g_assert_cmpfloat_with_epsilon (two - one, 12, .01);
  g_assert_cmpfloat_with_epsilon (find_word (page, "three")->baseline_pt - two, 22, .01);
}

#define CELL(props, text) "<w:tc><w:tcPr>" props "</w:tcPr>" P (text) "</w:tc>"

/* A side bar in a cell over three rows does not push the rows apart. */
static void
test_spanned (void)
{
  g_autoptr (GBytes) bytes = write_document (
      "<w:tbl><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"6000\"/></w:tblGrid>"
      "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" P ("side") P ("side2") P ("side3")
          P ("side4") P ("side5") "</w:tc>" CELL (
              "", "first") "</w:tr>"
                           "<w:tr>" CELL ("<w:vMerge/>", "")
                               CELL ("", "second") "</w:tr>"
                                                   "<w:tr>" CELL ("<w:vMerge/>", "")
                                                       CELL ("", "third") "</w:tr>"
                                                                          "<w:tr>" CELL ("", "apart") CELL (
                                                                              "", "fourth") "</w:tr></w:tbl>",
      NULL);
  g_auto (MusterReaderJob) job;
  g_autoptr (MusterSource) source = open_bytes (bytes, &job, NULL);
  g_autoptr (MusterPage) page = muster_source_read_page (source, 1, NULL);

  g_assert_cmpfloat (find_word (page, "side")->baseline_pt, ==, find_word (page, "first")->baseline_pt);
  g_assert_cmpfloat (find_word (page, "side2")->baseline_pt, ==, find_word (page, "second")->baseline_pt);
  g_assert_cmpfloat (find_word (page, "side3")->baseline_pt, ==, find_word (page, "third")->baseline_pt);
  g_assert_cmpfloat_with_epsilon (
      find_word (page, "third")->box.x, find_word (page, "side")->box.x + 150, .5);
  g_assert_cmpfloat (find_word (page, "apart")->baseline_pt, >, find_word (page, "side5")->baseline_pt);
  g_assert_cmpfloat_with_epsilon (find_word (page, "fourth")->box.x, find_word (page, "first")->box.x, .5);
}

/* Text beside a box at the side, not under it. */
static void
test_columns (void)
{
  g_autoptr (GBytes) bytes = write_document (
      P ("one") P ("two") P ("three") P ("four") "<w:sectPr><w:cols w:num=\"2\" w:space=\"400\"/></w:sectPr>",
      NULL);
  g_auto (MusterReaderJob) job;
  g_autoptr (MusterSource) source = open_bytes (bytes, &job, NULL);
  g_autoptr (MusterPage) page = muster_source_read_page (source, 1, NULL);

  g_assert_cmpfloat (find_word (page, "one")->baseline_pt, ==, find_word (page, "three")->baseline_pt);
  g_assert_cmpfloat (find_word (page, "three")->box.x, >, 300);
  g_assert_cmpfloat (find_word (page, "two")->box.x, ==, find_word (page, "one")->box.x);
}

static void
test_drawing (void)
{
  g_autoptr (GBytes) bytes = write_document (P ("Ana"), NULL);
  g_auto (MusterReaderJob) job;
  g_autoptr (MusterSource) source = open_bytes (bytes, &job, NULL);
  struct Pix *pix = muster_source_draw_page (source, 1, 72, TRUE, NULL);

  g_assert_nonnull (pix);
  g_assert_cmpint (muster_source_get_kind (source), ==, MUSTER_SOURCE_TYPESET);
  g_assert_nonnull (muster_source_get_note (source));
  pixDestroy (&pix);
}

static void
expect_error (const char *name, GBytes *bytes, MusterReaderJob *job, MusterReadError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSource) source = muster_docx_source_new (bytes, job, &error);

  if (source != NULL || !g_error_matches (error, MUSTER_READ_ERROR, (int) code))
    g_error ("%s: %s", name, error != NULL ? error->message : "was read");
}

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define RELS(target)                                                                                         \
  {                                                                                                          \
    "_rels/.rels",                                                                                           \
        "<Relationships><Relationship Id=\"a\" Type=\"http://x/officeDocument\" Target=\"" target            \
        "\"/></Relationships>",                                                                              \
        FALSE                                                                                                \
  }
#define DOCUMENT(text) "<w:document " W "><w:body>" P (text) "</w:body></w:document>"

static const struct
{
  const char *name;
  PackagePart parts[4];
  const char *text; /* NULL: damaged */
} packages[] = {
  { "no content types",
    { RELS ("word/document.xml"), { "word/document.xml", DOCUMENT ("Ana"), FALSE } },
    "Ana" },
  { "no relationships", { { "word/document.xml", DOCUMENT ("Ana"), FALSE } }, "Ana" },
  { "main part elsewhere",
    { RELS ("a/b.xml"),
      { "a/b.xml", DOCUMENT ("Ana"), FALSE },
      { "word/document.xml", DOCUMENT ("Bad"), FALSE } },
    "Ana" },
  { "strict",
    { RELS ("d.xml"),
      { "d.xml",
        "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>" P (
            "Ana") "</w:body></w:document>",
        FALSE } },
    "Ana" },
  { "names that lead out",
    { RELS ("word/document.xml"),
      { "../../etc/evil.xml", "<x/>", FALSE },
      { "/abs.xml", "<x/>", FALSE },
      { "word/document.xml", DOCUMENT ("Ana"), FALSE } },
    "Ana" },
  { "the first of two parts wins",
    { RELS ("d.xml"), { "d.xml", DOCUMENT ("Ana"), FALSE }, { "D.xml", DOCUMENT ("Bad"), FALSE } },
    "Ana" },
  { "symlink entry", { RELS ("word/document.xml"), { "word/document.xml", "/etc/passwd", TRUE } }, NULL },
  { "target leads out", { RELS ("../../etc/passwd") }, NULL },
  { "no text", { { "a.xml", "<a/>", FALSE } }, NULL },
  { "damaged at once", { RELS ("d.xml"), { "d.xml", "<w:document", FALSE } }, NULL },
  { "damaged later",
    { RELS ("d.xml"), { "d.xml", "<w:document " W "><w:body>" P ("Ana") "<w:p><w:r>", FALSE } },
    "Ana" },
  { "entity bomb",
    { RELS ("d.xml"),
      { "d.xml",
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><w:document " W
        "><w:body>" P ("&b;") "</w:body></w:document>",
        FALSE } },
    NULL },
};

static void
test_packages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (packages); i++)
    {
      guint n = 0;
      g_autoptr (GBytes) bytes = NULL;
      g_auto (MusterReaderJob) job;
      g_autoptr (MusterSource) source = NULL;
      g_autofree char *text = NULL;

      while (n < G_N_ELEMENTS (packages[i].parts) && packages[i].parts[n].name != NULL)
        n++;
      bytes = write_package (packages[i].parts, n);
      muster_reader_job_init (&job);
      if (packages[i].text == NULL)
        {
          expect_error (packages[i].name, bytes, &job, MUSTER_READ_ERROR_DAMAGED);
          continue;
        }
      source = muster_docx_source_new (bytes, &job, NULL);
      if (source == NULL)
        g_error ("%s: was not read", packages[i].name);
      text = dup_text (source);
      if (!g_str_equal (text, packages[i].text))
        g_error ("%s: got “%s”", packages[i].name, text);
    }
}

static void
test_limits (void)
{
  g_autofree char *long_text = g_strnfill (200000, 'x');
  g_autofree char *body = g_strconcat ("<w:p><w:r><w:t>", long_text, "</w:t></w:r></w:p>", NULL);
  g_autoptr (GBytes) large = write_document (body, NULL);
  g_autoptr (GBytes) small = write_document (P ("Ana"), link_parts);
  g_autoptr (GBytes) no_zip = g_bytes_new_static ("PK\3\4 rubbish", 12);
  g_auto (MusterReaderJob) job;

  muster_reader_job_init (&job);
  job.max_unpacked_bytes = 100000;
  expect_error ("a large part", large, &job, MUSTER_READ_ERROR_LIMIT);
  job.max_entries = 4;
  expect_error ("many entries", small, &job, MUSTER_READ_ERROR_LIMIT);
  expect_error ("no zip", no_zip, &job, MUSTER_READ_ERROR_DAMAGED);
}

/* A zip that is no document: whether to unpack it or to ask for it again. */
static void
test_other_zips (void)
{
  static const PackagePart folder[] = { { "empty.txt", "", FALSE }, { "cv.txt", "Ana", FALSE } };
  static const PackagePart hollow[] = { { "empty.txt", "", FALSE }, { "link.txt", "cv.txt", TRUE } };
  g_autoptr (GBytes) whole = write_package (folder, 2);
  g_autoptr (GBytes) nothing = write_package (hollow, 2);
  g_autoptr (GError) error = NULL;
  g_auto (MusterReaderJob) job;

  muster_reader_job_init (&job);
  g_assert_null (muster_source_open (whole, &job, &error));
  g_assert_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_UNSUPPORTED);
  g_clear_error (&error);
  g_assert_null (muster_source_open (nothing, &job, &error));
  g_assert_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_DAMAGED);
}

static char *
repeat (const char *open, const char *inner, const char *close, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, open);
  g_string_append (text, inner);
  for (guint i = 0; i < n; i++)
    g_string_append (text, close);

  return g_string_free (text, FALSE);
}

/* What nests deeply or is long: an answer in bounded time and stack, the rest of the text kept. */
static void
test_extremes (void)
{
  static const struct
  {
    const char *name, *open, *inner, *close;
    guint       n;
    const char *begins;
  } rows[] = {
    { "tables", "<w:tbl><w:tr><w:tc>", P ("x"), "</w:tc></w:tr></w:tbl>", 20000, "Ana" },
    { "tables, allowed", "<w:tbl><w:tr><w:tc>", P ("x"), "</w:tc></w:tr></w:tbl>", 60, "Ana/x" },
    { "text boxes",
      "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
      P ("x"),
      "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
      30,
      "Ana/x" },
    { "content controls", "<w:sdt><w:sdtContent>", P ("x"), "</w:sdtContent></w:sdt>", 100, "Ana/x" },
    { "cells", "<w:tbl><w:tr>", "", "</w:tr></w:tbl>", 1, "Ana" },
    { "pages", "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>", P ("x"), "", 3000, "Ana#" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *nested = repeat (rows[i].open, rows[i].inner, rows[i].close, rows[i].n);
      g_autofree char *body = g_strconcat (P ("Ana"), nested, NULL);
      g_autoptr (GBytes) bytes = write_document (body, NULL);
      g_auto (MusterReaderJob) job;
      g_autoptr (MusterSource) source = open_bytes (bytes, &job, NULL);
      g_autofree char *text = NULL;

      if (source == NULL)
        g_error ("%s: was not read", rows[i].name);
      text = dup_text (source);
      if (!g_str_has_prefix (text, rows[i].begins) || muster_source_get_n_pages (source) > 200)
        g_error ("%s: got “%.60s” on %u pages", rows[i].name, text, muster_source_get_n_pages (source));
    }
}

/* Every cut of a good file is answered. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = write_document (P ("Ana") P ("Clerk"), link_parts);
  gsize         size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize length = 1; length < size; length += 7)
    {
      g_autoptr (GBytes) cut = g_bytes_new_static (data, length);
      g_autoptr (GError) error = NULL;
      g_auto (MusterReaderJob) job;
      g_autoptr (MusterSource) source = open_bytes (cut, &job, &error);

      g_assert_true ((source == NULL) == (error != NULL));
      g_assert_true (error == NULL || error->domain == MUSTER_READ_ERROR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/docx/texts", test_texts);
  g_test_add_func ("/docx/places", test_places);
  g_test_add_func ("/docx/close-list", test_close_list);
  g_test_add_func ("/docx/spanned", test_spanned);
  g_test_add_func ("/docx/columns", test_columns);
  g_test_add_func ("/docx/drawing", test_drawing);
  g_test_add_func ("/docx/packages", test_packages);
  g_test_add_func ("/docx/limits", test_limits);
  g_test_add_func ("/docx/other-zips", test_other_zips);
  g_test_add_func ("/docx/extremes", test_extremes);
  g_test_add_func ("/docx/truncated", test_truncated);

  return g_test_run ();
}
