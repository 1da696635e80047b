// expect: conversion from .* to non-scalar type|no viable conversion
#include "yesan/money/money.h"

int main() {
#ifdef YESAN_MISUSE
  const yesan::Money amount = 1000;
#else
  const yesan::Money amount{1000};
#endif
  return amount.is_zero() ? 1 : 0;
}
