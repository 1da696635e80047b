// expect: no match for .operator==|invalid operands to binary expression
#include "yesan/money/money.h"

int main() {
  const yesan::Money won(1000);
  const yesan::Decimal number = yesan::Decimal::FromInt(1000);
#ifdef YESAN_MISUSE
  return won == number ? 0 : 1;
#else
  return yesan::ToDecimal(won) == number ? 0 : 1;
#endif
}
