#include "capi/guard.h"

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace yesan::capi {
namespace {

// Text into a fixed field with its NUL, cut before the character that does not fit.
template <std::size_t N>
void CopyInto(char (&field)[N], std::string_view text) noexcept {
  std::size_t length = text.size();
  if (length > N - 1) {
    length = N - 1;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) --length;
  }
  std::memset(field, 0, N);
  std::memcpy(field, text.data(), length);
}

void Write(yesan_error& out, const Error& refusal, std::string_view rule,
           std::string_view message) noexcept {
  const Place place = refusal.place();
  out.code = static_cast<std::int32_t>(refusal.code());
  out.present = 0;
  if (refusal.available()) out.present |= YESAN_ERROR_HAS_AVAILABLE;
  if (refusal.asked()) out.present |= YESAN_ERROR_HAS_ASKED;
  out.row = refusal.row();
  out.line = place.line;
  out.column = place.column;
  out.offset = place.offset;
  out.length = place.length;
  out.available = refusal.available().value_or(0);
  out.asked = refusal.asked().value_or(0);
  CopyInto(out.rule, rule);
  CopyInto(out.message, message);
}

}  // namespace

yesan_status Report(yesan_error* error, const Error& refusal) noexcept {
  if (error != nullptr) {
    try {
      const std::string rule = refusal.rule();
      const std::string_view words = refusal.message().in(static_cast<Language>(error->language));
      Write(*error, refusal, rule, words.empty() ? Name(refusal.code()) : words);
    } catch (...) {
      // Even the words need memory; the code does not.
      Write(*error, refusal, Name(refusal.code()), Name(refusal.code()));
    }
  }
  return static_cast<yesan_status>(refusal.code());
}

yesan_status Report(yesan_error* error, Code code) noexcept { return Report(error, Error(code)); }

}  // namespace yesan::capi
