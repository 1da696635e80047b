// operator new that fails when it is told to.
#pragma once

#include <cstdint>

namespace failing_memory {

extern std::int64_t live;       // allocations that were not freed
extern std::int64_t countdown;  // the allocation that fails; 0: none
extern bool from_then_on;       // every later one fails too
extern bool failed;             // one did

}  // namespace failing_memory
