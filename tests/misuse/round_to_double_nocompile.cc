// expect: use of deleted function|call to deleted function
#include <cstdint>

#include "yesan/money/money.h"

int main() {
#ifdef YESAN_MISUSE
  return yesan::Round(yesan::Money(3), 1e3, yesan::Rounding::kHalfUp).ok() ? 0 : 1;
#else
  return yesan::Round(yesan::Money(3), 1000, yesan::Rounding::kHalfUp).ok() ? 0 : 1;
#endif
}
