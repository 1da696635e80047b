// cp949, the code page of old Korean files, through the platform's iconv.
#include <cerrno>
#include <string>

#include "yesan/sheet/read.h"

#if __has_include(<iconv.h>)
#include <iconv.h>
#define YESAN_HAS_ICONV 1
#endif

namespace yesan {

Result<std::string> DecodeCp949(std::string_view bytes) {
#ifdef YESAN_HAS_ICONV
  iconv_t converter = iconv_open("UTF-8", "CP949");
  if (converter == reinterpret_cast<iconv_t>(-1)) return Error(Code::kNotBuilt);
  struct Closer {
    iconv_t converter;
    ~Closer() { iconv_close(converter); }
  } closer{converter};
  // iconv takes char** though it does not write to its input.
  std::string input(bytes);
  std::string output;
  char* in = input.data();
  std::size_t in_left = input.size();
  char buffer[4096];
  while (in_left > 0) {
    char* out = buffer;
    std::size_t out_left = sizeof(buffer);
    const std::size_t result = iconv(converter, &in, &in_left, &out, &out_left);
    output.append(buffer, sizeof(buffer) - out_left);
    if (result != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
    const std::size_t offset = bytes.size() - in_left;
    ErrorDetail detail;
    detail.rule = "encoding.cp949";
    detail.place.offset = static_cast<std::uint32_t>(offset);
    detail.place.length = 1;
    detail.place.line = 1;
    for (const char c : bytes.substr(0, offset)) detail.place.line += c == '\n' ? 1U : 0U;
    detail.message.ko = "오프셋 " + std::to_string(offset) + "의 바이트는 cp949가 아닙니다.";
    detail.message.en = "The byte at offset " + std::to_string(offset) + " is not cp949.";
    return Error(Code::kSyntax, std::move(detail));
  }
  return output;
#else
  (void)bytes;
  return Error(Code::kNotBuilt);
#endif
}

}  // namespace yesan
