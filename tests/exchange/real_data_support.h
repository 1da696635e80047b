// Tables of real data as records: by our own reader, looked up by header.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yesan/exchange/csv.h"

namespace yesan {

// A table of the real data, every field as it stands in the file.
class RealTable {
 public:
  // Empty where the file is not there.
  explicit RealTable(const std::string& name)
      : path_(std::string(YESAN_TEST_DATA) + "/" + name), text_(Contents(path_)) {
    CsvReader reader(SourceOf(text_));
    for (CsvStep step = reader.Next(); step != CsvStep::kEnd; step = reader.Next()) {
      if (step == CsvStep::kProblem) {
        ADD_FAILURE() << path_ << ": " << reader.problem().message.en;
        continue;
      }
      if (reader.row() == 1) {
        for (std::size_t i = 0; i < reader.fields().size(); ++i)
          columns_.emplace(std::string(reader.fields()[i]), i);
        continue;
      }
      rows_.emplace_back(reader.fields().begin(), reader.fields().end());
    }
  }

  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& at(std::size_t row, const std::string& column) const {
    return rows_.at(row).at(columns_.at(column));
  }

 private:
  static std::string Contents(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (file) text << file.rdbuf();
    return text.str();
  }

  std::string path_;
  std::string text_;
  std::map<std::string, std::size_t> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace yesan
