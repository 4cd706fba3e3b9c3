#include "PNGDecoder.h"

#include <png.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    const PNGDecoding *decoding;
    size_t offset;
    char *message;
    size_t message_size;
} Source;

static void read_bytes(png_structp png, png_bytep into, size_t count) {
    Source *source = png_get_io_ptr(png);
    if (count > source->decoding->count - source->offset) png_error(png, "the file ends early");
    memcpy(into, source->decoding->bytes + source->offset, count);
    source->offset += count;
}

static void fail(png_structp png, png_const_charp message) {
    Source *source = png_get_error_ptr(png);
    snprintf(source->message, source->message_size, "%s", message);
    png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

/// Configures libpng to convert every kind of PNG to 8-bit RGBA.
static void ask_for_rgba(png_structp png) {
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
}

static void read_all_pixels(png_structp png, const PNGDecoding *decoding, int passes) {
    const size_t stride = (size_t)decoding->width * 4;
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t y = 0; y < decoding->height; y++)
            png_read_row(png, decoding->rgba + y * stride, NULL);
}

static uint32_t block_count(uint32_t length, uint32_t halvings) {
    return (length + (1u << halvings) - 1) >> halvings;
}

/// Pixels along one side of a block; the last block may have fewer.
static uint32_t side_of_block(uint32_t index, uint32_t length, uint32_t halvings) {
    const uint32_t side = 1u << halvings, left = length - (index << halvings);
    return left < side ? left : side;
}

static uint16_t *sums_of(const PNGDecoding *decoding, uint32_t block_row) {
    const PNGShrinking *shrinking = decoding->shrinking;
    const size_t columns = block_count(decoding->width, shrinking->halvings);
    return shrinking->sums + (block_row % shrinking->sum_rows) * columns * 4;
}

/// Adds `count` pixels of row `y`, `step` columns apart, to their blocks.
///
/// Colours are weighted by alpha, because a transparent pixel has none. A sum has at most 64 bytes.
static void add_row(
    const PNGDecoding *decoding, uint32_t y, uint32_t left, uint32_t step, uint32_t count) {
    const uint32_t halvings = decoding->shrinking->halvings;
    const uint8_t *pixel = decoding->shrinking->row;
    uint16_t *sums = sums_of(decoding, y >> halvings);
    for (uint32_t index = 0; index < count; index++, pixel += 4) {
        uint16_t *sum = sums + (size_t)((left + index * step) >> halvings) * 4;
        const uint32_t alpha = pixel[3];
        for (int channel = 0; channel < 3; channel++)
            sum[channel] += (pixel[channel] * alpha + 127) / 255;
        sum[3] += alpha;
    }
}

/// Writes the means of a row of blocks, and clears the sums.
static void finish_row(const PNGDecoding *decoding, uint32_t block_row) {
    const uint32_t halvings = decoding->shrinking->halvings;
    const uint32_t columns = block_count(decoding->width, halvings);
    const uint32_t height = side_of_block(block_row, decoding->height, halvings);
    uint8_t *pixel = decoding->rgba + (size_t)block_row * columns * 4;
    uint16_t *sum = sums_of(decoding, block_row);
    for (uint32_t column = 0; column < columns; column++, pixel += 4, sum += 4) {
        const uint32_t area = height * side_of_block(column, decoding->width, halvings);
        const uint32_t alpha = sum[3];
        for (int channel = 0; channel < 3; channel++)
            pixel[channel] = alpha ? (sum[channel] * 255u + alpha / 2) / alpha : 0;
        pixel[3] = (alpha + area / 2) / area;
        memset(sum, 0, 4 * sizeof *sum);
    }
}

static void read_shrunk_rows(png_structp png, const PNGDecoding *decoding) {
    const uint32_t halvings = decoding->shrinking->halvings;
    for (uint32_t y = 0; y < decoding->height; y++) {
        png_read_row(png, decoding->shrinking->row, NULL);
        add_row(decoding, y, 0, 1, decoding->width);
        const uint32_t next = y + 1;
        if (next == decoding->height || next >> halvings > y >> halvings)
            finish_row(decoding, y >> halvings);
    }
}

static void read_shrunk_passes(png_structp png, const PNGDecoding *decoding) {
    const uint32_t block_rows = block_count(decoding->height, decoding->shrinking->halvings);
    if (decoding->shrinking->sum_rows < block_rows) png_error(png, "its rows come in turns");
    for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; pass++) {
        const uint32_t columns = PNG_PASS_COLS(decoding->width, pass);
        const uint32_t rows = columns > 0 ? PNG_PASS_ROWS(decoding->height, pass) : 0;
        for (uint32_t row = 0; row < rows; row++) {
            png_read_row(png, decoding->shrinking->row, NULL);
            add_row(
                decoding, PNG_ROW_FROM_PASS_ROW(row, pass), PNG_PASS_START_COL(pass),
                PNG_PASS_COL_OFFSET(pass), columns);
        }
    }
    for (uint32_t row = 0; row < block_rows; row++) finish_row(decoding, row);
}

static void read_picture(png_structp png, png_infop info, const PNGDecoding *decoding) {
    png_read_info(png, info);
    if (png_get_image_width(png, info) != decoding->width
        || png_get_image_height(png, info) != decoding->height)
        png_error(png, "the size differs from the header");
    ask_for_rgba(png);
    // Reduced pictures are read pass by pass, because libpng combines only whole pictures.
    const int passes = decoding->shrinking ? 1 : png_set_interlace_handling(png);
    png_read_update_info(png, info);
    if (png_get_rowbytes(png, info) != (size_t)decoding->width * 4)
        png_error(png, "the rows have an unexpected length");
    if (!decoding->shrinking)
        read_all_pixels(png, decoding, passes);
    else if (png_get_interlace_type(png, info) == PNG_INTERLACE_NONE)
        read_shrunk_rows(png, decoding);
    else
        read_shrunk_passes(png, decoding);
    png_read_end(png, NULL);
}

bool png_decode_rgba(const PNGDecoding *decoding, char *message, size_t message_size) {
    Source source = {decoding, 0, message, message_size};
    png_structp png
        = png_create_read_struct(PNG_LIBPNG_VER_STRING, &source, fail, ignore_warning);
    if (!png) {
        snprintf(message, message_size, "no memory for the decoder");
        return false;
    }
    // Set before setjmp and not changed after it, so that its value is defined after a jump.
    png_infop info = png_create_info_struct(png);
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, NULL);
        return false;
    }
    png_set_user_limits(png, decoding->width, decoding->height);
    png_set_chunk_malloc_max(png, 1 << 20);
    // All known chunks except IHDR, PLTE, tRNS, IDAT and IEND are skipped.
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    png_set_read_fn(png, &source, read_bytes);
    read_picture(png, info, decoding);
    png_destroy_read_struct(&png, &info, NULL);
    return true;
}
