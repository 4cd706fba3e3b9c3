#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The functions of librsvg, cairo and GObject that draw an SVG, found when first asked for.
typedef struct SVGLibrary SVGLibrary;

/// Loads the libraries; NULL where one is missing, with its name in `message`.
///
/// They stay loaded until the process ends, for GObject cannot be unloaded.
const SVGLibrary *svg_library_open(char *message, size_t message_size);

/// A parsed document, or NULL with the reason in `message`; freed by `svg_document_free`.
///
/// Without a base address librsvg loads nothing from outside, and it never runs scripts.
void *svg_document_parse(
    const SVGLibrary *library, const uint8_t *bytes, size_t count, char *message,
    size_t message_size);

void svg_document_free(const SVGLibrary *library, void *document);

/// The size in px that the document asks for, or its viewBox's; false where it says neither.
bool svg_document_size(const SVGLibrary *library, void *document, double *width, double *height);

/// Draws the document into all of `pixels`: `width * height` of 0xAARRGGBB, premultiplied, cleared.
bool svg_document_draw(
    const SVGLibrary *library, void *document, uint32_t *pixels, int width, int height,
    char *message, size_t message_size);
