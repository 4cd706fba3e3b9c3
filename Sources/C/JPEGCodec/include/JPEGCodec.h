#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// libjpeg's jumps on errors begin and end inside the functions below, and nothing stays allocated.
// All memory belongs to the caller.

/// One JPEG file and the memory for a part of its picture.
typedef struct {
    const uint8_t *bytes;
    size_t count;
    /// Sides of the picture in px; a file of another size is refused.
    uint32_t width, height;
    /// Factor by which the file's sides are reduced: 1, 2, 4 or 8.
    uint32_t shrinking;
    /// True for pixels C, M, Y, K instead of R, G, B, 255.
    bool is_cmyk;
    /// True to treat libjpeg's warnings as errors.
    bool is_strict;
    /// The requested part, inside the picture; at least 1 px per side.
    uint32_t x, y, part_width, part_height;
    /// `part_width * part_height * 4` bytes: rows of pixels without padding.
    uint8_t *pixels;
} JPEGDecoding;

typedef enum { JPEG_FAILED, JPEG_WARNED, JPEG_DONE } JPEGResult;

/// Decodes a part of a JPEG, with the same pixels as in the whole picture.
///
/// Reads all bytes of the file, wherever the part is, so that damage is detected.
///
/// - Parameter message: memory for `message_size` bytes; receives the error, or the first warning.
JPEGResult jpeg_decode_part(const JPEGDecoding *decoding, char *message, size_t message_size);

/// A picture and the memory for its file.
typedef struct {
    /// `width * height` pixels, premultiplied; in memory R, G, B, A.
    const uint32_t *pixels;
    uint32_t width, height;
    /// libjpeg's quality, 1 to 100.
    int quality;
    /// True for one chroma sample per 2 x 2 px.
    bool halves_chroma;
    bool is_progressive;
    uint8_t *output;
    size_t room;
} JPEGEncoding;

/// Encodes a picture; transparent parts are composited onto white.
///
/// - Parameter message: memory for `message_size` bytes; receives the error if the result is 0.
/// - Returns: the number of bytes of the file.
size_t jpeg_encode(const JPEGEncoding *encoding, char *message, size_t message_size);
