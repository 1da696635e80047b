// The exception barrier around every C function, and refusals as the caller's struct.
#pragma once

#include <cstdint>
#include <new>
#include <utility>

#include "yesan/base/result.h"
#include "yesan/capi.h"

namespace yesan::capi {

// Whether a refusal can be written: no struct is one way to ask for nothing.
[[nodiscard]] inline bool IsUsable(const yesan_error* error) noexcept {
  return error == nullptr ||
         (error->struct_size == sizeof(yesan_error) &&
          (error->language == YESAN_LANGUAGE_KOREAN || error->language == YESAN_LANGUAGE_ENGLISH));
}

// Writes a refusal and gives its status. @pre IsUsable(error)
yesan_status Report(yesan_error* error, const Error& refusal) noexcept;
yesan_status Report(yesan_error* error, Code code) noexcept;

// Runs a body that gives a Result<void>. Whatever it throws ends here: C has no way to catch it.
template <class Body>
yesan_status Guard(yesan_error* error, Body&& body) noexcept {
  if (!IsUsable(error)) return YESAN_E_INVALID_ARGUMENT;
  try {
    const Result<void> result = std::forward<Body>(body)();
    return result ? YESAN_OK : Report(error, result.error());
  } catch (const std::bad_alloc&) {
    return Report(error, Code::kNoMemory);
  } catch (...) {
    return Report(error, Code::kInternal);
  }
}

}  // namespace yesan::capi
