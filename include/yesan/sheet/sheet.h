/// @file
/// A program sheet (사업별 설명서) as it was printed: sections, lines, tables and figures, each with its place.
///
/// Printed is not true: a Sheet keeps what stands on the paper and judges nothing. Views (views.h) give its figures their
/// meaning, and the check module proves them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/finding.h"
#include "yesan/base/place.h"
#include "yesan/money/unit.h"

namespace yesan {

/// How a document arrives. The numbers are those of the C API.
enum class SheetFormat : std::int32_t {
  kAuto = 0,      ///< Found out from the text; a reader's option only.
  kTabs = 1,      ///< Text whose cells are separated by tabs.
  kLayout = 2,    ///< Text whose columns are made of spaces, as `pdftotext -layout` writes it.
  kMarkdown = 3,  ///< Markdown with pipe tables.
  kHtml = 4,  ///< HTML with tables; rowspan and colspan are spread over the cells that they cover.
};

/// The parts of a program sheet (domain: 지방재정법 §44의2 annex). The numbers are those of the C API.
enum class SectionKind : std::int32_t {
  kUnknown =
      0,  ///< A heading that the table of synonyms does not know, or text before the first one.
  kBasics = 1,       ///< 기본 현황, 사업개요: account, period, content.
  kOfficers = 2,     ///< 사업 담당자.
  kFunding = 3,      ///< 사업비, 재원: money by source.
  kOverview = 4,     ///< 예산 총괄: last year against this.
  kCostBasis = 5,    ///< 산출근거, 산출기초, 산출내역.
  kPurpose = 6,      ///< 사업목적.
  kLegalBasis = 7,   ///< 사업근거, 법적근거.
  kMethod = 8,       ///< 추진방법.
  kContent = 9,      ///< 사업내용.
  kHistory = 10,     ///< 추진경위.
  kSchedule = 11,    ///< 추진일정, 추진계획.
  kResults = 12,     ///< 최근 3년 추진실적.
  kEffects = 13,     ///< 기대효과.
  kSettlement = 14,  ///< 최근 3년 결산.
  kGroup = 15,  ///< A heading that only holds others: 예산 설명, 사업설명, 사업 효과.
};

/// `basics`, `officers`, …: the stable English name of a section.
[[nodiscard]] std::string_view Name(SectionKind kind) noexcept;
/// The heading that the writer prints when it has none: `기본 현황`, `사업 담당자`, ….
[[nodiscard]] std::string_view KoreanName(SectionKind kind) noexcept;

/// What a column of a table means. The numbers are those of the C API.
enum class ColumnRole : std::int32_t {
  kUnknown = 0,
  kLabel = 1,                 ///< 구분, 과목: what the row is about.
  kPrior = 2,                 ///< 전년도 예산액 (A), 기정액.
  kCurrent = 3,               ///< 금년도 예산액 (B), 경정액.
  kSupplementary = 4,         ///< 추경: a supplementary budget's amount beside the two.
  kChange = 5,                ///< 증감 (B−A).
  kRate = 6,                  ///< 증감률, (B−A)*100/A, in percent.
  kYear = 7,                  ///< 연도.
  kAdopted = 8,               ///< 최종예산, 예산액.
  kCarryoverIn = 9,           ///< 전년도이월액.
  kNetAdjustment = 10,        ///< 예산변경: everything that is neither adopted nor carried in.
  kContingency = 11,          ///< 예비비 사용액.
  kTransfer = 12,             ///< 이·전용 등.
  kCurrentBudget = 13,        ///< 예산현액.
  kDisbursed = 14,            ///< 집행액, 지출액.
  kCarryoverOut = 15,         ///< 차년이월, 다음연도이월액.
  kSubsidyRefund = 16,        ///< 보조금 반납금.
  kLapsed = 17,               ///< 집행잔액, 불용액.
  kExecutionRate = 18,        ///< 집행률, in percent.
  kStep = 19,                 ///< 사업추진절차.
  kPeriod = 20,               ///< 추진기간.
  kAmount = 21,               ///< An amount: 예산집행금액, 사업비.
  kDetail = 22,               ///< 추진세부내용, 내용, 실적.
  kFormula = 23,              ///< 산출내역, 예산내역.
  kNational = 24,             ///< 국비.
  kProvince = 25,             ///< 시·도비.
  kDistrict = 26,             ///< 시·군·구비.
  kOtherFunds = 27,           ///< 기타 재원.
  kTotal = 28,                ///< 계, 합계 as a column.
  kBureau = 29,               ///< 실·국.
  kDepartment = 30,           ///< 부서명.
  kOfficer = 31,              ///< 과장, 팀장, 주무관: the heading is the role.
  kPhone = 32,                ///< 전화번호.
  kRemark = 33,               ///< 비고.
  kExplicitCarryover = 34,    ///< 명시이월.
  kAccidentalCarryover = 35,  ///< 사고이월.
  kContinuingCarryover = 36,  ///< 계속비이월.
  kOriginal = 37,             ///< 당초, 본예산 beside a final amount of the same year.
  kFund = 38,                 ///< 기금.
  kBond = 39,                 ///< 지방채.
  kFirstDay = 40,             ///< 시작: where a period stands in two columns.
  kLastDay = 41,              ///< 종료.
};

/// `prior`, `current`, `carryover_in`, …: the stable English name of a role.
[[nodiscard]] std::string_view Name(ColumnRole role) noexcept;

/// A piece of text and where it was printed. Two pieces are equal when they read the same, wherever they stand.
///
/// The characters belong to the sheet (or to its source) and live as long as any copy of the sheet does.
struct Text {
  std::string_view
      text;     ///< As printed, white space at the ends removed, markup and entities resolved.
  Place place;  ///< The span in the source, markup and entities included.

  [[nodiscard]] bool empty() const noexcept { return text.empty(); }
  friend bool operator==(const Text& a, const Text& b) noexcept { return a.text == b.text; }
  friend bool operator!=(const Text& a, const Text& b) noexcept { return a.text != b.text; }
};

/// A column of a table.
struct Column {
  ColumnRole role = ColumnRole::kUnknown;
  std::int32_t year = 0;  ///< The year that its heading names (`2020예산액 (A)`: 2020), or 0.
  Unit unit = Unit::kNone;  ///< The unit that its heading names itself (`예산(백만원)`), or kNone.
  Text heading;             ///< As printed; headings of two rows are joined by a space.
  friend bool operator==(const Column& a, const Column& b) noexcept {
    return a.role == b.role && a.year == b.year && a.unit == b.unit && a.heading == b.heading;
  }
};

/// A row of a table.
struct Row {
  std::vector<Text>
      cells;  ///< One a column, short when the row lost cells; blank cells are empty text.
  std::uint32_t printed_cells = 0;  ///< Cells as printed, blank ones at the end included.
  Place place;  ///< The whole row; of a row cut by a page break, its first part.
  friend bool operator==(const Row& a, const Row& b) noexcept { return a.cells == b.cells; }
};

/// A table: what its heading says and its rows, page breaks mended and repeated headings removed.
struct Table {
  Unit unit =
      Unit::kNone;  ///< From `(단위 : 천원, %)` above or inside it; kNone when none is printed.
  Text unit_text;   ///< That heading as printed; empty when there is none.
  std::vector<Column> columns;  ///< Empty when the table has no heading.
  std::vector<Row> rows;        ///< In the order of the document.
  Place place;                  ///< From its first line to its last.
  friend bool operator==(const Table& a, const Table& b) noexcept {
    return a.unit == b.unit && a.unit_text == b.unit_text && a.columns == b.columns &&
           a.rows == b.rows;
  }
};

/// A line of text or a table; exactly one of the two.
struct Block {
  Text line;                     ///< A line of prose, with its bullet.
  std::uint32_t indent = 0;      ///< Spaces before the line: a bullet's depth.
  std::unique_ptr<Table> table;  ///< Null for a line.

  Block() = default;
  Block(Block&&) noexcept = default;
  Block& operator=(Block&&) noexcept = default;
  Block(const Block& other);
  Block& operator=(const Block& other);
  ~Block() = default;
  friend bool operator==(const Block& a, const Block& b) noexcept {
    if ((a.table == nullptr) != (b.table == nullptr)) return false;
    return a.table ? *a.table == *b.table : a.line == b.line;
  }
};

/// A heading and what stands under it.
struct Section {
  SectionKind kind = SectionKind::kUnknown;
  std::int32_t year = 0;  ///< The year that its heading names (`2021년도 추진일정`), or 0.
  Text heading;           ///< As printed; empty for text before the first heading.
  std::vector<Block> blocks;
  friend bool operator==(const Section& a, const Section& b) noexcept {
    return a.kind == b.kind && a.year == b.year && a.heading == b.heading && a.blocks == b.blocks;
  }
};

namespace internal {
class SheetText;
}

/// A program sheet, read or built.
///
/// Copies share their text. Equality is that of what is printed, not of where: the sheet that `Read(Write(s))` gives
/// equals `s`, though every place differs.
class Sheet {
 public:
  /// An empty sheet, to be built by hand: use Keep for every text that it is given.
  Sheet();

  SheetFormat format = SheetFormat::kTabs;  ///< How the document arrived.
  Text title;                               ///< The program's name, as printed.
  std::int32_t fiscal_year = 0;   ///< The year that the sheet is about, 0 when it names none.
  std::vector<Section> sections;  ///< In the order of the document.
  std::vector<Text>
      not_understood;  ///< Text that no section, table or rule of reading claims; it is also
                       ///< kept at its place in `sections`.
  std::vector<Finding>
      reading;  ///< What was noticed while reading: odd bytes, markup, a table without heading.

  /// The document as it was read; empty for a sheet that was built.
  [[nodiscard]] std::string_view source() const noexcept;
  /// Copies text into the sheet and gives a view that lives as long as any copy of the sheet. The text has no place.
  [[nodiscard]] std::string_view Keep(std::string_view text);
  /// The place of a part of a text of this sheet. A part that markup, an entity or a page break tears apart has the raw
  /// span that covers it; a text that was not read from a source has no place.
  /// @pre `offset + length` is at most `text.text.size()`.
  [[nodiscard]] Place PlaceOf(const Text& text, std::size_t offset,
                              std::size_t length) const noexcept;

  /// The first section of a kind that has anything in it, else the first of that kind, or null.
  [[nodiscard]] const Section* Find(SectionKind kind) const noexcept;
  /// The first table in any section of a kind, or null.
  [[nodiscard]] const Table* FindTable(SectionKind kind) const noexcept;
  /// The first column of a role, counted from 0, or -1.
  [[nodiscard]] static std::int32_t ColumnOf(const Table& table, ColumnRole role) noexcept;

  friend bool operator==(const Sheet& a, const Sheet& b) noexcept {
    return a.title == b.title && a.fiscal_year == b.fiscal_year && a.sections == b.sections &&
           a.not_understood == b.not_understood;
  }
  friend bool operator!=(const Sheet& a, const Sheet& b) noexcept { return !(a == b); }

 private:
  friend class internal::SheetText;
  std::shared_ptr<internal::SheetText> text_;
};

}  // namespace yesan
