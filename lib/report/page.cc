#include "lib/report/page.h"

#include <algorithm>

#include "lib/report/facts.h"
#include "yesan/base/version.h"
#include "yesan/report/tables.h"

namespace yesan::internal {
namespace {

// One accent colour; all text has a contrast of at least 4.5 to its ground in both schemes. The shades of the parts
// (--s0 … --s5) go from the accent to the ground, with the text colour that can be read on each.
constexpr std::string_view kStyle = R"css(
:root{color-scheme:light dark;--bg:#fff;--ink:#16202b;--soft:#55606d;--line:#d9dee4;--tint:#f4f6f8;--accent:#0b5394;
--muted:#a9b4c0;--mid:#7fa6cb;--light:#dbe6f1;--warn:#a03123;--mark:#fff0c2;--hit:#fbf7ea;
--s0:#0b5394;--s1:#3d77ae;--s2:#94b7d6;--s3:#c3d6e8;--s4:#7c8b9a;--s5:#d3d9df;
--t0:#fff;--t1:#fff;--t2:#0c1c2c;--t3:#0c1c2c;--t4:#fff;--t5:#0c1c2c}
@media screen and (prefers-color-scheme:dark){:root{--bg:#11161c;--ink:#e7ecf1;--soft:#a3afbb;--line:#2d3742;--tint:#19212a;
--accent:#7fb6ea;--muted:#5d6b79;--mid:#4d7ca8;--light:#2a3f55;--warn:#ff9c8a;--mark:#5a4a12;--hit:#221f16;
--s0:#7fb6ea;--s1:#5b93c8;--s2:#3a6a97;--s3:#284b6d;--s4:#8d9aa7;--s5:#3c4752;
--t0:#0b1622;--t1:#0b1622;--t2:#fff;--t3:#fff;--t4:#0b1622;--t5:#fff}}
*{box-sizing:border-box}
html{font:16px/1.65 "Pretendard","Noto Sans CJK KR","Noto Sans KR","Apple SD Gothic Neo","Malgun Gothic",system-ui,sans-serif;
-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--bg);color:var(--ink);word-break:keep-all;overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.18em}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--bg);padding:.5rem 1rem;z-index:2}
.wrap{max-width:74rem;margin:0 auto;padding:0 2rem}
header.top{padding:3.5rem 0 0}
.eyebrow{margin:0 0 .6rem;color:var(--soft);font-size:.9rem}
h1{margin:0;font-size:2.15rem;line-height:1.25;letter-spacing:-.02em;font-weight:700}
.verdict{margin:1rem 0 0;font-size:1.3rem;line-height:1.5;max-width:46rem}
.counts{margin:.4rem 0 0;color:var(--soft)}
dl.keys{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:0;margin:2.4rem 0 0;border-top:2px solid var(--ink);
border-bottom:1px solid var(--line)}
dl.keys>div{padding:1rem 1.4rem 1.1rem 0}
dl.keys dt{color:var(--soft);font-size:.85rem}
dl.keys dd{margin:0}
dl.keys .v{font-size:1.75rem;line-height:1.3;font-weight:650;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
dl.keys .b{color:var(--soft);font-size:.85rem;font-variant-numeric:tabular-nums}
nav.toc{margin:1.2rem 0 0;font-size:.92rem}
nav.toc ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.5rem}
main section{margin:4rem 0 0}
h2{margin:0 0 .3rem;font-size:1.4rem;line-height:1.35;letter-spacing:-.01em;font-weight:700}
h3{margin:1.8rem 0 .5rem;font-size:1.05rem}
.lead{margin:0 0 1.2rem;color:var(--soft);max-width:46rem}
figure{margin:1.2rem 0 0}
.chart{display:block;width:100%;height:auto}.chart.narrow{display:none}
.chart text{fill:var(--ink);font-size:12px}
.chart .lb{font-size:13px}.chart .ax{font-size:11px;fill:var(--soft)}.chart .mk{font-size:11px;fill:var(--warn);font-weight:600}
.num,.n{font-variant-numeric:tabular-nums}
.f-accent{fill:var(--accent)}.f-muted{fill:var(--muted)}.f-mid{fill:var(--mid)}.f-light{fill:var(--light)}.f-warn{fill:var(--warn)}
.f-open{fill:var(--bg);stroke:var(--accent);stroke-dasharray:3 2}
.outline{fill:none;stroke:var(--ink);stroke-width:1.2}
.band{fill:var(--tint)}.grid{stroke:var(--line)}.mark{stroke:var(--warn);stroke-width:1.5;stroke-dasharray:5 3}
.p.s0{fill:var(--s0)}.p.s1{fill:var(--s1)}.p.s2{fill:var(--s2)}.p.s3{fill:var(--s3)}.p.s4{fill:var(--s4)}.p.s5{fill:var(--s5)}
.p.sub{fill-opacity:.82}
.chart .pt{font-size:11px}.chart .pt.on{fill:var(--t0)}
.chart .pt.s0{fill:var(--t0)}.chart .pt.s1{fill:var(--t1)}.chart .pt.s2{fill:var(--t2)}.chart .pt.s3{fill:var(--t3)}
.chart .pt.s4{fill:var(--t4)}.chart .pt.s5{fill:var(--t5)}
.scroll{overflow-x:auto;margin:1.4rem 0 0}
table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.5}
caption{text-align:left;color:var(--soft);font-size:.85rem;padding:0 0 .4rem}
th,td{padding:.42rem .9rem .42rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:normal}
th:last-child,td:last-child{padding-right:0}
.n+th:not(.n),.n+td:not(.n){padding-left:1.4rem}
.few{width:auto;min-width:min(100%,32rem)}
thead th{border-bottom:1.5px solid var(--ink);font-weight:600;vertical-align:bottom}
tbody th{font-weight:400}
th.n,td.n{text-align:right;white-space:nowrap}
tr.t th,tr.t td{font-weight:650}
tr.g th{padding-top:1rem;color:var(--soft)}
td.i1{padding-left:1.2rem}td.i2{padding-left:2.4rem}td.i3{padding-left:3.6rem}td.i4{padding-left:4.8rem}
.badge{display:inline-block;min-width:2.9em;padding:.05em .55em;border:1px solid var(--accent);border-radius:.2rem;text-align:center;
font-size:.8rem;line-height:1.5;font-weight:600;color:var(--accent);white-space:nowrap}
.badge.error{background:var(--warn);border-color:var(--warn);color:var(--bg)}
.badge.warning{background:var(--accent);color:var(--bg)}
.badge.note{border-color:var(--line);color:var(--soft)}
.pair{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:2.5rem;align-items:start;margin-top:1.2rem}
.pair>div{min-width:0}
ol.findings{list-style:none;margin:0;padding:0}
ol.findings>li{padding:1rem 0 1.1rem;border-top:1px solid var(--line);scroll-margin-top:1rem}
ol.findings h4{margin:.35rem 0 .3rem;font-size:1rem;line-height:1.45}
ol.findings p{margin:.25rem 0 0}
.where{font-size:.9rem}.rule{color:var(--soft);font-size:.8rem}
.rule code,.contrast{font-variant-numeric:tabular-nums}
.contrast b{font-weight:650}
li:target{background:var(--tint)}
.source{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto;border:1px solid var(--line);border-radius:.3rem;
background:var(--bg)}
ol.src{list-style:none;margin:0;padding:.6rem 0;font:.8rem/1.6 "D2Coding","Noto Sans Mono CJK KR",ui-monospace,Consolas,monospace;
tab-size:4;word-break:break-all}
ol.src li{display:grid;grid-template-columns:3.6em minmax(0,1fr);padding-right:.8rem;scroll-margin-top:6rem}
ol.src .no{color:var(--soft);text-align:right;padding-right:.9em;user-select:none;font-variant-numeric:tabular-nums;text-decoration:none}
ol.src .tx{white-space:pre-wrap;unicode-bidi:plaintext}
ol.src li.hit{background:var(--hit)}
ol.src li:target{background:var(--light)}
mark{background:var(--mark);color:inherit;border-bottom:2px solid var(--accent)}
mark a{color:inherit;text-decoration:none}
.refs{font-family:"Noto Sans CJK KR","Apple SD Gothic Neo","Malgun Gothic",system-ui,sans-serif;font-size:.75rem;margin-left:.5em}
p.unread{margin:.5rem 0 0}p.unread a{color:var(--warn)}
ol.unread{list-style:none;margin:.5rem 0 0;padding:0}
ol.unread>li{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:1rem;padding:.4rem 0;border-top:1px solid var(--line)}
ul.plain{margin:.5rem 0 0;padding-left:1.2rem}
footer{margin:5rem 0 0;padding:1.2rem 0 3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.85rem}
@media screen and (max-width:48rem){.chart.wide{display:none}.chart.narrow{display:block;max-width:36rem}
dl.keys{grid-template-columns:repeat(2,minmax(0,1fr))}.scroll table:not(.few){min-width:40rem}dl.keys .v{font-size:1.3rem}header.top{padding-top:2rem}main section{margin-top:3rem}}
@media (max-width:60rem){.pair{grid-template-columns:minmax(0,1fr)}.source{position:static;max-height:none}.wrap{padding:0 1.1rem}
h1{font-size:1.7rem}}
@page{size:A4;margin:16mm 15mm 18mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:8pt;color:#55606d}}
@media print{html{font-size:10pt}.wrap{max-width:none;padding:0}header.top{padding:0}nav.toc,.skip{display:none}
main section{margin-top:9mm}h1{font-size:20pt}.verdict{font-size:13pt}
dl.keys{grid-template-columns:repeat(5,auto);margin-top:6mm}dl.keys .v{font-size:14pt;white-space:nowrap}dl.keys .b{font-size:7.5pt}dl.keys>div{padding:2.5mm 5mm 2.5mm 0}
.lead{break-after:avoid}.lead+figure,h2+figure{break-before:avoid}#proof{break-inside:avoid}
.pair{font-size:8.6pt}ol.findings{columns:2;column-gap:8mm}ol.findings>li{padding:2mm 0 2.5mm}ol.findings h4{font-size:9.2pt}h3{margin-top:5mm}h2,h3,h4,caption{break-after:avoid}figure,tr,ol.findings>li,dl.keys{break-inside:avoid}
.pair{display:block}.source{position:static;max-height:none;overflow:visible;border:0}.source h3{break-before:auto}
.scroll{overflow:visible}table{font-size:8.2pt}th,td{padding:.25rem .5rem .25rem 0}ol.src{font-size:7pt}
a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)css";

// The depth that a table's cell shows by leading spaces, two a level.
std::size_t DepthOf(std::string_view cell) {
  const std::size_t spaces = std::min(cell.find_first_not_of(' '), cell.size());
  return std::min<std::size_t>(spaces / 2, 4);
}

std::string WithBreaks(std::string_view text) {
  std::string out = EscapeHtml(text);
  for (std::size_t at = 0; (at = out.find('\n', at)) != std::string::npos; at += 5)
    out.replace(at, 1, "<br/>");
  return out;
}

}  // namespace

std::string PageHead(std::string_view title, Language language) {
  const Speaker say(language);
  std::string out = "<!DOCTYPE html>\n<html lang=\"";
  out += say("ko", "en");
  out +=
      "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
      "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
      "<meta name=\"generator\" content=\"yesan\"/>\n<title>";
  out += EscapeHtml(title);
  out += "</title>\n<style>";
  out += kStyle;
  out += "</style>\n</head>\n<body>\n";
  return out;
}

std::string PageFoot(Language language) {
  const Speaker say(language);
  std::string out = "<footer><div class=\"wrap\">";
  out +=
      say("이 문서의 수치는 인쇄된 그대로 읽은 것이며, 비율은 여기서 반올림(half-up)했습니다. "
          "원문은 고치지 않았습니다. ",
          "Figures are read as printed; rates are rounded half-up here. The document was not "
          "changed. ");
  out += "yesan ";
  out += Version();
  out += "</div></footer>\n</body>\n</html>\n";
  return out;
}

std::string_view FileNameOf(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string HtmlTable(const TextTable& table, const std::function<std::string(std::size_t)>& link) {
  if (table.empty()) return {};
  std::string out = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" +
                    EscapeHtml(table.caption) + "\">\n<table" +
                    (table.columns().size() <= 3 ? " class=\"few\"" : "") + ">\n";
  if (!table.caption.empty()) out += "<caption>" + EscapeHtml(table.caption) + "</caption>\n";
  out += "<thead>\n<tr>";
  for (const TableColumn& column : table.columns()) {
    out += column.align == Align::kRight ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">";
    out += EscapeHtml(column.heading) + "</th>";
  }
  out += "</tr>\n</thead>\n<tbody>\n";
  std::size_t number = 0;
  for (const TableRow& row : table.rows()) {
    if (row.heading) {
      out += "<tr class=\"g\"><th scope=\"rowgroup\" colspan=\"" +
             std::to_string(table.columns().size()) + "\">" + WithBreaks(row.cells.front()) +
             "</th></tr>\n";
      ++number;
      continue;
    }
    out += row.strong ? "<tr class=\"t\">" : "<tr>";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string& cell = row.cells[i];
      std::string css = table.columns()[i].align == Align::kRight ? "n" : "";
      if (const std::size_t depth = DepthOf(cell); depth > 0 && i > 0) {
        css += (css.empty() ? "i" : " i") + std::to_string(depth);
      }
      const std::string attribute = css.empty() ? std::string() : " class=\"" + css + "\"";
      const std::string text = WithBreaks(cell);
      if (i == 0) {
        const std::string address = link ? link(number) : std::string();
        out +=
            "<th scope=\"row\"" + attribute + ">" +
            (address.empty() ? text : "<a href=\"" + EscapeHtml(address) + "\">" + text + "</a>") +
            "</th>";
      } else {
        out += "<td" + attribute + ">" + text + "</td>";
      }
    }
    out += "</tr>\n";
    ++number;
  }
  return out + "</tbody>\n</table>\n</div>\n";
}

std::string KeyFigure(std::string_view name, std::string_view value, std::string_view below) {
  return "<div><dt>" + EscapeHtml(name) + "</dt><dd><div class=\"v\">" + EscapeHtml(value) +
         "</div><div class=\"b\">" + EscapeHtml(below) + "</div></dd></div>\n";
}

std::string Badge(Severity severity, Language language) {
  return "<span class=\"badge " + std::string(Name(severity)) + "\">" +
         std::string(SeverityName(severity, language)) + "</span>";
}

}  // namespace yesan::internal
