// expect: use of deleted function|call to deleted function
#include <cstdint>

#include "yesan/money/money.h"

int main() {
#ifdef YESAN_MISUSE
  return yesan::MulDiv(yesan::Money(3), 0.03, 1, yesan::Rounding::kHalfUp).ok() ? 0 : 1;
#else
  return yesan::MulDiv(yesan::Money(3), 3, 100, yesan::Rounding::kHalfUp).ok() ? 0 : 1;
#endif
}
