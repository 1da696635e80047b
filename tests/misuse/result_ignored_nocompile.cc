// expect: ignoring return(ed)? value
#include "yesan/money/money.h"

int main() {
  const yesan::Money a(1000);
#ifdef YESAN_MISUSE
  yesan::Add(a, a);
  return 0;
#else
  return yesan::Add(a, a).ok() ? 0 : 1;
#endif
}
