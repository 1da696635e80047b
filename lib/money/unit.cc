#include "yesan/money/unit.h"

#include <array>
#include <string>

#include "lib/money/amount_text.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

using internal::Glyph;
using internal::GlyphAt;

constexpr std::string_view kWord = "단위";
constexpr std::string_view kWordInLetters =
    u8"\u1103\u1161\u11AB\u110B\u1171";  // the same, decomposed

struct Names {
  std::string_view korean;
  std::string_view english;
};

constexpr std::array<Names, 10> kNames = {{{"", ""},
                                           {"원", "won"},
                                           {"천원", "thousand won"},
                                           {"만원", "ten thousand won"},
                                           {"십만원", "hundred thousand won"},
                                           {"백만원", "million won"},
                                           {"천만원", "ten million won"},
                                           {"억원", "hundred million won"},
                                           {"조원", "trillion won"},
                                           {"%", "%"}}};

char32_t ClosingOf(char32_t opening) noexcept {
  switch (opening) {
    case U'(':
      return U')';
    case U'[':
      return U']';
    case U'{':
      return U'}';
    case U'<':
      return U'>';
    case 0x2329:
      return 0x232A;
    case 0x3008:
      return 0x3009;
    case 0x3010:
      return 0x3011;
    default:
      return 0;
  }
}

bool IsLineEnd(Glyph glyph) noexcept {
  return glyph.at_end() || glyph.is(U'\t') || glyph.is(U'\n') || glyph.is(U'\r') ||
         glyph.is(0x85) || glyph.is(0x2028) || glyph.is(0x2029);
}

// Takes one entry of the list into the heading; false when it is no unit.
bool TakeUnit(std::string_view entry, UnitHeading& heading) noexcept {
  const Unit unit = FindUnit(entry);
  if (unit == Unit::kPercent) {
    heading.has_percent = true;
    return true;
  }
  if (unit == Unit::kNone || heading.unit != Unit::kNone) return false;
  heading.unit = unit;
  return true;
}

// `천원/%` and `천원 %` are two units, `원/명` and `시·도비 제외` are one remark: an entry is taken apart only
// when all of it is understood.
bool TakeEntry(std::string_view entry, UnitHeading& heading) noexcept {
  if (TakeUnit(entry, heading)) return true;
  UnitHeading trial = heading;
  std::size_t begin = 0;
  for (std::size_t at = 0;;) {
    const Glyph glyph = GlyphAt(entry, at);
    const bool splits = glyph.is_space() || glyph.is(U'/') || IsMiddleDot(glyph.character);
    if (splits || glyph.at_end()) {
      const std::string_view piece = entry.substr(begin, at - begin);
      if (!piece.empty() && !TakeUnit(piece, trial)) return false;
      begin = at + glyph.size;
    }
    if (glyph.at_end()) break;
    at += glyph.size;
  }
  heading = trial;
  return true;
}

void TakeEntries(std::string_view list, UnitHeading& heading) noexcept {
  std::size_t begin = 0;
  for (std::size_t at = 0;;) {
    const Glyph glyph = GlyphAt(list, at);
    if (glyph.at_end() || glyph.is(U',') || glyph.is(U';') || glyph.is(0x3001)) {
      const std::string_view entry = Trim(list.substr(begin, at - begin));
      if (!entry.empty() && !TakeEntry(entry, heading)) {
        const char* first = heading.remark.empty() ? entry.data() : heading.remark.data();
        heading.remark =
            std::string_view(first, static_cast<std::size_t>(entry.data() + entry.size() - first));
      }
      begin = at + glyph.size;
    }
    if (glyph.at_end()) return;
    at += glyph.size;
  }
}

// The bracket in front of 단위, spaces between passed over; its offset, or `word` when there is none.
std::size_t FindOpening(std::string_view text, std::size_t word, char32_t& closing) noexcept {
  std::size_t at = word;
  while (at > 0) {
    std::size_t before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
    const Glyph glyph = GlyphAt(text, before);
    closing = ClosingOf(glyph.character);
    if (closing != 0) return before;
    if (!glyph.is_space()) break;
    at = before;
  }
  closing = 0;
  return word;
}

bool BeginsWord(std::string_view text, std::size_t offset) noexcept {
  if (offset == 0) return true;
  std::size_t before = offset - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
  const char32_t c = GlyphAt(text, before).character;
  return !internal::IsHangul(c) && c != internal::kNotACharacter &&
         !(c < 0x80 && ((c | 0x20U) >= U'a' && (c | 0x20U) <= U'z'));
}

// Reads the heading around the 단위 of `length` bytes at `word`; false when it is none.
bool ReadHeading(std::string_view text, std::size_t word, std::size_t length,
                 UnitHeading& heading) noexcept {
  char32_t closing = 0;
  heading.offset = FindOpening(text, word, closing);
  if (closing == 0 && !BeginsWord(text, word)) return false;
  std::size_t at = internal::SkipSpaces(text, word + length);
  const bool colon = GlyphAt(text, at).is(U':');
  if (colon) at += GlyphAt(text, at).size;
  // (단위사업) names a program; (단위 천원) a unit.
  const bool spaced = at != word + length;
  if (!colon && (closing == 0 || !spaced)) return false;
  const std::size_t begin = at;
  std::size_t end = at;
  for (;;) {
    const Glyph glyph = GlyphAt(text, at);
    if (glyph.character == internal::kNotACharacter) return false;
    if (closing != 0 && glyph.is(closing)) {
      end = at;
      at += glyph.size;
      break;
    }
    // A torn line may have lost either bracket.
    if (IsLineEnd(glyph) || ClosingOf(glyph.character) != 0 || glyph.is(U')') || glyph.is(U']')) {
      const std::string_view rest = Trim(text.substr(begin, at - begin));
      end = at =
          rest.empty() ? begin : static_cast<std::size_t>(rest.data() - text.data()) + rest.size();
      break;
    }
    at += glyph.size;
  }
  TakeEntries(text.substr(begin, end - begin), heading);
  const bool understood = heading.unit != Unit::kNone || heading.has_percent;
  if (!understood && (heading.remark.empty() || !colon)) return false;
  heading.length = at - heading.offset;
  return true;
}

bool FindHeading(std::string_view text, std::string_view name, UnitHeading& heading) noexcept {
  for (std::size_t word = text.find(name); word != std::string_view::npos;
       word = text.find(name, word + name.size())) {
    heading = UnitHeading();
    if (ReadHeading(text, word, name.size(), heading)) return true;
  }
  return false;
}

bool FindHeading(std::string_view text, UnitHeading& heading) noexcept {
  return FindHeading(text, kWord, heading) || FindHeading(text, kWordInLetters, heading);
}

}  // namespace

std::string_view Name(Unit unit, Language language) noexcept {
  const auto index = static_cast<std::size_t>(unit);
  if (index >= kNames.size()) return {};
  return language == Language::kKorean ? kNames[index].korean : kNames[index].english;
}

Unit FindUnit(std::string_view text) noexcept {
  std::array<char, 9> squeezed{};  // 백만원 has nine bytes, and no unit more
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = GlyphAt(text, at);
    // Pieces of a character must not come together over a space.
    if (glyph.character == internal::kNotACharacter) return Unit::kNone;
    if (glyph.is(U'%')) {
      if (size != 0) return Unit::kNone;
      squeezed[size++] = '%';
    } else if (!glyph.is_space()) {
      if (size + 3 > squeezed.size() || !internal::IsHangul(glyph.character)) return Unit::kNone;
      squeezed[size++] = static_cast<char>(0xE0U | (glyph.character >> 12));
      squeezed[size++] = static_cast<char>(0x80U | ((glyph.character >> 6) & 0x3FU));
      squeezed[size++] = static_cast<char>(0x80U | (glyph.character & 0x3FU));
    }
    at += glyph.size;
  }
  const std::string_view name(squeezed.data(), size);
  for (std::size_t i = 1; i < kNames.size(); ++i) {
    if (name == kNames[i].korean) return static_cast<Unit>(i);
  }
  return Unit::kNone;
}

Result<UnitHeading> ParseUnitHeading(std::string_view text) {
  UnitHeading heading;
  if (FindHeading(text, heading)) return heading;
  return internal::MakeError(text, {Code::kSyntax, internal::Wanted::kUnitHeading, 0}, true);
}

bool HasUnitHeading(std::string_view text) noexcept {
  UnitHeading heading;
  return FindHeading(text, heading);
}

}  // namespace yesan
