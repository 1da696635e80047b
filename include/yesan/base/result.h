/// @file
/// A value, or the reason why there is none.
#pragma once

#include <cassert>
#include <new>
#include <type_traits>
#include <utility>

#include "yesan/base/error.h"

namespace yesan {

/// What a function that can refuse returns: a T, or an Error. Never both, never neither.
///
/// @code
///   Result<Money> total = Add(a, b);
///   if (!total) return std::move(total).error();
///   Use(*total);
/// @endcode
/// Reading the value of a refusal, or the error of a value, is a programming mistake and is asserted.
///
/// The value of a temporary is given whole, moved out of it, so that `for (const Row& row : *Read(text))` goes over rows that
/// live as long as the loop. `->` gives a pointer into the Result: `for (const Row& row : Read(text)->rows)` does not.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  // Both are implicit, so that a function ends with `return sum;` or `return Error(code);`.
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(T value) noexcept(std::is_nothrow_move_constructible_v<T>)
      : value_(std::move(value)), ok_(true) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(Error error) noexcept : error_(std::move(error)), ok_(false) {}
  Result(Result&& other) noexcept(std::is_nothrow_move_constructible_v<T>) : ok_(other.ok_) {
    if (ok_) {
      ::new (static_cast<void*>(&value_)) T(std::move(other.value_));
    } else {
      ::new (static_cast<void*>(&error_)) Error(std::move(other.error_));
    }
  }
  Result& operator=(Result&& other) noexcept(std::is_nothrow_move_constructible_v<T>) {
    if (this != &other) {
      this->~Result();
      ::new (static_cast<void*>(this)) Result(std::move(other));
    }
    return *this;
  }
  ~Result() {
    if (ok_) {
      if constexpr (!std::is_trivially_destructible_v<T>) value_.~T();
    } else {
      error_.~Error();
    }
  }

  [[nodiscard]] bool ok() const noexcept { return ok_; }
  explicit operator bool() const noexcept { return ok_; }

  [[nodiscard]] const T& value() const& noexcept { return assert(ok_), value_; }
  [[nodiscard]] T& value() & noexcept { return assert(ok_), value_; }
  [[nodiscard]] T value() && noexcept(std::is_nothrow_move_constructible_v<T>) {
    return assert(ok_), std::move(value_);
  }
  const T& operator*() const& noexcept { return value(); }
  T& operator*() & noexcept { return value(); }
  T operator*() && noexcept(std::is_nothrow_move_constructible_v<T>) {
    return std::move(*this).value();
  }
  const T* operator->() const noexcept { return &value(); }
  T* operator->() noexcept { return &value(); }

  [[nodiscard]] const Error& error() const& noexcept { return assert(!ok_), error_; }
  [[nodiscard]] Error error() && noexcept { return assert(!ok_), std::move(error_); }
  /// The code of the refusal, or Code::kOk.
  [[nodiscard]] Code code() const noexcept { return ok_ ? Code::kOk : error_.code(); }

 private:
  union {
    T value_;
    Error error_;
  };
  bool ok_;
};

/// A function that returns nothing but can refuse.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() noexcept : error_(Code::kOk) {}
  Result(Error error) noexcept : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const noexcept { return error_.code() == Code::kOk; }
  explicit operator bool() const noexcept { return ok(); }
  [[nodiscard]] const Error& error() const& noexcept { return assert(!ok()), error_; }
  [[nodiscard]] Error error() && noexcept { return assert(!ok()), std::move(error_); }
  [[nodiscard]] Code code() const noexcept { return error_.code(); }

 private:
  Error error_;
};

}  // namespace yesan
