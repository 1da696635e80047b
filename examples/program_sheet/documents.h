// Finding and reading the documents that are named on the command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "program_sheet/options.h"
#include "yesan/base/message.h"
#include "yesan/sheet/sheet.h"

// A document, read or not.
struct Document {
  std::string name;  // its path
  std::optional<yesan::Sheet> sheet;
  yesan::Message refusal;  // why there is no sheet
};

// The files that the paths name, folders looked through, in order of their names; each once. A path that is
// neither is kept, so that its reading says what is wrong.
std::vector<Document> FindDocuments(const std::vector<std::string>& paths);

// Reads one document. Afterwards it has either its sheet or its refusal.
void ReadDocument(const Options& options, Document& document);
