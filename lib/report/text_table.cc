#include "yesan/report/text_table.h"

#include <algorithm>

#include "yesan/base/text.h"

namespace yesan {
namespace {

constexpr std::size_t kNarrowestWrap = 8;
constexpr std::string_view kGap = "  ";
constexpr char32_t kReplacement = 0xFFFD;

bool TurnsDirection(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
         c == 0x200F || c == 0x061C;
}

bool IsControl(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool IsNonCharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

// Lines of a cell that already are printable.
std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  while (true) {
    const std::size_t to = text.find('\n', from);
    if (to == std::string_view::npos) {
      lines.push_back(PrintableText(text.substr(from)));
      return lines;
    }
    lines.push_back(PrintableText(text.substr(from, to - from)));
    from = to + 1;
  }
}

void WrapLine(std::string_view line, std::size_t columns, std::vector<std::string>& out) {
  std::size_t start = 0;            // first byte of the line being filled
  std::size_t space = line.size();  // where it can be broken, size(): nowhere
  bool word = false;                // whether the line being filled holds more than spaces
  std::size_t width = 0;
  std::size_t position = 0;
  while (position < line.size()) {
    const std::size_t before = position;
    const char32_t c = NextCharacter(line, position);
    const std::size_t w = DisplayWidth(line.substr(before, position - before));
    // An indent is no place for a break: it would leave an empty line.
    if (IsSpace(c) && word) space = before;
    word = word || !IsSpace(c);
    if (width + w > columns && before > start && !(IsSpace(c) && w <= 1 && width == columns)) {
      std::size_t end = before;
      if (space < line.size() && space > start) end = space;
      // The first line keeps its indent, which a tree of costs needs.
      const std::string_view piece = line.substr(start, end - start);
      const std::string_view trimmed = Trim(piece);
      const std::size_t indent =
          start == 0 ? static_cast<std::size_t>(trimmed.data() - piece.data()) : 0;
      out.emplace_back(std::string(indent, ' ').append(trimmed));
      // White space at the break belongs to neither line.
      start = end;
      while (start < line.size()) {
        std::size_t next = start;
        if (!IsSpace(NextCharacter(line, next))) break;
        start = next;
      }
      position = start;
      width = 0;
      word = false;
      space = line.size();
      continue;
    }
    width += w;
  }
  if (start < line.size() || line.empty()) {
    const std::string_view rest = line.substr(start);
    out.emplace_back(rest);
    while (!out.back().empty() && out.back().back() == ' ') out.back().pop_back();
  }
}

void RightTrim(std::string& text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
}

}  // namespace

std::string PrintableText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCharacter(text, at);
    if (c == U'\t' || c == U'\n' || c == U'\r') {
      out += ' ';
    } else if (IsControl(c) || TurnsDirection(c) || c == 0x2028 || c == 0x2029) {
      AppendCharacter(kReplacement, out);
    } else {
      AppendCharacter(c, out);
    }
  }
  return out;
}

std::string Truncate(std::string_view text, std::size_t columns) {
  if (DisplayWidth(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  std::size_t width = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    static_cast<void>(NextCharacter(text, next));
    const std::size_t w = DisplayWidth(text.substr(at, next - at));
    if (width + w > columns - 1) break;
    width += w;
    at = next;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::vector<std::string> Wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> out;
  for (const std::string& line : Lines(text))
    WrapLine(line, std::max<std::size_t>(columns, 1), out);
  return out;
}

std::string Pad(std::string_view text, std::size_t columns, Align align) {
  const std::size_t width = DisplayWidth(text);
  std::string spaces(width < columns ? columns - width : 0, ' ');
  return align == Align::kRight ? spaces.append(text) : std::string(text).append(spaces);
}

std::string EscapeMarkdown(std::string_view text) {
  std::string out;
  for (const char c : PrintableText(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '|':
      case '~':
      case '#':
        out += '\\';
        out += c;
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string EscapeHtml(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCharacter(text, at);
    switch (c) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      case U'\'':
        out += "&#39;";
        break;
      case U'\t':
      case U'\n':
        out += static_cast<char>(c);
        break;
      default:
        AppendCharacter(IsControl(c) || TurnsDirection(c) || IsNonCharacter(c) ? kReplacement : c,
                        out);
    }
  }
  return out;
}

void TextTable::AddRow(std::vector<std::string> cells, bool strong) {
  cells.resize(columns_.size());
  rows_.push_back({std::move(cells), strong, false});
}

void TextTable::AddHeading(std::string text) {
  if (columns_.empty()) return;
  std::vector<std::string> cells(columns_.size());
  cells.front() = std::move(text);
  rows_.push_back({std::move(cells), false, true});
}

std::string TextTable::ToText(std::size_t columns_max) const {
  if (rows_.empty() || columns_.empty()) return {};
  const std::size_t count = columns_.size();
  std::vector<std::size_t> widths(count);
  bool heading = false;
  for (std::size_t i = 0; i < count; ++i) {
    heading = heading || !columns_[i].heading.empty();
    for (const std::string& line : Lines(columns_[i].heading)) {
      widths[i] = std::max(widths[i], DisplayWidth(line));
    }
    for (const TableRow& row : rows_) {
      if (row.heading) continue;
      for (const std::string& line : Lines(row.cells[i])) {
        widths[i] = std::max(widths[i], DisplayWidth(line));
      }
    }
  }
  const auto total = [&] {
    std::size_t sum = kGap.size() * (count - 1);
    for (const std::size_t width : widths) sum += width;
    return sum;
  };
  const auto wraps = [&](std::size_t i) {
    return columns_[i].align == Align::kLeft && !columns_[i].whole;
  };
  while (columns_max != 0 && total() > columns_max) {
    std::size_t widest = count;
    for (std::size_t i = 0; i < count; ++i) {
      if (!wraps(i) || widths[i] <= kNarrowestWrap) continue;
      if (widest == count || widths[i] > widths[widest]) widest = i;
    }
    if (widest == count) break;
    const std::size_t excess = total() - columns_max;
    // Down to the next widest column of words at most, so that the burden is shared.
    std::size_t next = kNarrowestWrap;
    for (std::size_t i = 0; i < count; ++i) {
      if (i != widest && wraps(i) && widths[i] < widths[widest]) {
        next = std::max(next, widths[i]);
      }
    }
    const std::size_t room = widths[widest] - next;
    widths[widest] -= std::clamp<std::size_t>(room, 1, excess);
  }

  std::string out;
  const auto rule = [&] {
    for (std::size_t i = 0; i < total(); ++i) out += "─";
    out += '\n';
  };
  const auto print = [&](const auto& cell_of) {
    std::vector<std::vector<std::string>> lines(count);
    std::size_t height = 1;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string& cell = cell_of(i);
      lines[i] = wraps(i) ? Wrap(cell, widths[i]) : Lines(cell);
      height = std::max(height, lines[i].size());
    }
    for (std::size_t k = 0; k < height; ++k) {
      std::string line;
      for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) line += kGap;
        line += Pad(k < lines[i].size() ? std::string_view(lines[i][k]) : std::string_view(),
                    widths[i], columns_[i].align);
      }
      RightTrim(line);
      out += line + '\n';
    }
  };
  if (!caption.empty()) {
    for (const std::string& line :
         Wrap(caption, columns_max == 0 ? std::string::npos : columns_max)) {
      out += line + '\n';
    }
  }
  if (heading) {
    print([&](std::size_t i) -> const std::string& { return columns_[i].heading; });
    rule();
  }
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    if (rows_[r].heading) {
      for (const std::string& line : Wrap(rows_[r].cells.front(), total())) out += line + '\n';
      continue;
    }
    // A total below its parts has the line above it, one above its parts has it below.
    if (rows_[r].strong && r > 0 && !rows_[r - 1].strong) rule();
    print([&](std::size_t i) -> const std::string& { return rows_[r].cells[i]; });
    if (rows_[r].strong && r == 0 && rows_.size() > 1) rule();
  }
  return out;
}

std::string TextTable::ToMarkdown() const {
  if (rows_.empty() || columns_.empty()) return {};
  std::string out;
  if (!caption.empty()) out += "**" + EscapeMarkdown(caption) + "**\n\n";
  const auto cell = [](std::string_view text) {
    std::string joined;
    std::size_t from = 0;
    while (true) {
      const std::size_t to = text.find('\n', from);
      std::string_view line = text.substr(from, to == std::string_view::npos ? to : to - from);
      // Leading spaces are the depth in a tree; Markdown would drop them.
      while (!line.empty() && line.front() == ' ') {
        joined += "&nbsp;";
        line.remove_prefix(1);
      }
      joined += EscapeMarkdown(line);
      if (to == std::string_view::npos) return joined;
      joined += "<br>";
      from = to + 1;
    }
  };
  out += '|';
  for (const TableColumn& column : columns_) out += ' ' + cell(column.heading) + " |";
  out += "\n|";
  for (const TableColumn& column : columns_)
    out += column.align == Align::kRight ? " ---: |" : " --- |";
  out += '\n';
  for (const TableRow& row : rows_) {
    out += '|';
    for (const std::string& text : row.cells) {
      const std::string escaped = cell(text);
      out += (row.strong || row.heading) && !escaped.empty() ? " **" + escaped + "** |"
                                                             : ' ' + escaped + " |";
    }
    out += '\n';
  }
  return out;
}

}  // namespace yesan
