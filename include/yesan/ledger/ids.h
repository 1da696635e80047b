/// @file
/// Ids of a book: small whole numbers from 1 on, given in the order of making, never reused. 0 is none.
#pragma once

#include <cstdint>

namespace yesan {

/// An account (회계) of a book.
enum class AccountId : std::uint32_t { kNone = 0 };
/// A department (부서).
enum class DepartmentId : std::uint32_t { kNone = 0 };
/// A node of the program tree, from field to detailed program. It keeps its id over the years.
enum class ProgramId : std::uint32_t { kNone = 0 };
/// A budget item or a revenue item of one fiscal year.
enum class ItemId : std::uint32_t { kNone = 0 };
/// A vote, decision or plan that entries lean on.
enum class AuthorizationId : std::uint32_t { kNone = 0 };
/// Who acts: the officer who commits, the officer who disburses.
enum class ActorId : std::uint32_t { kNone = 0 };
/// An entry, by its place in the order of posting: the first is 1. `as known then` is a day and an EntryId.
enum class EntryId : std::uint32_t { kNone = 0 };

/// The number behind an id.
template <class Id>
[[nodiscard]] constexpr std::uint32_t NumberOf(Id id) noexcept {
  return static_cast<std::uint32_t>(id);
}

}  // namespace yesan
