#pragma once
#include <lcms2.h>

/// The pixel layouts of lcms2.h, which are macros that Swift does not import.
static const cmsUInt32Number pixel_layout_rgba_8 = TYPE_RGBA_8;
static const cmsUInt32Number pixel_layout_rgb_8 = TYPE_RGB_8;
static const cmsUInt32Number pixel_layout_gray_8 = TYPE_GRAY_8;
static const cmsUInt32Number pixel_layout_cmyk_8 = TYPE_CMYK_8;
static const cmsUInt32Number pixel_layout_inverted_cmyk_8 = TYPE_CMYK_8_REV;
