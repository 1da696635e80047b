// The real sheet, and what the tests of this module do with any.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/sheet/answer_key.h"
#include "yesan/sheet/read.h"
#include "yesan/sheet/write.h"

namespace yesan::test {

inline const std::string& RealText() {
  static const std::string text = ReadFile(
      std::string(YESAN_SOURCE_DIR) + "/examples/data/seoul-2021-village-community-center.txt");
  return text;
}

// Reads a text that must be read.
inline Sheet ReadOrDie(std::string_view text, SheetFormat format = SheetFormat::kAuto) {
  ReadOptions options;
  options.format = format;
  Result<Sheet> sheet = Read(text, options);
  EXPECT_TRUE(sheet.ok());
  return sheet.ok() ? *std::move(sheet) : Sheet();
}

inline const Sheet& RealSheet() {
  static const Sheet sheet = ReadOrDie(RealText());
  return sheet;
}

// `line:column offset+length`.
inline std::string At(Place place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
         std::to_string(place.offset) + "+" + std::to_string(place.length);
}

inline bool HasFinding(const Sheet& sheet, std::string_view rule) {
  for (const Finding& finding : sheet.reading) {
    if (finding.rule == rule) return !finding.message.ko.empty() && !finding.message.en.empty();
  }
  return false;
}

inline std::vector<SheetFormat> WrittenFormats() {
#ifdef YESAN_WITH_HTML
  return {SheetFormat::kTabs, SheetFormat::kMarkdown, SheetFormat::kHtml};
#else
  return {SheetFormat::kTabs, SheetFormat::kMarkdown};
#endif
}

// That a sheet reads back the same from every format, told to the reader or found out by it.
inline void ExpectReadsBack(const Sheet& sheet) {
  for (const SheetFormat format : WrittenFormats()) {
    const Result<std::string> written = Write(sheet, format);
    ASSERT_TRUE(written.ok());
    for (const SheetFormat told : {format, SheetFormat::kAuto}) {
      const Sheet again = ReadOrDie(*written, told);
      EXPECT_EQ(again.format, format);
      EXPECT_TRUE(again == sheet) << *written;
    }
  }
}

}  // namespace yesan::test
