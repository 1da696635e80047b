// expect: no match for .operator\+|invalid operands to binary expression
#include "yesan/money/money.h"

int main() {
  const yesan::Money a(1000);
#ifdef YESAN_MISUSE
  return (a + a).is_zero() ? 1 : 0;
#else
  return yesan::Add(a, a).ok() ? 0 : 1;
#endif
}
