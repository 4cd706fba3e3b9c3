#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Reduction of a picture while its rows are read: blocks of pixels become their means.
typedef struct {
    /// Base-2 logarithm of the pixels per side of a block: 1 to 3.
    uint32_t halvings;
    /// Rows of blocks in `sums`: one, or all for an interlaced file, whose rows come in seven passes.
    uint32_t sum_rows;
    /// Zeros: four for each block of these rows.
    uint16_t *sums;
    /// Memory for a row of the file: `width * 4` bytes.
    uint8_t *row;
} PNGShrinking;

/// One PNG file and the memory for its picture, which belongs to the caller.
typedef struct {
    const uint8_t *bytes;
    size_t count;
    /// Width and height in px from the header; a file of another size is refused.
    uint32_t width, height;
    /// Rows of R, G, B, A, not premultiplied, without padding: `width * height * 4` bytes, or 4 for
    /// each block.
    uint8_t *rgba;
    /// NULL to keep the picture's size.
    const PNGShrinking *shrinking;
} PNGDecoding;

/// Decodes any PNG to 8 bit RGBA, without colour management.
///
/// Reads only the chunks of the picture: PLTE, tRNS and IDAT. libpng's jumps on errors begin and end
/// inside this function, and nothing stays allocated.
///
/// - Parameter message: memory for `message_size` bytes; receives the error if the result is false.
bool png_decode_rgba(const PNGDecoding *decoding, char *message, size_t message_size);
