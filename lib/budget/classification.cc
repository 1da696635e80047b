#include "yesan/budget/classification.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "lib/budget/korean_codes.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

bool IsKind(CodeKind kind) noexcept {
  return kind >= CodeKind::kField && kind <= CodeKind::kObjectItem;
}

bool Precedes(const CodeEntry& a, const CodeEntry& b) noexcept {
  return std::tie(a.kind, a.code, a.first_year) < std::tie(b.kind, b.code, b.first_year);
}

std::string Years(const CodeEntry& entry) {
  return std::to_string(entry.first_year) + "~" +
         (entry.last_year == CodeEntry::kNoEnd ? std::string() : std::to_string(entry.last_year));
}

Result<void> CheckEntry(const CodeEntry& entry) {
  if (!IsKind(entry.kind) || entry.code.empty() || entry.name.empty()) {
    ErrorDetail detail;
    detail.rule = "classification.entry";
    detail.message = {"예산과목 항목에는 종류, 코드, 이름이 있어야 합니다: 코드 '" + entry.code +
                          "', 이름 '" + entry.name + "'.",
                      "A classification entry needs a kind, a code and a name: code '" +
                          entry.code + "', name '" + entry.name + "'."};
    return Error(Code::kInvalidArgument, std::move(detail));
  }
  if (entry.first_year > entry.last_year) {
    ErrorDetail detail;
    detail.rule = "classification.years";
    detail.message = {
        "코드 " + entry.code + ": 첫 회계연도가 마지막 회계연도보다 늦습니다 (" + Years(entry) +
            ").",
        "Code " + entry.code + ": its first fiscal year is after its last (" + Years(entry) + ")."};
    return Error(Code::kOutOfRange, std::move(detail));
  }
  return {};
}

}  // namespace

std::string_view Name(CodeKind kind) noexcept {
  switch (kind) {
    case CodeKind::kField:
      return "field";
    case CodeKind::kSector:
      return "sector";
    case CodeKind::kPolicyProgram:
      return "policy_program";
    case CodeKind::kUnitProgram:
      return "unit_program";
    case CodeKind::kDetailedProgram:
      return "detailed_program";
    case CodeKind::kObjectClass:
      return "object_class";
    case CodeKind::kObjectGroup:
      return "object_group";
    case CodeKind::kObjectItem:
      return "object_item";
  }
  return "unknown";
}

std::string_view KoreanName(CodeKind kind) noexcept {
  switch (kind) {
    case CodeKind::kField:
      return "분야";
    case CodeKind::kSector:
      return "부문";
    case CodeKind::kPolicyProgram:
      return "정책사업";
    case CodeKind::kUnitProgram:
      return "단위사업";
    case CodeKind::kDetailedProgram:
      return "세부사업";
    case CodeKind::kObjectClass:
      return "성질별 그룹";
    case CodeKind::kObjectGroup:
      return "편성목";
    case CodeKind::kObjectItem:
      return "통계목";
  }
  return "";
}

Classification Classification::Korean() {
  Classification table;
  for (const internal::CodeFact& fact : internal::kKoreanCodes) {
    CodeEntry entry{fact.kind,       fact.code,
                    fact.name,       fact.parent,
                    fact.first_year, fact.last_year == 0 ? CodeEntry::kNoEnd : fact.last_year,
                    fact.source};
    table.entries_.push_back(std::move(entry));
  }
  std::sort(table.entries_.begin(), table.entries_.end(), Precedes);
  return table;
}

Result<void> Classification::Add(CodeEntry entry) {
  if (Result<void> checked = CheckEntry(entry); !checked) return checked;
  for (const CodeEntry& other : entries_) {
    if (other.kind == entry.kind && other.code == entry.code &&
        other.first_year <= entry.last_year && entry.first_year <= other.last_year) {
      ErrorDetail detail;
      detail.rule = "classification.duplicate";
      detail.message = {"코드 " + entry.code + "은(는) " + Years(other) + " 회계연도에 이미 '" +
                            other.name + "'입니다.",
                        "Code " + entry.code + " already means '" + other.name +
                            "' in fiscal years " + Years(other) + "."};
      return Error(Code::kDuplicate, std::move(detail));
    }
  }
  entries_.insert(std::upper_bound(entries_.begin(), entries_.end(), entry, Precedes),
                  std::move(entry));
  return {};
}

Result<void> Classification::Replace(CodeEntry entry) {
  if (Result<void> checked = CheckEntry(entry); !checked) return checked;
  std::vector<CodeEntry> kept;
  kept.reserve(entries_.size() + 2);
  for (CodeEntry& other : entries_) {
    if (other.kind != entry.kind || other.code != entry.code ||
        other.first_year > entry.last_year || entry.first_year > other.last_year) {
      kept.push_back(std::move(other));
      continue;
    }
    // Both subtractions stay in range: a piece is left only when there is a year on that side.
    if (other.first_year < entry.first_year) {
      CodeEntry older = other;
      older.last_year = entry.first_year - 1;
      kept.push_back(std::move(older));
    }
    if (other.last_year > entry.last_year) {
      CodeEntry newer = other;
      newer.first_year = entry.last_year + 1;
      kept.push_back(std::move(newer));
    }
  }
  kept.push_back(std::move(entry));
  std::sort(kept.begin(), kept.end(), Precedes);
  entries_ = std::move(kept);
  return {};
}

const CodeEntry* Classification::Find(CodeKind kind, std::int32_t fiscal_year,
                                      std::string_view code) const noexcept {
  const auto key = std::tie(kind, code);
  // The last entry of the code that begins in the year or before it is the only one that can cover it.
  auto after =
      std::upper_bound(entries_.begin(), entries_.end(), fiscal_year,
                       [&key](std::int32_t year, const CodeEntry& entry) {
                         const std::string_view entry_code = entry.code;
                         const auto entry_key = std::tie(entry.kind, entry_code);
                         return key < entry_key || (key == entry_key && year < entry.first_year);
                       });
  if (after == entries_.begin()) return nullptr;
  const CodeEntry& entry = *std::prev(after);
  if (entry.kind != kind || entry.code != code || fiscal_year > entry.last_year) return nullptr;
  return &entry;
}

namespace {

Error NoSuchCode(CodeKind kind, std::int32_t fiscal_year, std::string_view code) {
  ErrorDetail detail;
  detail.rule = "classification.unknown";
  const std::string year = std::to_string(fiscal_year);
  detail.message = {year + " 회계연도의 " + std::string(KoreanName(kind)) + " 코드 '" +
                        std::string(code) + "'은(는) 예산과목표에 없습니다.",
                    "The classification has no " + std::string(Name(kind)) + " code '" +
                        std::string(code) + "' in fiscal year " + year + "."};
  return Error(Code::kNotFound, std::move(detail));
}

}  // namespace

Result<std::string_view> Classification::NameOf(CodeKind kind, std::int32_t fiscal_year,
                                                std::string_view code) const {
  const CodeEntry* entry = Find(kind, fiscal_year, code);
  if (entry == nullptr) return NoSuchCode(kind, fiscal_year, code);
  return std::string_view(entry->name);
}

Result<std::string_view> Classification::ParentOf(CodeKind kind, std::int32_t fiscal_year,
                                                  std::string_view code) const {
  const CodeEntry* entry = Find(kind, fiscal_year, code);
  if (entry == nullptr) return NoSuchCode(kind, fiscal_year, code);
  return std::string_view(entry->parent);
}

std::vector<const CodeEntry*> Classification::FindByName(CodeKind kind, std::int32_t fiscal_year,
                                                         std::string_view name) const {
  std::vector<const CodeEntry*> found;
  const std::string folded = FoldName(name);
  for (const CodeEntry& entry : entries_) {
    if (entry.kind == kind && entry.first_year <= fiscal_year && fiscal_year <= entry.last_year &&
        FoldName(entry.name) == folded) {
      found.push_back(&entry);
    }
  }
  return found;
}

std::vector<const CodeEntry*> Classification::History(CodeKind kind, std::string_view code) const {
  std::vector<const CodeEntry*> found;
  for (const CodeEntry& entry : entries_) {
    if (entry.kind == kind && entry.code == code) found.push_back(&entry);
  }
  return found;
}

std::vector<const CodeEntry*> Classification::ChildrenOf(CodeKind kind, std::int32_t fiscal_year,
                                                         std::string_view parent) const {
  std::vector<const CodeEntry*> found;
  for (const CodeEntry& entry : entries_) {
    if (entry.kind == kind && entry.parent == parent && entry.first_year <= fiscal_year &&
        fiscal_year <= entry.last_year) {
      found.push_back(&entry);
    }
  }
  return found;
}

}  // namespace yesan
