// What the border costs: one call through the C library against the same call in C++.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

#include "yesan/capi.h"
#include "yesan/money/paired_amount.h"
#include "yesan/money/ratio.h"

namespace {

using yesan::Money;
using yesan::Rounding;

constexpr std::int64_t kPrior = 5'196'358'000;
constexpr std::int64_t kCurrent = 4'066'896'000;

void ChangePercent(benchmark::State& state) {
  const auto expected = yesan::ChangePercent(Money(kPrior), Money(kCurrent), 2, Rounding::kHalfUp);
  yesan_decimal rate{};
  if (!expected ||
      yesan_money_change_percent(kPrior, kCurrent, 2, YESAN_ROUNDING_HALF_UP, &rate, nullptr) !=
          YESAN_OK ||
      static_cast<std::int64_t>(rate.lo) != static_cast<std::int64_t>(expected->lo())) {
    state.SkipWithError("the rate through C differs from that of C++");
    return;
  }
  yesan_error error = YESAN_ERROR_INIT;
  for (auto _ : state) {
    std::int64_t current = kCurrent;
    benchmark::DoNotOptimize(current);
    const yesan_status status =
        yesan_money_change_percent(kPrior, current, 2, YESAN_ROUNDING_HALF_UP, &rate, &error);
    benchmark::DoNotOptimize(status);
    benchmark::DoNotOptimize(rate);
  }
}
BENCHMARK(ChangePercent)->Name("capi_call/rate/yesan");

void ChangePercentReference(benchmark::State& state) {
  for (auto _ : state) {
    std::int64_t current = kCurrent;
    benchmark::DoNotOptimize(current);
    auto rate = yesan::ChangePercent(Money(kPrior), Money(current), 2, Rounding::kHalfUp);
    benchmark::DoNotOptimize(rate);
  }
}
BENCHMARK(ChangePercentReference)->Name("capi_call/rate/reference");

void Parse(benchmark::State& state) {
  const std::string text = "Δ1,129,462";
  const auto expected = yesan::ParsePairedAmount(text, {});
  yesan_amount amount{};
  amount.struct_size = sizeof amount;
  if (!expected ||
      yesan_amount_parse(text.data(), text.size(), 0, YESAN_UNIT_THOUSAND_WON, &amount, nullptr) !=
          YESAN_OK ||
      amount.won != -1'129'462'000) {
    state.SkipWithError("the amount through C differs from that of C++");
    return;
  }
  yesan_error error = YESAN_ERROR_INIT;
  for (auto _ : state) {
    const char* bytes = text.data();
    benchmark::DoNotOptimize(bytes);
    const yesan_status status =
        yesan_amount_parse(bytes, text.size(), 0, YESAN_UNIT_THOUSAND_WON, &amount, &error);
    benchmark::DoNotOptimize(status);
    benchmark::DoNotOptimize(amount);
  }
}
BENCHMARK(Parse)->Name("capi_call/amount/yesan");

void ParseReference(benchmark::State& state) {
  const std::string text = "Δ1,129,462";
  for (auto _ : state) {
    std::string_view view = text;
    benchmark::DoNotOptimize(view);
    auto amount = yesan::ParsePairedAmount(view, {});
    auto won = amount->total.InWon(yesan::Unit::kThousandWon);
    auto likely = amount->total.likely();
    benchmark::DoNotOptimize(amount);
    benchmark::DoNotOptimize(won);
    benchmark::DoNotOptimize(likely);
  }
}
BENCHMARK(ParseReference)->Name("capi_call/amount/reference");

}  // namespace
