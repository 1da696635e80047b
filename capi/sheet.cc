// A sheet as a whole; its tables are in sheet_tables.cc.
#include "yesan/sheet/sheet.h"

#include <memory>
#include <string>
#include <utility>

#include "capi/convert.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "yesan/sheet/read.h"
#include "yesan/sheet/views.h"
#include "yesan/sheet/write.h"

using yesan::Result;
using yesan::Sheet;
using yesan::capi::CheckNumber;
using yesan::capi::GiveText;
using yesan::capi::Guard;
using yesan::capi::RawTextOf;

yesan_status yesan_sheet_read(const char* bytes, uint64_t length, const yesan_read_options* options,
                              yesan_sheet** out_sheet, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_sheet);
    yesan::ReadOptions how;
    if (options != nullptr) {
      YESAN_TRY(yesan::capi::CheckStructSize("options", options->struct_size, sizeof *options));
      YESAN_TRY(CheckNumber("format", options->format, YESAN_SHEET_AUTO, YESAN_SHEET_HTML));
      if (options->bytes_max > 0xFFFFFFFFU) {
        return yesan::capi::BadArgument("bytes_max", "4 GiB − 1을 넘습니다", "is above 4 GiB - 1");
      }
      how.format = static_cast<yesan::SheetFormat>(options->format);
      if (options->bytes_max != 0) how.bytes_max = static_cast<std::size_t>(options->bytes_max);
    }
    Result<std::string_view> in = RawTextOf(bytes, length);
    if (!in) return std::move(in).error();
    Result<Sheet> sheet = yesan::Read(*in, how);
    if (!sheet) return std::move(sheet).error();
    auto handle = std::make_unique<yesan_sheet>();
    handle->sheet = std::make_shared<const Sheet>(std::move(sheet).value());
    *out_sheet = handle.release();
    return {};
  });
}

void yesan_sheet_destroy(yesan_sheet* sheet) { delete sheet; }

yesan_status yesan_decode_cp949(const char* bytes, uint64_t length, char* out_text,
                                uint64_t capacity, uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_length);
    Result<std::string_view> in = RawTextOf(bytes, length);
    if (!in) return std::move(in).error();
    Result<std::string> text = yesan::DecodeCp949(*in);
    if (!text) return std::move(text).error();
    return GiveText(*text, out_text, capacity, out_length);
  });
}

yesan_status yesan_sheet_describe(const yesan_sheet* sheet, yesan_sheet_info* out_info,
                                  yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(sheet);
    YESAN_REQUIRE(out_info);
    YESAN_TRY(yesan::capi::CheckStructSize("out_info", out_info->struct_size, sizeof *out_info));
    const Sheet& of = *sheet->sheet;
    const yesan::OverviewView overview = OverviewOf(of);
    yesan_sheet_info info{};
    info.struct_size = sizeof info;
    info.format = static_cast<std::int32_t>(of.format);
    info.fiscal_year = of.fiscal_year;
    info.overview_prior_year = overview.prior_year;
    info.overview_current_year = overview.current_year;
    info.schedule_year = ScheduleOf(of).year;
    info.source_bytes = of.source().size();
    info.section_count = of.sections.size();
    info.not_understood_count = of.not_understood.size();
    *out_info = info;
    return {};
  });
}

yesan_status yesan_sheet_title(const yesan_sheet* sheet, char* out_text, uint64_t capacity,
                               uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(sheet);
    YESAN_REQUIRE(out_length);
    return GiveText(sheet->sheet->title.text, out_text, capacity, out_length);
  });
}

yesan_status yesan_sheet_write(const yesan_sheet* sheet, int32_t format, char* out_text,
                               uint64_t capacity, uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(sheet);
    YESAN_REQUIRE(out_length);
    YESAN_TRY(CheckNumber("format", format, YESAN_SHEET_AUTO, YESAN_SHEET_HTML));
    Result<std::string> text = yesan::Write(*sheet->sheet, static_cast<yesan::SheetFormat>(format));
    if (!text) return std::move(text).error();
    return GiveText(*text, out_text, capacity, out_length);
  });
}

yesan_status yesan_sheet_equal(const yesan_sheet* a, const yesan_sheet* b, int32_t* out_equal,
                               yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(a);
    YESAN_REQUIRE(b);
    YESAN_REQUIRE(out_equal);
    *out_equal = *a->sheet == *b->sheet ? 1 : 0;
    return {};
  });
}
