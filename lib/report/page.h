// What all HTML pages share: head, style, tables.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "yesan/base/finding.h"
#include "yesan/base/message.h"
#include "yesan/report/text_table.h"

namespace yesan::internal {

// `<!DOCTYPE html>` … `<body>`; `title` is escaped here.
std::string PageHead(std::string_view title, Language language);
std::string PageFoot(Language language);

// The name of a file without its folders, which are nobody's business who is shown the page.
std::string_view FileNameOf(std::string_view path);

// A table with its caption, first column as row headings. Empty for an empty table. `link`, where given, is asked for
// the address behind the first cell of a row, and answers with an empty text for none.
std::string HtmlTable(const TextTable& table,
                      const std::function<std::string(std::size_t row)>& link = nullptr);

// A figure of the row at the top: a name, a large value, a small line below. All are escaped here.
std::string KeyFigure(std::string_view name, std::string_view value, std::string_view below);

// `<span class="badge …">주의</span>`.
std::string Badge(Severity severity, Language language);

}  // namespace yesan::internal
