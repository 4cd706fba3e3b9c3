#include "JPEGCodec.h"

#include <string.h>

#include "errors.h"

static void start(j_decompress_ptr jpeg, const JPEGDecoding *decoding) {
    jpeg_mem_src(jpeg, decoding->bytes, decoding->count);
    jpeg_read_header(jpeg, TRUE);
    jpeg->scale_num = 1;
    jpeg->scale_denom = decoding->shrinking;
    jpeg->dct_method = JDCT_ISLOW;
    jpeg->out_color_space = decoding->is_cmyk ? JCS_CMYK : JCS_EXT_RGBA;
    jpeg_start_decompress(jpeg);
    if (jpeg->output_width != decoding->width || jpeg->output_height != decoding->height)
        jpeg_refuse((j_common_ptr)jpeg, "the size differs from the header");
}

/// Crops columns on both sides of the part, and returns the start of the rest.
///
/// libjpeg treats the first and last remaining column as the picture's edges when it upsamples
/// chroma; one more unit on each side hides that.
static uint32_t crop(j_decompress_ptr jpeg, const JPEGDecoding *decoding) {
    const uint32_t unit = jpeg->max_h_samp_factor * jpeg->min_DCT_scaled_size;
    const uint32_t end = decoding->x + decoding->part_width + unit;
    JDIMENSION left = decoding->x > unit ? decoding->x - unit : 0;
    JDIMENSION width = (end < decoding->width ? end : decoding->width) - left;
    if (width < decoding->width) jpeg_crop_scanline(jpeg, &left, &width);
    return left;
}

/// Skips rows without converting them to pixels, except one unit of rows before row `y`, so that
/// chroma is upsampled as in the whole picture.
static void skip(j_decompress_ptr jpeg, uint32_t y) {
    const uint32_t unit = jpeg->max_v_samp_factor * jpeg->min_DCT_scaled_size;
    const uint32_t units = y / unit;
    if (units > 1) jpeg_skip_scanlines(jpeg, (units - 1) * unit - jpeg->output_scanline);
}

/// Destination of the part's rows, and their excess length.
typedef struct {
    uint8_t *pixels;
    size_t stride, end;
    /// Bytes of a row before and after the part.
    size_t before, behind;
    /// A separate row, and memory for the overwritten bytes of a row.
    JSAMPARRAY row;
    uint8_t *kept;
} Target;

static Target make_target(j_decompress_ptr jpeg, const JPEGDecoding *decoding, uint32_t left) {
    const size_t length = (size_t)jpeg->output_width * 4;
    const size_t stride = (size_t)decoding->part_width * 4;
    const size_t before = (size_t)(decoding->x - left) * 4;
    const j_common_ptr info = (j_common_ptr)jpeg;
    return (Target){
        .pixels = decoding->pixels,
        .stride = stride,
        .end = stride * decoding->part_height,
        .before = before,
        .behind = length - before - stride,
        .row = jpeg->mem->alloc_sarray(info, JPOOL_IMAGE, (JDIMENSION)length, 1),
        .kept = jpeg->mem->alloc_small(info, JPOOL_IMAGE, before + 1),
    };
}

/// Reads one row of the part to `offset`: in place if its excess fits, because a copy of each row
/// would take a tenth of the decoding time.
static void read_row(j_decompress_ptr jpeg, const Target *target, size_t offset) {
    uint8_t *place = target->pixels + offset;
    if (offset < target->before || offset + target->stride + target->behind > target->end) {
        jpeg_read_scanlines(jpeg, target->row, 1);
        memcpy(place, target->row[0] + target->before, target->stride);
        return;
    }
    // The row overwrites the end of the previous one, which is restored, and the beginning of the
    // next, which is written later.
    JSAMPROW row = place - target->before;
    memcpy(target->kept, row, target->before);
    jpeg_read_scanlines(jpeg, &row, 1);
    memcpy(row, target->kept, target->before);
}

static void read_part(j_decompress_ptr jpeg, const JPEGDecoding *decoding) {
    // The coefficients of several scans are collected first; then little can be skipped.
    const bool is_one_scan = !jpeg_has_multiple_scans(jpeg);
    const uint32_t left = is_one_scan ? crop(jpeg, decoding) : 0;
    if (is_one_scan) skip(jpeg, decoding->y);
    const Target target = make_target(jpeg, decoding, left);
    while (jpeg->output_scanline < decoding->y) jpeg_read_scanlines(jpeg, target.row, 1);
    for (size_t offset = 0; offset < target.end; offset += target.stride)
        read_row(jpeg, &target, offset);
    // Not to the end at once: libjpeg would not read what it skips.
    const uint32_t last = decoding->height - 1;
    if (is_one_scan && jpeg->output_scanline < last)
        jpeg_skip_scanlines(jpeg, last - jpeg->output_scanline);
    while (jpeg->output_scanline < decoding->height) jpeg_read_scanlines(jpeg, target.row, 1);
    jpeg_finish_decompress(jpeg);
}

JPEGResult jpeg_decode_part(const JPEGDecoding *decoding, char *message, size_t message_size) {
    struct jpeg_decompress_struct jpeg;
    JPEGErrors errors
        = {.is_strict = decoding->is_strict, .message = message, .message_size = message_size};
    jpeg.err = jpeg_errors(&errors);
    // Creation may jump, and then there is nothing to destroy.
    jpeg.mem = NULL;
    if (setjmp(errors.jump)) {
        jpeg_destroy_decompress(&jpeg);
        return JPEG_FAILED;
    }
    jpeg_create_decompress(&jpeg);
    start(&jpeg, decoding);
    read_part(&jpeg, decoding);
    jpeg_destroy_decompress(&jpeg);
    return errors.base.num_warnings > 0 ? JPEG_WARNED : JPEG_DONE;
}
