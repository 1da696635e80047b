#include "tests/sim/options.h"

#include <limits>

#include "yesan/money/decimal.h"

namespace yesan::sim {
namespace {

// A whole number of a closed range, digits only.
std::optional<std::int64_t> Number(const std::string& text, std::int64_t least, std::int64_t most) {
  const Result<Decimal> value = Decimal::Parse(text);
  if (!value || value->scale() != 0) return std::nullopt;
  const Result<std::int64_t> number = value->ToInt64();
  if (!number || *number < least || *number > most) return std::nullopt;
  return *number;
}

}  // namespace

const char* const kUsage =
    "simulate [OPTION]…\n"
    "  --seed N          which municipality, 0 … 2^63−1 (1) / 무작위 씨앗\n"
    "  --years Y         how many years it lives, 1 … 50 (3) / 햇수\n"
    "  --steps S         how many things are tried, 1 … 1000000000 (10000) / 걸음 수\n"
    "  --policy NAME     strict, korean or permissive (strict) / 정책\n"
    "  --level L         control level, 1 … 5 (by the seed) / 통제 수준\n"
    "  --first-month M   of the fiscal year, 1 … 12 (by the seed) / 회계연도의 첫 달\n"
    "  --subsidy-identities-only   not every subsidy part by itself / 국비분은 항등식만\n";

FiscalCalendar Options::calendar() const {
  if (first_month != 0) return {first_month, YearNaming::kByFirstDay};
  switch (seed % 8) {
    case 2:
      return kJapaneseFiscalCalendar;
    case 4:
      return {7, YearNaming::kByFirstDay};
    case 6:
      return kUnitedStatesFederalFiscalCalendar;
    default:
      return kKoreanFiscalCalendar;
  }
}

std::optional<Options> ReadOptions(int argc, char** argv, std::string* problem) {
  Options options;
  const auto refuse = [&](const std::string& name, const std::string& ko, const std::string& en) {
    *problem = name + ": " + ko + " / " + en;
    return std::nullopt;
  };
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (name == "--subsidy-identities-only") {
      options.exact_subsidies = false;
      continue;
    }
    const bool policy = name == "--policy";
    std::int64_t least = 1;
    std::int64_t most = 0;
    if (name == "--seed") {
      least = 0;
      most = std::numeric_limits<std::int64_t>::max();
    } else if (name == "--years") {
      most = 50;
    } else if (name == "--steps") {
      most = 1'000'000'000;
    } else if (name == "--level") {
      most = 5;
    } else if (name == "--first-month") {
      most = 12;
    } else if (!policy) {
      return refuse(name, "없는 선택지입니다.", "there is no such option.");
    }
    if (i + 1 >= argc) return refuse(name, "값이 없습니다.", "its value is missing.");
    const std::string value = argv[++i];
    if (policy) {
      if (value != "strict" && value != "korean" && value != "permissive") {
        return refuse(name, "strict, korean, permissive 가운데 하나여야 합니다: '" + value + "'",
                      "expected strict, korean or permissive, found '" + value + "'.");
      }
      options.policy = value;
      continue;
    }
    const auto number = Number(value, least, most);
    if (!number) {
      const std::string range = std::to_string(least) + " … " + std::to_string(most);
      return refuse(name, range + "의 정수여야 합니다: '" + value + "'",
                    "expected a whole number, " + range + ", found '" + value + "'.");
    }
    if (name == "--seed") options.seed = static_cast<std::uint64_t>(*number);
    if (name == "--years") options.years = static_cast<std::int32_t>(*number);
    if (name == "--steps") options.steps = *number;
    if (name == "--level") options.level = static_cast<std::int32_t>(*number);
    if (name == "--first-month") options.first_month = static_cast<std::int32_t>(*number);
  }
  return options;
}

std::string CommandLine(const Options& options) {
  std::string words = "--seed " + std::to_string(options.seed) + " --years " +
                      std::to_string(options.years) + " --steps " + std::to_string(options.steps) +
                      " --policy " + options.policy;
  if (options.level != 0) words += " --level " + std::to_string(options.level);
  if (options.first_month != 0) words += " --first-month " + std::to_string(options.first_month);
  if (!options.exact_subsidies) words += " --subsidy-identities-only";
  return words;
}

}  // namespace yesan::sim
