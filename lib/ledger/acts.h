// What the acts that add to a book share: how they refuse, and how the journal keeps them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lib/ledger/state.h"

namespace yesan::internal {

[[nodiscard]] Error RefuseAct(Code code, std::string rule, std::string ko, std::string en,
                              std::int64_t row = -1);

// A name that people give: not empty, UTF-8.
[[nodiscard]] Result<void> CheckName(std::string_view name, std::string_view rule,
                                     std::string_view ko, std::string_view en);

template <class Id>
bool Has(std::size_t count, Id id) noexcept {
  return NumberOf(id) >= 1 && NumberOf(id) <= count;
}

// An act that the journal does not keep is taken back.
template <class What, class Undo>
Result<void> Keep(BookState& state, const What* what, Undo&& undo) {
  if (state.journal != nullptr) {
    try {
      if (Result<void> kept = state.journal->Append(Act(what)); !kept) {
        undo();
        return kept;
      }
    } catch (...) {
      undo();
      throw;
    }
  }
  ++state.changes;
  return {};
}

}  // namespace yesan::internal
