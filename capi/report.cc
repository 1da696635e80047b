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

using yesan::CheckReport;
using yesan::Code;
using yesan::Error;
using yesan::Finding;
using yesan::Result;
using yesan::capi::CheckNumber;
using yesan::capi::GiveTable;
using yesan::capi::GiveText;
using yesan::capi::Guard;
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
    for (const yesan::Sheet* sheet : pointers) report->documents.push_back(yesan::Check(*sheet));
    if (count == 1) {
      report->findings = report->documents.front().findings;
    } else if (count > 1) {
      report->findings = yesan::CheckTogether(pointers).findings;
      for (CheckReport& document : report->documents) document.findings.clear();
      for (const Finding& finding : report->findings) {
        report->documents[finding.document].findings.push_back(finding);
      }
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
    struct Row {
      std::uint32_t document;
      const yesan::Coverage* coverage;
    };
    std::vector<Row> rows;
    for (std::size_t i = 0; i < report->documents.size(); ++i) {
      for (const yesan::Coverage& coverage : report->documents[i].coverage) {
        rows.push_back({static_cast<std::uint32_t>(i), &coverage});
      }
    }
    return GiveTable(out_coverage, rows.size(), [&](TableWriter& out) {
      out.Column(out_coverage->document, [&](std::size_t i) { return rows[i].document; });
      out.Column(out_coverage->place,
                 [&](std::size_t i) { return yesan::capi::Out(rows[i].coverage->place); });
      out.Text(out_coverage->rule, [&](std::size_t i) { return rows[i].coverage->rule; });
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

yesan_status yesan_report_summary(const yesan_report* report, const yesan_text_column* names,
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
    const std::size_t count = report->sheets.size();
    if (names != nullptr) YESAN_TRY(yesan::capi::CheckTexts("names", *names, count));
    std::vector<yesan::SummaryEntry> entries(count);
    for (std::size_t i = 0; i < count; ++i) {
      entries[i].sheet = report->sheets[i].get();
      if (names == nullptr) continue;
      const std::string_view name = yesan::capi::TextAt(*names, i);
      if (Result<void> valid = yesan::capi::CheckUtf8(name); !valid) {
        return std::move(valid).error().AtRow(static_cast<std::int64_t>(i));
      }
      entries[i].name = name;
    }
    return GiveText(options->format == YESAN_REPORT_TEXT
                        ? SummaryText(entries, report->findings, *how,
                                      static_cast<std::size_t>(options->findings_max))
                        : SummaryHtml(entries, report->findings, *how),
                    out_text, capacity, out_length);
  });
}
