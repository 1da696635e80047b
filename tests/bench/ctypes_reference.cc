// The reference of ctypes_bench.py: the same batches posted in C++, in the same process.
#include <cstddef>
#include <cstdint>
#include <ctime>

#include "tests/bench/funded_book.h"
#include "yesan/ledger/book.h"

#define YESAN_BENCH_API extern "C" __attribute__((visibility("default")))

// Posts one batch `times` times into a new book of `items` items, each with `funds`. Writes what was disbursed of each item
// and gives the nanoseconds of CPU time of the posting alone; −1 when a batch is refused.
YESAN_BENCH_API std::int64_t yesan_bench_post(std::uint64_t count, const std::uint32_t* item,
                                              const std::int32_t* day, const std::int32_t* kind,
                                              const std::int64_t* amount,
                                              const std::int64_t* reference,
                                              const std::uint32_t* actor, std::uint32_t times,
                                              std::uint32_t items, std::int64_t funds,
                                              std::int64_t* out_disbursed) {
  yesan::Book book = bench::FundedBook(items, funds);
  yesan::BatchView batch;
  batch.count = static_cast<std::size_t>(count);
  batch.item = item;
  batch.day = day;
  batch.kind = kind;
  batch.amount = amount;
  batch.reference = reference;
  batch.actor = actor;
  const auto now = [] {
    std::timespec at{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);  // what Python's thread_time_ns reads
    return std::int64_t{at.tv_sec} * 1'000'000'000 + at.tv_nsec;
  };
  const std::int64_t begin = now();
  for (std::uint32_t i = 0; i < times; ++i) {
    if (!book.Post(batch)) return -1;
  }
  const std::int64_t end = now();
  for (std::uint32_t i = 0; i < items; ++i) {
    out_disbursed[i] = book.BalancesOf(yesan::ItemId{i + 1}).disbursed;
  }
  return end - begin;
}
