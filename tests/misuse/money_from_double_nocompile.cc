// expect: use of deleted function|call to deleted constructor
#include "yesan/money/money.h"

int main() {
#ifdef YESAN_MISUSE
  const yesan::Money amount(0.1);
#else
  const yesan::Money amount(1);
#endif
  return amount.is_zero() ? 1 : 0;
}
