// Loops over lanes of 32 bytes, for processors that have them (AVX2).
//
// Each does whole steps of what a loop of Pixels does in lanes of 16 bytes, on whole numbers and with
// the same bits. Samples go by pairs of pixels as in LinearRows: r0 r1 g0 g1 b0 b1 a0 a1.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has such lanes; where it has not, the loops must not be called.
bool wide_lanes_exist(void);

/// The light of opaque pixels, by the polynomial of PolynomialTransfer with its four `coefficients`.
///
/// Returns how many pixels were done: eight at a time, up to the first eight that are not all opaque.
/// What lies `ahead` of them is asked for from memory, as the next row's; it need not be there.
size_t wide_light(
    const uint32_t *pixels, size_t count, ptrdiff_t ahead, const uint16_t *coefficients,
    int16_t *samples);

/// Mixes rows by two weights a pair: `count` samples, a multiple of 8, of each row.
///
/// Row i begins at samples + sources[i]; there are two rows for each of the `pair_count` pairs. From one
/// group of eight samples to the next it is `step` samples in the output.
void wide_filter_rows(
    const int16_t *samples, const ptrdiff_t *sources, const uint32_t *pairs, size_t pair_count,
    size_t count, int16_t *output, size_t step);

/// Mixes pixels along four rows, which lie together pair by pair.
///
/// Column i is made of the `half` pairs of pixels from rows + starts[i] on. Each row of the light has
/// four samples a pixel, `light_length` samples, and room for an even count of columns.
void wide_filter_pixels(
    const int16_t *rows, const ptrdiff_t *starts, const uint32_t *pairs, size_t half, size_t count,
    int16_t *light, size_t light_length);

/// Means of blocks of 2 x 2 pixels in two rows: `count` samples, a multiple of 32, of each.
void wide_halve(const int16_t *upper, const int16_t *lower, size_t count, int16_t *output);
