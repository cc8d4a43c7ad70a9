/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word files written by hand: WordprocessingML in a zip, as a word processor would lay it out. */

#include "muster-resume-words.h"
#include "muster-sample.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define W_MAIN "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MADE_AT 1793610000 /* 2 November 2026, 9:00 UTC */

typedef struct
{
  GString                  *xml;
  const MusterResumeRecord *record;
  guint32                   accent;
  MusterSampleWord          form;
} Word;

static const char content_types[] = HEAD
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
    "<Override PartName=\"/word/numbering.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>"
    "</Types>";

static const char package_relations[]
    = HEAD "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"rId1\" Type=\"" OFFICE
           "/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

static const char numbering[]
    = HEAD "<w:numbering xmlns:w=\"" W_MAIN
           "\"><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
           "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText "
           "w:val=\"•\"/><w:lvlJc w:val=\"left\"/>"
           "<w:pPr><w:ind w:left=\"284\" w:hanging=\"227\"/></w:pPr></w:lvl></w:abstractNum>"
           "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

static void
add (Word *word, const char *xml)
{
  g_string_append (word->xml, xml);
}

static void
add_text (Word *word, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (word->xml, "<w:t xml:space=\"preserve\">%s</w:t>", escaped);
}

static void
add_run (Word *word, const char *text, const char *props)
{
  g_string_append_printf (
      word->xml, "<w:r>%s%s%s", *props != '\0' ? "<w:rPr>" : "", props, *props != '\0' ? "</w:rPr>" : "");
  add_text (word, text);
  add (word, "</w:r>");
}

/* A paragraph of one run in a style; nothing for no text. */
static void
add_paragraph (Word *word, const char *style, const char *text, const char *run_props)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (word->xml, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
  add_run (word, text, run_props);
  add (word, "</w:p>");
}

static void
add_bullet (Word *word, const char *text)
{
  add (word,
       "<w:p><w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
       "w:val=\"1\"/></w:numPr></w:pPr>");
  add_run (word, text, "");
  add (word, "</w:p>");
}

static void
add_heading (Word *word, MusterResumeHeading heading)
{
  add_paragraph (word, "Heading1", muster_resume_heading (word->record->language, heading), "");
}

/* Title, a tab, the dates at the right margin. */
static void
add_tabbed (Word *word, const char *first, const char *right)
{
  add (word, "<w:p><w:pPr><w:pStyle w:val=\"Entry\"/></w:pPr>");
  add_run (word, first, "<w:b/>");
  if (*right != '\0')
    {
      add (word, "<w:r><w:tab/></w:r>");
      add_run (word, right, "<w:color w:val=\"5D6570\"/>");
    }
  add (word, "</w:p>");
}

/* Two columns, with an empty one between them where there is a gap. */
static void
begin_table (Word *word, int left_twips, int gap_twips, int right_twips, const char *left_props)
{
  g_string_append_printf (word->xml,
                          "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>"
                          "<w:tblGrid><w:gridCol w:w=\"%d\"/>",
                          left_twips + gap_twips + right_twips, left_twips);
  if (gap_twips > 0)
    g_string_append_printf (word->xml, "<w:gridCol w:w=\"%d\"/>", gap_twips);
  g_string_append_printf (word->xml,
                          "<w:gridCol w:w=\"%d\"/></w:tblGrid><w:tr><w:tc><w:tcPr>"
                          "<w:tcW w:w=\"%d\" w:type=\"dxa\"/>%s</w:tcPr>",
                          right_twips, left_twips, left_props);
}

static void
next_cell (Word *word, int width_twips)
{
  g_string_append_printf (
      word->xml, "</w:tc><w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>", width_twips);
}

static void
end_table (Word *word)
{
  add (word, "</w:tc></w:tr></w:tbl>");
}

static void
add_entry (Word *word, const char *period, const char *title, const char *below, const GPtrArray *highlights)
{
  gboolean is_table = word->form == MUSTER_SAMPLE_WORD_TABLE;

  if (is_table)
    {
      begin_table (word, 2350, 0, 7000, "");
      add_paragraph (word, "Normal", *period != '\0' ? period : " ", "<w:color w:val=\"5D6570\"/>");
      next_cell (word, 7000);
    }
  if (word->form == MUSTER_SAMPLE_WORD_HEADINGS)
    add_tabbed (word, title, period);
  else
    add_paragraph (word, "Normal", title, "<w:b/>");
  add_paragraph (word, "Normal", below, "<w:i/>");
  if (word->form == MUSTER_SAMPLE_WORD_SIDEBAR)
    add_paragraph (word, "Normal", period, "<w:color w:val=\"5D6570\"/>");
  for (guint i = 0; highlights != NULL && i < highlights->len; i++)
    add_bullet (word, g_ptr_array_index (highlights, i));
  if (is_table)
    {
      end_table (word);
      add (word, "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>");
    }
}

static void
add_jobs (Word *word)
{
  const MusterResumeRecord *record = word->record;

  add_heading (word, MUSTER_RESUME_HEADING_EXPERIENCE);
  for (guint i = 0; i < record->jobs->len; i++)
    {
      const MusterResumeJob *job = g_ptr_array_index (record->jobs, i);
      g_autofree char       *period
          = muster_resume_dup_period (record->language, MUSTER_RESUME_DATES_DIGITS, job->start, job->end);
      g_autofree char *firm = job->place != NULL ? g_strconcat (job->employer, ", ", job->place, NULL)
                                                 : g_strdup (job->employer);

      add_entry (word, period, job->title, firm, job->highlights);
    }
}

static void
add_schools (Word *word)
{
  const MusterResumeRecord *record = word->record;

  add_heading (word, MUSTER_RESUME_HEADING_EDUCATION);
  for (guint i = 0; i < record->schools->len; i++)
    {
      const MusterResumeSchool *school = g_ptr_array_index (record->schools, i);
      g_autofree char          *period = muster_resume_dup_period (
          record->language, MUSTER_RESUME_DATES_DIGITS, school->start, school->end);
      g_autofree char *degree = school->degree != NULL && school->area != NULL
                                    ? g_strconcat (school->degree, ", ", school->area, NULL)
                                    : g_strdup (school->degree);

      add_entry (word, period, degree, school->school, NULL);
    }
}

static void
add_skills (Word *word, const char *run_props)
{
  const MusterResumeRecord *record = word->record;
  g_autofree char          *bold = g_strconcat ("<w:b/>", run_props, NULL);

  add_heading (word, MUSTER_RESUME_HEADING_SKILLS);
  for (guint i = 0; i < record->skills->len; i++)
    {
      const MusterResumeGroup *group = g_ptr_array_index (record->skills, i);
      g_autofree char         *list = muster_resume_dup_list (record->language, group->entries);
      g_autofree char *label = group->name != NULL ? g_strconcat (group->name, ": ", NULL) : g_strdup ("");

      if (word->form == MUSTER_SAMPLE_WORD_SIDEBAR)
        {
          for (guint j = 0; j < group->entries->len; j++)
            add_paragraph (word, "Normal", g_ptr_array_index (group->entries, j), run_props);
          continue;
        }
      add (word, "<w:p>");
      add_run (word, label, bold);
      add_run (word, list, run_props);
      add (word, "</w:p>");
    }
}

static void
add_items (Word *word, MusterResumeHeading heading, const GPtrArray *items, const char *run_props)
{
  if (items->len == 0)
    return;
  add_heading (word, heading);
  for (guint i = 0; i < items->len; i++)
    {
      const MusterResumeItem *item = g_ptr_array_index (items, i);
      g_autofree char        *date
          = muster_resume_dup_date (word->record->language, MUSTER_RESUME_DATES_DIGITS, item->date);
      g_autoptr (GString) text = g_string_new (item->name);

      if (item->detail != NULL)
        g_string_append_printf (text, items == word->record->languages ? " (%s)" : ", %s", item->detail);
      if (*date != '\0')
        g_string_append_printf (text, ", %s", date);
      add_paragraph (word, "Normal", text->str, run_props);
    }
}

static char *
dup_contacts (const MusterResumeRecord *record)
{
  g_autofree char *place = record->region != NULL ? g_strconcat (record->city, ", ", record->region, NULL)
                                                  : g_strdup (record->city);

  return g_strjoin ("  |  ", place, record->phone, record->email, NULL);
}

static void
add_link (Word *word, const char *run_props)
{
  if (word->record->links->len == 0)
    return;
  g_string_append_printf (
      word->xml, "<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:rPr>%s<w:u w:val=\"single\"/></w:rPr>", run_props);
  add_text (word, strstr ((const char *) g_ptr_array_index (word->record->links, 0), "://") + 3);
  add (word, "</w:r></w:hyperlink></w:p>");
}

static void
add_profile (Word *word)
{
  if (word->record->summary == NULL)
    return;
  add_heading (word, MUSTER_RESUME_HEADING_PROFILE);
  add_paragraph (word, "Normal", word->record->summary, "");
}

static void
add_plain_body (Word *word)
{
  g_autofree char *contacts = dup_contacts (word->record);

  add_paragraph (word, "Title", word->record->name, "");
  add_paragraph (word, "Subtitle", word->record->title, "");
  add_paragraph (word, "Normal", contacts, "<w:color w:val=\"5D6570\"/>");
  add_link (word, "<w:color w:val=\"1F4E79\"/>");
  add_profile (word);
  add_jobs (word);
  add_schools (word);
  add_skills (word, "");
  add_items (word, MUSTER_RESUME_HEADING_LANGUAGES, word->record->languages, "");
  add_items (word, MUSTER_RESUME_HEADING_CERTIFICATES, word->record->certificates, "");
}

static void
add_sidebar_body (Word *word)
{
  const MusterResumeRecord *record = word->record;
  g_autofree char          *shading
      = g_strdup_printf ("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06X\"/>", word->accent);
  const char      *pale = "<w:color w:val=\"FFFFFF\"/>";
  g_autofree char *place = record->region != NULL ? g_strconcat (record->city, ", ", record->region, NULL)
                                                  : g_strdup (record->city);

  begin_table (word, 3000, 240, 6460, shading);
  add_paragraph (
      word, "Heading1", muster_resume_heading (record->language, MUSTER_RESUME_HEADING_CONTACT), pale);
  add_paragraph (word, "Normal", place, pale);
  add_paragraph (word, "Normal", record->phone, pale);
  add_paragraph (word, "Small", record->email, pale);
  add_link (word, "<w:color w:val=\"FFFFFF\"/><w:sz w:val=\"16\"/>");
  add_skills (word, pale);
  add_items (word, MUSTER_RESUME_HEADING_LANGUAGES, record->languages, pale);
  next_cell (word, 240);
  add (word, "<w:p/>");
  next_cell (word, 6460);
  add_paragraph (word, "Title", record->name, "");
  add_paragraph (word, "Subtitle", record->title, "");
  add_profile (word);
  add_jobs (word);
  add_schools (word);
  add_items (word, MUSTER_RESUME_HEADING_CERTIFICATES, record->certificates, "");
  end_table (word);
  add (word, "<w:p/>");
}

static char *
dup_styles (const Word *word)
{
  const char      *heading = word->form == MUSTER_SAMPLE_WORD_SIDEBAR ? "8FA3B5" : NULL;
  g_autofree char *accent = g_strdup_printf ("%06X", word->accent);

  return g_strdup_printf (
      HEAD
      "<w:styles xmlns:w=\"" W_MAIN "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" "
                                    "w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/>"
      "<w:sz w:val=\"21\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"40\" "
      "w:line=\"259\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
      "w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn "
      "w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:rPr><w:b/><w:color w:val=\"%s\"/><w:sz "
      "w:val=\"50\"/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Subtitle\"><w:name w:val=\"Subtitle\"/><w:basedOn "
      "w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"80\"/></w:pPr><w:rPr><w:color w:val=\"5D6570\"/><w:sz "
      "w:val=\"26\"/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn "
      "w:val=\"Normal\"/><w:pPr><w:keepNext/>%s<w:spacing w:before=\"260\" w:after=\"80\"/><w:outlineLvl "
      "w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:color w:val=\"%s\"/><w:sz w:val=\"25\"/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Entry\"><w:name w:val=\"Entry\"/><w:basedOn "
      "w:val=\"Normal\"/><w:pPr><w:tabs><w:tab w:val=\"right\" w:pos=\"9350\"/></w:tabs><w:spacing "
      "w:before=\"100\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"ListParagraph\"><w:name w:val=\"List "
      "Paragraph\"/><w:basedOn w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Small\"><w:name w:val=\"Small\"/><w:basedOn "
      "w:val=\"Normal\"/><w:rPr><w:sz w:val=\"17\"/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Gap\"><w:name w:val=\"Gap\"/><w:basedOn "
      "w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:rPr><w:sz "
      "w:val=\"10\"/></w:rPr></w:style></w:styles>",
      accent,
      word->form == MUSTER_SAMPLE_WORD_SIDEBAR
          ? ""
          : "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"A0A8B0\"/></w:pBdr>",
      heading != NULL ? heading : accent);
}

static char *
dup_relations (const MusterResumeRecord *record)
{
  g_autofree char *link
      = record->links->len > 0 ? g_markup_escape_text (g_ptr_array_index (record->links, 0), -1) : NULL;
  g_autofree char *hyperlink = link != NULL
                                   ? g_strdup_printf ("<Relationship Id=\"rId9\" Type=\"" OFFICE
                                                      "/hyperlink\" Target=\"%s\" TargetMode=\"External\"/>",
                                                      link)
                                   : g_strdup ("");

  return g_strconcat (HEAD "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"rId1\" Type=\"" OFFICE
                           "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"" OFFICE
                           "/numbering\" Target=\"numbering.xml\"/>",
                      hyperlink,
                      "</Relationships>",
                      NULL);
}

static la_ssize_t
on_write (struct archive *archive, void *bytes, const void *data, size_t length)
{
  g_byte_array_append (bytes, data, (guint) length);

  return (la_ssize_t) length;
}

static void
write_part (struct archive *archive, const char *name, const char *text)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, MADE_AT, 0);
  archive_entry_set_size (entry, (la_int64_t) strlen (text));
  archive_write_header (archive, entry);
  archive_write_data (archive, text, strlen (text));
  archive_entry_free (entry);
}

GBytes *
muster_sample_write_word (const MusterResumeRecord *record,
                          MusterSampleWord          form,
                          guint32                   accent,
                          GError                  **error)
{
  Word             word = { g_string_new (NULL), record, accent, form };
  GByteArray      *bytes = g_byte_array_new ();
  struct archive  *archive = archive_write_new ();
  g_autofree char *styles = dup_styles (&word);
  g_autofree char *relations = dup_relations (record);
  gboolean         is_good;

  add (&word, HEAD "<w:document xmlns:w=\"" W_MAIN "\" xmlns:r=\"" OFFICE "\"><w:body>");
  if (form == MUSTER_SAMPLE_WORD_SIDEBAR)
    add_sidebar_body (&word);
  else
    add_plain_body (&word);
  add (&word,
       "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1100\" w:right=\"1100\" "
       "w:bottom=\"1000\" w:left=\"1100\" "
       "w:header=\"600\" w:footer=\"600\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  is_good = archive_write_open (archive, bytes, NULL, on_write, NULL) == ARCHIVE_OK;
  write_part (archive, "[Content_Types].xml", content_types);
  write_part (archive, "_rels/.rels", package_relations);
  write_part (archive, "word/document.xml", word.xml->str);
  write_part (archive, "word/_rels/document.xml.rels", relations);
  write_part (archive, "word/styles.xml", styles);
  write_part (archive, "word/numbering.xml", numbering);
  is_good = archive_write_close (archive) == ARCHIVE_OK && is_good;
  archive_write_free (archive);
  g_string_free (word.xml, TRUE);
  if (!is_good)
    {
      g_byte_array_unref (bytes);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "A Word file could not be written.");
      return NULL;
    }

  return g_byte_array_free_to_bytes (bytes);
}
