#include "yesan/budget/funding.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "lib/base/fold.h"
#include "lib/budget/jamo.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

using Source = FundingSource;

// What a label means when the tier is not known; Resolve does the rest.
constexpr FundingLabel kLabels[] = {
    {"국비", Source::kNationalSubsidy, false},
    {"국고", Source::kNationalSubsidy, false},
    {"국고보조금", Source::kNationalSubsidy, false},
    {"국비보조금", Source::kNationalSubsidy, false},
    {"국고보조", Source::kNationalSubsidy, false},
    {"균특", Source::kBalancedDevelopmentSubsidy, false},
    {"균특회계", Source::kBalancedDevelopmentSubsidy, false},
    {"균특보조금", Source::kBalancedDevelopmentSubsidy, false},
    {"균형발전특별회계", Source::kBalancedDevelopmentSubsidy, false},
    {"지역균형발전특별회계", Source::kBalancedDevelopmentSubsidy, false},
    {"국가균형발전특별회계", Source::kBalancedDevelopmentSubsidy, false},
    {"지특", Source::kBalancedDevelopmentSubsidy, false},
    {"기금", Source::kFundSubsidy, false},
    {"기금보조금", Source::kFundSubsidy, false},
    {"특교세", Source::kSpecialGrant, false},
    {"특별교부세", Source::kSpecialGrant, false},
    {"시비", Source::kCityFunds, false},
    {"도비", Source::kProvinceFunds, false},
    {"시·도비", Source::kProvinceFunds, false},
    {"시도비보조금", Source::kProvinceFunds, false},
    {"도비보조금", Source::kProvinceFunds, false},
    {"광역보조금", Source::kProvinceFunds, false},
    {"조정교부금", Source::kSpecialAdjustmentGrant, false},
    {"특별조정교부금", Source::kSpecialAdjustmentGrant, false},
    {"특별조정금", Source::kSpecialAdjustmentGrant, false},
    {"특조금", Source::kSpecialAdjustmentGrant, false},
    {"구비", Source::kDistrictFunds, false},
    {"군비", Source::kDistrictFunds, false},
    {"시·군·구비", Source::kDistrictFunds, false},
    {"시·군비", Source::kDistrictFunds, false},
    {"군·구비", Source::kDistrictFunds, false},
    {"자체재원", Source::kOwnFunds, false},
    {"자체", Source::kOwnFunds, false},
    {"자체수입", Source::kOwnFunds, false},
    {"지방채", Source::kLocalBond, false},
    {"지방비", Source::kLocalMatch, false},
    {"보조", Source::kOther, false},  // `(보조 126,780 자체 718,420)` does not say whose
    {"보조금", Source::kOther, false},
    {"기타", Source::kOther, false},
    {"기타재원", Source::kOther, false},
    {"민자", Source::kPrivateCapital, false},
    {"민간자본", Source::kPrivateCapital, false},
    {"민간투자", Source::kPrivateCapital, false},
    {"자부담", Source::kSelfBurden, false},
    {"자기부담", Source::kSelfBurden, false},
    {"분권교부세", Source::kDecentralizationGrant, false},
    {"국", Source::kNationalSubsidy, true},
    {"균", Source::kBalancedDevelopmentSubsidy, true},
    {"기", Source::kFundSubsidy, true},
    {"특", Source::kSpecialGrant, true},
    {"도", Source::kProvinceFunds, true},
    {"시", Source::kCityFunds, true},
    {"조", Source::kSpecialAdjustmentGrant, true},
    {"군", Source::kDistrictFunds, true},
    {"구", Source::kDistrictFunds, true},
    {"분", Source::kDecentralizationGrant, true},
};
constexpr std::size_t kLabelCount = sizeof(kLabels) / sizeof(kLabels[0]);

// A misprint is a slip of a letter or two; labels are short, so that more would reach other labels.
constexpr std::size_t kMisprintLetters = 2;
constexpr std::size_t kLongestLabel =
    16;  // characters; longer text is prose and no misprinted label

// A label as FoldName gives it. The table is of Hangul, and middle dots are all that is dropped from it.
class FoldedLabel {
 public:
  constexpr FoldedLabel() = default;
  explicit constexpr FoldedLabel(std::string_view label) {
    constexpr std::string_view kDot = "·";
    for (std::size_t i = 0; i < label.size(); ++i) {
      if (label.substr(i, kDot.size()) == kDot) {
        i += kDot.size() - 1;
      } else {
        bytes_[size_++] = label[i];
      }
    }
  }
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {bytes_, size_}; }

 private:
  char bytes_[48] = {};
  std::size_t size_ = 0;
};

constexpr std::array<FoldedLabel, kLabelCount> kFolded = [] {
  std::array<FoldedLabel, kLabelCount> folded{};
  for (std::size_t i = 0; i < kLabelCount; ++i) folded[i] = FoldedLabel(kLabels[i].label);
  return folded;
}();

std::optional<FundingSource> FindIn(std::string_view text, bool mark, GovernmentKind tier) {
  const internal::FoldedName folded(text);
  if (folded.view().empty()) return std::nullopt;
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    if (kLabels[i].mark == mark && kFolded[i].view() == folded.view())
      return Resolve(kLabels[i].source, tier);
  }
  return std::nullopt;
}

}  // namespace

std::string_view Name(FundingSource source) noexcept {
  switch (source) {
    case Source::kNationalSubsidy:
      return "national_subsidy";
    case Source::kBalancedDevelopmentSubsidy:
      return "balanced_development_subsidy";
    case Source::kFundSubsidy:
      return "fund_subsidy";
    case Source::kSpecialGrant:
      return "special_grant";
    case Source::kProvinceFunds:
      return "province_funds";
    case Source::kSpecialAdjustmentGrant:
      return "special_adjustment_grant";
    case Source::kDistrictFunds:
      return "district_funds";
    case Source::kOwnFunds:
      return "own_funds";
    case Source::kLocalBond:
      return "local_bond";
    case Source::kOther:
      return "other";
    case Source::kPrivateCapital:
      return "private_capital";
    case Source::kSelfBurden:
      return "self_burden";
    case Source::kLocalMatch:
      return "local_match";
    case Source::kCityFunds:
      return "city_funds";
    case Source::kDecentralizationGrant:
      return "decentralization_grant";
  }
  return "unknown";
}

std::string_view KoreanName(FundingSource source) noexcept {
  switch (source) {
    case Source::kNationalSubsidy:
      return "국비";
    case Source::kBalancedDevelopmentSubsidy:
      return "균특";
    case Source::kFundSubsidy:
      return "기금";
    case Source::kSpecialGrant:
      return "특교세";
    case Source::kProvinceFunds:
      return "시·도비";
    case Source::kSpecialAdjustmentGrant:
      return "조정교부금";
    case Source::kDistrictFunds:
      return "시·군·구비";
    case Source::kOwnFunds:
      return "자체재원";
    case Source::kLocalBond:
      return "지방채";
    case Source::kOther:
      return "기타";
    case Source::kPrivateCapital:
      return "민자";
    case Source::kSelfBurden:
      return "자부담";
    case Source::kLocalMatch:
      return "지방비";
    case Source::kCityFunds:
      return "시비";
    case Source::kDecentralizationGrant:
      return "분권교부세";
  }
  return "";
}

const FundingLabel* FundingLabels(std::size_t* count) noexcept {
  *count = kLabelCount;
  return kLabels;
}

FundingSource Resolve(FundingSource source, GovernmentKind tier) noexcept {
  if (source == Source::kOwnFunds) {
    switch (tier) {
      case GovernmentKind::kMetropolitan:
        return Source::kProvinceFunds;
      case GovernmentKind::kCity:
      case GovernmentKind::kCounty:
      case GovernmentKind::kDistrict:
        return Source::kDistrictFunds;
      case GovernmentKind::kUnknown:
        break;
    }
  }
  if (source == Source::kCityFunds) {
    switch (tier) {
      case GovernmentKind::kCity:
        return Source::kDistrictFunds;
      // A county (군) or district (구) has no city below or beside it that could pay: the 시 is the
      // metropolitan city above it.
      case GovernmentKind::kMetropolitan:
      case GovernmentKind::kCounty:
      case GovernmentKind::kDistrict:
        return Source::kProvinceFunds;
      case GovernmentKind::kUnknown:
        break;
    }
  }
  return source;
}

std::optional<FundingSource> FindFundingSource(std::string_view label, GovernmentKind tier) {
  return FindIn(label, false, tier);
}

std::optional<FundingSource> FindFundingMark(std::string_view mark, GovernmentKind tier) {
  return FindIn(mark, true, tier);
}

std::vector<std::string_view> LikelyFundingLabels(std::string_view label) {
  std::vector<std::string_view> nearest;
  const std::string folded = FoldName(label);
  if (folded.empty() || FindInvalidUtf8(folded) || CountCharacters(folded) > kLongestLabel) {
    return nearest;
  }
  const std::u32string letters = internal::Letters(folded);
  std::size_t best = kMisprintLetters + 1;
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    const FundingLabel& row = kLabels[i];
    if (row.mark) continue;
    const std::string_view name = kFolded[i].view();
    // A syllable of three bytes has two or three letters: a label of quite another length is not spelled out.
    if (name.size() * 2 > (letters.size() + kMisprintLetters) * 3 ||
        name.size() + kMisprintLetters < letters.size())
      continue;
    const std::u32string known = internal::Letters(name);
    const std::size_t distance = internal::EditDistance(letters, known);
    if (distance == 0) return {};
    if (distance > best || distance * 2 >= std::min(letters.size(), known.size()) ||
        distance > kMisprintLetters) {
      continue;
    }
    if (distance < best) nearest.clear();
    best = distance;
    nearest.push_back(row.label);
  }
  return nearest;
}

Result<std::optional<Money>> FundingSplit::AmountOf(FundingSource source) const {
  std::vector<std::optional<Money>> amounts;
  for (const FundingPart& part : in_budget) {
    if (part.source == source) amounts.push_back(part.amount);
  }
  return SumStated(amounts);
}

Result<std::optional<SumCheck>> CheckFunding(const FundingSplit& split) {
  std::vector<std::optional<Money>> amounts;
  amounts.reserve(split.in_budget.size());
  for (const FundingPart& part : split.in_budget) amounts.push_back(part.amount);
  return CheckSum(split.total, amounts);
}

Result<std::optional<Ratio>> NationalShare(const FundingSplit& split) {
  std::vector<std::optional<Money>> all;
  std::vector<std::optional<Money>> national;
  for (const FundingPart& part : split.in_budget) {
    all.push_back(part.amount);
    if (part.source == Source::kNationalSubsidy ||
        part.source == Source::kBalancedDevelopmentSubsidy || part.source == Source::kFundSubsidy) {
      national.push_back(part.amount);
    }
  }
  Result<std::optional<Money>> share = SumStated(national);
  if (!share) return std::move(share).error();
  Result<std::optional<Money>> sum = SumStated(all);
  if (!sum) return std::move(sum).error();
  if (!*share || !*sum || (*sum)->is_zero()) return std::optional<Ratio>();
  Result<Ratio> ratio = Ratio::Make(**share, **sum, "국비", "재원 합계");
  if (!ratio) return std::move(ratio).error();
  return std::optional<Ratio>(*ratio);
}

namespace {

Error BadRate(Code code, std::string ko, std::string en, std::int64_t row) {
  ErrorDetail detail;
  detail.rule = "funding.rate";
  detail.message = {std::move(ko), std::move(en)};
  detail.row = row;
  return Error(code, std::move(detail));
}

Result<void> CheckRates(const std::vector<FundingRate>& rates, FundingSource residual) {
  const Decimal hundred = Decimal::FromInt(100);
  Decimal sum;
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const auto row = static_cast<std::int64_t>(i);
    const std::string name(KoreanName(rates[i].source));
    if (rates[i].percent.sign() < 0 || rates[i].percent > hundred) {
      return BadRate(
          Code::kOutOfRange,
          name + "의 분담률은 0 이상 100 이하여야 합니다: " + rates[i].percent.ToString() + ".",
          "The share of " + std::string(Name(rates[i].source)) +
              " must lie in [0, 100] percent: " + rates[i].percent.ToString() + ".",
          row);
    }
    const bool again = std::any_of(rates.begin(), rates.begin() + row, [&](const FundingRate& r) {
      return r.source == rates[i].source;
    });
    if (again || rates[i].source == residual) {
      return BadRate(Code::kDuplicate, name + "이(가) 두 번 나옵니다.",
                     std::string(Name(rates[i].source)) + " stands twice.", row);
    }
    Result<Decimal> next = Add(sum, rates[i].percent);
    if (!next) return std::move(next).error();
    sum = *next;
  }
  if (sum > hundred) {
    return BadRate(Code::kOutOfRange,
                   "분담률의 합은 100을 넘을 수 없습니다: " + sum.ToString() + ".",
                   "The shares must not exceed 100 percent together: " + sum.ToString() + ".", -1);
  }
  return {};
}

}  // namespace

Result<FundingSplit> SplitByRates(Money total, const std::vector<FundingRate>& rates,
                                  FundingSource residual, std::int64_t unit, Rounding rounding) {
  if (!IsValid(rounding)) return Error(Code::kInvalidArgument);
  if (unit < 1) return Error(Code::kOutOfRange);
  if (Result<void> checked = CheckRates(rates, residual); !checked) {
    return std::move(checked).error();
  }
  FundingSplit split;
  split.total = total;
  Money left = total;
  for (const FundingRate& rate : rates) {
    // total × percent ÷ (100 × unit), rounded once to a whole number of units, then × unit.
    Result<Decimal> divisor = Multiply(Decimal::FromInt(100), Decimal::FromInt(unit));
    if (!divisor) return std::move(divisor).error();
    Result<Decimal> units = MulDiv(ToDecimal(total), rate.percent, *divisor, 0, rounding);
    if (!units) return std::move(units).error();
    Result<std::int64_t> whole = units->ToInt64();
    if (!whole) return std::move(whole).error();
    Result<Money> amount = Multiply(Money(*whole), unit);
    if (!amount) return std::move(amount).error();
    Result<Money> rest = Subtract(left, *amount);
    if (!rest) return std::move(rest).error();
    left = *rest;
    split.in_budget.push_back({rate.source, std::string(KoreanName(rate.source)), *amount});
  }
  if (left.sign() * total.sign() < 0 || (total.is_zero() && !left.is_zero())) {
    ErrorDetail detail;
    detail.rule = "funding.residual";
    detail.message = {"올림한 분담액의 합이 총액을 " + std::to_string(left.minor()) + "원 벗어나 " +
                          std::string(KoreanName(residual)) + "의 부호가 반대가 됩니다.",
                      "The rounded shares exceed the total, so that " +
                          std::string(Name(residual)) + " would be " +
                          std::to_string(left.minor()) + " won."};
    return Error(Code::kDoesNotAddUp, std::move(detail));
  }
  split.in_budget.push_back({residual, std::string(KoreanName(residual)), left});
  return split;
}

}  // namespace yesan
