/// @file
/// The law or ordinance on which a program rests (사업근거, 법적근거).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/result.h"

namespace yesan {

/// What kind of rule it is. The numbers are those of the C API.
enum class LegalKind : std::int32_t {
  kUnknown = 0,
  kAct = 1,           ///< 법, 법률.
  kDecree = 2,        ///< 시행령, 대통령령.
  kMinistryRule = 3,  ///< 시행규칙 of an act, 부령.
  kOrdinance = 4,     ///< 조례.
  kLocalRule = 5,     ///< 규칙 of a local government, 조례 시행규칙.
  kDirective = 6,     ///< 훈령, 예규, 고시, 지침, 규정.
};

/// `act`, `decree`, `ordinance`, …; `unknown`.
[[nodiscard]] std::string_view Name(LegalKind kind) noexcept;

/// One article of one rule: `「지방재정법」 제17조제1항`.
struct LegalBasis {
  LegalKind kind = LegalKind::kUnknown;
  std::string name;  ///< Without quotes: `서울특별시 마을공동체 활성화 지원 조례`.
  std::int32_t article = 0;         ///< 제17조: 17; 0 when no article is named.
  std::int32_t article_branch = 0;  ///< 제44조의2: 2; 0 when there is none.
  std::int32_t paragraph = 0;       ///< 제1항: 1; 0 when none is named.
  std::int32_t item = 0;            ///< 제3호: 3; 0 when none is named.
  std::string title;       ///< `제10조(설치 및 운영)`: `설치 및 운영`; may be empty.
  std::size_t offset = 0;  ///< First byte in the text.
  std::size_t length = 0;  ///< Bytes: [offset, offset + length).

  /// `서울특별시 마을공동체 활성화 지원 조례 제10조`: name, article, paragraph and item, without title.
  [[nodiscard]] std::string ToString() const;
};

/// Finds the legal bases in a line or a paragraph. A rule is named by quotes (「」, 『』) or by a name that ends in 법,
/// 법률, 시행령, 시행규칙, 조례, 규칙, 규정, 훈령, 예규, 고시 or 지침 before an article or at the end of its piece;
/// further articles (`제17조, 제20조`) belong to the rule before them, and `같은 법 시행령` to the act before it.
/// Text without a rule gives an empty list, which is an answer. Linear in the text. Refuses with Code::kInvalidUtf8.
[[nodiscard]] Result<std::vector<LegalBasis>> FindLegalBases(std::string_view text);

}  // namespace yesan
