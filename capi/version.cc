#include "yesan/base/version.h"

#include "yesan/base/code.h"
#include "yesan/capi.h"

static_assert(YESAN_ABI_VERSION == YESAN_VERSION_MAJOR * 65536U + YESAN_VERSION_MINOR,
              "capi.h belongs to another version");
static_assert(sizeof(yesan_error) == 512, "the error struct is 512 bytes for ever");
static_assert(sizeof(yesan_decimal) == 24, "a decimal is 24 bytes for ever");

uint32_t yesan_abi_version(void) { return YESAN_ABI_VERSION; }

// Both texts are literals, which end in a NUL.
const char* yesan_version(void) { return yesan::Version().data(); }

const char* yesan_status_name(yesan_status status) {
  return yesan::Name(static_cast<yesan::Code>(status)).data();
}
