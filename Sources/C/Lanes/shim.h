// Single SIMD instructions that Swift cannot express without a trap or a loop.
#pragma once
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

typedef float lanes_float4 __attribute__((ext_vector_type(4)));
typedef int32_t lanes_int4 __attribute__((ext_vector_type(4)));
typedef int16_t lanes_short8 __attribute__((ext_vector_type(8)));
typedef uint16_t lanes_ushort8 __attribute__((ext_vector_type(8)));
typedef uint8_t lanes_uchar16 __attribute__((ext_vector_type(16)));

/// a[2i] * b[2i] + a[2i + 1] * b[2i + 1]; exact if no b is -32768.
static inline lanes_int4 lanes_multiply_add(lanes_short8 a, lanes_short8 b) {
#if defined(__SSE2__)
    return (lanes_int4)_mm_madd_epi16((__m128i)a, (__m128i)b);
#else
    lanes_int4 even = __builtin_convertvector(a.even, lanes_int4) * __builtin_convertvector(b.even, lanes_int4);
    lanes_int4 odd = __builtin_convertvector(a.odd, lanes_int4) * __builtin_convertvector(b.odd, lanes_int4);
    return even + odd;
#endif
}

/// Both narrowed to 16 bits with saturation.
static inline lanes_short8 lanes_narrow(lanes_int4 low, lanes_int4 high) {
#if defined(__SSE2__)
    return (lanes_short8)_mm_packs_epi32((__m128i)low, (__m128i)high);
#else
    lanes_short8 result;
    for (int i = 0; i < 4; i++) {
        result[i] = low[i] > 32767 ? 32767 : low[i] < -32768 ? -32768 : (int16_t)low[i];
        result[i + 4] = high[i] > 32767 ? 32767 : high[i] < -32768 ? -32768 : (int16_t)high[i];
    }
    return result;
#endif
}

/// a0 b0 a1 b1 a2 b2 a3 b3 of the lower four lanes.
static inline lanes_short8 lanes_interleave_low(lanes_short8 a, lanes_short8 b) {
    return __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}

/// a4 b4 a5 b5 a6 b6 a7 b7 of the upper four lanes.
static inline lanes_short8 lanes_interleave_high(lanes_short8 a, lanes_short8 b) {
    return __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}

/// Every lane clamped to at least 0.
static inline lanes_short8 lanes_not_below_zero(lanes_short8 a) {
#if defined(__SSE2__)
    return (lanes_short8)_mm_max_epi16((__m128i)a, _mm_setzero_si128());
#else
    return a & (a > 0);
#endif
}

/// a0 a4 a1 a5 a2 a6 a3 a7: the channels of two pixels interleaved.
static inline lanes_short8 lanes_pair_up(lanes_short8 a) {
    return __builtin_shufflevector(a, a, 0, 4, 1, 5, 2, 6, 3, 7);
}

/// The upper half of each product.
static inline lanes_ushort8 lanes_multiply_high(lanes_ushort8 a, lanes_ushort8 b) {
#if defined(__SSE2__)
    return (lanes_ushort8)_mm_mulhi_epu16((__m128i)a, (__m128i)b);
#else
    typedef uint32_t wide __attribute__((ext_vector_type(8)));
    wide product = __builtin_convertvector(a, wide) * __builtin_convertvector(b, wide);
    return __builtin_convertvector(product >> 16, lanes_ushort8);
#endif
}

/// The values of the first two of four pixels, times 257, channels interleaved.
static inline lanes_ushort8 lanes_first_codes(lanes_uchar16 pixels) {
#if defined(__SSE2__)
    __m128i all = (__m128i)pixels;
    __m128i both = _mm_unpacklo_epi8(all, _mm_srli_epi64(all, 32));
    return (lanes_ushort8)_mm_unpacklo_epi8(both, both);
#else
    return (lanes_ushort8)__builtin_shufflevector(
        pixels, pixels, 0, 0, 4, 4, 1, 1, 5, 5, 2, 2, 6, 6, 3, 3, 7, 7);
#endif
}

/// The values of the last two of four pixels, times 257, channels interleaved.
static inline lanes_ushort8 lanes_last_codes(lanes_uchar16 pixels) {
#if defined(__SSE2__)
    __m128i all = (__m128i)pixels;
    __m128i both = _mm_unpackhi_epi8(all, _mm_srli_epi64(all, 32));
    return (lanes_ushort8)_mm_unpacklo_epi8(both, both);
#else
    return (lanes_ushort8)__builtin_shufflevector(
        pixels, pixels, 8, 8, 12, 12, 9, 9, 13, 13, 10, 10, 14, 14, 11, 11, 15, 15);
#endif
}
