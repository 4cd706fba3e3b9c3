#define _GNU_SOURCE
#include "SVG.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What is needed of the libraries' stable interfaces, declared here so that their headers are not
// needed to build: GLib 2, cairo 1 and librsvg 2.52 or later.
typedef struct {
    uint32_t domain;
    int code;
    char *message;
} GlibError;

typedef struct {
    double x, y, width, height;
} Rectangle;

typedef struct {
    double length;
    int unit;
} Length;

enum { CAIRO_FORMAT_ARGB32 = 0, CAIRO_STATUS_SUCCESS = 0, DOTS_PER_INCH = 96 };

struct SVGLibrary {
    void *(*handle_new)(const uint8_t *, size_t, GlibError **);
    void (*set_dpi)(void *, double);
    int (*size_in_pixels)(void *, double *, double *);
    void (*dimensions)(void *, int *, Length *, int *, Length *, int *, Rectangle *);
    int (*render)(void *, void *, const Rectangle *, GlibError **);
    void (*object_unref)(void *);
    void (*error_free)(GlibError *);
    void *(*surface_create)(unsigned char *, int, int, int, int);
    int (*surface_status)(void *);
    void (*surface_flush)(void *);
    void (*surface_destroy)(void *);
    void *(*context_create)(void *);
    int (*context_status)(void *);
    void (*context_destroy)(void *);
};

typedef struct {
    const char *name;
    void *address;
} Symbol;

static bool find(const char *file, const Symbol *symbols, size_t count, char *message, size_t size) {
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    snprintf(message, size, "%s", file);
    if (!library) return false;
    for (size_t i = 0; i < count; i++) {
        void *found = dlsym(library, symbols[i].name);
        if (!found) return false;
        // POSIX lets a pointer to data hold one to a function; ISO C needs the copy.
        memcpy(symbols[i].address, &found, sizeof found);
    }
    return true;
}

const SVGLibrary *svg_library_open(char *message, size_t message_size) {
    SVGLibrary *made = calloc(1, sizeof *made);
    if (!made) return NULL;
    const Symbol rsvg[] = {
        {"rsvg_handle_new_from_data", &made->handle_new},
        {"rsvg_handle_set_dpi", &made->set_dpi},
        {"rsvg_handle_get_intrinsic_size_in_pixels", &made->size_in_pixels},
        {"rsvg_handle_get_intrinsic_dimensions", &made->dimensions},
        {"rsvg_handle_render_document", &made->render},
    };
    const Symbol gobject[] = {{"g_object_unref", &made->object_unref}};
    const Symbol glib[] = {{"g_error_free", &made->error_free}};
    const Symbol cairo[] = {
        {"cairo_image_surface_create_for_data", &made->surface_create},
        {"cairo_surface_status", &made->surface_status},
        {"cairo_surface_flush", &made->surface_flush},
        {"cairo_surface_destroy", &made->surface_destroy},
        {"cairo_create", &made->context_create},
        {"cairo_status", &made->context_status},
        {"cairo_destroy", &made->context_destroy},
    };
    if (find("librsvg-2.so.2", rsvg, 5, message, message_size)
        && find("libgobject-2.0.so.0", gobject, 1, message, message_size)
        && find("libglib-2.0.so.0", glib, 1, message, message_size)
        && find("libcairo.so.2", cairo, 7, message, message_size))
        return made;
    free(made);
    return NULL;
}

static void take_error(const SVGLibrary *library, GlibError *error, char *message, size_t size) {
    snprintf(message, size, "%s", error && error->message ? error->message : "unknown");
    if (error) library->error_free(error);
}

void *svg_document_parse(
    const SVGLibrary *library, const uint8_t *bytes, size_t count, char *message,
    size_t message_size
) {
    GlibError *error = NULL;
    void *document = library->handle_new(bytes, count, &error);
    if (!document) {
        take_error(library, error, message, message_size);
        return NULL;
    }
    library->set_dpi(document, DOTS_PER_INCH);
    return document;
}

void svg_document_free(const SVGLibrary *library, void *document) {
    library->object_unref(document);
}

bool svg_document_size(const SVGLibrary *library, void *document, double *width, double *height) {
    if (library->size_in_pixels(document, width, height)) return true;
    int has_width, has_height, has_view_box;
    Length ignored_width, ignored_height;
    Rectangle view_box = {0, 0, 0, 0};
    library->dimensions(
        document, &has_width, &ignored_width, &has_height, &ignored_height, &has_view_box,
        &view_box);
    *width = view_box.width;
    *height = view_box.height;
    return has_view_box;
}

static bool draw_on(
    const SVGLibrary *library, void *document, void *surface, const Rectangle *area, char *message,
    size_t message_size
) {
    void *context = library->context_create(surface);
    GlibError *error = NULL;
    const bool is_drawn = library->render(document, context, area, &error);
    if (!is_drawn) take_error(library, error, message, message_size);
    const bool is_sound = library->context_status(context) == CAIRO_STATUS_SUCCESS;
    if (is_drawn && !is_sound) snprintf(message, message_size, "cairo failed");
    library->context_destroy(context);
    library->surface_flush(surface);
    return is_drawn && is_sound;
}

bool svg_document_draw(
    const SVGLibrary *library, void *document, uint32_t *pixels, int width, int height,
    char *message, size_t message_size
) {
    void *surface = library->surface_create(
        (unsigned char *)pixels, CAIRO_FORMAT_ARGB32, width, height, width * 4);
    bool is_drawn = false;
    if (library->surface_status(surface) == CAIRO_STATUS_SUCCESS) {
        const Rectangle area = {0, 0, width, height};
        is_drawn = draw_on(library, document, surface, &area, message, message_size);
    } else {
        snprintf(message, message_size, "cairo refuses the size");
    }
    library->surface_destroy(surface);
    return is_drawn;
}
