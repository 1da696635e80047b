// A file of its own: where a compiler sees these beside their callers it takes malloc and delete for a mismatch.
#include <cstddef>
#include <cstdlib>
#include <new>

#include "tests/capi/memory/failing_memory.h"

namespace failing_memory {

std::int64_t live = 0;
std::int64_t countdown = 0;
bool from_then_on = false;
bool failed = false;

namespace {

// Whether this allocation is to fail.
bool Fails() {
  if (countdown == 0) return false;
  if (countdown > 1) {
    --countdown;
    return false;
  }
  if (!from_then_on) countdown = 0;
  failed = true;
  return true;
}

void* Allocate(std::size_t size) {
  if (Fails()) return nullptr;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory != nullptr) ++live;
  return memory;
}

void Free(void* memory) {
  if (memory == nullptr) return;
  --live;
  std::free(memory);
}

}  // namespace
}  // namespace failing_memory

using failing_memory::Allocate;
using failing_memory::Free;

void* operator new(std::size_t size) {
  void* memory = Allocate(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return Allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return Allocate(size); }
void operator delete(void* memory) noexcept { Free(memory); }
void operator delete[](void* memory) noexcept { Free(memory); }
void operator delete(void* memory, std::size_t) noexcept { Free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { Free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { Free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { Free(memory); }
