// Tags and entities, left over in text or making up a document, through libxml2's HTML parser.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace yesan::internal {

// Tags nested deeper than this are not followed; the rest of the text is kept as it stands.
inline constexpr int kMarkupDepthMax = 1024;

// What a parser meets, in order. Offsets count from the start of the raw text.
class MarkupSink {
 public:
  virtual ~MarkupSink() = default;
  // `attributes`: name, value, name, value …, null; null when there are none. Names are in small letters.
  virtual void Start(std::string_view name, const char* const* attributes,
                     std::size_t raw_offset) = 0;
  virtual void End(std::string_view name, std::size_t raw_offset) = 0;
  virtual void Characters(std::string_view text, std::size_t raw_offset,
                          std::size_t raw_length) = 0;
  // What follows a tag that is nested too deep, that tag first: the last that comes.
  virtual void Rest(std::string_view raw, std::size_t raw_offset) {
    Characters(raw, raw_offset, raw.size());
  }
};

enum class MarkupEnd { kComplete, kTooDeep };

// Whether text holds a tag of HTML or an entity. `<추진배경>`, `5 < 6` and `R&D` hold none.
[[nodiscard]] bool HasMarkup(std::string_view text) noexcept;

// Whether text holds a tag of HTML. In a text that was read it is one that could not be followed.
[[nodiscard]] bool HasTag(std::string_view text) noexcept;

// Parses raw text; what is no tag of HTML and no entity comes back as characters, to the byte. Without YESAN_WITH_HTML
// all of it is characters.
class MarkupParser {
 public:
  MarkupParser();
  ~MarkupParser();
  MarkupParser(const MarkupParser&) = delete;
  MarkupParser& operator=(const MarkupParser&) = delete;

  MarkupEnd Parse(std::string_view raw, MarkupSink& sink);

 private:
  void* context_ = nullptr;
  std::string copy_;
};

// Whether a tag begins a line of its own in print: p, li, div, tr ….
[[nodiscard]] bool BreaksLine(std::string_view name) noexcept;

// The value of an attribute, or null.
[[nodiscard]] const char* AttributeOf(const char* const* attributes,
                                      std::string_view name) noexcept;

}  // namespace yesan::internal
