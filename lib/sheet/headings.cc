#include "lib/sheet/headings.h"

#include <algorithm>

#include "lib/base/byte_set.h"
#include "lib/base/chars.h"
#include "lib/base/fold.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

constexpr std::size_t kHeadingBytesMax = 150;

std::size_t FindWideColon(std::string_view text) noexcept {
  for (std::size_t i = text.find('\xEF'); i != std::string_view::npos;
       i = text.find('\xEF', i + 1)) {
    if (text.substr(i, 3) == "：") return i;
  }
  return std::string_view::npos;
}

bool IsOutsideBrackets(std::string_view text, std::size_t colon) noexcept {
  const std::string_view before = text.substr(0, colon);
  return (before.find('(') == std::string_view::npos &&
          before.find('[') == std::string_view::npos) ||
         before.find(')') != std::string_view::npos;
}

// As TakeMarker, of a text without white space at its ends.
char32_t TakeMarkerOfTrimmed(std::string_view& text) noexcept;

}  // namespace

int TotalWord(std::string_view label) noexcept {
  label = Trim(label);
  if (label.size() > 40) return 0;
  const FoldedName name(label);
  const std::string_view folded = name.view();
  if (folded == "계" || folded == "합계" || folded == "총계" || folded == "총합계" ||
      folded == "총사업비" || folded == "사업비계" || folded == "총액" || folded == "예산총액")
    return 1;
  if (folded == "소계") return 2;
  return 0;
}

char32_t TakeMarker(std::string_view& text) noexcept {
  text = Trim(text);
  return TakeMarkerOfTrimmed(text);
}

namespace {

char32_t TakeMarkerOfTrimmed(std::string_view& text) noexcept {
  if (text.empty()) return 0;
  // U+A000–U+CFFF, most of Hangul: of these only `가.` and `가)` begin a line as markers.
  if (text.front() >= '\xEA' && text.front() <= '\xEC' &&
      (text.size() < 4 || (text[3] != '.' && text[3] != ')')))
    return 0;
  std::size_t at = 0;
  const char32_t first = NextCharacter(text, at);
  const auto rest_is = [&](std::size_t i, std::string_view ends) {
    return i < text.size() && ends.find(text[i]) != std::string_view::npos;
  };
  switch (first) {
    case U'□':
    case U'■':
    case U'▣':
    case U'▢':
    case U'◻':
    case U'◼':
      text = Trim(text.substr(at));
      return U'□';
    case U'◇':
    case U'◆':
    case U'◈':
    case U'❍':
    case U'▶':
    case U'▷':
    case U'►':
    case U'☞':
    case U'➤':
    case U'▸':
      text = Trim(text.substr(at));
      return U'◇';
    case U'○':
    case U'●':
    case U'◎':
    case U'◦':
    case U'•':
    case U'ㅇ':
    case U'ο':
    case U'⚪':
    case U'❏':
      text = Trim(text.substr(at));
      return U'○';
    case U'·':
    case U'ㆍ':
    case U'․':
    case U'‧':
    case U'･':
    case U'∙':
    case U'⋅':
    case U'・':
    case U'ᆞ':
      text = Trim(text.substr(at));
      return U'·';
    case U'※':
    case U'☆':
    case U'★':
      text = Trim(text.substr(at));
      return U'※';
    case U'-':
    case U'–':
    case U'—':
    case U'*':
    case U'+':
      // A mark stands apart from its words; a minus does not.
      if (at < text.size()) {
        std::size_t next = at;
        const char32_t second = NextCharacter(text, next);
        if (first == U'*' && second == U'*') return 0;
        if (IsDigit(second)) return 0;
      }
      text = Trim(text.substr(at));
      return U'-';
    default:
      break;
  }
  if (first >= 0xF000 && first <= 0xF8FF) {  // bullets of old word processors, in the private area
    text = Trim(text.substr(at));
    return U'○';
  }
  if (first >= U'①' && first <= U'⑳') {
    text = Trim(text.substr(at));
    return U'①';
  }
  if (first >= U'㉮' && first <= U'㉻') {
    text = Trim(text.substr(at));
    return U'㉮';
  }
  if (first >= U'Ⅰ' && first <= U'Ⅻ') {
    if (rest_is(at, ".)")) ++at;
    text = Trim(text.substr(at));
    return U'Ⅰ';
  }
  std::size_t i = 0;
  if (text[0] == '(') i = 1;
  const std::size_t begin = i;
  while (i < text.size() && IsDigit(text[i]) && i - begin < 2) ++i;
  if (i > begin) {
    if (begin == 1) {
      if (!rest_is(i, ")")) return 0;
      text = Trim(text.substr(i + 1));
      return U'N';
    }
    if (rest_is(i, "-.") && i + 1 < text.size() && text[i + 1] >= '0' &&
        text[i + 1] <= '9') {  // 1-1. 가
      std::size_t j = i + 1;
      while (j < text.size() && IsDigit(text[j]) && j - i <= 2) ++j;
      if (rest_is(j, ". )")) {
        text = Trim(text.substr(j + 1));
        return U'2';
      }
      return 0;
    }
    if (rest_is(i, ".)")) {
      const char32_t kind = text[i] == '.' ? U'1' : U')';
      text = Trim(text.substr(i + 1));
      return kind;
    }
    if (rest_is(i, " ")) {
      const std::string_view rest = Trim(text.substr(i));
      std::size_t next = 0;
      if (rest.empty() || IsDigit(rest[0])) return 0;
      if (!IsHangul(NextComposed(rest, next))) return 0;
      text = rest;
      return U'1';
    }
    return 0;
  }
  static constexpr std::u32string_view kLetters = U"가나다라마바사아자차카타파하";
  std::size_t k = begin;
  const char32_t letter = k < text.size() ? NextComposed(text, k) : 0;
  if (kLetters.find(letter) != std::u32string_view::npos) {
    if (begin == 1 && rest_is(k, ")")) {
      text = Trim(text.substr(k + 1));
      return U'나';
    }
    if (begin == 0 && rest_is(k, ".)")) {
      const char32_t kind = text[k] == '.' ? U'가' : U'다';
      text = Trim(text.substr(k + 1));
      return kind;
    }
  }
  return 0;
}

}  // namespace

bool HasWideForms(std::string_view text) noexcept {
  static constexpr ByteSet kLeads("\xEF\xE3\xC2\xE2");  // of what Narrow changes
  return kLeads.IsIn(text);
}

std::string Narrow(std::string_view text) {
  if (!HasWideForms(text)) return std::string(text);
  std::string narrow;
  narrow.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = NextCharacter(text, i);
    if (c >= 0xFF01 && c <= 0xFF5E) {
      narrow.push_back(static_cast<char>(c - 0xFF01 + 0x21));
    } else if (c == 0x3000 || c == 0xA0) {
      narrow.push_back(' ');
    } else if (c == 0x2212 || c == 0x2013 || c == 0x2010) {
      narrow.push_back('-');
    } else {
      narrow.append(text.substr(at, i - at));
    }
  }
  return narrow;
}

std::int32_t YearIn(std::string_view text) {
  if (text.find('\xEF') != std::string_view::npos) {
    const std::string narrow = Narrow(text);
    if (narrow.find('\xEF') == std::string::npos) return YearIn(narrow);
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = [&](std::size_t k) { return k < text.size() && IsDigit(text[k]); };
    if (!digit(i)) continue;
    std::size_t end = i;
    while (digit(end)) ++end;
    if (end - i == 4 && (text.substr(i, 2) == "19" || text.substr(i, 2) == "20")) {
      return (text[i] - '0') * 1000 + (text[i + 1] - '0') * 100 + (text[i + 2] - '0') * 10 +
             (text[i + 3] - '0');
    }
    if (end - i == 2) {
      const std::string_view before = text.substr(0, i);
      const auto ends = [&](std::string_view mark) { return EndsWith(before, mark); };
      if (ends("'") || ends("’") || ends("‘") || ends("`") || ends("´") || ends("＇") ||
          LengthOfWord(text.substr(end), "년") != 0) {
        const std::int32_t two = (text[i] - '0') * 10 + (text[i + 1] - '0');
        if (LengthOfWord(text.substr(end), "년") != 0 &&
            !(ends("'") || ends("’") || ends("‘") || ends("`")) &&
            LengthOfWord(text.substr(end), "년도") == 0) {
          i = end;
          continue;
        }
        return two < 70 ? 2000 + two : 1900 + two;
      }
    }
    i = end;
  }
  return 0;
}

std::string_view YearDigitsOf(std::string_view label) noexcept {
  constexpr std::size_t kLabelBytesMax = 60;
  constexpr std::string_view kWords[] = {"회계", "년도", "연도", "년", "결산", "예산"};
  if (label.size() > kLabelBytesMax) return {};
  std::size_t begin = 0, end = 0;
  for (std::size_t i = 0; i < label.size();) {
    std::size_t next = i;
    const char32_t c = NextComposed(label, next);
    if (IsAnyDigit(c)) {
      if (end != 0 && end != i) return {};
      if (end == 0) begin = i;
      end = i = next;
      continue;
    }
    if (IsHangul(c)) {
      std::size_t length = 0;
      for (const std::string_view word : kWords) {
        if (length == 0) length = LengthOfWord(label.substr(i), word);
      }
      if (length == 0) return {};
      i += length;
      continue;
    }
    const bool passes = IsSpace(c) || c == U'\'' || c == U'’' || c == U'‘' || c == U'`' ||
                        c == U'´' || c == U'.' || c == U'(' || c == U')' || c == U'[' ||
                        c == U']' || c == U'*' || c == U'-';
    if (!passes) return {};
    i = next;
  }
  return label.substr(begin, end - begin);
}

bool MayHaveColon(std::string_view text) noexcept {
  static constexpr ByteSet kColons(":\xEF");
  return kColons.IsIn(text);
}

HeadingParts PartsOfHeading(std::string_view text) noexcept {
  HeadingParts parts;
  std::string_view core = Trim(text);
  if (core.size() > 4 * kHeadingBytesMax) core = core.substr(0, 0);
  parts.marker = TakeMarkerOfTrimmed(core);
  const auto strip = [&](std::string_view open, std::string_view close) {
    if (core.size() > open.size() + close.size() && StartsWith(core, open)) {
      const std::size_t end = core.find(close, open.size());
      if (end != std::string_view::npos &&
          (end + close.size() == core.size() || core[end + close.size()] == ' ' ||
           core[end + close.size()] == ':' || core.substr(end + close.size(), 1) == "(")) {
        if (parts.marker == 0) parts.marker = U'[';
        const std::string_view inner = core.substr(open.size(), end - open.size());
        const std::string_view rest = Trim(core.substr(end + close.size()));
        if (rest.empty() || rest[0] == '(') {
          core = Trim(inner);
        } else if (rest[0] == ':') {
          parts.colon = true;
          parts.value = Trim(rest.substr(1));
          core = Trim(inner);
        }
      }
    }
  };
  const auto is_open = [&] {  // ( [ < and the brackets of three bytes
    if (core.empty()) return false;
    const char c = core.front();
    return c == '*' || c == '[' || c == '<' || c == '\xEF' || c == '\xE3';
  };
  if (is_open()) strip("**", "**");
  if (parts.marker == U'[' || parts.marker == 0) {
    const char32_t inner = TakeMarkerOfTrimmed(core);
    if (inner != 0) parts.marker = inner;
  }
  if (is_open()) {
    strip("[", "]");
    strip("（", "）");
    strip("<", ">");
    strip("〈", "〉");
    strip("《", "》");
    strip("【", "】");
    strip("「", "」");
    strip("『", "』");
  }
  if (!parts.colon && MayHaveColon(core)) {
    std::size_t colon = core.find(':');
    std::size_t width = 1;
    const std::size_t wide = FindWideColon(core);
    if (wide != std::string_view::npos && (colon == std::string_view::npos || wide < colon)) {
      colon = wide;
      width = 3;
    }
    // A colon inside brackets belongs to them: (단위 : 천원).
    if (colon != std::string_view::npos && IsOutsideBrackets(core, colon)) {
      parts.colon = true;
      parts.value = Trim(core.substr(colon + width));
      core = Trim(core.substr(0, colon));
    }
  }
  // (단위 : 천원), (최근 3년), (안) behind the name.
  while (!core.empty() && (core.back() == ')' || core.back() == ']')) {
    const std::size_t open = core.find_last_of(core.back() == ')' ? '(' : '[');
    if (open == std::string_view::npos || open == 0) break;
    core = Trim(core.substr(0, open));
  }
  if (core.size() > kHeadingBytesMax && (core.size() > 3 * kHeadingBytesMax || !HasJamo(core))) {
    parts.core = {};
    return parts;
  }
  // A year in front: 2021년도, ’21년, 2021.
  const char front = core.empty() ? '\0' : core.front();
  if (!IsDigit(front) && front != '\'' && front != '`' && front != '\xE2') {
    parts.core = core;
    return parts;
  }
  std::string_view rest = core;
  for (const std::string_view quote : {std::string_view("'"), std::string_view("’"),
                                       std::string_view("‘"), std::string_view("`")}) {
    if (StartsWith(rest, quote)) {
      rest.remove_prefix(quote.size());
      break;
    }
  }
  std::size_t digits = 0;
  while (digits < rest.size() && IsDigit(rest[digits])) ++digits;
  if (digits == 4 || (digits == 2 && rest.size() != core.size())) {
    const std::int32_t year = YearIn(core);
    std::string_view behind = rest.substr(digits);
    std::size_t word_length = 0;
    for (const std::string_view word : {std::string_view("회계연도"), std::string_view("년도"),
                                        std::string_view("연도"), std::string_view("년")}) {
      if (word_length == 0) word_length = LengthOfWord(behind, word);
    }
    behind = Trim(behind.substr(word_length));
    // `2204년도` names a year as well, though none that can be meant.
    if ((year != 0 || word_length != 0) && !behind.empty()) {
      parts.year = year;
      core = behind;
    }
  }
  parts.core = core;
  return parts;
}

}  // namespace yesan::internal
