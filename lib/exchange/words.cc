#include "lib/exchange/words.h"

#include "yesan/base/text.h"
#include "yesan/budget/budget_item.h"
#include "yesan/ledger/entry.h"

namespace yesan::internal {
namespace {

struct Word {
  std::string_view text;
  std::int32_t number;
};

constexpr std::int32_t Number(EntryKind kind) { return static_cast<std::int32_t>(kind); }
constexpr std::int32_t Number(Cause cause) { return static_cast<std::int32_t>(cause); }

// Beside the names of entry.h.
constexpr Word kKindWords[] = {
    {"편성", Number(EntryKind::kAppropriate)}, {"감액", Number(EntryKind::kReduce)},
    {"이월", Number(EntryKind::kCarryIn)},     {"전입", Number(EntryKind::kTransferIn)},
    {"전출", Number(EntryKind::kTransferOut)}, {"예산배정", Number(EntryKind::kAllot)},
    {"배정취소", Number(EntryKind::kUnallot)}, {"원인행위", Number(EntryKind::kCommit)},
    {"집행", Number(EntryKind::kDisburse)},    {"반납금", Number(EntryKind::kReserveSubsidyRefund)},
};
constexpr Word kCauseWords[] = {
    {"당초예산", Number(Cause::kOriginal)},
    {"성립전사용", Number(Cause::kPreEnactment)},
    {"예비비사용", Number(Cause::kContingencyDraw)},
    {"명시", Number(Cause::kExplicitCarryover)},
    {"사고", Number(Cause::kAccidentalCarryover)},
    {"계속비", Number(Cause::kContinuingCarryover)},
    {"건설개량", Number(Cause::kConstructionCarryover)},
};
constexpr Word kOriginWords[] = {
    {"현년도", 0}, {"본년도", 0}, {"명시", 1}, {"사고", 2}, {"계속비", 3}, {"건설개량", 4},
};
constexpr Word kSideWords[] = {
    {"세출", 0}, {"expenditure", 0}, {"0", 0}, {"세입", 1}, {"revenue", 1}, {"1", 1},
};

constexpr std::size_t kSeenMax = 4096;

// Folding drops signs and points, which make a number another: `-9` and `1.1` are no 9 and no 11.
bool MaySay(std::string_view text, const std::string& folded) {
  return folded.find_first_not_of("0123456789") != std::string::npos || folded == text;
}

}  // namespace

std::int32_t FindSource(std::string_view text, GovernmentKind tier) {
  if (const auto source = FindFundingSource(text, tier)) return static_cast<std::int32_t>(*source);
  const std::string folded = FoldName(text);
  if (!MaySay(text, folded)) return 0;
  for (std::int32_t i = 1; i <= static_cast<std::int32_t>(FundingSource::kDecentralizationGrant);
       ++i) {
    const auto source = static_cast<FundingSource>(i);
    if (folded == FoldName(Name(source)) || folded == FoldName(KoreanName(source)) ||
        folded == std::to_string(i))
      return i;
  }
  return 0;
}

void WordTable::Add(std::string_view word, std::int32_t number) {
  if (!word.empty()) folded_.try_emplace(FoldName(word), number);
}

WordTable WordTable::Kinds() {
  WordTable table;
  for (std::int32_t i = 1; i <= Number(EntryKind::kCancelAssessment); ++i) {
    const auto kind = static_cast<EntryKind>(i);
    if (KoreanName(kind).empty()) continue;
    table.Add(Name(kind), i);
    table.Add(KoreanName(kind), i);
    table.Add(std::to_string(i), i);
  }
  for (const Word& word : kKindWords) table.Add(word.text, word.number);
  return table;
}

WordTable WordTable::Causes() {
  WordTable table;
  for (std::int32_t i = 0; i <= Number(Cause::kLastSupplementary); ++i) {
    const auto cause = static_cast<Cause>(i);
    if (Name(cause) == "unknown") continue;
    table.Add(Name(cause), i);
    table.Add(KoreanName(cause), i);
    table.Add(std::to_string(i), i);
    if (const std::int32_t n = SupplementaryNumber(cause); n > 0) {
      table.Add(std::to_string(n) + "회추경", i);
      table.Add("추경" + std::to_string(n) + "회", i);
    }
  }
  for (const Word& word : kCauseWords) table.Add(word.text, word.number);
  return table;
}

WordTable WordTable::Origins() {
  WordTable table;
  for (std::int32_t i = 0; i <= static_cast<std::int32_t>(Origin::kConstruction); ++i) {
    table.Add(Name(static_cast<Origin>(i)), i);
    table.Add(KoreanName(static_cast<Origin>(i)), i);
    table.Add(std::to_string(i), i);
  }
  for (const Word& word : kOriginWords) table.Add(word.text, word.number);
  return table;
}

WordTable WordTable::Sides() {
  WordTable table;
  for (const Word& word : kSideWords) table.Add(word.text, word.number);
  return table;
}

std::optional<std::int32_t> WordTable::Find(std::string_view text) {
  if (text.empty()) return std::nullopt;
  Recent& recent = recent_[(text.size() + static_cast<unsigned char>(text.back())) % 8];
  if (recent.text == text) return recent.number;
  if (const auto seen = seen_.find(text); seen != seen_.end()) {
    recent.text.assign(text);
    recent.number = seen->second;
    return seen->second;
  }
  const std::string folded = FoldName(text);
  if (!MaySay(text, folded)) return std::nullopt;
  const auto found = folded_.find(folded);
  if (found == folded_.end()) return std::nullopt;
  if (seen_.size() < kSeenMax) seen_.emplace(std::string(text), found->second);
  return found->second;
}

}  // namespace yesan::internal
