#include "yesan/sheet/sheet.h"

#include "lib/sheet/sheet_text.h"

namespace yesan {

Block::Block(const Block& other)
    : line(other.line),
      indent(other.indent),
      table(other.table ? std::make_unique<Table>(*other.table) : nullptr) {}

Block& Block::operator=(const Block& other) {
  if (this != &other) *this = Block(other);
  return *this;
}

Sheet::Sheet() : text_(std::make_shared<internal::SheetText>()) {}

std::string_view Sheet::source() const noexcept { return text_->source(); }

std::string_view Sheet::Keep(std::string_view text) { return text_->Keep(text); }

Place Sheet::PlaceOf(const Text& text, std::size_t offset, std::size_t length) const noexcept {
  return text_->PlaceOf(text, offset, length);
}

const Section* Sheet::Find(SectionKind kind) const noexcept {
  const Section* empty = nullptr;
  for (const Section& section : sections) {
    if (section.kind != kind) continue;
    if (!section.blocks.empty()) return &section;
    if (empty == nullptr) empty = &section;
  }
  return empty;
}

const Table* Sheet::FindTable(SectionKind kind) const noexcept {
  for (const Section& section : sections) {
    if (section.kind != kind) continue;
    for (const Block& block : section.blocks) {
      if (block.table) return block.table.get();
    }
  }
  return nullptr;
}

std::int32_t Sheet::ColumnOf(const Table& table, ColumnRole role) noexcept {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].role == role) return static_cast<std::int32_t>(i);
  }
  return -1;
}

}  // namespace yesan
