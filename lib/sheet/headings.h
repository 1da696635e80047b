// What a line of text says as a heading: its marker, its year, its name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace yesan::internal {

// A heading without its numbering, its year and the words that say nothing: `□ **2021년도 추진일정**` is {추진일정, 2021, □}.
struct HeadingParts {
  std::string_view core;   // the name itself
  std::string_view value;  // what follows a colon
  std::int32_t year = 0;
  char32_t marker =
      0;  // □ ○ - or '1' for 1., 'N' for (1), 'I' for Ⅰ., '가', '①', '[' for brackets, 0 for none
  bool colon = false;
};
[[nodiscard]] HeadingParts PartsOfHeading(std::string_view text) noexcept;

// Whether a text may have a colon: without one, PartsOfHeading finds no value.
[[nodiscard]] bool MayHaveColon(std::string_view text) noexcept;

// Takes the marker that begins a line; `text` becomes the rest of it, trimmed.
char32_t TakeMarker(std::string_view& text) noexcept;

// The first year of 19xx–20xx (or ’21) in a text, or 0.
[[nodiscard]] std::int32_t YearIn(std::string_view text);

// The digits of a label that names a year and nothing else, whether it can be one or not: `2019` of `2019년도 결산`, `9999`,
// `0`, `21`. Empty where there are other words, no digits, or two numbers.
[[nodiscard]] std::string_view YearDigitsOf(std::string_view label) noexcept;

// Whether Narrow may change a text.
[[nodiscard]] bool HasWideForms(std::string_view text) noexcept;

// Full-width forms as ASCII, wide spaces as spaces, the minus sign as a hyphen: for looking a name up.
[[nodiscard]] std::string Narrow(std::string_view text);

// `계`, `합계`, `총계`, `소계`: whether a row's label says that it is a total. 2 for a subtotal.
[[nodiscard]] int TotalWord(std::string_view label) noexcept;

}  // namespace yesan::internal
