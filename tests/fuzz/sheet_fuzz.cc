// Any bytes as a program sheet. A first byte '0' to '4' is the format that the rest is read in; any other input is read in
// all of them. Reading never crashes and refuses for few reasons; each text of a sheet stands where it says; the views and
// the check take any sheet; and a sheet that is written, in every format, reads back the same.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/text.h"
#include "yesan/check/check.h"
#include "yesan/sheet/read.h"
#include "yesan/sheet/views.h"
#include "yesan/sheet/write.h"

namespace {

using namespace yesan;  // NOLINT: all of it is under test

void Demand(bool claim) {
  if (!claim) std::abort();
}

// Line and column of every byte, the slow and obvious way.
class Positions {
 public:
  explicit Positions(std::string_view source) : source_(source) {
    const bool has_mark = source.substr(0, 3) == "\xEF\xBB\xBF";  // no character of the line
    std::uint32_t line = 1, column = 1;
    for (std::size_t i = 0; i < source.size(); ++i) {
      at_.push_back({line, column});
      const char c = source[i];
      const bool ends =
          c == '\n' || (c == '\r' && (i + 1 == source.size() || source[i + 1] != '\n'));
      const bool starts_next =
          i + 1 == source.size() || (static_cast<unsigned char>(source[i + 1]) & 0xC0U) != 0x80U;
      if (ends) {
        ++line;
        column = 1;
      } else if (starts_next && !(has_mark && i == 2)) {
        ++column;
      }
    }
    at_.push_back({line, column});
  }
  void Hold(Place place) const {
    if (!place.known()) return;
    Demand(place.offset <= source_.size() && place.length <= source_.size() - place.offset);
    Demand(place.line == at_[place.offset].line && place.column == at_[place.offset].column);
  }
  void Hold(const Text& text) const {
    Hold(text.place);
    Demand(!FindInvalidUtf8(text.text));
    Demand(Trim(text.text) == text.text);
    const char* begin = source_.data();
    if (text.text.data() >= begin && text.text.data() < begin + source_.size()) {
      Demand(source_.substr(text.place.offset, text.place.length) == text.text);
    }
  }

 private:
  struct At {
    std::uint32_t line, column;
  };
  std::string_view source_;
  std::vector<At> at_;
};

void HoldPlaces(const Sheet& sheet) {
  const Positions positions(sheet.source());
  positions.Hold(sheet.title);
  for (const Text& text : sheet.not_understood) positions.Hold(text);
  for (const Finding& finding : sheet.reading) positions.Hold(finding.place);
  for (const Section& section : sheet.sections) {
    positions.Hold(section.heading);
    for (const Block& block : section.blocks) {
      positions.Hold(block.line);
      if (!block.table) continue;
      Demand(block.line.empty());
      positions.Hold(block.table->unit_text);
      positions.Hold(block.table->place);
      for (const Column& column : block.table->columns) positions.Hold(column.heading);
      for (const Row& row : block.table->rows) {
        positions.Hold(row.place);
        for (const Text& cell : row.cells) positions.Hold(cell);
      }
    }
  }
}

void TakeViews(const Sheet& sheet) {
  (void)BasicsOf(sheet);
  (void)FundingOf(sheet);
  (void)OfficersOf(sheet);
  (void)OverviewOf(sheet);
  const CostBasisView basis = CostBasisOf(sheet);
  Demand(basis.lines.size() == basis.tree.size());
  (void)ScheduleOf(sheet);
  (void)ResultsOf(sheet);
  (void)SettlementOf(sheet);
  for (std::int32_t kind = 0; kind <= static_cast<std::int32_t>(SectionKind::kGroup); ++kind) {
    (void)LinesOf(sheet, static_cast<SectionKind>(kind));
  }
  (void)Check(sheet);
}

void WriteAndReadBack(const Sheet& sheet) {
  for (const SheetFormat format :
       {SheetFormat::kTabs, SheetFormat::kMarkdown, SheetFormat::kHtml}) {
    const Result<std::string> written = Write(sheet, format);
    if (!written) {
      Demand(written.error().code() == Code::kNotBuilt && format == SheetFormat::kHtml);
      continue;
    }
    ReadOptions options;
    options.format = format;
    const Result<Sheet> again = Read(*written, options);
    Demand(again.ok());
    if (*again == sheet) continue;
    std::fprintf(stderr, "format %d does not read back:\n%s\n", static_cast<int>(format),
                 written->c_str());
    std::abort();
  }
}

void ReadOne(std::string_view bytes, SheetFormat format) {
  ReadOptions options;
  options.format = format;
  const Result<Sheet> sheet = Read(bytes, options);
  if (!sheet) {
    const Code code = sheet.error().code();
    Demand(code == Code::kInvalidUtf8 || code == Code::kEncoding);
    Demand(sheet.error().place().offset <= bytes.size());
    Demand(!sheet.error().message().ko.empty() && !sheet.error().message().en.empty());
    if (code == Code::kEncoding) (void)DecodeCp949(bytes);
    return;
  }
  Demand(!FindInvalidUtf8(bytes));
  HoldPlaces(*sheet);
  TakeViews(*sheet);
  WriteAndReadBack(*sheet);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!bytes.empty() && bytes[0] >= '0' && bytes[0] <= '4') {
    ReadOne(bytes.substr(1), static_cast<SheetFormat>(bytes[0] - '0'));
    return 0;
  }
  for (std::int32_t format = 0; format <= 4; ++format) {
    ReadOne(bytes, static_cast<SheetFormat>(format));
  }
  return 0;
}
