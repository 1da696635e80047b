#include "lib/budget/broken_figure.h"

#include <algorithm>
#include <cstddef>

#include "lib/base/chars.h"

namespace yesan::internal {
namespace {

constexpr std::size_t kGroup = 3;

std::size_t DigitsAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && IsDigit(text[end])) ++end;
  return end - at;
}

// What may stand behind the last digit: an amount in won or 천원, or one without a unit.
bool EndsAmount(std::string_view rest) {
  if (rest.empty() || rest.front() == ' ' || rest.front() == '\t') return true;
  return StartsWith(rest, "원") || StartsWith(rest, "천원");
}

// The times sign that ends a text, spaces behind it not counted: its bytes with those spaces, 0 where there is none.
std::size_t TimesAtEnd(std::string_view text) {
  const std::string_view before = text.substr(0, text.find_last_not_of(' ') + 1);
  for (const std::string_view sign : {"×", "x", "X", "*"}) {
    if (before.size() > sign.size() && EndsWith(before, sign))
      return text.size() - before.size() + sign.size();
  }
  return 0;
}

}  // namespace

std::optional<BrokenFigure> FindBrokenFigure(std::string_view text) {
  const std::size_t equals = text.rfind('=');
  if (equals == std::string_view::npos) return std::nullopt;
  std::size_t at = equals + 1;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  const std::size_t first = DigitsAt(text, at);
  if (first == 0 || first > kGroup || text[at] == '0') return std::nullopt;
  std::string digits(text.substr(at, first));
  std::size_t end = at + first;
  bool torn = false;
  while (end < text.size()) {
    std::size_t next = end + 1;
    bool slip = true;
    if (text[end] == ',') {
      slip = next < text.size() && text[next] == ' ';
      if (slip) ++next;
    } else if (text[end] != ' ' && text[end] != '.') {
      break;
    }
    if (DigitsAt(text, next) != kGroup) break;
    torn = torn || slip;
    digits.append(text.substr(next, kGroup));
    end = next + kGroup;
  }
  if (!torn || !EndsAmount(text.substr(end))) return std::nullopt;
  auto likely = Decimal::Parse(digits);
  if (!likely) return std::nullopt;
  return BrokenFigure{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end - at)},
                      *likely};
}

std::size_t BeginOfProduct(std::string_view text, std::size_t factor) {
  while (const std::size_t times = TimesAtEnd(text.substr(0, factor))) {
    std::size_t begin = text.find_last_not_of(' ', factor - times - 1) + 1;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\t' &&
           TimesAtEnd(text.substr(0, begin)) == 0)
      --begin;
    if (begin >= factor) break;
    factor = begin;
  }
  return factor;
}

std::optional<TextSpan> FindBrokenFactor(std::string_view text) {
  for (std::size_t comma = text.find(','); comma != std::string_view::npos;
       comma = text.find(',', comma + 1)) {
    std::size_t begin = comma, end = comma + 1;
    while (begin > 0 && IsDigit(text[begin - 1])) --begin;
    end += DigitsAt(text, end);
    if (begin == comma || end == comma + 1) continue;
    const bool misplaced = end - comma - 1 != kGroup;
    const bool more =
        (begin > 0 && text[begin - 1] == ',') || (end < text.size() && text[end] == ',');
    if (misplaced && !more && TimesAtEnd(text.substr(0, begin)) != 0)
      return TextSpan{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
  }
  return std::nullopt;
}

std::string BlankOut(std::string_view text, TextSpan figure) {
  std::string blanked(text);
  std::size_t end = std::min<std::size_t>(figure.end(), text.size());
  while (end < text.size() && text.substr(end).find_first_of(" \t=()[]") != 0) ++end;
  std::fill(blanked.begin() + figure.offset, blanked.begin() + static_cast<std::ptrdiff_t>(end),
            ' ');
  return blanked;
}

}  // namespace yesan::internal
