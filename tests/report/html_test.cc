#include "yesan/report/html.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tests/report/samples.h"
#include "yesan/base/text.h"
#include "yesan/check/check.h"
#include "yesan/report/summary.h"

namespace yesan {
namespace {

using testing::HostileSheet;
using testing::RealSheet;

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::size_t depth = 0;
};

// A strict reader of the XML-like HTML that pages are written in: every element closed, attributes in double quotes, no
// stray `<`. What it takes, a browser takes.
std::vector<Element> ReadPage(const std::string& page) {
  std::vector<Element> elements;
  std::vector<std::string> open;
  EXPECT_EQ(page.rfind("<!DOCTYPE html>\n", 0), 0u);
  for (std::size_t at = 16; at < page.size();) {
    if (page[at] != '<') {
      EXPECT_NE(page[at], '>') << page.substr(at > 60 ? at - 60 : 0, 100);
      ++at;
      continue;
    }
    std::size_t end = page.find('>', at);
    if (end == std::string::npos) {
      ADD_FAILURE() << "a tag is not closed: " << page.substr(at, 80);
      return elements;
    }
    std::string tag = page.substr(at + 1, end - at - 1);
    if (tag.front() == '/') {
      if (open.empty() || open.back() != tag.substr(1)) {
        ADD_FAILURE() << "</" << tag.substr(1) << "> closes "
                      << (open.empty() ? "nothing" : open.back()) << " at "
                      << page.substr(at > 80 ? at - 80 : 0, 160);
        return elements;
      }
      open.pop_back();
      at = end + 1;
      continue;
    }
    const bool closed = tag.back() == '/';
    if (closed) tag.pop_back();
    Element element;
    std::size_t p = tag.find(' ');
    element.name = tag.substr(0, p);
    element.depth = open.size();
    while (p != std::string::npos && p < tag.size()) {
      while (p < tag.size() && tag[p] == ' ') ++p;
      if (p == tag.size()) break;
      const std::size_t equals = tag.find("=\"", p);
      const std::size_t quote = equals == std::string::npos ? equals : tag.find('"', equals + 2);
      if (quote == std::string::npos) {
        ADD_FAILURE() << "an attribute without quotes: " << tag;
        return elements;
      }
      EXPECT_TRUE(
          element.attributes
              .emplace(tag.substr(p, equals - p), tag.substr(equals + 2, quote - equals - 2))
              .second)
          << "twice the same attribute: " << tag;
      p = quote + 1;
    }
    at = end + 1;
    if (element.name == "style") {
      at = page.find("</style>", at);
      if (at == std::string::npos) {
        ADD_FAILURE() << "style is not closed";
        return elements;
      }
    }
    if (!closed) open.push_back(element.name);
    elements.push_back(std::move(element));
  }
  EXPECT_TRUE(open.empty()) << "not closed: " << open.back();
  return elements;
}

std::size_t Count(const std::vector<Element>& elements, std::string_view name) {
  std::size_t count = 0;
  for (const Element& element : elements) count += element.name == name ? 1U : 0U;
  return count;
}

void ExpectSelfContained(const std::string& page) {
  for (const std::string_view word :
       {"http:", "https:", "//", "url(", "@import", "src=", "<script", "javascript:", "<iframe",
        "<object", "<link", "<img", "<form"}) {
    EXPECT_EQ(page.find(word), std::string::npos)
        << word << " in " << page.substr(page.find(word), 80);
  }
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
}

void ExpectWellMade(const std::string& page) {
  const std::vector<Element> elements = ReadPage(page);
  std::set<std::string> ids;
  std::size_t heading = 0;
  bool in_svg_titled = true;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const Element& element = elements[i];
    const auto attribute = [&](const char* name) {
      const auto found = element.attributes.find(name);
      return found == element.attributes.end() ? std::string() : found->second;
    };
    for (const auto& [name, value] : element.attributes) {
      EXPECT_NE(name.rfind("on", 0), 0u) << "an event handler: " << name << "=" << value;
    }
    if (const std::string id = attribute("id"); !id.empty()) {
      EXPECT_TRUE(ids.insert(id).second) << "twice: " << id;
    }
    if (element.name.size() == 2 && element.name[0] == 'h' && element.name[1] >= '1' &&
        element.name[1] <= '6') {
      const auto level = static_cast<std::size_t>(element.name[1] - '0');
      EXPECT_LE(level, heading + 1) << "a heading level is skipped before " << element.name;
      heading = level;
    }
    if (element.name == "table") {
      ASSERT_LT(i + 1, elements.size());
      EXPECT_EQ(elements[i + 1].name, "caption") << "a table without a caption";
    }
    if (element.name == "th") {
      EXPECT_FALSE(attribute("scope").empty()) << "a heading cell without its scope";
    }
    if (element.name == "svg") {
      EXPECT_EQ(attribute("role"), "img");
      ASSERT_LT(i + 2, elements.size());
      in_svg_titled = elements[i + 1].name == "title" && elements[i + 2].name == "desc";
      EXPECT_TRUE(in_svg_titled);
      EXPECT_EQ(attribute("aria-labelledby"),
                elements[i + 1].attributes.at("id") + " " + elements[i + 2].attributes.at("id"));
    }
  }
  for (const Element& element : elements) {
    const auto href = element.attributes.find("href");
    if (href == element.attributes.end()) continue;
    if (href->second.rfind('#', 0) == 0) {
      EXPECT_EQ(ids.count(href->second.substr(1)), 1u) << "leads nowhere: " << href->second;
    } else {
      EXPECT_EQ(href->second.rfind("./", 0), 0u) << "leads outside: " << href->second;
    }
    const auto labelled = element.attributes.find("aria-labelledby");
    if (labelled != element.attributes.end() && element.name != "svg") {
      EXPECT_EQ(ids.count(labelled->second), 1u);
    }
  }
  EXPECT_EQ(Count(elements, "h1"), 1u);
  EXPECT_EQ(Count(elements, "main"), 1u);
  EXPECT_EQ(Count(elements, "header"), 1u);
  EXPECT_EQ(Count(elements, "footer"), 1u);
  EXPECT_FALSE(FindInvalidUtf8(page).has_value());
  ASSERT_FALSE(elements.empty());
  EXPECT_FALSE(elements.front().attributes.at("lang").empty());
}

std::string PageOf(const Sheet& sheet, Language language = Language::kKorean) {
  ReportOptions options;
  options.language = language;
  options.document = "sheet.txt";
  return ReportHtml(sheet, Check(sheet), options);
}

TEST(Page, SaysWhoWroteIt) {
  const Sheet sheet;
  const std::string page = ReportHtml(sheet, Check(sheet));
  EXPECT_NE(page.find("<meta name=\"generator\" content=\"yesan\""), std::string::npos);
}

TEST(ReportHtml, IsWellMadeAndSelfContainedInBothLanguages) {
  const Sheet sheet = RealSheet();
  for (const Language language : {Language::kKorean, Language::kEnglish}) {
    const std::string page = PageOf(sheet, language);
    ExpectWellMade(page);
    ExpectSelfContained(page);
  }
}

TEST(ReportHtml, DrawsEachOfTheFourChartsWithItsTableForWideAndForNarrowScreens) {
  const std::string page = PageOf(RealSheet());
  for (const std::string_view chart :
       {"chart-overview", "chart-basis", "chart-schedule", "chart-settlement"}) {
    EXPECT_NE(page.find("id=\"" + std::string(chart) + "-title\""), std::string::npos) << chart;
    EXPECT_NE(page.find("id=\"" + std::string(chart) + "-narrow-title\""), std::string::npos)
        << chart;
  }
  EXPECT_EQ(Count(ReadPage(page), "svg"), 8u);
  // The data of each chart, in the figures of the tables beside them.
  for (const std::string_view figure :
       {"5,196,358", "4,066,896", "Δ1,129,462", "Δ21.74", "1,667,294", "2,016,600", "14,320",
        "2,035,976", "4,908,037", "310,399", "94.05"}) {
    EXPECT_NE(page.find(figure), std::string::npos) << figure;
  }
  EXPECT_NE(page.find("위탁 계약 종료 2021-08-22"), std::string::npos);
}

TEST(ReportHtml, KeepsEveryTextOfAChartInsideIt) {
  for (const Language language : {Language::kKorean, Language::kEnglish}) {
    const std::string page = PageOf(RealSheet(), language);
    std::size_t texts = 0;
    for (std::size_t at = page.find("<svg"); at != std::string::npos;
         at = page.find("<svg", at + 1)) {
      const std::size_t box = page.find("viewBox=\"0 0 ", at) + 13;
      const long width = std::stol(page.substr(box));
      const std::size_t end = page.find("</svg>", at);
      for (std::size_t t = page.find("<text", at); t < end;
           t = page.find("<text", t + 1), ++texts) {
        const long x = std::stol(page.substr(page.find("x=\"", t) + 3));
        const std::size_t begin = page.find('>', t) + 1;
        const std::string text = page.substr(begin, page.find('<', begin) - begin);
        // Latin letters and digits are little more than half as wide as Hangul; 11 is the smallest font.
        const long across = static_cast<long>(DisplayWidth(text)) * 11 / 2;
        const std::string anchor = page.substr(page.find("text-anchor=\"", t) + 13, 3);
        const long from = anchor == "end" ? x - across : anchor == "mid" ? x - across / 2 : x;
        EXPECT_GE(from, -2) << text;
        EXPECT_LE(from + across, width + 2) << text;
      }
    }
    EXPECT_GT(texts, 60u);
  }
}

TEST(ReportHtml, NamesTheFileWithoutItsFolders) {
  ReportOptions options;
  options.document = "/home/kim/2021/설명서.txt";
  const std::string page = ReportHtml(RealSheet(), CheckReport(), options);
  EXPECT_NE(page.find("설명서.txt"), std::string::npos);
  EXPECT_EQ(page.find("/home"), std::string::npos);
}

TEST(ReportHtml, SaysAtTheTopWhatWasNotUnderstoodAndListsIt) {
  Sheet sheet = RealSheet();
  const std::string understood = PageOf(sheet);
  EXPECT_EQ(understood.find("id=\"unread\""), std::string::npos);
  Text text;
  text.text = sheet.source().substr(0, 12);
  text.place = {3, 1, 0, 12};
  sheet.not_understood.assign(70, text);
  const std::string page = PageOf(sheet);
  ExpectWellMade(page);
  const std::size_t said = page.find("뜻을 알지 못하여 그대로 둔 글이 70줄 있습니다.");
  ASSERT_NE(said, std::string::npos);
  EXPECT_LT(said, page.find("<main"));
  EXPECT_NE(page.find("<a href=\"#L3\">3행 1열</a>", page.find("id=\"unread\"")),
            std::string::npos);
  EXPECT_NE(page.find("그 밖에 10줄"), std::string::npos);
}

TEST(ReportHtml, LinksEachFindingToItsLineAndBack) {
  const Sheet sheet = RealSheet();
  CheckReport report;
  Finding finding;
  finding.rule = "basis.won_missing";
  finding.severity = Severity::kWarning;
  finding.subject = "산출근거";
  finding.printed = "151,000,000";
  finding.expected = "151,000,000원";
  finding.message = {"단위가 없습니다", "the unit is missing"};
  const std::string_view source = sheet.source();
  const std::size_t at = source.find("151,000,000");
  ASSERT_NE(at, std::string_view::npos);
  finding.place.offset = static_cast<std::uint32_t>(at);
  finding.place.length = 11;
  finding.place.column = 1;
  std::uint32_t line = 1;
  for (const char c : source.substr(0, at)) line += c == '\n' ? 1 : 0;
  finding.place.line = line;
  report.findings.push_back(finding);
  const std::string page = ReportHtml(sheet, report);
  const std::string number = std::to_string(line);
  EXPECT_NE(page.find("<li id=\"F1\">"), std::string::npos);
  EXPECT_NE(page.find("<a href=\"#L" + number + "\">" + number + "행 1열</a>"), std::string::npos);
  EXPECT_NE(page.find("<mark><a href=\"#F1\">151,000,000</a></mark>"), std::string::npos);
  EXPECT_NE(page.find("<li id=\"L" + number + "\" class=\"hit\">"), std::string::npos);
  ExpectWellMade(page);
}

TEST(ReportHtml, ListsTheSourceLineByLine) {
  const Sheet sheet = RealSheet();
  const std::string page = PageOf(sheet);
  std::size_t lines = 1;
  for (const char c : sheet.source()) lines += c == '\n' ? 1 : 0;
  if (sheet.source().back() == '\n') --lines;
  EXPECT_NE(page.find("<li id=\"L" + std::to_string(lines) + "\""), std::string::npos);
  EXPECT_EQ(page.find("<li id=\"L" + std::to_string(lines + 1) + "\""), std::string::npos);
}

TEST(ReportHtml, RunsNothingThatADocumentHolds) {
  const Sheet sheet = HostileSheet();
  for (const Language language : {Language::kKorean, Language::kEnglish}) {
    const std::string page = PageOf(sheet, language);
    ExpectWellMade(page);
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("<img"), std::string::npos);
    EXPECT_EQ(page.find('\x1b'), std::string::npos);
    EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos) << "it is shown, not swallowed";
  }
}

TEST(ReportHtml, EscapesTheNameOfTheDocument) {
  ReportOptions options;
  options.document = "a\"><script>x</script>.txt";
  const std::string page = ReportHtml(RealSheet(), CheckReport(), options);
  ExpectWellMade(page);
  EXPECT_EQ(page.find("<script"), std::string::npos);
}

TEST(ReportHtml, EscapesEveryTextOfAFinding) {
  Finding finding;
  finding.rule = "<i>r</i>";
  finding.subject = "<i>s</i>";
  finding.printed = "<i>p</i>";
  finding.expected = "<i>e</i>";
  finding.difference = "<i>d</i>";
  finding.message = {"<i>m</i>", "<i>m</i>"};
  CheckReport report;
  report.findings.push_back(finding);
  const std::string page = ReportHtml(RealSheet(), report);
  ExpectWellMade(page);
  EXPECT_EQ(page.find("<i>"), std::string::npos);
}

TEST(ReportHtml, StandsSpansThatOverlapOrLieBeyondTheSource) {
  const Sheet sheet = RealSheet();
  CheckReport report;
  const auto add = [&](std::uint32_t line, std::uint32_t offset, std::uint32_t length) {
    Finding finding;
    finding.rule = "x";
    finding.place = {line, 1, offset, length};
    report.findings.push_back(finding);
  };
  add(1, 0, 10);
  add(1, 3, 30);
  add(1, 5, 2);
  add(1, 0, 4'000'000'000u);
  add(9999, 4'000'000'000u, 5);
  add(2, 5'000, 400);  // over several lines, inside characters
  const std::string page = ReportHtml(sheet, report);
  // Cutting a character in two shows U+FFFD; the page is whole all the same.
  EXPECT_FALSE(FindInvalidUtf8(page).has_value());
  EXPECT_NE(page.find("<li id=\"F6\">"), std::string::npos);
}

TEST(ReportHtml, MakesAPageOfAnEmptySheet) {
  const Sheet sheet;
  const std::string page = ReportHtml(sheet, Check(sheet));
  ExpectWellMade(page);
  ExpectSelfContained(page);
  EXPECT_EQ(Count(ReadPage(page), "svg"), 0u);
}

TEST(ReportHtml, NeverClaimsThatEverythingHoldsWhenNothingWasProved) {
  const Sheet sheet;
  CheckReport report;
  EXPECT_EQ(ReportHtml(sheet, report).find("모두 맞습니다"), std::string::npos);
  Finding finding;
  finding.severity = Severity::kError;
  report.findings.push_back(finding);
  report.coverage.push_back({});
  EXPECT_EQ(ReportHtml(sheet, report).find("모두 맞습니다"), std::string::npos);
}

TEST(SummaryHtml, IsWellMadeAndEscapesNamesAndReasons) {
  const Sheet real = RealSheet();
  const Sheet hostile = HostileSheet();
  std::vector<SummaryEntry> entries(3);
  entries[0].name = "<script>a</script>.txt";
  entries[0].sheet = &real;
  entries[0].link = "./pages/1.html";
  entries[1].name = "b.txt";
  entries[1].refusal = {"<b>읽을 수 없음</b>", "<b>cannot</b>"};
  entries[2].name = "c.txt";
  entries[2].sheet = &hostile;
  CheckReport report = CheckTogether({&real, &hostile});
  RenumberDocuments(report.findings, entries);
  for (const Language language : {Language::kKorean, Language::kEnglish}) {
    ReportOptions options;
    options.language = language;
    const std::string page = SummaryHtml(entries, report.findings, options);
    ExpectWellMade(page);
    ExpectSelfContained(page);
    EXPECT_NE(page.find("href=\"./pages/1.html\""), std::string::npos);
  }
}

TEST(SummaryHtml, SaysNothingOfTheFoldersThatAllDocumentsShare) {
  const Sheet sheet = RealSheet();
  std::vector<SummaryEntry> entries(2);
  entries[0].name = "/home/kim/sheets/2020/a.txt";
  entries[1].name = "/home/kim/sheets/2021/b.txt";
  entries[0].sheet = entries[1].sheet = &sheet;
  entries[1].link = "./pages/2.html";
  ReportOptions options;
  options.document = "/home/kim/report.html";
  const std::string page = SummaryHtml(entries, {}, options);
  ExpectWellMade(page);
  EXPECT_EQ(page.find("/home"), std::string::npos);
  EXPECT_NE(page.find("2020/"), std::string::npos);
  EXPECT_NE(page.find("<a href=\"./pages/2.html\">"), std::string::npos);
}

}  // namespace
}  // namespace yesan
