#include "lib/sheet/markup.h"

#include <algorithm>
#include <cstring>
#include <exception>
#include <limits>
#include <new>

#include "lib/base/byte_set.h"
#include "lib/base/chars.h"

#ifdef YESAN_WITH_HTML
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#endif

namespace yesan::internal {

bool BreaksLine(std::string_view name) noexcept {
  static constexpr std::string_view kNames[] = {
      "p",   "li",         "ul",      "ol",      "div",     "tr",    "table", "br", "h1",
      "h2",  "h3",         "h4",      "h5",      "h6",      "dl",    "dt",    "dd", "hr",
      "pre", "blockquote", "section", "article", "caption", "thead", "tbody"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

const char* AttributeOf(const char* const* attributes, std::string_view name) noexcept {
  if (attributes == nullptr) return nullptr;
  for (; attributes[0] != nullptr; attributes += 2) {
    if (name == attributes[0]) return attributes[1] == nullptr ? "" : attributes[1];
  }
  return nullptr;
}

#ifdef YESAN_WITH_HTML

namespace {

bool IsElement(std::string_view name) noexcept {
  static constexpr std::string_view kSections[] = {"section", "article",   "header", "footer",
                                                   "main",    "nav",       "figure", "mark",
                                                   "time",    "figcaption"};
  char lower[16] = {};
  if (name.empty() || name.size() >= sizeof(lower)) return false;
  for (std::size_t i = 0; i < name.size(); ++i)
    lower[i] = static_cast<char>(name[i] | (IsLetter(name[i]) ? 0x20 : 0));
  if (std::find(std::begin(kSections), std::end(kSections), std::string_view(lower)) !=
      std::end(kSections))
    return true;
  return htmlTagLookup(reinterpret_cast<const xmlChar*>(lower)) != nullptr;
}

// Whether the `<` at `at` begins markup.
bool BeginsTag(std::string_view text, std::size_t at) noexcept {
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '!') {
    return text.compare(i, 3, "!--") == 0 || text.compare(i, 8, "!DOCTYPE") == 0 ||
           text.compare(i, 8, "!doctype") == 0;
  }
  if (i < text.size() && text[i] == '/') ++i;
  const std::size_t begin = i;
  while (i < text.size() && (IsLetter(text[i]) || IsDigit(text[i])) && i - begin < 16) ++i;
  if (i == begin) return false;
  if (i < text.size() && text[i] != '>' && text[i] != '/' && text[i] != ' ' && text[i] != '\t' &&
      text[i] != '\n' && text[i] != '\r') {
    return false;
  }
  return IsElement(text.substr(begin, i - begin));
}

// Whether the `&` at `at` begins an entity: its bytes up to and with the `;`, else 0.
std::size_t EntityLength(std::string_view text, std::size_t at) noexcept {
  std::size_t i = at + 1;
  const std::size_t last = std::min(text.size(), at + 12);
  if (i < last && text[i] == '#') {
    ++i;
    const bool hex = i < last && (text[i] == 'x' || text[i] == 'X');
    if (hex) ++i;
    unsigned value = 0;
    const std::size_t begin = i;
    for (; i < last && text[i] != ';'; ++i) {
      const char c = text[i];
      const char low = static_cast<char>(c | 0x20);
      if (IsDigit(c)) {
        value = value * (hex ? 16 : 10) + static_cast<unsigned>(c - '0');
      } else if (hex && low >= 'a' && low <= 'f') {
        value = value * 16 + static_cast<unsigned>(low - 'a' + 10);
      } else {
        return 0;
      }
    }
    // libxml2 drops what is no character of XML; kept as it stands instead.
    const bool is_character =
        value == 9 || value == 10 || value == 13 || (value >= 0x20 && value < 0xD800) ||
        (value >= 0xE000 && value < 0xFFFE) || (value >= 0x10000 && value <= 0x10FFFF);
    return i > begin && i < last && is_character ? i + 1 - at : 0;
  }
  char name[12] = {};
  std::size_t length = 0;
  for (; i < last && (IsLetter(text[i]) || IsDigit(text[i])); ++i) name[length++] = text[i];
  if (length == 0 || i >= last || text[i] != ';') return 0;
  return htmlEntityLookup(reinterpret_cast<const xmlChar*>(name)) != nullptr ? i + 1 - at : 0;
}

// Carries one parse: SAX events to the sink, each with the raw span between it and the event before.
struct Run {
  std::string_view raw;   // as it was given
  std::string_view copy;  // what libxml2 sees, of the same length
  MarkupSink* sink = nullptr;
  htmlParserCtxtPtr context = nullptr;
  std::size_t last = 0;  // raw bytes before it are done
  std::size_t stopped_at = std::string_view::npos;
  int depth = 0;
  int silent = 0;  // inside script or style
  std::exception_ptr thrown;

  [[nodiscard]] std::size_t Position() const noexcept {
    const xmlParserInput* input = context->input;
    if (input == nullptr) return raw.size();
    const std::size_t at = static_cast<std::size_t>(input->consumed) +
                           static_cast<std::size_t>(input->cur - input->base);
    return std::min(at, raw.size());
  }

  // Moves past the tag at `last`, if that is what the parser is in or behind.
  void PassTag() noexcept {
    const std::size_t at = Position();
    if (last >= raw.size() || copy[last] != '<' || at <= last) return;
    if (copy[at - 1] == '>') {
      last = at;
      return;
    }
    const std::size_t end = copy.find('>', at);
    last = end == std::string_view::npos ? raw.size() : end + 1;
  }

  void Text(const xmlChar* text, int length) {
    if (length <= 0 || stopped_at != std::string_view::npos) return;
    const auto size = static_cast<std::size_t>(length);
    const std::string_view decoded(reinterpret_cast<const char*>(text), size);
    // End tags that close nothing are no events.
    while (last < copy.size() && copy[last] == '<') {
      const std::size_t end = copy.find('>', last);
      if (end == std::string_view::npos || end >= Position()) break;
      last = end + 1;
    }
    const std::size_t begin = last;
    if (begin < copy.size() && copy[begin] == '&') {  // every & of the copy begins an entity
      last = begin + EntityLength(copy, begin);
      if (silent == 0) sink->Characters(decoded, begin, last - begin);
      return;
    }
    if (copy.compare(begin, size, decoded) == 0) {
      last = begin + size;
      if (silent == 0) sink->Characters(raw.substr(begin, size), begin, size);
      return;
    }
    last = std::max(begin, Position());
    if (silent == 0) sink->Characters(decoded, begin, last - begin);
  }
};

Run& RunOf(void* context) noexcept { return *static_cast<Run*>(context); }

// libxml2 is C: an exception must not cross it, so it is kept, the parser stopped, and thrown again behind it.
template <class Body>
void Guarded(void* context, const Body& body) noexcept {
  Run& run = RunOf(context);
  if (run.thrown || run.stopped_at != std::string_view::npos) return;
  try {
    body(run);
  } catch (...) {
    run.thrown = std::current_exception();
    xmlStopParser(run.context);
  }
}

bool IsSilent(const char* name) noexcept {
  return std::strcmp(name, "script") == 0 || std::strcmp(name, "style") == 0;
}

void OnStart(void* context, const xmlChar* name_xml, const xmlChar** attributes) {
  Guarded(context, [&](Run& run) {
    const std::size_t begin = run.last;
    const bool printed = begin < run.raw.size() && run.copy[begin] == '<' && run.Position() > begin;
    run.PassTag();
    // What the parser supplies is counted, but only a tag of the document is too deep, so that the rest begins with one.
    if (++run.depth > kMarkupDepthMax && printed) {
      run.stopped_at = begin;
      xmlStopParser(run.context);
      return;
    }
    const char* name = reinterpret_cast<const char*>(name_xml);
    if (IsSilent(name)) ++run.silent;
    if (!printed) return;  // a tag that the parser supplies
    run.sink->Start(name, reinterpret_cast<const char* const*>(attributes), begin);
  });
}

void OnEnd(void* context, const xmlChar* name_xml) {
  Guarded(context, [&](Run& run) {
    // A start tag may close others: it is still to come.
    if (run.copy.compare(run.last, 2, "</") == 0) run.PassTag();
    --run.depth;
    const char* name = reinterpret_cast<const char*>(name_xml);
    if (IsSilent(name) && run.silent > 0) --run.silent;
    run.sink->End(name, run.last);
  });
}

void OnText(void* context, const xmlChar* text, int length) {
  Guarded(context, [&](Run& run) { run.Text(text, length); });
}

void OnCdata(void* context, const xmlChar*, int length) {
  // Script and style: no text of the document.
  Run& run = RunOf(context);
  run.last = std::min(run.raw.size(), run.last + static_cast<std::size_t>(std::max(length, 0)));
}

void OnComment(void* context, const xmlChar*) { RunOf(context).PassTag(); }
void OnDoctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  RunOf(context).PassTag();
}
void OnInstruction(void* context, const xmlChar*, const xmlChar*) { RunOf(context).PassTag(); }

htmlSAXHandler Handler() noexcept {
  htmlSAXHandler handler;
  std::memset(&handler, 0, sizeof(handler));
  handler.startElement = OnStart;
  handler.endElement = OnEnd;
  handler.characters = OnText;
  handler.ignorableWhitespace = OnText;
  handler.cdataBlock = OnCdata;
  handler.comment = OnComment;
  handler.internalSubset = OnDoctype;
  handler.processingInstruction = OnInstruction;
  return handler;
}

// A byte that stands for a `<` or `&` that begins nothing, and for what XML has no character for: valid for libxml2, and
// restored from the raw text.
constexpr char kStandIn = '\x7F';

constexpr ByteSet kMayNeedStandIn(
    std::string_view("<&\xEF"
                     "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0E\x0F"
                     "\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F",
                     32));

}  // namespace

bool HasTag(std::string_view text) noexcept {
  for (std::size_t i = text.find('<'); i != std::string_view::npos; i = text.find('<', i + 1)) {
    if (BeginsTag(text, i)) return true;
  }
  return false;
}

bool HasMarkup(std::string_view text) noexcept {
  if (HasTag(text)) return true;
  for (std::size_t i = text.find('&'); i != std::string_view::npos; i = text.find('&', i + 1)) {
    if (EntityLength(text, i) != 0) return true;
  }
  return false;
}

MarkupParser::MarkupParser() = default;

MarkupParser::~MarkupParser() { htmlFreeParserCtxt(static_cast<htmlParserCtxtPtr>(context_)); }

MarkupEnd MarkupParser::Parse(std::string_view raw, MarkupSink& sink) {
  if (raw.empty()) return MarkupEnd::kComplete;
  if (raw.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw std::bad_alloc();
  copy_.assign(raw);
  for (std::size_t i = kMayNeedStandIn.FindIn(raw); i < raw.size();
       i = kMayNeedStandIn.FindIn(raw, i + 1)) {
    if (raw[i] == '<' ? BeginsTag(raw, i) : raw[i] == '&' && EntityLength(raw, i) != 0) continue;
    if (raw[i] != '\xEF') {
      copy_[i] = kStandIn;
    } else if (raw.substr(i, 3) == "\xEF\xBF\xBE" || raw.substr(i, 3) == "\xEF\xBF\xBF") {
      copy_.replace(i, 3, 3, kStandIn);
    }
  }
  if (context_ == nullptr) {
    context_ = htmlNewParserCtxt();
    if (context_ == nullptr) throw std::bad_alloc();
  }
  const auto context = static_cast<htmlParserCtxtPtr>(context_);
  htmlCtxtReset(context);
  htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                  HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
  htmlSAXHandler handler = Handler();
  htmlSAXHandler* const before = context->sax;
  Run run;
  run.raw = raw;
  run.copy = copy_;
  run.sink = &sink;
  run.context = context;
  // The whole text as one buffer that is never grown or shrunk, so that a position in it is a position in the copy.
  htmlParserInputPtr input = xmlNewInputStream(context);
  if (input == nullptr) throw std::bad_alloc();
  input->base = input->cur = reinterpret_cast<const xmlChar*>(copy_.data());
  input->end = input->base + copy_.size();
  input->length = static_cast<int>(copy_.size());
  inputPush(context, input);
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
  context->sax = &handler;
  context->userData = &run;
  htmlParseDocument(context);
  context->sax = before;
  context->userData = context;
  const bool starved = context->errNo == XML_ERR_NO_MEMORY;
  htmlCtxtReset(context);
  if (run.thrown) std::rethrow_exception(run.thrown);
  // Where libxml2 itself has no memory it ends the parse, and what is behind it would be lost unsaid.
  if (starved) throw std::bad_alloc();
  if (run.stopped_at != std::string_view::npos) {
    sink.Rest(raw.substr(run.stopped_at), run.stopped_at);
    return MarkupEnd::kTooDeep;
  }
  return MarkupEnd::kComplete;
}

#else  // YESAN_WITH_HTML

bool HasTag(std::string_view) noexcept { return false; }
bool HasMarkup(std::string_view) noexcept { return false; }
MarkupParser::MarkupParser() = default;
MarkupParser::~MarkupParser() = default;
MarkupEnd MarkupParser::Parse(std::string_view raw, MarkupSink& sink) {
  sink.Characters(raw, 0, raw.size());
  return MarkupEnd::kComplete;
}

#endif  // YESAN_WITH_HTML

}  // namespace yesan::internal
