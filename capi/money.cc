#include "yesan/money/money.h"

#include <vector>

#include "capi/convert.h"
#include "capi/guard.h"
#include "yesan/money/allocate.h"
#include "yesan/money/column.h"
#include "yesan/money/ratio.h"

using yesan::Decimal;
using yesan::Money;
using yesan::Result;
using yesan::Rounding;
using yesan::capi::CheckRounding;
using yesan::capi::Guard;
using yesan::capi::Out;

namespace {

Result<void> Give(Result<Money> amount, std::int64_t* out) {
  if (!amount) return std::move(amount).error();
  *out = amount->minor();
  return {};
}

}  // namespace

yesan_status yesan_money_sum(uint64_t count, const int64_t* amounts, yesan_decimal* out_sum,
                             yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_sum);
    if (count != 0) YESAN_REQUIRE(amounts);
    *out_sum = Out(yesan::Sum(amounts, static_cast<std::size_t>(count)));
    return {};
  });
}

yesan_status yesan_money_total(uint64_t count, const int64_t* amounts, int64_t* out_total,
                               yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_total);
    if (count != 0) YESAN_REQUIRE(amounts);
    return Give(yesan::Total(amounts, static_cast<std::size_t>(count)), out_total);
  });
}

yesan_status yesan_money_round(int64_t amount, int64_t unit, int32_t rounding, int64_t* out_amount,
                               yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_amount);
    YESAN_TRY(CheckRounding(rounding));
    return Give(Round(Money(amount), unit, static_cast<Rounding>(rounding)), out_amount);
  });
}

yesan_status yesan_money_muldiv(int64_t amount, int64_t multiplier, int64_t divisor,
                                int32_t rounding, int64_t* out_amount, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_amount);
    YESAN_TRY(CheckRounding(rounding));
    return Give(MulDiv(Money(amount), multiplier, divisor, static_cast<Rounding>(rounding)),
                out_amount);
  });
}

yesan_status yesan_money_allocate(int64_t total, int64_t unit, uint64_t count,
                                  const int64_t* weights, int64_t* out_shares, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(weights);
    YESAN_REQUIRE(out_shares);
    std::vector<Money> shares(static_cast<std::size_t>(count));
    YESAN_TRY(yesan::AllocateInUnits(Money(total), unit, weights, shares.size(), shares.data()));
    for (std::size_t i = 0; i < shares.size(); ++i) out_shares[i] = shares[i].minor();
    return {};
  });
}

yesan_status yesan_money_change_percent(int64_t prior, int64_t current, int32_t digits,
                                        int32_t rounding, yesan_decimal* out_percent,
                                        yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_percent);
    YESAN_TRY(CheckRounding(rounding));
    Result<Decimal> percent =
        ChangePercent(Money(prior), Money(current), digits, static_cast<Rounding>(rounding));
    if (!percent) return std::move(percent).error();
    *out_percent = Out(*percent);
    return {};
  });
}
