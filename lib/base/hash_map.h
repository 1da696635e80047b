// Hash tables that survive an allocation that fails, and growing a list ahead of time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "absl/hash/hash.h"

namespace yesan::internal {

// Abseil's flat tables do not survive std::bad_alloc: one that cannot grow keeps a capacity that it has no memory for, and
// frees it when it ends; a slot whose value could not be made counts as full. Those of the standard are as they were.
template <class Key, class Value, class Hash = std::hash<Key>>
using HashMap = std::unordered_map<Key, Value, Hash>;
template <class Key, class Hash = std::hash<Key>>
using HashSet = std::unordered_set<Key, Hash>;

struct PairHash {
  template <class A, class B>
  std::size_t operator()(const std::pair<A, B>& key) const noexcept {
    return absl::HashOf(key.first, key.second);
  }
};

// Makes room, so that adding so many throws nothing. It grows as push_back does: one by one costs no more than at once.
template <class T>
void ReserveMore(std::vector<T>& list, std::size_t more) {
  if (list.capacity() - list.size() < more)
    list.reserve(std::max(list.size() + more, list.size() + list.size() / 2));
}

}  // namespace yesan::internal
