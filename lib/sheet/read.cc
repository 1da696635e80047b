#include "yesan/sheet/read.h"

#include <algorithm>
#include <limits>
#include <string>

#include "lib/sheet/canonical.h"
#include "lib/sheet/lines.h"
#include "lib/sheet/markup.h"
#include "lib/sheet/outline.h"
#include "lib/sheet/sheet_text.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

using internal::ForEachLine;

bool StartsWithNoCase(std::string_view text, std::string_view prefix) noexcept {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] | 0x20) : text[i];
    if (c != prefix[i]) return false;
  }
  return true;
}

// A document in HTML begins with a tag that no line of text begins with, or has a table.
bool LooksLikeHtml(std::string_view text) noexcept {
  const std::string_view start = Trim(text.substr(0, 4096));
  for (const std::string_view tag :
       {"<!doctype", "<html", "<head",    "<body",    "<table", "<div",  "<h1",
        "<h2",       "<h3",   "<section", "<article", "<main",  "<meta", "<!--",
        "<p>",       "<p ",   "<?xml",    "<center",  "<font",  "<b>"}) {
    if (StartsWithNoCase(start, tag)) return true;
  }
  for (std::size_t i = text.find('<'); i != std::string_view::npos; i = text.find('<', i + 1)) {
    if (StartsWithNoCase(text.substr(i), "<tr>") || StartsWithNoCase(text.substr(i), "<tr "))
      return true;
  }
  return false;
}

// Whether a line has three spaces in a row: the gap between two columns.
bool HasGap(std::string_view line) noexcept {
  for (std::size_t last = 2; last < line.size();) {
    if (line[last] != ' ') {
      last += 3;
    } else if (line[last - 1] != ' ') {
      last += 2;
    } else if (line[last - 2] != ' ') {
      last += 1;
    } else {
      return true;
    }
  }
  return false;
}

SheetFormat FindFormat(std::string_view text) {
  if (LooksLikeHtml(text)) return SheetFormat::kHtml;
  std::size_t tabs = 0, delimiters = 0, spaced = 0, barred = 0;
  const bool form_feed = text.find('\f') != std::string_view::npos;
  ForEachLine(text, [&](std::size_t offset, std::size_t length, std::uint32_t) {
    const std::string_view line = text.substr(offset, length);
    const std::string_view inner = Trim(line);
    if (inner.find('\t') != std::string_view::npos || (!inner.empty() && line.front() == '\t'))
      ++tabs;
    if (internal::IsDelimiterRow(inner)) ++delimiters;
    if (internal::CountBars(inner) != 0) ++barred;
    if (HasGap(inner)) ++spaced;
  });
  if (delimiters > 0) return SheetFormat::kMarkdown;
  if (barred >= 2 && tabs <= 1 && barred >= spaced) return SheetFormat::kMarkdown;
  if (tabs > 1 && tabs >= spaced) return SheetFormat::kTabs;
  if (spaced >= 2 && !form_feed && internal::SpacesForATab(text) != 0) return SheetFormat::kTabs;
  if (form_feed || spaced >= 2) return SheetFormat::kLayout;
  return SheetFormat::kTabs;
}

// UTF-16 without a byte order mark: every ASCII character, of which a sheet has many, has a NUL at its side, always the same.
bool LooksLikeUtf16(std::string_view bytes) {
  constexpr std::size_t kLooked = 4096;
  const std::string_view head = bytes.substr(0, kLooked);
  if (head.find('\0') == std::string_view::npos) return false;
  std::size_t low = 0, high = 0, other = 0;
  for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
    const auto is_ascii = [](char c) { return c > 0 && static_cast<unsigned char>(c) < 0x7F; };
    if (is_ascii(head[i]) && head[i + 1] == '\0') {
      ++low;
    } else if (head[i] == '\0' && is_ascii(head[i + 1])) {
      ++high;
    } else if (head[i] == '\0' || head[i + 1] == '\0') {
      ++other;
    }
  }
  const std::size_t pairs = head.size() / 2;
  return std::max(low, high) > pairs / 8 && std::min(low, high) + other <= pairs / 64;
}

Error EncodingError(Code code, std::size_t offset, std::string_view bytes, std::string ko,
                    std::string en) {
  ErrorDetail detail;
  detail.rule = code == Code::kEncoding ? "sheet.encoding" : "sheet.utf8";
  detail.place.line = 1;
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < offset && i < bytes.size(); ++i) {
    if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 >= bytes.size() || bytes[i + 1] != '\n'))) {
      ++detail.place.line;
      line_start = i + 1;
    }
  }
  detail.place.column = static_cast<std::uint32_t>(
      CountCharacters(bytes.substr(line_start, offset - line_start)) + 1);
  detail.place.offset = static_cast<std::uint32_t>(
      std::min<std::size_t>(offset, std::numeric_limits<std::uint32_t>::max()));
  detail.place.length = 1;
  detail.message = {std::move(ko), std::move(en)};
  return Error(code, std::move(detail));
}

void NoteOddBytes(std::string_view bytes, const internal::SheetText& text,
                  std::vector<Finding>& out) {
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) {
    const auto count = static_cast<std::size_t>(
        std::count(bytes.begin() + static_cast<std::ptrdiff_t>(nul), bytes.end(), '\0'));
    Finding finding;
    finding.rule = "text.nul";
    finding.severity = Severity::kWarning;
    finding.place = text.PlaceAt(nul, 1);
    finding.printed = "U+0000";
    finding.message.ko = "NUL 문자가 " + std::to_string(count) + "개 있어 빈칸으로 읽었습니다.";
    finding.message.en = std::to_string(count) + " NUL characters were read as spaces.";
    out.push_back(std::move(finding));
  }
}

#ifndef YESAN_WITH_HTML
void NoteMarkup(std::string_view bytes, const internal::SheetText& text,
                std::vector<Finding>& out) {
  for (std::size_t i = bytes.find('<'); i != std::string_view::npos && i + 1 < bytes.size();
       i = bytes.find('<', i + 1)) {
    const char next = bytes[i + 1] == '/' && i + 2 < bytes.size() ? bytes[i + 2] : bytes[i + 1];
    if (!((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'))) continue;
    Finding finding;
    finding.rule = "markup.kept";
    finding.severity = Severity::kNote;
    finding.place = text.PlaceAt(i, 1);
    finding.message.ko = "HTML을 읽는 기능 없이 빌드되어, 태그를 글자 그대로 두었습니다.";
    finding.message.en = "Tags are kept as text: the library was built without HTML.";
    out.push_back(std::move(finding));
    return;
  }
}
#endif

// Gives back what vectors keep to grow into: small documents do not live long enough to need it.
constexpr std::size_t kCompactFrom = std::size_t{64} << 10;
void Compact(Sheet& sheet) {
  for (Section& section : sheet.sections) {
    for (Block& block : section.blocks) {
      if (block.table) block.table->rows.shrink_to_fit();
    }
    section.blocks.shrink_to_fit();
  }
  sheet.sections.shrink_to_fit();
  sheet.not_understood.shrink_to_fit();
}

}  // namespace

Result<Sheet> Read(std::string_view bytes, const ReadOptions& options) {
  const auto format_number = static_cast<std::int32_t>(options.format);
  if (format_number < 0 || format_number > static_cast<std::int32_t>(SheetFormat::kHtml))
    return Error(Code::kInvalidArgument);
  const std::size_t bytes_max =
      std::min<std::size_t>(options.bytes_max, std::numeric_limits<std::int32_t>::max());
  if (bytes.size() > bytes_max) {
    ErrorDetail detail;
    detail.rule = "sheet.too_large";
    detail.available = static_cast<std::int64_t>(bytes_max);
    detail.asked = static_cast<std::int64_t>(bytes.size());
    detail.message.ko = "문서가 " + std::to_string(bytes.size()) + "바이트로, 한도 " +
                        std::to_string(bytes_max) + "바이트를 넘습니다.";
    detail.message.en = "The document has " + std::to_string(bytes.size()) +
                        " bytes; the limit is " + std::to_string(bytes_max) + ".";
    return Error(Code::kTooLarge, std::move(detail));
  }
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF" ||
      LooksLikeUtf16(bytes)) {
    return EncodingError(Code::kEncoding, 0, bytes, "UTF-16 문서입니다. UTF-8로 바꾸어 주십시오.",
                         "The document is UTF-16; convert it to UTF-8.");
  }
  if (const std::optional<std::size_t> invalid = FindInvalidUtf8(bytes)) {
    if (LooksLikeCp949(bytes)) {
      return EncodingError(
          Code::kEncoding, *invalid, bytes,
          "오프셋 " + std::to_string(*invalid) +
              "의 바이트부터 UTF-8이 아니라 cp949로 보입니다. cp949로 지정하여 다시 읽으십시오.",
          "From byte offset " + std::to_string(*invalid) +
              " on this looks like cp949, not UTF-8; read it again as cp949.");
    }
    return EncodingError(Code::kInvalidUtf8, *invalid, bytes,
                         "오프셋 " + std::to_string(*invalid) + "의 바이트가 UTF-8이 아닙니다.",
                         "The byte at offset " + std::to_string(*invalid) + " is not UTF-8.");
  }

  Sheet sheet;
  internal::SheetText& text = internal::SheetText::Of(sheet);
  text.SetSource(std::string(bytes));
  const SheetFormat canonical = internal::CanonicalFormat(text.source());
  const bool is_canonical = canonical != SheetFormat::kAuto &&
                            (options.format == SheetFormat::kAuto || options.format == canonical);
  sheet.format = is_canonical                           ? canonical
                 : options.format == SheetFormat::kAuto ? FindFormat(text.source())
                                                        : options.format;
  NoteOddBytes(bytes, text, sheet.reading);
#ifndef YESAN_WITH_HTML
  NoteMarkup(bytes, text, sheet.reading);
#endif
  if (is_canonical && internal::ReadCanonical(text, canonical, sheet)) {
    if (bytes.size() >= kCompactFrom) Compact(sheet);
    return sheet;
  }
  internal::Lines lines;
  switch (sheet.format) {
    case SheetFormat::kLayout:
      internal::ReadLayout(text, lines);
      break;
    case SheetFormat::kMarkdown:
      internal::ReadMarkdown(text, lines);
      break;
    case SheetFormat::kHtml:
      internal::ReadHtml(text, lines);
      break;
    default:
      internal::ReadTabs(text, lines);
      break;
  }
  for (Finding& finding : lines.findings) sheet.reading.push_back(std::move(finding));
  internal::BuildOutline(text, lines, sheet.format == SheetFormat::kLayout, sheet);
  if (bytes.size() >= kCompactFrom) Compact(sheet);
  return sheet;
}

}  // namespace yesan
