#include "JPEGCodec.h"
#include "errors.h"

static void begin_output(j_compress_ptr jpeg) {
    (void)jpeg;
}

static boolean refuse_more_output(j_compress_ptr jpeg) {
    jpeg_refuse((j_common_ptr)jpeg, "the file is longer than its room");
}

static void end_output(j_compress_ptr jpeg) {
    (void)jpeg;
}

static void set_up(j_compress_ptr jpeg, const JPEGEncoding *encoding) {
    jpeg->image_width = encoding->width;
    jpeg->image_height = encoding->height;
    jpeg->input_components = 4;
    jpeg->in_color_space = JCS_EXT_RGBX;
    jpeg_set_defaults(jpeg);
    jpeg_set_quality(jpeg, encoding->quality, TRUE);
    jpeg->dct_method = JDCT_ISLOW;
    if (encoding->is_progressive) jpeg_simple_progression(jpeg);
    const int brightness_samples = encoding->halves_chroma ? 2 : 1;
    jpeg->comp_info[0].h_samp_factor = brightness_samples;
    jpeg->comp_info[0].v_samp_factor = brightness_samples;
}

/// The row itself if it is opaque, otherwise the row composited onto `paper`; checked just before it
/// is encoded, while it is in the cache.
static const uint32_t *on_white(const uint32_t *row, uint32_t width, uint32_t *paper) {
    uint32_t common = UINT32_MAX;
    for (uint32_t x = 0; x < width; x++) common &= row[x];
    if (common >> 24 == 255) return row;
    // No channel overflows: in premultiplied pixels none exceeds its alpha.
    for (uint32_t x = 0; x < width; x++) paper[x] = row[x] + (255 - (row[x] >> 24)) * 0x01010101;
    return paper;
}

static void write_picture(j_compress_ptr jpeg, const JPEGEncoding *encoding) {
    const size_t length = (size_t)encoding->width * 4;
    uint32_t *paper = jpeg->mem->alloc_large((j_common_ptr)jpeg, JPOOL_IMAGE, length);
    jpeg_start_compress(jpeg, TRUE);
    while (jpeg->next_scanline < encoding->height) {
        const uint32_t *row = encoding->pixels + (size_t)jpeg->next_scanline * encoding->width;
        // Rows are only read; libjpeg's type predates const.
        JSAMPROW opaque = (JSAMPROW)on_white(row, encoding->width, paper);
        jpeg_write_scanlines(jpeg, &opaque, 1);
    }
    jpeg_finish_compress(jpeg);
}

size_t jpeg_encode(const JPEGEncoding *encoding, char *message, size_t message_size) {
    struct jpeg_compress_struct jpeg;
    JPEGErrors errors = {.message = message, .message_size = message_size};
    struct jpeg_destination_mgr output
        = {.next_output_byte = encoding->output,
           .free_in_buffer = encoding->room,
           .init_destination = begin_output,
           .empty_output_buffer = refuse_more_output,
           .term_destination = end_output};
    jpeg.err = jpeg_errors(&errors);
    jpeg.mem = NULL;
    if (setjmp(errors.jump)) {
        jpeg_destroy_compress(&jpeg);
        return 0;
    }
    jpeg_create_compress(&jpeg);
    jpeg.dest = &output;
    set_up(&jpeg, encoding);
    write_picture(&jpeg, encoding);
    jpeg_destroy_compress(&jpeg);
    return encoding->room - output.free_in_buffer;
}
