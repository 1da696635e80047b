/* The layout that ctypes was given is the one that this compiler makes. */
#include <stddef.h>

#include "expect.h"

#define SIZE(type, size)                                                                     \
  if (sizeof(type) != (size)) {                                                              \
    printf("sizeof(" #type ") is %u, not " #size "\n", (unsigned)sizeof(type)), ++failures_; \
  }
#define FIELD(type, field, offset)                                                            \
  if (offsetof(type, field) != (offset)) {                                                    \
    printf(#type "." #field " is at %u, not " #offset "\n", (unsigned)offsetof(type, field)), \
        ++failures_;                                                                          \
  }
#define VALUE(name, value)                                              \
  if ((name) != (value)) {                                              \
    printf(#name " is %d, not " #value "\n", (int)(name)), ++failures_; \
  }

static void compare_structs_and_constants(void) {
#include "layout.inc"
}

int main(void) {
  EXPECT(sizeof(yesan_error) == 512);
  EXPECT(sizeof(yesan_decimal) == 24);
  if (sizeof(void*) == 8) compare_structs_and_constants();
  return DONE();
}
