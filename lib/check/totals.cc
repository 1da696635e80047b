// One amount of the year, printed four times: 총괄, 재원, 산출근거, 추진일정.
#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "lib/check/basis_amounts.h"
#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "lib/check/damage.h"
#include "lib/check/lost_cells.h"
#include "lib/check/tables.h"
#include "lib/check/unit_slip.h"
#include "yesan/base/text.h"
#include "yesan/budget/funding.h"
#include "yesan/budget/schedule.h"

namespace yesan::internal {
namespace {

// What one part of the sheet says that the year costs.
struct Claim {
  std::string_view rule;
  std::string ko;
  std::string en;
  Quantity quantity;
  bool computed = false;        // no total is printed: the sum of its parts
  std::vector<Quantity> parts;  // of a computed one
};

// The one row of totals, or the only row; nothing when several could be meant.
template <class Rows, class IsTotalRow>
const typename Rows::value_type* TotalRow(const Rows& rows, IsTotalRow is_total, bool* single) {
  const typename Rows::value_type* total = nullptr;
  std::size_t plain = 0;
  for (const auto& row : rows) {
    if (!is_total(row)) {
      ++plain;
      continue;
    }
    if (total != nullptr) {
      // 총계 among 소계: the first that is no subtotal.
      if (IsSubtotal(row.label.text)) continue;
      if (!IsSubtotal(total->label.text)) return nullptr;
    }
    total = &row;
  }
  *single = total == nullptr && plain == 1;
  if (*single) return &rows.front();
  return total;
}

// Figures of a row that lost a cell stand under wrong headings.
bool LostCellsOf(const Context& context, const OverviewRow& row) {
  return context.overview.table != nullptr && row.row != nullptr &&
         context.sheet.format != SheetFormat::kLayout &&
         LostCells(*context.overview.table).In(*row.row);
}

std::optional<Claim> OverviewClaim(const Context& context) {
  bool single = false;
  const OverviewRow* row = TotalRow(
      context.overview.rows, [](const OverviewRow& r) { return r.total; }, &single);
  if (row == nullptr || LostCellsOf(context, *row)) return std::nullopt;
  const auto quantity = TotalOf(row->current);
  if (!quantity) return std::nullopt;
  return Claim{"overview.total", "예산 총괄의 올해 예산액", "the overview", *quantity, false, {}};
}

// Sources without a total: their sum.
std::optional<Claim> SourcesClaim(const Context& context) {
  const auto sources = SourcesOf(context.funding);
  if (!sources || sources->empty()) return std::nullopt;
  Quantity sum = sources->front();
  sum.value = Money();
  for (const Quantity& part : *sources) {
    const auto next = Add(sum.value, part.value);
    if (!next) return std::nullopt;
    sum.value = *next;
  }
  return Claim{"funding.total", "재원별 금액의 합계", "the sources of money", sum, true, *sources};
}

std::optional<Claim> FundingClaim(const Context& context) {
  const auto quantity = TotalOf(context.funding.total);
  if (!quantity) return SourcesClaim(context);
  // The cost of all years (총사업비) and last year's amount are other facts.
  if (FoldName(context.funding.label.text).find("총사업비") != std::string::npos)
    return std::nullopt;
  for (const OverviewRow& row : context.overview.rows) {
    const auto prior = TotalOf(row.prior, Nothing::kDashIsZero);
    const auto current = TotalOf(row.current, Nothing::kDashIsZero);
    if (!row.total || !prior || !current || prior->value == current->value) continue;
    if (prior->value == quantity->value) return std::nullopt;
  }
  return Claim{"funding.total", "사업비", "the funding", *quantity, false, {}};
}

std::optional<Claim> BasisClaim(const Context& context) {
  const CostBasis& tree = context.basis.tree;
  const auto total = BasisTotal(context.basis);
  if (!total) return std::nullopt;
  for (BasisNodeId id : tree.roots()) {
    if (LacksAnAmount(context.basis, id)) return std::nullopt;
  }
  Claim claim{"basis.total", "산출근거의 합계", "the cost basis", {}, true, {}};
  for (BasisNodeId id : tree.roots()) {
    const auto quantity = BasisQuantityOf(context.basis, id);
    if (!quantity) continue;
    if (IsTotal(BasisNameOf(context.basis, id))) {
      if (IsSubtotal(BasisNameOf(context.basis, id))) continue;
      claim.quantity = *quantity;
      claim.computed = false;
      continue;
    }
    claim.parts.push_back(*quantity);
  }
  if (claim.parts.empty()) return std::nullopt;
  if (claim.computed) {
    claim.quantity = claim.parts.front();
    claim.quantity.value = *total;
  }
  // A supplementary budget may state changes only (추경): then the basis says nothing of the year.
  for (const OverviewRow& row : context.overview.rows) {
    const auto change = TotalOf(row.change, Nothing::kDashIsZero);
    const auto current = TotalOf(row.current, Nothing::kDashIsZero);
    if (!row.total || !change || !current || change->value == current->value) continue;
    if (change->value == claim.quantity.value) return std::nullopt;
  }
  // Of 경정 and 기정 on one line the year's amount is the 경정.
  if (const auto revised = tree.RevisedTotal(); revised && claim.computed) {
    claim.quantity.value = *revised;
    claim.parts.clear();
  }
  return claim;
}

std::optional<Claim> ScheduleClaim(const Context& context) {
  if (context.schedule.table != nullptr && context.sheet.format != SheetFormat::kLayout) {
    const LostCells lost(*context.schedule.table);
    for (const ScheduleStep& step : context.schedule.steps) {
      if (step.row != nullptr && lost.In(*step.row)) return std::nullopt;
    }
  }
  Claim claim{"schedule.total", "추진일정의 집행금액 합계", "the schedule", {}, true, {}};
  Money sum;
  bool several = false;
  for (const ScheduleStep& step : context.schedule.steps) {
    const auto quantity = TotalOf(step.amount, Nothing::kDashIsZero);
    if (step.total) {
      if (!quantity || IsSubtotal(step.name.text)) continue;
      several = several || !claim.computed;
      claim.quantity = *quantity;
      claim.computed = false;
      continue;
    }
    if (!quantity) continue;
    auto next = Add(sum, quantity->value);
    if (!next) return std::nullopt;
    sum = *next;
    claim.parts.push_back(*quantity);
  }
  if (several) return std::nullopt;
  if (claim.computed) {
    // Steps without a total need not be all of the money, unless every one of them states an amount.
    std::size_t plain = 0;
    for (const ScheduleStep& step : context.schedule.steps) plain += step.total ? 0 : 1;
    if (claim.parts.empty() || claim.parts.size() != plain) return std::nullopt;
    claim.quantity = claim.parts.front();
    claim.quantity.value = sum;
  }
  return claim;
}

bool Agree(const Claim& a, const Claim& b) {
  const SumFit fit = Compare(a.quantity, {b.quantity});
  return fit.fit == Fit::kExact || fit.fit == Fit::kRounded;
}

// A claim is proved by another one that is the same amount to the last digit of this one.
void CoverClaim(Context& context, const Claim& claim, const std::vector<Claim>& claims) {
  const auto proved = [&](const Quantity& figure) {
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& other) {
      return &other != &claim && other.quantity.value == claim.quantity.value &&
             figure.last_place() > Tolerance({claim.quantity, other.quantity});
    });
  };
  const auto cover = [&](const Quantity& figure) {
    if (proved(figure)) {
      CoverExactly(context, claim.rule, figure);
    } else {
      CoverRoughly(context, claim.rule, figure);
    }
  };
  if (!claim.computed) {
    cover(claim.quantity);
    return;
  }
  for (const Quantity& part : claim.parts) cover(part);
}

// Two claims are one amount: an identity, the computed ones with their parts.
void KeepAgreement(Context& context, const Claim& claim, const Claim& other) {
  const bool exact = claim.quantity.value == other.quantity.value;
  if ((!exact && Agree(claim, other)) || (claim.computed && other.computed)) return;
  const Claim& total = claim.computed ? other : claim;
  const Claim& parts = claim.computed ? claim : other;
  const std::vector<Quantity> all = parts.computed
                                        ? WithParts(total.quantity, parts.parts)
                                        : std::vector<Quantity>{total.quantity, parts.quantity};
  context.identities.Keep(claim.rule, exact, all, FigureSide::kTotal, 0);
}

std::optional<Claim> InUnit(const Claim& bare, Unit unit) {
  Claim claim = bare;
  const auto quantity = InUnit(bare.quantity, unit);
  if (!quantity) return std::nullopt;
  claim.quantity = *quantity;
  for (Quantity& part : claim.parts) {
    const auto converted = InUnit(part, unit);
    if (!converted) return std::nullopt;
    part = *converted;
  }
  return claim;
}

// Claims of tables without a unit, in the unit of the document: the one in which the claim agrees with another, first that
// of the other tables; where it agrees in none, in theirs.
void GiveUnits(Context& context, std::vector<Claim>& claims) {
  const auto is_money = [](const Claim& claim) { return IsMoney(claim.quantity.unit); };
  std::vector<Claim> money;
  std::copy_if(claims.begin(), claims.end(), std::back_inserter(money), is_money);
  if (money.empty() || money.size() == claims.size()) return;
  Unit of_document = money.front().quantity.unit;
  for (const Claim& claim : money) {
    if (!claim.quantity.unit_written) of_document = claim.quantity.unit;
  }
  for (Claim& claim : claims) {
    if (is_money(claim)) continue;
    for (const Unit unit : {of_document, Unit::kWon, Unit::kThousandWon, Unit::kMillionWon}) {
      const auto read = InUnit(claim, unit);
      const bool agrees = read && std::any_of(money.begin(), money.end(), [&](const Claim& other) {
                            return Agree(*read, other);
                          });
      if (!agrees) continue;
      if (claim.rule == "overview.total") context.likely_overview_unit = unit;
      if (claim.rule == "schedule.total") context.likely_schedule_unit = unit;
      claim = *read;
      break;
    }
    if (is_money(claim)) continue;
    if (const auto read = InUnit(claim, of_document)) claim = *read;
  }
  // What still has no unit is compared with nothing.
  claims.erase(std::remove_if(claims.begin(), claims.end(), std::not_fn(is_money)), claims.end());
}

void CheckYearAmount(Context& context) {
  std::vector<Claim> claims;
  for (auto claim : {OverviewClaim(context), FundingClaim(context), BasisClaim(context),
                     ScheduleClaim(context)}) {
    if (claim) claims.push_back(std::move(*claim));
  }
  GiveUnits(context, claims);
  if (claims.size() < 2) return;
  // A sum that is only off because its formula is: the formula has its finding.
  const auto as_computed = BasisTotal(context.basis, RefutedLines(context.basis.tree));
  for (const Claim& claim : claims) CoverClaim(context, claim, claims);
  for (const Claim& claim : claims) {
    for (const Claim& other : claims) {
      if (&claim < &other) KeepAgreement(context, claim, other);
    }
  }
  // What most parts of the sheet say; where they are equally many, the first of them, which is the overview.
  const auto votes_of = [&](const Claim& claim) {
    return std::count_if(claims.begin(), claims.end(),
                         [&](const Claim& other) { return Agree(claim, other); });
  };
  std::size_t best = 0;
  for (std::size_t i = 1; i < claims.size(); ++i) {
    if (votes_of(claims[i]) > votes_of(claims[best])) best = i;
  }
  const Claim& right = claims[best];
  for (const Claim& claim : claims) {
    if (Agree(right, claim)) continue;
    if (claim.rule == "basis.total" && claim.computed && as_computed &&
        *as_computed == right.quantity.value) {
      continue;
    }
    // One total against one sum: the total is what is printed. One that others bear out is not to blame: then the finding
    // stands where the sum begins, of which nothing is printed.
    const bool blames_total = claim.computed && votes_of(right) <= votes_of(claim);
    const Quantity& place = blames_total ? right.quantity : claim.quantity;
    if (DiffersByUnit(claim.quantity.value, right.quantity.value)) {
      if (blames_total) {
        ReportUnitSlip(context, right.quantity, right.ko, right.en, claim.quantity, claim.ko,
                       claim.en);
      } else {
        ReportUnitSlip(context, claim.quantity, claim.ko, claim.en, right.quantity, right.ko,
                       right.en);
      }
      continue;
    }
    const auto difference = Subtract(claim.quantity.value, right.quantity.value);
    std::vector<std::string> others;
    for (const Claim& other : claims) {
      if (&other != &claim && Agree(right, other)) others.push_back(other.ko);
    }
    const std::string gap_ko = difference ? context.Ko(place, *difference) : std::string();
    Message lack;
    const auto short_of = Subtract(right.quantity.value, claim.quantity.value);
    if (claim.computed && short_of) lack = MayLackRows(right.quantity, claim.parts, *short_of);
    const std::string gap_en = difference ? context.En(place, *difference) : std::string();
    // The finding is about what stands at its place: printed less expected.
    const auto off = blames_total ? Subtract(right.quantity.value, claim.quantity.value)
                                  : Subtract(claim.quantity.value, right.quantity.value);
    const std::string gap = off ? context.At(place, *off) : std::string();
    if (blames_total) context.at_other_side.emplace_back(claim.rule, place.place);
    context.Report(
        claim.rule, place.place, Subject({claim.ko}),
        claim.computed && !blames_total ? std::string() : std::string(place.printed),
        context.At(place, blames_total ? claim.quantity.value : right.quantity.value), gap,
        {With(claim.ko, Particle::kTopic) + " " + context.Ko(claim.quantity, claim.quantity.value) +
             "인데, " + With(Join(others, ", "), Particle::kTopic) + " " +
             context.Ko(right.quantity, right.quantity.value) + "입니다. 차이는 " + gap_ko +
             "입니다." + lack.ko,
         "The amount of the year is " + context.En(claim.quantity, claim.quantity.value) + " in " +
             claim.en + ", but " + context.En(right.quantity, right.quantity.value) + " in " +
             right.en + "; the difference is " + gap_en + "." + lack.en});
  }
}

// The national subsidies among the sources are the (x …) part of the amount of the year.
void CheckNationalPart(Context& context) {
  bool single = false;
  const OverviewRow* row = TotalRow(
      context.overview.rows, [](const OverviewRow& r) { return r.total; }, &single);
  if (row == nullptr || LostCellsOf(context, *row)) return;
  const auto part = PartOf(row->current);
  if (!part) return;
  std::optional<Quantity> national;  // 국비 alone
  Money all;                         // with 균특 and 기금, which the state pays too
  bool stated = false;               // sources without any amount say nothing of the state's
  for (const FundingEntry& entry : context.funding.entries) {
    if (entry.outside) continue;
    stated = stated || entry.amount.state == FigureState::kValue;
    const auto source = FindFundingSource(entry.label.text, GovernmentKind::kUnknown);
    if (!source) continue;
    const bool state = *source == FundingSource::kNationalSubsidy ||
                       *source == FundingSource::kBalancedDevelopmentSubsidy ||
                       *source == FundingSource::kFundSubsidy;
    if (!state) continue;
    const auto amount = TotalOf(entry.amount, Nothing::kDashOrBlankIsZero);
    if (!amount) return;
    auto next = Add(all, amount->value);
    if (!next) return;
    all = *next;
    if (*source == FundingSource::kNationalSubsidy) national = *amount;
  }
  if (!national || !stated || !Comparable(*national, *part)) return;
  if (part->value == national->value || part->value == all) return;
  if (DiffersByUnit(part->value, all)) return;  // a slip of the unit has its own question
  Quantity sum = *national;
  sum.value = all;
  if (Compare(*part, {sum}).fit != Fit::kOff) return;
  context.Report(
      "subsidy.national", part->place, Subject({"예산 총괄", row->label.text, "국비"}),
      std::string(part->printed), context.At(*part, all), "",
      {"예산 총괄에는 올해 예산액 가운데 국비 등 내역이 " + context.Ko(*part, part->value) +
           "인데, 사업비의 국비는 " + context.Ko(*part, all) + "입니다. 확인이 필요합니다.",
       "The subsidy part of the year's amount is " + context.En(*part, part->value) +
           " in the overview, but the national subsidies of the funding are " +
           context.En(*part, all) + "."});
}

}  // namespace

void CheckTotalsOf(Context& context) {
  CheckYearAmount(context);
  CheckNationalPart(context);
}

}  // namespace yesan::internal
