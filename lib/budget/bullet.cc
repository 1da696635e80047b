#include "lib/budget/bullet.h"

#include "lib/base/chars.h"
#include "yesan/base/text.h"
#include "yesan/budget/cost_basis.h"

namespace yesan {
namespace internal {
namespace {

// A symbol that can only be a bullet, at the start of a line.
bool IsBulletSymbol(char32_t c) noexcept {
  if (IsMiddleDot(c)) return true;
  if (c >= 0xE000 && c <= 0xF8FF) return true;  // private use: Wingdings in converted documents
  if (c >= 0x2460 && c <= 0x2473) return true;  // ① … ⑳
  if (c >= 0x24D0 && c <= 0x24E6) return true;  // ⓐ … ⓦ; ⓧ is a payer's mark
  if (c >= 0x2776 && c <= 0x277F) return true;  // ❶ …
  if (c >= 0x3260 && c <= 0x327B) return true;  // ㉠ … ㉻
  if (c >= 0x2160 && c <= 0x216B) return true;  // Ⅰ … Ⅻ
  switch (c) {
    case 0x2022:  // •
    case 0x203B:  // ※
    case 0x25A0:
    case 0x25A1:
    case 0x25A2:
    case 0x25A3:
    case 0x25AA:
    case 0x25AB:
    case 0x25B6:
    case 0x25B7:
    case 0x25B8:
    case 0x25BA:
    case 0x25C6:
    case 0x25C7:
    case 0x25C8:
    case 0x25C9:
    case 0x25CB:  // ○
    case 0x25CE:
    case 0x25CF:  // ●
    case 0x25E6:
    case 0x25EF:
    case 0x2605:
    case 0x2606:
    case 0x261E:
    case 0x26AA:
    case 0x26AB:
    case 0x27A4:
    case 0x3007:  // 〇
    case 0x3147:  // ㅇ typed for ○
      return true;
    default:
      return false;
  }
}

bool IsOrderSyllable(std::string_view text, std::size_t i) noexcept {
  constexpr std::string_view kSyllables = "가나다라마바사아자차카타파하";
  if (i + 3 > text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[i]);
  if (lead < 0xEA || lead > 0xED) return false;
  const std::size_t at = kSyllables.find(text.substr(i, 3));
  return at != std::string_view::npos && at % 3 == 0;
}

// White space or the end at `i`.
bool EndsWord(std::string_view text, std::size_t i) noexcept {
  if (i >= text.size()) return true;
  return IsSpace(NextCharacter(text, i));
}

// The length of `1.` `1)` `(1)` `가.` `가)` `(가)` at the start, 0 if there is none.
std::size_t OrderMarkLength(std::string_view text) noexcept {
  std::size_t i = text.front() == '(' ? 1 : 0;
  const bool bracket = i == 1;
  const std::size_t begin = i;
  while (i < text.size() && i - begin < 3 && IsDigit(text[i])) ++i;
  if (i == begin || i - begin > 2) {
    if (i != begin || !IsOrderSyllable(text, i)) return 0;
    i += 3;
  }
  if (i >= text.size()) return 0;
  const char close = text[i++];
  if (close == ')') {
    // `(1) × 3` computes.
    std::size_t next = i;
    while (next < text.size() && text[next] == ' ') ++next;
    const bool operates = next < text.size() &&
                          std::string_view("*/+-=xX").find(text[next]) != std::string_view::npos;
    const bool times = text.compare(next, 2, "×") == 0;
    return bracket && (operates || times) ? 0 : i;
  }
  if (bracket || close != '.') return 0;
  // 1.5 is a number.
  return i < text.size() && IsDigit(text[i]) ? 0 : i;
}

}  // namespace

TextSpan FindBullet(std::string_view text) noexcept {
  std::size_t i = 0;
  while (i < text.size()) {
    std::size_t next = i;
    if (!IsSpace(NextCharacter(text, next))) break;
    i = next;
  }
  if (i == text.size()) return {static_cast<std::uint32_t>(i), 0};
  const auto span = [i](std::size_t length) {
    return TextSpan{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(length)};
  };
  const auto lead = static_cast<unsigned char>(text[i]);
  const std::string_view rest = text.substr(i);
  if (IsDigit(text[i]) || text[i] == '(' || IsOrderSyllable(text, i)) {
    return span(OrderMarkLength(rest));
  }
  if (lead == '*') return span(1);
  if ((lead == 'o' || lead == 'O') && EndsWord(text, i + 1)) return span(1);
  std::size_t end = i;
  const char32_t c = NextCharacter(text, end);
  if (c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212 || c == 0xFF0D) {
    // A minus stands at its figure; a dash has a space, or a word, behind it.
    if (EndsWord(text, end)) return span(end - i);
    std::size_t next = end;
    const char32_t follow = NextCharacter(text, next);
    const bool figure = (follow < 0x80 && (IsDigit(static_cast<char>(follow)) || follow == '(' ||
                                           follow == '[' || follow == '{')) ||
                        (follow >= 0xFF10 && follow <= 0xFF19);
    return span(figure ? 0 : end - i);
  }
  if (lead >= 0x80 && IsBulletSymbol(c)) {
    const bool roman = c >= 0x2160 && c <= 0x216B;
    return span(end - i + (roman && end < text.size() && text[end] == '.' ? 1 : 0));
  }
  return span(0);
}

}  // namespace internal

std::int32_t BulletRank(std::string_view bullet) noexcept {
  using internal::FindBullet;
  if (bullet.empty()) return 0;
  if (FindInvalidUtf8(bullet)) return -1;
  const std::size_t characters = CountCharacters(bullet);
  std::size_t at = 0;
  const char32_t c = NextCharacter(bullet, at);
  if (c >= 0x2160 && c <= 0x216B) return FindBullet(bullet).length == bullet.size() ? 8 : -1;
  if (characters == 1) {
    if (c >= 0x25A0 && c <= 0x25A3) return 10;
    if (c >= 0x25C6 && c <= 0x25C8) return 10;
    if (c >= 0x2460 && c <= 0x2473) return 90;
    if (c >= 0x2776 && c <= 0x277F) return 90;
    if ((c >= 0x3260 && c <= 0x327B) || (c >= 0x24D0 && c <= 0x24E6)) return 100;
    if (IsMiddleDot(c) || c == 0x2022) return 120;
    switch (c) {
      case 0x203B:
        return internal::kRemarkRank;
      case '*':
        return 130;
      case '-':
      case 0x2013:
      case 0x2014:
      case 0x2212:
      case 0xFF0D:
        return 110;
      case 0x25AA:
      case 0x25AB:
        return 115;
      default:
        break;
    }
    // ○ and its like, arrows, stars, private use.
    return FindBullet(bullet).length == bullet.size() ? 40 : -1;
  }
  const bool bracket = c == '(';
  const char32_t first = bracket ? NextCharacter(bullet, at) : c;
  const char close = bullet.back();
  const bool digit = first >= '0' && first <= '9';
  const bool syllable = first >= 0xAC00 && first <= 0xD7A3;
  if ((!digit && !syllable) || FindBullet(bullet).length != bullet.size()) return -1;
  if (bracket) return digit ? 70 : 80;
  if (close == ')') return digit ? 50 : 60;
  return digit ? 20 : 30;
}

}  // namespace yesan
