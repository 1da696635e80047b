// expect: no match for .operator\*|invalid operands to binary expression
#include "yesan/money/money.h"

int main() {
  const yesan::Money price(1000);
#ifdef YESAN_MISUSE
  return (price * price).is_zero() ? 1 : 0;
#else
  return yesan::Multiply(price, 2).ok() ? 0 : 1;
#endif
}
