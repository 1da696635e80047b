/// @file
/// Nearness of Hangul words, letter by letter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace yesan::internal {

/// The letters (자모) of a text: each Hangul syllable apart into its two or three conjoining letters, so that 사 and 시 differ by one
/// letter of two; other characters as they are. @pre valid UTF-8.
[[nodiscard]] std::u32string Letters(std::string_view text);

/// The characters of a text. @pre valid UTF-8.
[[nodiscard]] std::u32string Characters(std::string_view text);

/// Levenshtein's distance: the fewest insertions, deletions and substitutions. Costs the product of the lengths.
[[nodiscard]] std::size_t EditDistance(const std::u32string& a, const std::u32string& b);

/// Length of the longest common subsequence. Costs the product of the lengths.
[[nodiscard]] std::size_t CommonSubsequence(const std::u32string& a, const std::u32string& b);

}  // namespace yesan::internal
