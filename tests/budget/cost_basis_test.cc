#include "yesan/budget/cost_basis.h"

#include <string>
#include <string_view>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

using ::testing::ElementsAre;

// A tree of lines that stand one below the other in a document.
struct Built {
  std::string document;
  CostBasis tree;
  std::vector<BasisNodeId> node_of_line;
};

Built Build(const std::vector<std::string>& lines, Unit unit = Unit::kThousandWon,
            const std::vector<std::int32_t>& levels = {}) {
  Built built;
  std::vector<BasisText> texts;
  std::vector<std::size_t> offsets;
  for (const std::string& line : lines) {
    offsets.push_back(built.document.size());
    built.document += line + "\n";
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    BasisText text;
    text.text = std::string_view(built.document).substr(offsets[i], lines[i].size());
    text.place = {static_cast<std::uint32_t>(i + 1), 1, static_cast<std::uint32_t>(offsets[i]),
                  static_cast<std::uint32_t>(lines[i].size())};
    if (i < levels.size()) text.level = levels[i];
    texts.push_back(text);
  }
  built.tree = CostBasis::FromLines(texts, unit, &built.node_of_line);
  return built;
}

// The lines of a real sheet of Seoul, 2021, with the page break between the two amounts of 인건비.
Built SeoulSheet() {
  return Build({"○ 인건비\t=\t1,667,294천원", "", "\t1,667,294,000원\t",
                "○ 운영비\t368,682,000원\t= 368,682천원", "○ 사업비\t\t= 2,016,600천원",
                "- 마을자치정책연구 및 홍보전파\t301,400,000원\t= 301,400천원",
                "- 마을활동가 교육 및 지원체계 구축\t151,000,000\t= 151,000천원",
                "- 자치구 마을자치생태계 조성지원\t860,800,000\t= 860,800천원",
                "- 서울형커뮤니티 활성화\t703,400,000\t= 703,400천원",
                "○ 일반관리비\t14,320,000\t= 14,320천원"});
}

TEST(CostBasis, AddsUpTheRealSheet) {
  const Built built = SeoulSheet();
  const CostBasis& tree = built.tree;
  ASSERT_EQ(tree.size(), 8U);
  EXPECT_THAT(tree.roots(), ElementsAre(0, 1, 2, 7));
  EXPECT_THAT(tree.node(2).children, ElementsAre(3, 4, 5, 6));
  EXPECT_EQ(tree.Total(), Money(4'066'896'000));
  EXPECT_EQ(tree.LeavesTotal(), Money(4'066'896'000));
  EXPECT_THAT(tree.Leaves(), ElementsAre(0, 1, 3, 4, 5, 6, 7));
  const auto difference = tree.DifferenceOf(2);
  ASSERT_TRUE(difference.has_value());
  EXPECT_EQ(difference->printed, Money(2'016'600'000));
  EXPECT_EQ(difference->difference, Money(0));
  EXPECT_FALSE(tree.DifferenceOf(0).has_value());
  EXPECT_THAT(built.node_of_line, ElementsAre(0, kNoBasisNode, 0, 1, 2, 3, 4, 5, 6, 7));
}

TEST(CostBasis, NoticesTheMissingWonOfTheRealSheet) {
  const CostBasis tree = SeoulSheet().tree;
  std::vector<std::uint32_t> lines;
  for (BasisNodeId id = 0; id < static_cast<BasisNodeId>(tree.size()); ++id) {
    if (tree.LacksWon(id)) lines.push_back(tree.node(id).won_amount->place.line);
  }
  EXPECT_THAT(lines, ElementsAre(7U, 8U, 9U, 10U));
}

TEST(CostBasis, PlacesEveryFigureInTheDocument) {
  const Built built = SeoulSheet();
  const auto text_at = [&](const Place& place) {
    return built.document.substr(place.offset, place.length);
  };
  const BasisNode& labour = built.tree.node(0);
  ASSERT_TRUE(labour.won_amount && labour.unit_amount);
  EXPECT_EQ(text_at(labour.won_amount->place), "1,667,294,000원");
  EXPECT_EQ(labour.won_amount->place.line, 3U);
  EXPECT_EQ(labour.won_amount->place.column, 2U);
  EXPECT_EQ(labour.won_amount->line, 2U);
  EXPECT_EQ(text_at(labour.unit_amount->place), "1,667,294천원");
  EXPECT_EQ(labour.unit_amount->place.line, 1U);
  EXPECT_EQ(labour.unit_amount->place.column, 9U);
  const BasisNode& education = built.tree.node(4);
  EXPECT_EQ(text_at(education.won_amount->place), "151,000,000");
  EXPECT_EQ(education.label, "마을활동가 교육 및 지원체계 구축");
}

TEST(CostBasis, GivesThePlaceOfTheLineWhenTheTextDoesNotStandThere) {
  const std::string line = "○ 운영비 368,682,000원 = 368,682천원";
  BasisText text;
  text.text = line;
  text.place = {7, 3, 100, 20};
  const CostBasis tree = CostBasis::FromLines({text});
  EXPECT_EQ(tree.node(0).won_amount->place, text.place);
  EXPECT_EQ(tree.node(0).won_amount->span.in(line), "368,682,000원");
}

TEST(CostBasis, FindsAParentThatItsChildrenDoNotMake) {
  const CostBasis tree =
      Build({"○ 사업비 = 2,016,700천원", "- 연구 = 301,400천원", "- 교육 = 151,000천원",
             "- 조성 = 860,800천원", "- 활성화 = 703,400천원"})
          .tree;
  EXPECT_EQ(tree.DifferenceOf(0)->difference, Money(100'000));
  EXPECT_EQ(tree.Total(), Money(2'016'700'000));
  EXPECT_EQ(tree.LeavesTotal(), Money(2'016'600'000));
}

TEST(CostBasis, ComparesTheTwoUnitsOfANode) {
  const CostBasis tree =
      Build({"○ 가 = 1,667,294천원", "1,667,294,294원", "○ 나 3,000원 = 4천원", "○ 다 = 3천원"})
          .tree;
  EXPECT_EQ(tree.WonMismatch(0), Money(294));
  EXPECT_EQ(tree.WonMismatch(1), Money(-1'000));
  EXPECT_FALSE(tree.WonMismatch(2).has_value());
  EXPECT_EQ(tree.JudgeNode(1).verdict, Verdict::kWrong);
}

TEST(CostBasis, TakesResultsAndExpressionsFromLinesOfTheirOwn) {
  const Built built =
      Build({"○ 통합관제실 구축  630,000", "- 영상분석 장비 210,000,000원×3식", "  = 630,000천원",
             "○ 산불감시원 인부임  1,152,000", "80,000원×120명×120일", "= 1,152,000,000원",
             "○ 박람회 10,500,000원 × 2회", "= 21,000"});
  const CostBasis& tree = built.tree;
  ASSERT_EQ(tree.size(), 4U);
  EXPECT_EQ(tree.JudgeNode(1).verdict, Verdict::kExact);
  EXPECT_EQ(tree.DifferenceOf(0)->difference, Money(0));
  EXPECT_EQ(tree.JudgeNode(2).verdict, Verdict::kExact);
  EXPECT_EQ(tree.WonMismatch(2), Money(0));
  EXPECT_EQ(tree.node(2).label, "산불감시원 인부임");
  EXPECT_EQ(tree.JudgeNode(3).verdict, Verdict::kExact);
  EXPECT_EQ(tree.AmountOf(3), Money(21'000'000));
  EXPECT_THAT(built.node_of_line, ElementsAre(0, 1, 1, 2, 2, 2, 3, 3));
}

TEST(CostBasis, MakesChildrenOfTwoExpressionsUnderOneLabel) {
  const CostBasis tree =
      Build({"○ 강사료 = 3,600천원", "200,000원×3회 = 600천원", "1,000,000원×3회 = 3,000천원"})
          .tree;
  ASSERT_EQ(tree.size(), 3U);
  EXPECT_THAT(tree.node(0).children, ElementsAre(1, 2));
  EXPECT_EQ(tree.DifferenceOf(0)->difference, Money(0));
  EXPECT_EQ(tree.Total(), Money(3'600'000));
}

TEST(CostBasis, TakesThePriorAmountOffARevisedOne) {
  const CostBasis tree =
      Build({"○ 빨래방 운영 인력\t24,000", "  경정 2,400,000원×6명×10월 = 144,000,000",
             "  기정 2,400,000원×5명×10월 = 120,000,000", "○ 요금\t▲2,400",
             "경정 900,000원×12월 = 10,800,000", "기정 1,100,000원×12월 = 13,200,000"})
          .tree;
  EXPECT_EQ(tree.DifferenceOf(0)->difference, Money(0));
  EXPECT_EQ(tree.DifferenceOf(3)->difference, Money(0));
  EXPECT_EQ(tree.Total(), Money(21'600'000));
  EXPECT_EQ(tree.LeavesTotal(), Money(21'600'000));
  EXPECT_EQ(tree.node(2).role, FormulaRole::kPrior);
}

TEST(CostBasis, SubtractsThePrintedSidesOfAPair) {
  const CostBasis tree =
      Build({"○ 보수 경정 2,863,100 X 31인 X 12월 = 1,065,073,000 / 기정 2,262,300 "
             "X 31인 X 12월 = 841,576,000"})
          .tree;
  EXPECT_EQ(tree.AmountOf(0), Money(223'497'000));
  EXPECT_EQ(tree.JudgeNode(0).verdict, Verdict::kExactAfterRounding);
}

TEST(CostBasis, OutlinesByTheRankOfBullets) {
  const CostBasis tree =
      Build({"[공공요금및제세]", "1. 전기 = 6천원", "가. 본청 = 4천원", "○ 일반 = 3천원",
             "- 주간 = 2천원", "· 전등 = 2천원", "- 야간 = 1천원", "○ 심야 = 1천원",
             "나. 별관 = 2천원", "2. 수도 100원×10월 = 1천원"})
          .tree;
  std::vector<std::int32_t> levels;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    levels.push_back(tree.node(static_cast<BasisNodeId>(i)).level);
  }
  EXPECT_THAT(levels, ElementsAre(0, 1, 2, 3, 4, 5, 4, 3, 2, 1));
  for (BasisNodeId id = 0; id < static_cast<BasisNodeId>(tree.size()); ++id) {
    const auto difference = tree.DifferenceOf(id);
    if (!difference) continue;
    EXPECT_EQ(difference->difference, Money(0)) << tree.node(id).label;
  }
  EXPECT_EQ(tree.AmountOf(0), Money(7'000));
  EXPECT_EQ(tree.Total(), Money(7'000));
}

TEST(CostBasis, TakesKnownLevelsInPlaceOfBullets) {
  const CostBasis tree = Build({"○ 가 = 5천원", "○ 나 = 3천원", "○ 다 = 2천원", "○ 라 = 1천원"},
                               Unit::kThousandWon, {0, 1, 1, 0})
                             .tree;
  EXPECT_THAT(tree.roots(), ElementsAre(0, 3));
  EXPECT_EQ(tree.DifferenceOf(0)->difference, Money(0));
  EXPECT_EQ(tree.Total(), Money(6'000));
}

TEST(CostBasis, CountsRowsWithNeitherExpressionNorChildren) {
  const CostBasis tree = Build({"민간위탁금    431,600", "○ 인건비    258,000", "○ 체험    173,600",
                                "국내여비    2,400", "총  계    434,000"})
                             .tree;
  EXPECT_EQ(tree.Total(), Money(434'000'000));
  EXPECT_EQ(tree.LeavesTotal(), Money(434'000'000));
  EXPECT_EQ(tree.DifferenceOf(0)->difference, Money(0));
  EXPECT_TRUE(tree.node(4).remark);
}

TEST(CostBasis, LeavesRemarksAndWordsOutOfSums) {
  const CostBasis tree = Build({"○ 사업비 = 5천원", "- 지원 대상 : 마을활동가", "- 교육 = 5천원",
                                "※ 단가 3,000원×5명 기준", "합계 = 5천원"})
                             .tree;
  EXPECT_EQ(tree.DifferenceOf(0)->difference, Money(0));
  EXPECT_EQ(tree.Total(), Money(5'000));
  EXPECT_EQ(tree.LeavesTotal(), Money(5'000));
  EXPECT_TRUE(tree.node(3).remark);
}

TEST(CostBasis, KeepsALineThatItCannotReadAndGivesNoSumOverIt) {
  const CostBasis tree =
      Build({"○ 사업비 = 5천원", "- 교육 3,000원×5명 15", "- 홍보 = 5천원"}).tree;
  EXPECT_EQ(tree.node(1).refusal, Code::kSyntax);
  EXPECT_EQ(tree.node(1).label, "교육 3,000원×5명 15");
  EXPECT_EQ(tree.node(1).bullet, "-");
  EXPECT_FALSE(tree.node(1).formula.has_value());
  EXPECT_FALSE(tree.DifferenceOf(0).has_value());
  EXPECT_FALSE(tree.LeavesTotal().has_value());
  EXPECT_EQ(tree.Total(), Money(5'000));
}

TEST(CostBasis, GivesNoAmountThatWouldHaveToBeRounded) {
  const CostBasis tree = Build({"○ 가 100원×1/3", "○ 나 300원×1/3"}).tree;
  EXPECT_FALSE(tree.AmountOf(0).has_value());
  EXPECT_EQ(tree.AmountOf(1), Money(100));
  EXPECT_FALSE(tree.Total().has_value());
}

TEST(CostBasis, ReadsFiguresInTheUnitOfTheColumn) {
  const CostBasis tree =
      Build({"○ 인건비 3,250,000원×24명×12월 = 936", "○ 임차    240"}, Unit::kMillionWon).tree;
  EXPECT_EQ(tree.Total(), Money(1'176'000'000));
  EXPECT_TRUE(tree.node(0).unit_amount->unit_assumed);
  EXPECT_EQ(tree.node(0).unit_amount->unit, Unit::kMillionWon);
}

TEST(CostBasis, IsBuiltByHand) {
  CostBasis tree;
  BasisNode total;
  total.label = "사업비";
  total.unit_amount = BasisAmount::Of(Decimal::FromInt(452), Unit::kThousandWon);
  const auto root = tree.Add(std::move(total));
  ASSERT_TRUE(root.ok());
  BasisNode first;
  first.text = "- 연구 301,400원 = 301,400원";
  ASSERT_TRUE(tree.Add(std::move(first), *root).ok());
  BasisNode second;
  second.label = "교육";
  second.won_amount = BasisAmount::Of(Decimal::FromInt(151'000), Unit::kWon);
  ASSERT_TRUE(tree.Add(std::move(second), *root).ok());
  EXPECT_EQ(tree.node(1).label, "연구");
  EXPECT_EQ(tree.SumOfChildren(*root), Money(452'400));
  EXPECT_EQ(tree.DifferenceOf(*root)->difference, Money(-400));
  EXPECT_EQ(tree.Total(), Money(452'000));
}

TEST(CostBasis, RefusesAParentThatIsNotThereAndLevelsWithoutEnd) {
  CostBasis tree;
  EXPECT_EQ(tree.Add(BasisNode(), 0).code(), Code::kNotFound);
  EXPECT_EQ(tree.Add(BasisNode(), -2).code(), Code::kNotFound);
  BasisNodeId parent = kNoBasisNode;
  for (std::int32_t level = 0; level <= kBasisDepthMax; ++level) {
    auto id = tree.Add(BasisNode(), parent);
    ASSERT_TRUE(id.ok()) << level;
    parent = *id;
  }
  EXPECT_EQ(tree.Add(BasisNode(), parent).code(), Code::kTooDeep);
  // Lines with such levels are kept as deep as they go.
  std::vector<std::string> lines;
  std::vector<std::int32_t> levels;
  for (std::int32_t i = 0; i < 200; ++i) {
    lines.emplace_back("- 가");
    levels.push_back(i);
  }
  const CostBasis deep = Build(lines, Unit::kThousandWon, levels).tree;
  EXPECT_EQ(deep.size(), 200U);
  EXPECT_EQ(deep.node(199).level, kBasisDepthMax);
}

TEST(CostBasis, GivesNoSumBeyondMoney) {
  CostBasis tree;
  for (int i = 0; i < 2; ++i) {
    BasisNode node;
    node.won_amount = BasisAmount::Of(Decimal::FromInt(9'000'000'000'000'000'000), Unit::kWon);
    ASSERT_TRUE(tree.Add(std::move(node)).ok());
  }
  EXPECT_FALSE(tree.Total().has_value());
  EXPECT_FALSE(tree.LeavesTotal().has_value());
  EXPECT_FALSE(
      BasisAmount::Of(Decimal::FromInt(9'000'000'000'000'000'000), Unit::kThousandWon).won());
}

TEST(CostBasis, OfNothingHasNoAmount) {
  const CostBasis tree;
  EXPECT_TRUE(tree.empty());
  EXPECT_FALSE(tree.Total().has_value());
  EXPECT_FALSE(tree.LeavesTotal().has_value());
  EXPECT_TRUE(CostBasis::FromLines({}).empty());
  EXPECT_TRUE(Build({"", "  ", "\t"}).tree.empty());
}

TEST(BulletRank, OrdersTheMarksOfAnOutline) {
  const std::vector<std::string> marks = {"Ⅰ",    "□", "1.", "가.", "○", "1)", "가)", "(1)",
                                          "(가)", "①", "㉮", "-",   "·", "*",  "※"};
  for (std::size_t i = 1; i < marks.size(); ++i) {
    EXPECT_LT(BulletRank(marks[i - 1]), BulletRank(marks[i])) << marks[i];
  }
  EXPECT_EQ(BulletRank(""), 0);
  EXPECT_EQ(BulletRank("인건비"), -1);
  EXPECT_EQ(BulletRank("1.5"), -1);
  EXPECT_EQ(BulletRank("\xFF"), -1);
  EXPECT_EQ(BulletRank("ㆍ"), BulletRank("·"));
}

}  // namespace
}  // namespace yesan
