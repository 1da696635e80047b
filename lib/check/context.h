// What the rules of one check share: the sheet, its views, and where findings go.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/check/figures.h"
#include "lib/check/identities.h"
#include "lib/check/wording.h"
#include "yesan/check/check.h"
#include "yesan/sheet/views.h"

namespace yesan::internal {

// A rounded figure and the modes that explain it.
struct RoundedFigure {
  Place place;
  std::string printed;
  std::string subject;
  RoundingSet modes;
};

struct Context {
  explicit Context(const Sheet& sheet_in);

  const Sheet& sheet;
  BasicsView basics;
  FundingView funding;
  OverviewView overview;
  CostBasisView basis;
  ScheduleView schedule;
  SettlementView settlement;
  std::vector<ResultsYear> results;

  // The year of the sheet, 0 when it names none.
  std::int32_t fiscal_year = 0;
  // The minus mark that the document uses.
  SignMark minus = SignMark::kDelta;
  // Of a table that states no unit: the one in which its year is that of the other tables; kNone where none fits.
  Unit likely_overview_unit = Unit::kNone;
  Unit likely_schedule_unit = Unit::kNone;
  std::vector<RoundedFigure> rounded;
  Identities identities;
  CheckReport report;
  std::map<std::string_view, int> evaluated;  // by rule
  // Findings about two parts of the sheet that stand in the other one than their rule is about.
  std::vector<std::pair<std::string_view, Place>> at_other_side;
  const Rule* covering = nullptr;  // the rule that AddTo found last

  // Adds a finding; its severity is the rule's.
  void Report(std::string_view rule, Place place, std::string subject, std::string printed,
              std::string expected, std::string difference, Message message);
  // Adds a figure to one of the lists of the report: `coverage` or `rough`.
  void AddTo(std::vector<Coverage>& list, std::string_view rule, const Place& place);
  // Says that a figure takes part in an identity that was evaluated.
  void Cover(std::string_view rule, Place place);
  void Cover(std::string_view rule, const std::vector<Quantity>& quantities);
  // Counts an evaluation of a rule whose failures might be those of the reading.
  void Evaluated(std::string_view rule) { ++evaluated[rule]; }
  // Adds a rounded figure, for the modes of the whole document.
  void Rounded(const Figure& figure, std::string subject, RoundingSet modes);

  [[nodiscard]] std::string Ko(const Quantity& place, Money value) const {
    return Say(place, value, minus, Language::kKorean);
  }
  [[nodiscard]] std::string En(const Quantity& place, Money value) const {
    return Say(place, value, minus, Language::kEnglish);
  }
  [[nodiscard]] std::string At(const Quantity& place, Money value) const {
    return PrintAt(place, value, minus);
  }
};

// Gives a finding another subject, in both languages.
void SetSubject(Finding& finding, std::string subject);
// `결산 2017 · 집행잔액`: the parts that are not empty.
std::string Subject(std::initializer_list<std::string_view> parts);
// Whether a source has the total itself for its amount: `3,482,720천원(시비)` is one printed figure.
bool IsTotalItself(const FundingView& view, const FundingEntry& entry);

// The amounts by source that are in the budget; nothing when one of them cannot be read.
std::optional<std::vector<Quantity>> SourcesOf(const FundingView& view);
// The heading of a column of a role as printed, or `otherwise`.
std::string HeadingOf(const Table* table, ColumnRole role, std::string_view otherwise);

// Reports a period that ends before it begins.
void CheckBackwards(Context& context, const Period& period, const Place& place,
                    std::string_view text, std::string subject);

// Reports a day or month that the calendar has not.
void ReportNoSuchDay(Context& context, const Place& place, std::string subject,
                     std::string_view text);

// A period whose printed length is not that of its ends.
void CheckLength(Context& context, const Period& period, const Text& text,
                 std::initializer_list<std::string_view> subject);

// One topic each. All only speak when every figure that they need can be read.
void CheckFundingOf(Context& context);
void CheckFundingRows(Context& context);
void CheckOverviewOf(Context& context);
void CheckBasisOf(Context& context);
void CheckScheduleOf(Context& context);
void CheckPlansOf(Context& context);
void CheckContractsOf(Context& context);
void CheckHistoryOf(Context& context);
void CheckSettlementOf(Context& context);
void CheckResultsOf(Context& context);
void CheckTotalsOf(Context& context);
void CheckItemsOf(Context& context);
void CheckYearsOf(Context& context);
void CheckNotationOf(Context& context);
void CheckPresenceOf(Context& context);
void CheckSizesOf(Context& context);
void CheckRoundingsOf(Context& context);
// Says once that the end or the columns are lost, or that it is another document: see damage.cc.
void AmendDamageOf(Context& context);
// Takes back what a misread table makes: see doubt.cc.
void DoubtTheReadingOf(Context& context);

}  // namespace yesan::internal
