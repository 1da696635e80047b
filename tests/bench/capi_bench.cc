// What the border costs: one call, or one batch, through the C library against the same in C++.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/bench/funded_book.h"
#include "tests/capi/ledger_support.h"
#include "yesan/capi.h"
#include "yesan/ledger/book.h"
#include "yesan/money/paired_amount.h"
#include "yesan/money/ratio.h"

namespace {

using bench::FundedBook;
using bench::ViewOf;
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

// ---- batches of 1,000 rows ----

constexpr std::uint32_t kItems = 1'000;
constexpr std::size_t kBatches = 100;  // an iteration, into a new book
constexpr std::int64_t kFunds = 1'000'000'000'000;

// 500 commitments, then a payment of each.
ledger_support::Rows Work() {
  ledger_support::Rows rows;
  for (std::uint32_t i = 0; i < 500; ++i) {
    rows.Add(i * 7 % kItems + 1, ledger_support::kMarch, YESAN_ENTRY_COMMIT, 1'000 + i, 0, 1);
  }
  for (std::uint32_t i = 0; i < 500; ++i) {
    rows.Add(i * 7 % kItems + 1, ledger_support::kMarch, YESAN_ENTRY_DISBURSE, 1'000 + i,
             -static_cast<std::int64_t>(i + 1), 2);
  }
  return rows;
}

using Handle = std::unique_ptr<yesan_book, decltype(&yesan_book_destroy)>;

Handle FundedHandle() {
  Handle book(ledger_support::MakeBook(kItems), &yesan_book_destroy);
  if (book != nullptr && ledger_support::Fund(book.get(), kItems, kFunds) != YESAN_OK) book.reset();
  return book;
}

// What one iteration leaves on an item, through C and in C++.
bool PostsAlike(const ledger_support::Rows& rows) {
  const Handle book = FundedHandle();
  yesan::Book expected = FundedBook(kItems, kFunds);
  const yesan_entry_columns columns = rows.columns();
  auto receipt = ledger_support::Zeroed<yesan_receipt>();
  for (std::size_t i = 0; i < kBatches; ++i) {
    if (book == nullptr || !expected.Post(ViewOf(rows)) ||
        yesan_ledger_post(book.get(), rows.size(), &columns, &receipt, nullptr) != YESAN_OK) {
      return false;
    }
  }
  const std::uint32_t item = 1;
  std::int64_t disbursed = 0;
  auto table = ledger_support::Zeroed<yesan_balance_table>();
  table.capacity = 1;
  table.disbursed = &disbursed;
  return yesan_ledger_items_balances(book.get(), 1, &item, &table, nullptr) == YESAN_OK &&
         disbursed != 0 && disbursed == expected.BalancesOf(yesan::ItemId{item}).disbursed &&
         receipt.first + receipt.count - 1 == expected.entry_count();
}

void PostBatch(benchmark::State& state) {
  const ledger_support::Rows rows = Work();
  if (!PostsAlike(rows)) return state.SkipWithError("what C posts differs from what C++ posts");
  const yesan_entry_columns columns = rows.columns();
  auto receipt = ledger_support::Zeroed<yesan_receipt>();
  yesan_error error = YESAN_ERROR_INIT;
  for (auto _ : state) {
    state.PauseTiming();
    Handle book = FundedHandle();
    state.ResumeTiming();
    for (std::size_t i = 0; i < kBatches; ++i) {
      const yesan_status status =
          yesan_ledger_post(book.get(), rows.size(), &columns, &receipt, &error);
      benchmark::DoNotOptimize(status);
    }
    state.PauseTiming();
    book.reset();
    state.ResumeTiming();
  }
}
BENCHMARK(PostBatch)->Name("capi_batch/yesan")->Unit(benchmark::kMicrosecond);

void PostBatchReference(benchmark::State& state) {
  const ledger_support::Rows rows = Work();
  const yesan::BatchView view = ViewOf(rows);
  for (auto _ : state) {
    state.PauseTiming();
    std::optional<yesan::Book> book(FundedBook(kItems, kFunds));
    state.ResumeTiming();
    for (std::size_t i = 0; i < kBatches; ++i) {
      auto receipt = book->Post(view);
      benchmark::DoNotOptimize(receipt);
    }
    state.PauseTiming();
    book.reset();
    state.ResumeTiming();
  }
}
BENCHMARK(PostBatchReference)->Name("capi_batch/reference")->Unit(benchmark::kMicrosecond);

}  // namespace
