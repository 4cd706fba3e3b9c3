#include "WideLanes.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define WIDE __attribute__((target("avx2")))
#define INLINE WIDE __attribute__((always_inline)) static inline

bool wide_lanes_exist(void) { return __builtin_cpu_supports("avx2"); }

INLINE __m256i load(const void *from) { return _mm256_loadu_si256(from); }
INLINE void store(void *to, __m256i lanes) { _mm256_storeu_si256(to, lanes); }
INLINE void store_low(void *to, __m256i lanes) {
    _mm_storeu_si128(to, _mm256_castsi256_si128(lanes));
}
INLINE void store_high(void *to, __m256i lanes) {
    _mm_storeu_si128(to, _mm256_extracti128_si256(lanes, 1));
}

// Light

typedef struct {
    __m256i c0, c1, c2, c3;
} Curve;

/// x (c0 + x (c1 + x (c2 - x c3))) of 8-bit values times 257.
INLINE __m256i light(const Curve *curve, __m256i x) {
    __m256i sum = _mm256_sub_epi16(curve->c2, _mm256_mulhi_epu16(x, curve->c3));
    sum = _mm256_add_epi16(curve->c1, _mm256_mulhi_epu16(x, sum));
    sum = _mm256_add_epi16(curve->c0, _mm256_mulhi_epu16(x, sum));
    return _mm256_mulhi_epu16(x, sum);
}

WIDE size_t wide_light(
    const uint32_t *pixels, size_t count, ptrdiff_t ahead, const uint16_t *coefficients,
    int16_t *samples) {
    const Curve curve = {
        _mm256_set1_epi16((short)coefficients[0]), _mm256_set1_epi16((short)coefficients[1]),
        _mm256_set1_epi16((short)coefficients[2]), _mm256_set1_epi16((short)coefficients[3])};
    const __m256i alphas = _mm256_set1_epi32((int)0xFF000000);
    // Each value twice, the channels of two pixels interleaved.
    const __m256i first = _mm256_setr_epi8(
        0, 0, 4, 4, 1, 1, 5, 5, 2, 2, 6, 6, 3, 3, 7, 7, 0, 0, 4, 4, 1, 1, 5, 5, 2, 2, 6, 6, 3, 3, 7, 7);
    const __m256i second = _mm256_or_si256(first, _mm256_set1_epi8(8));
    size_t done = 0;
    for (; done + 8 <= count; done += 8) {
        const __m256i eight = load(pixels + done);
        if (!_mm256_testc_si256(eight, alphas)) break;
        // As an integer, because a pointer must not be out of bounds.
        _mm_prefetch((const void *)((uintptr_t)(pixels + done) + (uintptr_t)ahead * 4), _MM_HINT_T0);
        // Pairs 0 and 2 in the lower half, 1 and 3 in the upper.
        const __m256i apart = _mm256_permute4x64_epi64(eight, 0xD8);
        store(samples + done * 4, light(&curve, _mm256_shuffle_epi8(apart, first)));
        store(samples + done * 4 + 16, light(&curve, _mm256_shuffle_epi8(apart, second)));
    }
    return done;
}

// Filtering

/// Rounded to integers and clamped: a sharp filter overshoots black and white.
INLINE __m256i narrow(__m256i low, __m256i high) {
    const __m256i both = _mm256_packs_epi32(_mm256_srai_epi32(low, 14), _mm256_srai_epi32(high, 14));
    return _mm256_max_epi16(both, _mm256_setzero_si256());
}

INLINE __m256i half_a_sample(void) { return _mm256_set1_epi32(1 << 13); }

typedef struct {
    __m256i low, high;
} Sums;

INLINE Sums added(Sums sums, __m256i even, __m256i odd, __m256i weights) {
    sums.low = _mm256_add_epi32(
        sums.low, _mm256_madd_epi16(_mm256_unpacklo_epi16(even, odd), weights));
    sums.high = _mm256_add_epi32(
        sums.high, _mm256_madd_epi16(_mm256_unpackhi_epi16(even, odd), weights));
    return sums;
}

INLINE void store_groups(int16_t *output, size_t step, Sums sums) {
    const __m256i samples = narrow(sums.low, sums.high);
    store_low(output, samples);
    store_high(output + step, samples);
}

/// `filter_rows` with a constant number of pairs, so that the compiler keeps the weights in registers.
INLINE void filter_rows(
    const int16_t *samples, const ptrdiff_t *sources, const uint32_t *pairs, size_t pair_count,
    size_t count, int16_t *output, size_t step) {
    const __m256i half = half_a_sample();
    size_t column = 0;
    for (; column + 32 <= count; column += 32) {
        Sums first = {half, half}, second = {half, half};
        for (size_t pair = 0; pair < pair_count; pair++) {
            const __m256i weights = _mm256_set1_epi32((int)pairs[pair]);
            const int16_t *even = samples + sources[2 * pair] + column;
            const int16_t *odd = samples + sources[2 * pair + 1] + column;
            first = added(first, load(even), load(odd), weights);
            second = added(second, load(even + 16), load(odd + 16), weights);
        }
        store_groups(output + column / 8 * step, step, first);
        store_groups(output + (column / 8 + 2) * step, step, second);
    }
    for (; column < count; column += 8) {
        Sums sums = {half, half};
        for (size_t pair = 0; pair < pair_count; pair++) {
            const int16_t *even = samples + sources[2 * pair] + column;
            const int16_t *odd = samples + sources[2 * pair + 1] + column;
            sums = added(
                sums, _mm256_castsi128_si256(_mm_loadu_si128((const void *)even)),
                _mm256_castsi128_si256(_mm_loadu_si128((const void *)odd)),
                _mm256_set1_epi32((int)pairs[pair]));
        }
        store_low(output + column / 8 * step, narrow(sums.low, sums.high));
    }
}

WIDE void wide_filter_rows(
    const int16_t *samples, const ptrdiff_t *sources, const uint32_t *pairs, size_t pair_count,
    size_t count, int16_t *output, size_t step) {
    switch (pair_count) {
    case 2: filter_rows(samples, sources, pairs, 2, count, output, step); break;
    case 3: filter_rows(samples, sources, pairs, 3, count, output, step); break;
    case 4: filter_rows(samples, sources, pairs, 4, count, output, step); break;
    default: filter_rows(samples, sources, pairs, pair_count, count, output, step);
    }
}

/// One pixel in each of four rows, two rows per lane.
INLINE Sums mixed_pixel(const int16_t *rows, const uint32_t *pairs, size_t half) {
    Sums sums = {half_a_sample(), half_a_sample()};
    for (size_t pair = 0; pair < half; pair++) {
        const __m256i weights = _mm256_set1_epi32((int)pairs[pair]);
        sums.low = _mm256_add_epi32(sums.low, _mm256_madd_epi16(load(rows + pair * 32), weights));
        sums.high
            = _mm256_add_epi32(sums.high, _mm256_madd_epi16(load(rows + pair * 32 + 16), weights));
    }
    return sums;
}

INLINE void filter_pixels(
    const int16_t *rows, const ptrdiff_t *starts, const uint32_t *pairs, size_t half, size_t count,
    int16_t *light, size_t light_length) {
    for (size_t column = 0; column < count; column += 2) {
        // The last of an odd count is computed twice.
        const size_t next = column + 1 < count ? column + 1 : column;
        const Sums left = mixed_pixel(rows + starts[column], pairs + column * half, half);
        const Sums right = mixed_pixel(rows + starts[next], pairs + next * half, half);
        const __m256i upper = narrow(left.low, right.low), lower = narrow(left.high, right.high);
        store_low(light + column * 4, upper);
        store_high(light + column * 4 + light_length, upper);
        store_low(light + column * 4 + light_length * 2, lower);
        store_high(light + column * 4 + light_length * 3, lower);
    }
}

WIDE void wide_filter_pixels(
    const int16_t *rows, const ptrdiff_t *starts, const uint32_t *pairs, size_t half, size_t count,
    int16_t *light, size_t light_length) {
    switch (half) {
    case 3: filter_pixels(rows, starts, pairs, 3, count, light, light_length); break;
    case 4: filter_pixels(rows, starts, pairs, 4, count, light, light_length); break;
    default: filter_pixels(rows, starts, pairs, half, count, light, light_length);
    }
}

// Halving

/// Four samples each of two means, from two pairs of pixels in each row.
INLINE __m256i means(const int16_t *upper, const int16_t *lower) {
    const __m256i ones = _mm256_set1_epi16(1);
    const __m256i sums
        = _mm256_add_epi32(_mm256_madd_epi16(load(upper), ones), _mm256_madd_epi16(load(lower), ones));
    return _mm256_srai_epi32(_mm256_add_epi32(sums, _mm256_set1_epi32(2)), 2);
}

WIDE void wide_halve(const int16_t *upper, const int16_t *lower, size_t count, int16_t *output) {
    for (size_t index = 0; index + 32 <= count; index += 32) {
        // Means 0 and 2 in the lower half, 1 and 3 in the upper.
        const __m256i four = _mm256_packs_epi32(
            means(upper + index, lower + index), means(upper + index + 16, lower + index + 16));
        const __m128i even = _mm256_castsi256_si128(four), odd = _mm256_extracti128_si256(four, 1);
        _mm_storeu_si128((void *)(output + index / 2), _mm_unpacklo_epi16(even, odd));
        _mm_storeu_si128((void *)(output + index / 2 + 8), _mm_unpackhi_epi16(even, odd));
    }
}

#else

bool wide_lanes_exist(void) { return false; }

size_t wide_light(
    const uint32_t *pixels, size_t count, ptrdiff_t ahead, const uint16_t *coefficients,
    int16_t *samples) {
    (void)pixels, (void)count, (void)ahead, (void)coefficients, (void)samples;
    __builtin_trap();
}

void wide_filter_rows(
    const int16_t *samples, const ptrdiff_t *sources, const uint32_t *pairs, size_t pair_count,
    size_t count, int16_t *output, size_t step) {
    (void)samples, (void)sources, (void)pairs, (void)pair_count, (void)count, (void)output, (void)step;
    __builtin_trap();
}

void wide_filter_pixels(
    const int16_t *rows, const ptrdiff_t *starts, const uint32_t *pairs, size_t half, size_t count,
    int16_t *light, size_t light_length) {
    (void)rows, (void)starts, (void)pairs, (void)half, (void)count, (void)light, (void)light_length;
    __builtin_trap();
}

void wide_halve(const int16_t *upper, const int16_t *lower, size_t count, int16_t *output) {
    (void)upper, (void)lower, (void)count, (void)output;
    __builtin_trap();
}

#endif
