/// @file
/// The report of one sheet as a self-contained HTML page.
#pragma once

#include <string>

#include "yesan/check/check.h"
#include "yesan/report/report.h"
#include "yesan/sheet/sheet.h"

namespace yesan {

/// One HTML page that needs nothing else: no network, no script, no font or picture from elsewhere. It prints on A4, follows
/// the reader's light or dark setting, and can be read by a screen reader (landmarks, headings in order, table captions,
/// each chart with a title, a description and its table beside it).
///
/// It holds, from the top: title, verdict (DescribeCheck), key figures; this year against last; funding; the cost basis as
/// parts of the whole; the schedule over twelve months, with the end of the contract marked; the settlement years; the
/// findings beside the source, which is listed whole with line numbers, every span found highlighted; what was proved.
/// A finding links to its line (`#L43`), the span in the line to its finding (`#F3`).
///
/// Everything from the document is escaped (EscapeHtml), so that `<script>` in a label is seen and not run; the page
/// moreover forbids scripts and loading in a content security policy of its own. The size is linear in that of the source.
[[nodiscard]] std::string ReportHtml(const Sheet& sheet, const CheckReport& report,
                                     const ReportOptions& options = {});

}  // namespace yesan
