#include <cstdint>
#include <string>
#include <utility>

#include "yesan/base/text.h"
#include "yesan/exchange/csv.h"

namespace yesan {
namespace {

constexpr std::size_t kPiece = 64 * 1024;

bool NeedsQuotes(std::string_view text, char separator) noexcept {
  if (text.empty()) return false;
  for (const char c : text) {
    if (c == separator || c == '"' || c == '\r' || c == '\n') return true;
  }
  // Spreadsheets and people drop white space that nothing holds.
  return Trim(text).size() != text.size();
}

}  // namespace

CsvSink SinkTo(std::string& text) {
  return [&text](std::string_view bytes) -> Result<void> {
    text.append(bytes);
    return {};
  };
}

CsvWriter::CsvWriter(CsvSink sink, CsvWriteOptions options)
    : sink_(std::move(sink)), options_(options) {
  if (options_.bom) pending_ = "\xEF\xBB\xBF";
  row_begin_ = pending_.size();
}

CsvWriter& CsvWriter::Field(std::string_view text) {
  if (fields_in_row_++ > 0) pending_.push_back(options_.separator);
  if (!options_.quote_all && !NeedsQuotes(text, options_.separator)) {
    pending_.append(text);
    return *this;
  }
  pending_.push_back('"');
  for (const char c : text) {
    if (c == '"') pending_.push_back('"');
    pending_.push_back(c);
  }
  pending_.push_back('"');
  return *this;
}

CsvWriter& CsvWriter::Field(std::int64_t number) { return Field(std::to_string(number)); }

Result<void> CsvWriter::EndRow() {
  if (fields_in_row_ == 0) return {};
  // A row of one empty field would be a line with nothing in it, which is no row.
  if (fields_in_row_ == 1 && pending_.size() == row_begin_) pending_.append("\"\"");
  pending_.append("\r\n");
  fields_in_row_ = 0;
  ++rows_;
  row_begin_ = pending_.size();
  return pending_.size() < kPiece ? Result<void>() : Flush();
}

Result<void> CsvWriter::Finish() {
  if (Result<void> row = EndRow(); !row) return row;
  return Flush();
}

Result<void> CsvWriter::Flush() {
  if (pending_.empty()) return {};
  Result<void> written = sink_(pending_);
  if (written) pending_.clear();
  row_begin_ = pending_.size();
  return written;
}

}  // namespace yesan
