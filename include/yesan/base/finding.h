/// @file
/// What a check found: a statement about a document, never a refusal of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/message.h"
#include "yesan/base/place.h"

namespace yesan {

/// How much a finding weighs. The numbers are those of the C API.
enum class Severity : std::int32_t {
  kError = 1,  ///< The document contradicts itself: a sum, a difference or a rate does not hold.
  kWarning =
      2,  ///< The document breaks a rule of notation or of dates, though its arithmetic may hold.
  kAsk =
      3,  ///< Somebody who knows should be asked: there is a likely misprint, or an unusual fact.
  kNote = 4,  ///< Worth knowing; nothing to mend.
};

/// `error`, `warning`, `ask`, `note`.
[[nodiscard]] std::string_view Name(Severity severity) noexcept;

/// One thing that a check found, at a place, with what is printed there and what was expected.
///
/// Printed is not true: a finding never changes the document. `printed`, `expected` and `difference` are written in the
/// unit and notation of the place (`310,399`, `2020.02`), so that a person can compare them with the paper.
struct Finding {
  std::string rule;  ///< Stable id, e.g. `overview.change`; never reused for another rule.
  Severity severity = Severity::kError;  ///< How much it weighs.
  std::uint32_t document = 0;  ///< 0-based index, when several documents are checked together.
  Place place;                 ///< Where the printed text stands.
  /// What it is about, in Korean, words of the document as printed: `결산 2017 · 집행잔액`.
  std::string subject;
  std::string
      subject_en;  ///< The same in English, words of the document as printed; empty: as `subject`.
  std::string printed;   ///< What stands there, as printed.
  std::string expected;  ///< What was expected; empty when there is no one value.
  std::string
      difference;   ///< printed − expected in the unit of the place; empty when not a number.
  Message message;  ///< The whole statement, in two languages.

  /// What it is about, in a language.
  [[nodiscard]] const std::string& about(Language language) const noexcept {
    return language == Language::kKorean || subject_en.empty() ? subject : subject_en;
  }
};

/// Findings in the order of the document: by document, line, column, then rule.
void SortByPlace(std::vector<Finding>& findings);

}  // namespace yesan
