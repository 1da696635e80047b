// What a refused row is told, in both languages.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "lib/ledger/figure.h"
#include "lib/ledger/state.h"

namespace yesan::internal {
namespace {

// The item, what is done and when: `2021 마을공동체 종합지원센터 운영 307-05 지출원인행위 (2021-12-01)`. The row is the
// error's own.
Message Where(const BookState& state, const BatchView& batch, std::size_t row) {
  Message where;
  const std::uint32_t item = batch.item[row];
  if (item >= 1 && item <= state.items.size()) {
    const ItemKey& key = state.items[item - 1];
    where.ko = std::to_string(key.fiscal_year) + " ";
    // An object stands in hundreds of programs.
    if (key.program != ProgramId::kNone) {
      const std::string_view name =
          state.node_years[NumberOf(key.program) - 1].NameIn(key.fiscal_year);
      if (!name.empty()) where.ko.append(name).append(" ");
    }
    where.ko += key.object_item + " ";
    where.en = where.ko;
  } else {
    where.ko = "항목 " + std::to_string(item) + " ";
    where.en = "item " + std::to_string(item) + " ";
  }
  const auto kind = static_cast<EntryKind>(batch.kind[row]);
  if (KoreanName(kind).empty()) {
    where.ko += std::to_string(batch.kind[row]);
    where.en += std::to_string(batch.kind[row]);
  } else {
    where.ko.append(KoreanName(kind));
    where.en.append(Name(kind));
  }
  if (const auto day = Date::FromDays(batch.day[row]); day) {
    where.ko += " (" + day->ToString() + ")";
    where.en += " (" + day->ToString() + ")";
  }
  return where;
}

}  // namespace

Error RefusedRow(const BookState& state, const BatchView& batch, std::size_t row, Code code,
                 std::optional<std::int64_t> available, std::optional<std::int64_t> asked) {
  ErrorDetail detail;
  detail.rule = std::string(Name(code));
  detail.row = static_cast<std::int64_t>(row);
  detail.available = available;
  detail.asked = asked;
  const Message sentence = Error(code).message();
  detail.message = Where(state, batch, row);
  detail.message.ko += ": " + sentence.ko;
  detail.message.en += ": " + sentence.en;
  if (available && asked) {
    const std::string there = Figure(*available, state.government.minor_digits);
    const std::string wanted = Figure(*asked, state.government.minor_digits);
    detail.message.ko += " 가능한 금액 " + there + ", 요청한 금액 " + wanted + ".";
    detail.message.en += " Available " + there + ", asked " + wanted + ".";
  }
  return Error(code, std::move(detail));
}

}  // namespace yesan::internal
