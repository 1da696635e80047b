#include "capi/convert.h"

#include <cstring>
#include <utility>

#include "yesan/base/text.h"

namespace yesan::capi {
namespace {

Error Misuse(std::string_view rule, std::string_view name, std::string_view ko,
             std::string_view en) {
  ErrorDetail detail;
  detail.rule = rule;
  detail.message.ko = std::string(name) + ": " + std::string(ko) + ".";
  detail.message.en = std::string(name) + ": " + std::string(en) + ".";
  return Error(Code::kInvalidArgument, std::move(detail));
}

Place PlaceOfByte(std::string_view text, std::size_t offset) {
  Place place;
  std::size_t line_start = 0;
  place.line = 1;
  for (std::size_t i = 0; i < offset; ++i) {
    const bool pair = text[i] == '\r' && i + 1 < offset && text[i + 1] == '\n';
    if (text[i] == '\n' || (text[i] == '\r' && !pair)) {
      ++place.line;
      line_start = i + 1;
    }
  }
  // Everything before the offending byte is valid.
  place.column =
      static_cast<std::uint32_t>(CountCharacters(text.substr(line_start, offset - line_start)) + 1);
  place.offset = static_cast<std::uint32_t>(offset);
  place.length = 1;
  return place;
}

}  // namespace

Error NullArgument(std::string_view name) {
  return Misuse("argument.null", name, "NULL일 수 없습니다", "must not be NULL");
}

Error BadArgument(std::string_view name, std::string_view ko, std::string_view en) {
  return Misuse("argument.value", name, ko, en);
}

Error UnknownNumber(std::string_view name, std::int64_t value) {
  const std::string number = std::to_string(value);
  return Misuse("argument.number", name, "알 수 없는 번호입니다 (" + number + ")",
                number + " is not one of its numbers");
}

Error TooSmall(std::string_view name, std::uint64_t needed, std::uint64_t capacity) {
  ErrorDetail detail;
  detail.rule = "argument.capacity";
  detail.available = static_cast<std::int64_t>(capacity);
  detail.asked = static_cast<std::int64_t>(needed);
  const std::string a = std::to_string(needed);
  const std::string b = std::to_string(capacity);
  detail.message.ko =
      std::string(name) + ": " + a + "이(가) 필요한데 " + b + "밖에 없습니다. 쓴 것은 없습니다.";
  detail.message.en =
      std::string(name) + ": " + a + " needed, " + b + " given; nothing was written.";
  return Error(Code::kBufferTooSmall, std::move(detail));
}

Result<void> CheckMoneyUnit(std::string_view name, std::int32_t unit) {
  YESAN_TRY(CheckNumber(name, unit, YESAN_UNIT_NONE, YESAN_UNIT_PERCENT));
  if (!IsMoney(static_cast<Unit>(unit))) {
    ErrorDetail detail;
    detail.rule = "argument.unit";
    detail.message.ko = std::string(name) + ": 금액 단위가 아닙니다.";
    detail.message.en = std::string(name) + ": is not a unit of money.";
    return Error(Code::kWrongUnit, std::move(detail));
  }
  return {};
}

Error WrongStructSize(std::string_view name, std::uint32_t size, std::size_t expected) {
  const std::string a = std::to_string(size);
  const std::string b = std::to_string(expected);
  return Misuse("argument.struct_size", name, "struct_size가 " + a + "입니다 (기대: " + b + ")",
                "struct_size is " + a + " instead of " + b);
}

Result<void> CheckReserved(std::string_view name, std::uint32_t reserved) {
  if (reserved == 0) return {};
  return Misuse("argument.reserved", name, "reserved가 0이 아닙니다", "reserved is not 0");
}

Result<std::string_view> RawTextOf(const char* bytes, std::uint64_t length) {
  if (length == 0) return std::string_view();
  if (bytes == nullptr) return NullArgument("text");
  if (length > static_cast<std::uint64_t>(PTRDIFF_MAX)) {
    return BadArgument("length", "너무 큽니다", "is too large");
  }
  return std::string_view(bytes, static_cast<std::size_t>(length));
}

Result<std::string_view> TextOf(const char* bytes, std::uint64_t length) {
  Result<std::string_view> text = RawTextOf(bytes, length);
  if (text) YESAN_TRY(CheckUtf8(*text));
  return text;
}

Error InvalidUtf8(std::string_view text, std::size_t offset) {
  ErrorDetail detail;
  detail.rule = "text.utf8";
  detail.place = PlaceOfByte(text, offset);
  const std::string number = std::to_string(offset);
  detail.message.ko = "글이 올바른 UTF-8이 아닙니다: " + number + "번째 바이트(0부터).";
  detail.message.en = "The text is not valid UTF-8 at byte " + number + " (from 0).";
  return Error(Code::kInvalidUtf8, std::move(detail));
}

Result<void> CheckTexts(std::string_view name, const yesan_text_column& column,
                        std::uint64_t count) {
  if (column.offsets == nullptr) return NullArgument(name);
  if (column.offsets[0] < 0)
    return BadArgument(name, "offsets가 음수입니다", "an offset is negative");
  for (std::uint64_t i = 0; i < count; ++i) {
    if (column.offsets[i + 1] < column.offsets[i]) {
      return BadArgument(name, "offsets가 줄어듭니다", "its offsets fall")
          .AtRow(static_cast<std::int64_t>(i));
    }
  }
  if (column.bytes == nullptr && column.offsets[count] != column.offsets[0]) {
    return NullArgument(name);
  }
  return {};
}

Result<void> GiveText(std::string_view text, char* out_text, std::uint64_t capacity,
                      std::uint64_t* out_length) {
  if (capacity != 0) {
    YESAN_REQUIRE(out_text);
    if (capacity < text.size()) return TooSmall("out_text", text.size(), capacity);
    if (!text.empty()) std::memcpy(out_text, text.data(), text.size());
    if (capacity > text.size()) out_text[text.size()] = '\0';
  }
  *out_length = text.size();
  return {};
}

}  // namespace yesan::capi
