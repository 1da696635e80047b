// What a finding is about, in English.
#pragma once

#include <string>
#include <string_view>

namespace yesan::internal {

// Our own words of a subject (sections, `기간`, `2018년`, settlement columns) in English; words of the document stay as they
// are printed. `추진일정 · 일반관리 등 · 기간` is `schedule · 일반관리 등 · period`.
[[nodiscard]] std::string EnglishSubject(std::string_view subject);

}  // namespace yesan::internal
