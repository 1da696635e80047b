#include "yesan/base/text.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "lib/base/chars.h"
#include "lib/base/fold.h"
#include "lib/base/width_table.h"

namespace yesan {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

constexpr bool IsContinuation(unsigned char byte) noexcept { return (byte & 0xC0U) == 0x80U; }

// Length of the well-formed sequence at `position`, 0 if there is none. Table 3-7 of the Unicode Standard: the second
// byte alone tells overlong forms, surrogates and what lies above U+10FFFF.
std::size_t SequenceLength(const unsigned char* bytes, std::size_t left) noexcept {
  const unsigned char lead = bytes[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) return left >= 2 && IsContinuation(bytes[1]) ? 2 : 0;
  if (lead < 0xF0) {
    if (left < 3 || !IsContinuation(bytes[1]) || !IsContinuation(bytes[2])) return 0;
    if (lead == 0xE0 && bytes[1] < 0xA0) return 0;
    if (lead == 0xED && bytes[1] > 0x9F) return 0;
    return 3;
  }
  if (left < 4 || !IsContinuation(bytes[1]) || !IsContinuation(bytes[2]) ||
      !IsContinuation(bytes[3]))
    return 0;
  if (lead == 0xF0 && bytes[1] < 0x90) return 0;
  if (lead == 0xF4 && bytes[1] > 0x8F) return 0;
  return 4;
}

// The same rule as a machine of nine states that takes a shift a byte and no branch: Hangul between spaces mispredicts
// nearly every branch. A state is a bit position; the row of a byte holds, at each state's position, the next state.
enum : std::uint64_t {
  kAccept = 0,
  kReject = 6,
  kOne = 12,
  kTwo = 18,
  kThree = 24,
  kE0 = 30,
  kED = 36,
  kF0 = 42,
  kF4 = 48
};

struct Utf8Machine {
  std::uint64_t row[256] = {};
  constexpr Utf8Machine() {
    for (std::uint64_t byte = 0; byte < 256; ++byte) {
      std::uint64_t lead = kReject;
      if (byte < 0x80) {
        lead = kAccept;
      } else if (byte >= 0xC2 && byte <= 0xDF) {
        lead = kOne;
      } else if (byte == 0xE0) {
        lead = kE0;
      } else if (byte == 0xED) {
        lead = kED;
      } else if (byte >= 0xE1 && byte <= 0xEF) {
        lead = kTwo;
      } else if (byte == 0xF0) {
        lead = kF0;
      } else if (byte >= 0xF1 && byte <= 0xF3) {
        lead = kThree;
      } else if (byte == 0xF4) {
        lead = kF4;
      }
      const bool follows = byte >= 0x80 && byte <= 0xBF;
      const auto go = [](bool ok, std::uint64_t next) {
        return ok ? next : std::uint64_t{kReject};
      };
      row[byte] =
          (lead << kAccept) | (std::uint64_t{kReject} << kReject) | (go(follows, kAccept) << kOne) |
          (go(follows, kOne) << kTwo) | (go(follows, kTwo) << kThree) |
          (go(follows && byte >= 0xA0, kOne) << kE0) | (go(follows && byte <= 0x9F, kOne) << kED) |
          (go(follows && byte >= 0x90, kTwo) << kF0) | (go(follows && byte <= 0x8F, kTwo) << kF4);
    }
  }
};
constexpr Utf8Machine kUtf8;

const unsigned char* Bytes(std::string_view text) noexcept {
  return reinterpret_cast<const unsigned char*>(text.data());
}

constexpr std::size_t kShortText = 32;

// Character by character, from the beginning of one; digits behind a sign by eight.
std::optional<std::size_t> FindOffendingByte(std::string_view text, std::size_t at) noexcept {
  const unsigned char* bytes = Bytes(text);
  while (at < text.size()) {
    const std::size_t length = SequenceLength(bytes + at, text.size() - at);
    if (length == 0) return at;
    at += length;
    std::uint64_t eight = 0;
    while (text.size() - at >= 8) {
      std::memcpy(&eight, bytes + at, 8);
      if ((eight & 0x8080808080808080U) != 0) break;
      at += 8;
    }
  }
  return std::nullopt;
}

template <std::size_t kSize>
bool InTable(const internal::CharacterRange (&table)[kSize], char32_t character) noexcept {
  const auto* after = std::upper_bound(
      std::begin(table), std::end(table), character,
      [](char32_t c, const internal::CharacterRange& range) { return c < range.first; });
  return after != std::begin(table) && character <= (after - 1)->last;
}

// What FoldName drops beyond ASCII: punctuation and what stands for it.
bool IsPunctuation(char32_t c) noexcept {
  if (c < 0xA0) return c >= 0x80;  // C1 controls
  if (c < 0x100) {                 // ¡ § « soft hyphen ¶ · » ¿ and accents
    return c == 0xA1 || c == 0xA7 || c == 0xA8 || c == 0xAB || c == 0xAD || c == 0xAF ||
           c == 0xB4 || c == 0xB6 || c == 0xB7 || c == 0xB8 || c == 0xBB || c == 0xBF || c == 0xA0;
  }
  if (c >= 0x2000 && c <= 0x206F) return true;  // general punctuation
  if (c >= 0x3000 && c <= 0x3030)
    return c < 0x3004 || c > 0x3007;            // CJK punctuation, but 々 〆 〇 are letters
  if (c == 0x223C || c == 0x2212) return true;  // ∼ − where ~ - are meant
  if (c >= 0xFE10 && c <= 0xFE6B) return true;  // vertical and small forms of punctuation
  if (c >= 0xFF5F && c <= 0xFF65) return true;  // half-width CJK punctuation
  return IsSpace(c) || IsMiddleDot(c);
}

}  // namespace

std::optional<std::size_t> FindInvalidUtf8(std::string_view text) noexcept {
  const unsigned char* bytes = Bytes(text);
  const std::size_t size = text.size();
  std::size_t ascii = 0;
  for (; size - ascii >= 8; ascii += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, bytes + ascii, 8);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  // A cell is over before four machines are set up.
  if (size - ascii < kShortText) return FindOffendingByte(text, ascii);
  // The machine waits for itself at each byte, so four of them run side by side. Text cut in front of bytes that continue
  // nothing is valid when each piece is.
  std::size_t cut[5] = {ascii, 0, 0, 0, size};
  for (std::size_t k = 1; k < 4; ++k) {
    cut[k] = std::max(cut[k - 1], ascii + (size - ascii) / 4 * k);
    while (cut[k] < size && IsContinuation(bytes[cut[k]])) ++cut[k];
  }
  std::size_t shortest = size;
  for (std::size_t k = 0; k < 4; ++k) shortest = std::min(shortest, cut[k + 1] - cut[k]);
  const unsigned char* a = bytes + cut[0];
  const unsigned char* b = bytes + cut[1];
  const unsigned char* c = bytes + cut[2];
  const unsigned char* d = bytes + cut[3];
  std::uint64_t in_a = kAccept;
  std::uint64_t in_b = kAccept;
  std::uint64_t in_c = kAccept;
  std::uint64_t in_d = kAccept;
  for (std::size_t i = 0; i < shortest; ++i) {
    in_a = kUtf8.row[a[i]] >> (in_a & 63U);
    in_b = kUtf8.row[b[i]] >> (in_b & 63U);
    in_c = kUtf8.row[c[i]] >> (in_c & 63U);
    in_d = kUtf8.row[d[i]] >> (in_d & 63U);
  }
  const std::uint64_t middle[4] = {in_a, in_b, in_c, in_d};
  bool valid = true;
  for (std::size_t k = 0; k < 4; ++k) {
    std::uint64_t state = middle[k];
    for (std::size_t i = cut[k] + shortest; i < cut[k + 1]; ++i)
      state = kUtf8.row[bytes[i]] >> (state & 63U);
    valid = valid && (state & 63U) == kAccept;
  }
  // The machine says only that something is wrong.
  return valid ? std::nullopt : FindOffendingByte(text, ascii);
}

bool LooksLikeCp949(std::string_view bytes) noexcept {
  const unsigned char* p = Bytes(bytes);
  std::size_t pairs = 0;
  std::size_t hangul = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char lead = p[i];
    if (lead < 0x80) continue;
    if (lead == 0x80 || lead == 0xFF) return false;
    if (++i == bytes.size()) break;  // A document cut off between the two bytes of a pair.
    const unsigned char trail = p[i];
    const bool fits = (trail >= 0x41 && trail <= 0x5A) || (trail >= 0x61 && trail <= 0x7A) ||
                      (trail >= 0x81 && trail <= 0xFE);
    if (!fits) return false;
    // Boxes, brackets and other signs tell neither way.
    if (lead >= 0xA1 && lead <= 0xAC && trail >= 0xA1) continue;
    ++pairs;
    // The 2,350 common syllables of KS X 1001. Microsoft's extension fills so much of the table that UTF-8 with one
    // broken byte would seem to be Hangul, so its syllables are allowed but do not count.
    if (lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1) ++hangul;
  }
  return hangul > 0 && hangul > pairs / 2;
}

char32_t NextCharacter(std::string_view text, std::size_t& position) noexcept {
  const unsigned char* bytes = Bytes(text) + position;
  if (bytes[0] < 0x80) {
    ++position;
    return bytes[0];
  }
  const auto low = [bytes](std::size_t i) { return static_cast<char32_t>(bytes[i] & 0x3FU); };
  const std::size_t left = text.size() - position;
  // U+1000–U+CFFF, where Hangul and the signs of print stand: no overlong form, no surrogate.
  if (bytes[0] >= 0xE1 && bytes[0] <= 0xEC && left >= 3 && IsContinuation(bytes[1]) &&
      IsContinuation(bytes[2])) {
    position += 3;
    return (static_cast<char32_t>(bytes[0] & 0x0FU) << 12) | (low(1) << 6) | low(2);
  }
  const std::size_t length = SequenceLength(bytes, left);
  position += length == 0 ? 1 : length;
  switch (length) {
    case 2:
      return (static_cast<char32_t>(bytes[0] & 0x1FU) << 6) | low(1);
    case 3:
      return (static_cast<char32_t>(bytes[0] & 0x0FU) << 12) | (low(1) << 6) | low(2);
    case 4:
      return (static_cast<char32_t>(bytes[0] & 0x07U) << 18) | (low(1) << 12) | (low(2) << 6) |
             low(3);
    default:
      return kReplacement;
  }
}

void AppendCharacter(char32_t c, std::string& out) {
  const auto put = [&out](char32_t byte) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t CountCharacters(std::string_view text) noexcept {
  const char* const bytes = text.data();
  const std::size_t size = text.size();
  std::size_t continuing = 0;
  std::size_t i = 0;
  for (; size - i >= 8; i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes + i, 8);
    // The two upper bits of a byte that continues a character are 10; the bytes are added up in the uppermost.
    const std::uint64_t marks = (eight >> 7U) & ~(eight >> 6U) & 0x0101010101010101U;
    continuing += static_cast<std::size_t>((marks * 0x0101010101010101U) >> 56U);
  }
  for (; i < size; ++i)
    continuing += IsContinuation(static_cast<unsigned char>(bytes[i])) ? 1U : 0U;
  return size - continuing;
}

std::size_t DisplayWidth(std::string_view text) noexcept {
  std::size_t width = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      ++width;
      continue;
    }
    const char32_t c = NextCharacter(text, i);
    if (c >= 0xAC00 && c <= 0xD7A3) {
      width += 2;
    } else if (InTable(internal::kZeroWidth, c)) {
      continue;
    } else {
      width += InTable(internal::kDoubleWidth, c) ? 2U : 1U;
    }
  }
  return width;
}

bool IsSpace(char32_t c) noexcept {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

namespace {

// Whether a text begins and ends with a printed character of ASCII or a syllable of Hangul, as nearly every text does: there
// is nothing to trim.
bool IsPlainAtBothEnds(std::string_view text) noexcept {
  const unsigned char* bytes = Bytes(text);
  const auto is_printed = [](unsigned char byte) { return byte > 0x20 && byte < 0x80; };
  const auto leads = [](unsigned char byte) { return byte >= 0xE4 && byte <= 0xED; };
  const std::size_t size = text.size();
  return size != 0 && (is_printed(bytes[0]) || leads(bytes[0])) &&
         (is_printed(bytes[size - 1]) ||
          (size >= 3 && bytes[size - 1] >= 0x80 && leads(bytes[size - 3])));
}

std::string_view TrimEnds(std::string_view text) noexcept {
  while (!text.empty()) {
    const auto first = static_cast<unsigned char>(text.front());
    if ((first > 0x20 && first < 0x80) || (first >= 0xE4 && first <= 0xED)) break;
    std::size_t after = 0;
    if (!IsSpace(NextCharacter(text, after))) break;
    text.remove_prefix(after);
  }
  while (!text.empty()) {
    const auto last = static_cast<unsigned char>(text.back());
    if (last > 0x20 && last < 0x80) break;
    if (last >= 0x80 && text.size() >= 3) {
      const auto lead = static_cast<unsigned char>(text[text.size() - 3]);
      if (lead >= 0xE4 && lead <= 0xED) break;
    }
    std::size_t begin = text.size() - 1;
    while (begin > 0 && text.size() - begin < 4 &&
           IsContinuation(static_cast<unsigned char>(text[begin])))
      --begin;
    std::size_t after = begin;
    if (!IsSpace(NextCharacter(text, after)) || after != text.size()) break;
    text.remove_suffix(text.size() - begin);
  }
  return text;
}

}  // namespace

std::string_view Trim(std::string_view text) noexcept {
  return IsPlainAtBothEnds(text) ? text : TrimEnds(text);
}

bool IsMiddleDot(char32_t c) noexcept {
  switch (c) {
    case 0x00B7:
    case 0x318D:
    case 0x2024:
    case 0x2027:
    case 0xFF65:
    case 0x2219:
    case 0x22C5:
    case 0x30FB:
    case 0x119E:
      return true;
    default:
      return false;
  }
}

std::string FoldName(std::string_view name) {
  std::string folded(name.size(), '\0');
  folded.resize(internal::FoldInto(name, folded.data()));
  return folded;
}

std::size_t internal::FoldInto(std::string_view name, char* const begin_of_out) noexcept {
  char* out = begin_of_out;
  const unsigned char* bytes = Bytes(name);
  std::size_t i = 0;
  while (i < name.size()) {
    const unsigned char byte = bytes[i];
    // U+A000–U+CFFF, most of Hangul: nothing there is dropped.
    if (byte >= 0xEA && byte <= 0xEC && name.size() - i >= 3 && IsContinuation(bytes[i + 1]) &&
        IsContinuation(bytes[i + 2])) {
      std::memcpy(out, bytes + i, 3);
      out += 3;
      i += 3;
      continue;
    }
    if (byte < 0x80) {
      const auto letter = static_cast<unsigned char>(byte | 0x20U);
      if (internal::IsDigit(static_cast<char>(byte))) *out++ = static_cast<char>(byte);
      if (letter >= 'a' && letter <= 'z') *out++ = static_cast<char>(letter);
      ++i;
      continue;
    }
    const std::size_t length = SequenceLength(bytes + i, name.size() - i);
    if (length == 0) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    char32_t c = internal::NextComposed(name, i);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (i - begin > 4) {  // a syllable in letters is shorter whole
      *out++ = static_cast<char>(0xE0U | (c >> 12));
      *out++ = static_cast<char>(0x80U | ((c >> 6) & 0x3FU));
      *out++ = static_cast<char>(0x80U | (c & 0x3FU));
    } else if (c < 0x80) {
      if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) *out++ = static_cast<char>(c);
    } else if (!IsPunctuation(c)) {
      std::memcpy(out, bytes + begin, length);
      out += length;
    }
  }
  return static_cast<std::size_t>(out - begin_of_out);
}

}  // namespace yesan
