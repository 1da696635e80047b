// Text whose cells are separated by tabs.
#include "lib/sheet/lines.h"
#include "yesan/base/text.h"

namespace yesan::internal {

void ReadTabs(SheetText& text, Lines& out) {
  LineBuilder builder(text, out);
  const std::string_view source = text.source();
  std::vector<Text> cells;
  ForEachLine(source, [&](std::size_t offset, std::size_t length, std::uint32_t number) {
    const std::string_view raw = source.substr(offset, length);
    const std::string_view trimmed = Trim(raw);
    if (trimmed.empty() || builder.full()) return;
    const std::size_t first_tab = raw.find('\t');
    if (first_tab == std::string_view::npos) {
      const auto indent = static_cast<std::uint32_t>(
          CountCharacters(raw.substr(0, static_cast<std::size_t>(trimmed.data() - raw.data()))));
      builder.AddLine(builder.Make(offset, length, number, 1), indent, false);
      return;
    }
    cells.clear();
    std::uint32_t column = 1;
    for (std::size_t begin = 0; begin <= raw.size();) {
      std::size_t end = raw.find('\t', begin);
      if (end == std::string_view::npos) end = raw.size();
      cells.push_back(builder.Make(offset + begin, end - begin, number, column));
      column += static_cast<std::uint32_t>(CountCharacters(raw.substr(begin, end - begin))) + 1;
      begin = end + 1;
    }
    builder.AddRow(cells, 0);
  });
}

}  // namespace yesan::internal
