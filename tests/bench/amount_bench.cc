// Printed amounts against the conversion of the bare digits.
#include <benchmark/benchmark.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/money/amount.h"
#include "yesan/money/format.h"

namespace {

using yesan::Amount;
using yesan::Decimal;
using yesan::Money;
using yesan::ParseAmount;
using yesan::Result;

struct Printed {
  std::string_view text;
  std::string_view digits;
  std::int64_t sign;
};

// One iteration reads all four.
constexpr std::array<Printed, 4> kPrinted = {{{"1,129,462", "1129462", 1},
                                              {"Δ1,129,462", "1129462", -1},
                                              {"4,066,896천원", "4066896", 1},
                                              {"1234567.89", "123456789", 1}}};

std::int64_t FromChars(std::string_view digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

void AmountParse(benchmark::State& state) {
  for (const Printed& printed : kPrinted) {
    const Result<Amount> amount = ParseAmount(printed.text);
    if (!amount ||
        static_cast<std::int64_t>(amount->value.lo()) != printed.sign * FromChars(printed.digits)) {
      state.SkipWithError("the amount read differs from its digits");
      return;
    }
  }
  for (auto _ : state) {
    for (const Printed& printed : kPrinted) {
      std::string_view text = printed.text;
      benchmark::DoNotOptimize(text);
      Result<Amount> amount = ParseAmount(text);
      benchmark::DoNotOptimize(amount);
    }
  }
}
BENCHMARK(AmountParse)->Name("amount_parse/yesan");

void AmountParseReference(benchmark::State& state) {
  for (auto _ : state) {
    for (const Printed& printed : kPrinted) {
      std::string_view digits = printed.digits;
      benchmark::DoNotOptimize(digits);
      std::int64_t value = FromChars(digits);
      benchmark::DoNotOptimize(value);
    }
  }
}
BENCHMARK(AmountParseReference)->Name("amount_parse/reference");

// Figures of tables in 천원 and in 원: 1 to 12 digits, every tenth negative.
std::vector<std::int64_t> Figures() {
  std::mt19937_64 random(2021);
  std::vector<std::int64_t> figures;
  for (int i = 0; i < 1024; ++i) {
    std::uint64_t most = 10;
    for (std::uint64_t digits = random() % 12; digits != 0; --digits) most *= 10;
    const auto figure = static_cast<std::int64_t>(random() % most);
    figures.push_back(i % 10 == 9 ? -figure : figure);
  }
  return figures;
}

std::string WithoutSeparators(std::string_view text) {
  std::string plain;
  for (char c : text) {
    if (c != ',') plain.push_back(c);
  }
  return plain;
}

// One iteration writes a column of 1024.
void AmountFormat(benchmark::State& state) {
  const std::vector<std::int64_t> figures = Figures();
  std::array<char, yesan::kFormatAmountBytes> buffer{};
  for (std::int64_t figure : figures) {
    const char* end = yesan::FormatAmount(Money(figure), buffer.data(), yesan::SignMark::kHyphen);
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    if (WithoutSeparators(text) != std::to_string(figure)) {
      state.SkipWithError("the amount written differs from its digits");
      return;
    }
  }
  for (auto _ : state) {
    for (std::int64_t figure : figures) {
      char* end = yesan::FormatAmount(Money(figure), buffer.data(), yesan::SignMark::kHyphen);
      benchmark::DoNotOptimize(end);
      benchmark::ClobberMemory();
    }
  }
}
BENCHMARK(AmountFormat)->Name("amount_format/yesan");

void AmountFormatReference(benchmark::State& state) {
  const std::vector<std::int64_t> figures = Figures();
  std::array<char, yesan::kFormatAmountBytes> buffer{};
  for (auto _ : state) {
    for (std::int64_t figure : figures) {
      char* end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), figure).ptr;
      benchmark::DoNotOptimize(end);
      benchmark::ClobberMemory();
    }
  }
}
BENCHMARK(AmountFormatReference)->Name("amount_format/reference");

}  // namespace
