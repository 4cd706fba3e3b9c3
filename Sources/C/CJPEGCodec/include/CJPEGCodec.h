#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The jumps that libjpeg makes on an error begin and end in the functions below, and nothing stays
// allocated. All memory belongs to the caller.

/// One JPEG file and the room for a part of its picture.
typedef struct {
    const uint8_t *bytes;
    size_t count;
    /// Sides in px of the picture that is decoded; a file of another size is refused.
    uint32_t width, height;
    /// How many times the sides of the file are as long: 1, 2, 4 or 8.
    uint32_t shrinking;
    /// Whether pixels become C, M, Y, K instead of R, G, B, 255.
    bool is_cmyk;
    /// Whether what libjpeg only warns of is an error.
    bool is_strict;
    /// The part that is wanted, inside of the picture; at least 1 px a side.
    uint32_t x, y, part_width, part_height;
    /// `part_width * part_height * 4` bytes: rows of pixels without padding.
    uint8_t *pixels;
} JPEGDecoding;

typedef enum { JPEG_FAILED, JPEG_WARNED, JPEG_DONE } JPEGResult;

/// Decodes a part of a JPEG; its pixels are those that it has in the whole picture.
///
/// All bytes of the file are looked at, wherever the part lies, so that damage is found.
///
/// - Parameter message: room for `message_size` bytes; says what is wrong, or what the first
///   warning was of.
JPEGResult jpeg_decode_part(const JPEGDecoding *decoding, char *message, size_t message_size);

/// A picture and the room for its file.
typedef struct {
    /// `width * height` pixels, premultiplied; in memory R, G, B, A.
    const uint32_t *pixels;
    uint32_t width, height;
    /// 1 to 100, as libjpeg counts.
    int quality;
    /// Whether one sample of colour stands for 2 x 2 px.
    bool halves_chroma;
    bool is_progressive;
    uint8_t *output;
    size_t room;
} JPEGEncoding;

/// Encodes a picture, on white paper where it is not opaque.
///
/// - Parameter message: room for `message_size` bytes; says what is wrong where the result is 0.
/// - Returns: how many bytes the file has.
size_t jpeg_encode(const JPEGEncoding *encoding, char *message, size_t message_size);
