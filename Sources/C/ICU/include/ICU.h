#pragma once
// The functions of ICU that are used, without ICU's types: a program that imports this module and
// Foundation, which has another release of ICU, would find two definitions of them.
//
// A status is 0, a warning below 0 or a failure above 0; see the constants.
#include <stdbool.h>
#include <stdint.h>

typedef struct ICUBreaks ICUBreaks;
typedef struct ICUDirections ICUDirections;
typedef struct ICUPlurals ICUPlurals;

enum { ICU_USING_DEFAULT = -127, ICU_BUFFER_OVERFLOW = 15 };

typedef enum ICUBreakKind : int32_t {
    ICU_BREAK_CHARACTER = 0,
    ICU_BREAK_WORD = 1,
    ICU_BREAK_LINE = 2,
    ICU_BREAK_SENTENCE = 3,
} ICUBreakKind;
// The least rule statuses of words with letters or digits, and of line ends that are required.
enum { ICU_WORD_LEAST = 100, ICU_LINE_HARD = 100 };

typedef enum ICUProperty : int32_t {
    ICU_ALPHABETIC = 0,
    ICU_DEFAULT_IGNORABLE = 5,
    ICU_LOWERCASE = 22,
    ICU_WHITE_SPACE = 31,
    ICU_CASED = 49,
    ICU_EMOJI = 57,
    ICU_EMOJI_PRESENTATION = 58,
} ICUProperty;

// General categories, of which `icu_category` returns one as a bit.
enum {
    ICU_UPPERCASE_LETTER = 1,
    ICU_LOWERCASE_LETTER = 2,
    ICU_TITLECASE_LETTER = 3,
    ICU_MODIFIER_LETTER = 4,
    ICU_OTHER_LETTER = 5,
    ICU_NONSPACING_MARK = 6,
    ICU_ENCLOSING_MARK = 7,
    ICU_SPACING_MARK = 8,
    ICU_DECIMAL_DIGIT = 9,
    ICU_LETTER_NUMBER = 10,
    ICU_OTHER_NUMBER = 11,
    ICU_FORMAT = 16,
};

enum { ICU_SCRIPT_COMMON = 0, ICU_SCRIPT_INHERITED = 1 };
enum { ICU_BRACKET_OPEN = 1, ICU_BRACKET_CLOSE = 2 };

// Break iterators

ICUBreaks *icu_breaks_open(
    ICUBreakKind type, const char *locale, int32_t *status);
void icu_breaks_set_text(
    ICUBreaks *breaks, const uint16_t *text, int32_t length, int32_t *status);
int32_t icu_breaks_next(ICUBreaks *breaks);
int32_t icu_breaks_rule(ICUBreaks *breaks);
void icu_breaks_close(ICUBreaks *breaks);

// Bidirectional text

ICUDirections *icu_bidi_open(void);
void icu_bidi_close(ICUDirections *bidi);
void icu_bidi_set_text(
    ICUDirections *bidi, const uint16_t *text, int32_t length, uint8_t base, int32_t *status);
const uint8_t *icu_bidi_levels(ICUDirections *bidi, int32_t *status);
void icu_bidi_visual_order(const uint8_t *levels, int32_t count, int32_t *order);

// Properties of characters

int32_t icu_script(int32_t scalar);
bool icu_has_script(int32_t scalar, int32_t script);
int32_t icu_script_extensions(int32_t scalar, int32_t *scripts, int32_t capacity);
const char *icu_script_name(int32_t script);
bool icu_has_property(int32_t scalar, ICUProperty property);
// One bit for each general category, in the order of UCharCategory.
uint32_t icu_category(int32_t scalar);
bool icu_is_digit(int32_t scalar);
bool icu_is_currency(int32_t scalar);
int32_t icu_pair_type(int32_t scalar);
int32_t icu_paired_bracket(int32_t scalar);

// Case and composition

int32_t icu_upper(
    uint16_t *out, int32_t capacity, const uint16_t *text, int32_t length, const char *locale,
    int32_t *status);
int32_t icu_lower(
    uint16_t *out, int32_t capacity, const uint16_t *text, int32_t length, const char *locale,
    int32_t *status);
int32_t icu_title(
    uint16_t *out, int32_t capacity, const uint16_t *text, int32_t length, const char *locale,
    int32_t *status);
int32_t icu_fold(
    uint16_t *out, int32_t capacity, const uint16_t *text, int32_t length, int32_t *status);
typedef enum ICUNormalForm : int32_t {
    ICU_COMPOSED = 0,
    ICU_DECOMPOSED = 1,
    ICU_COMPATIBLE = 2,
} ICUNormalForm;
int32_t icu_normalize(
    ICUNormalForm form, const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity,
    int32_t *status);

// The skeleton of UTS 39: texts that look alike have the same.
int32_t icu_skeleton(
    const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity, int32_t *status);

int32_t icu_to_utf8(
    const char *encoding, char *out, int32_t capacity, const char *bytes, int32_t length,
    int32_t *status);

// Languages and countries

// The locale for languages without data; otherwise ICU uses the environment.
void icu_set_default_locale(int32_t *status);

int32_t icu_locale_for_tag(
    const char *tag, char *out, int32_t capacity, int32_t *parsed, int32_t *status);
int32_t icu_tag_for_locale(
    const char *locale, char *out, int32_t capacity, int32_t *status);
int32_t icu_likely_locale(
    const char *locale, char *out, int32_t capacity, int32_t *status);
int32_t icu_script_of_locale(
    const char *locale, char *out, int32_t capacity, int32_t *status);
bool icu_runs_right_to_left(const char *locale);
const char *icu_three_letters(const char *locale);
const char *const *icu_countries(void);
int32_t icu_language_name(
    const char *locale, const char *in, uint16_t *out, int32_t capacity, int32_t *status);
int32_t icu_country_name(
    const char *locale, const char *in, uint16_t *out, int32_t capacity, int32_t *status);

// Collation

void *icu_order_open(const char *locale, int32_t *status);
int32_t icu_order_compare(
    const void *order, const char *one, int32_t one_length, const char *other,
    int32_t other_length, int32_t *status);
void icu_order_close(void *order);

// Plurals, numbers, dates

ICUPlurals *icu_plurals_open(const char *locale, int32_t *status);
int32_t icu_plurals_select(
    const ICUPlurals *rules, double number, uint16_t *out, int32_t capacity, int32_t *status);
void icu_plurals_close(ICUPlurals *rules);

void *icu_numbers_open(const char *locale, int32_t *status);
int32_t icu_numbers_format(
    const void *numbers, double number, uint16_t *out, int32_t capacity, int32_t *status);
void icu_numbers_close(void *numbers);

// Days are counted in UTC from 1970-01-01, independent of time zones.
void *icu_dates_open(const char *locale, int32_t *status);
int32_t icu_dates_format(
    const void *dates, double day, uint16_t *out, int32_t capacity, int32_t *status);
void icu_dates_close(void *dates);

// Lists

// The words stand one after the other in `text`; `lengths` has that of each, at most 16 of them.
int32_t icu_alternatives(
    const char *locale, const uint16_t *text, const int32_t *lengths, int32_t count, uint16_t *out,
    int32_t capacity, int32_t *status);
