#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What makes a picture smaller while its rows are read: blocks of pixels become their means.
typedef struct {
    /// A block has two to this power pixels a side: 1 to 3.
    uint32_t halvings;
    /// Rows of blocks that `sums` has room for: one; of an interlaced file, whose rows come in seven
    /// turns, all.
    uint32_t sum_rows;
    /// Zeros: four for each block of such a row.
    uint16_t *sums;
    /// Room for a row of the file: `width * 4` bytes.
    uint8_t *row;
} PNGShrinking;

/// One PNG file and the room for its picture; all memory belongs to the caller.
typedef struct {
    const uint8_t *bytes;
    size_t count;
    /// Width and height in px as the header says; a file of another size is refused.
    uint32_t width, height;
    /// Rows of R, G, B, A, not premultiplied, without padding: `width * height * 4` bytes, or 4 for
    /// each block.
    uint8_t *rgba;
    /// NULL where the picture keeps its size.
    const PNGShrinking *shrinking;
} PNGDecoding;

/// Decodes any PNG to 8 bit RGBA, without colour management.
///
/// Only the chunks that make up the picture are looked at: PLTE, tRNS and IDAT. The jump that
/// libpng makes on an error begins and ends in this function, and nothing stays allocated.
///
/// - Parameter message: room for `message_size` bytes; says what is wrong where the result is
///   false.
bool png_decode_rgba(const PNGDecoding *decoding, char *message, size_t message_size);
