#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// One PNG file and the room for its picture; all memory belongs to the caller.
typedef struct {
    const uint8_t *bytes;
    size_t count;
    /// Width and height in px as the header says; a file of another size is refused.
    uint32_t width, height;
    /// `width * height * 4` bytes: rows of R, G, B, A, not premultiplied, without padding.
    uint8_t *rgba;
} PNGDecoding;

/// Decodes any PNG to 8 bit RGBA, without colour management.
///
/// Only the chunks that make up the picture are looked at: PLTE, tRNS and IDAT. The jump that
/// libpng makes on an error begins and ends in this function, and nothing stays allocated.
///
/// - Parameter message: room for `message_size` bytes; says what is wrong where the result is
///   false.
bool png_decode_rgba(const PNGDecoding *decoding, char *message, size_t message_size);
