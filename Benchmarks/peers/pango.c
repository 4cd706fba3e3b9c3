// The six paragraphs of card C through Pango, as `paragraphs` lays them out; prints milliseconds.
//
//   pango ROUNDS
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char *const texts[][2] = {
    {"en", "Human trafficking affects every country. Together we can end it."},
    {"ar", "الاتجار بالبشر يؤثر على كل بلد. معًا يمكننا وضع حد له."},
    {"zh-hans", "人口贩运影响着世界上每一个国家。只要我们携手努力，就能够终结人口贩运。"},
    {"hi", "मानव तस्करी हर देश को प्रभावित करती है। हम सब मिलकर इसे समाप्त कर सकते हैं।"},
    {"ru", "Торговля людьми затрагивает каждую страну. Вместе мы можем положить ей конец."},
    {"sk", "Obchodovanie s ľuďmi postihuje každú krajinu. Spoločne mu dokážeme urobiť koniec."},
};

static double milliseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static int ascending(const void *one, const void *other) {
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

static void lay_out(PangoContext *context, PangoFontDescription *font, int round) {
    for (int i = 0; i < 6; i++) {
        char text[512];
        snprintf(text, sizeof text, "%s %d", texts[i][1], round + 10);
        pango_context_set_language(context, pango_language_from_string(texts[i][0]));
        PangoLayout *layout = pango_layout_new(context);
        pango_layout_set_font_description(layout, font);
        pango_layout_set_width(layout, 900 * PANGO_SCALE);
        pango_layout_set_text(layout, text, -1);
        pango_layout_get_lines_readonly(layout);
        g_object_unref(layout);
    }
}

int main(int count, char **arguments) {
    int rounds = count == 2 ? atoi(arguments[1]) : 0;
    if (rounds < 1) return puts("usage: pango ROUNDS"), 64;
    PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    PangoFontDescription *font = pango_font_description_from_string("Noto Sans Bold");
    pango_font_description_set_absolute_size(font, 40 * PANGO_SCALE);
    double *times = calloc(rounds, sizeof *times);
    for (int round = -3; round < rounds; round++) {
        double start = milliseconds();
        lay_out(context, font, round);
        if (round >= 0) times[round] = milliseconds() - start;
    }
    qsort(times, rounds, sizeof *times, ascending);
    printf("six-paragraphs %f %f\n", times[rounds / 10], times[rounds / 2]);
    return 0;
}
