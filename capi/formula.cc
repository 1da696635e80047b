#include "yesan/budget/formula.h"

#include <utility>

#include "capi/convert.h"
#include "capi/guard.h"

using yesan::Formula;
using yesan::Result;
using yesan::Unit;
using yesan::capi::CheckMoneyUnit;
using yesan::capi::Guard;
using yesan::capi::Out;
using yesan::capi::TextOf;

namespace {

Result<yesan_formula> Evaluated(std::string_view text, std::size_t side, Unit column_unit) {
  Result<Formula> formula = yesan::ParseFormula(text);
  if (!formula) return std::move(formula).error();
  if (side >= formula->side_count()) return yesan::Error(yesan::Code::kOutOfRange);
  const yesan::FormulaSide& of = formula->side(side);
  yesan_formula out{};
  out.struct_size = sizeof(yesan_formula);
  out.kind = static_cast<std::int32_t>(formula->kind());
  out.role = static_cast<std::int32_t>(of.role);
  out.side_count = static_cast<std::uint32_t>(formula->side_count());
  out.stated_count = of.stated_count;
  const yesan::Decimal one = yesan::Decimal::FromInt(1);
  out.denominator = Out(one);
  out.difference_denominator = Out(one);
  out.verdict = YESAN_VERDICT_NOT_ARITHMETIC;
  out.label_offset = formula->label().offset;
  out.label_length = formula->label().length;
  out.expression_offset = of.expression.offset;
  out.expression_length = of.expression.length;
  if (formula->lacks_won(side)) out.present |= YESAN_FORMULA_LACKS_WON;
  if (of.stated_count > 0) {
    const yesan::StatedAmount& stated = formula->stated(of.first_stated);
    out.present |= YESAN_FORMULA_HAS_STATED;
    out.stated = Out(stated.figure);
    const bool assumed = stated.unit == Unit::kNone;
    if (assumed) out.present |= YESAN_FORMULA_UNIT_ASSUMED;
    out.stated_unit = static_cast<std::int32_t>(assumed ? column_unit : stated.unit);
  }
  if (!of.has_expression) return out;
  Result<yesan::ExactWon> exact = Evaluate(*formula, text, side);
  if (!exact) return std::move(exact).error();
  out.present |= YESAN_FORMULA_HAS_VALUE;
  out.numerator = Out(exact->numerator);
  out.denominator = Out(exact->denominator);
  Result<yesan::Judgement> judged = JudgeSide(*formula, text, side, 0, column_unit);
  if (!judged) return std::move(judged).error();
  out.verdict = static_cast<std::int32_t>(judged->verdict);
  out.roundings = judged->roundings.bits();
  out.rounded_to = judged->rounded_to;
  if (of.stated_count > 0) out.stated_unit = static_cast<std::int32_t>(judged->unit);
  out.difference_numerator = Out(judged->difference.numerator);
  out.difference_denominator = Out(judged->difference.denominator);
  return out;
}

}  // namespace

yesan_status yesan_formula_evaluate(const char* text, uint64_t length, uint32_t side,
                                    int32_t column_unit, yesan_formula* out_formula,
                                    yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_formula);
    YESAN_TRY(
        yesan::capi::CheckStructSize("out_formula", out_formula->struct_size, sizeof *out_formula));
    YESAN_TRY(yesan::capi::CheckReserved("out_formula", out_formula->reserved));
    YESAN_TRY(CheckMoneyUnit("column_unit", column_unit));
    Result<std::string_view> in = TextOf(text, length);
    if (!in) return std::move(in).error();
    Result<yesan_formula> formula = Evaluated(*in, side, static_cast<Unit>(column_unit));
    if (!formula) return std::move(formula).error();
    *out_formula = *formula;
    return {};
  });
}

yesan_status yesan_formula_row_amount(const char* text, uint64_t length, int32_t rounding,
                                      int64_t unit, int32_t column_unit, int64_t* out_amount,
                                      yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_amount);
    YESAN_TRY(yesan::capi::CheckRounding(rounding));
    YESAN_TRY(CheckMoneyUnit("column_unit", column_unit));
    Result<std::string_view> in = TextOf(text, length);
    if (!in) return std::move(in).error();
    Result<Formula> formula = yesan::ParseFormula(*in);
    if (!formula) return std::move(formula).error();
    Result<yesan::Money> amount = RowAmount(*formula, *in, static_cast<yesan::Rounding>(rounding),
                                            unit, static_cast<Unit>(column_unit));
    if (!amount) return std::move(amount).error();
    *out_amount = amount->minor();
    return {};
  });
}
