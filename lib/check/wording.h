// Korean and English sentences about figures: particles, numbers in the notation of their place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/message.h"

namespace yesan::internal {

// A Korean particle whose form depends on the sound before it.
enum class Particle {
  kTopic,    // 은/는
  kSubject,  // 이/가
  kObject,   // 을/를
  kAnd,      // 과/와
  kBy,       // 으로/로
  kCopula,   // 이/– before 다, 며, 지만: `12이며`, `개소며`
};

// Whether the last thing that is read aloud in a text ends in a consonant (받침). Closing brackets and
// quotes are passed over; digits, %, and Latin letters are read as Korean reads them: 22 이십이 (no),
// 10 십 (yes), % 퍼센트 (no). `liel` says whether that consonant is ㄹ.
bool EndsInConsonant(std::string_view text, bool* liel = nullptr);

// The text with the particle behind it: `With("집행액", kSubject)` is `집행액이`.
std::string With(std::string_view text, Particle particle);

// `집행 3건` quoted: 'text' in Korean, "text" in English; as it stands when it is empty.
std::string Quoted(std::string_view text, Language language);

// Text of a document as it may stand inside a sentence: white space made single spaces, shortened to
// about `characters_max` characters with `…`.
std::string Excerpt(std::string_view text, std::size_t characters_max = 40);

// That the separators of a figure stand wrongly, and which is likely meant; `kinds`: `쉼표·소수점`.
Message MisplacedSeparators(std::string_view figure, std::string_view meant,
                            std::string_view kinds);

// `a, b, c`.
std::string Join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace yesan::internal
