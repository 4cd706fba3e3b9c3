#pragma once
#include <stdbool.h>

/// Forbids every path and, where the kernel can, every port and signal by Landlock.
bool sandbox_forbid_files(void);
/// Forbids all system calls but a few by seccomp.
bool sandbox_forbid_calls(void);
