// What a refused row is told, in both languages.
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "lib/ledger/figure.h"
#include "lib/ledger/state.h"

namespace yesan::internal {
namespace {

// The item and what is done: `2021 307-05 지출원인행위`. The row is the error's own.
Message Where(const BookState& state, const BatchView& batch, std::size_t row) {
  Message where;
  const std::uint32_t item = batch.item[row];
  if (item >= 1 && item <= state.items.size()) {
    const ItemKey& key = state.items[item - 1];
    where.ko = std::to_string(key.fiscal_year) + " " + key.object_item + " ";
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
    detail.message.ko +=
        " 가능한 금액 " + Figure(*available) + ", 요청한 금액 " + Figure(*asked) + ".";
    detail.message.en += " Available " + Figure(*available) + ", asked " + Figure(*asked) + ".";
  }
  return Error(code, std::move(detail));
}

}  // namespace yesan::internal
