/// @file
/// Budget classification (예산과목): codes that mean what they mean in one fiscal year.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/result.h"

namespace yesan {

/// The rungs of the two ladders. The numbers are those of the C API.
///
/// By function: field > sector > policy program > unit program > detailed program (지방재정법 §41②).
/// By object: object class > object group > object item.
enum class CodeKind : std::int32_t {
  kField = 1,  ///< 분야, `080 사회복지`.
  kSector = 2,  ///< 부문, `089 사회복지일반`; belongs to exactly one field, by its stored parent.
  kPolicyProgram = 3,    ///< 정책사업: the legal level of control.
  kUnitProgram = 4,      ///< 단위사업.
  kDetailedProgram = 5,  ///< 세부사업: what a program sheet is about.
  kObjectClass = 6,      ///< 성질별 그룹, `300 경상이전`.
  kObjectGroup = 7,      ///< 편성목, three digits: `307 민간이전`.
  kObjectItem = 8,       ///< 통계목, three and two digits: `307-05 민간위탁금`.
};

/// `field`, `sector`, …, `object_item`.
[[nodiscard]] std::string_view Name(CodeKind kind) noexcept;
/// `분야`, `부문`, …, `통계목`.
[[nodiscard]] std::string_view KoreanName(CodeKind kind) noexcept;

/// What a code means from one fiscal year to another, both included.
struct CodeEntry {
  /// The last year of an entry that has no end so far.
  static constexpr std::int32_t kNoEnd = std::numeric_limits<std::int32_t>::max();

  CodeKind kind = CodeKind::kField;
  std::string code;  ///< As printed: `080`, `307-05`. Compared exactly.
  std::string name;  ///< As printed: `민간위탁금`.
  std::string
      parent;  ///< Code of the next rung up in the same years; empty on the top rung or when unknown.
               ///< It is stored, never derived from digits, and need not have an entry of its own.
  std::int32_t first_year = 0;      ///< First fiscal year in which it means this (closed).
  std::int32_t last_year = kNoEnd;  ///< Last fiscal year in which it means this (closed).
  std::string source;               ///< Where the fact comes from.

  friend bool operator==(const CodeEntry& a, const CodeEntry& b) noexcept {
    return a.kind == b.kind && a.code == b.code && a.name == b.name && a.parent == b.parent &&
           a.first_year == b.first_year && a.last_year == b.last_year && a.source == b.source;
  }
};

/// A dated table of codes. The key is (kind, fiscal year, code), never the code alone: `401-01` is 시설비 in 2026 and
/// 시설공사보상비 in 2027.
///
/// A year that no entry covers has no answer: nothing is carried over from a neighbouring year. History says what is
/// known of a code in all years. Pointers and views stay good until the next Add or Replace.
class Classification {
 public:
  /// A table without entries.
  Classification() = default;

  /// The built-in table of Korean local government. Each entry is dated by the years in which it was seen and names its
  /// source: fields and sectors from 2024, object items as of 2026 with the changes announced for 2027. It is not
  /// exhaustive, since the official tables (지방자치단체 예산편성 운용에 관한 규칙, 별표) are not published as data: add
  /// what is missing with Add, and what differs with Replace.
  [[nodiscard]] static Classification Korean();

  /// Adds an entry.
  ///
  /// Refuses with Code::kInvalidArgument when the kind is unknown or the code or the name is empty; kOutOfRange when
  /// first_year is after last_year; kDuplicate when an entry of the same kind and code already covers one of its years.
  [[nodiscard]] Result<void> Add(CodeEntry entry);

  /// Adds an entry in place of whatever the same kind and code meant in its years; older and newer years keep theirs.
  /// Refuses as Add does, but for kDuplicate.
  [[nodiscard]] Result<void> Replace(CodeEntry entry);

  /// The entry of a code in a fiscal year, or null.
  [[nodiscard]] const CodeEntry* Find(CodeKind kind, std::int32_t fiscal_year,
                                      std::string_view code) const noexcept;

  /// What a code is called in a fiscal year. Refuses with Code::kNotFound.
  [[nodiscard]] Result<std::string_view> NameOf(CodeKind kind, std::int32_t fiscal_year,
                                                std::string_view code) const;

  /// The code of the next rung up, empty on the top rung. `(kSector, 2026, "089")` is `080`.
  /// Refuses with Code::kNotFound when the code has no entry in that year.
  [[nodiscard]] Result<std::string_view> ParentOf(CodeKind kind, std::int32_t fiscal_year,
                                                  std::string_view code) const;

  /// Every entry of a kind in a fiscal year whose name is the same when compared loosely (FoldName: white space, middle
  /// dots and punctuation do not count), in the order of codes. `민간 위탁금` finds 307-05. Several codes may
  /// share a name: `국내여비` is 202-01 and 205-03.
  [[nodiscard]] std::vector<const CodeEntry*> FindByName(CodeKind kind, std::int32_t fiscal_year,
                                                         std::string_view name) const;

  /// What a code has meant, in the order of years.
  [[nodiscard]] std::vector<const CodeEntry*> History(CodeKind kind, std::string_view code) const;

  /// Entries of a kind in a fiscal year whose parent is `parent`, in the order of codes.
  [[nodiscard]] std::vector<const CodeEntry*> ChildrenOf(CodeKind kind, std::int32_t fiscal_year,
                                                         std::string_view parent) const;

  /// Every entry, in the order of kind, code and first year.
  [[nodiscard]] const std::vector<CodeEntry>& entries() const noexcept { return entries_; }

 private:
  std::vector<CodeEntry>
      entries_;  // sorted by (kind, code, first_year); years of one code never overlap
};

}  // namespace yesan
