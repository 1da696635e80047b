// The fields of each part, said once for writing and for reading.
#pragma once

#include "yesan/budget/cost_basis.h"
#include "yesan/budget/program.h"
#include "yesan/ledger/book_parts.h"

namespace yesan::internal {

// What a node of a cost basis says besides what its text gives again.
struct NodeFields {
  std::string text;
  std::string label;
  std::string bullet;
  FormulaRole role = FormulaRole::kOnly;
  bool remark = false;
  Code refusal = Code::kOk;
  Place text_place;
  std::optional<BasisAmount> won_amount;
  std::optional<BasisAmount> unit_amount;
  Place place;
  std::int32_t parent = 0;  // the number of the node from 1 on; 0: none
};
struct BasisFields {
  Unit column_unit = Unit::kThousandWon;
  std::vector<NodeFields> nodes;
};

template <class V, class P>
void Fields(V& v, P& p, const Officer*) {
  v("role", p.role);
  v("name", p.name);
  v("phone", p.phone);
}
template <class V, class P>
void Fields(V& v, P& p, const LegalBasis*) {
  v("kind", p.kind);
  v("name", p.name);
  v("article", p.article);
  v("article_branch", p.article_branch);
  v("paragraph", p.paragraph);
  v("item", p.item);
  v("title", p.title);
  v("offset", p.offset);
  v("length", p.length);
}
template <class V, class P>
void Fields(V& v, P& p, const ProgramProse*) {
  v("purpose", p.purpose);
  v("content", p.content);
  v("history", p.history);
  v("effects", p.effects);
  v("summary", p.summary);
}
template <class V, class P>
void Fields(V& v, P& p, const FundingPart*) {
  v("source", p.source);
  v("label", p.label);
  v("amount", p.amount);
}
template <class V, class P>
void Fields(V& v, P& p, const FundingSplit*) {
  v("total", p.total);
  v("in_budget", p.in_budget);
  v("outside_budget", p.outside_budget);
}
template <class V, class P>
void Fields(V& v, P& p, const DaySpan*) {
  v("first", p.first);
  v("last", p.last);
  v("granularity", p.granularity);
}
template <class V, class P>
void Fields(V& v, P& p, const StatedLength*) {
  v("count", p.count);
  v("unit", p.unit);
  v("counted", p.counted);
  v("holds", p.holds);
}
template <class V, class P>
void Fields(V& v, P& p, const PeriodTerm*) {
  v("kind", p.kind);
  v("first", p.first);
  v("last", p.last);
  v("first_granularity", p.first_granularity);
  v("last_granularity", p.last_granularity);
  v("ending", p.ending);
  v("recurrence", p.recurrence);
  v("exclusions", p.exclusions);
  v("stated_length", p.stated_length);
  v("noted", p.noted);
  v("remark", p.remark);
}
template <class V, class P>
void Fields(V& v, P& p, const PeriodNotation*) {
  v("tilde", p.tilde);
  v("separator", p.separator);
  v("two_digit_year", p.two_digit_year);
  v("quoted_year", p.quoted_year);
}
template <class V, class P>
void Fields(V& v, P& p, const Period*) {
  Fields(v, p, static_cast<const PeriodTerm*>(nullptr));
  v("revisions", p.revisions);
  v("revision_blank", p.revision_blank);
  v("notation", p.notation);
  v("raw", p.raw);
}
template <class V, class P>
void Fields(V& v, P& p, const PlannedStep*) {
  v("name", p.name);
  v("period", p.period);
  v("amount", p.amount);
  v("detail", p.detail);
}
template <class V, class P>
void Fields(V& v, P& p, const Schedule*) {
  v("fiscal_year", p.fiscal_year);
  v("steps", p.steps);
  v("total", p.total);
}
template <class V, class P>
void Fields(V& v, P& p, const ContractTerm*) {
  v("event", p.event);
  v("concluded_on", p.concluded_on);
  v("period", p.period);
  v("line", p.line);
  v("offset", p.offset);
  v("length", p.length);
}
template <class V, class P>
void Fields(V& v, P& p, const Contract*) {
  v("grantee", p.grantee);
  v("terms", p.terms);
}
template <class V, class P>
void Fields(V& v, P& p, const ProgramYear*) {
  v("fiscal_year", p.fiscal_year);
  v("name", p.name);
  v("code", p.code);
  v("bureau", p.bureau);
  v("department", p.department);
  v("period_text", p.period_text);
  v("officers", p.officers);
  v("legal_bases", p.legal_bases);
  v("methods", p.methods);
  v("prose", p.prose);
  v("funding", p.funding);
  v("schedule", p.schedule);
  v("contract", p.contract);
}
template <class V, class P>
void Fields(V& v, P& p, const BudgetAmount*) {
  v("total", p.total);
  v("part_kind", p.part_kind);
  v("part", p.part);
}
template <class V, class P>
void Fields(V& v, P& p, const ImportedYear*) {
  v("fiscal_year", p.fiscal_year);
  v("adopted", p.adopted);
  v("carryover_in", p.carryover_in);
  v("net_adjustment", p.net_adjustment);
  v("current_budget", p.current_budget);
  v("disbursed", p.disbursed);
  v("carryover_out", p.carryover_out);
  v("subsidy_refund", p.subsidy_refund);
  v("unspent_balance", p.unspent_balance);
  v("lapsed_balance", p.lapsed_balance);
  v("record", p.record);
  v("document", p.document);
}
template <class V, class P>
void Fields(V& v, P& p, const ImportedBudget*) {
  v("label", p.label);
  v("prior", p.prior);
  v("current", p.current);
}
template <class V, class P>
void Fields(V& v, P& p, const Place*) {
  v("line", p.line);
  v("column", p.column);
  v("offset", p.offset);
  v("length", p.length);
}
template <class V, class P>
void Fields(V& v, P& p, const TextSpan*) {
  v("offset", p.offset);
  v("length", p.length);
}
template <class V, class P>
void Fields(V& v, P& p, const BasisAmount*) {
  v("figure", p.figure);
  v("unit", p.unit);
  v("unit_assumed", p.unit_assumed);
  v("place", p.place);
  v("line", p.line);
  v("span", p.span);
}
template <class V, class P>
void Fields(V& v, P& p, const NodeFields*) {
  v("text", p.text);
  v("label", p.label);
  v("bullet", p.bullet);
  v("role", p.role);
  v("remark", p.remark);
  v("refusal", p.refusal);
  v("text_place", p.text_place);
  v("won_amount", p.won_amount);
  v("unit_amount", p.unit_amount);
  v("place", p.place);
  v("parent", p.parent);
}
template <class V, class P>
void Fields(V& v, P& p, const BasisFields*) {
  v("column_unit", p.column_unit);
  v("nodes", p.nodes);
}

}  // namespace yesan::internal
