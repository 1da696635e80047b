/// @file
/// Writes a program sheet in one canonical form.
#pragma once

#include <string>

#include "yesan/base/result.h"
#include "yesan/sheet/sheet.h"

namespace yesan {

/// Writes a sheet so that reading it gives the sheet back: `Read(Write(s, f)) == s` for every sheet that was read, whatever
/// the document was.
///
/// Every text is written as printed, digit for digit; tables are whole (no page breaks, no repeated headings). The first line
/// names the form, `<!-- yesan sheet 1 text -->`, and Read then takes every part for what it is marked as:
/// - text and Markdown: `## ` before a heading; the unit right above a table; a line of `---` under its headings (`:--` where a
///   column has none); a blank line behind it; cells between tabs or pipes;
/// - HTML: h2, p, table, caption (the unit), th and td;
/// - a line break inside a cell is `<br>`, and what would be taken for a mark is a numbered entity: `&#124;`.
///
/// A sheet that was built by hand comes back equal when its texts are trimmed, its kinds, years, units and roles are those
/// that its headings mean, and a heading prints its title. A section without heading is given KoreanName of its kind.
///
/// Refuses Code::kInvalidArgument for every other format, kAuto and kLayout among them, and Code::kNotBuilt for kHtml when
/// the library was built without YESAN_WITH_HTML (what it could not read back it does not write).
[[nodiscard]] Result<std::string> Write(const Sheet& sheet, SheetFormat format);

}  // namespace yesan
