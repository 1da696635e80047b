// A small JSON value, read through a parser's events: within limits, every key once, numbers whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yesan/base/result.h"

namespace yesan::internal {

struct JsonValue {
  enum class Kind : std::uint8_t { kNull, kFlag, kNumber, kText, kArray, kObject };
  Kind kind = Kind::kNull;
  bool flag = false;
  std::int64_t number = 0;
  std::string text;
  std::vector<std::pair<std::string, JsonValue>> members;  // an array's have no key

  [[nodiscard]] const JsonValue* Find(std::string_view key) const noexcept;
};

// Refuses Code::kSyntax (no JSON, or a number with a fraction), kInvalidUtf8, kTooDeep (more than 64 levels), kTooLarge (more
// than 64 MiB), kDuplicate (a key twice in an object), kOutOfRange (a whole number that does not fit 64 bits); the error's
// place has the offset. Code::kNotBuilt without YESAN_WITH_JSON.
[[nodiscard]] Result<JsonValue> ReadJson(std::string_view json);

// Escapes what JSON must have escaped, and nothing else.
void AppendJsonText(std::string_view text, std::string& out);

}  // namespace yesan::internal
