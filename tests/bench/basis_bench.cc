// A formula of four factors read, evaluated and its stated result judged, against the conversion of the bare numbers and
// three multiplications, which check nothing.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdlib>
#include <string_view>

#include "yesan/budget/formula.h"

namespace {

using yesan::Evaluate;
using yesan::Judge;
using yesan::Judgement;
using yesan::ParseFormula;
using yesan::Verdict;

struct Printed {
  std::string_view text;
  const char* numbers;  // what strtod reads, separated by spaces
  double product;       // of the numbers, in units of the reference
  Verdict verdict;
};

// One iteration reads all five: the notations of five books.
constexpr std::array<Printed, 5> kPrinted = {
    {{"5,219원 X 25시간 X 16명 X 12월 = 25,052,000", "5219 25 16 12", 25051200.0,
      Verdict::kExactAfterRounding},
     {"1,100 X 60ℓ X 3대 X 5회 = 990", "1100 60 3 5", 990000.0, Verdict::kExact},
     {"14천원×3매×2명×3회 = 252천원", "14 3 2 3", 252.0, Verdict::kExact},
     {"160,000원×2명×2시간×2회 = 1,280", "160000 2 2 2", 1280000.0, Verdict::kExact},
     {"100,000원 * 1,402명 * 12월 * 50% = 841,300", "100000 1402 12 50", 84120000000.0,
      Verdict::kWrong}}};

double Multiply(const char* numbers) {
  char* next = nullptr;
  double product = std::strtod(numbers, &next);
  product *= std::strtod(next, &next);
  product *= std::strtod(next, &next);
  product *= std::strtod(next, &next);
  return product;
}

Judgement ReadAndJudge(std::string_view text) {
  const auto formula = ParseFormula(text);
  if (!formula) return {};
  const auto exact = Evaluate(*formula, text);
  if (!exact) return {};
  return Judge(*exact, formula->stated(0));
}

void BasisEvaluate(benchmark::State& state) {
  for (const Printed& printed : kPrinted) {
    if (ReadAndJudge(printed.text).verdict != printed.verdict ||
        Multiply(printed.numbers) != printed.product) {
      state.SkipWithError("a formula comes to something else");
      return;
    }
  }
  for (auto _ : state) {
    for (const Printed& printed : kPrinted) {
      std::string_view text = printed.text;
      benchmark::DoNotOptimize(text);
      Judgement judgement = ReadAndJudge(text);
      benchmark::DoNotOptimize(judgement);
    }
  }
}
BENCHMARK(BasisEvaluate)->Name("basis_evaluate/yesan");

void BasisReference(benchmark::State& state) {
  for (auto _ : state) {
    for (const Printed& printed : kPrinted) {
      const char* numbers = printed.numbers;
      benchmark::DoNotOptimize(numbers);
      double product = Multiply(numbers);
      benchmark::DoNotOptimize(product);
    }
  }
}
BENCHMARK(BasisReference)->Name("basis_evaluate/reference");

}  // namespace
