/// @file
/// Execution rates (집행률): how much of the money was spent, of which money.
#pragma once

#include <optional>

#include "yesan/base/result.h"
#include "yesan/money/decimal.h"
#include "yesan/money/ratio.h"
#include "yesan/money/rounding.h"
#include "yesan/settlement/settlement_row.h"

namespace yesan {

/// 집행률 = 집행액 ÷ 예산현액, exact, with both names. Rival rates divide other columns (자금집행률, 원인행위 추진율):
/// see RateOf. 2017: 4,908,037 ÷ 5,218,436 = 94.0518…%.
///
/// Nothing when a column is absent or 예산현액 is zero: there is no rate on a zero base.
[[nodiscard]] std::optional<Ratio> ExecutionRate(const SettlementRow& row,
                                                 AmountSide side = AmountSide::kTotal);

/// One column over another, with their Korean names; nothing when one is absent or the denominator is zero.
/// `(kLapsedBalance, kCurrentBudget)` is 불용률.
[[nodiscard]] std::optional<Ratio> RateOf(const SettlementRow& row, SettlementColumn numerator,
                                          SettlementColumn denominator,
                                          AmountSide side = AmountSide::kTotal);

/// The roundings that turn the exact execution rate into the printed percentage, at the digits printed: 94.05 is
/// {down, floor, half_up, half_down, half_even}. Empty when none does. Nothing when there is no rate.
[[nodiscard]] std::optional<RoundingSet> ExplainExecutionRate(const SettlementRow& row,
                                                              const Decimal& printed_percent,
                                                              AmountSide side = AmountSide::kTotal);

}  // namespace yesan
