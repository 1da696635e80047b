#include "expect.h"
#include "sheet_file.h"

static char bytes_[1 << 16];
static char text_[1 << 16];

#define START(table)                     \
  do {                                   \
    memset(&(table), 0, sizeof(table));  \
    (table).struct_size = sizeof(table); \
  } while (0)

static yesan_text_out texts(int64_t* offsets, char* bytes, uint64_t capacity) {
  yesan_text_out out;
  out.offsets = offsets;
  out.bytes = bytes;
  out.bytes_capacity = capacity;
  out.bytes_length = 0;
  return out;
}

static int row_is(const yesan_text_out* column, uint64_t i, const char* expected) {
  return same(column->bytes + column->offsets[i],
              (uint64_t)(column->offsets[i + 1] - column->offsets[i]), expected);
}

static void reading_refuses(uint64_t length) {
  yesan_sheet* sheet = NULL;
  yesan_read_options options = {sizeof(yesan_read_options), YESAN_SHEET_AUTO, 100};
  const char cp949[] =
      "\xBB\xEA\xC3\xE2\xB1\xD9\xB0\xC5 \xBF\xB9\xBB\xEA \xC3\xD1\xB0\xFD"; /* 산출근거 예산 총괄 */
  uint64_t out_length = 0;
  EXPECT_REFUSED(yesan_sheet_read(bytes_, length, &options, &sheet, &error_), YESAN_E_TOO_LARGE);
  options.bytes_max = 0;
  options.format = 9;
  EXPECT_REFUSED(yesan_sheet_read(bytes_, length, &options, &sheet, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_sheet_read("ab\xFF"
                                  "c",
                                  4, NULL, &sheet, &error_),
                 YESAN_E_INVALID_UTF8);
  EXPECT(error_.offset == 2);
  EXPECT_REFUSED(yesan_sheet_read(TEXT(cp949), NULL, &sheet, &error_), YESAN_E_ENCODING);
  EXPECT_OK(yesan_decode_cp949(TEXT(cp949), text_, sizeof text_, &out_length, &error_));
  EXPECT_TEXT(text_, out_length,
              "\xEC\x82\xB0\xEC\xB6\x9C\xEA\xB7\xBC\xEA\xB1\xB0 \xEC\x98\x88\xEC\x82\xB0 "
              "\xEC\xB4\x9D\xEA\xB4\x84");
  EXPECT_REFUSED(yesan_decode_cp949("a\xFF", 2, text_, sizeof text_, &out_length, &error_),
                 YESAN_E_SYNTAX);
  EXPECT(sheet == NULL);
}

static void the_sheet_in_short(const yesan_sheet* sheet, uint64_t length) {
  yesan_sheet_info info;
  uint64_t title = 0;
  START(info);
  EXPECT_OK(yesan_sheet_describe(sheet, &info, &error_));
  EXPECT(info.fiscal_year == 2021 && info.overview_prior_year == 2020);
  EXPECT(info.format == YESAN_SHEET_TABS && info.source_bytes == length && info.section_count > 10);
  info.struct_size = 4;
  EXPECT_REFUSED(yesan_sheet_describe(sheet, &info, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_sheet_title(sheet, text_, sizeof text_, &title, &error_));
  EXPECT(title == strlen("마을공동체 종합지원센터 운영"));
  EXPECT_REFUSED(yesan_sheet_title(sheet, text_, 3, &title, &error_), YESAN_E_BUFFER_TOO_SMALL);
}

static void writing_gives_the_sheet_back(const yesan_sheet* sheet) {
  yesan_sheet* again = NULL;
  uint64_t length = 0;
  int32_t equal = 7;
  EXPECT_OK(yesan_sheet_write(sheet, YESAN_SHEET_MARKDOWN, text_, sizeof text_, &length, &error_));
  EXPECT_OK(yesan_sheet_read(text_, length, NULL, &again, &error_));
  EXPECT_OK(yesan_sheet_equal(sheet, again, &equal, &error_));
  EXPECT(equal == 1);
  yesan_sheet_destroy(again);
  again = NULL;
  EXPECT_OK(yesan_sheet_read(TEXT("another"), NULL, &again, &error_));
  EXPECT_OK(yesan_sheet_equal(sheet, again, &equal, &error_));
  EXPECT(equal == 0);
  yesan_sheet_destroy(again);
  EXPECT_REFUSED(
      yesan_sheet_write(sheet, YESAN_SHEET_LAYOUT, text_, sizeof text_, &length, &error_),
      YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_sheet_equal(sheet, NULL, &equal, &error_), YESAN_E_INVALID_ARGUMENT);
}

static void sections_and_lines(const yesan_sheet* sheet) {
  yesan_section_table sections;
  yesan_line_table lines;
  yesan_fact_table facts;
  yesan_finding_table reading;
  int32_t kinds[64];
  int64_t offsets[65];
  yesan_place places[64];
  uint64_t i;
  int settlement = 0;
  START(sections);
  sections.capacity = 64;
  sections.kind = kinds;
  sections.place = places;
  EXPECT_OK(yesan_sheet_sections(sheet, &sections, &error_));
  for (i = 0; i < sections.count; ++i) {
    if (kinds[i] == YESAN_SECTION_SETTLEMENT) settlement = (int)places[i].line;
  }
  EXPECT(settlement == 126);
  sections.capacity = 1;
  EXPECT_REFUSED(yesan_sheet_sections(sheet, &sections, &error_), YESAN_E_BUFFER_TOO_SMALL);

  START(lines);
  lines.capacity = 64;
  lines.place = places;
  lines.text = texts(offsets, text_, sizeof text_);
  EXPECT_OK(yesan_sheet_lines(sheet, YESAN_SECTION_EFFECTS, &lines, &error_));
  EXPECT(lines.count == 5 && places[0].line > 100);
  EXPECT_REFUSED(yesan_sheet_lines(sheet, 99, &lines, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_sheet_not_understood(sheet, &lines, &error_));
  lines.reserved = 1;
  EXPECT_REFUSED(yesan_sheet_not_understood(sheet, &lines, &error_), YESAN_E_INVALID_ARGUMENT);

  START(facts);
  facts.capacity = 64;
  facts.value = texts(offsets, text_, sizeof text_);
  facts.key_place = places;
  EXPECT_OK(yesan_sheet_facts(sheet, &facts, &error_));
  EXPECT(facts.count >= 2 && places[0].line == 9 && row_is(&facts.value, 0, "일반회계"));
  EXPECT_REFUSED(yesan_sheet_facts(NULL, &facts, &error_), YESAN_E_INVALID_ARGUMENT);

  START(reading);
  EXPECT_OK(yesan_sheet_reading(sheet, &reading, &error_));
  EXPECT_REFUSED(yesan_sheet_reading(sheet, NULL, &error_), YESAN_E_INVALID_ARGUMENT);
}

static void money_tables(const yesan_sheet* sheet) {
  yesan_overview_table overview;
  yesan_funding_table funding;
  yesan_basis_table basis;
  yesan_settlement_table settlement;
  int64_t prior[8], current[8], offsets[17], amounts[32], children[32];
  int32_t parents[32], years[8], kinds[8], verdicts[32], states[16];
  uint32_t totals[16], present[32];
  yesan_place places[32];
  yesan_decimal rates[8];
  START(overview);
  overview.capacity = 8;
  overview.total = totals;
  overview.prior.won = prior;
  overview.current.won = current;
  overview.current.part_kind = kinds;
  overview.rate.number = rates;
  overview.change.printed = texts(offsets, text_, sizeof text_);
  overview.change.place = places;
  EXPECT_OK(yesan_sheet_overview(sheet, &overview, &error_));
  EXPECT(overview.count >= 2);
  {
    const uint64_t last = overview.count - 1;
    EXPECT(prior[last] == 5196358000 && current[last] == 4066896000);
    EXPECT(kinds[last] == YESAN_PART_NONE && rates[last].lo == (uint64_t)-22);
    EXPECT(row_is(&overview.change.printed, last, "(x-) Δ1,129,462") && places[last].line == 31);
  }
  overview.change.printed.bytes_capacity = 1;
  EXPECT_REFUSED(yesan_sheet_overview(sheet, &overview, &error_), YESAN_E_BUFFER_TOO_SMALL);

  START(funding);
  funding.capacity = 16;
  funding.total = totals;
  funding.amount.won = amounts;
  funding.amount.state = states;
  funding.label = texts(offsets, text_, sizeof text_);
  EXPECT_OK(yesan_sheet_funding(sheet, &funding, &error_));
  EXPECT(funding.count >= 3 && totals[0] == 1 && totals[1] == 0 && amounts[0] == 4066896000);
  EXPECT(row_is(&funding.label, 1, "국비") && states[1] == YESAN_FIGURE_BLANK);
  funding.struct_size = 0;
  EXPECT_REFUSED(yesan_sheet_funding(sheet, &funding, &error_), YESAN_E_INVALID_ARGUMENT);

  START(basis);
  basis.capacity = 32;
  basis.parent = parents;
  basis.present = present;
  basis.amount = amounts;
  basis.children_sum = children;
  basis.verdict = verdicts;
  basis.place = places;
  EXPECT_OK(yesan_sheet_basis(sheet, &basis, &error_));
  {
    /* 사업비 stands over four lines that add up to it; and four lines of the basis lack their 원. */
    uint64_t i, of_parent = 0, lacking = 0;
    for (i = 0; i < basis.count; ++i) {
      if ((present[i] & YESAN_BASIS_LACKS_WON) != 0) ++lacking;
      if ((present[i] & YESAN_BASIS_HAS_CHILDREN_SUM) != 0 && amounts[i] == 2016600000) {
        EXPECT(children[i] == 2016600000);
      }
      if (parents[i] >= 0 && amounts[parents[i]] == 2016600000) ++of_parent;
    }
    EXPECT(of_parent == 4 && lacking == 4);
  }
  EXPECT_REFUSED(yesan_sheet_basis(NULL, &basis, &error_), YESAN_E_INVALID_ARGUMENT);

  START(settlement);
  settlement.capacity = 8;
  settlement.year = years;
  settlement.disbursed.won = amounts;
  settlement.lapsed.won = prior;
  settlement.transfer.state = kinds;
  EXPECT_OK(yesan_sheet_settlement(sheet, &settlement, &error_));
  EXPECT(settlement.count == 3 && years[0] == 2017 && amounts[1] == 5370182000);
  EXPECT(prior[2] == 0 && kinds[0] == YESAN_FIGURE_ABSENT);
  settlement.capacity = 2;
  EXPECT_REFUSED(yesan_sheet_settlement(sheet, &settlement, &error_), YESAN_E_BUFFER_TOO_SMALL);
}

static void other_tables(const yesan_sheet* sheet) {
  yesan_schedule_table schedule;
  yesan_officer_table officers;
  yesan_result_table results;
  int64_t amounts[16], offsets[257], wholes[256];
  int32_t first[16], last[16], years[256];
  uint32_t present[16], totals[16];
  yesan_decimal numbers[256];
  START(schedule);
  schedule.capacity = 16;
  schedule.total = totals;
  schedule.period_present = present;
  schedule.first_day = first;
  schedule.last_day = last;
  schedule.amount.won = amounts;
  EXPECT_OK(yesan_sheet_schedule(sheet, &schedule, &error_));
  EXPECT(schedule.count == 7 && totals[0] == 1 && present[0] == 0 && amounts[0] == 4066896000);
  EXPECT(present[1] == 3 && first[1] == 18628 && last[1] == 18628 + 58 && amounts[1] == 2035976000);
  EXPECT_REFUSED(yesan_sheet_schedule(sheet, NULL, &error_), YESAN_E_INVALID_ARGUMENT);

  START(officers);
  officers.capacity = 16;
  officers.phone = texts(offsets, text_, sizeof text_);
  EXPECT_OK(yesan_sheet_officers(sheet, &officers, &error_));
  EXPECT(officers.count == 3 && row_is(&officers.phone, 0, "2133-6330"));
  officers.reserved = 1;
  EXPECT_REFUSED(yesan_sheet_officers(sheet, &officers, &error_), YESAN_E_INVALID_ARGUMENT);

  START(results);
  results.capacity = 256;
  results.year = years;
  results.whole = wholes;
  results.number = numbers;
  results.unit = texts(offsets, text_, sizeof text_);
  EXPECT_OK(yesan_sheet_results(sheet, &results, &error_));
  EXPECT(results.count > 20 && years[0] == 2018);
  {
    /* 연구 과제 10종(정책연구 4종, 제도화연구 5종, 성과연구1곤) */
    uint64_t i, parts = 0;
    for (i = 0; i < results.count; ++i) {
      if (wholes[i] >= 0 && numbers[wholes[i]].lo == 10) ++parts;
    }
    EXPECT(parts == 3);
  }
  results.capacity = 3;
  EXPECT_REFUSED(yesan_sheet_results(sheet, &results, &error_), YESAN_E_BUFFER_TOO_SMALL);
}

int main(void) {
  yesan_sheet* sheet = NULL;
  const uint64_t length = read_file(SEOUL_SHEET, bytes_, sizeof bytes_);
  EXPECT(length > 0);
  reading_refuses(length);
  EXPECT_OK(yesan_sheet_read(bytes_, length, NULL, &sheet, &error_));
  if (sheet == NULL) return 1;
  the_sheet_in_short(sheet, length);
  writing_gives_the_sheet_back(sheet);
  sections_and_lines(sheet);
  money_tables(sheet);
  other_tables(sheet);
  yesan_sheet_destroy(sheet);
  yesan_sheet_destroy(NULL);
  return DONE();
}
