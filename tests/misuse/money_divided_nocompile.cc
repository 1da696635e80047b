// expect: no match for .operator/|invalid operands to binary expression
#include "yesan/money/money.h"

int main() {
  const yesan::Money a(1000);
#ifdef YESAN_MISUSE
  return (a / 3).is_zero() ? 1 : 0;
#else
  return yesan::MulDiv(a, 1, 3, yesan::Rounding::kHalfUp).ok() ? 0 : 1;
#endif
}
