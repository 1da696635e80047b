// expect: use of deleted function|call to deleted function
#include <cstdint>

#include "yesan/money/decimal.h"

int main() {
#ifdef YESAN_MISUSE
  return yesan::Decimal::FromInt(0.5).is_zero() ? 0 : 1;
#else
  return yesan::Decimal::FromInt(5).is_zero() ? 0 : 1;
#endif
}
