#include <cstdio>
#include <string>

#include "yesan/base/version.h"
#include "yesan/money/money.h"

int main() {
  const auto sum = yesan::Add(yesan::Money(1'667'294'000), yesan::Money(368'682'000));
  if (!sum || sum->minor() != 2'035'976'000) return 1;
  std::printf("yesan %s\n", std::string(yesan::Version()).c_str());
  return 0;
}
