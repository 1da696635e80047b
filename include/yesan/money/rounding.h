/// @file
/// The eight ways to give up digits, and sets of them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace yesan {

/// How a figure is cut to fewer digits. Nothing in yesan rounds without being told which of these to use, and each
/// function rounds once, from the exact value. The numbers are those of the C API and are frozen.
///
/// Worked figures, to whole numbers:
///
/// | exact | kUp | kDown | kCeiling | kFloor | kHalfUp | kHalfDown | kHalfEven |
/// |-------|-----|-------|----------|--------|---------|-----------|-----------|
/// |  2.5  |  3  |   2   |    3     |   2    |    3    |     2     |     2     |
/// |  1.1  |  2  |   1   |    2     |   1    |    1    |     1     |     1     |
/// | −1.1  | −2  |  −1   |   −1     |  −2    |   −1    |    −1     |    −1     |
/// | −2.5  | −3  |  −2   |   −2     |  −3    |   −3    |    −2     |    −2     |
///
/// Korean budgets say 절사 (kDown: fractions below 10 won of public money may be dropped, 지방회계법 제55조),
/// 절상 (kUp) and 반올림 (kHalfUp). On negative figures, such as a decrease (Δ), 절상 and 올림 differ: name the one meant.
enum class Rounding : std::int32_t {
  kUp = 0,           ///< 절상: away from zero.
  kDown = 1,         ///< 절사: towards zero.
  kCeiling = 2,      ///< 올림: towards positive infinity.
  kFloor = 3,        ///< 내림: towards negative infinity.
  kHalfUp = 4,       ///< 반올림: to the nearest; a half goes away from zero.
  kHalfDown = 5,     ///< 오사육입: to the nearest; a half goes towards zero.
  kHalfEven = 6,     ///< 짝수 반올림: to the nearest; a half goes to the even neighbour.
  kUnnecessary = 7,  ///< 반올림 없음: no digit may be lost; otherwise Code::kInexact.
};

/// Number of rounding modes, kUnnecessary included: valid modes are [0, kRoundingCount).
inline constexpr std::int32_t kRoundingCount = 8;

/// Whether a number that came from outside (the C API, a file) is a Rounding.
[[nodiscard]] constexpr bool IsValid(Rounding rounding) noexcept {
  return static_cast<std::int32_t>(rounding) >= 0 &&
         static_cast<std::int32_t>(rounding) < kRoundingCount;
}

/// The stable English name: `up`, `down`, `ceiling`, `floor`, `half_up`, `half_down`, `half_even`, `unnecessary`;
/// `unknown` for a number that is no Rounding.
[[nodiscard]] std::string_view Name(Rounding rounding) noexcept;

/// The Korean name: 절상 절사 올림 내림 반올림 오사육입 짝수반올림 반올림없음; `알수없음` for a number that is no Rounding.
[[nodiscard]] std::string_view KoreanName(Rounding rounding) noexcept;

/// A set of rounding modes: those which explain a printed figure, or all figures of a document.
///
/// A document seldom says how it rounds. `Δ22` printed for −21.7356… is explained by kUp, kFloor, kHalfUp, kHalfDown
/// and kHalfEven; each further figure can only make the set smaller (Intersect), and an empty set means that no one
/// rule explains the document. kUnnecessary is never a member: it is a demand, not a way to round.
class RoundingSet {
 public:
  /// Goes over the members from kUp to kHalfEven.
  class Iterator {
   public:
    constexpr explicit Iterator(std::uint32_t rest) noexcept : rest_(rest) {}
    [[nodiscard]] constexpr Rounding operator*() const noexcept {
      std::int32_t mode = 0;
      while (((rest_ >> mode) & 1u) == 0) ++mode;
      return static_cast<Rounding>(mode);
    }
    constexpr Iterator& operator++() noexcept {
      rest_ &= rest_ - 1;
      return *this;
    }
    friend constexpr bool operator==(Iterator a, Iterator b) noexcept { return a.rest_ == b.rest_; }
    friend constexpr bool operator!=(Iterator a, Iterator b) noexcept { return a.rest_ != b.rest_; }

   private:
    std::uint32_t rest_;
  };

  /// The empty set.
  constexpr RoundingSet() noexcept = default;
  /// The set of these modes; kUnnecessary and numbers that are no Rounding are left out.
  constexpr RoundingSet(std::initializer_list<Rounding> modes) noexcept {
    for (Rounding mode : modes) insert(mode);
  }

  /// The seven modes that can explain a printed figure.
  [[nodiscard]] static constexpr RoundingSet All() noexcept { return FromBits(kAllBits); }
  /// The set with bit 2^mode for each member; bits outside the seven modes are ignored.
  [[nodiscard]] static constexpr RoundingSet FromBits(std::uint32_t bits) noexcept {
    RoundingSet set;
    set.bits_ = bits & kAllBits;
    return set;
  }

  /// Adds a mode; kUnnecessary and numbers that are no Rounding change nothing.
  constexpr void insert(Rounding mode) noexcept {
    if (IsValid(mode)) bits_ |= (1u << static_cast<std::uint32_t>(mode)) & kAllBits;
  }
  [[nodiscard]] constexpr bool contains(Rounding mode) const noexcept {
    return IsValid(mode) && ((bits_ >> static_cast<std::uint32_t>(mode)) & 1u) != 0;
  }
  [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
  /// Number of members, [0, 7].
  [[nodiscard]] constexpr int size() const noexcept {
    int count = 0;
    for (std::uint32_t rest = bits_; rest != 0; rest &= rest - 1) ++count;
    return count;
  }
  /// Bit 2^mode for each member, [0, 127].
  [[nodiscard]] constexpr std::uint32_t bits() const noexcept { return bits_; }
  /// The modes in both sets: what explains two figures at once.
  [[nodiscard]] constexpr RoundingSet intersect(RoundingSet other) const noexcept {
    return FromBits(bits_ & other.bits_);
  }

  [[nodiscard]] constexpr Iterator begin() const noexcept { return Iterator(bits_); }
  [[nodiscard]] constexpr Iterator end() const noexcept { return Iterator(0); }
  friend constexpr bool operator==(RoundingSet a, RoundingSet b) noexcept {
    return a.bits_ == b.bits_;
  }
  friend constexpr bool operator!=(RoundingSet a, RoundingSet b) noexcept {
    return a.bits_ != b.bits_;
  }

  /// English names in braces: `{up, floor, half_up}`; `{}` for the empty set.
  [[nodiscard]] std::string ToString() const;
  /// Korean names: `{절상, 내림, 반올림}`.
  [[nodiscard]] std::string ToKoreanString() const;

 private:
  static constexpr std::uint32_t kAllBits = 0x7f;
  std::uint32_t bits_ = 0;
};

namespace internal {

/// Whether a magnitude cut to `last_digit_odd` moves one step away from zero, when a part that is not zero was cut
/// off; `half` is negative, zero or positive as that part is less than, equal to or more than a half.
/// @pre rounding is valid and not kUnnecessary.
[[nodiscard]] constexpr bool MovesAway(Rounding rounding, bool negative, bool last_digit_odd,
                                       int half) noexcept {
  switch (rounding) {
    case Rounding::kUp:
      return true;
    case Rounding::kDown:
      return false;
    case Rounding::kCeiling:
      return !negative;
    case Rounding::kFloor:
      return negative;
    case Rounding::kHalfUp:
      return half >= 0;
    case Rounding::kHalfDown:
      return half > 0;
    case Rounding::kHalfEven:
      return half > 0 || (half == 0 && last_digit_odd);
    case Rounding::kUnnecessary:
      break;
  }
  return false;
}

}  // namespace internal
}  // namespace yesan
