#include "lib/check/wording.h"

#include <cstddef>

#include "lib/base/chars.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

// 영 일 이 삼 사 오 육 칠 팔 구; a number that ends in zeros ends in 십, 백, 천, 만 or 억, all consonants, or
// in 조, which is none: hence the count of zeros.
bool DigitEndsInConsonant(char32_t digit, std::size_t zeros, bool* liel) {
  if (zeros > 0 && digit != U'0') return zeros < 12 || zeros >= 16;
  *liel = digit == U'1' || digit == U'7' || digit == U'8';
  return digit == U'0' || digit == U'1' || digit == U'3' || digit == U'6' || digit == U'7' ||
         digit == U'8';
}

}  // namespace

bool EndsInConsonant(std::string_view text, bool* liel) {
  bool ignored = false;
  bool& l = liel != nullptr ? *liel : ignored;
  l = false;
  // Only the end matters; figures and names are short, so the whole text is decoded once.
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) characters.push_back(NextCharacter(text, at));
  std::size_t zeros = 0;
  bool point_seen = false;
  for (std::size_t i = characters.size(); i-- > 0;) {
    const char32_t c = characters[i];
    if (IsHangul(c)) {
      if (zeros > 0) return true;  // a lone 0 behind a word: 영
      const char32_t last = (c - 0xAC00) % 28;
      l = last == 8;
      return last != 0;
    }
    if (c >= U'0' && c <= U'9') {
      if (c == U'0' && !point_seen) {
        // Behind a decimal point digits are read one by one; find out whether there is one.
        for (std::size_t k = i; k-- > 0 && (characters[k] == U'.' || characters[k] == U',' ||
                                            (characters[k] >= U'0' && characters[k] <= U'9'));) {
          if (characters[k] == U'.') return true;  // …영
        }
        ++zeros;
        continue;
      }
      return DigitEndsInConsonant(c, zeros, &l);
    }
    if (zeros > 0 && c == U',') continue;
    if (zeros > 0) return true;
    if (c == U'%' || c == U'\uFF05') return false;  // 퍼센트, 프로
    if ((c | 0x20) >= U'a' && (c | 0x20) <= U'z') {
      // 엘 엠 엔 알 are the letters whose names end in a consonant.
      const char32_t letter = c | 0x20;
      l = letter == U'l' || letter == U'r';
      return letter == U'l' || letter == U'm' || letter == U'n' || letter == U'r';
    }
  }
  return zeros > 0;
}

std::string With(std::string_view text, Particle particle) {
  bool liel = false;
  const bool consonant = EndsInConsonant(text, &liel);
  std::string out(text);
  switch (particle) {
    case Particle::kTopic:
      out += consonant ? "은" : "는";
      break;
    case Particle::kSubject:
      out += consonant ? "이" : "가";
      break;
    case Particle::kObject:
      out += consonant ? "을" : "를";
      break;
    case Particle::kAnd:
      out += consonant ? "과" : "와";
      break;
    case Particle::kBy:
      out += consonant && !liel ? "으로" : "로";
      break;
    case Particle::kCopula:
      out += consonant ? "이" : "";
      break;
  }
  return out;
}

std::string Quoted(std::string_view text, Language language) {
  if (text.empty()) return {};
  const std::string_view mark = language == Language::kKorean ? "'" : "\"";
  return std::string(mark).append(text).append(mark);
}

namespace {

// Whether a text stands as it is: short, and no white space in it but single spaces between words. Other white space than
// that of ASCII begins with one of five bytes.
bool IsExcerpt(std::string_view text, std::size_t characters_max) {
  std::size_t characters = 0;
  char before = ' ';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF) return false;
    if (byte < 0x20 || (c == ' ' && before == ' ')) return false;
    characters += (byte & 0xC0U) != 0x80U && c != ' ' ? 1U : 0U;
    before = c;
  }
  return (text.empty() || before != ' ') && characters <= characters_max;
}

// The mark that closes a quotation which the end of a shortened text cut off; empty where none is open.
std::string_view ClosingOf(std::string_view text) {
  static constexpr std::string_view kPairs[][2] = {
      {"‘", "’"}, {"“", "”"}, {"「", "」"}, {"『", "』"}};
  const auto count = [&](std::string_view mark) {
    std::size_t n = 0;
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string_view::npos;
         at += mark.size())
      ++n;
    return n;
  };
  for (const std::string_view mark : {"'", "\""}) {
    // Within a word, and before the digits of a year (`'24년`), it is an apostrophe.
    const bool opens =
        text.substr(0, 1) == mark && text.size() > 1 && (text[1] < '0' || text[1] > '9');
    if (opens && count(mark) % 2 == 1) return mark;
  }
  for (const auto& pair : kPairs) {
    if (count(pair[0]) > count(pair[1])) return pair[1];
  }
  return {};
}

}  // namespace

std::string Excerpt(std::string_view text, std::size_t characters_max) {
  if (IsExcerpt(text, characters_max)) return std::string(text);
  std::string out;
  std::size_t count = 0;
  std::size_t word = 0;
  const auto add_word = [&](std::size_t end) {
    if (word == end) return;
    if (!out.empty()) out += ' ';
    out.append(text, word, end - word);
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    if (IsSpace(NextCharacter(text, at))) {
      add_word(from);
      word = at;
      continue;
    }
    if (count == characters_max) {
      add_word(from);
      out += "…";
      out += ClosingOf(out);
      return out;
    }
    ++count;
  }
  add_word(text.size());
  return out;
}

Message MisplacedSeparators(std::string_view figure, std::string_view meant,
                            std::string_view kinds) {
  return {With(figure, Particle::kTopic) + " 자릿점(" + std::string(kinds) +
              ")의 위치가 잘못되었습니다. " + With(meant, Particle::kBy) + " 보입니다.",
          "The separators of " + std::string(figure) + " stand at wrong places; " +
              std::string(meant) + " is likely meant."};
}

std::string Join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

}  // namespace yesan::internal
