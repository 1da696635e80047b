// Totals of a column, proved and worded.
#include <optional>
#include <string>

#include "lib/check/coverage.h"
#include "lib/check/damage.h"
#include "lib/check/tables.h"
#include "lib/check/wording.h"

namespace yesan::internal {

void ReportRounded(Context& context, const Quantity& total, const SumFit& fit,
                   std::string_view section, std::string_view subject) {
  const std::string printed_ko = context.Ko(total, total.value);
  const std::string sum_ko = context.Ko(total, fit.sum);
  context.Report(
      "rounding.table", total.place, Subject({section, subject}), std::string(total.printed),
      context.At(total, fit.sum), context.At(total, fit.difference),
      {std::string(subject) + "의 " + With(printed_ko, Particle::kTopic) + " 각 항목의 합 " +
           With(sum_ko, Particle::kAnd) + " " +
           context.Ko(total, Abs(fit.difference).ok() ? *Abs(fit.difference) : fit.difference) +
           " 다르지만, 단위 미만을 반올림하여 표시한 데서 생길 수 있는 차이입니다.",
       std::string(subject) + ": " + context.En(total, total.value) +
           " differs from the sum of its parts, " + context.En(total, fit.sum) +
           ", by no more than rounding to the unit of the table explains."});
}

namespace {

// A row by its label; one that has none by its line.
std::string NameOf(const TableRow& row, Language language) {
  if (!row.label.empty()) return Quoted(Excerpt(row.label.text), language);
  const Place& place =
      row.figure->printed.place.known() ? row.figure->printed.place : row.label.place;
  const std::string line = std::to_string(place.line);
  return language == Language::kKorean ? "이름이 없는 행(" + line + "번째 줄)"
                                       : "the row without a name (line " + line + ")";
}

}  // namespace

void CheckColumnTotals(Context& context, const std::vector<TableRow>& rows,
                       const TotalWording& wording) {
  for (bool subsidy : {false, true}) {
    const TotalsProof proved = ProveTotals(rows, subsidy);
    for (const TotalProof& proof : proved.totals) {
      const Figure& figure = *rows[proof.total].figure;
      const std::optional<Quantity> total =
          subsidy ? PartOf(figure) : TotalOf(figure, Nothing::kDashIsZero);
      if (!total) continue;
      const FigureSide side = subsidy ? FigureSide::kPart : FigureSide::kTotal;
      const auto cover = [&](std::size_t row) {
        const auto figure_of_row =
            subsidy ? PartOf(*rows[row].figure) : TotalOf(*rows[row].figure, Nothing::kDashIsZero);
        if (!figure_of_row) return;
        if (proved.proved[row]) {
          CoverExactly(context, wording.rule, *figure_of_row, side);
        } else {
          CoverRoughly(context, wording.rule, *figure_of_row, side);
        }
      };
      cover(proof.total);
      for (std::size_t part : proof.parts) cover(part);
      if (proof.plain || proof.fit.fit == Fit::kOff) {
        std::vector<Quantity> all = {*total};
        for (std::size_t part : proof.parts) {
          const Figure& cell = *rows[part].figure;
          const auto quantity = subsidy ? PartOf(cell) : TotalOf(cell, Nothing::kDashIsZero);
          if (quantity) all.push_back(*quantity);
        }
        context.identities.Keep(wording.rule, proof.plain, all, side, 0);
      }
      if (proof.fit.fit != Fit::kRounded && proof.fit.fit != Fit::kOff) continue;
      const std::string label(Excerpt(rows[proof.total].label.text));
      const std::string column = wording.column.empty() ? label : wording.column + "의 " + label;
      if (proof.fit.fit == Fit::kRounded) {
        ReportRounded(context, *total, proof.fit, wording.section,
                      Subject({wording.column, label}));
        continue;
      }
      if (proof.fit.fit != Fit::kOff) continue;
      if (proof.blanks.size() == 1 && !subsidy) {
        // What is missing is not zero: the blank cell is the likelier fault.
        const TableRow& blank = rows[proof.blanks.front()];
        context.Report(
            "presence.missing_figure",
            blank.figure->printed.place.known() ? blank.figure->printed.place : blank.label.place,
            Subject({wording.section, blank.label.text, wording.column}),
            std::string(blank.figure->printed.text), context.At(*total, proof.fit.difference), "",
            {NameOf(blank, Language::kKorean) + "의 금액이 비어 있습니다. " +
                 With(column, Particle::kSubject) + " 맞으려면 " +
                 With(context.Ko(*total, proof.fit.difference), Particle::kSubject) +
                 " 필요합니다.",
             "The amount of " + NameOf(blank, Language::kEnglish) + " is blank; the total needs " +
                 context.En(*total, proof.fit.difference) + " there."});
        continue;
      }
      const std::string count = std::to_string(proof.parts.size());
      const std::string part_ko = subsidy ? "(국비 등 내역)" : "";
      std::vector<Quantity> parts;
      for (std::size_t part : proof.parts) {
        const Figure& cell = *rows[part].figure;
        const auto figure_of_part = subsidy ? PartOf(cell) : TotalOf(cell, Nothing::kDashIsZero);
        if (figure_of_part) parts.push_back(*figure_of_part);
      }
      const Message lack = MayLackRows(*total, parts, proof.fit.difference);
      context.Report(
          wording.rule, total->place, Subject({wording.section, wording.column, label}),
          std::string(total->printed), context.At(*total, proof.fit.sum),
          context.At(*total, proof.fit.difference),
          {With(column + part_ko, Particle::kTopic) + " " + context.Ko(*total, total->value) +
               "인데, 해당 " + count + "개 항목을 더하면 " + context.Ko(*total, proof.fit.sum) +
               "입니다. 차이는 " + context.Ko(*total, proof.fit.difference) + "입니다." + lack.ko,
           "The total " + Quoted(Subject({wording.column, label}), Language::kEnglish) +
               (subsidy ? " (subsidy part)" : "") + " is printed as " +
               context.En(*total, total->value) + ", but its " + count + " item(s) add up to " +
               context.En(*total, proof.fit.sum) + "; the difference is " +
               context.En(*total, proof.fit.difference) + "." + lack.en});
    }
  }
}

}  // namespace yesan::internal
