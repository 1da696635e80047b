#include "yesan/report/report.h"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "capi/convert.h"
#include "capi/findings.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/table.h"
#include "yesan/check/check.h"
#include "yesan/report/html.h"
#include "yesan/report/summary.h"
#include "yesan/report/tables.h"

using yesan::CheckReport;
using yesan::Code;
using yesan::Coverage;
using yesan::Error;
using yesan::Finding;
using yesan::Result;
using yesan::capi::CheckNumber;
using yesan::capi::GiveTable;
using yesan::capi::GiveText;
using yesan::capi::Guard;
using yesan::capi::Out;
using yesan::capi::TableWriter;

namespace {

Result<yesan::ReportOptions> OptionsOf(const yesan_report_options* options) {
  if (options == nullptr) return yesan::capi::NullArgument("options");
  YESAN_TRY(yesan::capi::CheckStructSize("options", options->struct_size, sizeof *options));
  YESAN_TRY(CheckNumber("format", options->format, YESAN_REPORT_TEXT, YESAN_REPORT_HTML));
  YESAN_TRY(
      CheckNumber("language", options->language, YESAN_LANGUAGE_KOREAN, YESAN_LANGUAGE_ENGLISH));
  yesan::ReportOptions out;
  out.language = static_cast<yesan::Language>(options->language);
  out.columns_max = options->columns_max;
  return out;
}

// What the check of a document lists, with the number of the document.
template <class T>
struct DocumentRow {
  std::uint32_t document;
  const T* of;
};

// The lists of all documents, one after the other.
template <class T, class ListOf>
std::vector<DocumentRow<T>> RowsOf(const yesan_report& report, ListOf list_of) {
  std::vector<DocumentRow<T>> rows;
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    for (const T& entry : list_of(i)) rows.push_back({static_cast<std::uint32_t>(i), &entry});
  }
  return rows;
}

Result<void> GiveCoverage(const yesan_report& report, std::vector<Coverage> CheckReport::*list,
                          yesan_coverage_table* table) {
  const auto rows = RowsOf<Coverage>(report, [&](std::size_t i) -> const std::vector<Coverage>& {
    return report.documents[i].*list;
  });
  return GiveTable(table, rows.size(), [&](TableWriter& out) {
    out.Column(table->document, [&](std::size_t i) { return rows[i].document; });
    out.Column(table->place, [&](std::size_t i) { return Out(rows[i].of->place); });
    out.Text(table->rule, [&](std::size_t i) { return rows[i].of->rule; });
  });
}

}  // namespace

yesan_status yesan_rules(yesan_rule_table* out_rules, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_TRY(yesan::capi::CheckTable(out_rules));
    std::size_t count = 0;
    const yesan::Rule* rules = yesan::Rules(&count);
    return GiveTable(out_rules, count, [&](TableWriter& out) {
      out.Column(out_rules->severity, [&](std::size_t i) { return rules[i].severity; });
      out.Text(out_rules->id, [&](std::size_t i) { return rules[i].id; });
      out.Text(out_rules->claim_ko, [&](std::size_t i) { return rules[i].ko; });
      out.Text(out_rules->claim_en, [&](std::size_t i) { return rules[i].en; });
      out.Text(out_rules->source, [&](std::size_t i) { return rules[i].source; });
    });
  });
}

yesan_status yesan_report_create(uint64_t count, const yesan_sheet* const* sheets,
                                 yesan_report** out_report, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_report);
    if (count != 0) YESAN_REQUIRE(sheets);
    auto report = std::make_unique<yesan_report>();
    std::vector<const yesan::Sheet*> pointers;
    for (std::uint64_t i = 0; i < count; ++i) {
      YESAN_REQUIRE(sheets[i]);
      report->sheets.push_back(sheets[i]->sheet);
      pointers.push_back(sheets[i]->sheet.get());
    }
    report->documents = yesan::CheckEach(pointers);
    for (const CheckReport& document : report->documents) {
      report->findings.insert(report->findings.end(), document.findings.begin(),
                              document.findings.end());
    }
    *out_report = report.release();
    return {};
  });
}

void yesan_report_destroy(yesan_report* report) { delete report; }

yesan_status yesan_report_findings(const yesan_report* report, yesan_finding_table* out_findings,
                                   yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(report);
    YESAN_TRY(yesan::capi::CheckTable(out_findings));
    return yesan::capi::GiveFindings(report->findings, out_findings);
  });
}

yesan_status yesan_report_coverage(const yesan_report* report, yesan_coverage_table* out_coverage,
                                   yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(report);
    YESAN_TRY(yesan::capi::CheckTable(out_coverage));
    return GiveCoverage(*report, &CheckReport::coverage, out_coverage);
  });
}

yesan_status yesan_report_rough(const yesan_report* report, yesan_coverage_table* out_rough,
                                yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(report);
    YESAN_TRY(yesan::capi::CheckTable(out_rough));
    return GiveCoverage(*report, &CheckReport::rough, out_rough);
  });
}

yesan_status yesan_report_unread(const yesan_report* report, yesan_place_table* out_unread,
                                 yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(report);
    YESAN_TRY(yesan::capi::CheckTable(out_unread));
    const auto rows =
        RowsOf<yesan::Place>(*report, [&](std::size_t i) -> const std::vector<yesan::Place>& {
          return report->documents[i].unread;
        });
    return GiveTable(out_unread, rows.size(), [&](TableWriter& out) {
      out.Column(out_unread->document, [&](std::size_t i) { return rows[i].document; });
      out.Column(out_unread->place, [&](std::size_t i) { return Out(*rows[i].of); });
    });
  });
}

yesan_status yesan_report_figures(const yesan_report* report, yesan_proof_table* out_figures,
                                  yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(report);
    YESAN_TRY(yesan::capi::CheckTable(out_figures));
    std::vector<std::vector<yesan::ProvedFigure>> figures;
    for (std::size_t i = 0; i < report->documents.size(); ++i) {
      figures.push_back(ProvedFigures(*report->sheets[i], report->documents[i]));
    }
    const auto rows = RowsOf<yesan::ProvedFigure>(
        *report,
        [&](std::size_t i) -> const std::vector<yesan::ProvedFigure>& { return figures[i]; });
    return GiveTable(out_figures, rows.size(), [&](TableWriter& out) {
      out.Column(out_figures->document, [&](std::size_t i) { return rows[i].document; });
      out.Column(out_figures->place, [&](std::size_t i) { return Out(rows[i].of->place); });
      out.Column(out_figures->section, [&](std::size_t i) { return rows[i].of->section; });
      out.Column(out_figures->proof, [&](std::size_t i) { return rows[i].of->proof; });
      out.Column(out_figures->rules, [&](std::size_t i) { return rows[i].of->rules; });
      out.Text(out_figures->printed,
               [&](std::size_t i) -> const std::string& { return rows[i].of->printed; });
      out.Text(out_figures->name,
               [&](std::size_t i) -> const std::string& { return rows[i].of->name; });
    });
  });
}

yesan_status yesan_report_roundings(const yesan_report* report, uint64_t document,
                                    uint32_t* out_modes, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(report);
    YESAN_REQUIRE(out_modes);
    if (document >= report->documents.size()) return Error(Code::kNotFound);
    *out_modes = report->documents[static_cast<std::size_t>(document)].roundings.bits();
    return {};
  });
}

yesan_status yesan_report_write(const yesan_report* report, uint64_t document, const char* name,
                                uint64_t name_length, const yesan_report_options* options,
                                char* out_text, uint64_t capacity, uint64_t* out_length,
                                yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(report);
    YESAN_REQUIRE(out_length);
    Result<yesan::ReportOptions> how = OptionsOf(options);
    if (!how) return std::move(how).error();
    Result<std::string_view> called = yesan::capi::TextOf(name, name_length);
    if (!called) return std::move(called).error();
    if (document >= report->documents.size()) return Error(Code::kNotFound);
    how->document = *called;
    const yesan::Sheet& sheet = *report->sheets[static_cast<std::size_t>(document)];
    const CheckReport& found = report->documents[static_cast<std::size_t>(document)];
    std::string text;
    switch (options->format) {
      case YESAN_REPORT_TEXT:
        text = ReportText(sheet, found, *how);
        break;
      case YESAN_REPORT_MARKDOWN:
        text = ReportMarkdown(sheet, found, *how);
        break;
      default:
        text = ReportHtml(sheet, found, *how);
        break;
    }
    return GiveText(text, out_text, capacity, out_length);
  });
}

yesan_status yesan_report_ranking(const yesan_report* report, int64_t* out_rows, uint64_t capacity,
                                  uint64_t* out_count, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(report);
    YESAN_REQUIRE(out_count);
    std::vector<yesan::SummaryEntry> entries(report->sheets.size());
    for (std::size_t i = 0; i < entries.size(); ++i) entries[i].sheet = report->sheets[i].get();
    const std::vector<std::size_t> ranking = Ranking(report->findings, entries);
    if (capacity != 0) {
      YESAN_REQUIRE(out_rows);
      if (capacity < ranking.size()) {
        return yesan::capi::TooSmall("out_rows", ranking.size(), capacity);
      }
      for (std::size_t i = 0; i < ranking.size(); ++i) {
        out_rows[i] = static_cast<std::int64_t>(ranking[i]);
      }
    }
    *out_count = ranking.size();
    return {};
  });
}

namespace {

// The documents of a summary as entries; `of_sheet` gets for each sheet its entry, or entries.size().
Result<std::vector<yesan::SummaryEntry>> EntriesOf(const yesan_report& report,
                                                   const yesan_summary_documents* documents,
                                                   std::vector<std::size_t>& of_sheet) {
  const std::size_t sheets = report.sheets.size();
  if (documents != nullptr) {
    YESAN_TRY(yesan::capi::CheckStructSize("documents", documents->struct_size, sizeof *documents));
    YESAN_TRY(yesan::capi::CheckReserved("documents", documents->reserved));
  }
  const std::uint64_t count = documents == nullptr ? sheets : documents->count;
  const auto check = [&](std::string_view name, const yesan_text_column& column) -> Result<void> {
    if (column.offsets == nullptr) return {};
    YESAN_TRY(yesan::capi::CheckTexts(name, column, count));
    for (std::uint64_t i = 0; i < count; ++i) {
      if (Result<void> valid = yesan::capi::CheckUtf8(yesan::capi::TextAt(column, i)); !valid) {
        return std::move(valid).error().AtRow(static_cast<std::int64_t>(i));
      }
    }
    return {};
  };
  if (documents != nullptr) {
    YESAN_TRY(check("names", documents->names));
    YESAN_TRY(check("refusals", documents->refusals));
    YESAN_TRY(check("links", documents->links));
  }
  of_sheet.assign(sheets, static_cast<std::size_t>(count));
  std::vector<yesan::SummaryEntry> entries;
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto row = static_cast<std::int64_t>(i);
    const auto text = [&](const yesan_text_column& column) {
      return column.offsets == nullptr ? std::string()
                                       : std::string(yesan::capi::TextAt(column, i));
    };
    const std::int64_t sheet =
        documents == nullptr || documents->sheet == nullptr ? row : documents->sheet[i];
    if (sheet < -1 || sheet >= static_cast<std::int64_t>(sheets)) {
      return Error(Code::kNotFound).AtRow(row);
    }
    yesan::SummaryEntry entry;
    if (sheet >= 0) {
      std::size_t& at = of_sheet[static_cast<std::size_t>(sheet)];
      if (at != count) return Error(Code::kDuplicate).AtRow(row);
      at = static_cast<std::size_t>(i);
      entry.sheet = report.sheets[static_cast<std::size_t>(sheet)].get();
    }
    if (documents != nullptr) {
      entry.name = text(documents->names);
      entry.link = text(documents->links);
      if (sheet < 0) entry.refusal.ko = entry.refusal.en = text(documents->refusals);
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

yesan_status yesan_report_summary(const yesan_report* report,
                                  const yesan_summary_documents* documents,
                                  const yesan_report_options* options, char* out_text,
                                  uint64_t capacity, uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(report);
    YESAN_REQUIRE(out_length);
    Result<yesan::ReportOptions> how = OptionsOf(options);
    if (!how) return std::move(how).error();
    if (options->format == YESAN_REPORT_MARKDOWN) {
      return yesan::capi::BadArgument("format", "요약은 TEXT나 HTML입니다",
                                      "a summary is TEXT or HTML");
    }
    std::vector<std::size_t> of_sheet;
    Result<std::vector<yesan::SummaryEntry>> entries = EntriesOf(*report, documents, of_sheet);
    if (!entries) return std::move(entries).error();
    std::vector<Finding> findings;
    for (const Finding& finding : report->findings) {
      const std::size_t entry = of_sheet[finding.document];
      if (entry == entries->size()) continue;
      findings.push_back(finding);
      findings.back().document = static_cast<std::uint32_t>(entry);
    }
    return GiveText(
        options->format == YESAN_REPORT_TEXT
            ? SummaryText(*entries, findings, *how, static_cast<std::size_t>(options->findings_max))
            : SummaryHtml(*entries, findings, *how),
        out_text, capacity, out_length);
  });
}
