#pragma once
// ICU's functions are macros for versioned names (ubrk_open_72), which Swift does not import: each
// function used has a wrapper here. A failure is returned as a code above 0.
#include <stdbool.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/ulistformatter.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

// Break iterators

static inline UBreakIterator *icu_breaks_open(
    UBreakIteratorType type, const char *locale, UErrorCode *status) {
    return ubrk_open(type, locale, NULL, 0, status);
}
static inline void icu_breaks_set_text(
    UBreakIterator *breaks, const UChar *text, int32_t length, UErrorCode *status) {
    ubrk_setText(breaks, text, length, status);
}
static inline int32_t icu_breaks_next(UBreakIterator *breaks) { return ubrk_next(breaks); }
static inline int32_t icu_breaks_rule(UBreakIterator *breaks) { return ubrk_getRuleStatus(breaks); }
static inline void icu_breaks_close(UBreakIterator *breaks) { ubrk_close(breaks); }

// Bidirectional text

static inline UBiDi *icu_bidi_open(void) { return ubidi_open(); }
static inline void icu_bidi_close(UBiDi *bidi) { ubidi_close(bidi); }
static inline void icu_bidi_set_text(
    UBiDi *bidi, const UChar *text, int32_t length, uint8_t base, UErrorCode *status) {
    ubidi_setPara(bidi, text, length, base, NULL, status);
}
static inline const uint8_t *icu_bidi_levels(UBiDi *bidi, UErrorCode *status) {
    return ubidi_getLevels(bidi, status);
}
static inline void icu_bidi_visual_order(const uint8_t *levels, int32_t count, int32_t *order) {
    ubidi_reorderVisual(levels, count, order);
}

// Properties of characters

static inline int32_t icu_script(int32_t scalar) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(scalar, &status);
}
static inline bool icu_has_script(int32_t scalar, int32_t script) {
    return uscript_hasScript(scalar, (UScriptCode)script);
}
static inline int32_t icu_script_extensions(int32_t scalar, int32_t *scripts, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScriptExtensions(scalar, (UScriptCode *)scripts, capacity, &status);
}
static inline const char *icu_script_name(int32_t script) {
    return uscript_getShortName((UScriptCode)script);
}
static inline bool icu_has_property(int32_t scalar, UProperty property) {
    return u_hasBinaryProperty(scalar, property);
}
// One bit for each general category, in the order of UCharCategory.
static inline uint32_t icu_category(int32_t scalar) { return U_GET_GC_MASK(scalar); }
static inline bool icu_is_digit(int32_t scalar) {
    return u_charType(scalar) == U_DECIMAL_DIGIT_NUMBER;
}
static inline bool icu_is_currency(int32_t scalar) {
    return u_charType(scalar) == U_CURRENCY_SYMBOL;
}
static inline int32_t icu_pair_type(int32_t scalar) {
    return u_getIntPropertyValue(scalar, UCHAR_BIDI_PAIRED_BRACKET_TYPE);
}
static inline int32_t icu_paired_bracket(int32_t scalar) { return u_getBidiPairedBracket(scalar); }

// Case and composition

static inline int32_t icu_upper(
    UChar *out, int32_t capacity, const UChar *text, int32_t length, const char *locale,
    UErrorCode *status) {
    return u_strToUpper(out, capacity, text, length, locale, status);
}
static inline int32_t icu_lower(
    UChar *out, int32_t capacity, const UChar *text, int32_t length, const char *locale,
    UErrorCode *status) {
    return u_strToLower(out, capacity, text, length, locale, status);
}
static inline int32_t icu_title(
    UChar *out, int32_t capacity, const UChar *text, int32_t length, const char *locale,
    UErrorCode *status) {
    return u_strToTitle(out, capacity, text, length, NULL, locale, status);
}
static inline int32_t icu_fold(
    UChar *out, int32_t capacity, const UChar *text, int32_t length, UErrorCode *status) {
    return u_strFoldCase(out, capacity, text, length, U_FOLD_CASE_DEFAULT, status);
}
static inline int32_t icu_normalize(
    bool composes, const UChar *text, int32_t length, UChar *out, int32_t capacity,
    UErrorCode *status) {
    const UNormalizer2 *form =
        composes ? unorm2_getNFCInstance(status) : unorm2_getNFDInstance(status);
    return unorm2_normalize(form, text, length, out, capacity, status);
}

static inline int32_t icu_to_utf8(
    const char *encoding, char *out, int32_t capacity, const char *bytes, int32_t length,
    UErrorCode *status) {
    return ucnv_convert("UTF-8", encoding, out, capacity, bytes, length, status);
}

// Languages and countries

// The locale for languages without data; otherwise ICU uses the environment.
static inline void icu_set_default_locale(UErrorCode *status) { uloc_setDefault("und", status); }

static inline int32_t icu_locale_for_tag(
    const char *tag, char *out, int32_t capacity, int32_t *parsed, UErrorCode *status) {
    return uloc_forLanguageTag(tag, out, capacity, parsed, status);
}
static inline int32_t icu_tag_for_locale(
    const char *locale, char *out, int32_t capacity, UErrorCode *status) {
    return uloc_toLanguageTag(locale, out, capacity, true, status);
}
static inline int32_t icu_likely_locale(
    const char *locale, char *out, int32_t capacity, UErrorCode *status) {
    return uloc_addLikelySubtags(locale, out, capacity, status);
}
static inline int32_t icu_script_of_locale(
    const char *locale, char *out, int32_t capacity, UErrorCode *status) {
    return uloc_getScript(locale, out, capacity, status);
}
static inline bool icu_runs_right_to_left(const char *locale) {
    return uloc_isRightToLeft(locale);
}
static inline const char *icu_three_letters(const char *locale) {
    return uloc_getISO3Language(locale);
}
static inline const char *const *icu_countries(void) { return uloc_getISOCountries(); }
static inline int32_t icu_language_name(
    const char *locale, const char *in, UChar *out, int32_t capacity, UErrorCode *status) {
    return uloc_getDisplayName(locale, in, out, capacity, status);
}
static inline int32_t icu_country_name(
    const char *locale, const char *in, UChar *out, int32_t capacity, UErrorCode *status) {
    return uloc_getDisplayCountry(locale, in, out, capacity, status);
}

// Collation

static inline void *icu_order_open(const char *locale, UErrorCode *status) {
    return (void *)ucol_open(locale, status);
}
static inline int32_t icu_order_compare(
    const void *order, const char *one, int32_t one_length, const char *other,
    int32_t other_length, UErrorCode *status) {
    return ucol_strcollUTF8(
        (const UCollator *)order, one, one_length, other, other_length, status);
}
static inline void icu_order_close(void *order) { ucol_close((UCollator *)order); }

// Plurals, numbers, dates

static inline UPluralRules *icu_plurals_open(const char *locale, UErrorCode *status) {
    return uplrules_open(locale, status);
}
static inline int32_t icu_plurals_select(
    const UPluralRules *rules, double number, UChar *out, int32_t capacity, UErrorCode *status) {
    return uplrules_select(rules, number, out, capacity, status);
}
static inline void icu_plurals_close(UPluralRules *rules) { uplrules_close(rules); }

static inline void *icu_numbers_open(const char *locale, UErrorCode *status) {
    return (void *)unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, status);
}
static inline int32_t icu_numbers_format(
    const void *numbers, double number, UChar *out, int32_t capacity, UErrorCode *status) {
    return unum_formatDouble((const UNumberFormat *)numbers, number, out, capacity, NULL, status);
}
static inline void icu_numbers_close(void *numbers) { unum_close((UNumberFormat *)numbers); }

// Days are counted in UTC from 1970-01-01, independent of time zones.
static inline void *icu_dates_open(const char *locale, UErrorCode *status) {
    static const UChar utc[] = {'U', 'T', 'C', 0};
    return (void *)udat_open(UDAT_NONE, UDAT_LONG, locale, utc, 3, NULL, 0, status);
}
static inline int32_t icu_dates_format(
    const void *dates, double day, UChar *out, int32_t capacity, UErrorCode *status) {
    return udat_format(
        (const UDateFormat *)dates, day * 86400000.0, out, capacity, NULL, status);
}
static inline void icu_dates_close(void *dates) { udat_close((UDateFormat *)dates); }

// Lists

// The words stand one after the other in `text`; `lengths` has that of each, at most 16 of them.
static inline int32_t icu_alternatives(
    const char *locale, const UChar *text, const int32_t *lengths, int32_t count, UChar *out,
    int32_t capacity, UErrorCode *status) {
    const UChar *words[16];
    for (int32_t index = 0; index < count; index++) {
        words[index] = text;
        text += lengths[index];
    }
    UListFormatter *formatter =
        ulistfmt_openForType(locale, ULISTFMT_TYPE_OR, ULISTFMT_WIDTH_WIDE, status);
    int32_t length = ulistfmt_format(formatter, words, lengths, count, out, capacity, status);
    ulistfmt_close(formatter);
    return length;
}
