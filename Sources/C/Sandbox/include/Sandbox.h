#pragma once
#include <stdint.h>

/// Parts of a confinement that can be in force, as bits.
enum {
    SANDBOX_NO_NEW_PRIVILEGES = 1,
    SANDBOX_NO_CAPABILITIES = 2,
    SANDBOX_OTHER_USER = 4,
    SANDBOX_LANDLOCK = 8,
    SANDBOX_SYSTEM_CALLS = 16,
};

/// Confines the calling process for good, and returns the parts that are in force.
///
/// The process must have one thread. After it reads and writes open descriptors, uses memory that is
/// not executable, and exits; other system calls fail or kill it.
uint32_t sandbox_enter(void);
