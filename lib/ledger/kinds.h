// What the kinds of entries have in common, as a table.
#pragma once

#include <cstdint>

#include "yesan/ledger/entry.h"

namespace yesan::internal {

enum class CauseSet : std::uint8_t { kNothing, kVoted, kReduced, kAuthorized, kTransfer, kCarried };

struct KindTraits {
  bool expenditure = false;
  bool revenue = false;
  CauseSet causes = CauseSet::kNothing;
};

struct KindTable {
  KindTraits kind[32];
  constexpr KindTable() : kind() {
    const auto set = [this](EntryKind k, bool expenditure, bool revenue, CauseSet causes) {
      kind[static_cast<std::int32_t>(k)] = {expenditure, revenue, causes};
    };
    set(EntryKind::kAppropriate, true, true, CauseSet::kVoted);
    set(EntryKind::kReduce, true, true, CauseSet::kReduced);
    set(EntryKind::kAuthorizeSpending, true, false, CauseSet::kAuthorized);
    set(EntryKind::kCarryIn, true, true, CauseSet::kCarried);
    set(EntryKind::kTransferIn, true, false, CauseSet::kTransfer);
    set(EntryKind::kTransferOut, true, false, CauseSet::kTransfer);
    set(EntryKind::kAllot, true, false, CauseSet::kNothing);
    set(EntryKind::kUnallot, true, false, CauseSet::kNothing);
    set(EntryKind::kCommit, true, false, CauseSet::kNothing);
    set(EntryKind::kRelease, true, false, CauseSet::kNothing);
    set(EntryKind::kDisburse, true, false, CauseSet::kNothing);
    set(EntryKind::kRefund, true, false, CauseSet::kNothing);
    set(EntryKind::kCarryOut, true, false, CauseSet::kCarried);
    set(EntryKind::kReserveSubsidyRefund, true, false, CauseSet::kNothing);
    set(EntryKind::kCorrect, true, true, CauseSet::kNothing);
    set(EntryKind::kAssess, false, true, CauseSet::kNothing);
    set(EntryKind::kReceive, false, true, CauseSet::kNothing);
    set(EntryKind::kRefundRevenue, false, true, CauseSet::kNothing);
    set(EntryKind::kWriteOff, false, true, CauseSet::kNothing);
    set(EntryKind::kCancelAssessment, false, true, CauseSet::kNothing);
  }
};
inline constexpr KindTable kKinds;

constexpr KindTraits TraitsOf(std::int32_t kind) noexcept {
  return kind >= 0 && kind < 32 ? kKinds.kind[kind] : KindTraits{};
}

constexpr bool FitsCause(CauseSet set, std::int32_t cause) noexcept {
  const bool supplementary = cause >= 101 && cause <= 199;
  switch (set) {
    case CauseSet::kNothing:
      return cause == 0;
    case CauseSet::kVoted:
      return cause == 1 || cause == 2 || supplementary;
    case CauseSet::kReduced:
      return cause == 2 || supplementary;
    case CauseSet::kAuthorized:
      return cause == 11 || cause == 12;
    case CauseSet::kTransfer:
      return cause >= 21 && cause <= 25;
    case CauseSet::kCarried:
      return cause >= 31 && cause <= 34;
  }
  return false;
}

// What settles or corrects another entry and names no source has that one's.
constexpr bool TakesSource(EntryKind kind) noexcept {
  return kind == EntryKind::kRelease || kind == EntryKind::kDisburse ||
         kind == EntryKind::kRefund || kind == EntryKind::kCorrect;
}

constexpr bool IsTransfer(EntryKind kind) noexcept {
  return kind == EntryKind::kTransferIn || kind == EntryKind::kTransferOut;
}

// Kinds that change the budget of a year: what undoes one is such a change itself.
constexpr bool ChangesBudget(EntryKind kind) noexcept {
  return kind == EntryKind::kAppropriate || kind == EntryKind::kReduce ||
         kind == EntryKind::kAuthorizeSpending || IsTransfer(kind);
}

// Whose act a batch is. What a journal kept was judged when it was posted.
enum class PostedBy : std::uint8_t { kCaller, kRollover, kAdoption, kJournal };

// Whether a batch may hold what a rollover posts.
constexpr bool MayCarry(PostedBy by) noexcept {
  return by == PostedBy::kRollover || by == PostedBy::kJournal;
}

}  // namespace yesan::internal
