#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>

#include "lib/base/chars.h"
#include "lib/exchange/problem.h"
#include "yesan/base/text.h"
#include "yesan/exchange/csv.h"

namespace yesan {
namespace {

constexpr std::size_t kChunk = 256 * 1024;
constexpr std::size_t kDrip = 4096;
constexpr std::size_t kPad = 16;  // bytes behind what was read: a line end, and room to read eight

constexpr std::uint64_t kEachByte = 0x0101010101010101U;
constexpr std::uint64_t kHighBits = 0x8080808080808080U;

std::uint64_t EightAt(const char* bytes) noexcept {
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, 8);
  return eight;
}

// High bits for the bytes of eight that may end a field: what lies below '-', and the separator in each byte of
// `separators`. Letters, digits and Hangul are none of these. No byte carries into another.
std::uint64_t MayEnd(std::uint64_t eight, std::uint64_t separators) noexcept {
  const std::uint64_t not_low = ((eight & ~kHighBits) + kEachByte * (0x80 - '-')) | eight;
  const std::uint64_t other = eight ^ separators;
  const std::uint64_t not_separator = ((other & ~kHighBits) + ~kHighBits) | other;
  return ~(not_low & not_separator) & kHighBits;
}

// How many bytes stand before the first that such high bits mark.
std::size_t BytesBefore(std::uint64_t marks) noexcept {
#if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  return static_cast<std::size_t>(__builtin_ctzll(marks)) / 8;
#else
  unsigned char bytes[8];
  std::memcpy(bytes, &marks, 8);
  std::size_t count = 0;
  while (bytes[count] == 0) ++count;
  return count;
#endif
}

bool HasHighBit(const char* bytes, std::size_t size) noexcept {
  std::uint64_t seen = 0;
  std::size_t i = 0;
  for (; size - i >= 8; i += 8) seen |= EightAt(bytes + i);
  for (; i < size; ++i) seen |= static_cast<unsigned char>(bytes[i]);
  return (seen & kHighBits) != 0;
}

// Line ends as CSV counts them: LF, CRLF, CR.
std::uint64_t CountLineEnds(const char* bytes, std::size_t size) noexcept {
  std::uint64_t lines = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const bool lone_return = bytes[i] == '\r' && (i + 1 == size || bytes[i + 1] != '\n');
    if (bytes[i] == '\n' || lone_return) ++lines;
  }
  return lines;
}

bool StartsAs(std::string_view bytes, std::string_view mark) noexcept {
  return internal::StartsWith(bytes, mark);
}

// UTF-16 and UTF-32 give themselves away by their mark, or by a NUL beside every letter of ASCII.
bool LooksLikeUtf16(std::string_view bytes) noexcept {
  using namespace std::string_view_literals;
  if (StartsAs(bytes, "\xFF\xFE"sv) || StartsAs(bytes, "\xFE\xFF"sv) ||
      StartsAs(bytes, "\0\0\xFE\xFF"sv))
    return true;
  return bytes.size() >= 4 && ((bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) ||
                               (bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0));
}

}  // namespace

CsvSource SourceOf(std::string_view text) {
  return [text](char* buffer, std::size_t size) mutable -> Result<std::size_t> {
    const std::size_t taken = std::min(size, text.size());
    if (taken > 0) std::memcpy(buffer, text.data(), taken);
    text.remove_prefix(taken);
    return taken;
  };
}

CsvReader::CsvReader(CsvSource source, CsvOptions options)
    : source_(std::move(source)), options_(options) {
  std::fill(std::begin(plain_), std::end(plain_), true);
  for (const char c : {options_.separator, '"', '\r', '\n', '\0'})
    plain_[static_cast<unsigned char>(c)] = false;
}

// Makes the row that is being read begin the buffer and reads on behind it. False: nothing came.
bool CsvReader::Fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    consumed_ += begin_;
    begin_ = 0;
  }
  if (buffer_.size() < end_ + kChunk / 2)
    buffer_.resize(std::max(kChunk, buffer_.size() + buffer_.size() / 2));
  if (buffer_.size() < end_ + kChunk / 2) buffer_.resize(end_ + kChunk / 2);
  // A source that drips must not make a row be scanned again for every byte.
  const std::size_t before = end_;
  while (!at_end_ && end_ - before < kDrip) {
    const std::size_t room = buffer_.size() - kPad - end_;
    Result<std::size_t> got = source_(buffer_.data() + end_, room);
    if (!got) {
      at_end_ = ended_ = true;
      problem_ = internal::ProblemOf(got.error(), {});
      problem_.rule = "csv.source";
      return false;
    }
    const std::size_t count = std::min(*got, room);
    if (count == 0) at_end_ = true;
    end_ += count;
  }
  buffer_[end_] = '\n';
  return end_ > before;
}

void CsvReader::Begin() {
  begun_ = true;
  const char c = options_.separator;
  if ((c != ',' && c != ';' && c != '\t') || options_.field_bytes_max < 1 ||
      options_.field_bytes_max > (std::size_t{1} << 30) || options_.fields_max < 1 ||
      options_.fields_max > (std::size_t{1} << 20) || !source_) {
    ended_ = true;
    problem_ = internal::MakeProblem(
        Code::kInvalidArgument, "csv.options", {},
        {"구분자는 쉼표·쌍반점·탭 가운데 하나여야 하고, 한도는 1 이상 정해진 값 이하여야 합니다.",
         "A separator is a comma, a semicolon or a tab, and a limit lies in its range."});
    return;
  }
  // The first bytes decide what they are; a source may give them one by one.
  while (end_ < 4 && Fill()) {
  }
  if (ended_) return;
  const std::string_view first(buffer_.data(), end_);
  if (LooksLikeUtf16(first)) {
    ended_ = true;
    problem_ = internal::MakeProblem(
        Code::kEncoding, "csv.utf16", {},
        {"UTF-16이나 UTF-32로 저장된 파일입니다. UTF-8(CSV UTF-8)로 다시 저장해 주십시오.",
         "The file is UTF-16 or UTF-32. Save it again as UTF-8 (\"CSV UTF-8\")."});
    return;
  }
  if (StartsAs(first, "\xEF\xBB\xBF")) begin_ = 3;
}

// Reads the row at begin_ as nearly all rows are: wholly in the buffer, as wide as the first, no line ends in its fields, no
// doubled quotes, and nothing wrong. False: it may be another, which the long way tells; nothing was changed but fields_.
bool CsvReader::ReadPlainRow() {
  const char* const base = buffer_.data();
  const std::uint64_t separators = kEachByte * static_cast<unsigned char>(options_.separator);
  std::uint64_t seen = 0;
  // Where the next byte stands that is not plain; the line end behind what was read is one.
  const auto end_of_plain = [&](std::size_t at) {
    for (;; ++at) {
      std::uint64_t eight = EightAt(base + at);
      std::uint64_t marks = MayEnd(eight, separators);
      for (seen |= eight; marks == 0; seen |= eight) {
        at += 8;
        eight = EightAt(base + at);
        marks = MayEnd(eight, separators);
      }
      at += BytesBefore(marks);
      if (!plain_[static_cast<unsigned char>(base[at])]) return at;
    }
  };
  fields_.clear();
  std::size_t at = begin_;
  for (;;) {
    if (fields_.size() == width_) return false;
    const bool quoted = base[at] == '"';
    const std::size_t begin = quoted ? at + 1 : at;
    at = end_of_plain(begin);
    if (quoted) {
      while (base[at] == options_.separator) at = end_of_plain(at + 1);
      if (base[at] != '"') return false;
    }
    const std::size_t length = at - begin;
    if (length > options_.field_bytes_max) return false;
    fields_.emplace_back(base + begin, length);
    if (quoted) ++at;
    if (at >= end_) return false;
    if (base[at] == options_.separator) {
      ++at;
      continue;
    }
    if (base[at] == '\r' && at + 1 < end_) ++at;
    if (base[at] != '\n') return false;
    ++at;
    break;
  }
  // A row of one field may be an empty line.
  if (fields_.size() != width_ || width_ == 1) return false;
  if ((seen & kHighBits) != 0 && HasHighBit(base + begin_, at - begin_)) {
    // Between fields stands ASCII, so that all are UTF-8 when the row is.
    if (FindInvalidUtf8({base + begin_, at - begin_})) return false;
    seen_multibyte_ = true;
  }
  begin_ = at;
  return true;
}

// Finds the end of the row at begin_ and its fields. Nothing is changed but spans_, scanned_ and the fault.
CsvReader::Scan CsvReader::ScanRow() {
  const char* const base = buffer_.data();
  const std::size_t end = end_;
  std::size_t at = begin_;
  spans_.clear();
  fault_ = Code::kOk;
  const auto blame = [&](Code code, const char* rule) {
    if (fault_ != Code::kOk) return;
    fault_ = code;
    fault_rule_ = rule;
    fault_field_ = spans_.size();
  };
  const auto plain = [&](std::size_t i) { return plain_[static_cast<unsigned char>(base[i])]; };
  for (;;) {
    Span span{at, 0, false, false};
    if (at < end && base[at] == '"') {
      span.quoted = true;
      span.begin = ++at;
      for (;;) {
        const void* const found = end > at ? std::memchr(base + at, '"', end - at) : nullptr;
        if (found == nullptr) {
          scanned_ = end;
          span.length = end - span.begin;
          if (!at_end_ && span.length <= options_.field_bytes_max) return Scan::kMore;
          blame(at_end_ ? Code::kSyntax : Code::kTooLarge,
                at_end_ ? "csv.unclosed_quote" : "csv.field_too_long");
          spans_.push_back(span);
          return at_end_ ? Scan::kProblem : Scan::kCutInQuotes;
        }
        at = static_cast<std::size_t>(static_cast<const char*>(found) - base);
        if (at + 1 >= end && !at_end_) return Scan::kMore;
        if (at + 1 >= end || base[at + 1] != '"') break;
        span.doubled = true;
        at += 2;
      }
      span.length = at - span.begin;
      ++at;
      if (std::memchr(base + span.begin, 0, span.length) != nullptr)
        blame(Code::kSyntax, "csv.nul");
      if (at < end && base[at] != options_.separator && base[at] != '\r' && base[at] != '\n') {
        blame(Code::kSyntax, "csv.text_after_quote");
        while (at < end && base[at] != options_.separator && base[at] != '\r' && base[at] != '\n')
          ++at;
      }
    } else {
      while (at < end && plain(at)) ++at;
      while (at < end && base[at] != options_.separator && base[at] != '\r' && base[at] != '\n') {
        if (!plain(at)) blame(Code::kSyntax, base[at] == '"' ? "csv.quote_in_field" : "csv.nul");
        ++at;
      }
      span.length = at - span.begin;
    }
    scanned_ = at;
    if (span.length > options_.field_bytes_max) {
      blame(Code::kTooLarge, "csv.field_too_long");
      if (at == end && !at_end_) {
        spans_.push_back(span);
        return Scan::kCut;
      }
    }
    if (at == end && !at_end_) return Scan::kMore;
    if (spans_.size() >= options_.fields_max) {
      blame(Code::kTooLarge, "csv.too_many_fields");
      return Scan::kCut;
    }
    spans_.push_back(span);
    if (at == end) break;
    if (base[at] == options_.separator) {
      ++at;
      continue;
    }
    if (base[at] == '\r') {
      if (at + 1 == end && !at_end_) return Scan::kMore;
      if (at + 1 < end && base[at + 1] == '\n') ++at;
    }
    ++at;
    break;
  }
  scanned_ = at;
  return fault_ == Code::kOk ? Scan::kRow : Scan::kProblem;
}

// Passes over the rest of a row that is larger than the limits, without keeping it. True: the file ended inside quotes.
bool CsvReader::SkipRow(bool in_quotes) {
  begin_ = scanned_;
  for (;;) {
    while (begin_ < end_) {
      const char c = buffer_[begin_];
      if (c == '"') {
        in_quotes = !in_quotes;
      } else if (c == '\n' || c == '\r') {
        if (c == '\r') {
          if (begin_ + 1 == end_ && Fill()) continue;
          if (begin_ + 1 < end_ && buffer_[begin_ + 1] == '\n') ++begin_;
        }
        ++next_line_;
        if (!in_quotes) {
          ++begin_;
          return false;
        }
      }
      ++begin_;
    }
    if (!Fill()) return in_quotes;
  }
}

CsvStep CsvReader::Refuse(Code code, const char* rule, std::uint32_t field, const Message& what,
                          Message expected, std::string_view found) {
  problem_ = internal::MakeProblem(code, rule, {row_, row_line_, field, {}}, what,
                                   std::move(expected), found);
  return CsvStep::kProblem;
}

// What is wrong with a field, by the rule that ScanRow blamed.
CsvStep CsvReader::RefuseField(std::size_t index) {
  const std::string_view rule = fault_rule_;
  const auto number = static_cast<std::uint32_t>(index + 1);
  std::string_view found;
  if (index < spans_.size())
    found = std::string_view(buffer_.data() + spans_[index].begin, spans_[index].length);
  const std::string bytes = std::to_string(options_.field_bytes_max);
  if (rule == "csv.unclosed_quote")
    return Refuse(fault_, fault_rule_, number,
                  {"따옴표가 파일 끝까지 닫히지 않았습니다.",
                   "the quote is not closed before the end of the file."},
                  {}, found);
  if (rule == "csv.field_too_long")
    return Refuse(fault_, fault_rule_, number,
                  {"칸이 한도보다 깁니다. 따옴표가 닫히지 않았을 수도 있습니다.",
                   "the field is longer than the limit; perhaps a quote is not closed."},
                  {bytes + "바이트 이하", "at most " + bytes + " bytes"}, found);
  if (rule == "csv.too_many_fields")
    return Refuse(fault_, fault_rule_, number,
                  {"칸이 너무 많습니다.", "the row has too many fields."},
                  {std::to_string(options_.fields_max) + "칸 이하",
                   "at most " + std::to_string(options_.fields_max) + " fields"});
  if (rule == "csv.nul")
    return Refuse(fault_, fault_rule_, number, {"NUL 바이트가 있습니다.", "there is a NUL byte."},
                  {}, found);
  if (rule == "csv.text_after_quote")
    return Refuse(fault_, fault_rule_, number,
                  {"닫는 따옴표 뒤에 다른 글자가 있습니다.",
                   "something stands between the closing quote and the separator."},
                  {"칸 안의 따옴표는 두 번", "quotes inside a field doubled"}, found);
  return Refuse(fault_, fault_rule_, number,
                {"따옴표로 시작하지 않은 칸 안에 따옴표가 있습니다.",
                 "a quote stands inside a field that did not begin with one."},
                {"칸 전체를 따옴표로 감싸고 안의 따옴표는 두 번",
                 "quotes around the whole field, those inside it doubled"},
                found);
}

// Turns spans into fields; false when one is not UTF-8, whose number is fault_field_ then.
bool CsvReader::TakeFields() {
  fields_.clear();
  const bool multibyte = HasHighBit(buffer_.data() + begin_, scanned_ - begin_);
  for (const Span& span : spans_) {
    char* const begin = buffer_.data() + span.begin;
    std::size_t length = span.length;
    if (multibyte && FindInvalidUtf8({begin, length})) {
      fault_field_ = static_cast<std::size_t>(&span - spans_.data());
      return false;
    }
    if (span.doubled) {
      // Each pair of quotes becomes one, in place.
      std::size_t out = 0;
      for (std::size_t i = 0; i < length; ++i) {
        begin[out++] = begin[i];
        if (begin[i] == '"') ++i;
      }
      length = out;
    }
    fields_.emplace_back(begin, length);
  }
  seen_multibyte_ = seen_multibyte_ || multibyte;
  return true;
}

CsvStep CsvReader::Next() {
  fields_.clear();
  if (ended_) return CsvStep::kEnd;
  if (!begun_) {
    Begin();
    if (ended_) return CsvStep::kProblem;
  }
  if (ReadPlainRow()) {
    ++row_;
    row_line_ = next_line_++;
    return CsvStep::kRow;
  }
  fields_.clear();
  Scan scan = Scan::kMore;
  for (;;) {
    if (begin_ == end_ && !Fill()) {
      if (ended_) return CsvStep::kProblem;
      ended_ = true;
      return CsvStep::kEnd;
    }
    scan = ScanRow();
    if (scan == Scan::kMore) {
      Fill();
      if (ended_) return CsvStep::kProblem;  // the source refused
      continue;
    }
    // A line with nothing in it is no row.
    if (scan == Scan::kRow && spans_.size() == 1 && spans_[0].length == 0 && !spans_[0].quoted) {
      begin_ = scanned_;
      ++next_line_;
      continue;
    }
    break;
  }
  ++row_;
  row_line_ = next_line_;
  if (scan == Scan::kCut || scan == Scan::kCutInQuotes) {
    next_line_ += CountLineEnds(buffer_.data() + begin_, scanned_ - begin_);
    const CsvStep step = RefuseField(fault_field_);
    if (SkipRow(scan == Scan::kCutInQuotes) && !ended_)
      return Refuse(Code::kSyntax, "csv.unclosed_quote", static_cast<std::uint32_t>(spans_.size()),
                    {"따옴표가 파일 끝까지 닫히지 않았습니다.",
                     "the quote is not closed before the end of the file."});
    return step;
  }
  // Only quoted fields hold line ends.
  next_line_ += 1;
  for (const Span& span : spans_) {
    if (span.quoted) next_line_ += CountLineEnds(buffer_.data() + span.begin, span.length);
  }
  if (scan == Scan::kProblem) {
    const CsvStep step = RefuseField(fault_field_);
    begin_ = scanned_;
    return step;
  }
  if (!TakeFields()) {
    fields_.clear();
    const Span& span = spans_[fault_field_];
    const std::string_view ahead(buffer_.data() + begin_, end_ - begin_);
    // Pieces of UTF-8 that went well before rule out another code page.
    if (!seen_multibyte_ && LooksLikeCp949(ahead)) {
      ended_ = true;
      return Refuse(Code::kEncoding, "csv.cp949", static_cast<std::uint32_t>(fault_field_ + 1),
                    {"UTF-8이 아니라 cp949(EUC-KR)로 보입니다. UTF-8로 바꾸어 주십시오.",
                     "the bytes look like cp949 (EUC-KR), not UTF-8; convert them to UTF-8."});
    }
    const CsvStep step =
        Refuse(Code::kInvalidUtf8, "csv.utf8", static_cast<std::uint32_t>(fault_field_ + 1),
               {"UTF-8이 아닌 바이트가 있습니다.", "there are bytes that are not UTF-8."}, {},
               {buffer_.data() + span.begin, span.length});
    begin_ = scanned_;
    return step;
  }
  begin_ = scanned_;
  if (width_ == 0) width_ = fields_.size();
  if (fields_.size() != width_) {
    const std::string expected = std::to_string(width_);
    const CsvStep step =
        Refuse(Code::kSyntax, "csv.ragged_row", 0,
               {"첫 행과 칸의 수가 다릅니다.", "the row has not as many fields as the first."},
               {expected + "칸", expected + " fields"}, std::to_string(fields_.size()));
    fields_.clear();
    return step;
  }
  return CsvStep::kRow;
}

}  // namespace yesan
