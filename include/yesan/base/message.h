/// @file
/// What yesan says to people, always in Korean and in English.
#pragma once

#include <cstdint>
#include <string>

namespace yesan {

/// The language of a message.
enum class Language : std::int32_t { kKorean = 0, kEnglish = 1 };

/// One statement in two languages. Both name the same place, what was expected and what was found.
struct Message {
  std::string ko;  ///< Korean, one sentence.
  std::string en;  ///< English, one sentence.

  /// The text in one language.
  [[nodiscard]] const std::string& in(Language language) const noexcept {
    return language == Language::kKorean ? ko : en;
  }
  friend bool operator==(const Message& a, const Message& b) noexcept {
    return a.ko == b.ko && a.en == b.en;
  }
};

}  // namespace yesan
