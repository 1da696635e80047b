// Any bytes as a formula and as the lines of a cost basis: nothing crashes, every span lies in the text, a refusal has its
// place and its sentence in both languages, and a verdict agrees with itself.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/text.h"
#include "yesan/budget/cost_basis.h"
#include "yesan/budget/formula.h"
#include "yesan/budget/rounding_inference.h"

namespace {

using namespace yesan;  // NOLINT: all of it is under test

void Demand(bool claim) {
  if (!claim) std::abort();
}

void DemandRefusal(const Error& error, std::string_view text) {
  const Place place = error.place();
  Demand(error.code() != Code::kOk);
  Demand(place.line == 1 && place.column >= 1 && place.offset <= text.size());
  Demand(place.length <= text.size() - place.offset);
  Demand(!error.message().ko.empty() && !error.message().en.empty());
  Demand(!FindInvalidUtf8(error.message().en) && !FindInvalidUtf8(error.message().ko));
}

void DemandSpan(TextSpan span, std::string_view text) {
  Demand(span.offset <= text.size() && span.length <= text.size() - span.offset);
  Demand(!FindInvalidUtf8(span.in(text)));
}

void DemandJudgement(const Judgement& judgement) {
  switch (judgement.verdict) {
    case Verdict::kExact:
      Demand(judgement.roundings == RoundingSet::All() && judgement.rounded_to > 0);
      Demand(judgement.difference.numerator.is_zero());
      break;
    case Verdict::kExactAfterRounding:
      Demand(!judgement.roundings.empty() && judgement.roundings != RoundingSet::All());
      Demand(judgement.rounded_to > 0);
      break;
    case Verdict::kWrong:
    case Verdict::kNothingStated:
    case Verdict::kNotArithmetic:
      Demand(judgement.roundings.empty() && judgement.rounded_to == 0);
  }
}

void ReadOne(std::string_view text) {
  const auto formula = ParseFormula(text);
  if (!formula) {
    DemandRefusal(formula.error(), text);
    return;
  }
  DemandSpan(formula->bullet(), text);
  DemandSpan(formula->label(), text);
  for (std::size_t i = 0; i < formula->node_count(); ++i) {
    const FormulaNode& node = formula->node(i);
    Demand(node.end > i && node.end <= formula->node_count());
    Demand(node.figure.sign() >= 0);
    DemandSpan(node.span, text);
    DemandSpan(node.label, text);
    DemandSpan(node.unit, text);
  }
  for (const FormulaPart& part : formula->parts()) DemandSpan(part.span, text);
  const Formula copy = *formula;
  RoundingInference inference;
  std::size_t stated = 0;
  for (std::size_t side = 0; side < formula->side_count(); ++side) {
    DemandSpan(formula->side(side).expression, text);
    stated += formula->side(side).stated_count;
    const auto exact = Evaluate(*formula, text, side);
    if (!exact) {
      DemandRefusal(exact.error(), text);
      continue;
    }
    Demand(exact->denominator.sign() > 0);
    Demand(Compare(*exact, *Evaluate(copy, text, side)) == 0);
    Demand(!exact->ToString().empty());
    for (std::uint32_t i = 0; i < formula->side(side).stated_count; ++i) {
      const StatedAmount& amount = formula->stated(formula->side(side).first_stated + i);
      DemandSpan(amount.span, text);
      for (Unit unit : {Unit::kNone, Unit::kWon, Unit::kThousandWon, Unit::kMillionWon}) {
        const Judgement judgement = Judge(*exact, amount, unit);
        DemandJudgement(judgement);
        inference.Add(judgement);
      }
    }
  }
  Demand(stated == formula->stated_count());
  Demand(inference.exact_count() + inference.inexact_count() + inference.unexplained_count() ==
         inference.size());
  for (Rounding mode : inference.modes()) {
    Demand(inference.fits(mode) == inference.inexact_count());
  }
  for (Rounding mode : RoundingSet::All()) {
    (void)RowAmount(*formula, text, mode);
  }
}

void ReadLines(std::string_view bytes) {
  std::vector<BasisText> lines;
  std::size_t begin = 0;
  while (begin <= bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    BasisText line;
    line.text = bytes.substr(begin, end - begin);
    line.place.line = static_cast<std::uint32_t>(lines.size() + 1);
    line.place.column = 1;
    line.place.offset = static_cast<std::uint32_t>(begin);
    line.place.length = static_cast<std::uint32_t>(end - begin);
    if (!line.text.empty() && line.text[0] >= '0' && line.text[0] <= '3') {
      line.level = line.text[0] - '0';
    }
    lines.push_back(line);
    begin = end + 1;
  }
  std::vector<BasisNodeId> node_of_line;
  const CostBasis tree = CostBasis::FromLines(lines, Unit::kThousandWon, &node_of_line);
  Demand(node_of_line.size() == lines.size());
  Demand(tree.size() <= 2 * lines.size());
  std::size_t children = tree.roots().size();
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const auto id = static_cast<BasisNodeId>(i);
    const BasisNode& node = tree.node(id);
    children += node.children.size();
    Demand(node.parent < id && node.level <= kBasisDepthMax);
    for (const auto* amount : {&node.won_amount, &node.unit_amount}) {
      if (!*amount) continue;
      Demand((*amount)->line < lines.size());
      DemandSpan((*amount)->span, lines[(*amount)->line].text);
      const Place place = (*amount)->place;
      Demand(bytes.substr(place.offset, place.length) ==
             (*amount)->span.in(lines[(*amount)->line].text));
    }
    const auto difference = tree.DifferenceOf(id);
    if (difference) Demand(tree.AmountOf(id) == difference->printed);
    (void)tree.WonMismatch(id);
    (void)tree.LacksWon(id);
    DemandJudgement(tree.JudgeNode(id));
  }
  Demand(children == tree.size());
  (void)tree.Total();
  (void)tree.LeavesTotal();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  ReadOne(bytes);
  ReadLines(bytes);
  return 0;
}
