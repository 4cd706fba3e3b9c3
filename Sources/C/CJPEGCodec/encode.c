#include "CJPEGCodec.h"
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

static void write_picture(j_compress_ptr jpeg, const JPEGEncoding *encoding) {
    jpeg_start_compress(jpeg, TRUE);
    while (jpeg->next_scanline < encoding->height) {
        // Rows are only read; libjpeg's type is older than const.
        JSAMPROW row = (JSAMPROW)encoding->pixels
            + (size_t)jpeg->next_scanline * encoding->width * 4;
        jpeg_write_scanlines(jpeg, &row, 1);
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
