// Calls on a const handle may overlap, and so may those without a handle.
#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "tests/capi/ledger_support.h"
#include "yesan/capi.h"

namespace {

std::string Bytes() {
  std::ifstream file(YESAN_SOURCE_DIR "/examples/data/seoul-2021-village-community-center.txt",
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class Body>
void InThreads(Body body) {
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int i = 0; i < 4; ++i) threads.emplace_back(body);
  for (std::thread& thread : threads) thread.join();
}

TEST(SheetConcurrent, ManyThreadsReadOneSheet) {
  const std::string bytes = Bytes();
  yesan_sheet* sheet = nullptr;
  ASSERT_EQ(yesan_sheet_read(bytes.data(), bytes.size(), nullptr, &sheet, nullptr), YESAN_OK);
  const yesan_sheet* shared = sheet;
  InThreads([&] {
    for (int i = 0; i < 5; ++i) {
      yesan_overview_table overview{};
      overview.struct_size = sizeof overview;
      EXPECT_EQ(yesan_sheet_overview(shared, &overview, nullptr), YESAN_OK);
      yesan_basis_table basis{};
      basis.struct_size = sizeof basis;
      EXPECT_EQ(yesan_sheet_basis(shared, &basis, nullptr), YESAN_OK);
      EXPECT_GT(basis.count, 0U);
      yesan_settlement_table settlement{};
      settlement.struct_size = sizeof settlement;
      EXPECT_EQ(yesan_sheet_settlement(shared, &settlement, nullptr), YESAN_OK);
      EXPECT_EQ(settlement.count, 3U);
      yesan_schedule_table schedule{};
      schedule.struct_size = sizeof schedule;
      EXPECT_EQ(yesan_sheet_schedule(shared, &schedule, nullptr), YESAN_OK);
      yesan_result_table results{};
      results.struct_size = sizeof results;
      EXPECT_EQ(yesan_sheet_results(shared, &results, nullptr), YESAN_OK);
      yesan_line_table unread{};
      unread.struct_size = sizeof unread;
      EXPECT_EQ(yesan_sheet_not_understood(shared, &unread, nullptr), YESAN_OK);
      std::int32_t equal = 0;
      EXPECT_EQ(yesan_sheet_equal(shared, shared, &equal, nullptr), YESAN_OK);
      EXPECT_EQ(equal, 1);
      std::uint64_t length = 0;
      EXPECT_EQ(yesan_sheet_write(shared, YESAN_SHEET_TABS, nullptr, 0, &length, nullptr),
                YESAN_OK);
      yesan_report* report = nullptr;
      EXPECT_EQ(yesan_report_create(1, &shared, &report, nullptr), YESAN_OK);
      yesan_report_destroy(report);
    }
  });
  yesan_sheet_destroy(sheet);
}

TEST(SheetConcurrent, ManyThreadsReadOneReportWhileItsSheetIsDestroyed) {
  const std::string bytes = Bytes();
  yesan_sheet* sheet = nullptr;
  ASSERT_EQ(yesan_sheet_read(bytes.data(), bytes.size(), nullptr, &sheet, nullptr), YESAN_OK);
  const yesan_sheet* shared = sheet;
  yesan_report* report = nullptr;
  ASSERT_EQ(yesan_report_create(1, &shared, &report, nullptr), YESAN_OK);
  std::thread destroyer([&] { yesan_sheet_destroy(sheet); });
  InThreads([&] {
    yesan_report_options options{sizeof options, YESAN_REPORT_HTML, YESAN_LANGUAGE_KOREAN, 0, 0};
    std::uint64_t length = 0;
    EXPECT_EQ(yesan_report_write(report, 0, nullptr, 0, &options, nullptr, 0, &length, nullptr),
              YESAN_OK);
    EXPECT_GT(length, 10000U);
    yesan_finding_table findings{};
    findings.struct_size = sizeof findings;
    EXPECT_EQ(yesan_report_findings(report, &findings, nullptr), YESAN_OK);
    yesan_coverage_table coverage{};
    coverage.struct_size = sizeof coverage;
    EXPECT_EQ(yesan_report_coverage(report, &coverage, nullptr), YESAN_OK);
    EXPECT_EQ(yesan_report_rough(report, &coverage, nullptr), YESAN_OK);
    yesan_place_table unread{};
    unread.struct_size = sizeof unread;
    EXPECT_EQ(yesan_report_unread(report, &unread, nullptr), YESAN_OK);
    yesan_proof_table figures{};
    figures.struct_size = sizeof figures;
    EXPECT_EQ(yesan_report_figures(report, &figures, nullptr), YESAN_OK);
    EXPECT_GT(figures.count, 0U);
    std::uint64_t ranked = 0;
    EXPECT_EQ(yesan_report_ranking(report, nullptr, 0, &ranked, nullptr), YESAN_OK);
    EXPECT_EQ(ranked, findings.count);
    std::uint32_t modes = 0;
    yesan_error error = YESAN_ERROR_INIT;
    EXPECT_EQ(yesan_report_roundings(report, 1, &modes, &error), YESAN_E_NOT_FOUND);
    EXPECT_EQ(yesan_report_summary(report, nullptr, &options, nullptr, 0, &length, nullptr),
              YESAN_OK);
  });
  destroyer.join();
  yesan_report_destroy(report);
}

TEST(FiguresConcurrent, FunctionsWithoutAHandleShareNothing) {
  InThreads([] {
    for (int i = 0; i < 200; ++i) {
      yesan_error error = YESAN_ERROR_INIT;
      yesan_amount amount{};
      amount.struct_size = sizeof amount;
      EXPECT_EQ(yesan_amount_parse("4,066,896", 9, 0, YESAN_UNIT_THOUSAND_WON, &amount, &error),
                YESAN_OK);
      EXPECT_EQ(amount.won, 4066896000);
      EXPECT_EQ(yesan_amount_parse("4,066,8x6", 9, 0, YESAN_UNIT_THOUSAND_WON, &amount, &error),
                YESAN_E_SYNTAX);
      yesan_formula formula{};
      formula.struct_size = sizeof formula;
      EXPECT_EQ(yesan_formula_evaluate("1,000 X 3", 9, 0, YESAN_UNIT_WON, &formula, nullptr),
                YESAN_OK);
    }
  });
}

TEST(LedgerConcurrent, ManyThreadsReadOneLedger) {
  using ledger_support::Zeroed;
  yesan_book* book = ledger_support::MakeBook(20);
  ASSERT_NE(book, nullptr);
  ASSERT_EQ(ledger_support::Fund(book, 20, 1000), YESAN_OK);
  const yesan_book* shared = book;
  InThreads([&] {
    for (int i = 0; i < 5; ++i) {
      std::int64_t budget = 0;
      auto sums = Zeroed<yesan_balance_table>();
      sums.capacity = 1;
      sums.current_budget = &budget;
      EXPECT_EQ(yesan_ledger_balances(shared, nullptr, YESAN_BY_NOTHING, &sums, nullptr), YESAN_OK);
      EXPECT_EQ(budget, 20'000);
      EXPECT_EQ(yesan_ledger_balances_on(shared, ledger_support::kLastDay, 0, nullptr,
                                         YESAN_BY_NOTHING, &sums, nullptr),
                YESAN_OK);
      EXPECT_EQ(budget, 20'000);
      ledger_support::Rows rows;
      rows.Add(1, ledger_support::kMarch, YESAN_ENTRY_COMMIT, 1001, 0, 1);
      const yesan_entry_columns columns = rows.columns();
      std::int32_t status = 0;
      EXPECT_EQ(yesan_ledger_post_check(shared, 1, &columns, &status, nullptr), YESAN_OK);
      EXPECT_EQ(status, YESAN_E_ABOVE_AVAILABLE);
      auto settled = Zeroed<yesan_settled_table>();
      EXPECT_EQ(yesan_ledger_settle(shared, 2021, nullptr, YESAN_BY_ITEM, &settled, nullptr),
                YESAN_OK);
      EXPECT_EQ(settled.count, 20U);
      auto entries = Zeroed<yesan_entry_table>();
      EXPECT_EQ(yesan_ledger_entries(shared, 1, 0, &entries, nullptr), YESAN_OK);
      EXPECT_EQ(entries.count, 40U);
      auto findings = Zeroed<yesan_finding_table>();
      EXPECT_EQ(yesan_ledger_verify(shared, &findings, nullptr), YESAN_OK);
      EXPECT_EQ(findings.count, 0U);
    }
  });
  yesan_book_destroy(book);
}

}  // namespace
