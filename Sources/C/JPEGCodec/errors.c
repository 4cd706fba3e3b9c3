#include "errors.h"

#include <jerror.h>

static void keep_message(j_common_ptr info, JPEGErrors *errors) {
    char text[JMSG_LENGTH_MAX];
    errors->base.format_message(info, text);
    snprintf(errors->message, errors->message_size, "%s", text);
}

static void fail(j_common_ptr info) {
    JPEGErrors *errors = (JPEGErrors *)info->err;
    keep_message(info, errors);
    longjmp(errors->jump, 1);
}

/// Keeps the first warning; later ones are often its consequences.
static void warn(j_common_ptr info, int level) {
    if (level >= 0) return;
    // An unknown revision of the JFIF marker says nothing about the picture.
    if (info->err->msg_code == JWRN_JFIF_MAJOR) return;
    JPEGErrors *errors = (JPEGErrors *)info->err;
    if (errors->base.num_warnings++ == 0) keep_message(info, errors);
    if (errors->is_strict) longjmp(errors->jump, 1);
}

struct jpeg_error_mgr *jpeg_errors(JPEGErrors *errors) {
    jpeg_std_error(&errors->base);
    errors->base.error_exit = fail;
    errors->base.emit_message = warn;
    return &errors->base;
}

_Noreturn void jpeg_refuse(j_common_ptr info, const char *why) {
    JPEGErrors *errors = (JPEGErrors *)info->err;
    snprintf(errors->message, errors->message_size, "%s", why);
    longjmp(errors->jump, 1);
}
