#include "yesan/base/code.h"

namespace yesan {

std::string_view Name(Code code) noexcept {
  switch (code) {
    case Code::kOk:
      return "ok";
    case Code::kInvalidArgument:
      return "invalid_argument";
    case Code::kNoMemory:
      return "no_memory";
    case Code::kNotBuilt:
      return "not_built";
    case Code::kBufferTooSmall:
      return "buffer_too_small";
    case Code::kInternal:
      return "internal";
    case Code::kInvalidUtf8:
      return "invalid_utf8";
    case Code::kSyntax:
      return "syntax";
    case Code::kWrongGrouping:
      return "wrong_grouping";
    case Code::kOverflow:
      return "overflow";
    case Code::kInexact:
      return "inexact";
    case Code::kDivisionByZero:
      return "division_by_zero";
    case Code::kOutOfRange:
      return "out_of_range";
    case Code::kWrongUnit:
      return "wrong_unit";
    case Code::kTooLarge:
      return "too_large";
    case Code::kTooDeep:
      return "too_deep";
    case Code::kEncoding:
      return "encoding";
    case Code::kNotFound:
      return "not_found";
    case Code::kDuplicate:
      return "duplicate";
    case Code::kDoesNotAddUp:
      return "does_not_add_up";
  }
  return "unknown";
}

}  // namespace yesan
