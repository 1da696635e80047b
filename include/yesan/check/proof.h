/// @file
/// Every amount that a document holds, and how far a check proved it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "yesan/base/place.h"
#include "yesan/check/check.h"
#include "yesan/sheet/sheet.h"

namespace yesan {

/// How far a figure is proved.
enum class Proof : std::int32_t {
  kNone = 0,  ///< No rule looks at it.
  kRough =
      1,  ///< A rule looks at it and lets small misprints or an exchange pass (`CheckReport::rough`).
  kProved =
      2,  ///< Any one digit misprinted would be found, and an exchange with another (`CheckReport::coverage`).
};

/// A figure of a document.
struct FigureProof {
  Place place;  ///< The digits alone, without sign, brackets and unit.
  SectionKind section = SectionKind::kUnknown;  ///< Where it stands.
  std::string_view
      printed;  ///< The digits as printed, commas included; lives as long as the sheet.
  Proof proof = Proof::kNone;
  std::uint32_t rules = 0;  ///< Different rules that prove it; of a rough one, that look at it.
};

/// Every amount-like figure of the document, in its order, with how far `report` (of Check on this sheet) proves it.
///
/// Counted is each number
/// - that fills a cell of any table, known to the rules or not, alone or with a subsidy part (two figures then): amounts and
///   rates; but not in a column of labels, years, periods, persons or telephone numbers;
/// - that is printed with a unit of money (`1,667,294천원`, `3억 5,100만원` is two), has commas and no other unit, or is the
///   result behind `=`, wherever it stands: in a formula, a fact or a line of prose.
///
/// Not counted are dates, years, articles of law and counts (`10회`, `23,140명`). So the share of figures with
/// Proof::kProved is the share of what a misprint could spoil that a misprint cannot spoil unseen.
///
/// Time grows linearly with the document, beside sorting.
[[nodiscard]] std::vector<FigureProof> ProveFigures(const Sheet& sheet, const CheckReport& report);

}  // namespace yesan
