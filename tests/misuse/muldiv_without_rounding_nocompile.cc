// expect: no matching function for call to
#include "yesan/money/money.h"

int main() {
  const yesan::Money a(1000);
#ifdef YESAN_MISUSE
  return yesan::MulDiv(a, 1, 3).ok() ? 0 : 1;
#else
  return yesan::MulDiv(a, 1, 3, yesan::Rounding::kHalfUp).ok() ? 0 : 1;
#endif
}
