#include <stdlib.h>

#include "expect.h"
#include "sheet_file.h"

static char bytes_[1 << 16];
static char text_[1 << 20];

static yesan_sheet* read_sheet(uint64_t length) {
  yesan_sheet* sheet = NULL;
  EXPECT_OK(yesan_sheet_read(bytes_, length, NULL, &sheet, &error_));
  return sheet;
}

static int holds(const char* text, uint64_t length, const char* word) {
  const size_t size = strlen(word);
  uint64_t i;
  for (i = 0; i + size <= length; ++i) {
    if (memcmp(text + i, word, size) == 0) return 1;
  }
  return 0;
}

static void findings(const yesan_report* report) {
  yesan_finding_table table;
  yesan_place places[64];
  int64_t offsets[65], rows[64];
  int32_t severities[64];
  uint64_t i;
  int won_missing = 0;
  memset(&table, 0, sizeof table);
  table.struct_size = sizeof table;
  EXPECT_OK(yesan_report_findings(report, &table, &error_));
  EXPECT(table.count > 0 && table.count <= 64 && table.message_en.bytes_length > 100);
  table.capacity = 64;
  table.place = places;
  table.row = rows;
  table.severity = severities;
  table.printed.offsets = offsets;
  table.printed.bytes = text_;
  table.printed.bytes_capacity = sizeof text_;
  EXPECT_OK(yesan_report_findings(report, &table, &error_));
  for (i = 0; i < table.count; ++i) {
    EXPECT(severities[i] != YESAN_SEVERITY_ERROR && rows[i] == -1);
    if (places[i].line >= 43 && places[i].line <= 46) {
      /* The place is that of the printed figure. */
      const uint64_t length = (uint64_t)(offsets[i + 1] - offsets[i]);
      EXPECT(length == places[i].length);
      EXPECT(memcmp(bytes_ + places[i].offset, text_ + offsets[i], (size_t)length) == 0);
      ++won_missing;
    }
  }
  EXPECT(won_missing == 4);
  table.struct_size = 0;
  EXPECT_REFUSED(yesan_report_findings(report, &table, &error_), YESAN_E_INVALID_ARGUMENT);
}

static void coverage_and_roundings(const yesan_report* report) {
  yesan_coverage_table table;
  uint32_t modes = 9999;
  memset(&table, 0, sizeof table);
  table.struct_size = sizeof table;
  EXPECT_OK(yesan_report_coverage(report, &table, &error_));
  EXPECT(table.count > 30 && table.rule.bytes_length > table.count);
  EXPECT_REFUSED(yesan_report_coverage(NULL, &table, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_report_roundings(report, 0, &modes, &error_));
  EXPECT(modes == 121); /* Δ22: up, floor and the three halves */
  EXPECT_REFUSED(yesan_report_roundings(report, 1, &modes, &error_), YESAN_E_NOT_FOUND);
}

/* What is not proved: figures that a rule looks at roughly, and places that no rule looks at. */
static void rough_and_unread(const yesan_report* report) {
  yesan_coverage_table rough;
  yesan_place_table unread;
  yesan_place places[512];
  uint32_t documents[512];
  int64_t offsets[513];
  uint64_t i;
  memset(&rough, 0, sizeof rough);
  rough.struct_size = sizeof rough;
  EXPECT_OK(yesan_report_rough(report, &rough, &error_));
  EXPECT(rough.count > 0 && rough.count <= 512 && rough.rule.bytes_length > rough.count);
  rough.capacity = 512;
  rough.document = documents;
  rough.place = places;
  rough.rule.offsets = offsets;
  rough.rule.bytes = text_;
  rough.rule.bytes_capacity = sizeof text_;
  EXPECT_OK(yesan_report_rough(report, &rough, &error_));
  for (i = 0; i < rough.count; ++i) EXPECT(documents[i] == 0 && places[i].line > 0);
  /* A rate was rounded: it proves nothing digit for digit. */
  EXPECT(holds(text_, rough.rule.bytes_length, "overview.rate"));
  rough.capacity = 1;
  EXPECT_REFUSED(yesan_report_rough(report, &rough, &error_), YESAN_E_BUFFER_TOO_SMALL);
  EXPECT_REFUSED(yesan_report_rough(report, NULL, &error_), YESAN_E_INVALID_ARGUMENT);

  memset(&unread, 0, sizeof unread);
  unread.struct_size = sizeof unread;
  EXPECT_OK(yesan_report_unread(report, &unread, &error_));
  EXPECT(unread.count == 0); /* every line of the real sheet is read */
  unread.reserved = 1;
  EXPECT_REFUSED(yesan_report_unread(report, &unread, &error_), YESAN_E_INVALID_ARGUMENT);
  unread.reserved = 0;
  EXPECT_REFUSED(yesan_report_unread(NULL, &unread, &error_), YESAN_E_INVALID_ARGUMENT);
}

/* A line before every heading is read by nobody, and named with its document and place. */
static void an_unknown_line_is_named(yesan_sheet* sheet) {
  static const char kOdd[] =
      "마을 지원\n\n알 수 없는 글\n\n예산 총괄\n\n(단위 : 천원)\n\n"
      "구 분\t2020예산액 (A)\t2021예산액 (B)\t증감 (B-A)\n"
      "계\t900\t1,000\t100\n민간위탁금\t900\t1,000\t100\n";
  const yesan_sheet* sheets[2];
  yesan_sheet* odd = NULL;
  yesan_report* report = NULL;
  yesan_place_table unread;
  yesan_place places[16];
  uint32_t documents[16];
  memset(&unread, 0, sizeof unread);
  unread.struct_size = sizeof unread;
  EXPECT_OK(yesan_sheet_read(TEXT(kOdd), NULL, &odd, &error_));
  sheets[0] = sheet;
  sheets[1] = odd;
  EXPECT_OK(yesan_report_create(2, sheets, &report, &error_));
  unread.capacity = 16;
  unread.document = documents;
  unread.place = places;
  EXPECT_OK(yesan_report_unread(report, &unread, &error_));
  EXPECT(unread.count == 1);
  if (unread.count == 1) EXPECT(documents[0] == 1 && places[0].line == 3 && places[0].length == 18);
  yesan_report_destroy(report);
  yesan_sheet_destroy(odd);
}

/* Every figure with how far it is proved; those that are proved are those of the coverage. */
static void figures(const yesan_report* report) {
  yesan_proof_table table;
  yesan_place places[512];
  int64_t offsets[513];
  int32_t proofs[512], sections[512];
  uint32_t rules[512], documents[512];
  uint64_t i, proved = 0, schedule = 0;
  memset(&table, 0, sizeof table);
  table.struct_size = sizeof table;
  EXPECT_OK(yesan_report_figures(report, &table, &error_));
  EXPECT(table.count > 40 && table.count <= 512);
  EXPECT(table.printed.bytes_length > 2 * table.count);
  table.capacity = 512;
  table.document = documents;
  table.place = places;
  table.section = sections;
  table.proof = proofs;
  table.rules = rules;
  table.printed.offsets = offsets;
  table.printed.bytes = text_;
  table.printed.bytes_capacity = sizeof text_;
  EXPECT_OK(yesan_report_figures(report, &table, &error_));
  for (i = 0; i < table.count; ++i) {
    const uint64_t length = (uint64_t)(offsets[i + 1] - offsets[i]);
    EXPECT(documents[i] == 0 && (i == 0 || places[i - 1].offset < places[i].offset));
    EXPECT(length == places[i].length);
    EXPECT(memcmp(bytes_ + places[i].offset, text_ + offsets[i], (size_t)length) == 0);
    EXPECT(proofs[i] >= YESAN_PROOF_NONE && proofs[i] <= YESAN_PROOF_PROVED);
    EXPECT((proofs[i] == YESAN_PROOF_NONE) == (rules[i] == 0));
    if (proofs[i] == YESAN_PROOF_PROVED) ++proved;
    if (sections[i] == YESAN_SECTION_SCHEDULE) ++schedule;
  }
  EXPECT(proved * 2 > table.count && proved < table.count && schedule > 0);
  table.printed.bytes_capacity = 1;
  EXPECT_REFUSED(yesan_report_figures(report, &table, &error_), YESAN_E_BUFFER_TOO_SMALL);
  EXPECT_REFUSED(yesan_report_figures(NULL, &table, &error_), YESAN_E_INVALID_ARGUMENT);
}

static void pages(const yesan_report* report) {
  yesan_report_options options = {sizeof(yesan_report_options), YESAN_REPORT_TEXT,
                                  YESAN_LANGUAGE_KOREAN, 100, 0};
  uint64_t length = 0;
  EXPECT_OK(yesan_report_write(report, 0, TEXT("sheet.txt"), &options, text_, sizeof text_, &length,
                               &error_));
  EXPECT(holds(text_, length, "sheet.txt:43:"));
  options.format = YESAN_REPORT_MARKDOWN;
  options.language = YESAN_LANGUAGE_ENGLISH;
  EXPECT_OK(
      yesan_report_write(report, 0, NULL, 0, &options, text_, sizeof text_, &length, &error_));
  EXPECT(holds(text_, length, "| "));
  options.format = YESAN_REPORT_HTML;
  EXPECT_OK(
      yesan_report_write(report, 0, TEXT("<b>"), &options, text_, sizeof text_, &length, &error_));
  EXPECT(holds(text_, length, "<svg") && holds(text_, length, "&lt;b&gt;"));
  EXPECT_REFUSED(
      yesan_report_write(report, 7, NULL, 0, &options, text_, sizeof text_, &length, &error_),
      YESAN_E_NOT_FOUND);
  options.language = 9;
  EXPECT_REFUSED(
      yesan_report_write(report, 0, NULL, 0, &options, text_, sizeof text_, &length, &error_),
      YESAN_E_INVALID_ARGUMENT);
}

/* This year's sheet beside last year's, whose B is not this year's A. */
static void sheets_check_each_other(yesan_sheet* sheet, uint64_t length) {
  static const char kOlder[] =
      "마을공동체 종합지원센터 운영\n\n2 예산 설명\n\n예산 총괄\n\n(단위 : 천원, %)\n\n"
      "구 분\t2019예산액 (A)\t2020예산액 (B)\t증감 (B-A)\t(B-A)*100/A\n"
      "계\t5,481,521\t5,296,358\tΔ185,163\tΔ3\n민간위탁금\t5,481,521\t5,296,358\tΔ185,163\tΔ3\n";
  const yesan_sheet* sheets[2];
  static const int64_t sheet_of[] = {0, -1, 1};
  static const int64_t names_at[] = {0, 1, 3, 4}, reasons_at[] = {0, 0, 7, 7},
                       links_at[] = {0, 3, 3, 6};
  yesan_summary_documents documents;
  int64_t ranking[64];
  uint64_t count = 0;
  yesan_report_options options = {sizeof(yesan_report_options), YESAN_REPORT_TEXT,
                                  YESAN_LANGUAGE_KOREAN, 100, 0};
  yesan_sheet* older = NULL;
  yesan_report* report = NULL;
  uint64_t written = 0;
  (void)length;
  EXPECT_OK(yesan_sheet_read(TEXT(kOlder), NULL, &older, &error_));
  sheets[0] = older;
  sheets[1] = sheet;
  EXPECT_OK(yesan_report_create(2, sheets, &report, &error_));
  yesan_sheet_destroy(older); /* the report keeps what it needs */
  memset(&documents, 0, sizeof documents);
  documents.struct_size = sizeof documents;
  documents.count = 3;
  documents.sheet = sheet_of;
  documents.names.offsets = names_at;
  documents.names.bytes = "axxb";
  documents.refusals.offsets = reasons_at;
  documents.refusals.bytes = "no text";
  documents.links.offsets = links_at;
  documents.links.bytes = "./1./2";
  EXPECT_OK(
      yesan_report_summary(report, &documents, &options, text_, sizeof text_, &written, &error_));
  EXPECT(holds(text_, written, "b:30:3"));
  EXPECT(holds(text_, written, "xx: no text"));
  EXPECT(holds(text_, written, "문서 3개 가운데 2개"));
  options.format = YESAN_REPORT_MARKDOWN;
  EXPECT_REFUSED(
      yesan_report_summary(report, &documents, &options, text_, sizeof text_, &written, &error_),
      YESAN_E_INVALID_ARGUMENT);
  options.format = YESAN_REPORT_HTML;
  EXPECT_OK(
      yesan_report_summary(report, &documents, &options, text_, sizeof text_, &written, &error_));
  EXPECT(holds(text_, written, "href=\"./2"));
  EXPECT_OK(yesan_report_summary(report, NULL, &options, text_, sizeof text_, &written, &error_));
  documents.count = 2; /* sheet 1 is left out with its findings */
  options.format = YESAN_REPORT_TEXT;
  EXPECT_OK(
      yesan_report_summary(report, &documents, &options, text_, sizeof text_, &written, &error_));
  EXPECT(!holds(text_, written, "b:30:3"));
  documents.sheet = NULL; /* document i is sheet i */
  EXPECT_OK(
      yesan_report_summary(report, &documents, &options, text_, sizeof text_, &written, &error_));
  EXPECT(holds(text_, written, "xx:30:3"));
  documents.count = 3;
  EXPECT_REFUSED(
      yesan_report_summary(report, &documents, &options, text_, sizeof text_, &written, &error_),
      YESAN_E_NOT_FOUND);
  EXPECT(error_.row == 2);
  {
    static const int64_t twice[] = {1, 0, 1};
    documents.sheet = twice;
    EXPECT_REFUSED(
        yesan_report_summary(report, &documents, &options, text_, sizeof text_, &written, &error_),
        YESAN_E_DUPLICATE);
    documents.reserved = 1;
    EXPECT_REFUSED(
        yesan_report_summary(report, &documents, &options, text_, sizeof text_, &written, &error_),
        YESAN_E_INVALID_ARGUMENT);
  }
  EXPECT_OK(yesan_report_ranking(report, NULL, 0, &count, &error_));
  EXPECT(count > 1 && count <= 64);
  EXPECT_REFUSED(yesan_report_ranking(report, ranking, 1, &count, &error_),
                 YESAN_E_BUFFER_TOO_SMALL);
  EXPECT_OK(yesan_report_ranking(report, ranking, 64, &count, &error_));
  {
    int64_t sum = 0;
    uint64_t i;
    for (i = 0; i < count; ++i) sum += ranking[i];
    EXPECT(sum == (int64_t)(count * (count - 1) / 2)); /* each row once */
  }
  EXPECT_REFUSED(yesan_report_ranking(NULL, ranking, 64, &count, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  yesan_report_destroy(report);
}

static void rules(void) {
  yesan_rule_table table;
  memset(&table, 0, sizeof table);
  table.struct_size = sizeof table;
  EXPECT_OK(yesan_rules(&table, &error_));
  EXPECT(table.count > 50 && table.source.bytes_length > 0);
  EXPECT_REFUSED(yesan_rules(NULL, &error_), YESAN_E_INVALID_ARGUMENT);
}

int main(void) {
  const uint64_t length = read_file(SEOUL_SHEET, bytes_, sizeof bytes_);
  yesan_sheet* sheet = read_sheet(length);
  const yesan_sheet* sheets[1];
  yesan_report* report = NULL;
  if (sheet == NULL) return 1;
  sheets[0] = sheet;
  EXPECT_OK(yesan_report_create(1, sheets, &report, &error_));
  if (report == NULL) return 1;
  findings(report);
  coverage_and_roundings(report);
  rough_and_unread(report);
  an_unknown_line_is_named(sheet);
  figures(report);
  pages(report);
  sheets_check_each_other(sheet, length);
  rules();
  yesan_report_destroy(report);
  report = NULL;
  EXPECT_OK(yesan_report_create(0, NULL, &report, &error_));
  yesan_report_destroy(report);
  sheets[0] = NULL;
  EXPECT_REFUSED(yesan_report_create(1, sheets, &report, &error_), YESAN_E_INVALID_ARGUMENT);
  yesan_sheet_destroy(sheet);
  return DONE();
}
