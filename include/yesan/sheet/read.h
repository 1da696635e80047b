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
/// is kept in `not_understood`, what was noticed is in `reading`. Time and memory grow linearly with the document; a sheet
/// takes less than 40 times its bytes.
///
/// Refuses:
/// - Code::kInvalidUtf8 with the offset of the first offending byte, when the bytes are not UTF-8;
/// - Code::kEncoding when they look like cp949 or UTF-16 instead; the message says how to go on (see DecodeCp949);
/// - Code::kTooLarge when they are more than `options.bytes_max`;
/// - Code::kInvalidArgument when `options.format` is no SheetFormat.
[[nodiscard]] Result<Sheet> Read(std::string_view bytes, const ReadOptions& options = {});

/// Turns cp949 (the Korean code page of old files) into UTF-8.
///
/// Refuses Code::kSyntax with the offset of the first byte that is no cp949, and Code::kNotBuilt where the platform has no
/// converter.
[[nodiscard]] Result<std::string> DecodeCp949(std::string_view bytes);

}  // namespace yesan
