// expect: no matching function for call to|calling a private constructor|no matching c
#include "yesan/money/decimal.h"

int main() {
#ifdef YESAN_MISUSE
  const yesan::Decimal rate(0.1);
#else
  const yesan::Decimal rate = yesan::Decimal::FromInt(1);
#endif
  return rate.is_zero() ? 1 : 0;
}
