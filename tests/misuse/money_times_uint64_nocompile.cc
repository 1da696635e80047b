// expect: use of deleted function|call to deleted function
#include <cstdint>

#include "yesan/money/money.h"

int main() {
#ifdef YESAN_MISUSE
  return yesan::Multiply(yesan::Money(3), std::uint64_t{2}).ok() ? 0 : 1;
#else
  return yesan::Multiply(yesan::Money(3), std::uint32_t{2}).ok() ? 0 : 1;
#endif
}
