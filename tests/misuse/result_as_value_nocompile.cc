// expect: cannot convert|no viable conversion|conversion from .* to non-scalar type
#include "yesan/money/money.h"

int main() {
  const yesan::Money a(1000);
#ifdef YESAN_MISUSE
  const yesan::Money sum = yesan::Add(a, a);
  return sum.is_zero() ? 1 : 0;
#else
  const yesan::Result<yesan::Money> sum = yesan::Add(a, a);
  return sum.ok() ? 0 : 1;
#endif
}
