#include "yesan/money/paired_amount.h"

#include "lib/base/chars.h"
#include "lib/money/amount_read.h"
#include "lib/money/amount_text.h"
#include "lib/money/pair_read.h"
#include "yesan/base/text.h"
#include "yesan/money/format.h"

namespace yesan {
namespace internal {
bool ReadPart(std::string_view text, std::size_t start, const AmountOptions& options,
              AmountPart& out, std::size_t& end, Refusal& refusal) {
  Glyph glyph = GlyphAt(text, start);
  const bool square = glyph.is(U'[');
  if (!square && !glyph.is(U'(')) {
    return Refuse(refusal, Code::kSyntax, Wanted::kOpeningBracket, start);
  }
  std::size_t at = SkipSpaces(text, start + glyph.size);
  glyph = GlyphAt(text, at);
  if (glyph.is(U'x') || glyph.is(U'X') || glyph.is(0xD7) || glyph.is(0x24E7) || glyph.is(0x24CD)) {
    out.label = "x";
    at += glyph.size;
  } else {
    const std::size_t label = at;
    int letters = 0;
    for (; IsHangul(glyph.character) && letters < 6; glyph = GlyphAt(text, at), ++letters) {
      at += glyph.size;
    }
    if (letters > 5) return Refuse(refusal, Code::kSyntax, Wanted::kPart, label);
    const std::string_view printed = text.substr(label, at - label);
    if (HasJamo(printed)) {
      AppendComposed(printed, out.label);
    } else {
      out.label = printed;
    }
  }
  at = SkipSpaces(text, at);
  const char32_t closing = square ? U']' : U')';
  glyph = GlyphAt(text, at);
  const std::size_t behind_dash = SkipSpaces(text, at + glyph.size);
  if (IsDash(glyph.character) && GlyphAt(text, behind_dash).is(closing)) {
    out.kind = PartKind::kNone;
    out.amount.kind = AmountKind::kDash;
    if (!glyph.is(U'-') || glyph.size != 1) out.amount.irregular = text.substr(at, glyph.size);
    at = behind_dash;
  } else {
    AmountOptions inner = options;
    inner.parentheses_are_negative = false;
    if (!ReadAmount(text, at, Extent::kPrefix, inner, out.amount, at, refusal)) {
      if (refusal.code == Code::kSyntax && refusal.offset == at) refusal.wanted = Wanted::kPart;
      return false;
    }
    out.kind = !out.label.empty() ? PartKind::kStatedAfter
               : square           ? PartKind::kSquareBracketed
                                  : PartKind::kParenthesized;
    at = SkipSpaces(text, at);
  }
  glyph = GlyphAt(text, at);
  if (!glyph.is(closing)) return Refuse(refusal, Code::kSyntax, Wanted::kClosingBracket, at);
  end = at + glyph.size;
  return true;
}

}  // namespace internal

namespace {

using internal::Extent;
using internal::Glyph;
using internal::GlyphAt;
using internal::Refusal;

bool IsOpening(Glyph glyph) noexcept { return glyph.is(U'(') || glyph.is(U'['); }

// `(x-) `, the beginning of most cells of a program sheet, without the work of the general reader.
constexpr std::string_view kNoSubsidy = "(x-)";

void TakePart(AmountPart part, bool before, PairedAmount& out) {
  out.part_kind = part.kind == PartKind::kStatedAfter && before ? PartKind::kStated : part.kind;
  out.label = std::move(part.label);
  out.part = std::move(part.amount);
}

// @pre text is trimmed and not empty.
bool ReadPair(std::string_view text, const AmountOptions& options, PairedAmount& out,
              Refusal& refusal) {
  std::size_t at = 0;
  AmountPart part;
  if (IsOpening(GlyphAt(text, 0))) {
    Refusal part_refusal;
    const bool read = internal::ReadPart(text, 0, options, part, at, part_refusal);
    const bool sign = options.parentheses_are_negative && GlyphAt(text, 0).is(U'(') &&
                      (!read || (part.label.empty() && part.kind != PartKind::kNone));
    if (!sign) {
      refusal = part_refusal;
      if (!read) return false;
      TakePart(std::move(part), true, out);
      out.printed = text;
      if (internal::SkipSpaces(text, at) == text.size()) return true;
      return internal::ReadAmount(text, at, Extent::kWhole, options, out.total, at, refusal);
    }
  } else if (internal::ReadAmount(text, 0, Extent::kPrefix, options, out.total, at, refusal)) {
    if (at == text.size()) return true;
    at = internal::SkipSpaces(text, at);
    Refusal ignored;
    if (IsOpening(GlyphAt(text, at)) && internal::ReadPart(text, at, options, part, at, ignored)) {
      if (at != text.size()) {
        refusal = {Code::kSyntax, internal::Wanted::kEnd, at};
        return false;
      }
      TakePart(std::move(part), false, out);
      out.printed = text;
      return true;
    }
  }
  out.total = Amount();
  return internal::ReadAmount(text, 0, Extent::kWhole, options, out.total, at, refusal);
}

}  // namespace

std::string_view Name(PartKind kind) noexcept {
  switch (kind) {
    case PartKind::kNotStated:
      return "not_stated";
    case PartKind::kNone:
      return "none";
    case PartKind::kStated:
      return "stated";
    case PartKind::kStatedAfter:
      return "stated_after";
    case PartKind::kParenthesized:
      return "parenthesized";
    case PartKind::kSquareBracketed:
      return "square_bracketed";
  }
  return {};
}

bool operator==(const PairedAmount& a, const PairedAmount& b) noexcept {
  return a.part_kind == b.part_kind && a.label == b.label && a.part == b.part &&
         a.total == b.total && a.printed == b.printed;
}

Result<PairedAmount> ParsePairedAmount(std::string_view text, const AmountOptions& options) {
  Result<PairedAmount> result{PairedAmount()};
  Refusal refusal;
  if (!internal::ReadPairedAmount(text, options, *result, refusal))
    result = internal::MakeError(text, refusal, true);
  return result;
}

bool internal::ReadPairedAmount(std::string_view text, const AmountOptions& options,
                                PairedAmount& out, Refusal& refusal) {
  const std::string_view trimmed = Trim(text);
  if (trimmed.empty()) return true;
  if (internal::StartsWith(trimmed, kNoSubsidy)) {
    std::size_t at = kNoSubsidy.size();
    while (at != trimmed.size() && trimmed[at] == ' ') ++at;
    Refusal ignored;
    std::size_t end = 0;
    const std::string_view total = trimmed.substr(at);
    if (ReadCommon(total, Extent::kWhole, options, out.total, end) ||
        ReadAmount(total, 0, Extent::kWhole, options, out.total, end, ignored)) {
      out.part_kind = PartKind::kNone;
      out.label = "x";
      out.part.kind = AmountKind::kDash;
      out.printed = trimmed;
      return true;
    }
    out.total = Amount();
  }
  std::size_t end = 0;
  if (ReadCommon(trimmed, Extent::kWhole, options, out.total, end)) return true;
  if (ReadPair(trimmed, options, out, refusal)) return true;
  refusal.offset += static_cast<std::size_t>(trimmed.data() - text.data());
  return false;
}

Result<AmountPart> ParsePartPrefix(std::string_view text, const AmountOptions& options,
                                   std::size_t* consumed) {
  Result<AmountPart> result{AmountPart()};
  std::size_t end = 0;
  Refusal refusal;
  if (internal::ReadPart(text, 0, options, *result, end, refusal)) {
    *consumed = end;
  } else {
    result = internal::MakeError(text, refusal, false);
  }
  return result;
}

std::string FormatPairedAmount(const PairedAmount& pair) {
  return pair.printed.empty() ? FormatAmount(pair.total) : pair.printed;
}

}  // namespace yesan
