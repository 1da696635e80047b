#include "yesan/store/store.h"

#include <utility>

#include "lib/store/store_impl.h"
#include "yesan/base/text.h"

namespace yesan {

#ifdef YESAN_WITH_STORE

Store::Store(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}

Result<Store> Store::Create(const std::string& path, Government government, Policy policy,
                            Classification classification, const StoreOptions& options) {
  Result<std::unique_ptr<Impl>> impl = Impl::Create(path, std::move(government), std::move(policy),
                                                    std::move(classification), options);
  if (!impl) return std::move(impl).error();
  return Store(*std::move(impl));
}

Result<Store> Store::Open(const std::string& path, const StoreOptions& options) {
  Result<std::unique_ptr<Impl>> impl = Impl::Open(path, options, false);
  if (!impl) return std::move(impl).error();
  return Store(*std::move(impl));
}

Result<Store> Store::OpenReadOnly(const std::string& path, const StoreOptions& options) {
  Result<std::unique_ptr<Impl>> impl = Impl::Open(path, options, true);
  if (!impl) return std::move(impl).error();
  return Store(*std::move(impl));
}

Book& Store::book() noexcept { return *impl_->book; }
const Book& Store::book() const noexcept { return *impl_->book; }
Result<std::int64_t> Store::Refresh() { return impl_->Refresh(); }
StoreHead Store::head() const noexcept { return {impl_->batch, impl_->link}; }
Result<std::vector<Finding>> Store::Verify(const std::optional<StoreHead>& noted) const {
  return impl_->Verify(noted);
}
Result<void> Store::Backup(const std::string& path) const { return impl_->Backup(path); }
Result<void> Store::Close() { return impl_->Close(); }

#else

// Nothing makes one.
class Store::Impl {
 public:
  std::optional<Book> book;
};

Store::Store(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
Result<Store> Store::Create(const std::string&, Government, Policy, Classification,
                            const StoreOptions&) {
  return Error(Code::kNotBuilt);
}
Result<Store> Store::Open(const std::string&, const StoreOptions&) {
  return Error(Code::kNotBuilt);
}
Result<Store> Store::OpenReadOnly(const std::string&, const StoreOptions&) {
  return Error(Code::kNotBuilt);
}
Book& Store::book() noexcept { return *impl_->book; }
const Book& Store::book() const noexcept { return *impl_->book; }
Result<std::int64_t> Store::Refresh() { return Error(Code::kNotBuilt); }
StoreHead Store::head() const noexcept { return {}; }
Result<std::vector<Finding>> Store::Verify(const std::optional<StoreHead>&) const {
  return Error(Code::kNotBuilt);
}
Result<void> Store::Backup(const std::string&) const { return Error(Code::kNotBuilt); }
Result<void> Store::Close() { return Error(Code::kNotBuilt); }

#endif

Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

std::string StoreHead::ToString() const {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text = std::to_string(batch) + ":";
  for (const std::uint8_t byte : link) {
    text.push_back(kDigits[byte >> 4]);
    text.push_back(kDigits[byte & 15]);
  }
  return text;
}

Result<StoreHead> StoreHead::Parse(std::string_view text) {
  StoreHead head;
  text = Trim(text);
  const std::size_t colon = text.find(':');
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return 16;
  };
  bool fits = colon != std::string_view::npos && colon >= 1 && colon <= 18 &&
              text.size() == colon + 1 + 2 * head.link.size();
  for (std::size_t i = 0; fits && i < colon; ++i) {
    fits = digit(text[i]) < 10;
    head.batch = head.batch * 10 + digit(text[i]);
  }
  for (std::size_t i = 0; fits && i < head.link.size(); ++i) {
    const int high = digit(text[colon + 1 + 2 * i]);
    const int low = digit(text[colon + 2 + 2 * i]);
    fits = high < 16 && low < 16;
    head.link[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  if (fits) return head;
  ErrorDetail detail;
  detail.rule = "store.head";
  detail.message = {"장부의 끝은 '묶음 번호:64자리 16진수'로 적습니다: 128:9f86…",
                    "A head is written as a batch, a colon and 64 hexadecimal digits: 128:9f86…"};
  return Error(Code::kSyntax, std::move(detail));
}

}  // namespace yesan
