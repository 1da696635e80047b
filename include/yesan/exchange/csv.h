/// @file
/// Comma-separated values: a reader that streams, a writer, and how both speak of what is wrong.
///
/// The notation is RFC 4180's. Read are UTF-8 with or without a BOM, and lines that end with CRLF, LF or CR, mixed even.
/// Written is UTF-8 with CRLF. Nothing here knows what a column means: that is columns.h and load.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/code.h"
#include "yesan/base/message.h"
#include "yesan/base/result.h"

namespace yesan {

/// Where bytes come from: writes at most `size` bytes to `buffer` and gives how many; 0 is the end. It is asked again
/// after fewer bytes than it was asked for, never after the end. What it refuses with ends the reading.
using CsvSource = std::function<Result<std::size_t>(char* buffer, std::size_t size)>;

/// A source of the bytes of a text. @pre the text outlives the source.
[[nodiscard]] CsvSource SourceOf(std::string_view text);

/// Where bytes go, in pieces. What it refuses with ends the writing.
using CsvSink = std::function<Result<void>(std::string_view bytes)>;

/// A sink that appends to a text. @pre the text outlives the sink.
[[nodiscard]] CsvSink SinkTo(std::string& text);

/// Something wrong in a file, and where: what reader and loaders collect.
///
/// Worked: the row `307-05,1,234` under the header `통계목,금액` is {kSyntax, `csv.ragged_row`, row 2, line 2, expected
/// `2 fields`, found `3`}: its comma wants quotes.
struct CsvProblem {
  Code code = Code::kOk;  ///< Why.
  std::string rule;       ///< Stable id, `csv.ragged_row`, or that of the refusal behind it.
  std::uint64_t row = 0;  ///< 1-based as spreadsheets count: the header is row 1. 0: the file.
  std::uint64_t line =
      0;  ///< 1-based line on which the row begins; not the row, where a field holds line ends.
  std::uint32_t field = 0;  ///< 1-based; 0: the whole row.
  std::string column;       ///< The header of the field, as printed; empty where none is known.
  Message expected;         ///< What should stand there; empty where there is no one answer.
  std::string found;        ///< What stands there, as printable text, cut off after 60 characters.
  Message message;          ///< The whole statement, with place, expected and found.
};

/// Limits of the reader, and what parts fields.
struct CsvOptions {
  char separator = ',';  ///< `,` `;` or a tab.
  /// Bytes that one field may have, in [1, 2^30].
  std::size_t field_bytes_max = 64 * 1024;
  /// Fields that a row may have, in [1, 2^20].
  std::size_t fields_max = 1000;
};

/// What CsvReader::Next came to.
enum class CsvStep : std::int32_t {
  kRow = 1,      ///< A row: fields() holds it.
  kProblem = 2,  ///< A row that cannot be read, or the end of what can be read: see problem().
  kEnd = 3,      ///< Nothing is left.
};

/// Reads rows, one at a time, in memory that the largest row bounds: about 256 KiB, or twice field_bytes_max and what the
/// other fields of its row take.
///
/// Every row has as many fields as the first. A line with nothing at all in it is passed over; a row of one empty field
/// is written `""`. White space belongs to its field.
///
/// A row that is wrong is one problem, the first that it has, and reading goes on behind it:
/// - `csv.ragged_row` (kSyntax): more or fewer fields than the first row;
/// - `csv.quote_in_field` (kSyntax): a `"` inside a field that did not begin with one;
/// - `csv.text_after_quote` (kSyntax): something between a closing `"` and the next separator;
/// - `csv.field_too_long`, `csv.too_many_fields` (kTooLarge): beyond the limits;
/// - `csv.nul` (kSyntax): a NUL byte; `csv.utf8` (kInvalidUtf8): bytes that are not UTF-8.
///
/// Behind these nothing is read, Next then gives kEnd:
/// - `csv.unclosed_quote` (kSyntax): the file ends inside quotes; the row is the one in which they opened;
/// - `csv.utf16` (kEncoding): the file begins as UTF-16 or UTF-32 does, as spreadsheets save "Unicode text";
/// - `csv.cp949` (kEncoding): the bytes look like cp949; DecodeCp949 (sheet/read.h) makes UTF-8 of them;
/// - `csv.options` (kInvalidArgument): a separator or a limit that is none;
/// - `csv.source`: the source refused, with its own code.
///
/// @code
///   CsvReader reader(SourceOf(text));
///   for (CsvStep step = reader.Next(); step != CsvStep::kEnd; step = reader.Next()) {
///     if (step == CsvStep::kProblem) { Show(reader.problem()); continue; }
///     Use(reader.fields());
///   }
/// @endcode
class CsvReader {
 public:
  explicit CsvReader(CsvSource source, CsvOptions options = CsvOptions());

  /// The next row, or what is wrong with it.
  [[nodiscard]] CsvStep Next();

  /// The fields of the row, without their quotes. Good until the next call of Next.
  [[nodiscard]] const std::vector<std::string_view>& fields() const noexcept { return fields_; }
  /// The row, as CsvProblem::row; the first is 1. Rows that are wrong count, empty lines do not.
  [[nodiscard]] std::uint64_t row() const noexcept { return row_; }
  /// The line on which the row begins, from 1 on.
  [[nodiscard]] std::uint64_t line() const noexcept { return row_line_; }
  /// What is wrong, after CsvStep::kProblem.
  [[nodiscard]] const CsvProblem& problem() const noexcept { return problem_; }
  /// Bytes of the source behind which the row ends, a BOM included.
  [[nodiscard]] std::uint64_t bytes() const noexcept { return consumed_ + begin_; }

 private:
  struct Span {
    std::size_t begin;
    std::size_t length;
    bool quoted;
    bool doubled;  // it holds "" for "
  };
  enum class Scan { kRow, kMore, kProblem, kCut, kCutInQuotes };

  bool Fill();
  void Begin();
  bool ReadPlainRow();
  Scan ScanRow();
  bool TakeFields();
  bool SkipRow(bool in_quotes);
  CsvStep Refuse(Code code, const char* rule, std::uint32_t field, const Message& what,
                 Message expected = {}, std::string_view found = {});
  CsvStep RefuseField(std::size_t index);

  CsvSource source_;
  CsvOptions options_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;       // of the row that is read next
  std::size_t end_ = 0;         // of what is in the buffer
  std::size_t scanned_ = 0;     // how far ScanRow came
  std::uint64_t consumed_ = 0;  // bytes of the source in front of the buffer
  std::uint64_t row_ = 0;
  std::uint64_t row_line_ = 1;
  std::uint64_t next_line_ = 1;
  std::size_t width_ = 0;  // fields of the first row
  bool begun_ = false;
  bool at_end_ = false;
  bool ended_ = false;
  bool seen_multibyte_ = false;  // valid UTF-8 beyond ASCII was read
  std::vector<Span> spans_;
  std::vector<std::string_view> fields_;
  CsvProblem problem_;
  // The problem of the row that is being scanned.
  Code fault_ = Code::kOk;
  const char* fault_rule_ = "";
  std::size_t fault_field_ = 0;
  bool plain_[256] = {};  // bytes that a field may hold without quotes
};

/// How CSV is written.
struct CsvWriteOptions {
  char separator = ',';  ///< `,` `;` or a tab.
  /// Begin with a BOM, without which spreadsheets in Korea take the file for cp949.
  bool bom = false;
  bool quote_all = false;  ///< Quotes around every field, not only where they are needed.
};

/// Writes rows. The same calls write the same bytes, always. A field is quoted when it holds a separator, a quote, CR or
/// LF, begins or ends with white space, or is the only one of its row and empty; what CsvReader reads back is the same
/// to the byte.
///
/// A field that begins with `=` is not changed: a figure stays a figure. Whoever opens a file of strangers' texts in a
/// spreadsheet should take them for text there.
class CsvWriter {
 public:
  explicit CsvWriter(CsvSink sink, CsvWriteOptions options = CsvWriteOptions());

  /// Adds a field to the row. @pre UTF-8 without NUL; what is not is written as it is, and not read back.
  CsvWriter& Field(std::string_view text);
  /// Adds a whole number: digits alone, `-` in front where it is negative.
  CsvWriter& Field(std::int64_t number);
  /// Ends the row. A row without a field writes nothing. Refuses with what the sink refused with, here or before.
  [[nodiscard]] Result<void> EndRow();
  /// Hands over what is left. Refuses as EndRow.
  [[nodiscard]] Result<void> Finish();
  /// Rows ended so far.
  [[nodiscard]] std::uint64_t rows() const noexcept { return rows_; }

 private:
  Result<void> Flush();

  CsvSink sink_;
  CsvWriteOptions options_;
  std::string pending_;
  std::size_t row_begin_ = 0;
  std::size_t fields_in_row_ = 0;
  std::uint64_t rows_ = 0;
};

}  // namespace yesan
