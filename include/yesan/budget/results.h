/// @file
/// Track records (추진실적): what was done, in numbers with counters, out of prose.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/money/decimal.h"

namespace yesan {

/// A number with its counter, as it stands in a track record: the `14회` of `뉴스레터(온라인 14회, 오프라인4회)`.
struct ResultFigure {
  std::string
      label;  ///< The words right before it, `온라인`; those before its bracket when there are none
              ///< (`현장 모니터링` for `현장 모니터링(10회)`). May be empty.
  std::string
      context;  ///< The words before the bracket that it stands in, unless they are its label: `뉴스레터`.
  Decimal number;  ///< 14; commas are removed: `23,140명` is 23140.
  std::string
      unit;  ///< The counter: `회`, `명`, `건`, `개소`, `%`. Never empty: a bare number is no result.
  std::size_t offset = 0;  ///< First byte of the number in the text.
  std::size_t length = 0;  ///< Bytes of number and counter: [offset, offset + length).
};

/// A number and the numbers in the bracket right behind it, which are its parts:
/// `연구 과제 10종(정책연구 4종, 제도화연구 5종, 성과연구1곤)`.
struct ResultWhole {
  std::size_t whole = 0;           ///< Index of the figure.
  std::vector<std::size_t> parts;  ///< Indices of the figures in the bracket, two at least.
  Decimal sum;                     ///< Σ of the parts.
  Decimal difference;              ///< whole − sum; zero when they add up.
  std::vector<std::size_t>
      misprints;  ///< Parts whose counter is likely misprinted (`1곤` for `1종`): at most one. The
                  ///< sum holds it. Where it does not add up (`11종`), both are in doubt.

  [[nodiscard]] bool adds_up() const noexcept { return difference.is_zero(); }
};

/// What a track record says in numbers.
struct Results {
  std::vector<ResultFigure> figures;  ///< In the order of the text.
  std::vector<ResultWhole> wholes;    ///< In the order of their wholes.
};

/// Finds the numbers with counters in a track record, and the wholes among them.
///
/// A figure is a number (commas in groups of three, a decimal point) with a counter behind it, with or without white space
/// between: one of a list of Korean counters, `%`, or up to three Hangul letters that end there. Years, months, days,
/// quarters, ordinals (`1차`, `2기`) and days of a calendar (`9.24~9.30`) are no figures, nor are numbers inside words.
///
/// A whole is judged only when there can be no doubt: the figure is followed by a bracket whose every piece, parted by
/// commas, slashes, plus signs or middle dots, is one figure with the same counter, and there are two or more. One piece
/// may have a counter that nobody uses and that differs by one letter, unless the others make the whole without it: that is
/// a likely misprint. A piece with another
/// counter (`교육(5회, 241명)`), an open list (`등`, `외`), a rate (`월 2회`) or anything else makes it no whole.
///
/// Hangul in letters, as some systems write it (NFD), is read as the syllables that it means: the words of a figure are whole,
/// its offset and length those in the text as printed.
///
/// The text is plain; markup should be removed before. Linear in the text. Refuses with Code::kInvalidUtf8.
[[nodiscard]] Result<Results> ParseResults(std::string_view text);

}  // namespace yesan
