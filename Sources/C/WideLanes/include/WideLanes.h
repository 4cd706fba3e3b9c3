// Loops with 32-byte vectors, for processors with AVX2.
//
// Each processes whole steps of a loop of Pixels with 16-byte vectors, on integers and with the same
// bits. Samples are in pairs of pixels as in LinearRows: r0 r1 g0 g1 b0 b1 a0 a1.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// True if this processor has AVX2; otherwise the loops must not be called.
bool wide_lanes_exist(void);

/// The light of opaque pixels, by the polynomial of PolynomialTransfer with its four `coefficients`.
///
/// Returns the number of converted pixels: eight at a time, up to the first eight that are not all
/// opaque. Pixels `ahead` of them, those of the next row, are prefetched; they may be out of bounds.
size_t wide_light(
    const uint32_t *pixels, size_t count, ptrdiff_t ahead, const uint16_t *coefficients,
    int16_t *samples);

/// Weighted sum of rows, two weights per pair: `count` samples, a multiple of 8, of each row.
///
/// Row i begins at samples + sources[i]; there are two rows for each of the `pair_count` pairs.
/// Consecutive groups of eight samples are `step` samples apart in the output.
void wide_filter_rows(
    const int16_t *samples, const ptrdiff_t *sources, const uint32_t *pairs, size_t pair_count,
    size_t count, int16_t *output, size_t step);

/// Weighted sums of pixels along four rows, interleaved pair by pair.
///
/// Column i is the sum of the `half` pairs of pixels from rows + starts[i] on. Each output row has
/// four samples per pixel, `light_length` samples, and space for an even number of columns.
void wide_filter_pixels(
    const int16_t *rows, const ptrdiff_t *starts, const uint32_t *pairs, size_t half, size_t count,
    int16_t *light, size_t light_length);

/// Means of blocks of 2 x 2 pixels in two rows: `count` samples, a multiple of 32, of each.
void wide_halve(const int16_t *upper, const int16_t *lower, size_t count, int16_t *output);
