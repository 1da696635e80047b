// A book of 2021 whose items all have money to spend, made without the C library.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/capi/ledger_support.h"
#include "yesan/ledger/book.h"

namespace bench {

inline yesan::BatchView ViewOf(const ledger_support::Rows& rows) {
  yesan::BatchView view;
  view.count = static_cast<std::size_t>(rows.size());
  view.item = rows.item.data();
  view.day = rows.day.data();
  view.kind = rows.kind.data();
  view.cause = rows.cause.data();
  view.amount = rows.amount.data();
  view.reference = rows.reference.data();
  view.authorization = rows.authorization.data();
  view.actor = rows.actor.data();
  return view;
}

// Items 1 … `items` of one program, each with `funds` voted and allotted.
inline void FundItems(yesan::Book& book, std::uint32_t items, std::int64_t funds) {
  yesan::ItemKey key;
  key.fiscal_year = 2021;
  key.account = *book.AddAccount({yesan::AccountKind::kGeneral, "G"});
  key.department = *book.AddDepartment({"D"});
  for (std::int32_t rung = YESAN_RUNG_FIELD; rung <= YESAN_RUNG_DETAILED_PROGRAM; ++rung) {
    key.program = *book.AddProgram({static_cast<yesan::CodeKind>(rung), key.program});
  }
  key.object_group = "201";
  std::vector<yesan::ItemKey> keys;
  for (std::uint32_t i = 0; i < items; ++i) {
    key.object_item = "201-" + std::to_string(i);
    keys.push_back(key);
  }
  (void)*book.AddItems(keys);
  yesan::Authorization vote;
  vote.day = *yesan::Date::FromDays(ledger_support::kNewYear - 10);
  vote.document = "의결";
  (void)*book.AddAuthorization(vote);
  ledger_support::Rows rows;
  for (std::uint32_t i = 1; i <= items; ++i) {
    rows.Add(i, ledger_support::kNewYear, YESAN_ENTRY_APPROPRIATE, funds, 0, 0,
             YESAN_CAUSE_ORIGINAL, 1);
    rows.Add(i, ledger_support::kNewYear, YESAN_ENTRY_ALLOT, funds);
  }
  (void)*book.Post(ViewOf(rows));
}

inline yesan::Book FundedBook(std::uint32_t items, std::int64_t funds) {
  yesan::Government government;
  government.name = "서울특별시";
  yesan::Book book = *yesan::Book::Make(government, yesan::Policy::KoreanLocalGovernment());
  FundItems(book, items, funds);
  return book;
}

}  // namespace bench
