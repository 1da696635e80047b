// What a refused row is told, in both languages.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "lib/ledger/figure.h"
#include "lib/ledger/kinds.h"
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

void Append(Message& to, const std::string& ko, const std::string& en) {
  to.ko += " " + ko;
  to.en += " " + en;
}

// What a row settles or corrects: an entry of the book, or a row of its own batch.
struct NamedRow {
  std::uint32_t entry = 0;
  std::optional<std::size_t> row;
};
NamedRow NamedBy(const BookState& state, const BatchView& batch, std::size_t row) {
  NamedRow named;
  const std::int64_t asked = batch.reference == nullptr ? 0 : batch.reference[row];
  if (asked > 0 && static_cast<std::uint64_t>(asked) <= state.entries.size())
    named.entry = static_cast<std::uint32_t>(asked);
  if (asked < 0 && static_cast<std::uint64_t>(-(asked + 1)) < row)
    named.row = static_cast<std::size_t>(-(asked + 1));
  return named;
}

void TellOfficer(const BookState& state, const BatchView& batch, std::size_t row, Message& to) {
  const NamedRow named = NamedBy(state, batch, row);
  const std::string officer = std::to_string(batch.actor == nullptr ? 0 : batch.actor[row]);
  const std::string ko = named.row ? "이 묶음의 " + std::to_string(*named.row + 1) + "번째 줄"
                                   : "기록 #" + std::to_string(named.entry);
  const std::string en = named.row ? "row " + std::to_string(*named.row + 1) + " of this batch"
                                   : "entry #" + std::to_string(named.entry);
  Append(to, "담당자 " + officer + ": " + ko + "의 지출원인행위를 한 사람입니다.",
         "Officer " + officer + " made the commitment, " + en + ".");
}

void TellYear(const BookState& state, const BatchView& batch, std::size_t row, Message& to) {
  const auto kind = static_cast<EntryKind>(batch.kind[row]);
  const YearInfo& year = state.YearOf(state.InfoOf(batch.item[row]));
  const NamedRow named = NamedBy(state, batch, row);
  const auto of = static_cast<EntryKind>(named.row          ? batch.kind[*named.row]
                                         : named.entry != 0 ? state.entries.kind(named.entry)
                                                            : 0);
  const bool of_budget = kind == EntryKind::kCorrect && ChangesBudget(of);
  const std::int32_t last =
      of_budget ? year.last_day : state.index.LastDayOf(year.last_day, kind, batch.day[row]);
  const std::string number = std::to_string(year.year);
  const std::string days = DayText(year.first_day) + "~" + DayText(year.last_day);
  Append(to, number + " 회계연도: " + days + ".", "Fiscal year " + number + ": " + days + ".");
  if (last > year.last_day) {
    Append(to, "이 종류의 기록은 " + DayText(last) + "까지입니다.",
           "This kind may be dated until " + DayText(last) + ".");
  }
}

void TellCover(const BookState& state, const BatchView& batch, std::size_t row, Message& to) {
  const std::uint32_t number = batch.authorization[row];
  const Authorization& given = state.authorizations[number - 1];
  const std::string name = "#" + std::to_string(number) + " '" + given.document + "'";
  const auto say = [&](const std::string& ko, const std::string& en) {
    Append(to, "승인 " + name + ": " + ko, "Authorization " + name + " " + en);
  };
  switch (CoverOf(state, given, batch.item[row], batch.day[row])) {
    case Cover::kWhole:
      return;
    case Cover::kNotDay:
      return say(given.day.ToString() + "부터 효력이 있습니다.",
                 "takes effect on " + given.day.ToString() + ".");
    case Cover::kNotYear: {
      std::string years = std::to_string(given.fiscal_year);
      if (given.kind == AuthorizationKind::kContinuingPlan)
        years += "~" + std::to_string(given.last_year);
      return say(years + " 회계연도의 것입니다.", "is of fiscal year " + years + ".");
    }
    case Cover::kNotAccount: {
      const std::string& account = state.accounts[NumberOf(given.account) - 1].name;
      return say("회계 '" + account + "'의 것입니다.", "is of the account '" + account + "'.");
    }
    case Cover::kNotItem: {
      const std::string item = std::to_string(NumberOf(given.item));
      return say("항목 " + item + "의 것입니다.", "is of item " + item + ".");
    }
    case Cover::kNotProgram: {
      const std::uint32_t node = NumberOf(given.program);
      const std::int32_t year = state.items[batch.item[row] - 1].fiscal_year;
      const std::string program = "'" + std::string(state.node_years[node - 1].NameIn(year)) +
                                  "' (" + std::to_string(node) + ")";
      return say("사업 " + program + "의 것입니다.", "is of the program " + program + ".");
    }
  }
}

// Which topic of the policy refuses with a code; none where a refusal is no matter of policy.
std::optional<PolicyTopic> TopicOf(Code code) noexcept {
  switch (code) {
    case Code::kDayOutsideYear:
      return PolicyTopic::kAfterYearUntil;
    case Code::kSameOfficer:
      return PolicyTopic::kSeparateOfficers;
    case Code::kAuthorizationMissing:
    case Code::kWrongAuthorization:
      return PolicyTopic::kNeedsAuthorization;
    case Code::kNotEarmarked:
      return PolicyTopic::kEarmarkedSource;
    case Code::kPurposeMissing:
      return PolicyTopic::kProvisionalPurpose;
    case Code::kBarredOut:
      return PolicyTopic::kBarredOut;
    case Code::kBarredInto:
      return PolicyTopic::kBarredInto;
    case Code::kNoBudget:
      return PolicyTopic::kBudgetedOnly;
    case Code::kNotFromReserve:
    case Code::kReserveByDrawOnly:
      return PolicyTopic::kReserveObjects;
    case Code::kAcrossPolicyPrograms:
      return PolicyTopic::kInsidePolicyProgram;
    case Code::kInsideOnePolicyProgram:
      return PolicyTopic::kAcrossPolicyPrograms;
    case Code::kTooWide:
      return PolicyTopic::kInsideUnitProgram;
    case Code::kPurposeChanged:
      return PolicyTopic::kSamePurpose;
    case Code::kWrongAccount:
      return PolicyTopic::kOnlyInAccounts;
    case Code::kCarriedBefore:
      return PolicyTopic::kAccidentalOnce;
    default:
      return std::nullopt;
  }
}

// `… (지방재정법 §49).`: the article of the line in the place of the general one, or at the sentence's end. What the line adds
// in brackets stands in square ones there: `(지방재정법 §49②3, 시행령 §55 [인건비])`.
void Cite(std::string& sentence, std::string article) {
  std::replace(article.begin(), article.end(), '(', '[');
  std::replace(article.begin(), article.end(), ')', ']');
  const std::size_t begin = sentence.rfind(" (지방");
  const std::size_t end = begin == std::string::npos ? begin : sentence.find(')', begin);
  if (end != std::string::npos && sentence.find("§", begin) < end) {
    sentence.replace(begin + 2, end - begin - 2, article);
  } else if (!sentence.empty() && sentence.back() == '.') {
    sentence.insert(sentence.size() - 1, " (" + article + ")");
  }
}

// The article of the line that refuses: of the row's kind and cause, and of its object where objects are named.
void TellArticle(const BookState& state, const BatchView& batch, std::size_t row, Code code,
                 Message& message) {
  const std::optional<PolicyTopic> topic = TopicOf(code);
  if (!topic) return;
  const std::uint32_t item = batch.item[row];
  const bool known = item >= 1 && item <= state.items.size();
  const auto cause = static_cast<Cause>(batch.cause == nullptr ? 0 : batch.cause[row]);
  for (const PolicyLine* line : state.index.Of(*topic)) {
    if (line->article.empty() || !PolicyIndex::InForce(*line, batch.day[row])) continue;
    const bool of_kind =
        (*topic != PolicyTopic::kAfterYearUntil && *topic != PolicyTopic::kNeedsAuthorization) ||
        static_cast<std::int32_t>(line->kind) == batch.kind[row];
    const bool of_cause = line->cause == Cause::kNone || PolicyIndex::SameCause(line->cause, cause);
    const bool of_object = line->objects.empty() ||
                           (known && PolicyIndex::Lists(*line, state.items[item - 1].object_group,
                                                        state.items[item - 1].object_item));
    if (!of_kind || !of_cause || !of_object) continue;
    Cite(message.ko, line->article);
    Cite(message.en, line->article);
    return;
  }
}

}  // namespace

Cover CoverOf(const BookState& state, const Authorization& given, std::uint32_t item,
              std::int32_t day) noexcept {
  const ItemKey& key = state.items[item - 1];
  if (day < given.day.days()) return Cover::kNotDay;
  // A continuing plan covers all its years.
  const bool plan = given.kind == AuthorizationKind::kContinuingPlan;
  const std::int32_t last = plan ? given.last_year : given.fiscal_year;
  if (given.fiscal_year != 0 && (key.fiscal_year < given.fiscal_year || key.fiscal_year > last))
    return Cover::kNotYear;
  if (given.account != AccountId::kNone && given.account != key.account) return Cover::kNotAccount;
  if (given.item != ItemId::kNone && NumberOf(given.item) != item) return Cover::kNotItem;
  if (given.program != ProgramId::kNone &&
      !state.IsUnder(NumberOf(key.program), NumberOf(given.program))) {
    return Cover::kNotProgram;
  }
  return Cover::kWhole;
}

Error RefusedRow(const BookState& state, const BatchView& batch, std::size_t row, Code code,
                 std::optional<std::int64_t> available, std::optional<std::int64_t> asked) {
  ErrorDetail detail;
  detail.rule = std::string(Name(code));
  detail.row = static_cast<std::int64_t>(row);
  detail.available = available;
  detail.asked = asked;
  Message sentence = Error(code).message();
  TellArticle(state, batch, row, code, sentence);
  detail.message = Where(state, batch, row);
  detail.message.ko += ": " + sentence.ko;
  detail.message.en += ": " + sentence.en;
  if (code == Code::kSameOfficer) TellOfficer(state, batch, row, detail.message);
  if (code == Code::kDayOutsideYear) TellYear(state, batch, row, detail.message);
  if (code == Code::kNotCovered) TellCover(state, batch, row, detail.message);
  if (available && asked) {
    const std::string there = Figure(*available, state.government);
    const std::string wanted = Figure(*asked, state.government);
    detail.message.ko += " 가능한 금액 " + there + ", 요청한 금액 " + wanted + ".";
    detail.message.en += " Available " + there + ", asked " + wanted + ".";
  }
  return Error(code, std::move(detail));
}

}  // namespace yesan::internal
