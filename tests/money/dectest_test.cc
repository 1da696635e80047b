// The General Decimal Arithmetic test cases (Mike Cowlishaw, IBM; ICU licence), as far as they apply to a number of 38
// digits and 38 decimals without exponents, infinities, NaN and negative zero.
//
// Exponents far from zero are brought near it where the operation allows: a sum of two numbers times 10^k is 10^k times
// their sum. So the digits and the rounding of such a case are tested, and only its exponent is not.
//
// The cases round to a precision of so many significant digits. Here the function under test gives the exact result (or
// refuses), and the rounding to the precision is done by Round or Divide, in the case's mode, so that both are tested.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/oracle/rational.h"
#include "yesan/money/decimal.h"

namespace yesan {
namespace {

// Cases that ran when this was last recorded; a runner that applies fewer has lost something.
constexpr int kRecordedRun = 9298;

// A number of the suite, before it is asked whether it is one of ours.
struct Literal {
  bool negative = false;
  std::string digits;  // without leading zeros; "0" for zero
  long exponent = 0;
};

std::optional<Literal> ReadLiteral(std::string_view text) {
  Literal literal;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+'))
    literal.negative = text[at++] == '-';
  bool point = false;
  bool any = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '.' && !point) {
      point = true;
    } else if (text[at] >= '0' && text[at] <= '9') {
      literal.digits += text[at];
      literal.exponent -= point ? 1 : 0;
      any = true;
    } else {
      break;
    }
  }
  if (!any) return std::nullopt;
  if (at < text.size()) {
    if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
    const std::string exponent(text.substr(at + 1));
    char* end = nullptr;
    if (exponent.empty() || exponent.size() > 11 || exponent[0] == ' ') return std::nullopt;
    literal.exponent += std::strtol(exponent.c_str(), &end, 10);
    if (*end != '\0') return std::nullopt;
  }
  literal.digits.erase(0,
                       std::min(literal.digits.find_first_not_of('0'), literal.digits.size() - 1));
  return literal;
}

// The literal as one of our numbers, its exponent kept as the scale unless it is positive.
std::optional<Decimal> ToDecimal(const Literal& literal) {
  std::string digits = literal.digits;
  long exponent = literal.exponent;
  if (exponent > 0) {
    if (digits == "0") {
      exponent = 0;
    } else if (exponent > 38) {
      return std::nullopt;
    } else {
      digits.append(static_cast<std::size_t>(exponent), '0');
      exponent = 0;
    }
  }
  if (exponent < -38 || digits.size() > 38) return std::nullopt;
  const auto scale = static_cast<std::size_t>(-exponent);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  if (scale != 0) digits.insert(digits.size() - scale, ".");
  Result<Decimal> value = Decimal::Parse((literal.negative ? "-" : "") + digits);
  if (!value) return std::nullopt;
  return *value;
}

int DigitsOf(const Decimal& value) {
  return value.is_zero() ? 1 : static_cast<int>(abs(oracle::Coefficient(value)).str().size());
}

Decimal PowerOfTen(int exponent) { return oracle::MakeDecimal(oracle::Ten(exponent), 0); }

enum class Verdict { kPassed, kRefusedRightly, kFailed, kSkipped };

struct Outcome {
  Verdict verdict;
  std::string why;  // the reason of a skip, or what went wrong
};

Outcome Skip(std::string why) { return {Verdict::kSkipped, std::move(why)}; }
Outcome Fail(std::string why) { return {Verdict::kFailed, std::move(why)}; }

struct Context {
  int precision = 9;
  std::optional<Rounding> rounding = Rounding::kHalfUp;
};

std::optional<Rounding> ReadRounding(const std::string& name) {
  for (Rounding mode : RoundingSet::All()) {
    if (name == Name(mode)) return mode;
  }
  return std::nullopt;
}

std::string Lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return text;
}

struct Case {
  std::string id;
  std::string operation;
  std::vector<std::string> operands;
  std::string result;
  std::vector<std::string> conditions;

  [[nodiscard]] bool Has(std::string_view condition) const {
    for (const std::string& one : conditions) {
      if (Lower(one) == condition) return true;
    }
    return false;
  }
};

// Words, quoted or not, up to a comment.
std::vector<std::string> Words(const std::string& line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if (c == ' ' || c == '\t' || c == '\r') {
      ++at;
    } else if (line.compare(at, 2, "--") == 0) {
      break;
    } else if (c == '\'' || c == '"') {
      std::string word;
      for (++at; at < line.size(); ++at) {
        if (line[at] == c) {
          if (at + 1 >= line.size() || line[at + 1] != c) break;
          ++at;  // a doubled quote is one
        }
        word += line[at];
      }
      ++at;
      words.push_back(word);
    } else {
      const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
      words.push_back(line.substr(at, end - at));
      at = end;
    }
  }
  return words;
}

class Runner {
 public:
  explicit Runner(Context context) : context_(context) {}

  Outcome Run(const Case& test) {
    const std::string operation = Lower(test.operation);
    if (operation == "tosci" || operation == "toeng" || operation == "apply") return Convert(test);
    if (operation == "power") return Skip("an operation that is not offered: power");
    if (!context_.rounding) return Skip("a rounding that is not offered");

    std::vector<Literal> literals;
    for (const std::string& text : test.operands) {
      if (text == "#") return Skip("a null operand");
      const std::optional<Literal> literal = ReadLiteral(text);
      if (!literal) return Skip("an operand that is NaN or infinite");
      literals.push_back(*literal);
    }
    BringNear(operation, literals);
    std::vector<Decimal> operands;
    bool plain = true;  // no positive exponents, so that scales can be compared too
    for (const Literal& literal : literals) {
      const std::optional<Decimal> value = ToDecimal(literal);
      if (!value) {
        return Skip(literal.digits.size() > 38
                        ? "an operand of more than 38 digits"
                        : "an operand whose exponent cannot be brought near 0");
      }
      operands.push_back(*value);
      plain = plain && literal.exponent <= 0;
      exponents_.push_back(literal.exponent);
    }
    const bool binary = operands.size() == 2;
    const Decimal& a = operands[0];
    const Decimal& b = operands[binary ? 1 : 0];

    if (test.Has("overflow") || test.Has("underflow") || test.Has("subnormal")) {
      return Skip("a result at the exponent limits of the case");
    }
    if (operation == "divide") return DivideCase(test, a, b);
    if (operation == "divideint" || operation == "remainder") {
      return WholeDivision(test, operation == "remainder", a, b, plain);
    }
    if (operation == "quantize") return RescaleCase(test, a, exponents_[1]);
    if (operation == "rescale") {
      const Result<std::int64_t> exponent = b.ToInt64();
      if (!exponent) return Skip("a rescale to an exponent that is no whole number");
      return RescaleCase(test, a, static_cast<long>(*exponent) + shift_);
    }
    if (operation == "tointegral" || operation == "tointegralx") {
      return Judge(test, Round(a, 0, *context_.rounding), plain);
    }
    if (operation == "compare") return Judge(test, Decimal::FromInt(Compare(a, b)), plain);
    if (operation == "samequantum") {
      if (!plain) return Skip("a positive exponent, which a scale cannot be");
      return Judge(test, Decimal::FromInt(a.scale() == b.scale() ? 1 : 0), plain);
    }

    std::optional<Decimal> exact;
    const auto compute = [&]() -> Result<Decimal> {
      if (operation == "add") {
        exact = oracle::ExactResult(oracle::Value(a) + oracle::Value(b), 38);
        return Add(a, b);
      }
      if (operation == "subtract") {
        exact = oracle::ExactResult(oracle::Value(a) - oracle::Value(b), 38);
        return Subtract(a, b);
      }
      if (operation == "multiply") {
        exact = oracle::ExactResult(oracle::Value(a) * oracle::Value(b), 38);
        return Multiply(a, b);
      }
      exact = a;
      if (operation == "abs") return Abs(a);
      if (operation == "minus") return Negate(a);
      if (operation == "plus") return a;
      if (operation == "reduce") return Reduce(a);
      // Of equal values either one is right.
      if (operation == "max") return a < b ? b : a;
      if (operation == "min") return b < a ? b : a;
      return Error(Code::kInternal);
    };
    const Result<Decimal> result = compute();
    if (!result) {
      if (result.code() == Code::kInternal)
        return Skip("an operation that is not offered: " + operation);
      // The case wants it rounded; we refuse to lose digits unasked, and may do so only for that reason.
      if (result.code() == Code::kOverflow && !exact) return {Verdict::kRefusedRightly, ""};
      return Fail("refused with " + std::string(Name(result.code())));
    }
    const bool comparable_scale =
        plain && operation != "max" && operation != "min" && operation != "reduce";
    return Judge(test, ToPrecision(*result), comparable_scale);
  }

 private:
  // Shifts the exponents of operands that are none of ours, and remembers by how much the result is shifted then.
  void BringNear(const std::string& operation, std::vector<Literal>& literals) {
    const auto near = [&] {
      for (const Literal& literal : literals) {
        if (!ToDecimal(literal)) return false;
        if (operation == "samequantum" && literal.exponent > 0) return false;
      }
      return true;
    };
    if (near() || operation == "tointegral" || operation == "tointegralx") return;
    if (operation == "multiply" || operation == "divide") {
      shift_ = -literals[0].exponent;
      shift_ += operation == "multiply" ? -literals[1].exponent : literals[1].exponent;
      literals[0].exponent = 0;
      literals[1].exponent = 0;
      return;
    }
    const bool rescale = operation == "rescale";  // whose second operand is an exponent
    const std::size_t shifted = rescale ? 1 : literals.size();
    const std::vector<Literal> before = literals;
    long highest = literals[0].exponent;
    for (std::size_t i = 0; i < shifted; ++i) highest = std::max(highest, literals[i].exponent);
    // Whole numbers first, which keep every digit of the scale; then numbers with positive exponents.
    for (long top = 0; top <= 38; ++top) {
      literals = before;
      shift_ = top - highest;
      for (std::size_t i = 0; i < shifted; ++i) literals[i].exponent += shift_;
      if (near()) break;
      shift_ = 0;
    }
    if (!near()) literals = before;
    if (operation == "compare" || operation == "divideint" || operation == "samequantum")
      shift_ = 0;
  }

  // The value with at most `precision` significant digits.
  [[nodiscard]] Result<Decimal> ToPrecision(const Decimal& value) const {
    const int excess = DigitsOf(value) - context_.precision;
    if (excess <= 0) return value;
    if (excess <= value.scale()) {
      Result<Decimal> rounded = Round(value, value.scale() - excess, *context_.rounding);
      // 9.99 became 10.0: one digit too many, which is a zero.
      if (rounded && DigitsOf(*rounded) > context_.precision && rounded->scale() > 0) {
        return Round(*rounded, rounded->scale() - 1, Rounding::kUnnecessary);
      }
      return rounded;
    }
    const Decimal step = PowerOfTen(excess - value.scale());
    const Result<Decimal> steps = Divide(value, step, 0, *context_.rounding);
    if (!steps) return Error(steps.code());
    return Multiply(*steps, step);
  }

  Outcome Judge(const Case& test, const Result<Decimal>& got, bool compare_scale) const {
    std::optional<Literal> literal = ReadLiteral(test.result);
    if (!literal) return Skip("a result that is NaN or infinite");
    literal->exponent += shift_;
    const std::optional<Decimal> expected = ToDecimal(*literal);
    if (!expected) return Skip("a result of more than 38 digits or decimals");
    if (!got) return Fail("refused with " + std::string(Name(got.code())));
    if (*got != *expected) return Fail("gave " + got->ToString());
    if (compare_scale && literal->exponent <= 0 && got->scale() != expected->scale() &&
        !test.Has("clamped")) {
      return Fail("gave the scale of " + got->ToString());
    }
    return {Verdict::kPassed, ""};
  }

  Outcome DivideCase(const Case& test, const Decimal& a, const Decimal& b) const {
    if (b.is_zero()) {
      const bool refused = Divide(a, b, 0, *context_.rounding).code() == Code::kDivisionByZero;
      return refused ? Outcome{Verdict::kPassed, ""} : Fail("divided by zero");
    }
    if (a.is_zero()) return Judge(test, Divide(a, b, 0, *context_.rounding), false);
    // The scale at which the quotient has as many digits as the precision, or just one more or less.
    int scale = context_.precision + (DigitsOf(b) - b.scale()) - (DigitsOf(a) - a.scale()) - 1;
    for (int attempt = 0; attempt < 3; ++attempt, ++scale) {
      if (scale > 38) {
        const Result<Decimal> exact = Divide(a, b, 38, Rounding::kUnnecessary);
        if (exact) return Judge(test, ToPrecision(*exact), false);
        return Skip("a quotient of more than 38 decimals");
      }
      const Decimal step = PowerOfTen(scale < 0 ? -scale : 0);
      const Result<Decimal> divisor = Multiply(b, step);
      if (!divisor) return Skip("a quotient of more than 38 digits");
      const int decimals = scale < 0 ? 0 : scale;
      const Result<Decimal> cut = Divide(a, *divisor, decimals, Rounding::kDown);
      if (!cut) return Skip("a quotient of more than 38 digits");
      if (DigitsOf(*cut) != context_.precision || cut->is_zero()) continue;
      const Result<Decimal> rounded = Divide(a, *divisor, decimals, *context_.rounding);
      if (!rounded) return Skip("a quotient of more than 38 digits");
      return Judge(test, Multiply(*rounded, step), false);
    }
    return Fail("found no scale for the quotient");
  }

  Outcome WholeDivision(const Case& test, bool remainder, const Decimal& a, const Decimal& b,
                        bool plain) const {
    const Result<QuotientAndRemainder> both = DivideWhole(a, b);
    if (b.is_zero()) {
      const bool refused = both.code() == Code::kDivisionByZero;
      return refused ? Outcome{Verdict::kPassed, ""} : Fail("divided by zero");
    }
    if (test.Has("division_impossible")) {
      // The whole part has more digits than the precision.
      if (!both) {
        return both.code() == Code::kOverflow ? Outcome{Verdict::kRefusedRightly, ""}
                                              : Fail("refused");
      }
      return DigitsOf(both->quotient) > context_.precision
                 ? Outcome{Verdict::kPassed, ""}
                 : Fail("gave " + both->quotient.ToString());
    }
    if (!both) return Fail("refused with " + std::string(Name(both.code())));
    if (!remainder) return Judge(test, both->quotient, false);
    return Judge(test, ToPrecision(both->remainder), plain);
  }

  // `a` with a last digit worth 10^exponent.
  Outcome RescaleCase(const Case& test, const Decimal& a, long exponent) const {
    if (exponent > 38 || exponent < -38) return Skip("an exponent outside [−38, 38]");
    const bool invalid = test.Has("invalid_operation");
    if (exponent <= 0) {
      const Result<Decimal> rounded = Round(a, static_cast<int>(-exponent), *context_.rounding);
      if (invalid) {
        if (!rounded) {
          return rounded.code() == Code::kOverflow ? Outcome{Verdict::kRefusedRightly, ""}
                                                   : Fail("refused");
        }
        if (DigitsOf(*rounded) > context_.precision) return {Verdict::kPassed, ""};
        return Skip("a result at the exponent limits of the case");
      }
      return Judge(test, rounded, true);
    }
    if (invalid) return Skip("a result at the exponent limits of the case");
    const Decimal step = PowerOfTen(static_cast<int>(exponent));
    const Result<Decimal> steps = Divide(a, step, 0, *context_.rounding);
    if (!steps) return Fail("refused");
    return Judge(test, Multiply(*steps, step), false);
  }

  // Text to number and back.
  Outcome Convert(const Case& test) const {
    const std::string& text = test.operands[0];
    if (text == "#") return Skip("a null operand");
    const Result<Decimal> value = Decimal::Parse(text);
    if (test.Has("conversion_syntax")) {
      return value ? Fail("read as " + value->ToString()) : Outcome{Verdict::kPassed, ""};
    }
    const std::optional<Literal> literal = ReadLiteral(text);
    if (!literal) {
      return value ? Fail("read as " + value->ToString())
                   : Skip("an operand that is NaN or infinite");
    }
    const bool plain = text.find_first_of("eE+") == std::string::npos && text.front() != '.' &&
                       text.back() != '.' && text.find("-.") == std::string::npos;
    if (!plain) {
      // Parse takes no exponent, no plus and no bare point.
      return value ? Fail("read as " + value->ToString())
                   : Skip("text with an exponent, + or a bare point");
    }
    if (!value) {
      return ToDecimal(*literal) ? Fail("refused with " + std::string(Name(value.code())))
                                 : Skip("an operand of more than 38 digits");
    }
    if (!context_.rounding) return Skip("a rounding that is not offered");
    if (test.Has("overflow") || test.Has("underflow") || test.Has("subnormal")) {
      return Skip("a result at the exponent limits of the case");
    }
    const Result<Decimal> rounded = ToPrecision(*value);
    // The suite prints 1E-7 where we print 0.0000001.
    if (rounded && test.result.find('E') == std::string::npos && rounded->sign() != 0 &&
        rounded->ToString() != test.result) {
      return Fail("printed " + rounded->ToString());
    }
    return Judge(test, rounded, true);
  }

  Context context_;
  std::vector<long> exponents_;
  long shift_ = 0;
};

TEST(DecTest, EveryLineThatAppliesTo38DigitsPasses) {
  const std::filesystem::path folder = std::filesystem::path(YESAN_TEST_DATA) / "dectest";
  if (!std::filesystem::is_directory(folder)) {
    GTEST_SKIP() << "no decimal arithmetic cases in " << folder << "; set YESAN_TEST_DATA";
  }
  int lines = 0;
  int run = 0;
  int refused = 0;
  int failed = 0;
  std::map<std::string, int> skipped;
  std::map<std::string, int> run_by_file;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".decTest") continue;
    std::ifstream file(entry.path());
    Context context;
    for (std::string line; std::getline(file, line);) {
      const std::vector<std::string> words = Words(line);
      if (words.size() == 2 && words[0].back() == ':') {
        const std::string key = Lower(words[0]);
        if (key == "precision:") context.precision = std::stoi(words[1]);
        if (key == "rounding:") context.rounding = ReadRounding(Lower(words[1]));
        continue;
      }
      Case test;
      std::size_t at = 0;
      while (at < words.size() && words[at] != "->") ++at;
      if (at + 1 >= words.size() || at < 3) continue;
      test.id = words[0];
      test.operation = words[1];
      test.operands.assign(words.begin() + 2, words.begin() + static_cast<std::ptrdiff_t>(at));
      test.result = words[at + 1];
      test.conditions.assign(words.begin() + static_cast<std::ptrdiff_t>(at) + 2, words.end());
      ++lines;
      const Outcome outcome = Runner(context).Run(test);
      switch (outcome.verdict) {
        case Verdict::kSkipped:
          ++skipped[outcome.why];
          break;
        case Verdict::kFailed:
          ++failed;
          ADD_FAILURE() << entry.path().filename().string() << ' ' << test.id << ": " << outcome.why
                        << "\n  " << line;
          [[fallthrough]];
        case Verdict::kRefusedRightly:
          refused += outcome.verdict == Verdict::kRefusedRightly;
          [[fallthrough]];
        case Verdict::kPassed:
          ++run;
          ++run_by_file[entry.path().stem().string()];
          break;
      }
    }
  }
  std::cout << lines << " lines, " << run << " run (" << refused
            << " of them refused, as they must be), " << failed << " failed\n";
  for (const auto& [name, count] : run_by_file)
    std::cout << "  ran " << count << " of " << name << '\n';
  for (const auto& [why, count] : skipped)
    std::cout << "  skipped " << count << ": " << why << '\n';
  EXPECT_EQ(failed, 0);
  EXPECT_GE(run, kRecordedRun);
}

}  // namespace
}  // namespace yesan
