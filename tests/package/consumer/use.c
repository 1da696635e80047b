#include <stdio.h>

#include "yesan/capi.h"

int main(void) {
  printf("yesan %u\n", (unsigned)yesan_abi_version());
  return yesan_abi_version() == YESAN_ABI_VERSION ? 0 : 1;
}
