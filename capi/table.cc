#include "capi/table.h"

namespace yesan::capi {

FigureRow RowOf(const Figure& figure) {
  FigureRow row;
  row.state = static_cast<std::int32_t>(figure.state);
  row.unit = static_cast<std::int32_t>(figure.unit);
  row.part_kind = static_cast<std::int32_t>(figure.amount.part_kind);
  if (const auto number = figure.number()) {
    row.number = Out(*number);
    row.present |= YESAN_FIGURE_HAS_NUMBER;
  }
  if (const auto won = figure.won()) {
    row.won = won->minor();
    row.present |= YESAN_FIGURE_HAS_WON;
  }
  if (const auto part = figure.part_won()) {
    row.part_won = part->minor();
    row.present |= YESAN_FIGURE_HAS_PART_WON;
  }
  row.place = Out(figure.printed.place);
  row.printed = figure.printed.text;
  return row;
}

}  // namespace yesan::capi
