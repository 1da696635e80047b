// The invented sheets of other cities in other layouts: those without a planted defect give no error and no warning, and
// each planted defect is found on its line.
#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/check/support.h"

namespace yesan {
namespace {

std::vector<std::string> Sheets() {
  std::vector<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(YESAN_SOURCE_DIR "/tests/sheet/data")) {
    const std::string name = entry.path().filename().string();
    if (name.front() < '0' || name.front() > '9' || entry.path().extension() == ".tsv") continue;
    names.push_back(entry.path().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::set<std::uint32_t> DefectLines(const std::string& sheet) {
  std::set<std::uint32_t> lines;
  std::filesystem::path path(sheet);
  path.replace_extension(".defects.tsv");
  if (!std::filesystem::exists(path)) return lines;
  std::istringstream rows(testing::ReadFile(path.string()));
  std::string row;
  std::getline(rows, row);
  while (std::getline(rows, row)) lines.insert(static_cast<std::uint32_t>(std::stoul(row)));
  return lines;
}

class InventedSheet : public ::testing::TestWithParam<std::string> {};

TEST_P(InventedSheet, IsBlamedForItsPlantedDefectsAndForNothingElse) {
  const std::set<std::uint32_t> planted = DefectLines(GetParam());
  std::set<std::uint32_t> found;
  std::string wrong;
  for (const Finding& f : testing::CheckText(testing::ReadFile(GetParam())).findings) {
    if (planted.count(f.place.line) != 0) {
      found.insert(f.place.line);
    } else if (f.severity == Severity::kError || f.severity == Severity::kWarning) {
      wrong += testing::Short(f) + ": " + f.message.ko + "\n";
    }
  }
  EXPECT_EQ(wrong, "");
  EXPECT_EQ(found, planted);
}

INSTANTIATE_TEST_SUITE_P(TenLayouts, InventedSheet, ::testing::ValuesIn(Sheets()),
                         [](const ::testing::TestParamInfo<std::string>& param) {
                           std::string name = std::filesystem::path(param.param).stem().string();
                           for (char& c : name) {
                             if (c == '-') c = '_';
                           }
                           return "Sheet_" + name;
                         });

}  // namespace
}  // namespace yesan
