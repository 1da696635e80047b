/* The real sheet of the examples, read from the source tree. */
#ifndef YESAN_TESTS_CAPI_SHEET_FILE_H
#define YESAN_TESTS_CAPI_SHEET_FILE_H

#include <stdio.h>

#define SEOUL_SHEET YESAN_SOURCE_DIR "/examples/data/seoul-2021-village-community-center.txt"

/* Reads a file whole; 0 when it cannot be read or is too large. */
static size_t read_file(const char* path, char* bytes, size_t capacity) {
  FILE* file = fopen(path, "rb");
  size_t length;
  if (file == NULL) return 0;
  length = fread(bytes, 1, capacity, file);
  fclose(file);
  return length < capacity ? length : 0;
}

#endif
