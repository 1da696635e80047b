// expect: use of deleted function|call to deleted function
#include <cstdint>

#include "yesan/money/money.h"

int main() {
#ifdef YESAN_MISUSE
  return yesan::Extend({1000, 0}, 0.5, 12, 1, yesan::Rounding::kHalfUp).ok() ? 0 : 1;
#else
  return yesan::Extend({1000, 0}, 5, 12, 1, yesan::Rounding::kHalfUp).ok() ? 0 : 1;
#endif
}
