#pragma once
#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include <jpeglib.h>

/// What libjpeg tells of errors, and where it then jumps; its own part must come first.
typedef struct {
    struct jpeg_error_mgr base;
    jmp_buf jump;
    /// Whether a warning ends the work too.
    bool is_strict;
    char *message;
    size_t message_size;
} JPEGErrors;

/// Makes libjpeg tell its errors there.
struct jpeg_error_mgr *jpeg_errors(JPEGErrors *errors);

/// Ends the work with a message of our own.
_Noreturn void jpeg_refuse(j_common_ptr info, const char *why);
