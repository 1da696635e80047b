#include "lib/sheet/synonyms.h"

#include <array>
#include <cstddef>

#include "lib/base/chars.h"
#include "lib/sheet/synonyms_table.h"

namespace yesan::internal {
namespace {

constexpr std::uint32_t Hash(std::string_view name) noexcept {
  std::uint32_t hash = 0x811C9DC5U;  // FNV-1a
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return hash ^ (hash >> 15);
}

// The tables stand in the order of their meaning; the compiler gives each name its slot.
template <class Value, std::size_t kCount>
class NameIndex {
 public:
  explicit constexpr NameIndex(const NamedValue<Value> (&entries)[kCount]) noexcept
      : entries_(entries) {
    for (std::size_t i = 0; i < kCount; ++i) {
      const std::string_view name = entries[i].name;
      if (name.size() > longest_) longest_ = name.size();
      std::size_t at = Hash(name) % kSlots;
      while (slots_[at] != 0 && entries[slots_[at] - 1U].name != name) at = (at + 1) % kSlots;
      if (slots_[at] == 0) slots_[at] = static_cast<std::uint16_t>(i + 1);
    }
  }
  [[nodiscard]] std::optional<Value> Find(std::string_view name) const noexcept {
    if (name.empty() || name.size() > longest_) return std::nullopt;
    for (std::size_t at = Hash(name) % kSlots; slots_[at] != 0; at = (at + 1) % kSlots) {
      const NamedValue<Value>& entry = entries_[slots_[at] - 1U];
      if (entry.name == name) return entry.value;
    }
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kSlots = kCount < 256 ? 1024 : 2048;
  static_assert(kCount * 2 < kSlots,
                "half the slots stay free, so that a name that is none is soon known");
  const NamedValue<Value>* entries_;
  std::size_t longest_ = 0;
  std::uint16_t slots_[kSlots] = {};
};

constexpr NameIndex kSections(kSectionNames);
constexpr NameIndex kColumns(kColumnNames);
constexpr NameIndex kFacts(kFactNames);

}  // namespace

std::optional<SectionKind> FindSection(std::string_view folded) noexcept {
  if (auto kind = kSections.Find(folded)) return kind;
  for (const std::string_view prefix : kPrefixes) {
    if (folded.size() > prefix.size() && StartsWith(folded, prefix)) {
      if (auto kind = kSections.Find(folded.substr(prefix.size()))) return kind;
    }
  }
  for (const std::string_view suffix : kDocuments) {
    if (folded.size() > suffix.size() && EndsWith(folded, suffix)) return SectionKind::kGroup;
  }
  // `추진방법 및 사업내용`: the first of the two.
  constexpr std::string_view kAnd = "및";
  for (std::size_t at = folded.find(kAnd); at != std::string_view::npos;
       at = folded.find(kAnd, at + 1)) {
    if (auto kind = kSections.Find(folded.substr(0, at))) return kind;
  }
  return std::nullopt;
}

std::optional<std::int32_t> FindColumn(std::string_view folded) noexcept {
  return kColumns.Find(folded);
}

std::optional<FactKey> FindFact(std::string_view folded) noexcept { return kFacts.Find(folded); }

}  // namespace yesan::internal
