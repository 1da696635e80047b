#include "yesan/money/rounding.h"

namespace yesan {
namespace {

constexpr std::string_view kNames[] = {"up",      "down",      "ceiling",   "floor",
                                       "half_up", "half_down", "half_even", "unnecessary"};
constexpr std::string_view kKoreanNames[] = {"절상",   "절사",     "올림",       "내림",
                                             "반올림", "오사육입", "짝수반올림", "반올림없음"};

template <class NameOf>
std::string Join(RoundingSet set, NameOf name_of) {
  std::string out = "{";
  for (Rounding mode : set) {
    if (out.size() > 1) out += ", ";
    out += name_of(mode);
  }
  out += '}';
  return out;
}

}  // namespace

std::string_view Name(Rounding rounding) noexcept {
  return IsValid(rounding) ? kNames[static_cast<std::int32_t>(rounding)] : "unknown";
}

std::string_view KoreanName(Rounding rounding) noexcept {
  return IsValid(rounding) ? kKoreanNames[static_cast<std::int32_t>(rounding)] : "알수없음";
}

std::string RoundingSet::ToString() const {
  return Join(*this, [](Rounding mode) { return Name(mode); });
}

std::string RoundingSet::ToKoreanString() const {
  return Join(*this, [](Rounding mode) { return KoreanName(mode); });
}

}  // namespace yesan
