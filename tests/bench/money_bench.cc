// Checked, exact figures against the same in plain int64, which checks nothing.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <random>
#include <vector>

#include "lib/base/wide.h"
#include "yesan/money/allocate.h"
#include "yesan/money/column.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"
#include "yesan/money/ratio.h"

namespace {

using yesan::ChangePercent;
using yesan::Decimal;
using yesan::Money;
using yesan::Result;
using yesan::Rounding;

constexpr std::size_t kFigures = 1024;
constexpr std::size_t kShares = 25;

// Figures of a program sheet: prices from 10 won to 10 million with two decimals, up to 300 people or
// pieces, up to 12 months, amounts in thousands of won up to 9 billion.
struct Figures {
  std::vector<std::int64_t> price = std::vector<std::int64_t>(kFigures);
  std::vector<std::int64_t> quantity = std::vector<std::int64_t>(kFigures);
  std::vector<std::int64_t> months = std::vector<std::int64_t>(kFigures);
  std::vector<std::int64_t> last_year = std::vector<std::int64_t>(kFigures);
  std::vector<std::int64_t> this_year = std::vector<std::int64_t>(kFigures);
  std::vector<std::int32_t> digits = std::vector<std::int32_t>(kFigures);
  std::vector<Decimal> price_decimal, quantity_decimal, months_decimal, last_decimal, this_decimal;

  Figures() {
    std::mt19937_64 random(2021);
    const auto between = [&](std::int64_t low, std::int64_t high) {
      return std::uniform_int_distribution<std::int64_t>(low, high)(random);
    };
    for (std::size_t i = 0; i < kFigures; ++i) {
      price[i] = between(1000, 1000000000);
      quantity[i] = between(1, 300);
      months[i] = between(1, 12);
      last_year[i] = between(1000, 9000000000);
      this_year[i] = between(0, 9000000000);
      digits[i] = static_cast<std::int32_t>(i % 3);
      price_decimal.push_back(Decimal::Make(price[i], 2).value());
      quantity_decimal.push_back(Decimal::FromInt(quantity[i]));
      months_decimal.push_back(Decimal::FromInt(months[i]));
      last_decimal.push_back(Decimal::FromInt(last_year[i]));
      this_decimal.push_back(Decimal::FromInt(this_year[i]));
    }
  }
};

const Figures& Data() {
  static const Figures figures;
  return figures;
}

// The figures are never negative here, so that the reference needs no sign.
std::int64_t RoundPlainly(const Figures& data, std::size_t i) {
  return (data.price[i] * data.quantity[i] * data.months[i] + 50000) / 100000 * 1000;
}

std::int64_t ChangePlainly(const Figures& data, std::size_t i) {
  constexpr std::int64_t kFactor[] = {100, 1000, 10000};
  return (data.this_year[i] - data.last_year[i]) * kFactor[data.digits[i]] / data.last_year[i];
}

// One iteration is all figures.
template <class Compute>
void OverFigures(benchmark::State& state, Compute compute) {
  const Figures& data = Data();
  std::vector<std::int64_t> out(kFigures);
  for (auto _ : state) {
    for (std::size_t i = 0; i < kFigures; ++i) out[i] = compute(data, i);
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kFigures));
}

template <class Compute, class Expect>
bool Agrees(benchmark::State& state, Compute compute, Expect expect) {
  for (std::size_t i = 0; i < kFigures; ++i) {
    if (compute(Data(), i) != expect(Data(), i)) {
      state.SkipWithError("a figure differs from the reference's");
      return false;
    }
  }
  return true;
}

constexpr std::int64_t kRefused = -1;

void MoneyRound(benchmark::State& state) {
  const auto compute = [](const Figures& data, std::size_t i) {
    const Result<Money> amount = yesan::Extend({data.price[i], 2}, data.quantity[i], data.months[i],
                                               1000, Rounding::kHalfUp);
    return amount ? amount->minor() : kRefused;
  };
  if (Agrees(state, compute, RoundPlainly)) OverFigures(state, compute);
}
BENCHMARK(MoneyRound)->Name("money_round/yesan");

void DecimalRound(benchmark::State& state) {
  const Decimal thousand = Decimal::FromInt(1000);
  const auto compute = [&](const Figures& data, std::size_t i) {
    const Result<Decimal> times = Multiply(data.quantity_decimal[i], data.months_decimal[i]);
    if (!times) return kRefused;
    const Result<Decimal> thousands =
        MulDiv(data.price_decimal[i], *times, thousand, 0, Rounding::kHalfUp);
    return thousands ? static_cast<std::int64_t>(thousands->lo()) * 1000 : kRefused;
  };
  if (Agrees(state, compute, RoundPlainly)) OverFigures(state, compute);
}
BENCHMARK(DecimalRound)->Name("decimal_round/yesan");

void RoundReference(benchmark::State& state) { OverFigures(state, RoundPlainly); }
BENCHMARK(RoundReference)->Name("money_round/reference");
BENCHMARK(RoundReference)->Name("decimal_round/reference");

// The plain quotient is cut, not rounded: the exact one is at most one away from it.
bool NearThePlainQuotient(benchmark::State& state, std::int64_t value, std::size_t i) {
  const std::int64_t plain = ChangePlainly(Data(), i);
  if (value == plain || value == plain + 1 || value == plain - 1) return true;
  state.SkipWithError("a rate differs from the reference's");
  return false;
}

void MoneyRatio(benchmark::State& state) {
  const auto compute = [](const Figures& data, std::size_t i) {
    const Result<Decimal> rate = ChangePercent(Money(data.last_year[i]), Money(data.this_year[i]),
                                               data.digits[i], Rounding::kHalfUp);
    return rate ? static_cast<std::int64_t>(rate->lo()) : kRefused;
  };
  for (std::size_t i = 0; i < kFigures; ++i) {
    if (!NearThePlainQuotient(state, compute(Data(), i), i)) return;
  }
  OverFigures(state, compute);
}
BENCHMARK(MoneyRatio)->Name("money_ratio/yesan");

void DecimalRatio(benchmark::State& state) {
  const auto compute = [](const Figures& data, std::size_t i) {
    const Result<Decimal> rate = ChangePercent(data.last_decimal[i], data.this_decimal[i],
                                               data.digits[i], Rounding::kHalfUp);
    return rate ? static_cast<std::int64_t>(rate->lo()) : kRefused;
  };
  for (std::size_t i = 0; i < kFigures; ++i) {
    if (!NearThePlainQuotient(state, compute(Data(), i), i)) return;
  }
  OverFigures(state, compute);
}
BENCHMARK(DecimalRatio)->Name("decimal_ratio/yesan");

void RatioReference(benchmark::State& state) { OverFigures(state, ChangePlainly); }
BENCHMARK(RatioReference)->Name("money_ratio/reference");
BENCHMARK(RatioReference)->Name("decimal_ratio/reference");

// Shares of one amount after the other over weights that differ each time; one iteration is 40 amounts.
constexpr std::size_t kAmounts = kFigures / kShares;

void SharePlainly(const std::int64_t* weights, std::int64_t total, std::int64_t* shares) {
  const std::int64_t sum = std::accumulate(weights, weights + kShares, std::int64_t{0});
  for (std::size_t i = 0; i < kShares; ++i) shares[i] = total * weights[i] / sum;
}

// Every share is the plain one or one more, and they add up.
template <class ShareAt>
bool SharesAgree(benchmark::State& state, std::size_t amount, ShareAt share_at) {
  std::array<std::int64_t, kShares> plain{};
  SharePlainly(Data().price.data() + amount * kShares, Data().last_year[amount], plain.data());
  std::int64_t left = Data().last_year[amount];
  bool near = true;
  for (std::size_t i = 0; i < kShares; ++i) {
    near = near && (share_at(i) == plain[i] || share_at(i) == plain[i] + 1);
    left -= share_at(i);
  }
  if (near && left == 0) return true;
  state.SkipWithError("the shares differ from the reference's");
  return false;
}

void MoneyAllocate(benchmark::State& state) {
  std::array<Money, kShares> shares;
  const auto allocate = [&](std::size_t amount) {
    return Allocate(Money(Data().last_year[amount]), Data().price.data() + amount * kShares,
                    kShares, shares.data())
        .ok();
  };
  for (std::size_t amount = 0; amount < kAmounts; ++amount) {
    const bool allocated = allocate(amount);
    if (!SharesAgree(state, amount,
                     [&](std::size_t i) { return allocated ? shares[i].minor() : kRefused; })) {
      return;
    }
  }
  for (auto _ : state) {
    for (std::size_t amount = 0; amount < kAmounts; ++amount) {
      benchmark::DoNotOptimize(allocate(amount));
      benchmark::ClobberMemory();
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kAmounts * kShares));
}
BENCHMARK(MoneyAllocate)->Name("money_allocate/yesan");

void DecimalAllocate(benchmark::State& state) {
  std::array<Decimal, kShares> shares;
  const auto allocate = [&](std::size_t amount) {
    return Allocate(Data().last_decimal[amount], Data().price_decimal.data() + amount * kShares,
                    kShares, shares.data())
        .ok();
  };
  for (std::size_t amount = 0; amount < kAmounts; ++amount) {
    const bool allocated = allocate(amount);
    if (!SharesAgree(state, amount, [&](std::size_t i) {
          return allocated ? static_cast<std::int64_t>(shares[i].lo()) : kRefused;
        })) {
      return;
    }
  }
  for (auto _ : state) {
    for (std::size_t amount = 0; amount < kAmounts; ++amount) {
      benchmark::DoNotOptimize(allocate(amount));
      benchmark::ClobberMemory();
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kAmounts * kShares));
}
BENCHMARK(DecimalAllocate)->Name("decimal_allocate/yesan");

void AllocateReference(benchmark::State& state) {
  std::array<std::int64_t, kShares> shares{};
  for (auto _ : state) {
    for (std::size_t amount = 0; amount < kAmounts; ++amount) {
      SharePlainly(Data().price.data() + amount * kShares, Data().last_year[amount], shares.data());
      benchmark::DoNotOptimize(shares.data());
      benchmark::ClobberMemory();
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kAmounts * kShares));
}
BENCHMARK(AllocateReference)->Name("money_allocate/reference");
BENCHMARK(AllocateReference)->Name("decimal_allocate/reference");

std::vector<std::int64_t> Column() {
  std::mt19937_64 random(1);
  std::vector<std::int64_t> column(1000000);
  for (std::int64_t& value : column) value = static_cast<std::int64_t>(random()) >> (random() % 40);
  return column;
}

yesan::internal::Uint128 SumPlainly(const std::vector<std::int64_t>& column) {
  yesan::internal::Uint128 sum = 0;
  for (const std::int64_t value : column) {
    sum += yesan::internal::MakeUint128(value < 0 ? ~std::uint64_t{0} : 0,
                                        static_cast<std::uint64_t>(value));
  }
  return sum;
}

void ColumnSum(benchmark::State& state) {
  const std::vector<std::int64_t> column = Column();
  const yesan::internal::Uint128 expected = SumPlainly(column);
  const Decimal sum = yesan::Sum(column.data(), column.size());
  if (sum.lo() != yesan::internal::Low(expected) ||
      static_cast<std::uint64_t>(sum.hi()) != yesan::internal::High(expected)) {
    state.SkipWithError("the sum differs from the reference's");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(yesan::Sum(column.data(), column.size()));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(column.size()));
}
BENCHMARK(ColumnSum)->Name("column_sum/yesan");

void ColumnSumReference(benchmark::State& state) {
  const std::vector<std::int64_t> column = Column();
  for (auto _ : state) {
    yesan::internal::Uint128 sum = SumPlainly(column);
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(column.size()));
}
BENCHMARK(ColumnSumReference)->Name("column_sum/reference");

}  // namespace
