/// @file
/// Programs (세부사업) and what belongs to a year of them: names, people, legal bases, method, prose.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/budget/contract.h"
#include "yesan/budget/funding.h"
#include "yesan/budget/legal_basis.h"
#include "yesan/budget/results.h"
#include "yesan/budget/schedule.h"

namespace yesan {

/// Who carries a program out (추진방법). The numbers are those of the C API.
enum class Method : std::int32_t {
  kDirect = 1,             ///< 직영, 직접수행.
  kEntrustment = 2,        ///< 민간위탁.
  kGovernmentSubsidy = 3,  ///< 자치단체 보조: money to another local government.
  kPublicAgency = 4,       ///< 공기관 위탁, 대행.
  kPrivateSubsidy = 5,     ///< 민간보조, 보조금 교부.
  kIndirectSupport = 6,    ///< 간접지원.
  kServiceContract = 7,    ///< 용역.
  kContribution = 8,       ///< 출연.
};

/// `direct`, `entrustment`, …; `unknown` for a number that is no method.
[[nodiscard]] std::string_view Name(Method method) noexcept;
/// `직영`, `민간위탁`, ….
[[nodiscard]] std::string_view KoreanName(Method method) noexcept;

/// The methods that a text names, in the order in which they first stand there, each once.
/// `민간위탁, 자치구 사업 간접지원` gives {kEntrustment, kIndirectSupport}. Empty when it names none.
[[nodiscard]] std::vector<Method> FindMethods(std::string_view text);

/// A person in charge (담당자): `주무관 | 홍길동 | 2133-0000`.
struct Officer {
  std::string role;  ///< 과장, 팀장, 주무관.
  std::string name;
  std::string phone;  ///< As printed; may be empty.
};

/// What a cell of a table of officers holds: `최순옥 2133-6330` is a name and a telephone number. A cell without a number
/// is all name. The role is the heading of the column and is taken over as given.
[[nodiscard]] Officer ParseOfficer(std::string_view role, std::string_view cell);

/// The sections of prose that belong to a year, as printed.
struct ProgramProse {
  std::string purpose;  ///< 사업목적.
  std::string content;  ///< 사업내용.
  std::string history;  ///< 추진경위.
  std::string effects;  ///< 기대효과.
  std::string summary;  ///< 사업내용 of 기본 현황, in a few words.
};

/// What a program is in one fiscal year.
struct ProgramYear {
  std::int32_t fiscal_year = 0;
  std::string name;         ///< As the sheet of the year prints it; may not be empty.
  std::string code;         ///< 세부사업 code of the year; may be empty.
  std::string bureau;       ///< 실·국.
  std::string department;   ///< 부서.
  std::string period_text;  ///< 사업기간: 연례반복, 계속, `’22~’26`.
  std::vector<Officer> officers;
  std::vector<LegalBasis> legal_bases;
  std::vector<Method> methods;
  ProgramProse prose;
  FundingSplit funding;
  Schedule schedule;
  Contract contract;
};

/// A program. It keeps its identity over the years; all that may change belongs to a year.
class Program {
 public:
  /// A program without years. `id` is the caller's and is never interpreted.
  explicit Program(std::uint32_t id = 0) noexcept : id_(id) {}

  [[nodiscard]] std::uint32_t id() const noexcept { return id_; }

  /// Adds a year. Refuses with Code::kDuplicate when the year is there already, Code::kInvalidArgument when the name is
  /// empty.
  [[nodiscard]] Result<void> AddYear(ProgramYear year);

  /// Says a year anew that is there. Refuses with Code::kNotFound when it is not, Code::kInvalidArgument when the name is
  /// empty.
  [[nodiscard]] Result<void> AmendYear(ProgramYear year);

  /// The year, or null. The pointer stays good until the next AddYear.
  [[nodiscard]] const ProgramYear* Find(std::int32_t fiscal_year) const noexcept;
  [[nodiscard]] ProgramYear* Find(std::int32_t fiscal_year) noexcept;

  /// The name in a year, or in the last year before it that is known; empty when there is none.
  [[nodiscard]] std::string_view NameIn(std::int32_t fiscal_year) const noexcept;

  /// Whether some year has this name, compared loosely (FoldName): spaces, middle dots and brackets do not count.
  [[nodiscard]] bool IsCalled(std::string_view name) const;

  /// All years, ascending.
  [[nodiscard]] const std::vector<ProgramYear>& years() const noexcept { return years_; }

 private:
  std::uint32_t id_;
  std::vector<ProgramYear> years_;
};

}  // namespace yesan
