/// @file
/// A refusal: which rule, where, what was expected, what was found.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "yesan/base/code.h"
#include "yesan/base/message.h"
#include "yesan/base/place.h"

namespace yesan {

/// What a refusal says beyond its code. All of it is optional.
struct ErrorDetail {
  Message message;        ///< Empty: the code's own sentence is used.
  std::string rule;       ///< Stable id of the rule that refused, e.g. `amount.grouping`.
  Place place;            ///< Where in the text; unknown when the input is no text.
  std::int64_t row = -1;  ///< 0-based row of a column or batch; -1: no row.
  std::optional<std::int64_t> available;  ///< In minor units: what there was.
  std::optional<std::int64_t> asked;      ///< In minor units: what was asked for.
};

/// Why a function refused. Cheap to make and to move: a code alone allocates nothing, so that exact arithmetic can
/// refuse inside a loop. Move-only.
class [[nodiscard]] Error {
 public:
  /// A refusal that needs no more than its code. @pre code is not Code::kOk.
  explicit Error(Code code) noexcept : code_(code) {}
  /// A refusal with its detail. @pre code is not Code::kOk.
  Error(Code code, ErrorDetail detail)
      : detail_(std::make_unique<ErrorDetail>(std::move(detail))), code_(code) {}

  [[nodiscard]] Code code() const noexcept { return code_; }
  /// The sentence for people, in both languages; the code's own sentence when nothing more is known.
  [[nodiscard]] const Message& message() const noexcept;
  /// Stable id of the rule that refused; the code's name when no rule was named.
  [[nodiscard]] std::string rule() const;
  [[nodiscard]] Place place() const noexcept { return detail_ ? detail_->place : Place{}; }
  [[nodiscard]] std::int64_t row() const noexcept { return detail_ ? detail_->row : -1; }
  [[nodiscard]] std::optional<std::int64_t> available() const noexcept {
    return detail_ ? detail_->available : std::nullopt;
  }
  [[nodiscard]] std::optional<std::int64_t> asked() const noexcept {
    return detail_ ? detail_->asked : std::nullopt;
  }

  /// The same refusal with its row named: for functions over columns.
  [[nodiscard]] Error AtRow(std::int64_t row) &&;

 private:
  std::unique_ptr<ErrorDetail> detail_;
  Code code_;
};

}  // namespace yesan
