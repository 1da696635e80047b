#include "program_sheet/options.h"

#include <string_view>

namespace {

constexpr std::string_view kHelpKo =
    R"(사용법: program_sheet [선택]… 문서·폴더…

사업별 설명서를 읽고, 수치와 날짜를 검산하고, 표와 확인할 것을 출력합니다. 폴더는 그 안의
*.txt *.md *.html *.htm 을 모두 읽습니다. - 는 표준 입력입니다. 문서가 여럿이면 서로도 검산합니다.

  --html 경로          한 장의 HTML 보고서를 씁니다. 문서가 여럿이면 경로에는 요약을, 그 옆의
                       같은 이름의 폴더에는 문서마다 한 장을 씁니다. 폴더를 읽을 때 이렇게 쓴
                       보고서는 건너뜁니다. - 는 표준 출력이며 문서가 하나일 때만 씁니다
  --markdown           보고서를 Markdown으로 출력합니다
  --json, --csv        확인할 것과 읽지 못한 문서를 JSON이나 CSV(UTF-8)로 출력합니다. JSON에는
                       뜻을 알지 못한 글도 있습니다. --markdown, --json, --csv는 하나만 쓸 수 있습니다
  --bom auto|yes|no    CSV 앞에 BOM을 둘지. 엑셀은 BOM이 없는 CSV를 cp949로 열어 한글을 깨뜨립니다.
                       auto(기본)는 파일로 보낼 때(> 파일)만 두고, 파이프와 화면에는 두지 않습니다
  --lang ko|en         출력 언어 (ko)
  --encoding 이름      utf-8 (기본) 또는 cp949
  --format 형식        auto(기본) tabs layout markdown html
  --width 칸           표의 너비 (100, 0은 제한 없음)
  --top 개수           문서가 여럿일 때 보일 확인할 것의 수 (50, 0은 모두)
  --help, --version

끝 상태: 0 확인할 것 없음, 1 있음(참고만 있어도), 2 읽을 수 없는 문서가 있거나 사용법이 틀림
PDF는 pdftotext -layout 으로 글자를 꺼내고, HWP는 한글에서 PDF나 HTML로 저장하십시오.
)";

constexpr std::string_view kHelpEn =
    R"(usage: program_sheet [option]… document or folder…

Reads program sheets, proves their figures and dates, prints the tables and what was found. In a folder every
*.txt *.md *.html *.htm is read. - is standard input. Several documents are checked against each other too.

  --html PATH          write a one-page HTML report; of several documents PATH is the summary, and a
                       folder of the same name beside it holds a page for each. Such pages are passed
                       over where a folder is read. - is standard output, for one document alone
  --markdown           print the report as Markdown
  --json, --csv        print the findings and the documents that could not be read, as JSON or CSV (UTF-8);
                       JSON also has the text that was not understood. Only one of --markdown, --json
                       and --csv may be given
  --bom auto|yes|no    whether CSV begins with a BOM, without which Excel in Korea reads it as cp949; auto
                       (default): when standard output is a file (> FILE), not for a pipe or a terminal
  --lang ko|en         language of the output (ko)
  --encoding NAME      utf-8 (default) or cp949
  --format FORMAT      auto (default) tabs layout markdown html
  --width COLUMNS      width of the tables (100; 0: no limit)
  --top COUNT          findings shown over several documents (50; 0: all)
  --help, --version

exit status: 0 nothing found, 1 findings (a note is one), 2 a document could not be read, or wrong usage
Get text out of PDF with pdftotext -layout; save HWP as PDF or HTML from Hangul.
)";

std::optional<std::size_t> ParseCount(std::string_view text) {
  if (text.empty() || text.size() > 6) return std::nullopt;
  std::size_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  return value;
}

template <class T>
struct Choice {
  std::string_view name;
  T value;
};

template <class T, std::size_t N>
bool Choose(const Choice<T> (&choices)[N], std::string_view name, T& out) {
  for (const Choice<T>& choice : choices) {
    if (choice.name == name) {
      out = choice.value;
      return true;
    }
  }
  return false;
}

constexpr Choice<yesan::Language> kLanguages[] = {{"ko", yesan::Language::kKorean},
                                                  {"en", yesan::Language::kEnglish}};
constexpr Choice<Encoding> kEncodings[] = {
    {"utf-8", Encoding::kUtf8},   {"UTF-8", Encoding::kUtf8},  {"utf8", Encoding::kUtf8},
    {"cp949", Encoding::kCp949},  {"CP949", Encoding::kCp949}, {"euc-kr", Encoding::kCp949},
    {"EUC-KR", Encoding::kCp949}, {"uhc", Encoding::kCp949}};
constexpr Choice<Bom> kBoms[] = {{"auto", Bom::kAuto}, {"yes", Bom::kYes}, {"no", Bom::kNo}};
constexpr Choice<yesan::SheetFormat> kFormats[] = {
    {"auto", yesan::SheetFormat::kAuto},     {"tabs", yesan::SheetFormat::kTabs},
    {"layout", yesan::SheetFormat::kLayout}, {"markdown", yesan::SheetFormat::kMarkdown},
    {"html", yesan::SheetFormat::kHtml},
};

}  // namespace

std::optional<Options> ParseOptions(int argc, char** argv, yesan::Message& problem) {
  Options options;
  bool only_paths = false;
  std::string printed;  // the option that says what is printed
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (only_paths || argument == "-" || argument.empty() || argument.front() != '-') {
      options.paths.emplace_back(argument);
      continue;
    }
    if (argument == "--") {
      only_paths = true;
      continue;
    }
    const std::size_t equals = argument.find('=');
    const std::string name(argument.substr(0, equals));
    std::optional<std::string> value;
    if (equals != std::string_view::npos) value = std::string(argument.substr(equals + 1));

    const bool flag = name == "--help" || name == "-h" || name == "--version" || name == "--json" ||
                      name == "--csv" || name == "--markdown";
    const bool valued = name == "--html" || name == "--lang" || name == "--encoding" ||
                        name == "--format" || name == "--width" || name == "--top" ||
                        name == "--bom";
    if (!flag && !valued) {
      problem = {"모르는 선택입니다: " + name, "unknown option: " + name};
      return std::nullopt;
    }
    if (flag && value) {
      problem = {name + "에는 값이 없습니다: " + *value, name + " takes no value: " + *value};
      return std::nullopt;
    }
    if (valued && !value) {
      if (i + 1 >= argc) {
        problem = {name + "에 값이 필요합니다", name + " needs a value"};
        return std::nullopt;
      }
      value = argv[++i];
    }
    if (name == "--json" || name == "--csv" || name == "--markdown") {
      if (!printed.empty() && printed != name) {
        problem = {printed + "과 " + name + "는 함께 쓸 수 없습니다",
                   printed + " and " + name + " cannot be used together"};
        return std::nullopt;
      }
      printed = name;
    }
    bool good = true;
    if (name == "--help" || name == "-h") {
      options.help = true;
    } else if (name == "--version") {
      options.version = true;
    } else if (name == "--json") {
      options.output = Output::kJson;
    } else if (name == "--csv") {
      options.output = Output::kCsv;
    } else if (name == "--markdown") {
      options.output = Output::kMarkdown;
    } else if (name == "--html") {
      options.html = *value;
      good = !value->empty();
    } else if (name == "--lang") {
      good = Choose(kLanguages, *value, options.language);
    } else if (name == "--encoding") {
      good = Choose(kEncodings, *value, options.encoding);
    } else if (name == "--bom") {
      good = Choose(kBoms, *value, options.bom);
    } else if (name == "--format") {
      good = Choose(kFormats, *value, options.format);
    } else {
      const std::optional<std::size_t> count = ParseCount(*value);
      good = count.has_value();
      if (good) (name == "--width" ? options.width : options.top) = *count;
    }
    if (!good) {
      problem = {name + "의 값을 알 수 없습니다: " + *value,
                 "unknown value of " + name + ": " + *value};
      return std::nullopt;
    }
  }
  if (options.html == "-" && !printed.empty()) {
    problem = {
        "--html - 와 " + printed + "는 함께 쓸 수 없습니다: 표준 출력은 하나입니다",
        "--html - and " + printed + " cannot be used together: there is one standard output"};
    return std::nullopt;
  }
  if (options.paths.empty() && !options.help && !options.version) {
    problem = {"읽을 문서가 없습니다", "no document to read"};
    return std::nullopt;
  }
  return options;
}

std::string HelpText(yesan::Language language) {
  return std::string(language == yesan::Language::kKorean ? kHelpKo : kHelpEn);
}
