#include "yesan/budget/schedule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace yesan {
namespace {

using Indices = std::vector<std::uint32_t>;

PlannedStep Step(std::string name, std::optional<std::int64_t> thousand) {
  PlannedStep step;
  step.name = std::move(name);
  if (thousand) step.amount = Money(*thousand * 1000);
  return step;
}

CostLine Line(std::string name, std::optional<std::int64_t> thousand, std::int32_t parent = -1) {
  CostLine line{std::move(name), std::nullopt, parent};
  if (thousand) line.amount = Money(*thousand * 1000);
  return line;
}

// The schedule and the cost basis of a Seoul program sheet of 2021, in 천원.
std::vector<PlannedStep> RealSteps() {
  return {Step("마을공동체종합지원센터 운영", 2'035'976),
          Step("마을자치 정책연구 및 홍보", 301'400),
          Step("마을공동체 활동가 교육 및 지원체계 구축", 151'000),
          Step("자치구 마을자치 생태계조성지원", 860'800),
          Step("서울형 커뮤니티활성화", 703'400),
          Step("일반관리 등", 14'320)};
}

std::vector<CostLine> RealLines() {
  return {Line("○ 인건비", 1'667'294),
          Line("○ 운영비", 368'682),
          Line("○ 사업비", 2'016'600),
          Line("- 마을자치정책연구 및 홍보전파", 301'400, 2),
          Line("- 마을활동가 교육 및 지원체계 구축", 151'000, 2),
          Line("- 자치구 마을자치생태계 조성지원", 860'800, 2),
          Line("- 서울형커뮤니티 활성화", 703'400, 2),
          Line("○ 일반관리비", 14'320)};
}

TEST(Schedule, TheRealStepsSpendTheRealLines) {
  const ScheduleMatching matching = MatchSteps(RealSteps(), RealLines());
  EXPECT_TRUE(matching.complete);
  EXPECT_TRUE(matching.lines_left.empty());
  const std::vector<Indices> expected = {{0, 1}, {3}, {4}, {5}, {6}, {7}};
  ASSERT_EQ(matching.steps.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(matching.steps[i].basis, MatchBasis::kAmount) << i;
    EXPECT_EQ(matching.steps[i].lines, expected[i]) << i;
    EXPECT_EQ(matching.steps[i].difference, Money(0)) << i;
  }
  EXPECT_EQ(matching.steps[3].similarity, 1000);
}

TEST(Schedule, AMisprintedStepIsStillPutBesideItsLine) {
  for (std::size_t i = 0; i < RealSteps().size(); ++i) {
    auto steps = RealSteps();
    steps[i].amount = Money(steps[i].amount->minor() + 1000);
    const ScheduleMatching matching = MatchSteps(steps, RealLines());
    EXPECT_EQ(matching.steps[i].basis, i == 0 ? MatchBasis::kRest : MatchBasis::kName) << i;
    EXPECT_EQ(matching.steps[i].difference, Money(1000)) << i;
    EXPECT_TRUE(matching.lines_left.empty()) << i;
  }
}

TEST(Schedule, AMisprintedLineIsStillPutBesideItsStep) {
  for (std::size_t i = 0; i < RealLines().size(); ++i) {
    auto lines = RealLines();
    lines[i].amount = Money(lines[i].amount->minor() + 1000);
    const ScheduleMatching matching = MatchSteps(RealSteps(), lines);
    EXPECT_TRUE(matching.lines_left.empty()) << i;
    std::size_t differing = 0;
    for (const StepMatch& match : matching.steps) {
      ASSERT_TRUE(match.difference) << i;
      if (!match.difference->is_zero()) ++differing;
    }
    EXPECT_EQ(differing, i == 2 ? 0u : 1u) << i;  // no step spends 사업비 as a whole
  }
}

TEST(Schedule, ADroppedStepLeavesItsLines) {
  auto steps = RealSteps();
  steps.erase(steps.begin() + 3);
  const ScheduleMatching matching = MatchSteps(steps, RealLines());
  EXPECT_EQ(matching.lines_left, (Indices{5}));
  steps.erase(steps.begin());
  EXPECT_EQ(MatchSteps(steps, RealLines()).lines_left, (Indices{0, 1, 5}));
}

TEST(Schedule, AStepMaySpendALineWithPartsAsAWhole) {
  const ScheduleMatching matching =
      MatchSteps({Step("사업 추진", 2'016'600), Step("인건비 지급", 1'667'294),
                  Step("운영비 집행", 368'682), Step("일반관리", 14'320)},
                 RealLines());
  EXPECT_EQ(matching.steps[0].lines, (Indices{2})) << "one line rather than its four parts";
  EXPECT_TRUE(matching.lines_left.empty());
}

TEST(Schedule, AStepWithoutAmountIsMatchedByNameAlone) {
  const ScheduleMatching matching =
      MatchSteps({Step("홍보물 제작", std::nullopt), Step("교육", 500)},
                 {Line("교육", 500), Line("홍보물 제작비", 300)});
  EXPECT_EQ(matching.steps[0].basis, MatchBasis::kName);
  EXPECT_EQ(matching.steps[0].lines, (Indices{1}));
  EXPECT_FALSE(matching.steps[0].difference);
}

TEST(Schedule, NamesDecideBetweenEqualAmounts) {
  const ScheduleMatching matching =
      MatchSteps({Step("교육 운영", 100), Step("홍보", 100), Step("연구", 100)},
                 {Line("연구 용역", 100), Line("홍보비", 100), Line("교육 운영비", 100)});
  EXPECT_EQ(matching.steps[0].lines, (Indices{2}));
  EXPECT_EQ(matching.steps[1].lines, (Indices{1}));
  EXPECT_EQ(matching.steps[2].lines, (Indices{0}));
}

TEST(Schedule, UnlikeNamesAndAmountsStayUnmatched) {
  const ScheduleMatching matching =
      MatchSteps({Step("교육", 100), Step("홍보", 200)}, {Line("차량 구입", 70), Line("여비", 90)});
  EXPECT_EQ(matching.steps[0].basis, MatchBasis::kNone);
  EXPECT_EQ(matching.steps[1].basis, MatchBasis::kNone);
  EXPECT_EQ(matching.lines_left, (Indices{0, 1}));
  EXPECT_TRUE(matching.complete);
}

TEST(Schedule, TheLastStepTakesTheRestEvenWhenItIsManyLines) {
  std::vector<CostLine> lines;
  for (int i = 0; i < 12; ++i) lines.push_back(Line("항목" + std::to_string(i), 1 << i));
  const ScheduleMatching matching = MatchSteps({Step("전체", 4095)}, lines);
  EXPECT_EQ(matching.steps[0].basis, MatchBasis::kAmount);
  EXPECT_EQ(matching.steps[0].lines.size(), 12u);
}

TEST(Schedule, NegativeLinesAreAddedToo) {
  const ScheduleMatching matching =
      MatchSteps({Step("감액 반영", 70), Step("다른 것", -5)},
                 {Line("당초", 100), Line("절감액", -30), Line("다른 절감", -5)});
  EXPECT_EQ(matching.steps[0].lines, (Indices{0, 1}));
  EXPECT_EQ(matching.steps[1].lines, (Indices{2}));
}

TEST(Schedule, EmptyInputGivesAnEmptyMatching) {
  EXPECT_TRUE(MatchSteps({}, {}).steps.empty());
  EXPECT_EQ(MatchSteps({}, RealLines()).lines_left.size(), 7u);
  const ScheduleMatching no_lines = MatchSteps(RealSteps(), {});
  EXPECT_EQ(no_lines.steps[0].basis, MatchBasis::kNone);
}

TEST(Schedule, ExtremeAmountsDoNotOverflow) {
  constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
  PlannedStep high = Step("가", 1);
  high.amount = Money(kMax);
  PlannedStep low = Step("나", 1);
  low.amount = Money(kMin);
  CostLine a = Line("다", 1);
  a.amount = Money(kMax);
  CostLine b = Line("라", 1);
  b.amount = Money(kMin);
  const ScheduleMatching matching = MatchSteps({low, high}, {a, b, a, b});
  EXPECT_EQ(matching.steps[0].lines, (Indices{1}));
  EXPECT_EQ(matching.steps[1].lines, (Indices{0}));
}

TEST(Schedule, SaysThatItGaveUpAndStillGivesTheBestFound) {
  std::vector<PlannedStep> steps;
  std::vector<CostLine> lines;
  for (int i = 0; i < 40; ++i) {
    steps.push_back(Step("단계" + std::to_string(i), 1'000'003 + 7 * i));
    lines.push_back(Line("항목" + std::to_string(i), 166'500 + 13 * i));
  }
  steps.push_back(Step("항목3", 166'539));
  MatchLimits limits;
  limits.effort = 20'000;
  const ScheduleMatching matching = MatchSteps(steps, lines, limits);
  EXPECT_FALSE(matching.complete);
  EXPECT_EQ(matching.steps.back().lines, (Indices{3}));
  const ScheduleMatching again = MatchSteps(steps, lines, limits);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    EXPECT_EQ(matching.steps[i].lines, again.steps[i].lines);
  }
}

TEST(Schedule, TooManyLinesAreMatchedByAmountAndNameOnly) {
  std::vector<PlannedStep> steps;
  std::vector<CostLine> lines;
  for (int i = 0; i < 3000; ++i) {
    steps.push_back(Step("단계 " + std::to_string(i), i));
    lines.push_back(Line("단계" + std::to_string(i), i));
  }
  steps[7].amount = Money(1);
  const ScheduleMatching matching = MatchSteps(steps, lines);
  EXPECT_FALSE(matching.complete);
  EXPECT_EQ(matching.steps[2999].lines, (Indices{2999}));
  EXPECT_EQ(matching.steps[7].basis, MatchBasis::kNone);
  EXPECT_EQ(matching.lines_left, (Indices{7}));
}

TEST(Schedule, ALineThatNamesALaterParentHasNone) {
  const ScheduleMatching matching =
      MatchSteps({Step("가", 1)}, {Line("나", 1, 1), Line("다", 2, 1), Line("라", 3, 9)});
  EXPECT_EQ(matching.steps[0].lines, (Indices{0}));
  EXPECT_EQ(matching.lines_left, (Indices{1, 2}));
}

TEST(Schedule, NamesAreLikeWithoutSpacesAndPunctuation) {
  EXPECT_EQ(NameSimilarity("마을·자치 (정책)", "- 마을자치정책"), 1000);
  EXPECT_EQ(NameSimilarity("일반관리 등", "○ 일반관리비"), 800);
  EXPECT_EQ(NameSimilarity("마을자치 정책연구 및 홍보", "마을자치정책연구 및 홍보전파"), 916);
  EXPECT_EQ(NameSimilarity("", ""), 0);
  EXPECT_EQ(NameSimilarity("가", "나"), 0);
  EXPECT_EQ(NameSimilarity("\xff", "\xff"), 0);
}

TEST(Schedule, TheTotalIsTheSumOfTheSteps) {
  Schedule schedule;
  schedule.steps = RealSteps();
  EXPECT_FALSE(*CheckScheduleTotal(schedule));
  schedule.total = Money(4'066'896'000);
  EXPECT_TRUE((*CheckScheduleTotal(schedule))->holds());
  schedule.steps[5].amount.reset();
  EXPECT_EQ((*CheckScheduleTotal(schedule))->difference, Money(14'320'000));
  schedule.steps[0].amount = Money(std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(CheckScheduleTotal(schedule).code(), Code::kOverflow);
}

// ---- every small schedule against a model that tries everything ----

class Model {
 public:
  Model(const std::vector<PlannedStep>& steps, const std::vector<CostLine>& lines)
      : steps_(steps), lines_(lines), chosen_(steps.size()) {
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
      leaves_.push_back(0);
      bool has_parts = false;
      for (const CostLine& other : lines) has_parts |= other.parent == static_cast<int>(i);
      if (!has_parts) {
        for (auto line = static_cast<std::int32_t>(i); line >= 0;) {
          leaves_[static_cast<std::size_t>(line)] |= 1u << i;
          line = lines[static_cast<std::size_t>(line)].parent;
        }
      }
    }
  }

  std::vector<Indices> Solve() {
    ByAmount(true);
    const std::vector<Indices> first = best_;
    taken_ = 0;
    fixed_ = first;
    for (const Indices& set : first) taken_ |= LeavesOf(set);
    ByAmount(false);
    for (std::size_t i = 0; i < first.size(); ++i) {
      if (best_[i].empty()) best_[i] = first[i];
    }
    return best_;
  }

 private:
  std::uint32_t LeavesOf(const Indices& set) const {
    std::uint32_t leaves = 0;
    for (const std::uint32_t line : set) leaves |= leaves_[line];
    return leaves;
  }

  std::int64_t SimilarityOf(std::size_t step, const Indices& set) const {
    std::int64_t sum = 0;
    for (const std::uint32_t line : set)
      sum += NameSimilarity(steps_[step].name, lines_[line].name);
    return sum / static_cast<std::int64_t>(set.size());
  }

  // Greater is better; the order in which sets are tried breaks ties.
  using Score = std::tuple<int, std::int64_t, int>;

  void ByAmount(bool by_amount) {
    sets_.assign(steps_.size(), {});
    for (std::size_t s = 0; s < steps_.size(); ++s) {
      for (std::uint32_t mask = 1; mask < 1u << lines_.size(); ++mask) {
        Indices set;
        std::int64_t sum = 0;
        std::uint32_t leaves = 0;
        bool apart = true;
        for (std::uint32_t i = 0; i < lines_.size(); ++i) {
          if ((mask >> i & 1) == 0) continue;
          apart = apart && (leaves & leaves_[i]) == 0;
          leaves |= leaves_[i];
          set.push_back(i);
          sum += lines_[i].amount->minor();
        }
        if (!apart || (leaves & taken_) != 0) continue;
        if (by_amount
                ? sum == steps_[s].amount->minor()
                : fixed_[s].empty() && set.size() == 1 && SimilarityOf(s, set) >= kAlikeNames) {
          sets_[s].push_back(set);
        }
      }
      std::sort(sets_[s].begin(), sets_[s].end(), [&](const Indices& a, const Indices& b) {
        return std::make_tuple(-SimilarityOf(s, a), a.size(), a) <
               std::make_tuple(-SimilarityOf(s, b), b.size(), b);
      });
    }
    best_score_ = {-1, 0, 0};
    Try(0, {0, 0, 0}, taken_);
  }

  void Try(std::size_t step, Score score, std::uint32_t used) {
    if (step == steps_.size()) {
      if (score > best_score_) {
        best_score_ = score;
        best_ = chosen_;
      }
      return;
    }
    for (const Indices& set : sets_[step]) {
      if ((LeavesOf(set) & used) != 0) continue;
      chosen_[step] = set;
      Try(step + 1,
          {std::get<0>(score) + 1, std::get<1>(score) + SimilarityOf(step, set),
           std::get<2>(score) - static_cast<int>(set.size())},
          used | LeavesOf(set));
    }
    chosen_[step].clear();
    Try(step + 1, score, used);
  }

  const std::vector<PlannedStep>& steps_;
  const std::vector<CostLine>& lines_;
  std::vector<std::uint32_t> leaves_;
  std::vector<std::vector<Indices>> sets_;
  std::vector<Indices> chosen_, best_, fixed_;
  std::uint32_t taken_ = 0;
  Score best_score_;
};

TEST(Schedule, AgreesWithAModelThatTriesEverything) {
  std::mt19937 random(20210101);
  const auto pick = [&random](int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
  };
  const std::array<const char*, 6> names = {"교육 운영", "교육 운영비", "홍보",
                                            "홍보물",    "연구",        "연구 용역비"};
  std::size_t matched = 0;
  for (int round = 0; round < 4000; ++round) {
    std::vector<PlannedStep> steps;
    std::vector<CostLine> lines;
    const int low = round % 3 == 0 ? -3 : 1;
    const auto amount = [&](int high) {
      int value = 0;
      while (value == 0) value = pick(low, high);
      return value;
    };
    for (int i = pick(0, 4); i-- > 0;) {
      steps.push_back(Step(names[static_cast<std::size_t>(pick(0, 5))], amount(9)));
    }
    const int count = pick(0, 6);
    for (int i = 0; i < count; ++i) {
      const int parent = round % 2 == 0 || i == 0 ? -1 : pick(-1, i - 1);
      lines.push_back(Line(names[static_cast<std::size_t>(pick(0, 5))], amount(5), parent));
    }
    const ScheduleMatching matching = MatchSteps(steps, lines);
    const std::vector<Indices> expected = Model(steps, lines).Solve();
    ASSERT_TRUE(matching.complete);
    std::size_t left = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) left += expected[i].empty() ? 1u : 0u;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (left == 1 && expected[i].empty()) continue;  // takes the rest
      ASSERT_EQ(matching.steps[i].lines, expected[i]) << "round " << round << " step " << i;
      matched += expected[i].empty() ? 0u : 1u;
    }
  }
  EXPECT_GT(matched, 3000u);
}

}  // namespace
}  // namespace yesan
