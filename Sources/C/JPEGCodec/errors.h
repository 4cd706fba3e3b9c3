#pragma once
#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include <jpeglib.h>

/// libjpeg's error manager with the jump target; libjpeg's own part must be first.
typedef struct {
    struct jpeg_error_mgr base;
    jmp_buf jump;
    /// True if a warning stops the work too.
    bool is_strict;
    char *message;
    size_t message_size;
} JPEGErrors;

/// Installs the error manager.
struct jpeg_error_mgr *jpeg_errors(JPEGErrors *errors);

/// Stops the work with a message.
_Noreturn void jpeg_refuse(j_common_ptr info, const char *why);
