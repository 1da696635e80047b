/// @file
/// Writes a program sheet in one canonical form.
#pragma once

#include <string>

#include "yesan/base/result.h"
#include "yesan/sheet/sheet.h"

namespace yesan {

/// Writes a sheet so that reading it gives the sheet back: `Read(Write(s, f)) == s` for every format but kLayout and kAuto.
///
/// Every text is written as printed, digit for digit; tables are whole (no page breaks, no repeated headings), a line
/// break inside a cell is `<br>`.
///
/// Refuses Code::kInvalidArgument for SheetFormat::kAuto and kLayout, and Code::kNotBuilt for kHtml when the library was
/// built without YESAN_WITH_HTML (what it could not read back it does not write).
[[nodiscard]] Result<std::string> Write(const Sheet& sheet, SheetFormat format);

}  // namespace yesan
