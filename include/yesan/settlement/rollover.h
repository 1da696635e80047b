/// @file
/// Rollover (이월): what of a year goes on in the next, requested and authorized, item by item.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "yesan/base/error.h"
#include "yesan/base/result.h"
#include "yesan/ledger/book.h"

namespace yesan {

/// One request: so much of an item is carried, for this cause. Nothing is ever carried because it is left.
struct CarryRequest {
  ItemId item = ItemId::kNone;
  Cause cause = Cause::kExplicitCarryover;  ///< One of the four carry-overs.
  Money amount;                             ///< Above zero.
  /// kExplicitCarryover: the council's vote. kAccidentalCarryover: the head's decision, needed for what goes beyond open
  /// commitments (§50② lists the cases), and for all of it where a line of the policy says so. kContinuingCarryover:
  /// the plan. kConstructionCarryover: the head's decision.
  AuthorizationId authorization = AuthorizationId::kNone;
  /// Open commitments of the item that move with the money, whole: their open amounts are part of `amount`.
  std::vector<EntryId> commitments;
  /// The object item in the next year, where its code changes; empty: the same code. A code of the classification whose
  /// name is another in the next year (401-01: 시설비 in 2026, 시설공사보상비 in 2027), or that is not there, needs it; one
  /// that lives on unchanged allows no other. A name that lost what stood in brackets is the same: 민간자본사업보조(자체) of 2026
  /// goes on as 민간자본사업보조. Carried money keeps its purpose (지방재정법 §50): what a code became is of the same object group or
  /// has its name, unless no object of the next year has it (it ended); it is not the reserve, nor barred
  /// (PolicyTopic::kBarredInto, a line without an exception, on the first day of the next year) where the old code is
  /// not; and where the classification knows object items of the next year but not this one, its group is named.
  std::string next_object_item;
  std::string
      next_object_group;  ///< Empty: that of the classification in the next year, or the item's own. An item that is there already keeps its own.
};

/// What a request would do.
struct CarryRow {
  ItemId from = ItemId::kNone;
  ItemKey to;  ///< Of the next year, its origin that of the cause.
  Cause cause = Cause::kExplicitCarryover;
  Money amount;
  Money committed;           ///< Of the amount, open commitments that move.
  Code refused = Code::kOk;  ///< Why the request cannot be met.
  /// Of a refusal that is a matter of money, what there was and what was asked for: kAboveLimit, what the authorization
  /// has left; kAboveCarriable, the amount and its commitments, or the commitments and an accidental amount beyond them;
  /// kAboveLapsed, what is free and what goes beyond the commitments that move. Nothing otherwise.
  std::optional<Money> available;
  std::optional<Money> asked;
};

/// A rollover, before it is done. It knows the state of the book that it was made for.
struct RolloverPreview {
  std::int32_t fiscal_year = 0;  ///< N: carried out of N, into N + 1.
  std::vector<CarryRequest> requests;
  std::vector<CarryRow> rows;  ///< One a request.
  Date day;
  ActorId actor = ActorId::kNone;
  std::uint64_t book_state = 0;  ///< What the book was like; changes with every act.

  /// Whether every request can be met.
  [[nodiscard]] bool ok() const noexcept;
};

/// What a rollover did.
struct RolloverReceipt {
  Receipt
      entries;  ///< carry_out, carry_in, and the commitments made anew, in the order of the requests.
  std::vector<ItemId>
      carried;  ///< The item of the next year for each request; several may share one.
};

/// Judges requests without changing anything; several requests of an item are judged together. `day` is the day of the
/// carry_out entries. It may lie after year N as far as the policy lets carry_out (PolicyTopic::kAfterYearUntil): what a
/// refund of January gave back is carried after it. A later day is taken as the last such day, which is the last of year N
/// without such a line. The carry_in entries take effect on the first of N + 1.
///
/// A line of the policy that wants an authorization for carry_out of a cause binds whatever the amount. Each row is
/// refused with the first of: kUnknownItem (or an item of another year, or of revenue), kUnknownCause,
/// kAmountNotPositive, kOutOfRange (N + 1 is after 9998), kYearClosed (N or N + 1), kVersionOrder (N + 1 is not in
/// the book and N + 2 has money carried in from outside it: Book::AddItem), kDayOutsideYear (a day before year N),
/// kAuthorizationMissing, kUnknownAuthorization, kWrongAuthorization, kNotCovered (also 명시이월 on an authorization of a
/// day after year N: it is voted beforehand, §50①), kAboveLimit, kCarriedBefore (an item of accidental origin, whatever
/// the cause: explicitly or by a plan it would go on all the same; unless the policy lets it), kOutsidePlan (N + 1 is
/// after the plan's last year), kWrongAccount (policy: 건설개량이월 outside a 공기업 account, 지방공기업법 §30), kReserveByDrawOnly
/// (the reserve is not carried), kWrongReference (a commitment that is not open or not of the item), kAboveCarriable
/// (the commitments alone are more than the amount; accidental money beyond its commitments without any authorization),
/// kWrongAuthorization (accidental money beyond its commitments on another authorization than the head's decision,
/// §50②, where no line of the policy says whose it takes), kAboveLapsed (what goes beyond the commitments that move is
/// more than is free: of the item, current_budget − committed_total − what was carried uncommitted − subsidy_refund; of
/// the items that the control level takes together, the same, and where the policy allots, allotted − committed_total −
/// what was carried uncommitted, so that money that was never allotted is allotted first), kNoMapping, kWrongMapping
/// (CarryRequest::next_object_item), kInvalidUtf8 (its text or that of the object group), kReserveByDrawOnly (the same code is the reserve in the next year). What requests
/// before it take counts as taken.
[[nodiscard]] RolloverPreview PreviewRollover(const Book& book, std::int32_t fiscal_year,
                                              std::vector<CarryRequest> requests, Date day,
                                              ActorId actor = ActorId::kNone);

/// Does what the preview says, wholly: carry_out in N, an item of N + 1 with the origin of the cause (made where it is
/// not there), carry_in with its allotment, and the moved commitments committed again there. I7 holds item by item, and
/// for each source: commitments that move take the money of the source that they name, as far as other entries that name
/// it leave some; the rest is shared among the sources by their parts of the item's current budget, as GroupBy::kFundingSource tells, as far
/// as a source has money left beside open commitments that name it and stay. A commitment made anew keeps the officer of the first.
/// All of it or nothing is done: where the entries are refused, by a journal or by a policy that wants an authorization of carry_in, no item is made either.
/// Refuses with Code::kStalePreview when the book has changed since, or with the first row's refusal; the error's row is
/// the request, its available and asked are those of the row, and its message names the item as Post's does. Money that was
/// never allotted is told apart: of 1,000 adopted and 600 allotted, 700 asked for, 600 are available and 400 have to be
/// allotted first.
[[nodiscard]] Result<RolloverReceipt> Rollover(Book& book, const RolloverPreview& preview);

/// Takes back one request of a rollover, wholly, while both years are open: `carry_out` is any entry that carried the
/// request out of year N. Its carry_out, the carry_in of N + 1 and the commitments made anew there are corrected in one
/// batch, each on its own day; the money and its open commitments stand in year N again, and what was drawn on the
/// authorization is given back. The item of N + 1 stays. Nothing that Rollover posted is corrected in another way.
///
/// A carry_out dated after year N's last day (the policy let it lie there) is corrected on that same day: the policy needs
/// a line of PolicyTopic::kAfterYearUntil for EntryKind::kCorrect too that reaches the day, else it is refused with
/// kDayOutsideYear. The built-in Korean policy lets corrections lie as late as any carry_out.
///
/// Worked: 300 of an item and its open commitment of 200 were carried as 사고이월. Undone, the item has carryover_out 0 and
/// the commitment has 200 open; the item of N + 1 has carryover_in 0. Had 50 of it been paid in N + 1, it is refused.
///
/// Refuses with Code::kUnknownReference (no such entry), kWrongReference (it is no carry_out), and as Post a correction:
/// kYearClosed, kAlreadyCorrected, kStillUsed (a commitment made anew was paid, released or carried), kDayOutsideYear,
/// kAboveLapsed, kBelowZero, kBelowCommitted
/// (the carried money was used). The refusal's row is that of the correction.
[[nodiscard]] Result<Receipt> UndoRollover(Book& book, EntryId carry_out,
                                           ActorId actor = ActorId::kNone);

}  // namespace yesan
