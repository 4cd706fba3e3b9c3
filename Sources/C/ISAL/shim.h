#pragma once
#include <isa-l/igzip_lib.h>
#include <stdlib.h>

/// A deflate stream of ISA-L with its level's memory: too large for the stack and for a Swift tuple.
typedef struct {
    struct isal_zstream stream;
    uint32_t level;
    uint32_t memory_size;
    uint8_t *memory;
} DeflateStream;

/// A stream of level 1 or 2, or NULL if memory is exhausted.
static inline DeflateStream *deflate_stream_create(uint32_t level) {
    const uint32_t size = level == 1 ? ISAL_DEF_LVL1_DEFAULT : ISAL_DEF_LVL2_DEFAULT;
    DeflateStream *made = (DeflateStream *)calloc(1, sizeof(DeflateStream));
    if (!made) return NULL;
    made->memory = (uint8_t *)malloc(size);
    if (!made->memory) {
        free(made);
        return NULL;
    }
    made->level = level;
    made->memory_size = size;
    return made;
}

static inline void deflate_stream_destroy(DeflateStream *made) {
    free(made->memory);
    free(made);
}

/// Compresses `count` bytes to raw deflate blocks that may repeat the `history` bytes before them.
///
/// The blocks end on a byte boundary; `is_last` sets the final bit, otherwise an empty stored block
/// follows. Returns the bytes written, or 0 if `capacity` is too small.
static inline size_t deflate_stream_compress(
    DeflateStream *made, const uint8_t *bytes, uint32_t history, uint32_t count, uint8_t *into,
    uint32_t capacity, int is_last
) {
    struct isal_zstream *stream = &made->stream;
    isal_deflate_init(stream);
    stream->level = made->level;
    stream->level_buf = made->memory;
    stream->level_buf_size = made->memory_size;
    stream->end_of_stream = is_last != 0;
    stream->flush = is_last ? NO_FLUSH : FULL_FLUSH;
    stream->next_in = (uint8_t *)bytes;
    stream->avail_in = count;
    stream->next_out = into;
    stream->avail_out = capacity;
    if (history && isal_deflate_set_dict(stream, (uint8_t *)bytes - history, history) != COMP_OK)
        return 0;
    if (isal_deflate(stream) != COMP_OK || stream->avail_in != 0 || stream->avail_out == 0) return 0;
    return stream->total_out;
}
