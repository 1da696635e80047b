#include "yesan/exchange/csv.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace yesan {
namespace {

using Table = std::vector<std::vector<std::string>>;

struct Reading {
  Table rows;
  std::vector<CsvProblem> problems;
};

Reading ReadAll(CsvSource source, CsvOptions options = CsvOptions()) {
  Reading reading;
  CsvReader reader(std::move(source), options);
  for (CsvStep step = reader.Next(); step != CsvStep::kEnd; step = reader.Next()) {
    if (step == CsvStep::kProblem) {
      reading.problems.push_back(reader.problem());
    } else {
      reading.rows.emplace_back(reader.fields().begin(), reader.fields().end());
    }
  }
  EXPECT_EQ(reader.Next(), CsvStep::kEnd);
  return reading;
}

Reading ReadText(std::string_view text, CsvOptions options = CsvOptions()) {
  return ReadAll(SourceOf(text), options);
}

// A source that gives `piece` bytes at a time.
CsvSource InPieces(std::string_view text, std::size_t piece) {
  return [text, piece](char* buffer, std::size_t size) mutable -> Result<std::size_t> {
    const std::size_t count = std::min({piece, size, text.size()});
    text.copy(buffer, count);
    text.remove_prefix(count);
    return count;
  };
}

// The one problem of a text.
CsvProblem ProblemIn(std::string_view text, CsvOptions options = CsvOptions()) {
  const Reading reading = ReadText(text, options);
  EXPECT_EQ(reading.problems.size(), 1U) << text;
  return reading.problems.empty() ? CsvProblem() : reading.problems[0];
}

TEST(Csv, ReadsFieldsWithAndWithoutQuotes) {
  const Reading reading =
      ReadText("통계목,금액\r\n307-05,\"1,234\"\r\n\"가\"\"나\",\"한\r\n줄\"\r\n");
  EXPECT_TRUE(reading.problems.empty());
  EXPECT_EQ(reading.rows, (Table{{"통계목", "금액"}, {"307-05", "1,234"}, {"가\"나", "한\r\n줄"}}));
}

TEST(Csv, EndsRowsAtCrLfLfAndCrAndAtTheEnd) {
  const Table expected = {{"a", "b"}, {"c", "d"}};
  for (const char* text :
       {"a,b\r\nc,d\r\n", "a,b\nc,d\n", "a,b\rc,d\r", "a,b\nc,d", "a,b\r\nc,d\r"})
    EXPECT_EQ(ReadText(text).rows, expected) << text;
}

TEST(Csv, TakesABomForNoField) {
  EXPECT_EQ(ReadText("\xEF\xBB\xBF가,나\n").rows, (Table{{"가", "나"}}));
  EXPECT_EQ(ReadText("\xEF\xBB\xBF").rows, Table());
  EXPECT_EQ(ReadText("").rows, Table());
}

TEST(Csv, PassesOverEmptyLinesButKeepsEmptyFields) {
  EXPECT_EQ(ReadText("a,b\n\n,\n\r\n\"\",x\n").rows, (Table{{"a", "b"}, {"", ""}, {"", "x"}}));
  EXPECT_EQ(ReadText("a\n\"\"\n\nb").rows, (Table{{"a"}, {""}, {"b"}}));
  EXPECT_EQ(ReadText("a,b\nc,").rows, (Table{{"a", "b"}, {"c", ""}}));
}

TEST(Csv, CountsRowsAsSpreadsheetsDoAndLinesAsEditorsDo) {
  CsvReader reader(SourceOf("a,b\n\"1\n2\r\n3\",x\n\ny,z\n"));
  ASSERT_EQ(reader.Next(), CsvStep::kRow);
  EXPECT_EQ(reader.row(), 1U);
  ASSERT_EQ(reader.Next(), CsvStep::kRow);
  EXPECT_EQ(reader.row(), 2U);
  EXPECT_EQ(reader.line(), 2U);
  ASSERT_EQ(reader.Next(), CsvStep::kRow);
  EXPECT_EQ(reader.row(), 3U);
  EXPECT_EQ(reader.line(), 6U);
  EXPECT_EQ(reader.bytes(), 20U);
}

TEST(Csv, RefusesARaggedRowAndGoesOnBehindIt) {
  const Reading reading = ReadText("통계목,금액\n307-05,1,234\n201-01\n201-03,5\n");
  ASSERT_EQ(reading.problems.size(), 2U);
  EXPECT_EQ(reading.problems[0].code, Code::kSyntax);
  EXPECT_EQ(reading.problems[0].rule, "csv.ragged_row");
  EXPECT_EQ(reading.problems[0].row, 2U);
  EXPECT_EQ(reading.problems[0].expected.en, "2 fields");
  EXPECT_EQ(reading.problems[0].found, "3");
  EXPECT_EQ(reading.problems[0].message.en,
            "row 2: the row has not as many fields as the first. Expected: 2 fields. Found: '3'.");
  EXPECT_EQ(reading.problems[1].found, "1");
  EXPECT_EQ(reading.rows.size(), 2U);
}

TEST(Csv, RefusesAnUnclosedQuoteWhereItOpened) {
  const CsvProblem problem = ProblemIn("a,b\n1,2\n3,\"4\n5,6\n");
  EXPECT_EQ(problem.rule, "csv.unclosed_quote");
  EXPECT_EQ(problem.row, 3U);
  EXPECT_EQ(problem.line, 3U);
  EXPECT_EQ(problem.field, 2U);
}

TEST(Csv, RefusesQuotesThatStandWhereNoneMay) {
  const Reading inside = ReadText("a,b\n1\"2\",3\n4,5\n");
  ASSERT_EQ(inside.problems.size(), 1U);
  EXPECT_EQ(inside.problems[0].rule, "csv.quote_in_field");
  EXPECT_EQ(inside.problems[0].field, 1U);
  EXPECT_EQ(inside.rows.size(), 2U);
  const Reading behind = ReadText("a,b\n1,\"2\"x\n4,5\n");
  ASSERT_EQ(behind.problems.size(), 1U);
  EXPECT_EQ(behind.problems[0].rule, "csv.text_after_quote");
  EXPECT_EQ(behind.problems[0].field, 2U);
  EXPECT_EQ(behind.rows.size(), 2U);
}

TEST(Csv, RefusesAFieldOverTheLimitAndReadsOn) {
  CsvOptions options;
  options.field_bytes_max = 5;
  for (const std::string& big :
       {std::string("123456"), std::string("\"12,456\""), std::string(1'000'000, 'x'),
        "\"" + std::string(1'000'000, '\n') + "\""}) {
    const Reading reading = ReadText("a,b\n12345," + big + "\n3,4\n", options);
    ASSERT_EQ(reading.problems.size(), 1U) << big.substr(0, 10);
    EXPECT_EQ(reading.problems[0].code, Code::kTooLarge);
    EXPECT_EQ(reading.problems[0].rule, "csv.field_too_long");
    EXPECT_EQ(reading.problems[0].field, 2U);
    EXPECT_EQ(reading.rows, (Table{{"a", "b"}, {"3", "4"}})) << big.substr(0, 10);
  }
  EXPECT_TRUE(ReadText("a,b\n12345,\"12345\"\n", options).problems.empty());
  EXPECT_EQ(ProblemIn("a,b\n1,\"" + std::string(1'000'000, 'x'), options).rule,
            "csv.unclosed_quote");
}

TEST(Csv, RefusesTooManyFields) {
  CsvOptions options;
  options.fields_max = 3;
  EXPECT_EQ(ReadText("a,b,c\n", options).rows.size(), 1U);
  const Reading reading = ReadText("a,b,c,d,\"\n\",f\ng,h,i\n", options);
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].rule, "csv.too_many_fields");
  EXPECT_EQ(reading.rows, (Table{{"g", "h", "i"}}));
}

TEST(Csv, RefusesNulAndWhatIsNotUtf8) {
  using namespace std::string_view_literals;
  const CsvProblem nul = ProblemIn("abcde,b\n1,x\0y\n3,4\n"sv);
  EXPECT_EQ(nul.rule, "csv.nul");
  EXPECT_EQ(nul.field, 2U);
  EXPECT_EQ(ProblemIn("abcde,b\n1,\"x\0y\"\n"sv).rule, "csv.nul");
  const Reading bytes = ReadText("가,b\n1,\xFFy\n3,4\n");
  ASSERT_EQ(bytes.problems.size(), 1U);
  EXPECT_EQ(bytes.problems[0].code, Code::kInvalidUtf8);
  EXPECT_EQ(bytes.problems[0].rule, "csv.utf8");
  EXPECT_EQ(bytes.problems[0].row, 2U);
  EXPECT_EQ(bytes.rows.size(), 2U);
}

TEST(Csv, SaysSoWhereTheBytesAreCp949OrUtf16) {
  using namespace std::string_view_literals;
  // `회계,금액` in cp949, after a line of ASCII even.
  const CsvProblem cp949 = ProblemIn("a,b\n\xC8\xB8\xB0\xE8,\xB1\xDD\xBE\xD7\n1,2\n");
  EXPECT_EQ(cp949.code, Code::kEncoding);
  EXPECT_EQ(cp949.rule, "csv.cp949");
  EXPECT_NE(cp949.message.ko.find("cp949"), std::string::npos);
  for (const std::string_view text :
       {"\xFF\xFE\x8C\xD6"sv, "\xFE\xFF\xD6\x8C"sv, "a\0,\0b\0"sv, "\0a\0,\0b"sv}) {
    const CsvProblem problem = ProblemIn(text);
    EXPECT_EQ(problem.code, Code::kEncoding);
    EXPECT_EQ(problem.rule, "csv.utf16");
  }
}

TEST(Csv, RefusesOptionsThatAreNone) {
  CsvOptions options;
  options.separator = '"';
  EXPECT_EQ(ProblemIn("a", options).rule, "csv.options");
  options.separator = ';';
  EXPECT_EQ(ReadText("a;b,c\n", options).rows, (Table{{"a", "b,c"}}));
  options.field_bytes_max = 0;
  EXPECT_EQ(ProblemIn("a", options).code, Code::kInvalidArgument);
}

TEST(Csv, EndsWhereItsSourceRefuses) {
  int calls = 0;
  const Reading reading = ReadAll([&](char* buffer, std::size_t) -> Result<std::size_t> {
    if (++calls > 1) return Error(Code::kInternal);
    std::string_view("a,b\n").copy(buffer, 4);
    return std::size_t{4};
  });
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].rule, "csv.source");
  EXPECT_EQ(reading.problems[0].code, Code::kInternal);
}

TEST(Csv, ReadsTheSameInPiecesOfAnySize) {
  std::string text = "\xEF\xBB\xBF가,나,다\r\n";
  for (int i = 0; i < 3000; ++i) {
    text += std::to_string(i) + ",\"줄\r\n" + std::string(static_cast<std::size_t>(i % 97), 'x') +
            "\"\"\",끝\r\n";
    if (i % 500 == 7) text += "a\"b,c,d\r\nx,y\n";
  }
  const Reading whole = ReadText(text);
  EXPECT_EQ(whole.rows.size(), 3001U);
  EXPECT_EQ(whole.problems.size(), 12U);
  for (const std::size_t piece : {1U, 2U, 3U, 7U, 4095U, 4097U, 131072U}) {
    const Reading pieces = ReadAll(InPieces(text, piece));
    EXPECT_EQ(pieces.rows, whole.rows) << piece;
    ASSERT_EQ(pieces.problems.size(), whole.problems.size()) << piece;
    for (std::size_t i = 0; i < whole.problems.size(); ++i)
      EXPECT_EQ(pieces.problems[i].message, whole.problems[i].message) << piece;
  }
}

TEST(Csv, ReadsBackWhatItWrote) {
  std::mt19937 random(20261123);
  const std::vector<std::string> pieces = {"가", "\"", ",",  "\n", "\r", "\r\n",         " ",  "x",
                                           "\t", ";",  "=1", "-",  "　", "\xEF\xBB\xBF", "𠀀", "0"};
  for (int round = 0; round < 400; ++round) {
    CsvWriteOptions write;
    write.bom = round % 2 == 0;
    write.quote_all = round % 5 == 0;
    write.separator = round % 3 == 0 ? '\t' : ',';
    CsvOptions read;
    read.separator = write.separator;
    const std::size_t width = 1 + random() % 5;
    Table table(1 + random() % 20, std::vector<std::string>(width));
    std::string text;
    CsvWriter writer(SinkTo(text), write);
    for (auto& row : table) {
      for (std::string& field : row) {
        for (std::size_t n = random() % 6; n > 0; --n) field += pieces[random() % pieces.size()];
        writer.Field(field);
      }
      ASSERT_TRUE(writer.EndRow().ok());
    }
    ASSERT_TRUE(writer.Finish().ok());
    EXPECT_EQ(writer.rows(), table.size());
    const Reading reading = ReadText(text, read);
    ASSERT_TRUE(reading.problems.empty()) << reading.problems[0].message.en << "\n" << text;
    ASSERT_EQ(reading.rows, table) << text;
  }
}

TEST(Csv, WritesQuotesWhereTheyAreNeededOnly) {
  std::string text;
  CsvWriter writer(SinkTo(text));
  writer.Field("a b").Field("1,2").Field("").Field("\"").Field(" x").Field(-12);
  ASSERT_TRUE(writer.EndRow().ok());
  writer.Field("");
  ASSERT_TRUE(writer.EndRow().ok());
  ASSERT_TRUE(writer.Finish().ok());
  EXPECT_EQ(text, "a b,\"1,2\",,\"\"\"\",\" x\",-12\r\n\"\"\r\n");
}

TEST(Csv, HandsOnWhatTheSinkRefuses) {
  CsvWriter writer([](std::string_view) -> Result<void> { return Error(Code::kInternal); });
  writer.Field("a");
  EXPECT_TRUE(writer.EndRow().ok());
  EXPECT_EQ(writer.Finish().code(), Code::kInternal);
}

TEST(Csv, ReadsTheSameWhateverEndsTheLines) {
  // Rows that end with CR alone, or hold a quote, are read another way than most.
  const std::string_view pieces[] = {"1", "예산", "-",    "2021-03-02", " ", ";", "\t", ",",
                                     "#", "12",   "(가)", "abcdefgh",   "+", ".", "△",  "\""};
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    CsvOptions options;
    options.separator = ",;\t"[round % 3];
    const std::size_t width = 1 + random() % 7;
    Table expected;
    std::string lf, crlf, cr;
    for (std::size_t row = 0; row < 20; ++row) {
      std::vector<std::string> fields;
      std::string line;
      for (std::size_t i = 0; i < width; ++i) {
        std::string field;
        for (std::size_t n = random() % 6; n > 0; --n) {
          const std::string_view piece = pieces[random() % std::size(pieces)];
          if (piece != "\"" || random() % 8 == 0) field += piece;
        }
        if (i > 0) line += options.separator;
        const bool needs = field.find_first_of(",;\t\"") != std::string::npos;
        if (needs || (width == 1 && field.empty()) || random() % 4 == 0) {
          line += '"';
          for (const char c : field) line += c == '"' ? "\"\"" : std::string(1, c);
          line += '"';
        } else {
          line += field;
        }
        fields.push_back(std::move(field));
      }
      expected.push_back(std::move(fields));
      lf += line + "\n";
      crlf += line + "\r\n";
      cr += line + "\r";
    }
    for (const std::string& text : {lf, crlf, cr}) {
      const Reading reading = ReadText(text, options);
      ASSERT_TRUE(reading.problems.empty()) << text;
      ASSERT_EQ(reading.rows, expected) << text;
    }
  }
}

TEST(Csv, KeepsLittleOfALongFile) {
  // 200 MB of rows out of a source that makes them up: what the reader holds is its buffer.
  std::uint64_t left = 200'000'000;
  const std::string row = "2021-03-02,지출,\"1,234,567\"\r\n";
  CsvReader reader([&](char* buffer, std::size_t size) -> Result<std::size_t> {
    const std::size_t count =
        std::min<std::uint64_t>(size / row.size(), left / row.size()) * row.size();
    for (std::size_t at = 0; at < count; at += row.size()) row.copy(buffer + at, row.size());
    left -= count;
    return count;
  });
  std::uint64_t rows = 0;
  while (reader.Next() == CsvStep::kRow) ++rows;
  EXPECT_EQ(rows, 200'000'000 / row.size());
}

}  // namespace
}  // namespace yesan
