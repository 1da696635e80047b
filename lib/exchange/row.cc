#include "lib/exchange/row.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "lib/base/chars.h"
#include "yesan/money/amount.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"

namespace yesan::internal {
namespace {

// Digits alone, of at most 18: what most files hold. −1 for anything else.
std::int64_t PlainDigits(std::string_view text) noexcept {
  if (text.empty() || text.size() > 18) return -1;
  std::int64_t value = 0;
  for (const char c : text) {
    const auto digit = static_cast<unsigned char>(c - '0');
    if (digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

std::int64_t PowerOfTen(std::int32_t digits) noexcept {
  std::int64_t power = 1;
  for (std::int32_t i = 0; i < digits; ++i) power *= 10;
  return power;
}

}  // namespace

CsvPlace RowReader::PlaceOf(CsvColumn column) const {
  const std::int32_t index = map_.IndexOf(column);
  return {reader_.row(), reader_.line(), static_cast<std::uint32_t>(index + 1),
          index < 0 ? std::string_view() : map_.HeaderOf(column)};
}

void RowReader::Blame(CsvColumn column, Code code, std::string rule, const Message& what,
                      Message expected) {
  if (problems_.full()) return;
  problems_.Add(
      MakeProblem(code, std::move(rule), PlaceOf(column), what, std::move(expected), Get(column)));
}

void RowReader::Blame(CsvColumn column, std::string rule, const Error& error, Message expected) {
  Blame(column, error.code(), std::move(rule), error.message(), std::move(expected));
}

bool RowReader::Need(CsvColumn column) {
  if (!Get(column).empty()) return true;
  Blame(column, Code::kSyntax, "csv.needed", {"칸이 비어 있습니다.", "the field is empty."});
  return false;
}

std::optional<std::int64_t> RowReader::Number(CsvColumn column, std::int64_t min,
                                              std::int64_t max) {
  const std::int64_t number = PlainDigits(Get(column));
  if (number >= min && number <= max) return number;
  const std::string range = std::to_string(min) + "…" + std::to_string(max);
  Blame(column, Code::kSyntax, "csv.number", {"번호가 아닙니다.", "it is no such number."},
        {range, range});
  return std::nullopt;
}

std::optional<Date> RowReader::PlainDay(CsvColumn column) {
  const std::string_view text = Get(column);
  if (text.size() != sizeof day_text_) return std::nullopt;
  if (std::memcmp(text.data(), day_text_, sizeof day_text_) == 0) return day_;
  if (text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::int64_t year = PlainDigits(text.substr(0, 4));
  const std::int64_t month = PlainDigits(text.substr(5, 2));
  const std::int64_t day = PlainDigits(text.substr(8, 2));
  if (year < 1 || month < 1 || month > 12 || day < 1) return std::nullopt;
  const auto date = Date::Make(static_cast<std::int32_t>(year), static_cast<std::int32_t>(month),
                               static_cast<std::int32_t>(day));
  if (!date) return std::nullopt;
  std::memcpy(day_text_, text.data(), sizeof day_text_);
  day_ = *date;
  return day_;
}

std::optional<Date> RowReader::Day(CsvColumn column, std::int32_t anchor_year) {
  if (const std::optional<Date> day = PlainDay(column)) return day;
  const std::string_view text = Get(column);
  const Result<Date> date = ParseDate(text, std::clamp(anchor_year, 61, 9960));
  if (date) return *date;
  const bool is_day = date.code() == Code::kOutOfRange;
  Blame(column, date.code(), "csv.day",
        is_day ? Message{"달력에 없는 날입니다.", "the calendar has no such day."}
               : Message{"날짜가 아닙니다.", "it is no day."},
        {"2021-03-02 같은 날짜", "a day such as 2021-03-02"});
  return std::nullopt;
}

std::optional<std::int64_t> RowReader::Amount(CsvColumn column, Unit unit,
                                              std::int32_t minor_digits) {
  const std::string_view text = Get(column);
  const Unit table_unit = unit == Unit::kNone ? Unit::kWon : unit;
  const std::int64_t factor = FactorInWon(table_unit) * PowerOfTen(minor_digits);
  if (const std::int64_t digits = PlainDigits(text);
      digits >= 0 && (factor == 1 || digits <= INT64_MAX / factor))
    return digits * factor;
  const Message expected = {"1,234,000이나 4,066,896천원 같은 금액",
                            "an amount such as 1,234,000 or 4,066,896천원"};
  AmountOptions options;
  options.refuse_faults = true;
  const Result<yesan::Amount> amount = ParseAmount(text, options);
  if (!amount) {
    // Place and text of the cell are told here already.
    Blame(column, "csv.amount", Error(amount.code()), expected);
    return std::nullopt;
  }
  // A remark behind the figure may say anything; a bill of it is not guessed at.
  if (!amount->has_value() || !amount->note().empty()) {
    Blame(column, Code::kSyntax, "csv.amount", {"금액이 아닙니다.", "it is no amount."}, expected);
    return std::nullopt;
  }
  if (minor_digits == 0) {
    const Result<Money> won = amount->InWon(table_unit);
    if (won) return won->minor();
    Blame(column, "csv.amount", won.error(), expected);
    return std::nullopt;
  }
  const Unit own = amount->unit == Unit::kNone ? table_unit : amount->unit;
  const Result<Decimal> minor =
      IsMoney(own)
          ? Multiply(amount->value, Decimal::FromInt(FactorInWon(own) * PowerOfTen(minor_digits)))
          : Result<Decimal>(Error(Code::kWrongUnit));
  if (!minor) {
    Blame(column, "csv.amount", minor.error(), expected);
    return std::nullopt;
  }
  const Result<Money> money = ToMoney(*minor, Rounding::kUnnecessary);
  if (money) return money->minor();
  Blame(column, "csv.amount", money.error(), expected);
  return std::nullopt;
}

std::optional<ColumnMap> ReadHeader(CsvReader& reader, const std::vector<CsvColumn>& allowed,
                                    const std::vector<CsvColumn>& needed,
                                    const LoadOptions& options, Problems& problems) {
  const CsvStep step = reader.Next();
  if (step == CsvStep::kProblem) {
    problems.Add(reader.problem());
    return std::nullopt;
  }
  if (step == CsvStep::kEnd) {
    problems.Add(MakeProblem(Code::kSyntax, "csv.empty_file", {},
                             {"파일에 아무것도 없습니다. 첫 행에 열 이름이 있어야 합니다.",
                              "The file is empty; its first row should name the columns."}));
    return std::nullopt;
  }
  std::vector<CsvProblem> found;
  ColumnMap map(reader.fields(), allowed, needed, options.ignore_unknown_columns, reader.row(),
                reader.line(), found);
  if (!map.Has(CsvColumn::kItem)) {
    // Without an item's own number its parts tell it.
    std::vector<CsvProblem> missing;
    const ColumnMap again(reader.fields(), allowed, NeededForItems(options),
                          options.ignore_unknown_columns, reader.row(), reader.line(), missing);
    static_cast<void>(again);
    for (CsvProblem& problem : missing) {
      if (problem.rule == "csv.missing_header") found.push_back(std::move(problem));
    }
  }
  const bool good = found.empty();
  for (CsvProblem& problem : found) problems.Add(std::move(problem));
  if (!good) {
    problems.Sort();
    return std::nullopt;
  }
  return map;
}

std::optional<Unit> UnitOf(const ColumnMap& map, const LoadOptions& options, Problems& problems) {
  if (options.unit != Unit::kNone && !IsMoney(options.unit)) {
    problems.Add(MakeProblem(Code::kWrongUnit, "csv.options", {},
                             {"지정한 단위가 금액의 단위가 아닙니다.",
                              "The unit that was asked for is not one of money."}));
    return std::nullopt;
  }
  if (map.unit() == Unit::kNone) return options.unit;
  if (options.unit == Unit::kNone || options.unit == map.unit()) return map.unit();
  const CsvPlace place{1, 1, static_cast<std::uint32_t>(map.IndexOf(CsvColumn::kAmount) + 1),
                       map.HeaderOf(CsvColumn::kAmount)};
  problems.Add(MakeProblem(
      Code::kWrongUnit, "csv.unit", place,
      {"열 이름의 단위와 지정한 단위가 다릅니다.",
       "the header names another unit than the one that was asked for."},
      {std::string(Name(options.unit)), std::string(Name(options.unit, Language::kEnglish))},
      Name(map.unit())));
  return std::nullopt;
}

std::vector<CsvColumn> NeededForItems(const LoadOptions& options) {
  std::vector<CsvColumn> needed = {CsvColumn::kObjectItem};
  if (options.fiscal_year == 0) needed.push_back(CsvColumn::kFiscalYear);
  if (options.account.empty()) needed.push_back(CsvColumn::kAccount);
  return needed;
}

std::optional<std::uint32_t> NumberSign(std::string_view text) noexcept {
  if (text.size() < 2 || text.front() != '#') return std::nullopt;
  const std::int64_t number = PlainDigits(text.substr(1));
  if (number < 1 || number > UINT32_MAX) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

}  // namespace yesan::internal
