#include "yesan/base/version.h"

#include <string>

#include "gtest/gtest.h"

namespace yesan {
namespace {

TEST(Version, IsTheThreeNumbersOfTheHeader) {
  EXPECT_EQ(Version(), std::to_string(YESAN_VERSION_MAJOR) + "." +
                           std::to_string(YESAN_VERSION_MINOR) + "." +
                           std::to_string(YESAN_VERSION_PATCH));
}

}  // namespace
}  // namespace yesan
