/// @file
/// Reads a program sheet from text, Markdown or HTML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "yesan/base/result.h"
#include "yesan/sheet/sheet.h"

namespace yesan {

/// The largest document that Read takes unless its options say otherwise: 64 MiB.
inline constexpr std::size_t kSheetBytesMax = std::size_t{64} << 20;

/// How to read. The default finds the format out.
struct ReadOptions {
  SheetFormat format =
      SheetFormat::kAuto;  ///< kAuto looks at the text: tags, pipes, tabs, columns of spaces.
  std::size_t bytes_max = kSheetBytesMax;  ///< A larger document is refused; at most 4 GiB − 1.
};

/// Reads any text as a program sheet.
///
/// Never refuses a document because its sums are wrong, its headings unknown or its tables torn: what is not understood
/// is kept in `not_understood`, what was noticed is in `reading`. Of the row `계\t(x-) 5,196,358` the figure is kept to the
/// letter, with its line, its column in characters and its bytes; a byte order mark is no character of the first line.
///
/// Findings in `reading`, by rule:
/// - `text.nul`: NUL bytes, read as spaces;
/// - `markup.too_deep`: tags nested more than 256 deep; what follows is kept as text;
/// - `markup.kept`: tags, in a library that was built without YESAN_WITH_HTML; they are kept as text;
/// - `sheet.too_fine`: hardly anything but line ends and empty cells; from some place on the text is kept in one piece.
///
/// Time and memory grow linearly with the document. A sheet takes less than 40 times its bytes and 64 KiB (3 times for a
/// usual one); while it is read about as much again.
///
/// A document that Write made says so in its first line and is read without guessing (see write.h).
///
/// Refuses:
/// - Code::kInvalidUtf8 with the place of the first offending byte, when the bytes are not UTF-8;
/// - Code::kEncoding when they look like cp949 or UTF-16 instead; the message says how to go on (see DecodeCp949);
/// - Code::kTooLarge when they are more than `options.bytes_max`;
/// - Code::kInvalidArgument when `options.format` is no SheetFormat.
[[nodiscard]] Result<Sheet> Read(std::string_view bytes, const ReadOptions& options = {});

/// Turns cp949 (the Korean code page of old files: EUC-KR and Microsoft's extension) into UTF-8, so that Read takes it.
/// ASCII stays as it is; places in the sheet are then those of the decoded text. The size is not limited here.
///
/// Refuses Code::kSyntax with the offset of the first byte that is no cp949, a pair that the end cuts in two included, and
/// Code::kNotBuilt where the platform has no converter (iconv).
[[nodiscard]] Result<std::string> DecodeCp949(std::string_view bytes);

}  // namespace yesan
