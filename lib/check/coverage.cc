#include "lib/check/coverage.h"

#include <algorithm>

#include "lib/base/byte_set.h"

namespace yesan::internal {
namespace {

// As Compare has it: below 백만원 a table must add up to the last digit.
constexpr std::int64_t kCoarseWon = 1'000'000;

struct Bracket {
  std::size_t begin = 0;
  std::size_t end = 0;  // behind the closing one
};

// The first bracket of a cell, ASCII or full-width.
Bracket FindBracket(std::string_view cell) {
  static constexpr ByteSet kOpening("([\xEF");
  if (!kOpening.IsIn(cell)) return {};
  static constexpr std::string_view kOpen[] = {"(", "[", "（", "［"};
  static constexpr std::string_view kClose[] = {")", "]", "）", "］"};
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t begin = cell.find(kOpen[i]);
    if (begin == std::string_view::npos) continue;
    const std::size_t end = cell.find(kClose[i], begin);
    if (end == std::string_view::npos) continue;
    return {begin, end + kClose[i].size()};
  }
  return {};
}

}  // namespace

std::int64_t Tolerance(const std::vector<Quantity>& all) {
  if (all.empty()) return 0;
  std::int64_t coarsest = 0;
  std::int64_t finest = all.front().last_place();
  bool money = true;
  for (const Quantity& quantity : all) {
    coarsest = std::max(coarsest, quantity.last_place());
    finest = std::min(finest, quantity.last_place());
    money = money && IsMoney(quantity.unit);
  }
  if (!money) return 0;
  if (coarsest != finest) return coarsest - 1;
  if (coarsest < kCoarseWon) return 0;
  return static_cast<std::int64_t>((all.size() - 1) / 2) * coarsest;
}

Place PlaceOfFigure(const Context& context, const Quantity& figure, FigureSide side) {
  const Bracket bracket = FindBracket(figure.printed);
  if (bracket.end == 0 || !figure.place.known()) return figure.place;
  const Text cell{figure.printed, figure.place};
  if (side == FigureSide::kPart) {
    return context.sheet.PlaceOf(cell, bracket.begin, bracket.end - bracket.begin);
  }
  if (bracket.begin == 0) {
    return context.sheet.PlaceOf(cell, bracket.end, figure.printed.size() - bracket.end);
  }
  return context.sheet.PlaceOf(cell, 0, bracket.begin);
}

void CoverExactly(Context& context, std::string_view rule, const Quantity& figure,
                  FigureSide side) {
  context.AddTo(context.report.coverage, rule, PlaceOfFigure(context, figure, side));
}

void CoverRoughly(Context& context, std::string_view rule, const Quantity& figure,
                  FigureSide side) {
  context.AddTo(context.report.rough, rule, PlaceOfFigure(context, figure, side));
}

void CoverRoughly(Context& context, std::string_view rule, const Place& place) {
  context.AddTo(context.report.rough, rule, place);
}

void CoverSum(Context& context, std::string_view rule, const SumFit& fit,
              const std::vector<Quantity>& all, FigureSide side, std::size_t subtracted) {
  const std::int64_t tolerance = Tolerance(all);
  if (fit.fit == Fit::kExact || fit.fit == Fit::kOff) {
    context.identities.Keep(rule, fit.fit == Fit::kExact, all, side, subtracted);
  }
  for (const Quantity& figure : all) {
    if (fit.fit == Fit::kExact && figure.last_place() > tolerance) {
      CoverExactly(context, rule, figure, side);
    } else {
      CoverRoughly(context, rule, figure, side);
    }
  }
}

std::vector<Quantity> WithParts(const Quantity& total, const std::vector<Quantity>& parts) {
  std::vector<Quantity> all;
  all.reserve(parts.size() + 1);
  all.push_back(total);
  all.insert(all.end(), parts.begin(), parts.end());
  return all;
}

}  // namespace yesan::internal
