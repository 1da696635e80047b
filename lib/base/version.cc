#include "yesan/base/version.h"

#define YESAN_TEXT_OF(x) #x
#define YESAN_TEXT(x) YESAN_TEXT_OF(x)

namespace yesan {

std::string_view Version() noexcept {
  return YESAN_TEXT(YESAN_VERSION_MAJOR) "." YESAN_TEXT(YESAN_VERSION_MINOR) "." YESAN_TEXT(
      YESAN_VERSION_PATCH);
}

}  // namespace yesan
