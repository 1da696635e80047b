#include "yesan/money/decimal.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "capi/convert.h"
#include "capi/guard.h"
#include "yesan/money/ratio.h"

using yesan::Decimal;
using yesan::Result;
using yesan::Rounding;
using yesan::capi::CheckNumber;
using yesan::capi::CheckRounding;
using yesan::capi::DecimalOf;
using yesan::capi::GiveText;
using yesan::capi::Guard;
using yesan::capi::Out;
using yesan::capi::TextOf;

namespace {

// One or two decimals in, a Result<Decimal> out.
template <class Operation>
Result<void> Unary(const yesan_decimal* a, yesan_decimal* out, Operation operation) {
  if (a == nullptr) return yesan::capi::NullArgument("a");
  if (out == nullptr) return yesan::capi::NullArgument("out");
  Result<Decimal> x = DecimalOf(*a);
  if (!x) return std::move(x).error();
  Result<Decimal> result = operation(*x);
  if (!result) return std::move(result).error();
  *out = Out(*result);
  return {};
}

template <class Operation>
Result<void> Binary(const yesan_decimal* a, const yesan_decimal* b, yesan_decimal* out,
                    Operation operation) {
  if (b == nullptr) return yesan::capi::NullArgument("b");
  Result<Decimal> y = DecimalOf(*b);
  if (!y) return std::move(y).error();
  return Unary(a, out, [&](const Decimal& x) { return operation(x, *y); });
}

// What a column operation takes, checked once for all rows.
struct Columns {
  std::int32_t operation;
  const yesan_decimal* a;
  const yesan_decimal* b;
  const yesan_decimal* c;
  std::int32_t scale;
  Rounding rounding;
};

Result<void> CheckColumns(std::int32_t operation, std::uint64_t count, const yesan_decimal* a,
                          const yesan_decimal* b, const yesan_decimal* c, std::int32_t scale,
                          std::int32_t rounding) {
  YESAN_TRY(CheckNumber("operation", operation, YESAN_DECIMALS_ADD, YESAN_DECIMALS_CHANGE_PERCENT));
  YESAN_TRY(CheckRounding(rounding));
  const bool exact = operation <= YESAN_DECIMALS_MULTIPLY;
  if (exact && (scale != 0 || rounding != 0)) {
    return yesan::capi::BadArgument("scale, rounding", "이 연산에서는 0이어야 합니다",
                                    "must be 0 for this operation");
  }
  if ((operation == YESAN_DECIMALS_ROUND && b != nullptr) ||
      (operation != YESAN_DECIMALS_MULDIV && c != nullptr)) {
    return yesan::capi::BadArgument("b, c", "이 연산에서는 NULL이어야 합니다",
                                    "must be NULL for this operation");
  }
  if (count == 0) return {};
  YESAN_REQUIRE(a);
  if (operation != YESAN_DECIMALS_ROUND) YESAN_REQUIRE(b);
  if (operation == YESAN_DECIMALS_MULDIV) YESAN_REQUIRE(c);
  return {};
}

Result<Decimal> ComputeRow(const Columns& columns, std::size_t row) {
  Result<Decimal> a = DecimalOf(columns.a[row]);
  if (!a || columns.operation == YESAN_DECIMALS_ROUND) {
    return a ? Round(*a, columns.scale, columns.rounding) : std::move(a);
  }
  Result<Decimal> b = DecimalOf(columns.b[row]);
  if (!b) return b;
  switch (columns.operation) {
    case YESAN_DECIMALS_ADD:
      return Add(*a, *b);
    case YESAN_DECIMALS_SUBTRACT:
      return Subtract(*a, *b);
    case YESAN_DECIMALS_MULTIPLY:
      return Multiply(*a, *b);
    case YESAN_DECIMALS_DIVIDE:
      return Divide(*a, *b, columns.scale, columns.rounding);
    case YESAN_DECIMALS_PERCENT:
      return Percent(*a, *b, columns.scale, columns.rounding);
    case YESAN_DECIMALS_CHANGE_PERCENT:
      return ChangePercent(*a, *b, columns.scale, columns.rounding);
    default:
      break;
  }
  Result<Decimal> c = DecimalOf(columns.c[row]);
  if (!c) return c;
  return MulDiv(*a, *b, *c, columns.scale, columns.rounding);
}

Result<void> Modes(const yesan_decimal* a, const yesan_decimal* b, const yesan_decimal* printed,
                   std::uint32_t* out_modes,
                   yesan::RoundingSet (*find)(const Decimal&, const Decimal&,
                                              const Decimal&) noexcept) {
  YESAN_REQUIRE(a);
  YESAN_REQUIRE(b);
  YESAN_REQUIRE(printed);
  YESAN_REQUIRE(out_modes);
  Result<Decimal> x = DecimalOf(*a);
  if (!x) return std::move(x).error();
  Result<Decimal> y = DecimalOf(*b);
  if (!y) return std::move(y).error();
  Result<Decimal> z = DecimalOf(*printed);
  if (!z) return std::move(z).error();
  *out_modes = find(*x, *y, *z).bits();
  return {};
}

}  // namespace

yesan_status yesan_decimal_parse(const char* text, uint64_t length, yesan_decimal* out_decimal,
                                 yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_decimal);
    Result<std::string_view> in = TextOf(text, length);
    if (!in) return std::move(in).error();
    Result<Decimal> decimal = Decimal::Parse(*in);
    if (!decimal) return std::move(decimal).error();
    *out_decimal = Out(*decimal);
    return {};
  });
}

yesan_status yesan_decimal_format(const yesan_decimal* decimal, char* out_text, uint64_t capacity,
                                  uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(decimal);
    YESAN_REQUIRE(out_length);
    Result<Decimal> value = DecimalOf(*decimal);
    if (!value) return std::move(value).error();
    return GiveText(value->ToString(), out_text, capacity, out_length);
  });
}

yesan_status yesan_decimal_add(const yesan_decimal* a, const yesan_decimal* b,
                               yesan_decimal* out_sum, yesan_error* error) {
  return Guard(error, [&] {
    return Binary(a, b, out_sum, [](const Decimal& x, const Decimal& y) { return Add(x, y); });
  });
}

yesan_status yesan_decimal_subtract(const yesan_decimal* a, const yesan_decimal* b,
                                    yesan_decimal* out_difference, yesan_error* error) {
  return Guard(error, [&] {
    return Binary(a, b, out_difference,
                  [](const Decimal& x, const Decimal& y) { return Subtract(x, y); });
  });
}

yesan_status yesan_decimal_multiply(const yesan_decimal* a, const yesan_decimal* b,
                                    yesan_decimal* out_product, yesan_error* error) {
  return Guard(error, [&] {
    return Binary(a, b, out_product,
                  [](const Decimal& x, const Decimal& y) { return Multiply(x, y); });
  });
}

yesan_status yesan_decimal_divide(const yesan_decimal* a, const yesan_decimal* b, int32_t scale,
                                  int32_t rounding, yesan_decimal* out_quotient,
                                  yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_TRY(CheckRounding(rounding));
    return Binary(a, b, out_quotient, [&](const Decimal& x, const Decimal& y) {
      return Divide(x, y, scale, static_cast<Rounding>(rounding));
    });
  });
}

yesan_status yesan_decimal_muldiv(const yesan_decimal* a, const yesan_decimal* b,
                                  const yesan_decimal* c, int32_t scale, int32_t rounding,
                                  yesan_decimal* out_quotient, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_TRY(CheckRounding(rounding));
    YESAN_REQUIRE(c);
    Result<Decimal> z = DecimalOf(*c);
    if (!z) return std::move(z).error();
    return Binary(a, b, out_quotient, [&](const Decimal& x, const Decimal& y) {
      return MulDiv(x, y, *z, scale, static_cast<Rounding>(rounding));
    });
  });
}

yesan_status yesan_decimal_round(const yesan_decimal* a, int32_t scale, int32_t rounding,
                                 yesan_decimal* out_rounded, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_TRY(CheckRounding(rounding));
    return Unary(a, out_rounded, [&](const Decimal& x) {
      return Round(x, scale, static_cast<Rounding>(rounding));
    });
  });
}

yesan_status yesan_decimal_compare(const yesan_decimal* a, const yesan_decimal* b,
                                   int32_t* out_order, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(a);
    YESAN_REQUIRE(b);
    YESAN_REQUIRE(out_order);
    Result<Decimal> x = DecimalOf(*a);
    if (!x) return std::move(x).error();
    Result<Decimal> y = DecimalOf(*b);
    if (!y) return std::move(y).error();
    *out_order = Compare(*x, *y);
    return {};
  });
}

yesan_status yesan_decimals_compute(int32_t operation, uint64_t count, const yesan_decimal* a,
                                    const yesan_decimal* b, const yesan_decimal* c, int32_t scale,
                                    int32_t rounding, yesan_decimal* out_results,
                                    yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_TRY(CheckColumns(operation, count, a, b, c, scale, rounding));
    if (count == 0) return {};
    YESAN_REQUIRE(out_results);
    const Columns columns{operation, a, b, c, scale, static_cast<Rounding>(rounding)};
    std::vector<yesan_decimal> results(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < results.size(); ++i) {
      Result<Decimal> result = ComputeRow(columns, i);
      if (!result) return std::move(result).error().AtRow(static_cast<std::int64_t>(i));
      results[i] = Out(*result);
    }
    for (std::size_t i = 0; i < results.size(); ++i) out_results[i] = results[i];
    return {};
  });
}

yesan_status yesan_decimals_check(int32_t operation, uint64_t count, const yesan_decimal* a,
                                  const yesan_decimal* b, const yesan_decimal* c, int32_t scale,
                                  int32_t rounding, int32_t* out_statuses, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_TRY(CheckColumns(operation, count, a, b, c, scale, rounding));
    if (count == 0) return {};
    YESAN_REQUIRE(out_statuses);
    const Columns columns{operation, a, b, c, scale, static_cast<Rounding>(rounding)};
    std::vector<std::int32_t> statuses(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < statuses.size(); ++i) {
      statuses[i] = static_cast<std::int32_t>(ComputeRow(columns, i).code());
    }
    for (std::size_t i = 0; i < statuses.size(); ++i) out_statuses[i] = statuses[i];
    return {};
  });
}

yesan_status yesan_decimals_sum(uint64_t count, const yesan_decimal* values, yesan_decimal* out_sum,
                                yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_sum);
    if (count != 0) YESAN_REQUIRE(values);
    Decimal sum;
    for (std::uint64_t i = 0; i < count; ++i) {
      Result<Decimal> value = DecimalOf(values[i]);
      Result<Decimal> next = value ? Add(sum, *value) : std::move(value);
      if (!next) return std::move(next).error().AtRow(static_cast<std::int64_t>(i));
      sum = *next;
    }
    *out_sum = Out(sum);
    return {};
  });
}

yesan_status yesan_decimals_compare(uint64_t count, const yesan_decimal* a, const yesan_decimal* b,
                                    int32_t* out_orders, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    if (count == 0) return {};
    YESAN_REQUIRE(a);
    YESAN_REQUIRE(b);
    YESAN_REQUIRE(out_orders);
    for (std::uint64_t i = 0; i < count; ++i) {
      for (const yesan_decimal* side : {&a[i], &b[i]}) {
        Result<Decimal> value = DecimalOf(*side);
        if (!value) return std::move(value).error().AtRow(static_cast<std::int64_t>(i));
      }
    }
    for (std::uint64_t i = 0; i < count; ++i) {
      out_orders[i] = Compare(*DecimalOf(a[i]), *DecimalOf(b[i]));
    }
    return {};
  });
}

yesan_status yesan_quotient_roundings(const yesan_decimal* numerator,
                                      const yesan_decimal* denominator,
                                      const yesan_decimal* printed, uint32_t* out_modes,
                                      yesan_error* error) {
  return Guard(error, [&] {
    return Modes(numerator, denominator, printed, out_modes, &yesan::ConsistentRoundings);
  });
}

yesan_status yesan_percent_roundings(const yesan_decimal* numerator,
                                     const yesan_decimal* denominator, const yesan_decimal* printed,
                                     uint32_t* out_modes, yesan_error* error) {
  return Guard(error, [&] {
    return Modes(numerator, denominator, printed, out_modes, &yesan::ConsistentPercentRoundings);
  });
}

yesan_status yesan_change_roundings(const yesan_decimal* prior, const yesan_decimal* current,
                                    const yesan_decimal* printed, uint32_t* out_modes,
                                    yesan_error* error) {
  return Guard(error, [&] {
    return Modes(prior, current, printed, out_modes, &yesan::ConsistentChangeRoundings);
  });
}

yesan_status yesan_unit_roundings(const yesan_decimal* exact, int64_t unit,
                                  const yesan_decimal* printed, uint32_t* out_modes,
                                  yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(exact);
    YESAN_REQUIRE(printed);
    YESAN_REQUIRE(out_modes);
    Result<Decimal> x = DecimalOf(*exact);
    if (!x) return std::move(x).error();
    Result<Decimal> z = DecimalOf(*printed);
    if (!z) return std::move(z).error();
    *out_modes = yesan::ConsistentUnitRoundings(*x, unit, *z).bits();
    return {};
  });
}
