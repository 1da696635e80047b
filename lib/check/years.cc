// The year of the sheet, as its headings name it.
#include <algorithm>
#include <string>
#include <vector>

#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "lib/sheet/headings.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

struct YearClaim {
  std::int32_t year = 0;
  Text heading;
  std::string ko;
  std::string en;
};

const Text* HeadingOfYear(const Table& table, ColumnRole role) {
  const std::int32_t column = Sheet::ColumnOf(table, role);
  return column < 0 ? nullptr : &table.columns[static_cast<std::size_t>(column)].heading;
}

// `2201년도`, `3021년`: a number before 년 that is no year of a budget.
std::int32_t ImpossibleYear(std::string_view text) {
  for (std::size_t at = text.find("년"); at != std::string_view::npos;
       at = text.find("년", at + 1)) {
    if (at < 4) continue;
    std::int32_t number = 0;
    bool digits = true;
    for (std::size_t i = at - 4; i < at; ++i) {
      digits = digits && text[i] >= '0' && text[i] <= '9';
      number = number * 10 + (text[i] - '0');
    }
    if (digits && (number < 1948 || number > 2100)) return number;
  }
  return 0;
}

// `재계약(2018.08.23~2201.08.22)`: such a year in a day or beside a range sign.
std::int32_t ImpossibleYearOfADay(std::string_view text) {
  const auto digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  // Behind `at`, a point and one or two digits; 0 where there are none.
  const auto part = [&](std::size_t at) -> std::size_t {
    if (at >= text.size() || text[at] != '.' || !digit(at + 1)) return 0;
    const std::size_t end = digit(at + 2) ? at + 3 : at + 2;
    return digit(end) ? 0 : end;
  };
  for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
    if (at < 4 || (at > 4 && (digit(at - 5) || text[at - 5] == '.' || text[at - 5] == ',')))
      continue;
    std::int32_t number = 0;
    bool digits = true;
    for (std::size_t i = at - 4; i < at; ++i) {
      digits = digits && digit(i);
      number = number * 10 + (text[i] - '0');
    }
    const std::size_t month = digits ? part(at) : 0;
    if (month == 0 || (number >= 1800 && number <= 2100)) continue;
    const std::string_view before = Trim(text.substr(0, at - 4)), behind = Trim(text.substr(month));
    const bool ranged = behind.substr(0, 1) == "~" || (!before.empty() && before.back() == '~');
    if (ranged || part(month) != 0) return number;
  }
  return 0;
}

// Headings, and lines short enough to be one, that name such a year; days anywhere.
void CheckImpossibleYears(Context& context) {
  constexpr std::size_t kHeadingBytesMax = 80;
  const auto check = [&](const Text& text) {
    std::int32_t year = text.text.size() > kHeadingBytesMax ? 0 : ImpossibleYear(text.text);
    if (year == 0) year = ImpossibleYearOfADay(text.text);
    if (year == 0) return;
    std::string number = std::to_string(year);
    number.insert(0, 4 - std::min<std::size_t>(4, number.size()), '0');
    const std::string line = Excerpt(text.text);
    context.Report(
        "years.impossible", text.place, line, number, "", "",
        {Quoted(line, Language::kKorean) + "의 " + number + "년은 예산에 나올 수 없는 해입니다.",
         number + " in " + Quoted(line, Language::kEnglish) + " is no year of a budget."});
  };
  for (const Section& section : context.sheet.sections) {
    check(section.heading);
    for (const Block& block : section.blocks) {
      if (!block.table) {
        check(block.line);
        continue;
      }
      for (const Column& column : block.table->columns) check(column.heading);
    }
  }
  // A line was looked at above.
  for (const ScheduleStep& step : context.schedule.steps) check(step.period_text);
  const Text& period = context.basics.period_text;
  const bool in_line = std::any_of(
      context.report.findings.begin(), context.report.findings.end(), [&](const Finding& finding) {
        return finding.rule == "years.impossible" && finding.place.line == period.place.line;
      });
  if (!in_line) check(period);
}

// `2024년도 본예산 사업별 설명서` above everything else, where it names one year.
const Text* TitleWithYear(const Sheet& sheet) {
  const auto is_title = [](const Text& text) {
    if (text.text.size() > 120 || YearIn(text.text) == 0) return false;
    const std::string name = FoldName(text.text);
    if (name.find("설명서") == std::string::npos && name.find("설명자료") == std::string::npos)
      return false;
    const std::string year = std::to_string(YearIn(text.text));
    const std::size_t at = text.text.find(year);
    return at != std::string_view::npos && YearIn(text.text.substr(at + year.size())) == 0;
  };
  for (const Section& section : sheet.sections) {
    if (section.kind != SectionKind::kUnknown && section.kind != SectionKind::kGroup) break;
    if (is_title(section.heading)) return &section.heading;
    for (const Block& block : section.blocks) {
      if (!block.table && is_title(block.line)) return &block.line;
    }
  }
  return nullptr;
}

}  // namespace

void CheckYearsOf(Context& context) {
  CheckImpossibleYears(context);
  const OverviewView& overview = context.overview;
  std::vector<YearClaim> claims;
  if (overview.table != nullptr && overview.current_year != 0) {
    const Text* heading = HeadingOfYear(*overview.table, ColumnRole::kCurrent);
    if (heading != nullptr) {
      claims.push_back({overview.current_year, *heading, "예산 총괄", "the overview"});
    }
  }
  if (const Text* title = TitleWithYear(context.sheet)) {
    claims.push_back({YearIn(title->text), *title, "문서", "the document"});
  }
  for (const Section& section : context.sheet.sections) {
    if (section.kind == SectionKind::kSchedule && section.year != 0) {
      claims.push_back({section.year, section.heading, "추진일정", "the schedule"});
    }
    if (section.kind != SectionKind::kCostBasis) continue;
    for (const Block& block : section.blocks) {
      if (!block.table) continue;
      for (const Column& column : block.table->columns) {
        if (column.year == 0) continue;
        claims.push_back({column.year, column.heading, "산출근거", "the cost basis"});
        break;
      }
    }
  }
  if (overview.table != nullptr && overview.prior_year != 0 && overview.current_year != 0) {
    const Text* prior = HeadingOfYear(*overview.table, ColumnRole::kPrior);
    const Text* current = HeadingOfYear(*overview.table, ColumnRole::kCurrent);
    if (prior != nullptr && current != nullptr) {
      CoverRoughly(context, "years.overview", prior->place);
      CoverRoughly(context, "years.overview", current->place);
      const std::int32_t step = overview.current_year - overview.prior_year;
      // A supplementary budget sets two amounts of one year side by side.
      bool same_year = false;
      for (std::string_view word : {"기정", "경정", "추경", "당초", "최종"}) {
        same_year = same_year || prior->text.find(word) != std::string_view::npos ||
                    current->text.find(word) != std::string_view::npos;
      }
      if (step != 1 && !(step == 0 && same_year)) {
        const std::string expected = std::to_string(overview.current_year - 1);
        context.Report(
            "years.overview", prior->place, Subject({"예산 총괄", prior->text}),
            std::string(prior->text), expected, "",
            {"예산 총괄이 " + std::to_string(overview.prior_year) + "년과 " +
                 std::to_string(overview.current_year) + "년을 비교하고 있습니다. 전년도는 " +
                 expected + "년입니다.",
             "The overview compares " + std::to_string(overview.prior_year) + " with " +
                 std::to_string(overview.current_year) + "; the year before is " + expected + "."});
      }
    }
  }
  if (claims.size() < 2) return;
  for (const YearClaim& claim : claims) CoverRoughly(context, "years.agree", claim.heading.place);
  std::size_t best = 0;
  std::size_t best_votes = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    // Where two years are named equally often, the one that the reader took decides.
    std::size_t votes = context.sheet.fiscal_year == claims[i].year ? 1 : 0;
    for (const YearClaim& other : claims) votes += other.year == claims[i].year ? 2U : 0U;
    if (votes > best_votes) {
      best = i;
      best_votes = votes;
    }
  }
  for (const YearClaim& claim : claims) {
    if (claim.year == claims[best].year) continue;
    const std::string printed = std::to_string(claim.year);
    const std::string expected = std::to_string(claims[best].year);
    context.Report("years.agree", claim.heading.place, Subject({claim.ko, claim.heading.text}),
                   std::string(claim.heading.text), expected, "",
                   {claim.ko + "의 제목에는 " + printed + "년, " + claims[best].ko +
                        "의 제목에는 " + expected + "년으로 적혀 있습니다.",
                    "The heading of " + claim.en + " names " + printed + ", that of " +
                        claims[best].en + " names " + expected + "."});
  }
}

}  // namespace yesan::internal
