/* What the C99 tests share. Each test is a program: 0 when every claim holds. */
#ifndef YESAN_TESTS_CAPI_EXPECT_H
#define YESAN_TESTS_CAPI_EXPECT_H

#include <stdio.h>
#include <string.h>

#include "yesan/capi.h"

static int failures_ = 0;
static yesan_error error_ = YESAN_ERROR_INIT;

#define EXPECT(claim)                                                   \
  do {                                                                  \
    if (!(claim)) {                                                     \
      printf("%s:%d: does not hold: %s\n", __FILE__, __LINE__, #claim); \
      ++failures_;                                                      \
    }                                                                   \
  } while (0)

/* The call names &error_ as its last argument. */
#define EXPECT_OK(call)                                                                          \
  do {                                                                                           \
    const yesan_status status_ = (call);                                                         \
    if (status_ != YESAN_OK) {                                                                   \
      printf("%s:%d: %s: %s\n", __FILE__, __LINE__, yesan_status_name(status_), error_.message); \
      ++failures_;                                                                               \
    }                                                                                            \
  } while (0)

#define EXPECT_REFUSED(call, expected)                                                        \
  do {                                                                                        \
    const yesan_status status_ = (call);                                                      \
    if (status_ != (expected) || error_.code != (expected) || error_.message[0] == 0) {       \
      printf("%s:%d: %s instead of %s: %s\n", __FILE__, __LINE__, yesan_status_name(status_), \
             yesan_status_name(expected), #call);                                             \
      ++failures_;                                                                            \
    }                                                                                         \
  } while (0)

#define DONE() ((void)error_, (void)same, failures_ == 0 ? 0 : 1)

/* A literal as pointer and length. */
#define TEXT(literal) (literal), (uint64_t)(sizeof(literal) - 1)

static int same(const char* text, uint64_t length, const char* expected) {
  return length == strlen(expected) && memcmp(text, expected, (size_t)length) == 0;
}

#define EXPECT_TEXT(text, length, expected)                                                    \
  do {                                                                                         \
    if (!same((text), (length), (expected))) {                                                 \
      printf("%s:%d: \"%.*s\" instead of \"%s\"\n", __FILE__, __LINE__, (int)(length), (text), \
             (expected));                                                                      \
      ++failures_;                                                                             \
    }                                                                                          \
  } while (0)

#endif
