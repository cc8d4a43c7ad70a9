/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages set by hand and the reading order that a person sees in them. */

#include "layout-page.h"
#include "muster-layout.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  guint       n_columns;
  const char *text; /* as layout_page_dup() has it */
  Piece       pieces[48];
} Case;

static const Case columns[] = {
  { "on one grid",
    2,
    "Nadia Forsell\n==\nCONTACT\nnadia@example.com\nDuluth\nSKILLS\nCycle "
    "counting\nSAP\nLANGUAGES\nEnglish\nSwedish\n==\n"
    "EXPERIENCE\nManager of the warehouse\nApril 2018 - June 2023\nLed a shift of eighteen people there\nand cut "
    "errors by a third within\n"
    "one year without any overtime\nEDUCATION\nAssociate Degree in Logistics, Lake",
    { { 40, 60, 22, BOLD, "Nadia Forsell" },
      { 40, 110, 10, BOLD, "CONTACT" },
      { 40, 135, 10, 0, "nadia@example.com" },
      { 40, 160, 10, 0, "Duluth" },
      { 40, 185, 10, BOLD, "SKILLS" },
      { 40, 210, 10, 0, "Cycle counting" },
      { 40, 235, 10, 0, "SAP" },
      { 40, 260, 10, BOLD, "LANGUAGES" },
      { 40, 285, 10, 0, "English" },
      { 40, 310, 10, 0, "Swedish" },
      { 140, 110, 10, BOLD, "EXPERIENCE" },
      { 140, 135, 10, BOLD, "Manager of the warehouse" },
      { 140, 160, 10, 0, "April 2018 - June 2023" },
      { 140, 185, 10, 0, "Led a shift of eighteen people there" },
      { 140, 210, 10, 0, "and cut errors by a third within" },
      { 140, 235, 10, 0, "one year without any overtime" },
      { 140, 285, 10, BOLD, "EDUCATION" },
      { 140, 310, 10, 0, "Associate Degree in Logistics, Lake" } } },
  { "with a title above and a footer below",
    2,
    "Mia Park | mia@example.com\nClerk\n==\nProfile\nKeeps the books of two small\nharbours and their "
    "ships\nSkills\nCounting\nWriting\n==\n"
    "Work\nClerk at the harbour office since May\nWrote all letters of the office\nSchool\nSchool of trade in the old "
    "town\n==\n"
    "Printed for the harbour office in the spring of that year on one sheet of paper, page 1",
    { { 40, 60, 26, 0, "Mia Park" },
      { 430, 60, 10, 0, "mia@example.com" },
      { 40, 84, 10, 0, "Clerk" },
      { 40, 150, 14, 0, "Profile" },
      { 40, 168, 10, 0, "Keeps the books of two small" },
      { 40, 181, 10, 0, "harbours and their ships" },
      { 40, 300, 14, 0, "Skills" },
      { 40, 318, 10, 0, "Counting" },
      { 40, 331, 10, 0, "Writing" },
      { 260, 150, 14, 0, "Work" },
      { 260, 171, 10, 0, "Clerk at the harbour office since May" },
      { 260, 184, 10, 0, "Wrote all letters of the office" },
      { 260, 306, 14, 0, "School" },
      { 260, 327, 10, 0, "School of trade in the old town" },
      { 40, 800, 10, 0, "Printed for the harbour office in the spring of that year on one sheet of paper, page 1" } } },
  { "one of them flush right",
    2,
    "STACEY BELARNY OF THE MILL\n==\nPROFILE\nLooks for a post in a mill\nor at a "
    "harbour\nEXPERIENCE\nClerk\nSmith\n==\n"
    "SKILLS\nCounting of ships and sheep\nWriting\nEDUCATION\nSchool of trade",
    { { 100, 60, 26, 0, "STACEY BELARNY OF THE MILL" },
      { 240, 150, 14, 0, "PROFILE" },
      { 200, 166, 5, 0, "Looks for a post in a mill" },
      { 238.8, 177, 5, 0, "or at a harbour" },
      { 219, 300, 14, 0, "EXPERIENCE" },
      { 276.5, 316, 5, 0, "Clerk" },
      { 276.5, 327, 5, 0, "Smith" },
      { 320, 150, 14, 0, "SKILLS" },
      { 320, 168, 5, 0, "Counting of ships and sheep" },
      { 320, 180, 5, 0, "Writing" },
      { 320, 300, 14, 0, "EDUCATION" },
      { 320, 318, 5, 0, "School of trade" } } },
  { "with a narrow gutter",
    2,
    "Work\nKept the books of two small harbours\nand the ships that lay in them all\nand wrote all letters of the "
    "office\n"
    "until the harbour was closed, then\n==\nSummary\nSkills\nCounting\nWriting\nReading\nSinging",
    { { 40, 100, 14, 0, "Work" },
      { 40, 121, 10, 0, "Kept the books of two small harbours" },
      { 40, 134, 10, 0, "and the ships that lay in them all" },
      { 40, 147, 10, 0, "and wrote all letters of the office" },
      { 40, 330, 10, 0, "until the harbour was closed, then" },
      { 227, 190, 14, 0, "Skills" },
      { 227, 134, 10, 0, "Summary" },
      { 227, 211, 10, 0, "Counting" },
      { 227, 224, 10, 0, "Writing" },
      { 227, 237, 10, 0, "Reading" },
      { 227, 336, 10, 0, "Singing" } } },
  { "with a title over the right one",
    2,
    "Mia Park of the old harbour\nCLERK\n==\nProfile\nKeeps the books\nSkills\nCounting\nWriting\n==\n"
    "Work\nClerk at the harbour office\nWrote all letters\nSchool\nSchool of trade",
    { { 100, 60, 26, 0, "Mia Park of the old harbour" },
      { 260, 84, 10, 0, "CLERK" },
      { 40, 150, 14, 0, "Profile" },
      { 40, 171, 10, 0, "Keeps the books" },
      { 40, 300, 14, 0, "Skills" },
      { 40, 321, 10, 0, "Counting" },
      { 40, 334, 10, 0, "Writing" },
      { 260, 150, 14, 0, "Work" },
      { 260, 177, 10, 0, "Clerk at the harbour office" },
      { 260, 190, 10, 0, "Wrote all letters" },
      { 260, 310, 14, 0, "School" },
      { 260, 331, 10, 0, "School of trade" } } },
  { "with text of the whole width and a page number below",
    2,
    "Profile\nKeeps the books\nSkills\nCounting\nWriting\n==\nWork\nClerk at the harbour office\nWrote all "
    "letters\nSchool\n"
    "School of trade\n==\nHobbies\nBees\nand all that belongs to them, as well as the reading of old books about ships "
    "and the sea\n"
    "1",
    { { 40, 150, 14, 0, "Profile" },
      { 40, 171, 10, 0, "Keeps the books" },
      { 40, 300, 14, 0, "Skills" },
      { 40, 321, 10, 0, "Counting" },
      { 40, 334, 10, 0, "Writing" },
      { 260, 150, 14, 0, "Work" },
      { 260, 177, 10, 0, "Clerk at the harbour office" },
      { 260, 190, 10, 0, "Wrote all letters" },
      { 260, 310, 14, 0, "School" },
      { 260, 331, 10, 0, "School of trade" },
      { 40, 400, 14, 0, "Hobbies" },
      { 40, 421, 10, 0, "Bees" },
      { 40, 434, 10, 0, "and all that belongs to them, as well as the reading of old books about ships and the sea" },
      { 40, 810, 10, 0, "1" } } },
  { "with a page number below the left one",
    2,
    "Profile\nKeeps the books\nSkills\nCounting\n==\nWork\nClerk at the harbour office\nWrote all letters\nSchool of "
    "trade\n==\n1",
    { { 40, 150, 14, 0, "Profile" },
      { 40, 171, 10, 0, "Keeps the books" },
      { 40, 400, 14, 0, "Skills" },
      { 40, 421, 10, 0, "Counting" },
      { 260, 150, 14, 0, "Work" },
      { 260, 177, 10, 0, "Clerk at the harbour office" },
      { 260, 190, 10, 0, "Wrote all letters" },
      { 260, 431, 10, 0, "School of trade" },
      { 40, 810, 10, 0, "1" } } },
  { "that begin lower down, the name over the right one",
    2,
    "JOHN DOE\nClerk\n==\nCONTACT\njohn@example.com\n0123 456789\nNew York\nSKILLS\nCounting\n==\nEXPERIENCE\nCompany "
    "A - Clerk\n"
    "since January 2016\nCompany B - Writer\nJanuary 2015 to December 2015\nEDUCATION\nMaster of Arts\nPrinting and "
    "engraving, University A",
    { { 330, 80, 24, 0, "JOHN DOE" },
      { 330, 100, 10, 0, "Clerk" },
      { 320, 180, 13, 0, "EXPERIENCE" },
      { 320, 207, 10, 0, "Company A - Clerk" },
      { 320, 221, 10, 0, "since January 2016" },
      { 320, 265, 10, 0, "Company B - Writer" },
      { 320, 279, 10, 0, "January 2015 to December 2015" },
      { 320, 410, 13, 0, "EDUCATION" },
      { 320, 437, 10, 0, "Master of Arts" },
      { 320, 451, 10, 0, "Printing and engraving, University A" },
      { 100, 338, 13, 0, "CONTACT" },
      { 90, 372, 10, 0, "john@example.com" },
      { 100, 400, 10, 0, "0123 456789" },
      { 110, 428, 10, 0, "New York" },
      { 100, 460, 13, 0, "SKILLS" },
      { 110, 484, 10, 0, "Counting" } } },
  { "three",
    3,
    "WORK\nClerk at the mill and\nkeeper of its books\nWriter at the paper mill\nand at two others\n==\nSCHOOL\nSchool "
    "of trade in town\n"
    "with honours for order\nSchool of letters where\nall could write\n==\nOTHER\nSings in the choir of\nthe town on "
    "Sundays\n"
    "Keeps bees and makes\nhoney for his friends",
    { { 40, 100, 14, 0, "WORK" },
      { 40, 121, 10, 0, "Clerk at the mill and" },
      { 40, 134, 10, 0, "keeper of its books" },
      { 40, 320, 10, 0, "Writer at the paper mill" },
      { 40, 333, 10, 0, "and at two others" },
      { 220, 100, 14, 0, "SCHOOL" },
      { 220, 127, 10, 0, "School of trade in town" },
      { 220, 140, 10, 0, "with honours for order" },
      { 220, 326, 10, 0, "School of letters where" },
      { 220, 339, 10, 0, "all could write" },
      { 400, 100, 14, 0, "OTHER" },
      { 400, 133, 10, 0, "Sings in the choir of" },
      { 400, 146, 10, 0, "the town on Sundays" },
      { 400, 314, 10, 0, "Keeps bees and makes" },
      { 400, 327, 10, 0, "honey for his friends" } } },
  { "from right to left",
    2,
    "ناديا\n==\nخبرة\nمدير المخزن الكبير في المدينة\nقاد فريقا من الناس\nتعليم\nمعهد التجارة\n==\nمهارات\nالعد "
    "والحساب\nلغات\nالعربية",
    { { 300, 60, 22, BOLD, "ناديا" },
      { 400, 150, 14, 0, "خبرة" },
      /* words are set from left to right here: the last is read first */
      { 380, 171, 10, 0, "المدينة في الكبير المخزن مدير" },
      { 380, 184, 10, 0, "الناس من فريقا قاد" },
      { 400, 340, 14, 0, "تعليم" },
      { 380, 361, 10, 0, "التجارة معهد" },
      { 100, 156, 14, 0, "مهارات" },
      { 100, 180, 10, 0, "والحساب العد" },
      { 100, 330, 14, 0, "لغات" },
      { 100, 351, 10, 0, "العربية" } } },
};

static const Case rows[] = {
  { "dates in the margin",
    1,
    "2018 - 2020 | Senior clerk at the harbour office\nKept the books of three small ships\n2015 - 2018 | Clerk at the "
    "mill\n"
    "Wrote the letters of the mill\n2012 - | Apprentice\n2015 | Learnt to count and to write letters\n2010 - 2012 | "
    "School of trade",
    { { 40, 100, 10, 0, "2018 - 2020" },
      { 140, 100, 10, BOLD, "Senior clerk at the harbour office" },
      { 140, 114, 10, 0, "Kept the books of three small ships" },
      { 40, 160, 10, 0, "2015 - 2018" },
      { 140, 160, 10, BOLD, "Clerk at the mill" },
      { 140, 174, 10, 0, "Wrote the letters of the mill" },
      { 40, 240, 10, 0, "2012 -" },
      { 40, 254, 10, 0, "2015" },
      { 140, 240, 10, BOLD, "Apprentice" },
      { 140, 254, 10, 0, "Learnt to count and to write letters" },
      { 40, 320, 10, 0, "2010 - 2012" },
      { 140, 320, 10, BOLD, "School of trade" } } },
  { "places and dates at the right edge",
    1,
    "WORK\nOsteria | Chicago\nSous Chef | Apr 2022 - Present\n<•> Runs a brigade of sixteen\nMarlowe Hotel | "
    "Chicago\nBanquet Chef | Feb 2019 - Mar 2022\n"
    "<•> Planned events for many guests\nSCHOOL\nIstituto | Rimini\nDiploma | Sep 2008 - Jun 2013",
    { { 40, 100, 14, BOLD, "WORK" },
      { 40, 120, 10, BOLD, "Osteria" },
      { 500, 120, 10, BOLD, "Chicago" },
      { 40, 133, 10, 0, "Sous Chef" },
      { 460, 133, 10, 0, "Apr 2022 - Present" },
      { 40, 146, 10, 0, "• Runs a brigade of sixteen" },
      { 40, 180, 10, BOLD, "Marlowe Hotel" },
      { 500, 180, 10, BOLD, "Chicago" },
      { 40, 193, 10, 0, "Banquet Chef" },
      { 455, 193, 10, 0, "Feb 2019 - Mar 2022" },
      { 40, 206, 10, 0, "• Planned events for many guests" },
      { 40, 250, 14, BOLD, "SCHOOL" },
      { 40, 270, 10, BOLD, "Istituto" },
      { 500, 270, 10, BOLD, "Rimini" },
      { 40, 283, 10, 0, "Diploma" },
      { 455, 283, 10, 0, "Sep 2008 - Jun 2013" } } },
  { "labels before their sections",
    1,
    "EXPERIENCE | Maplecrest Payments | 2021 - Present\nDesigned the payout service of the firm\nParcelPilot | 2018 - "
    "2021\n"
    "Built routing for three thousand couriers\nEDUCATION | University of Toronto | 2016 - 2018\nMaster of "
    "Science\nSKILLS | Go, Java, Python, SQL",
    { { 40, 100, 10, BOLD, "EXPERIENCE" },
      { 140, 100, 10, BOLD, "Maplecrest Payments" },
      { 440, 100, 10, 0, "2021 - Present" },
      { 140, 114, 10, 0, "Designed the payout service of the firm" },
      { 140, 150, 10, BOLD, "ParcelPilot" },
      { 440, 150, 10, 0, "2018 - 2021" },
      { 140, 164, 10, 0, "Built routing for three thousand couriers" },
      { 40, 220, 10, BOLD, "EDUCATION" },
      { 140, 220, 10, BOLD, "University of Toronto" },
      { 440, 220, 10, 0, "2016 - 2018" },
      { 140, 234, 10, 0, "Master of Science" },
      { 40, 320, 10, BOLD, "SKILLS" },
      { 140, 320, 10, 0, "Go, Java, Python, SQL" } } },
  { "a table with headings across",
    1,
    "Name | Wang Lihua\nTown | Canton\nMail | wang@example.cn\nWORK\n2016 - now | Head of accounts\nLeads five people "
    "and closes the books\n"
    "2012 - 2016 | Auditor\nAudits of mills and estates\nSCHOOL\n2008 - 2012 | Bachelor of accounts",
    { { 60, 100, 10, 0, "Name" },
      { 270, 100, 10, 0, "Wang Lihua" },
      { 60, 130, 10, 0, "Town" },
      { 270, 130, 10, 0, "Canton" },
      { 60, 160, 10, 0, "Mail" },
      { 270, 160, 10, 0, "wang@example.cn" },
      { 60, 190, 10, BOLD, "WORK" },
      { 60, 220, 10, 0, "2016 - now" },
      { 270, 220, 10, BOLD, "Head of accounts" },
      { 270, 236, 10, 0, "Leads five people and closes the books" },
      { 60, 266, 10, 0, "2012 - 2016" },
      { 270, 266, 10, BOLD, "Auditor" },
      { 270, 282, 10, 0, "Audits of mills and estates" },
      { 60, 312, 10, BOLD, "SCHOOL" },
      { 60, 342, 10, 0, "2008 - 2012" },
      { 270, 342, 10, BOLD, "Bachelor of accounts" } } },
  { "headings that are set out",
    1,
    "WORK\nClerk at the harbour office since May\nWrote all letters of the office\nSCHOOL\nSchool of trade in the old "
    "town\n"
    "With honours for order\nHOBBIES\nBees and all that belongs to them",
    { { 40, 100, 10, BOLD, "WORK" },
      { 140, 121, 10, 0, "Clerk at the harbour office since May" },
      { 140, 134, 10, 0, "Wrote all letters of the office" },
      { 40, 200, 10, BOLD, "SCHOOL" },
      { 140, 221, 10, 0, "School of trade in the old town" },
      { 140, 234, 10, 0, "With honours for order" },
      { 40, 300, 10, BOLD, "HOBBIES" },
      { 140, 321, 10, 0, "Bees and all that belongs to them" } } },
  { "a row and another a little lower",
    1,
    "Clerk\n2012",
    { { 60, 100, 10, 0, "Clerk" }, { 300, 104, 10, 0, "2012" } } },
  { "a list in two columns is one column",
    1,
    "Highlights\n==\n<•> Account reconciliations\n<•> Cash flow reports\n<•> Auditing skills\n<•> Accounting "
    "operations\n<•> Budgets\n"
    "<•> Ledger systems\n==\n<•> Office work\n<•> Spreadsheets\n<•> Attention to detail\n<•> Results\n<•> Self "
    "directed\n==\n"
    "Kept the ledgers of the mill and those of the estate with which it shared its water for many years",
    { { 40, 100, 10, 0, "Highlights" },
      { 60, 140, 10, 0, "• Account reconciliations" },
      { 60, 184, 10, 0, "• Cash flow reports" },
      { 60, 228, 10, 0, "• Auditing skills" },
      { 60, 272, 10, 0, "• Accounting operations" },
      { 60, 316, 10, 0, "• Budgets" },
      { 60, 360, 10, 0, "• Ledger systems" },
      { 260, 147, 10, 0, "• Office work" },
      { 260, 193, 10, 0, "• Spreadsheets" },
      { 260, 240, 10, 0, "• Attention to detail" },
      { 260, 286, 10, 0, "• Results" },
      { 260, 332, 10, 0, "• Self directed" },
      { 40,
        400,
        10,
        0,
        "Kept the ledgers of the mill and those of the estate with which it shared its water for many years" } } },
};

static const Case lines[] = {
  { "spaced letters",
    1,
    "JOHN SMITH\nClerk",
    { { 60, 70, 24, 0, "J O H N   S M I T H" }, { 60, 100, 10, 0, "Clerk" } } },
  { "single letters in a sentence", 1, "C and R or Go", { { 60, 70, 10, 0, "C and R or Go" } } },
  { "words of the file run together",
    1,
    "2018-Present Senior Engineer\n2018-2020 Clerk\nR2018a 2018Q3 jo2018Doe@example.com",
    { { 60, 70, 10, 0, "2018-PresentSenior Engineer" },
      { 60, 90, 10, 0, "2018-2020Clerk" },
      { 60, 110, 10, 0, "R2018a 2018Q3 jo2018Doe@example.com" } } },
  { "words run together at the edge of a column",
    1,
    "2018-Present | Senior Engineer\n2016-2017 | Clerk\n2015-2016 | Writer\n2014-2015 | Smith\n2013-2014 | Baker",
    { { 60, 70, 10, 0, "2018-PresentSenior Engineer" },
      { 60, 90, 10, 0, "2016-2017" },
      { 121, 90, 10, 0, "Clerk" },
      { 60, 110, 10, 0, "2015-2016" },
      { 121, 110, 10, 0, "Writer" },
      { 60, 130, 10, 0, "2014-2015" },
      { 121, 130, 10, 0, "Smith" },
      { 60, 150, 10, 0, "2013-2014" },
      { 121, 150, 10, 0, "Baker" } } },
  { "bullets of all kinds",
    1,
    "<•> Counts ships\n<-> Writes letters\n<–> Reads letters\n<o> Bakes bread\n<o> Bakes cakes\n<\xef\x82\xb7> Sings",
    { { 60, 70, 10, 0, "• Counts ships" },
      { 60, 90, 10, 0, "- Writes letters" },
      { 60, 110, 10, 0, "– Reads letters" },
      { 60, 130, 10, 0, "o" },
      { 80, 130, 10, 0, "Bakes bread" },
      { 60, 150, 10, 0, "o" },
      { 80, 150, 10, 0, "Bakes cakes" },
      { 60, 170, 10, 0, "\xef\x82\xb7 Sings" } } },
  { "what is no bullet",
    1,
    "e ingeniero de minas\no ingeniero de puentes\n2018 - 2020\nv team\nI | one letter far from its neighbour",
    { { 60, 70, 10, 0, "e ingeniero de minas" },
      { 60, 90, 10, 0, "o ingeniero de puentes" },
      { 60, 110, 10, 0, "2018 - 2020" },
      { 60, 120, 10, 0, "v" },
      { 70, 120, 10, 0, "team" },
      { 60, 130, 10, 0, "I" },
      { 80, 130, 10, 0, "one letter far from its neighbour" } } },
  { "an icon stuck to a number",
    1,
    "<\xef\x82\x95> 555-0103",
    { { 60,
        70,
        10,
        0,
        "\xef\x82\x95"
        "555-0103" } } },
  { "a dash with wide blanks",
    1,
    "2018 - 2020",
    { { 60, 70, 10, 0, "2018" }, { 93, 70, 10, 0, "-" }, { 110, 70, 10, 0, "2020" } } },
  { "ideographs",
    1,
    "高级会计师\n张伟 会计师 SAP",
    { { 60, 70, 10, 0, "高级" }, { 80, 70, 10, 0, "会计师" }, { 60, 100, 10, 0, "张伟 会计师 SAP" } } },
  { "one word in two colours of type", 1, "Education", { { 60, 70, 17, 0, "Edu" }, { 87, 70, 15, 0, "cation" } } },
  { "a raised ending",
    1,
    "1st prize",
    { { 60, 70, 10, 0, "1" }, { 65, 66, 6, 0, "st" }, { 73.8, 70, 10, 0, "prize" } } },
  { "tight lines",
    1,
    "first line\nsecond line",
    { { 60, 70, 10, 0, "first line" }, { 60, 74, 10, 0, "second line" } } },
};

static void
test_order (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (MusterPage) page = layout_page_new (1, test->pieces);
  g_autofree char *order = NULL;

  muster_layout_arrange_page (page);
  order = layout_page_dup (page);
  g_assert_cmpstr (order, ==, test->text);
  g_assert_cmpuint (muster_page_get_n_columns (page), ==, test->n_columns);
}

/* A scan: baselines slope and sizes are guessed, but the rows are the same. */
static void
test_sloping (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (MusterPage) page = muster_page_new (1, PAGE_WIDTH, PAGE_HEIGHT);
  g_autofree char *order = NULL;

  for (const Piece *piece = test->pieces; piece->text != NULL; piece++)
    {
      g_auto (GStrv) words = g_strsplit (piece->text, " ", -1);
      double x = piece->x;

      for (guint i = 0; words[i] != NULL; i++)
        {
          Piece part = { x, piece->y + 0.012 * x, piece->size * (i % 2 == 0 ? 0.97 : 1.03), 0, words[i] };

          layout_page_add (page, &part, MUSTER_WORD_OCR);
          x += 0.5 * piece->size * (double) g_utf8_strlen (words[i], -1) + 0.28 * piece->size;
        }
    }

  muster_layout_arrange_page (page);
  order = layout_page_dup (page);
  g_assert_cmpstr (order, ==, test->text);
  g_assert_cmpuint (muster_page_get_n_columns (page), ==, 1);
}

static void
test_blocks (void)
{
  static const Piece pieces[] = { { 60, 70, 24, 0, "Mia Park" },        { 60, 120, 12, BOLD, "Work" },
                                  { 60, 136, 10, 0, "Clerk" },          { 60, 149, 10, 0, "Counts the ships" },
                                  { 60, 162, 10, 0, "of the harbour" }, { 60, 190, 10, 0, "Writer" },
                                  { 400, 190, 10, 0, "2012" },          { 60, 203, 10, 0, "Writes the letters" },
                                  { 60, 216, 10, 0, "of the harbour" }, { 0 } };
  static const guint blocks[] = { 0, 1, 1, 1, 1, 2, 2, 2, 2 };
  static const guint rows_of[] = { 0, 1, 2, 3, 4, 5, 5, 6, 7 };
  g_autoptr (MusterPage) page = layout_page_new (1, pieces);
  const MusterLine *got;
  guint             n_lines;

  muster_layout_arrange_page (page);
  got = muster_page_get_lines (page, &n_lines);
  g_assert_cmpuint (n_lines, ==, G_N_ELEMENTS (blocks));
  for (guint i = 0; i < n_lines; i++)
    {
      g_assert_cmpuint (got[i].block, ==, blocks[i]);
      g_assert_cmpuint (got[i].row, ==, rows_of[i]);
    }
  g_assert_cmpint (got[1].flags, ==, MUSTER_WORD_BOLD);
  g_assert_cmpfloat (got[0].size_pt, ==, 24);
  g_assert_cmpfloat (got[0].baseline_pt, ==, 70);
}

/* Text that runs up the page stands in a region of its own, in the order of the file. */
static void
test_rotated (void)
{
  static const Piece     pieces[] = { { 100, 70, 10, 0, "Clerk at the mill" }, { 100, 90, 10, 0, "Writer" }, { 0 } };
  static const MusterBox boxes[] = { { 30, 300, 10, 80 }, { 30, 200, 10, 90 } };
  g_autoptr (MusterPage) page = layout_page_new (1, pieces);
  g_autofree char *order = NULL;

  for (guint i = 0; i < 2; i++)
    {
      MusterWord word
          = { .text = i == 0 ? "Curriculum" : "vitae", .box = boxes[i], .baseline_pt = 300, .size_pt = 10, .link = -1 };

      muster_page_add_word (page, &word);
    }
  muster_layout_arrange_page (page);
  order = layout_page_dup (page);
  g_assert_cmpstr (order, ==, "Clerk at the mill\nWriter\n==\nCurriculum vitae");
}

/* Whatever the words: their text is in one line each, and what counts lines only rises. */
static void
assert_sane (const MusterPage *page, guint n_bytes_expected)
{
  guint             n_bytes = 0;
  guint             n_words, n_lines, next = 0;
  const MusterWord *words = muster_page_get_words (page, &n_words);
  const MusterLine *got = muster_page_get_lines (page, &n_lines);

  for (guint i = 0; i < n_lines; i++)
    {
      g_assert_cmpuint (got[i].first_word, ==, next);
      g_assert_cmpuint (got[i].n_words, >, 0);
      next += got[i].n_words;
      g_assert_true (muster_box_is_valid (got[i].box));
      g_assert_true (isfinite (got[i].baseline_pt) && isfinite (got[i].size_pt));
      g_assert_false (words[got[i].first_word].flags & MUSTER_WORD_GLUED);
      if (i > 0)
        g_assert_true (got[i].row >= got[i - 1].row && got[i].region >= got[i - 1].region
                       && got[i].block >= got[i - 1].block);
    }
  g_assert_cmpuint (next, ==, n_words);
  for (guint i = 0; i < n_words; i++)
    {
      n_bytes += (guint) strlen (words[i].text);
      g_assert_cmpint (words[i].line, >=, 0);
      g_assert_cmpuint (words[i].flags, <, 2 * MUSTER_WORD_GLUED);
    }
  g_assert_cmpuint (n_bytes, ==, n_bytes_expected);
}

static void
test_hostile (gconstpointer data)
{
  const char *name = data;
  g_autoptr (MusterPage) page = muster_page_new (1, PAGE_WIDTH, PAGE_HEIGHT);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint n = g_str_equal (name, "no words") ? 0 : g_str_has_prefix (name, "50,000") ? 50000 : 2000;
  guint n_bytes = 0;

  for (guint i = 0; i < n; i++)
    {
      MusterWord word = { .text = i % 5 == 0   ? "•"
                                  : i % 3 == 0 ? "J"
                                               : "word",
                          .size_pt = 10,
                          .confidence = 1,
                          .link = -1 };

      word.box = (MusterBox){ g_rand_double_range (random, 0, 595), g_rand_double_range (random, 0, 842), 20, 10 };
      if (g_str_has_suffix (name, "on one spot"))
        word.box = (MusterBox){ 100, 100, 20, 10 };
      else if (g_str_has_suffix (name, "in one row"))
        word.box = (MusterBox){ 22.0 * i, 100, 20, 10 };
      else if (g_str_has_suffix (name, "below each other"))
        word.box = (MusterBox){ 100, 12.0 * i, 20, 10 };
      word.baseline_pt = word.box.y + 8;
      if (g_str_equal (name, "numbers that are none"))
        {
          word.box.x = i % 2 == 0 ? NAN : 1e300;
          word.box.width = i % 3 == 0 ? -INFINITY : INFINITY;
          word.baseline_pt = i % 5 == 0 ? NAN : -1e300;
          word.size_pt = i % 7 == 0 ? NAN : i % 11 == 0 ? -1 : 1e9;
        }
      n_bytes += (guint) strlen (word.text);
      muster_page_add_word (page, &word);
    }

  muster_layout_arrange_page (page);
  assert_sane (page, n_bytes);
}

static void
add_cases (const char *group, const Case *cases, guint n_cases, GTestDataFunc function)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/%s/%s", group, cases[i].name);

      g_test_add_data_func (path, &cases[i], function);
    }
}

int
main (int argc, char **argv)
{
  static const char *const hostile[]
      = { "no words",           "words anywhere",    "numbers that are none",  "50,000 anywhere",
          "50,000 on one spot", "50,000 in one row", "50,000 below each other" };

  g_test_init (&argc, &argv, NULL);

  add_cases ("columns", columns, G_N_ELEMENTS (columns), test_order);
  add_cases ("rows", rows, G_N_ELEMENTS (rows), test_order);
  add_cases ("sloping rows", rows, 3, test_sloping);
  add_cases ("lines", lines, G_N_ELEMENTS (lines), test_order);
  g_test_add_func ("/layout/blocks", test_blocks);
  g_test_add_func ("/layout/rotated", test_rotated);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/hostile/%s", hostile[i]);

      g_test_add_data_func (path, hostile[i], test_hostile);
    }

  return g_test_run ();
}
