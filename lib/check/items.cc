// The object items (과목) of the cost basis against those of 예산 총괄.
#include <algorithm>
#include <map>
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

// A name without its code: `민간위탁금(307-05)` and `307-05 민간위탁금` are the same item.
std::string ItemName(std::string_view label) {
  std::string name;
  for (char c : FoldName(label)) {
    if (c < '0' || c > '9') name += c;
  }
  return name;
}

// An object item of the cost basis, with every line of its own.
struct Item {
  Text label;  // as printed where it stands first
  Money sum;
  std::vector<Quantity> parts;
  bool usable = true;
};

using Items = std::map<std::string, Item>;
using ItemRows = std::map<std::string, const OverviewRow*>;

// Names that may be the same item: 시설비 and 시설비및부대비.
bool MayBeSame(std::string_view a, std::string_view b) {
  return a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos ||
         NameSimilarity(a, b) >= kAlikeNames;
}

// Whether the rows of the overview are items of one level: as they stand they make the total. Rows by source of money, and
// rows under others, have no basis of their own.
bool AreItems(const OverviewView& view) {
  std::optional<Quantity> total;
  std::vector<Quantity> parts;
  for (const OverviewRow& row : view.rows) {
    const auto current = TotalOf(row.current, Nothing::kDashOrBlankIsZero);
    if (!current) return false;
    if (row.total) {
      if (total && total->value != current->value) return false;
      total = current;
      continue;
    }
    if (FindFundingSource(row.label.text, GovernmentKind::kUnknown)) return false;
    parts.push_back(*current);
  }
  if (parts.empty()) return false;
  if (!total) return parts.size() == 1;
  const Fit fit = Compare(*total, parts).fit;
  return fit == Fit::kExact || fit == Fit::kRounded;
}

void AskForItem(Context& context, const Item* item, const OverviewRow* row) {
  const std::string in_basis = item != nullptr ? Excerpt(item->label.text) : std::string();
  const std::string in_overview = row != nullptr ? Excerpt(row->label.text) : std::string();
  Message message;
  if (item != nullptr) {
    message.ko = "산출근거의 " + With(Quoted(in_basis, Language::kKorean), Particle::kTopic) +
                 " 예산 총괄에 없는 과목입니다.";
    message.en = "The cost basis has " + Quoted(in_basis, Language::kEnglish) +
                 ", which is no row of the overview.";
  }
  if (row != nullptr) {
    message.ko += (item != nullptr ? " " : "") + std::string("예산 총괄의 ") +
                  With(Quoted(in_overview, Language::kKorean), Particle::kTopic) +
                  " 산출근거가 없습니다.";
    message.en += (item != nullptr ? " " : "") + std::string("The row ") +
                  Quoted(in_overview, Language::kEnglish) + " of the overview has no cost basis.";
  }
  if (item != nullptr && row != nullptr) {
    message.ko += " 같은 과목인지 확인이 필요합니다.";
    message.en += " Are they the same item?";
  }
  const Text& text = item != nullptr ? item->label : row->label;
  context.Report("basis.unknown_item", text.place,
                 Subject({item != nullptr ? "산출근거" : "예산 총괄", text.text}),
                 std::string(text.text), in_overview.empty() || item == nullptr ? "" : in_overview,
                 "", std::move(message));
}

// Items that only one of the two tables has.
void AskForItems(Context& context, const Items& items, const ItemRows& rows, bool labelled) {
  if (!AreItems(context.overview)) return;
  const auto known = [](const std::string& name, const auto& others) {
    return std::any_of(others.begin(), others.end(),
                       [&](const auto& other) { return MayBeSame(name, other.first); });
  };
  std::vector<const Item*> unknown;
  std::vector<const OverviewRow*> without;
  std::size_t matched = 0;
  for (const auto& [name, item] : items) {
    if (known(name, rows)) {
      ++matched;
    } else if (!item.label.empty() && (item.parts.empty() || !item.sum.is_zero())) {
      unknown.push_back(&item);
    }
  }
  for (const auto& [name, row] : rows) {
    if (row == nullptr || known(name, items)) continue;
    const auto current = TotalOf(row->current, Nothing::kDashOrBlankIsZero);
    if (!name.empty() && current && !current->value.is_zero()) without.push_back(row);
  }
  // Lines that name no item at all say what the money is for, and nothing of the items.
  if (!labelled && matched == 0) return;
  if (unknown.size() == 1 && without.size() == 1) {
    AskForItem(context, unknown.front(), without.front());
    return;
  }
  for (const Item* item : unknown) AskForItem(context, item, nullptr);
  for (const OverviewRow* row : without) AskForItem(context, nullptr, row);
}

}  // namespace

void CheckItemsOf(Context& context) {
  const CostBasisView& view = context.basis;
  if (view.lines.size() != view.tree.size()) return;
  // With its item on some lines only, nobody can say where an item ends.
  bool some = false;
  bool all = true;
  for (BasisNodeId id : view.tree.roots()) {
    if (IsTotal(BasisNameOf(view, id)) || view.tree.node(id).remark) continue;
    const bool empty = view.lines[static_cast<std::size_t>(id)].object_item.empty();
    some = some || !empty;
    all = all && !empty;
  }
  if (some != all) return;
  Items items;
  for (BasisNodeId id : view.tree.roots()) {
    const BasisNode& node = view.tree.node(id);
    if (IsTotal(BasisNameOf(view, id)) || node.remark) continue;
    const Text& object = view.lines[static_cast<std::size_t>(id)].object_item;
    const std::string name = object.empty() ? ItemName(node.label) : ItemName(object.text);
    if (name.empty()) return;
    Item& item = items[name];
    if (item.label.empty()) {
      item.label = object.empty()
                       ? Text{node.label, view.lines[static_cast<std::size_t>(id)].text.place}
                       : object;
    }
    item.usable = item.usable && !LacksAnAmount(view, id);
    const auto quantity = BasisQuantityOf(view, id);
    if (!quantity) continue;
    auto next = Add(item.sum, quantity->value);
    if (!next) return;
    item.sum = *next;
    item.parts.push_back(*quantity);
  }
  ItemRows rows;
  std::optional<LostCells> lost;
  if (context.overview.table != nullptr && context.sheet.format != SheetFormat::kLayout) {
    lost.emplace(*context.overview.table);
  }
  for (const OverviewRow& row : context.overview.rows) {
    if (row.total || (lost && row.row != nullptr && lost->In(*row.row))) continue;
    const auto [at, first] = rows.emplace(ItemName(row.label.text), &row);
    if (!first) at->second = nullptr;
  }
  if (!items.empty() && !rows.empty()) AskForItems(context, items, rows, some);
  for (const auto& [name, item] : items) {
    const auto found = rows.find(name);
    if (found == rows.end() || found->second == nullptr || item.parts.empty() || !item.usable)
      continue;
    const OverviewRow& row = *found->second;
    auto current = TotalOf(row.current, Nothing::kDashIsZero);
    auto change = TotalOf(row.change, Nothing::kDashIsZero);
    const Unit likely = context.likely_overview_unit;
    if (current && current->unit == Unit::kNone && likely != Unit::kNone) {
      current = InUnit(*current, likely);
      if (change) change = InUnit(*change, likely);
    }
    if (!current || !Comparable(*current, item.parts.front())) continue;
    // 추경 tables may state the change only.
    if (change && change->value == item.sum && change->value != current->value) continue;
    Quantity sum = item.parts.front();
    sum.value = item.sum;
    const SumFit fit = Compare(sum, {*current});
    context.Evaluated("basis.item");
    CoverSum(context, "basis.item", fit, WithParts(*current, item.parts));
    if (fit.fit != Fit::kOff) continue;
    const bool one = item.parts.size() == 1;
    const Quantity& place = one ? item.parts.front() : *current;
    const std::string label = Excerpt(row.label.text);
    if (DiffersByUnit(item.sum, current->value)) {
      ReportUnitSlip(context, one ? sum : *current, one ? "'" + label + "'의 산출근거" : label,
                     one ? "the cost basis of \"" + label + "\"" : "the overview",
                     one ? *current : sum, one ? "예산 총괄" : "산출근거",
                     one ? "the overview" : "the cost basis");
      continue;
    }
    const auto off = one ? Result<Money>(fit.difference) : Negate(fit.difference);
    if (!off) continue;
    if (!one) context.at_other_side.emplace_back("basis.item", place.place);
    context.Report(
        "basis.item", place.place, Subject({"산출근거", label}), std::string(place.printed),
        context.At(place, one ? current->value : item.sum), context.At(place, *off),
        {"'" + label + "'의 산출근거는 " + context.Ko(sum, item.sum) + "인데, 예산 총괄에는 " +
             With(context.Ko(*current, current->value), Particle::kBy) + " 적혀 있습니다. 차이는 " +
             context.Ko(place, *off) + "입니다.",
         "The cost basis of \"" + label + "\" comes to " + context.En(sum, item.sum) +
             ", but the overview has " + context.En(*current, current->value) +
             "; the difference is " + context.En(place, *off) + "."});
  }
}

}  // namespace yesan::internal
