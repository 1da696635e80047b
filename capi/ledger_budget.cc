// Authorizations, budgets and their versions.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "capi/guard.h"
#include "capi/ledger.h"

using yesan::AccountId;
using yesan::AuthorizationId;
using yesan::Code;
using yesan::Date;
using yesan::Error;
using yesan::Money;
using yesan::NumberOf;
using yesan::ProgramId;
using yesan::Result;
using yesan::capi::BadArgument;
using yesan::capi::CheckNumber;
using yesan::capi::CheckReserved;
using yesan::capi::CheckStructSize;
using yesan::capi::CheckTable;
using yesan::capi::GiveTable;
using yesan::capi::Guard;
using yesan::capi::StringOf;
using yesan::capi::TableWriter;

namespace {

Result<yesan::Authorization> AuthorizationOf(const yesan_authorization* in) {
  YESAN_REQUIRE(in);
  YESAN_TRY(CheckStructSize("authorization", in->struct_size, sizeof *in));
  YESAN_TRY(CheckNumber("kind", in->kind, YESAN_AUTHORIZATION_COUNCIL_VOTE,
                        YESAN_AUTHORIZATION_DISASTER));
  YESAN_TRY(CheckNumber("purpose", in->purpose, YESAN_PURPOSE_NONE, YESAN_PURPOSE_CONTINUATION));
  if ((in->present & ~std::uint32_t{YESAN_AUTHORIZATION_HAS_LIMIT}) != 0) {
    return yesan::capi::UnknownNumber("present", in->present);
  }
  yesan::Authorization out;
  out.kind = static_cast<yesan::AuthorizationKind>(in->kind);
  Result<Date> day = Date::FromDays(in->day);
  if (!day) return std::move(day).error();
  out.day = *day;
  out.fiscal_year = in->fiscal_year;
  out.account = AccountId{in->account};
  out.program = ProgramId{in->program};
  out.item = yesan::ItemId{in->item};
  out.purpose = static_cast<yesan::ProvisionalPurpose>(in->purpose);
  out.last_year = in->last_year;
  if ((in->present & YESAN_AUTHORIZATION_HAS_LIMIT) != 0) out.limit = Money(in->limit);
  Result<std::string> document = StringOf(in->document);
  if (!document) return std::move(document).error();
  out.document = *std::move(document);
  return out;
}

Result<yesan::BudgetVersion> VersionOf(const yesan_budget_version* in) {
  YESAN_REQUIRE(in);
  YESAN_TRY(CheckStructSize("version", in->struct_size, sizeof *in));
  YESAN_TRY(CheckReserved("version", in->reserved));
  YESAN_TRY(CheckNumber("stage", in->stage, YESAN_STAGE_PROPOSAL, YESAN_STAGE_FINAL));
  return yesan::BudgetVersion{in->fiscal_year, AccountId{in->account},
                              static_cast<yesan::BudgetStage>(in->stage), in->number};
}

Result<void> TakeSources(const yesan_budget& in, yesan::BudgetDocument& out) {
  if (in.source_count == 0) return {};
  YESAN_REQUIRE(in.source_line);
  YESAN_REQUIRE(in.source);
  YESAN_REQUIRE(in.source_amount);
  for (std::size_t i = 0; i < in.source_count; ++i) {
    if (in.source_line[i] >= in.line_count) {
      return BadArgument("source_line", "줄이 없습니다", "is of no line");
    }
    const auto line = static_cast<std::size_t>(in.source_line[i]);
    if (Result<void> known = CheckNumber("source", in.source[i], YESAN_SOURCE_NATIONAL_SUBSIDY,
                                         YESAN_SOURCE_DECENTRALIZATION_GRANT);
        !known) {
      return std::move(known).error().AtRow(static_cast<std::int64_t>(line));
    }
    yesan::FundingPart part;
    part.source = static_cast<yesan::FundingSource>(in.source[i]);
    part.amount = Money(in.source_amount[i]);
    out.lines[line].funding.in_budget.push_back(std::move(part));
  }
  return {};
}

Result<yesan::BudgetDocument> DocumentOf(const yesan_budget* in) {
  YESAN_REQUIRE(in);
  YESAN_TRY(CheckStructSize("budget", in->struct_size, sizeof *in));
  YESAN_TRY(CheckNumber("stage", in->stage, YESAN_STAGE_PROPOSAL, YESAN_STAGE_FINAL));
  yesan::BudgetDocument out;
  out.version = {in->fiscal_year, AccountId{in->account},
                 static_cast<yesan::BudgetStage>(in->stage), in->number};
  Result<Date> day = Date::FromDays(in->day);
  if (!day) return std::move(day).error();
  out.day = *day;
  out.authorization = AuthorizationId{in->authorization};
  out.actor = yesan::ActorId{in->actor};
  if (in->line_count != 0) {
    YESAN_REQUIRE(in->item);
    YESAN_REQUIRE(in->amount);
    out.lines.resize(static_cast<std::size_t>(in->line_count));
    for (std::size_t i = 0; i < out.lines.size(); ++i) {
      out.lines[i].item = yesan::ItemId{in->item[i]};
      out.lines[i].amount = Money(in->amount[i]);
    }
  }
  YESAN_TRY(TakeSources(*in, out));
  if (in->total_count != 0) {
    YESAN_REQUIRE(in->total_program);
    YESAN_REQUIRE(in->total_amount);
    for (std::size_t i = 0; i < in->total_count; ++i) {
      Result<bool> revenue = yesan::capi::FlagOf(
          "total_revenue", in->total_revenue == nullptr ? 0 : in->total_revenue[i]);
      if (!revenue) return std::move(revenue).error();
      out.totals.push_back({ProgramId{in->total_program[i]}, *revenue, Money(in->total_amount[i])});
    }
  }
  if (in->absorb_count != 0) {
    YESAN_REQUIRE(in->absorbs);
    for (std::size_t i = 0; i < in->absorb_count; ++i) {
      out.absorbs.push_back(yesan::EntryId{in->absorbs[i]});
    }
  }
  return out;
}

}  // namespace

yesan_status yesan_ledger_authorization_add(yesan_book* book,
                                            const yesan_authorization* authorization,
                                            uint32_t* out_authorization, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_authorization);
    Result<yesan::Authorization> in = AuthorizationOf(authorization);
    if (!in) return std::move(in).error();
    Result<AuthorizationId> added = book->ledger->AddAuthorization(*std::move(in));
    if (!added) return std::move(added).error();
    *out_authorization = NumberOf(*added);
    return {};
  });
}

yesan_status yesan_ledger_authorizations(const yesan_book* book,
                                         yesan_authorization_table* out_authorizations,
                                         yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_authorizations));
    const yesan::Book& ledger = *book->ledger;
    const auto at = [&](std::size_t i) -> const yesan::Authorization& {
      return *ledger.Find(AuthorizationId{static_cast<std::uint32_t>(i + 1)});
    };
    yesan_authorization_table& table = *out_authorizations;
    return GiveTable(out_authorizations, ledger.authorization_count(), [&](TableWriter& out) {
      out.Column(table.kind, [&](std::size_t i) { return static_cast<std::int32_t>(at(i).kind); });
      out.Column(table.day, [&](std::size_t i) { return at(i).day.days(); });
      out.Column(table.fiscal_year, [&](std::size_t i) { return at(i).fiscal_year; });
      out.Column(table.account, [&](std::size_t i) { return NumberOf(at(i).account); });
      out.Column(table.program, [&](std::size_t i) { return NumberOf(at(i).program); });
      out.Column(table.item, [&](std::size_t i) { return NumberOf(at(i).item); });
      out.Column(table.purpose,
                 [&](std::size_t i) { return static_cast<std::int32_t>(at(i).purpose); });
      out.Column(table.last_year, [&](std::size_t i) { return at(i).last_year; });
      out.Column(table.limit,
                 [&](std::size_t i) { return at(i).limit ? at(i).limit->minor() : -1; });
      out.Column(table.drawn, [&](std::size_t i) {
        return ledger.DrawnOn(AuthorizationId{static_cast<std::uint32_t>(i + 1)}).minor();
      });
      out.Text(table.document, [&](std::size_t i) { return std::string_view(at(i).document); });
    });
  });
}

yesan_status yesan_ledger_authorization_drawn(const yesan_book* book, uint32_t authorization,
                                              int64_t* out_drawn, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_drawn);
    const AuthorizationId id{authorization};
    if (book->ledger->Find(id) == nullptr) return Error(Code::kNotFound);
    *out_drawn = book->ledger->DrawnOn(id).minor();
    return {};
  });
}

yesan_status yesan_ledger_budget_check(const yesan_book* book, const yesan_budget* budget,
                                       yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    Result<yesan::BudgetDocument> document = DocumentOf(budget);
    if (!document) return std::move(document).error();
    return book->ledger->CheckBudget(*document);
  });
}

yesan_status yesan_ledger_budget_adopt(yesan_book* book, const yesan_budget* budget,
                                       yesan_receipt* out_receipt, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(yesan::capi::CheckReceipt(out_receipt));
    Result<yesan::BudgetDocument> document = DocumentOf(budget);
    if (!document) return std::move(document).error();
    Result<yesan::Receipt> receipt = book->ledger->Adopt(*document);
    if (!receipt) return std::move(receipt).error();
    yesan::capi::Give(*receipt, out_receipt);
    return {};
  });
}

yesan_status yesan_ledger_versions(const yesan_book* book, uint32_t account, int32_t fiscal_year,
                                   yesan_version_table* out_versions, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_versions));
    const std::vector<yesan::BudgetVersion> versions =
        book->ledger->VersionsOf(AccountId{account}, fiscal_year);
    return GiveTable(out_versions, versions.size(), [&](TableWriter& out) {
      out.Column(out_versions->stage, [&](std::size_t i) { return versions[i].stage; });
      out.Column(out_versions->number, [&](std::size_t i) { return versions[i].number; });
    });
  });
}

yesan_status yesan_ledger_versions_compare(const yesan_book* book,
                                           const yesan_budget_version* prior,
                                           const yesan_budget_version* revised,
                                           yesan_version_rows* out_rows, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_rows));
    Result<yesan::BudgetVersion> from = VersionOf(prior);
    if (!from) return std::move(from).error();
    Result<yesan::BudgetVersion> to = VersionOf(revised);
    if (!to) return std::move(to).error();
    Result<std::vector<yesan::VersionRow>> rows = book->ledger->CompareVersions(*from, *to);
    if (!rows) return std::move(rows).error();
    return GiveTable(out_rows, rows->size(), [&](TableWriter& out) {
      const auto at = [&](std::size_t i) -> const yesan::VersionRow& { return (*rows)[i]; };
      out.Column(out_rows->item, [&](std::size_t i) { return at(i).item; });
      out.Column(out_rows->prior, [&](std::size_t i) { return at(i).prior.minor(); });
      out.Column(out_rows->change, [&](std::size_t i) { return at(i).change.minor(); });
      out.Column(out_rows->revised, [&](std::size_t i) { return at(i).revised.minor(); });
    });
  });
}
