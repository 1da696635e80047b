// expect: use of deleted function|call to deleted constructor
#include <cstdint>

#include "yesan/money/money.h"

int main() {
#ifdef YESAN_MISUSE
  const yesan::Money amount(std::uint64_t{1});
#else
  const yesan::Money amount(std::uint32_t{1});
#endif
  return amount.is_zero() ? 1 : 0;
}
