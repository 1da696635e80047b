// expect: use of deleted function|call to deleted function
#include <cstdint>

#include "yesan/money/decimal.h"

int main() {
#ifdef YESAN_MISUSE
  return yesan::Decimal::Make(12.5, 0).ok() ? 0 : 1;
#else
  return yesan::Decimal::Make(125, 1).ok() ? 0 : 1;
#endif
}
