#include "CPNGDecoder.h"

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

/// Makes every kind of PNG come out as 8 bit RGBA.
static void ask_for_rgba(png_structp png) {
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
}

static void read_picture(png_structp png, png_infop info, const PNGDecoding *decoding) {
    png_read_info(png, info);
    if (png_get_image_width(png, info) != decoding->width
        || png_get_image_height(png, info) != decoding->height)
        png_error(png, "the size differs from the header");
    ask_for_rgba(png);
    const int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    const size_t stride = (size_t)decoding->width * 4;
    if (png_get_rowbytes(png, info) != stride) png_error(png, "the rows have an unexpected length");
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t y = 0; y < decoding->height; y++)
            png_read_row(png, decoding->rgba + y * stride, NULL);
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
    // Set before setjmp and never changed after it, so that the jump back sees the right value.
    png_infop info = png_create_info_struct(png);
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, NULL);
        return false;
    }
    png_set_user_limits(png, decoding->width, decoding->height);
    png_set_chunk_malloc_max(png, 1 << 20);
    // All known chunks but IHDR, PLTE, tRNS, IDAT and IEND are passed over.
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    png_set_read_fn(png, &source, read_bytes);
    read_picture(png, info, decoding);
    png_destroy_read_struct(&png, &info, NULL);
    return true;
}
