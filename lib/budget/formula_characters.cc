#include "lib/budget/formula_characters.h"

#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

Class ClassOf(char32_t c) noexcept {
  switch (c) {
    case 0x00D7:
    case 0x2573:
    case 0x2715:
    case 0x2716:
    case 0x2A2F:
      return Class::kTimes;
    case 0x00F7:
    case 0x2215:
      return Class::kDivide;
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014:
    case 0x2212:
    case 0xFE63:
      return Class::kMinus;
    case 0x0394:
    case 0x2206:
    case 0x25B2:
    case 0x25B3:
    case 0x25B5:
    case 0x25BD:
      return Class::kSign;
    case 0x2243:
    case 0x2245:
    case 0x2248:
    case 0x2252:
      return Class::kEquals;
    case 0x0085:
    case 0x2028:
    case 0x2029:
      return Class::kTab;
    default:
      return IsSpace(c) ? Class::kSpace : Class::kPlain;
  }
}

}  // namespace

Character OtherCharacter(std::string_view text, std::size_t i) noexcept {
  const auto lead = static_cast<unsigned char>(text[i]);
  std::size_t next = i;
  char32_t c = 0;
  // Three bytes with a lead that has no second bytes to beware of.
  if (lead > 0xE0 && lead < 0xF0 && lead != 0xED && text.size() - i >= 3 &&
      IsContinuation(text[i + 1]) && IsContinuation(text[i + 2])) {
    c = (static_cast<char32_t>(lead & 0x0FU) << 12) |
        (static_cast<char32_t>(text[i + 1] & 0x3F) << 6) |
        static_cast<char32_t>(text[i + 2] & 0x3F);
    next = i + 3;
  } else {
    if (FindInvalidUtf8(text.substr(i, 4)) == 0U) return {Class::kInvalid, 1, 0};
    c = NextCharacter(text, next);
  }
  const auto length = static_cast<std::uint8_t>(next - i);
  if (c >= 0xFF01 && c <= 0xFF5E) {
    const char ascii = static_cast<char>(c - 0xFEE0);
    return {kAscii[static_cast<unsigned char>(ascii)], length, ascii};
  }
  return {ClassOf(c), length, 0};
}

}  // namespace yesan::internal
