#include "program_sheet/documents.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <string_view>
#include <system_error>

#include "yesan/base/error.h"
#include "yesan/base/text.h"
#include "yesan/sheet/read.h"

namespace {

namespace fs = std::filesystem;

bool IsSheetName(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return extension == ".txt" || extension == ".md" || extension == ".html" || extension == ".htm";
}

// A page that this program wrote, into a folder that is read again.
bool IsOwnPage(const fs::path& path) {
  constexpr std::string_view kMark = "<meta name=\"generator\" content=\"yesan\"";
  constexpr std::size_t kHeadBytes = 4096;
  const std::string extension = path.extension().string();
  if (extension != ".html" && extension != ".htm") return false;
  std::FILE* file = std::fopen(path.string().c_str(), "rb");
  if (file == nullptr) return false;
  std::string head(kHeadBytes, '\0');
  head.resize(std::fread(&head[0], 1, head.size(), file));
  std::fclose(file);
  return head.find(kMark) != std::string::npos;
}

// What the system says is English: the usual reasons in Korean, any other by its number.
std::string InKorean(const std::error_code& error) {
  if (error == std::errc::no_such_file_or_directory) return "그런 파일이나 폴더가 없습니다";
  if (error == std::errc::permission_denied) return "권한이 없습니다";
  if (error == std::errc::is_a_directory) return "폴더입니다";
  return "시스템 오류 " + std::to_string(error.value());
}

yesan::Message SystemMessage(std::string_view ko, std::string_view en,
                             const std::error_code& error) {
  return {std::string(ko) + ": " + InKorean(error), std::string(en) + ": " + error.message()};
}

// All bytes of a file, or one more than a sheet may have, so that Read can say that it is too large.
std::optional<std::string> ReadBytes(const std::string& name, yesan::Message& problem) {
  std::error_code error;
  if (name != "-" && fs::is_directory(name, error)) {
    problem = {"폴더입니다", "it is a folder"};
    return std::nullopt;
  }
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != stdin) std::fclose(file);
    }
  };
  std::unique_ptr<std::FILE, Close> file(name == "-" ? stdin : std::fopen(name.c_str(), "rb"));
  if (file == nullptr) {
    problem = SystemMessage("열 수 없습니다", "cannot be opened",
                            std::error_code(errno, std::generic_category()));
    return std::nullopt;
  }
  std::string bytes;
  char buffer[1 << 16];
  while (bytes.size() <= yesan::kSheetBytesMax) {
    const std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get());
    if (count == 0) break;
    bytes.append(buffer, count);
  }
  if (std::ferror(file.get()) != 0) {
    problem = SystemMessage("읽다가 그쳤습니다", "reading failed",
                            std::error_code(errno, std::generic_category()));
    return std::nullopt;
  }
  return bytes;
}

// The library's refusal with its place, when it names one.
yesan::Message Explain(const yesan::Error& error) {
  yesan::Message message = error.message();
  if (error.place().known()) {
    const std::string line = std::to_string(error.place().line);
    message.ko += " (" + line + "행)";
    message.en += " (line " + line + ")";
  }
  return message;
}

}  // namespace

std::vector<Document> FindDocuments(const std::vector<std::string>& paths) {
  std::vector<Document> documents;
  std::set<std::string> seen;
  const auto add = [&](const std::string& name) {
    if (seen.insert(name).second) documents.push_back({name, std::nullopt, {}});
  };
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      add(path);
      continue;
    }
    std::vector<std::string> names;
    fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error);
    while (!error && at != fs::recursive_directory_iterator()) {
      std::error_code ignored;
      // A README explains a folder; it is no sheet, and neither is a page about sheets.
      if (at->is_regular_file(ignored) && IsSheetName(at->path()) &&
          at->path().stem() != "README" && !IsOwnPage(at->path()))
        names.push_back(at->path().string());
      at.increment(error);
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) add(name);
    if (error || names.empty()) {
      Document folder{path, std::nullopt, {}};
      folder.refusal = error ? SystemMessage("폴더를 다 보지 못했습니다",
                                             "the folder could not be looked through", error)
                             : yesan::Message{"폴더에 *.txt *.md *.html *.htm 문서가 없습니다",
                                              "there is no *.txt *.md *.html *.htm in this folder"};
      documents.push_back(std::move(folder));
    }
  }
  return documents;
}

void ReadDocument(const Options& options, Document& document) {
  if (!document.refusal.ko.empty()) return;
  std::optional<std::string> bytes = ReadBytes(document.name, document.refusal);
  if (!bytes) return;
  if (options.encoding == Encoding::kCp949) {
    yesan::Result<std::string> decoded = yesan::DecodeCp949(*bytes);
    if (!decoded) {
      document.refusal = Explain(decoded.error());
      return;
    }
    bytes = std::move(decoded).value();
  }
  if (yesan::Trim(*bytes).empty()) {
    document.refusal = {"빈 문서입니다", "the document is empty"};
    return;
  }
  yesan::ReadOptions read;
  read.format = options.format;
  yesan::Result<yesan::Sheet> sheet = yesan::Read(*bytes, read);
  if (sheet) {
    document.sheet = std::move(sheet).value();
  } else {
    document.refusal = Explain(sheet.error());
  }
}
