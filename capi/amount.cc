#include "yesan/money/amount.h"

#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "capi/convert.h"
#include "capi/guard.h"
#include "yesan/money/format.h"
#include "yesan/money/paired_amount.h"
#include "yesan/money/words.h"

using yesan::Amount;
using yesan::AmountFormat;
using yesan::Decimal;
using yesan::Money;
using yesan::PairedAmount;
using yesan::Result;
using yesan::Unit;
using yesan::capi::CheckNumber;
using yesan::capi::DecimalOf;
using yesan::capi::GiveText;
using yesan::capi::Guard;
using yesan::capi::Out;
using yesan::capi::TextAt;
using yesan::capi::TextOf;

namespace {

struct Reading {
  yesan::AmountOptions options;
  Unit unit = Unit::kWon;
};

Result<Reading> ReadingOf(std::uint32_t flags, std::int32_t default_unit) {
  constexpr std::uint32_t kAll =
      YESAN_READ_FRACTIONS | YESAN_READ_NEGATIVE_PARENTHESES | YESAN_READ_REFUSE_FAULTS;
  if ((flags & ~kAll) != 0) return yesan::capi::UnknownNumber("flags", flags);
  if (default_unit != YESAN_UNIT_NONE) {
    YESAN_TRY(yesan::capi::CheckMoneyUnit("default_unit", default_unit));
  }
  Reading reading;
  reading.options.whole = (flags & YESAN_READ_FRACTIONS) == 0;
  reading.options.parentheses_are_negative = (flags & YESAN_READ_NEGATIVE_PARENTHESES) != 0;
  reading.options.refuse_faults = (flags & YESAN_READ_REFUSE_FAULTS) != 0;
  if (default_unit != YESAN_UNIT_NONE) reading.unit = static_cast<Unit>(default_unit);
  return reading;
}

std::optional<Money> WonOf(const Amount& amount, Unit unit) {
  if (!amount.has_value()) return std::nullopt;
  const Result<Money> won = amount.InWon(unit);
  return won ? std::optional<Money>(*won) : std::nullopt;
}

// Reads a cell into `out`, which stays as it is on a refusal.
Result<void> ReadCell(std::string_view text, const Reading& reading, yesan_amount& out) {
  YESAN_TRY(yesan::capi::CheckUtf8(text));
  Result<PairedAmount> read = ParsePairedAmount(text, reading.options);
  if (!read) return std::move(read).error();
  const Amount& total = read->total;
  const Amount& part = read->part;
  const std::optional<Money> won = WonOf(total, reading.unit);
  const std::optional<Money> part_won = WonOf(part, reading.unit);
  // Each field once: to clear the whole struct first costs as much as all of them.
  out.struct_size = sizeof(yesan_amount);
  const auto bit = [](bool holds, std::uint32_t number) { return holds ? number : 0U; };
  out.present = bit(total.has_value(), YESAN_AMOUNT_HAS_VALUE) |
                bit(won.has_value(), YESAN_AMOUNT_HAS_WON) |
                bit(part.has_value(), YESAN_AMOUNT_HAS_PART) |
                bit(part_won.has_value(), YESAN_AMOUNT_HAS_PART_WON) |
                bit(total.grouped, YESAN_AMOUNT_GROUPED) | bit(total.mixed, YESAN_AMOUNT_MIXED) |
                bit(total.won_written, YESAN_AMOUNT_WON_WRITTEN);
  out.kind = static_cast<std::int32_t>(total.kind);
  out.word = static_cast<std::int32_t>(total.word);
  out.fault = static_cast<std::int32_t>(total.fault);
  out.sign = static_cast<std::int32_t>(total.sign);
  out.unit = static_cast<std::int32_t>(total.unit);
  out.likely_unit = static_cast<std::int32_t>(total.likely_unit());
  out.part_kind = static_cast<std::int32_t>(read->part_kind);
  out.part_unit = static_cast<std::int32_t>(part.unit);
  out.value = total.has_value() ? Out(total.value) : yesan_decimal{};
  // Without a fault the likely figure is the figure.
  out.likely = total.has_value() && total.fault != yesan::AmountFault::kNone ? Out(total.likely())
                                                                             : out.value;
  out.won = won ? won->minor() : 0;
  out.part = part.has_value() ? Out(part.value) : yesan_decimal{};
  out.part_won = part_won ? part_won->minor() : 0;
  // A label is x or one to five Hangul letters: fifteen bytes at most.
  const std::size_t label = read->label.size() < sizeof out.part_label ? read->label.size() : 0;
  std::memset(out.part_label, 0, sizeof out.part_label);
  if (label != 0) std::memcpy(out.part_label, read->label.data(), label);
  return {};
}

Result<AmountFormat> FormatOf(const yesan_amount_format* format) {
  AmountFormat out;
  if (format == nullptr) return out;
  YESAN_TRY(yesan::capi::CheckStructSize("format", format->struct_size, sizeof *format));
  YESAN_TRY(CheckNumber("unit", format->unit, YESAN_UNIT_NONE, YESAN_UNIT_PERCENT));
  YESAN_TRY(yesan::capi::CheckRounding(format->rounding));
  YESAN_TRY(CheckNumber("minus", format->minus, YESAN_SIGN_DELTA, YESAN_SIGN_PARENTHESES));
  constexpr std::uint32_t kAll = YESAN_PRINT_PLAIN | YESAN_PRINT_UNIT;
  if ((format->flags & ~kAll) != 0) return yesan::capi::UnknownNumber("flags", format->flags);
  out.unit = static_cast<Unit>(format->unit);
  out.digits = format->digits;
  out.rounding = static_cast<yesan::Rounding>(format->rounding);
  out.minus = static_cast<yesan::SignMark>(format->minus);
  out.grouped = (format->flags & YESAN_PRINT_PLAIN) == 0;
  out.write_unit = (format->flags & YESAN_PRINT_UNIT) != 0;
  return out;
}

// Columns of cells in, one result or status a row out.
template <class Row>
Result<void> EachCell(std::uint64_t count, const yesan_text_column* texts, std::uint32_t flags,
                      std::int32_t default_unit, Row row) {
  Result<Reading> reading = ReadingOf(flags, default_unit);
  if (!reading) return std::move(reading).error();
  if (count == 0) return {};
  YESAN_REQUIRE(texts);
  YESAN_TRY(yesan::capi::CheckTexts("texts", *texts, count));
  yesan_amount cell{};
  for (std::uint64_t i = 0; i < count; ++i) {
    Result<void> read = ReadCell(TextAt(*texts, i), *reading, cell);
    YESAN_TRY(row(static_cast<std::size_t>(i), std::move(read), cell));
  }
  return {};
}

}  // namespace

yesan_status yesan_amount_parse(const char* text, uint64_t length, uint32_t flags,
                                int32_t default_unit, yesan_amount* out_amount,
                                yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_amount);
    YESAN_TRY(
        yesan::capi::CheckStructSize("out_amount", out_amount->struct_size, sizeof *out_amount));
    Result<Reading> reading = ReadingOf(flags, default_unit);
    if (!reading) return std::move(reading).error();
    Result<std::string_view> in = yesan::capi::RawTextOf(text, length);
    if (!in) return std::move(in).error();
    return ReadCell(*in, *reading, *out_amount);
  });
}

yesan_status yesan_amounts_parse(uint64_t count, const yesan_text_column* texts, uint32_t flags,
                                 int32_t default_unit, const yesan_amount_columns* out_columns,
                                 yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_columns);
    const yesan_amount_columns& out = *out_columns;
    YESAN_TRY(yesan::capi::CheckStructSize("out_columns", out.struct_size, sizeof out));
    YESAN_TRY(yesan::capi::CheckReserved("out_columns", out.reserved));
    std::vector<yesan_amount> rows;
    YESAN_TRY(
        EachCell(count, texts, flags, default_unit,
                 [&](std::size_t i, Result<void> read, const yesan_amount& cell) -> Result<void> {
                   if (!read) {
                     return std::move(read).error().AtRow(static_cast<std::int64_t>(i));
                   }
                   rows.push_back(cell);
                   return {};
                 }));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (out.present != nullptr) out.present[i] = rows[i].present;
      if (out.kind != nullptr) out.kind[i] = rows[i].kind;
      if (out.word != nullptr) out.word[i] = rows[i].word;
      if (out.fault != nullptr) out.fault[i] = rows[i].fault;
      if (out.unit != nullptr) out.unit[i] = rows[i].unit;
      if (out.part_kind != nullptr) out.part_kind[i] = rows[i].part_kind;
      if (out.value != nullptr) out.value[i] = rows[i].value;
      if (out.won != nullptr) out.won[i] = rows[i].won;
      if (out.part_won != nullptr) out.part_won[i] = rows[i].part_won;
    }
    return {};
  });
}

yesan_status yesan_amounts_check(uint64_t count, const yesan_text_column* texts, uint32_t flags,
                                 int32_t default_unit, int32_t* out_statuses, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    if (count != 0) YESAN_REQUIRE(out_statuses);
    std::vector<std::int32_t> statuses;
    YESAN_TRY(EachCell(count, texts, flags, default_unit,
                       [&](std::size_t, Result<void> read, const yesan_amount&) -> Result<void> {
                         statuses.push_back(static_cast<std::int32_t>(read.code()));
                         return {};
                       }));
    for (std::size_t i = 0; i < statuses.size(); ++i) out_statuses[i] = statuses[i];
    return {};
  });
}

yesan_status yesan_money_format(int64_t amount, const yesan_amount_format* format, char* out_text,
                                uint64_t capacity, uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_length);
    Result<AmountFormat> how = FormatOf(format);
    if (!how) return std::move(how).error();
    Result<std::string> text = FormatMoney(Money(amount), *how);
    if (!text) return std::move(text).error();
    return GiveText(*text, out_text, capacity, out_length);
  });
}

yesan_status yesan_money_format_mixed(int64_t amount, int32_t minus, char* out_text,
                                      uint64_t capacity, uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_length);
    YESAN_TRY(CheckNumber("minus", minus, YESAN_SIGN_DELTA, YESAN_SIGN_PARENTHESES));
    return GiveText(FormatMixed(Money(amount), static_cast<yesan::SignMark>(minus)), out_text,
                    capacity, out_length);
  });
}

yesan_status yesan_number_format(const yesan_decimal* number, const yesan_amount_format* format,
                                 char* out_text, uint64_t capacity, uint64_t* out_length,
                                 yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(number);
    YESAN_REQUIRE(out_length);
    Result<Decimal> value = DecimalOf(*number);
    if (!value) return std::move(value).error();
    Result<AmountFormat> how = FormatOf(format);
    if (!how) return std::move(how).error();
    Result<std::string> text = FormatNumber(*value, *how);
    if (!text) return std::move(text).error();
    return GiveText(*text, out_text, capacity, out_length);
  });
}

yesan_status yesan_amounts_format(uint64_t count, const int64_t* amounts,
                                  const yesan_amount_format* format, yesan_text_out* out_texts,
                                  yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_texts);
    if (count != 0) YESAN_REQUIRE(amounts);
    Result<AmountFormat> how = FormatOf(format);
    if (!how) return std::move(how).error();
    std::string bytes;
    std::vector<std::int64_t> ends;
    for (std::uint64_t i = 0; i < count; ++i) {
      Result<std::string> text = FormatMoney(Money(amounts[i]), *how);
      if (!text) return std::move(text).error().AtRow(static_cast<std::int64_t>(i));
      bytes += *text;
      ends.push_back(static_cast<std::int64_t>(bytes.size()));
    }
    if (out_texts->bytes_capacity != 0) {
      if (out_texts->offsets == nullptr) return yesan::capi::NullArgument("offsets");
      if (out_texts->bytes == nullptr) return yesan::capi::NullArgument("bytes");
      if (out_texts->bytes_capacity < bytes.size()) {
        return yesan::capi::TooSmall("bytes_capacity", bytes.size(), out_texts->bytes_capacity);
      }
      if (!bytes.empty()) std::memcpy(out_texts->bytes, bytes.data(), bytes.size());
      out_texts->offsets[0] = 0;
      for (std::size_t i = 0; i < ends.size(); ++i) out_texts->offsets[i + 1] = ends[i];
    }
    out_texts->bytes_length = bytes.size();
    return {};
  });
}

yesan_status yesan_amounts_format_check(uint64_t count, const int64_t* amounts,
                                        const yesan_amount_format* format, int32_t* out_statuses,
                                        yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    if (count != 0) {
      YESAN_REQUIRE(amounts);
      YESAN_REQUIRE(out_statuses);
    }
    Result<AmountFormat> how = FormatOf(format);
    if (!how) return std::move(how).error();
    std::vector<std::int32_t> statuses;
    for (std::uint64_t i = 0; i < count; ++i) {
      statuses.push_back(static_cast<std::int32_t>(FormatMoney(Money(amounts[i]), *how).code()));
    }
    for (std::size_t i = 0; i < statuses.size(); ++i) out_statuses[i] = statuses[i];
    return {};
  });
}

yesan_status yesan_words_format(const yesan_decimal* number, char* out_text, uint64_t capacity,
                                uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(number);
    YESAN_REQUIRE(out_length);
    Result<Decimal> value = DecimalOf(*number);
    if (!value) return std::move(value).error();
    Result<std::string> text = yesan::WriteInWords(*value);
    if (!text) return std::move(text).error();
    return GiveText(*text, out_text, capacity, out_length);
  });
}

yesan_status yesan_words_parse(const char* text, uint64_t length, yesan_decimal* out_number,
                               int32_t* out_canonical, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_number);
    Result<std::string_view> in = TextOf(text, length);
    if (!in) return std::move(in).error();
    Result<yesan::WordsReading> words = yesan::ParseWords(*in);
    if (!words) return std::move(words).error();
    *out_number = Out(words->number);
    if (out_canonical != nullptr) *out_canonical = words->canonical ? 1 : 0;
    return {};
  });
}

yesan_status yesan_formal_format(int64_t amount, char* out_text, uint64_t capacity,
                                 uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_length);
    Result<std::string> text = yesan::FormatFormalAmount(Money(amount));
    if (!text) return std::move(text).error();
    return GiveText(*text, out_text, capacity, out_length);
  });
}

yesan_status yesan_formal_parse(const char* text, uint64_t length, int64_t* out_figures,
                                int64_t* out_words, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_figures);
    YESAN_REQUIRE(out_words);
    Result<std::string_view> in = TextOf(text, length);
    if (!in) return std::move(in).error();
    Result<yesan::FormalAmount> amount = yesan::ParseFormalAmount(*in);
    if (!amount) return std::move(amount).error();
    *out_figures = amount->figures.minor();
    *out_words = amount->words.minor();
    return {};
  });
}
