/// @file
/// The columns of budgets and entries in files: what they are called in Korean and in English, and what a header means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/message.h"
#include "yesan/exchange/csv.h"
#include "yesan/money/unit.h"

namespace yesan {

/// What a column of a file holds. The numbers are those of the C API.
enum class CsvColumn : std::int32_t {
  kNone = 0,
  /// 키: a name for the row, unique in the file, by which later rows refer to it. Entries only.
  kKey = 1,
  kFiscalYear = 2,  ///< 회계연도: four digits, `2021` or `2021년`.
  kItem = 3,  ///< 예산과목 번호: the ItemId of a book, in place of all that follows up to kSide.
  kAccount = 4,           ///< 회계: its name.
  kDepartment = 5,        ///< 부서: its name.
  kField = 6,             ///< 분야: code, or name.
  kSector = 7,            ///< 부문.
  kPolicyProgram = 8,     ///< 정책사업.
  kUnitProgram = 9,       ///< 단위사업.
  kDetailedProgram = 10,  ///< 세부사업: its code in the fiscal year, or its name.
  kFieldName =
      11,  ///< 분야명: where a file has codes and names, the name. The same for the next four.
  kSectorName = 12,           ///< 부문명.
  kPolicyProgramName = 13,    ///< 정책사업명.
  kUnitProgramName = 14,      ///< 단위사업명.
  kDetailedProgramName = 15,  ///< 세부사업명.
  kObjectGroup = 16,          ///< 편성목: its code, `307`.
  kObjectItem =
      17,  ///< 통계목: its code, `307-05`; `307-05 민간위탁금` too. Of revenue the codes joined by `-`.
  kOrigin = 18,  ///< 구분: 당해연도, 명시이월, …; none: current.
  kSide = 19,    ///< 세입세출: 세입 or 세출, revenue or expenditure; none: expenditure.
  kAmount = 20,  ///< 금액: as ParseAmount reads it.
  kSource = 21,  ///< 재원: 국비, 시·도비, …; none: not told.
  kDay = 22,     ///< 일자: as ParseDate reads it.
  kKind = 23,    ///< 종류: 지출원인행위, commit, 9.
  kCause = 24,   ///< 사유: 전용, intra_program_virement, 22; none: Cause::kNone.
  /// 원인행위: the entry that it settles or corrects: the key of an earlier row, or `#123`, an EntryId of the book.
  kReference = 25,
  kGroup = 26,          ///< 묶음: the same text on all rows of a transfer; they stand together.
  kAuthorization = 27,  ///< 승인: its document as the book has it, or `#3`, an AuthorizationId.
  kActor = 28,          ///< 담당자: an ActorId.
  kMemo = 29,           ///< 적요: any text.
};

/// A column, with the names under which it is written.
struct ColumnInfo {
  CsvColumn column = CsvColumn::kNone;
  std::string_view ko;  ///< `세부사업`.
  std::string_view en;  ///< `detailed_program`.
};

/// Every column, in the order of their numbers. The array is static.
[[nodiscard]] const ColumnInfo* Columns(std::size_t* count) noexcept;

/// The name of a column in a language; empty for CsvColumn::kNone and for a number that is no column.
[[nodiscard]] std::string_view Name(CsvColumn column, Language language) noexcept;

/// What a header says.
struct Header {
  CsvColumn column = CsvColumn::kNone;  ///< kNone: no header of the table.
  Unit unit = Unit::kNone;              ///< Of an amount: `금액(천원)` is kThousandWon.
};

/// What a header means, compared loosely (FoldName): `세부 사업`, `Detailed program` and `detailed_program` are the same.
/// Beside the names of Columns the table has others that files use: `부서명`, `집행일자`, `원인행위번호`, `amount`, `memo`.
/// A unit may follow an amount in brackets: `금액(천원)`, `금액 (단위: 천원)`, `amount (thousand won)`.
[[nodiscard]] Header FindColumn(std::string_view header);

/// Where each column stands in a file.
class ColumnMap {
 public:
  /// Reads the header row. `allowed` are the columns that the file may have, `needed` those that it must.
  ///
  /// Every header that cannot stand is a problem of its own: `csv.empty_header` (kSyntax), `csv.unknown_header`
  /// (kNotFound: not of the table, or not allowed here) unless `ignore_unknown`, `csv.duplicate_header` (kDuplicate: two
  /// headers that mean the same column), `csv.missing_header` (kNotFound, field 0: one for each needed column).
  /// The map is good only where no problem was added.
  ColumnMap(const std::vector<std::string_view>& headers, const std::vector<CsvColumn>& allowed,
            const std::vector<CsvColumn>& needed, bool ignore_unknown, std::uint64_t row,
            std::uint64_t line, std::vector<CsvProblem>& problems);

  /// Whether the file has a column.
  [[nodiscard]] bool Has(CsvColumn column) const noexcept { return IndexOf(column) >= 0; }
  /// 0-based index of a column, −1 where the file has none.
  [[nodiscard]] std::int32_t IndexOf(CsvColumn column) const noexcept {
    return index_[static_cast<std::size_t>(column)];
  }
  /// Its header as printed; empty where the file has none.
  [[nodiscard]] std::string_view HeaderOf(CsvColumn column) const noexcept {
    return headers_[static_cast<std::size_t>(column)];
  }
  /// The unit that the header of the amounts names; Unit::kNone where it names none.
  [[nodiscard]] Unit unit() const noexcept { return unit_; }

 private:
  static constexpr std::size_t kColumns = 30;
  std::int32_t index_[kColumns];
  std::string headers_[kColumns];
  Unit unit_ = Unit::kNone;
};

}  // namespace yesan
