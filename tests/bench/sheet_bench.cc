// One real program sheet read and checked, against libxml2 parsing the same bytes as HTML, which finds no figure in them.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>

#include "yesan/check/check.h"
#include "yesan/sheet/read.h"

#ifdef YESAN_WITH_HTML
#include <libxml/HTMLparser.h>
#endif

namespace {

// What the checks find in this sheet: a report with fewer findings, or more, is not what is measured.
constexpr std::size_t kFindings = 15;

const std::string& Document() {
  static const std::string document = [] {
    std::ifstream in(YESAN_SOURCE_DIR "/examples/data/seoul-2021-village-community-center.txt",
                     std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }();
  return document;
}

void ReadAndCheck(benchmark::State& state) {
  const auto sheet = yesan::Read(Document());
  if (!sheet || yesan::Check(*sheet).findings.size() != kFindings)
    return state.SkipWithError("the sheet is not read and checked as it should be");
  for (auto _ : state) {
    const auto read = yesan::Read(Document());
    benchmark::DoNotOptimize(yesan::Check(*read));
  }
}
BENCHMARK(ReadAndCheck)->Name("sheet_read_check/yesan");

void ReadOnly(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(yesan::Read(Document()));
}
BENCHMARK(ReadOnly)->Name("sheet_read");

#ifdef YESAN_WITH_HTML
void ParseHtml(benchmark::State& state) {
  const std::string& document = Document();
  const int options =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  for (auto _ : state) {
    const htmlDocPtr parsed = htmlReadMemory(document.data(), static_cast<int>(document.size()),
                                             nullptr, "UTF-8", options);
    if (parsed == nullptr) return state.SkipWithError("libxml2 read nothing");
    xmlFreeDoc(parsed);
  }
}
BENCHMARK(ParseHtml)->Name("sheet_read_check/reference");
#endif

}  // namespace
