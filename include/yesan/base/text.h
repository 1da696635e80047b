/// @file
/// UTF-8 text as Korean documents use it: validity, characters, terminal columns, names compared loosely.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yesan {

/// Offset of the first byte that is not part of a valid UTF-8 sequence (RFC 3629: no overlong forms, no surrogates,
/// at most U+10FFFF), or nothing when all of the text is valid.
[[nodiscard]] std::optional<std::size_t> FindInvalidUtf8(std::string_view text) noexcept;

/// Whether bytes that are not UTF-8 read as cp949 (EUC-KR with Microsoft's extension): every byte above 0x7F begins a
/// two-byte pair, and more than half of the pairs lie where the common Hangul syllables lie. A pair that the end of the
/// text cuts in two is forgiven.
[[nodiscard]] bool LooksLikeCp949(std::string_view bytes) noexcept;

/// The character (code point) that begins at `position`, which moves past it. In text that is not valid UTF-8 an
/// offending byte reads as U+FFFD and is passed alone, so that any bytes are safe. @pre position is less than the size.
[[nodiscard]] char32_t NextCharacter(std::string_view text, std::size_t& position) noexcept;

/// Appends one character as UTF-8. @pre a Unicode scalar value.
void AppendCharacter(char32_t character, std::string& out);

/// Number of characters (code points). @pre valid UTF-8.
[[nodiscard]] std::size_t CountCharacters(std::string_view text) noexcept;

/// Columns that a terminal or a Markdown table in a fixed font gives the text: two for Hangul, Han and full-width
/// characters, none for combining and format characters, one for the rest (East Asian Width W and F, Unicode
/// Standard Annex 11). `계 12` is five.
[[nodiscard]] std::size_t DisplayWidth(std::string_view text) noexcept;

/// Whether a character separates words on a printed page: ASCII white space, NBSP, the Unicode spaces, U+3000, BOM.
[[nodiscard]] bool IsSpace(char32_t character) noexcept;

/// The text without white space (IsSpace) at its ends.
[[nodiscard]] std::string_view Trim(std::string_view text) noexcept;

/// Whether a character is one of the middle dots that documents print: · ㆍ ․ ‧ ･ ∙ ⋅ ・ ᆞ.
[[nodiscard]] bool IsMiddleDot(char32_t character) noexcept;

/// A name for loose comparison: white space, middle dots, punctuation, quotes, brackets and soft hyphens removed,
/// full-width forms made ASCII, ASCII letters made small, bytes that are not UTF-8 dropped, Hangul in conjoining letters
/// (as file systems of macOS write it) made whole. `마을·자치 (정책)` and `마을자치정책` are the same name.
[[nodiscard]] std::string FoldName(std::string_view name);

}  // namespace yesan
