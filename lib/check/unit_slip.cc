#include "lib/check/unit_slip.h"

#include <cstdint>

#include "lib/check/wording.h"

namespace yesan::internal {

bool DiffersByUnit(Money a, Money b) {
  for (std::int64_t factor : {std::int64_t{1'000}, std::int64_t{10'000}, std::int64_t{1'000'000},
                              std::int64_t{100'000'000}}) {
    const auto larger = Multiply(a, factor);
    const auto smaller = Multiply(b, factor);
    if (!a.is_zero() && ((larger && *larger == b) || (smaller && *smaller == a))) return true;
  }
  return false;
}

void ReportUnitSlip(Context& context, const Quantity& place, const std::string& ko_here,
                    const std::string& en_here, const Quantity& other, const std::string& ko_other,
                    const std::string& en_other) {
  context.Report("notation.unit_slip", place.place, Subject({ko_here}),
                 context.At(place, place.value), "", "",
                 {With(ko_here, Particle::kTopic) + " " + context.Ko(place, place.value) + ", " +
                      With(ko_other, Particle::kTopic) + " " +
                      With(context.Ko(other, other.value), Particle::kBy) +
                      " 숫자는 같고 단위만 다릅니다. 어느 한쪽의 단위가 잘못 적힌 것으로 보입니다.",
                  "The amount is " + context.En(place, place.value) + " in " + en_here + " and " +
                      context.En(other, other.value) + " in " + en_other +
                      ": the same figure in another unit, so one unit seems wrong."});
}

}  // namespace yesan::internal
