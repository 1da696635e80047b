// Formulas of real budget books with their printed results: the verdict for each.

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"
#include "yesan/budget/formula.h"
#include "yesan/budget/rounding_inference.h"
#include "yesan/money/amount.h"

namespace yesan {
namespace {

constexpr RoundingSet kAll = RoundingSet::All();
constexpr RoundingSet kUpwards{Rounding::kUp, Rounding::kCeiling};
// Above the half, at the positive side and at the negative one; below it likewise.
constexpr RoundingSet kPositiveAbove{Rounding::kUp, Rounding::kCeiling, Rounding::kHalfUp,
                                     Rounding::kHalfDown, Rounding::kHalfEven};
constexpr RoundingSet kPositiveBelow{Rounding::kDown, Rounding::kFloor, Rounding::kHalfUp,
                                     Rounding::kHalfDown, Rounding::kHalfEven};
constexpr RoundingSet kNegativeBelow{Rounding::kDown, Rounding::kCeiling, Rounding::kHalfUp,
                                     Rounding::kHalfDown, Rounding::kHalfEven};

void Print(std::string_view text, std::string_view printed, const ExactWon* exact,
           const Judgement& judgement) {
  std::printf(
      "%-22s %-12s to %-8lld %s  %.*s -> %.*s\n", std::string(Name(judgement.verdict)).c_str(),
      exact != nullptr ? exact->ToString().c_str() : "-",
      static_cast<long long>(judgement.rounded_to),
      judgement.roundings == kAll ? "{all}" : judgement.roundings.ToString().c_str(),
      static_cast<int>(text.size()), text.data(), static_cast<int>(printed.size()), printed.data());
}

// A line of the field's grammar table, the result of one of its sides, and its verdict.
struct Row {
  int number;
  const char* text;
  std::size_t side;
  Verdict verdict;
  RoundingSet roundings;
};

const Row kRows[] = {
    {1, "2,000,000 X 1식 = 2,000", 0, Verdict::kExact, kAll},
    {2, "3,000 X 10통 X 12회 = 360", 0, Verdict::kExact, kAll},
    {3, "1,000 X 60매 X 12회 = 720", 0, Verdict::kExact, kAll},
    {4, "70,000 X 10종 = 700", 0, Verdict::kExact, kAll},
    {5, "50,000 X 12월 = 600", 0, Verdict::kExact, kAll},
    {6, "120,000 X 2개 X 10회 = 2,400", 0, Verdict::kExact, kAll},
    {7, "○ 부서운영 총액계상 = 2,250", 0, Verdict::kNotArithmetic, {}},
    {8, "5,000 X 300부 = 1,500", 0, Verdict::kExact, kAll},
    {9, "○ 당초예산 절감액 = △1,920", 0, Verdict::kNotArithmetic, {}},
    {10, "30,000 X 1회선 X 12월 = 360", 0, Verdict::kExact, kAll},
    {11,
     "경정 2,863,100 X 31인 X 12월 = 1,065,073,000 / 기정 2,262,300 X 31인 X 12월 = 841,576,000", 0,
     Verdict::kExactAfterRounding, kPositiveBelow},
    {11,
     "경정 2,863,100 X 31인 X 12월 = 1,065,073,000 / 기정 2,262,300 X 31인 X 12월 = 841,576,000", 1,
     Verdict::kExactAfterRounding, kPositiveAbove},
    {12,
     "경정 2,375,388 X 149인 X 12월 = 4,247,194,000 / 기정 1,842,900 X 130인 X 12월 = "
     "2,874,924,000",
     0, Verdict::kExactAfterRounding, kPositiveAbove},
    {12,
     "경정 2,375,388 X 149인 X 12월 = 4,247,194,000 / 기정 1,842,900 X 130인 X 12월 = "
     "2,874,924,000",
     1, Verdict::kExact, kAll},
    {13, "200,000원 x 5개월 = 1,000", 0, Verdict::kExact, kAll},
    {14, "32,000원 * 17일 * 20명 = 10,880", 0, Verdict::kExact, kAll},
    {15, "3,000원 * 2,500포대 = 7,500", 0, Verdict::kExact, kAll},
    {16, "70,000원 * 60명 = 4,200", 0, Verdict::kExact, kAll},
    {17, "○ 총액 = 4,000", 0, Verdict::kNotArithmetic, {}},
    {18, "○제5회 전국동시지방선거 인건비 4,054 4,054,000원", 0, Verdict::kExact, kAll},
    {19, "(86,666원×8명×12월)- 8,680,000원= -360,000", 0, Verdict::kExactAfterRounding,
     kNegativeBelow},
    {20, "(3,064,627원×12명×1월)- 41,460,000원= -4,684,000", 0, Verdict::kExactAfterRounding,
     kNegativeBelow},
    {21, "(5,696원×11명×12월) - 760,000원= -8,000", 0, Verdict::kExactAfterRounding,
     kNegativeBelow},
    {22, "300,000원 × 12월 = 3,600,000원", 0, Verdict::kExact, kAll},
    {23, "[400,000원 + (5명 × 5,000원)] × 12월 = 5,100,000원", 0, Verdict::kExact, kAll},
    {24, "(100명 × 80,000원) + (20명 × 60,000원) = 9,200,000원", 0, Verdict::kExact, kAll},
    {25, "102,000원 × 1명 × 162일 = 16,524,000원", 0, Verdict::kExact, kAll},
    {26, "50천원×5종×2회 = 500천원", 0, Verdict::kExact, kAll},
    {26, "160,000원×2명×2시간×2회 = 1,280", 0, Verdict::kExact, kAll},
    {27, "1,470,000천원×3% = 44,100", 0, Verdict::kExact, kAll},
    {28, "20,000,000원×52개학급 = 1,040,000", 0, Verdict::kExact, kAll},
    {28, "100,000원×1,402명×12월 = 1,682,400", 0, Verdict::kExact, kAll},
    {29, "(원장500,000원+부원장200,000원+교사50,000원)*12월 = 9,000,000", 0, Verdict::kExact, kAll},
    // A real sheet of Seoul, 2021: both units of one amount.
    {30, "○ 인건비 = 1,667,294천원", 0, Verdict::kNotArithmetic, {}},
    {30, "151,000,000 = 151,000천원", 0, Verdict::kExact, kAll},
};

TEST(FormulaTable, JudgesEveryPrintedResultOfTheGrammar) {
  RoundingInference inference;
  int results = 0;
  for (const Row& row : kRows) {
    const auto formula = ParseFormula(row.text);
    ASSERT_TRUE(formula.ok()) << row.number << " " << formula.error().message().en;
    const auto judgement = JudgeSide(*formula, row.text, row.side);
    ASSERT_TRUE(judgement.ok()) << row.number << " " << judgement.error().message().en;
    EXPECT_EQ(judgement->verdict, row.verdict) << row.number << " " << row.text;
    EXPECT_EQ(judgement->roundings, row.roundings) << row.number << " " << row.text;
    const auto exact = Evaluate(*formula, row.text, row.side);
    const FormulaSide& side = formula->side(row.side);
    ASSERT_EQ(side.stated_count, 1U) << row.text;
    Print(row.text, formula->stated(side.first_stated).span.in(row.text), exact ? &*exact : nullptr,
          *judgement);
    if (row.number < 30) ++results;
    inference.Add(*judgement);
  }
  EXPECT_EQ(results, 33);
  EXPECT_EQ(inference.unexplained_count(), 0U);
  // Of the printed results of these books the modes to the nearest fit all, and no other mode does.
  EXPECT_EQ(inference.modes(),
            (RoundingSet{Rounding::kHalfUp, Rounding::kHalfDown, Rounding::kHalfEven}));
}

TEST(FormulaTable, SubtractsThePairsOfABookAfterRounding) {
  const auto amount = [](const Row& row, Rounding rounding) {
    return *RowAmount(*ParseFormula(row.text), row.text, rounding);
  };
  EXPECT_EQ(amount(kRows[10], Rounding::kHalfUp), Money(223'497'000));
  EXPECT_EQ(amount(kRows[12], Rounding::kHalfUp), Money(1'372'270'000));
}

// A line of cost_basis_formulas.tsv.
struct BookRow {
  std::string source;
  std::string formula;
  std::string printed;
  std::string unit;
};

std::vector<BookRow> ReadBook(const std::string& path) {
  std::vector<BookRow> rows;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);  // the heading
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    BookRow row;
    std::getline(cells, row.source, '\t');
    std::getline(cells, row.formula, '\t');
    std::getline(cells, row.printed, '\t');
    std::getline(cells, row.unit, '\t');
    if (!row.formula.empty()) rows.push_back(row);
  }
  return rows;
}

TEST(FormulaTable, JudgesEveryFormulaOfTheRealBooks) {
  const std::string path = std::string(YESAN_TEST_DATA) + "/korea/cost_basis_formulas.tsv";
  const std::vector<BookRow> rows = ReadBook(path);
  if (rows.empty()) GTEST_SKIP() << "no real data at " << path;
  // The verdict for each, in the order of the file: . exact, and the roundings that explain the others.
  const RoundingSet half_up_tie{Rounding::kUp, Rounding::kCeiling, Rounding::kHalfUp};
  const RoundingSet half_even_tie{Rounding::kUp, Rounding::kCeiling, Rounding::kHalfUp,
                                  Rounding::kHalfEven};
  const RoundingSet negative_tie{Rounding::kDown, Rounding::kCeiling, Rounding::kHalfDown};
  const RoundingSet expected[55] = {
      kUpwards,       kPositiveBelow, half_up_tie,    half_even_tie,  half_up_tie,
      half_even_tie,  kUpwards,       kPositiveAbove, kAll,           kAll,
      kPositiveAbove, kPositiveAbove, kPositiveBelow, kPositiveAbove, kPositiveAbove,
      kAll,           kAll,           kPositiveAbove, kUpwards,       kAll,
      kPositiveAbove, kAll,           kAll,           kAll,           kAll,
      kAll,           kAll,           kAll,           kAll,           kAll,
      kAll,           kAll,           kAll,           kAll,           kAll,
      kAll,           kAll,           kAll,           kAll,           kNegativeBelow,
      kNegativeBelow, kNegativeBelow, kNegativeBelow, kNegativeBelow, kNegativeBelow,
      kNegativeBelow, kNegativeBelow, kNegativeBelow, kNegativeBelow, kNegativeBelow,
      kNegativeBelow, kAll,           negative_tie,   kAll,           kAll,
  };
  ASSERT_EQ(rows.size(), 55U);
  RoundingInference inference;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const BookRow& row = rows[i];
    const auto formula = ParseFormula(row.formula);
    ASSERT_TRUE(formula.ok()) << row.formula << " " << formula.error().message().en;
    const auto exact = Evaluate(*formula, row.formula);
    ASSERT_TRUE(exact.ok()) << row.formula << " " << exact.error().message().en;
    const auto printed = ParseAmount(row.printed);
    ASSERT_TRUE(printed.ok()) << row.printed;
    StatedAmount stated;
    stated.figure = printed->value;
    stated.unit = FindUnit(row.unit);
    const Judgement judgement = Judge(*exact, stated);
    Print(row.formula, row.printed + row.unit, &*exact, judgement);
    EXPECT_EQ(judgement.roundings, expected[i]) << row.formula << " -> " << row.printed;
    EXPECT_EQ(judgement.verdict,
              expected[i] == kAll ? Verdict::kExact : Verdict::kExactAfterRounding)
        << row.formula;
    EXPECT_EQ(judgement.rounded_to, 1'000) << row.formula;
    inference.Add(judgement);
  }
  EXPECT_EQ(inference.exact_count(), 26U);
  EXPECT_EQ(inference.inexact_count(), 29U);
  EXPECT_EQ(inference.unexplained_count(), 0U);
  EXPECT_EQ(inference.fits(Rounding::kHalfUp), 25U);
  EXPECT_EQ(inference.fits(Rounding::kCeiling), 27U);
  EXPECT_EQ(inference.fits(Rounding::kFloor), 2U);
  EXPECT_TRUE(inference.modes().empty());
  EXPECT_EQ(inference.emptied_by(), 1U);
  EXPECT_EQ(inference.best(), RoundingSet{Rounding::kCeiling});
  std::printf("exact %zu, inexact %zu:", inference.exact_count(), inference.inexact_count());
  for (Rounding mode : RoundingSet::All()) {
    std::printf(" %s %zu", std::string(Name(mode)).c_str(), inference.fits(mode));
  }
  std::printf("\n");
}

}  // namespace
}  // namespace yesan
