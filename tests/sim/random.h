/// @file
/// Random numbers that are the same everywhere: a seed replays. Compilers differ in the order in which
/// they evaluate the parts of an expression, so two draws never stand in one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace yesan::sim {

/// SplitMix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t Next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  /// In [0, count); 0 for count 0.
  std::size_t Below(std::size_t count) {
    return count == 0 ? 0 : static_cast<std::size_t>(Next() % count);
  }
  /// In [low, high].
  std::int64_t Between(std::int64_t low, std::int64_t high) {
    if (high <= low) return low;
    return low + static_cast<std::int64_t>(Next() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool Percent(int chance) { return Below(100) < static_cast<std::size_t>(chance); }
  /// One of a list that is not empty.
  template <class T>
  const T& Of(const std::vector<T>& list) {
    return list[Below(list.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace yesan::sim
