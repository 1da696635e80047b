#include "yesan/budget/contract.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/base/decomposed.h"

namespace yesan {
namespace {

const std::vector<std::string_view> kRealHistory = {
    "- 2012.03.15 : 마을공동체 지원조례 제정",
    "- 2012.05.10 : 민간위탁 운영평가위원회 심의",
    "- 2012.08.23 : 위수탁 협약체결(사단법인 마을)",
    "- 2012.08.23~현재 : 종합지원센터 운영 / 재계약(18.08.23~21.08.22)",
};

TEST(Contract, TheRealHistoryNamesGranteeAndLastDay) {
  const Contract contract = FindContract(kRealHistory);
  EXPECT_EQ(contract.grantee, "사단법인 마을");
  ASSERT_EQ(contract.terms.size(), 2u);
  EXPECT_EQ(contract.terms[0].event, ContractEvent::kConcluded);
  EXPECT_EQ(contract.terms[0].line, 2u);
  EXPECT_EQ(contract.terms[0].concluded_on, *Date::Make(2012, 8, 23));
  EXPECT_FALSE(contract.terms[0].period);
  const ContractTerm& renewed = contract.terms[1];
  EXPECT_EQ(renewed.event, ContractEvent::kRenewed);
  EXPECT_EQ(renewed.line, 3u);
  EXPECT_EQ(kRealHistory[3].substr(renewed.offset, renewed.length), "18.08.23~21.08.22");
  EXPECT_EQ(renewed.period->first, *Date::Make(2018, 8, 23));
  EXPECT_EQ(contract.last_day(), *Date::Make(2021, 8, 22));
  EXPECT_EQ(contract.last_term(), &renewed);
}

TEST(Contract, APeriodBeforeTheColonIsThatOfTheContract) {
  const Contract contract = FindContract(
      {"2018.08.23~2021.08.22 : 민간위탁 재계약", "2021.08.23.~2024.08.22. : 위탁기간 연장"});
  ASSERT_EQ(contract.terms.size(), 2u);
  EXPECT_EQ(contract.terms[1].event, ContractEvent::kExtended);
  EXPECT_EQ(contract.last_day(), *Date::Make(2024, 8, 22));
}

TEST(Contract, TheLatestLastDayCountsWhateverTheOrder) {
  const Contract contract =
      FindContract({"위수탁 협약 체결(2020.01.01~2022.12.31)", "재위탁(2017.01.01~2019.12.31)"});
  EXPECT_EQ(contract.last_day(), *Date::Make(2022, 12, 31));
  EXPECT_EQ(contract.grantee, "") << "a period is no grantee";
}

TEST(Contract, AnOpenEndIsNoLastDay) {
  const Contract contract = FindContract({"재계약(18.08.23~21.08.22)", "재계약(2021.08.23~계속)"});
  EXPECT_EQ(contract.terms.size(), 2u);
  EXPECT_FALSE(contract.last_day());
}

TEST(Contract, GranteesAreNamedInOtherWaysToo) {
  EXPECT_EQ(FindContract({"수탁기관 : 재단법인 한결, 2019년 선정"}).grantee, "재단법인 한결");
  EXPECT_EQ(FindContract({"수탁법인(사회적협동조합 달빛)"}).grantee, "사회적협동조합 달빛");
  EXPECT_EQ(FindContract({"수탁기관 선정 심의"}).grantee, "");
}

TEST(Contract, OtherContractsAndOtherPeriodsAreNone) {
  EXPECT_TRUE(FindContract({}).empty());
  EXPECT_TRUE(FindContract({"2021.03.02 : 공사 계약 체결(2021.03.02~2021.06.30)"}).empty());
  EXPECT_TRUE(FindContract({"2019.05.01 : 한결대학교와 업무협약 체결"}).empty());
  EXPECT_TRUE(FindContract({"2012.05.10 : 민간위탁 운영평가위원회 심의"}).empty());
  EXPECT_TRUE(FindContract({"2012.08.23~현재 : 종합지원센터 운영"}).empty());
  EXPECT_FALSE(FindContract({"2012.08.23 : 위수탁 협약체결(사단법인 마을)"}).last_day());
}

TEST(Contract, HangulInLettersIsReadAsItsSyllables) {
  const Contract whole = FindContract(kRealHistory);
  std::vector<std::string> printed;
  for (const std::string_view line : kRealHistory) printed.push_back(testing::Decomposed(line));
  const Contract contract = FindContract({printed.begin(), printed.end()});
  EXPECT_EQ(contract.grantee, "사단법인 마을");
  ASSERT_EQ(contract.terms.size(), whole.terms.size());
  for (std::size_t i = 0; i < whole.terms.size(); ++i) {
    const ContractTerm& a = whole.terms[i];
    const ContractTerm& b = contract.terms[i];
    EXPECT_EQ(b.event, a.event);
    EXPECT_EQ(b.concluded_on, a.concluded_on);
    EXPECT_EQ(printed[b.line].substr(b.offset, b.length),
              testing::Decomposed(kRealHistory[a.line].substr(a.offset, a.length)));
  }
  const std::string extended = testing::Decomposed("위탁기간 연장(2021년 3월~2022년 2월)");
  const Contract longer = FindContract({extended});
  ASSERT_EQ(longer.terms.size(), 1u);
  EXPECT_EQ(longer.terms[0].period->raw, testing::Decomposed("2021년 3월~2022년 2월"));
  EXPECT_EQ(longer.last_day(), *Date::Make(2022, 2, 28));
}

}  // namespace
}  // namespace yesan
