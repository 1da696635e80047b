/// @file
/// Funding sources (재원) of a budget item, and the labels under which documents print them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/budget/budget_amount.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"
#include "yesan/money/ratio.h"
#include "yesan/money/rounding.h"

namespace yesan {

/// What kind of government keeps the budget: the label `시비` means its own funds in a city (시) and in a metropolitan
/// city, but the metropolitan city's share in a district (자치구). The numbers are those of the C API.
enum class GovernmentKind : std::int32_t {
  kUnknown = 0,
  kMetropolitan = 1,  ///< 특별시, 광역시, 도, 특별자치시, 특별자치도.
  kCity = 2,          ///< 시.
  kCounty = 3,        ///< 군.
  kDistrict = 4,      ///< 자치구.
};

/// Who pays. The numbers are those of the C API.
///
/// Local shares are named by the tier that pays them, not by the letter printed: see GovernmentKind.
enum class FundingSource : std::int32_t {
  kNationalSubsidy = 1,             ///< 국비, 국고보조금.
  kBalancedDevelopmentSubsidy = 2,  ///< 균특: 지역균형발전특별회계 보조금.
  kFundSubsidy = 3,                 ///< 기금 보조금.
  kSpecialGrant = 4,                ///< 특별교부세 (특교세).
  kProvinceFunds =
      5,  ///< 시·도비: paid by the metropolitan tier; its own funds when it keeps the budget.
  kSpecialAdjustmentGrant = 6,  ///< 특별조정교부금, 조정교부금.
  kDistrictFunds =
      7,  ///< 시·군·구비: paid by the basic tier; its own funds when it keeps the budget.
  kOwnFunds = 8,                ///< 자체재원, where the tier is not known.
  kLocalBond = 9,               ///< 지방채.
  kOther = 10,                  ///< 기타.
  kPrivateCapital = 11,         ///< 민자.
  kSelfBurden = 12,             ///< 자부담: paid by whoever receives the money.
  kLocalMatch = 13,             ///< 지방비: local shares, not told apart.
  kCityFunds = 14,              ///< 시비, where the tier is not known (see Resolve).
  kDecentralizationGrant = 15,  ///< 분권교부세, mark 분, in older books.
};

/// `national_subsidy`, `province_funds`, …; `unknown` for a number that is no source.
[[nodiscard]] std::string_view Name(FundingSource source) noexcept;
/// `국비`, `시·도비`, …: the label that is printed where a document gives none.
[[nodiscard]] std::string_view KoreanName(FundingSource source) noexcept;

/// A label under which documents print a source.
struct FundingLabel {
  std::string_view label;  ///< As printed, without brackets: `국비`, `시·도비`.
  FundingSource source;    ///< What it means when the tier is not known.
  bool mark;  ///< A mark of one letter beside an amount (`국`, `균`), never a label of its own.
};

/// Every known label, in a fixed order. The array is static.
[[nodiscard]] const FundingLabel* FundingLabels(std::size_t* count) noexcept;

/// What a printed label means to a government of a tier; nothing when it is no known label. Brackets, white space and
/// middle dots do not count (FoldName): `(시비)` is `시비`. Marks of one letter are not labels: see FindFundingMark.
///
/// `시비` is kProvinceFunds for a metropolitan city, a district and a county, kDistrictFunds for a city, and kCityFunds
/// when the tier is not known.
[[nodiscard]] std::optional<FundingSource> FindFundingSource(std::string_view label,
                                                             GovernmentKind tier);

/// What a mark of one letter means (`국` `균` `기` `특` `도` `시` `조` `군` `구` `분`), as it stands beside an amount:
/// `[국 2,520,234]`. Nothing for another letter.
[[nodiscard]] std::optional<FundingSource> FindFundingMark(std::string_view mark,
                                                           GovernmentKind tier);

/// The source once the tier is known: kCityFunds and kOwnFunds become kProvinceFunds or kDistrictFunds; every other
/// source, and any source under kUnknown, stays as it is.
[[nodiscard]] FundingSource Resolve(FundingSource source, GovernmentKind tier) noexcept;

/// Labels that an unknown one is likely to be a misprint of: those that differ from it by the fewest letters (자모), at
/// most two and fewer than half of the label's letters. Several when equally near, none when nothing is near.
/// `사비` gives `시비` (one letter, ㅏ for ㅣ). A known label gives none.
[[nodiscard]] std::vector<std::string_view> LikelyFundingLabels(std::string_view label);

/// A source of an amount. A label that stands alone (`(국비)`) has no amount: that is not zero.
struct FundingPart {
  FundingSource source = FundingSource::kOther;
  std::string label;            ///< As printed; may be empty when built by hand.
  std::optional<Money> amount;  ///< In won.
};

/// What pays for an item or a program in a year.
///
/// F1: total = Σ in_budget, per row. Worked, in 천원 (장수군 2008): 16,761,401 = 국 2,520,234 + 균 5,849,737 +
/// 기 87,194 + 도 1,152,692 + 군 7,151,544. Sources annotate the amount; they are no extra money.
struct FundingSplit {
  std::optional<Money> total;               ///< 사업비, in won.
  std::vector<FundingPart> in_budget;       ///< Sources of the total.
  std::vector<FundingPart> outside_budget;  ///< 예산 외: beside the budget, never in the total.

  /// Σ of the amounts in the budget from a source; nothing when none is stated. Refuses with Code::kOverflow.
  [[nodiscard]] Result<std::optional<Money>> AmountOf(FundingSource source) const;
};

/// F1: the total beside the sum of its sources in the budget. Nothing when the total or every source is absent. The
/// sheet of `사업비 4,066,896천원 (국비) (시비)4,066,896천원` holds: a source without an amount adds nothing.
/// Refuses with Code::kOverflow.
[[nodiscard]] Result<std::optional<SumCheck>> CheckFunding(const FundingSplit& split);

/// The share of the state: (national subsidies + balanced development + funds) ÷ Σ of all sources in the budget, as
/// 보조금 관리에 관한 법률 시행령 §4② divides; exact. Nothing when no such source is stated or the sum is zero.
/// Refuses with Code::kOverflow.
[[nodiscard]] Result<std::optional<Ratio>> NationalShare(const FundingSplit& split);

/// A source and the percentage of the total that it pays, [0, 100].
struct FundingRate {
  FundingSource source = FundingSource::kNationalSubsidy;
  Decimal percent;  ///< 30 is 30 %.
};

/// Splits a total by percentages: each source's amount is rounded once to a whole multiple of `unit` won, and `residual`
/// gets what is left, so that F1 holds to the won. No law was found that says how matching shares are rounded; giving the
/// rest to own funds is this library's choice, and the rounding is the caller's.
///
/// 1,000,001 won at 국비 50 %, 도비 15 % in won, half-up, the rest to 시·군·구비: 500,001 + 150,000 + 350,000.
///
/// Refuses with Code::kInvalidArgument (no Rounding), kOutOfRange (a percentage outside [0, 100], all of them above 100
/// together, or a unit below 1), kDuplicate (a source twice, or the residual among the rates), kInexact
/// (Rounding::kUnnecessary), kOverflow, and kDoesNotAddUp when the rounded shares exceed the total, so that the
/// residual would have the other sign.
[[nodiscard]] Result<FundingSplit> SplitByRates(Money total, const std::vector<FundingRate>& rates,
                                                FundingSource residual, std::int64_t unit,
                                                Rounding rounding);

}  // namespace yesan
