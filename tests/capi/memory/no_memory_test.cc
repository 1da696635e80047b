// Memory runs out at every allocation in turn, once and from there on: each call answers YESAN_E_NO_MEMORY, changes
// nothing and loses nothing, until there is enough. The allocations are those of operator new; what
// libxml2 does without memory is its own affair.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/capi/memory/failing_memory.h"
#include "yesan/capi.h"

namespace {

using failing_memory::countdown;
using failing_memory::failed;
using failing_memory::from_then_on;
using failing_memory::live;

// Small, for each call is made once an allocation, and with every kind of table, left-over tags, faults and misprints.
constexpr char kSheet[] =
    "마을 지원 운영\n\n1 기본 현황\n\n사업개요\n\n회 계\t일반회계\n"
    "사업비 (당해년도)\t1,000천원\t(시비)900천원 (사비)100천원\n\n"
    "2 예산 설명\n\n예산 총괄\n\n(단위 : 천원, %)\n\n"
    "구 분\t2020예산액 (A)\t2021예산액 (B)\t증감 (B-A)\t(B-A)*100/A\n"
    "계\t(x-) 900\t(x-) 1,000\t(x-) 101\t11\n민간위탁금\t(x-) 900\t(x-) 1,0,00\t(x-) 100\t11\n\n"
    "산출근거\n\n과목구분\t2021년 예산내역\n"
    "민간위탁금\t○ 인건비 10,000원 X 5명 X 12월\t600,000원\t= 600천원\n\t○ 사업비 400,000 = "
    "401천원\n\n"
    "3 사업설명\n\n□ 추진경위\n\n2019.03 : 협약 체결(18.08.23~21.08.22)\n\n□ 2021년도 "
    "추진일정\n\n(단위 : 천원)\n\n"
    "사업추진절차\t추진기간\t예산집행금액\t추진세부내용\n계\t\t1,000\t\n"
    "운영\t2020.01~2021.12\t1,000\t<ul><li>교육 &amp; 홍보<li>정산</ul>\n\n"
    "□ 3년 추진실적\n\n연도\t추진실적\n2019년\t뉴스레터(온라인 14회, 오프라인4회) 18회\n\n"
    "5 최근 3년 결산 현황\n\n(단위 : 천원)\n\n"
    "연도\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t차년이월\t집행잔액\n2019\t500\t0\t0\t500"
    "\t400\t0\t101\n";

// Makes the call with memory running out at its 1st, 2nd, … allocation, or at every `step`th. `call(error)` answers the
// status, `unchanged()` whether its outputs are as they were before it, `done()` takes back what a success made.
template <class Call, class Unchanged, class Done>
void RunOutAtEach(const char* what, Call call, Unchanged unchanged, Done done,
                  std::int64_t step = 1) {
  // What is made once and kept is made now.
  yesan_error warm = YESAN_ERROR_INIT;
  ASSERT_EQ(call(&warm), YESAN_OK) << what << ": " << warm.message;
  done();
  for (const bool forever : {false, true}) {
    std::int64_t n = 1;
    for (;; n += step) {
      yesan_error error = YESAN_ERROR_INIT;
      const std::int64_t before = live;
      failed = false;
      from_then_on = forever;
      countdown = n;
      const yesan_status status = call(&error);
      countdown = 0;
      if (status == YESAN_OK) {
        // A buffer that only saves time may be missed: std::stable_sort does without.
        done();
        ASSERT_EQ(live, before) << what << " " << n;
        if (!failed) break;
        continue;
      }
      ASSERT_TRUE(failed) << what << " " << n << ": " << error.message;
      ASSERT_EQ(status, YESAN_E_NO_MEMORY) << what << " " << n << ": " << error.message;
      ASSERT_EQ(error.code, YESAN_E_NO_MEMORY) << what << " " << n;
      ASSERT_NE(error.message[0], '\0') << what << " " << n;
      ASSERT_TRUE(unchanged()) << what << " " << n;
      ASSERT_EQ(live, before) << what << " " << n;
    }
    ::testing::Test::RecordProperty(std::string(what) + (forever ? "_forever" : "_once"),
                                    std::to_string(n - 1));
    EXPECT_GT(n, 1) << what << " allocates nothing, or the test does not see it";
  }
}

class NoMemory : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(yesan_sheet_read(kSheet, sizeof kSheet - 1, nullptr, &sheet_, nullptr), YESAN_OK);
    const yesan_sheet* const sheets[] = {sheet_, sheet_};
    ASSERT_EQ(yesan_report_create(2, sheets, &report_, nullptr), YESAN_OK);
    // The codes' own sentences are made at the first refusal that has no other, and kept.
    yesan_error refusal = YESAN_ERROR_INIT;
    std::uint32_t modes = 0;
    ASSERT_EQ(yesan_report_roundings(report_, 99, &modes, &refusal), YESAN_E_NOT_FOUND);
  }
  void TearDown() override {
    yesan_report_destroy(report_);
    yesan_sheet_destroy(sheet_);
  }

  // A text that a call writes into a buffer of its size.
  template <class Call>
  void RunOutWriting(const char* what, Call call) {
    std::uint64_t needed = 0;
    ASSERT_EQ(call(nullptr, 0, &needed, nullptr), YESAN_OK);
    ASSERT_GT(needed, 0U);
    const std::string blank(needed, '#');
    std::string text = blank;
    std::uint64_t length = 99;
    RunOutAtEach(
        what, [&](yesan_error* error) { return call(text.data(), text.size(), &length, error); },
        [&] { return text == blank && length == 99; },
        [&] {
          EXPECT_NE(text, blank);
          text.assign(blank);
          length = 99;
        });
  }

  yesan_sheet* sheet_ = nullptr;
  yesan_report* report_ = nullptr;
};

TEST_F(NoMemory, ReadingASheetRefusesAndLosesNothing) {
  yesan_sheet* const none = nullptr;
  yesan_sheet* out = none;
  RunOutAtEach(
      "read",
      [&](yesan_error* error) {
        return yesan_sheet_read(kSheet, sizeof kSheet - 1, nullptr, &out, error);
      },
      [&] { return out == none; },
      [&] {
        yesan_sheet_destroy(out);
        out = nullptr;
      });
}

// Many sheets in many layouts, at every 29th allocation: the first of them differs from sheet to sheet.
TEST_F(NoMemory, ReadingAndCheckingWholeSheetsRefusesAndLosesNothing) {
  std::vector<std::string> names = {YESAN_SOURCE_DIR
                                    "/examples/data/seoul-2021-village-community-center.txt"};
  for (const auto& entry :
       std::filesystem::directory_iterator(YESAN_SOURCE_DIR "/tests/sheet/data")) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".tsv" && entry.path().stem() != "README") {
      names.push_back(entry.path().string());
    }
  }
  std::sort(names.begin(), names.end());
  ASSERT_GT(names.size(), 10U);
  for (const std::string& name : names) {
    SCOPED_TRACE(name);
    std::ifstream file(name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    yesan_sheet* sheet = nullptr;
    yesan_report* report = nullptr;
    const auto call = [&](yesan_error* error) {
      const yesan_status read =
          yesan_sheet_read(bytes.data(), bytes.size(), nullptr, &sheet, error);
      if (read != YESAN_OK) return read;
      const yesan_sheet* const sheets[] = {sheet};
      const yesan_status checked = yesan_report_create(1, sheets, &report, error);
      if (checked != YESAN_OK) {
        yesan_sheet_destroy(sheet);
        sheet = nullptr;
      }
      return checked;
    };
    const auto done = [&] {
      yesan_report_destroy(report);
      yesan_sheet_destroy(sheet);
      report = nullptr;
      sheet = nullptr;
    };
    RunOutAtEach(
        "whole", call, [&] { return sheet == nullptr && report == nullptr; }, done, 29);
  }
}

TEST_F(NoMemory, ReadingHtmlRefusesAndLosesNothing) {
  constexpr char kHtml[] =
      "<html><body><h1>마을 지원</h1><p>예산 총괄</p><p>(단위 : 천원)</p><table><tr><th "
      "rowspan=\"2\">구 분</th>"
      "<th>2020예산액 (A)</th><th>2021예산액 "
      "(B)</th></tr><tr><td>900</td><td>1,000</td></tr></table></body></html>";
  yesan_sheet* out = nullptr;
  RunOutAtEach(
      "read_html",
      [&](yesan_error* error) {
        return yesan_sheet_read(kHtml, sizeof kHtml - 1, nullptr, &out, error);
      },
      [&] { return out == nullptr; },
      [&] {
        yesan_sheet_destroy(out);
        out = nullptr;
      });
}

TEST_F(NoMemory, CheckingRefusesAndLosesNothing) {
  const yesan_sheet* const sheets[] = {sheet_, sheet_};
  yesan_report* out = nullptr;
  RunOutAtEach(
      "check", [&](yesan_error* error) { return yesan_report_create(2, sheets, &out, error); },
      [&] { return out == nullptr; },
      [&] {
        yesan_report_destroy(out);
        out = nullptr;
      });
}

TEST_F(NoMemory, WritingAReportRefusesAndWritesNothing) {
  for (const std::int32_t format : {YESAN_REPORT_TEXT, YESAN_REPORT_MARKDOWN, YESAN_REPORT_HTML}) {
    const yesan_report_options options{sizeof options, format, YESAN_LANGUAGE_KOREAN, 100, 0};
    RunOutWriting("report", [&](char* text, std::uint64_t capacity, std::uint64_t* length,
                                yesan_error* error) {
      return yesan_report_write(report_, 1, "sheet.txt", 9, &options, text, capacity, length,
                                error);
    });
  }
}

TEST_F(NoMemory, WritingASummaryRefusesAndWritesNothing) {
  for (const std::int32_t format : {YESAN_REPORT_TEXT, YESAN_REPORT_HTML}) {
    const yesan_report_options options{sizeof options, format, YESAN_LANGUAGE_ENGLISH, 80, 0};
    RunOutWriting("summary", [&](char* text, std::uint64_t capacity, std::uint64_t* length,
                                 yesan_error* error) {
      return yesan_report_summary(report_, nullptr, &options, text, capacity, length, error);
    });
  }
}

TEST_F(NoMemory, WritingASheetRefusesAndWritesNothing) {
  for (const std::int32_t format : {YESAN_SHEET_TABS, YESAN_SHEET_MARKDOWN, YESAN_SHEET_HTML}) {
    RunOutWriting("sheet", [&](char* text, std::uint64_t capacity, std::uint64_t* length,
                               yesan_error* error) {
      return yesan_sheet_write(sheet_, format, text, capacity, length, error);
    });
  }
}

TEST_F(NoMemory, FindingsGoOutWholeOrNotAtAll) {
  std::vector<std::int32_t> severities(256, -7);
  const std::vector<std::int32_t> blank = severities;
  yesan_finding_table table{};
  table.struct_size = sizeof table;
  table.capacity = severities.size();
  table.severity = severities.data();
  const yesan_finding_table before = table;
  RunOutAtEach(
      "findings", [&](yesan_error* error) { return yesan_report_findings(report_, &table, error); },
      [&] { return severities == blank && std::memcmp(&table, &before, sizeof table) == 0; },
      [&] {
        EXPECT_NE(severities, blank);
        std::memcpy(&table, &before, sizeof table);
        severities.assign(blank.begin(), blank.end());
      });
}

TEST_F(NoMemory, TheProofOfTheFiguresGoesOutWholeOrNotAtAll) {
  std::vector<std::int32_t> proofs(512, -7);
  const std::vector<std::int32_t> blank = proofs;
  yesan_proof_table table{};
  table.struct_size = sizeof table;
  table.capacity = proofs.size();
  table.proof = proofs.data();
  const yesan_proof_table before = table;
  RunOutAtEach(
      "figures", [&](yesan_error* error) { return yesan_report_figures(report_, &table, error); },
      [&] { return proofs == blank && std::memcmp(&table, &before, sizeof table) == 0; },
      [&] {
        EXPECT_NE(proofs, blank);
        std::memcpy(&table, &before, sizeof table);
        proofs.assign(blank.begin(), blank.end());
      });
}

TEST_F(NoMemory, ATableOfTheSheetGoesOutWholeOrNotAtAll) {
  std::vector<std::int64_t> won(64, -7);
  const std::vector<std::int64_t> blank = won;
  yesan_overview_table table{};
  table.struct_size = sizeof table;
  table.capacity = won.size();
  table.current.won = won.data();
  const yesan_overview_table before = table;
  RunOutAtEach(
      "overview", [&](yesan_error* error) { return yesan_sheet_overview(sheet_, &table, error); },
      [&] { return won == blank && std::memcmp(&table, &before, sizeof table) == 0; },
      [&] {
        EXPECT_NE(won, blank);
        std::memcpy(&table, &before, sizeof table);
        won.assign(blank.begin(), blank.end());
      });
}

TEST_F(NoMemory, EvaluatingAFormulaRefusesAndChangesNothing) {
  constexpr char kFormula[] =
      "(원장500,000원+부원장200,000원+교사50,000원)*12월 X [3 + (4/12 X 50%)] = 9,000,000";
  yesan_formula out{};
  out.struct_size = sizeof out;
  out.side_count = 77;
  const yesan_formula before = out;
  RunOutAtEach(
      "formula",
      [&](yesan_error* error) {
        return yesan_formula_evaluate(kFormula, sizeof kFormula - 1, 0, YESAN_UNIT_WON, &out,
                                      error);
      },
      [&] { return std::memcmp(&out, &before, sizeof out) == 0; },
      [&] { std::memcpy(&out, &before, sizeof out); });
}

TEST_F(NoMemory, ARefusalThatHasNoMemoryForItsWordsStillHasItsCode) {
  yesan_error error = YESAN_ERROR_INIT;
  yesan_amount amount{};
  amount.struct_size = sizeof amount;
  for (std::int64_t n = 1; n < 64; ++n) {
    failed = false;
    from_then_on = true;
    countdown = n;
    const yesan_status status =
        yesan_amount_parse("12,34,5", 7, YESAN_READ_REFUSE_FAULTS, YESAN_UNIT_WON, &amount, &error);
    countdown = 0;
    ASSERT_TRUE(status == YESAN_E_NO_MEMORY || status == YESAN_E_WRONG_GROUPING)
        << n << ' ' << status;
    ASSERT_NE(error.message[0], '\0') << n;
    if (!failed) break;
  }
}

}  // namespace
