// expect: no match for .operator\*|invalid operands to binary expression
#include "yesan/money/decimal.h"

int main() {
  const yesan::Decimal a = yesan::Decimal::FromInt(3);
#ifdef YESAN_MISUSE
  return (a * a).is_zero() ? 1 : 0;
#else
  return yesan::Multiply(a, a).ok() ? 0 : 1;
#endif
}
