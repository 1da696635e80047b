// What the command line of program_sheet asks for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "yesan/base/message.h"
#include "yesan/sheet/sheet.h"

enum class Output { kText, kMarkdown, kJson, kCsv };
enum class Encoding { kUtf8, kCp949 };
enum class Bom { kAuto, kYes, kNo };

struct Options {
  std::vector<std::string> paths;  // files and folders; "-" is standard input
  std::string html;                // empty: no page; "-" is standard output
  Output output = Output::kText;
  Encoding encoding = Encoding::kUtf8;
  Bom bom = Bom::kAuto;  // before CSV: when standard output is a file
  yesan::Language language = yesan::Language::kKorean;
  yesan::SheetFormat format = yesan::SheetFormat::kAuto;
  std::size_t width = 100;  // columns of the terminal; 0: no limit
  std::size_t top = 50;     // findings listed over many documents; 0: all
  bool help = false;
  bool version = false;
};

// Reads the arguments. Nothing when they cannot be understood; `problem` then says why, in both languages.
std::optional<Options> ParseOptions(int argc, char** argv, yesan::Message& problem);

// The text of --help.
std::string HelpText(yesan::Language language);
