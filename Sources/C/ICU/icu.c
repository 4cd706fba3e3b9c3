#include "ICU.h"

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
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

#include <pthread.h>

#define STATUS ((UErrorCode *)status)
#define SAME(ours, icu) _Static_assert((int)(ours) == (int)(icu), #ours)

_Static_assert(sizeof(UErrorCode) == sizeof(int32_t), "a status is an int32_t");
SAME(ICU_USING_DEFAULT, U_USING_DEFAULT_WARNING);
SAME(ICU_BUFFER_OVERFLOW, U_BUFFER_OVERFLOW_ERROR);
SAME(ICU_BREAK_CHARACTER, UBRK_CHARACTER);
SAME(ICU_BREAK_WORD, UBRK_WORD);
SAME(ICU_BREAK_LINE, UBRK_LINE);
SAME(ICU_BREAK_SENTENCE, UBRK_SENTENCE);
SAME(ICU_WORD_LEAST, UBRK_WORD_NONE_LIMIT);
SAME(ICU_LINE_HARD, UBRK_LINE_HARD);
SAME(ICU_ALPHABETIC, UCHAR_ALPHABETIC);
SAME(ICU_DEFAULT_IGNORABLE, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
SAME(ICU_LOWERCASE, UCHAR_LOWERCASE);
SAME(ICU_WHITE_SPACE, UCHAR_WHITE_SPACE);
SAME(ICU_CASED, UCHAR_CASED);
SAME(ICU_EMOJI, UCHAR_EMOJI);
SAME(ICU_EMOJI_PRESENTATION, UCHAR_EMOJI_PRESENTATION);
SAME(ICU_UPPERCASE_LETTER, U_UPPERCASE_LETTER);
SAME(ICU_LOWERCASE_LETTER, U_LOWERCASE_LETTER);
SAME(ICU_TITLECASE_LETTER, U_TITLECASE_LETTER);
SAME(ICU_MODIFIER_LETTER, U_MODIFIER_LETTER);
SAME(ICU_OTHER_LETTER, U_OTHER_LETTER);
SAME(ICU_NONSPACING_MARK, U_NON_SPACING_MARK);
SAME(ICU_ENCLOSING_MARK, U_ENCLOSING_MARK);
SAME(ICU_SPACING_MARK, U_COMBINING_SPACING_MARK);
SAME(ICU_DECIMAL_DIGIT, U_DECIMAL_DIGIT_NUMBER);
SAME(ICU_LETTER_NUMBER, U_LETTER_NUMBER);
SAME(ICU_OTHER_NUMBER, U_OTHER_NUMBER);
SAME(ICU_FORMAT, U_FORMAT_CHAR);
SAME(ICU_SCRIPT_COMMON, USCRIPT_COMMON);
SAME(ICU_SCRIPT_INHERITED, USCRIPT_INHERITED);
SAME(ICU_BRACKET_OPEN, U_BPT_OPEN);
SAME(ICU_BRACKET_CLOSE, U_BPT_CLOSE);

ICUBreaks *icu_breaks_open(
    ICUBreakKind type, const char *locale, int32_t *status) {
    return (ICUBreaks *)ubrk_open((UBreakIteratorType)type, locale, NULL, 0, STATUS);
}

void icu_breaks_set_text(
    ICUBreaks *breaks, const uint16_t *text, int32_t length, int32_t *status) {
    ubrk_setText((UBreakIterator *)breaks, text, length, STATUS);
}

int32_t icu_breaks_next(ICUBreaks *breaks) { return ubrk_next((UBreakIterator *)breaks); }

int32_t icu_breaks_rule(ICUBreaks *breaks) { return ubrk_getRuleStatus((UBreakIterator *)breaks); }

void icu_breaks_close(ICUBreaks *breaks) { ubrk_close((UBreakIterator *)breaks); }

ICUDirections *icu_bidi_open(void) { return (ICUDirections *)ubidi_open(); }

void icu_bidi_close(ICUDirections *bidi) { ubidi_close((UBiDi *)bidi); }

void icu_bidi_set_text(
    ICUDirections *bidi, const uint16_t *text, int32_t length, uint8_t base, int32_t *status) {
    ubidi_setPara((UBiDi *)bidi, text, length, base, NULL, STATUS);
}

const uint8_t *icu_bidi_levels(ICUDirections *bidi, int32_t *status) {
    return ubidi_getLevels((UBiDi *)bidi, STATUS);
}

void icu_bidi_visual_order(const uint8_t *levels, int32_t count, int32_t *order) {
    ubidi_reorderVisual(levels, count, order);
}

int32_t icu_script(int32_t scalar) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(scalar, &status);
}

bool icu_has_script(int32_t scalar, int32_t script) {
    return uscript_hasScript(scalar, (UScriptCode)script);
}

int32_t icu_script_extensions(int32_t scalar, int32_t *scripts, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScriptExtensions(scalar, (UScriptCode *)scripts, capacity, &status);
}

const char *icu_script_name(int32_t script) {
    return uscript_getShortName((UScriptCode)script);
}

bool icu_has_property(int32_t scalar, ICUProperty property) {
    return u_hasBinaryProperty(scalar, (UProperty)property);
}

uint32_t icu_category(int32_t scalar) { return U_GET_GC_MASK(scalar); }

bool icu_is_digit(int32_t scalar) {
    return u_charType(scalar) == U_DECIMAL_DIGIT_NUMBER;
}

bool icu_is_currency(int32_t scalar) {
    return u_charType(scalar) == U_CURRENCY_SYMBOL;
}

int32_t icu_pair_type(int32_t scalar) {
    return u_getIntPropertyValue(scalar, UCHAR_BIDI_PAIRED_BRACKET_TYPE);
}

int32_t icu_paired_bracket(int32_t scalar) { return u_getBidiPairedBracket(scalar); }

int32_t icu_upper(
    uint16_t *out, int32_t capacity, const uint16_t *text, int32_t length, const char *locale,
    int32_t *status) {
    return u_strToUpper(out, capacity, text, length, locale, STATUS);
}

int32_t icu_lower(
    uint16_t *out, int32_t capacity, const uint16_t *text, int32_t length, const char *locale,
    int32_t *status) {
    return u_strToLower(out, capacity, text, length, locale, STATUS);
}

int32_t icu_title(
    uint16_t *out, int32_t capacity, const uint16_t *text, int32_t length, const char *locale,
    int32_t *status) {
    return u_strToTitle(out, capacity, text, length, NULL, locale, STATUS);
}

int32_t icu_fold(
    uint16_t *out, int32_t capacity, const uint16_t *text, int32_t length, int32_t *status) {
    return u_strFoldCase(out, capacity, text, length, U_FOLD_CASE_DEFAULT, STATUS);
}

static const UNormalizer2 *normalizer(ICUNormalForm form, int32_t *status) {
    switch (form) {
    case ICU_COMPOSED: return unorm2_getNFCInstance(STATUS);
    case ICU_DECOMPOSED: return unorm2_getNFDInstance(STATUS);
    case ICU_COMPATIBLE: return unorm2_getNFKDInstance(STATUS);
    }
    return NULL;
}

int32_t icu_normalize(
    ICUNormalForm form, const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity,
    int32_t *status) {
    return unorm2_normalize(normalizer(form, status), text, length, out, capacity, STATUS);
}

// Opened once and never changed after, so that all threads may use it.
static USpoofChecker *confusables;
static UErrorCode confusables_status = U_ZERO_ERROR;

static void open_confusables(void) { confusables = uspoof_open(&confusables_status); }

int32_t icu_skeleton(
    const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity, int32_t *status) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, open_confusables);
    if (U_FAILURE(confusables_status)) {
        *status = confusables_status;
        return 0;
    }
    return uspoof_getSkeleton(confusables, 0, text, length, out, capacity, STATUS);
}

int32_t icu_to_utf8(
    const char *encoding, char *out, int32_t capacity, const char *bytes, int32_t length,
    int32_t *status) {
    return ucnv_convert("UTF-8", encoding, out, capacity, bytes, length, STATUS);
}

void icu_set_default_locale(int32_t *status) { uloc_setDefault("und", STATUS); }

int32_t icu_locale_for_tag(
    const char *tag, char *out, int32_t capacity, int32_t *parsed, int32_t *status) {
    return uloc_forLanguageTag(tag, out, capacity, parsed, STATUS);
}

int32_t icu_tag_for_locale(
    const char *locale, char *out, int32_t capacity, int32_t *status) {
    return uloc_toLanguageTag(locale, out, capacity, true, STATUS);
}

int32_t icu_likely_locale(
    const char *locale, char *out, int32_t capacity, int32_t *status) {
    return uloc_addLikelySubtags(locale, out, capacity, STATUS);
}

int32_t icu_script_of_locale(
    const char *locale, char *out, int32_t capacity, int32_t *status) {
    return uloc_getScript(locale, out, capacity, STATUS);
}

bool icu_runs_right_to_left(const char *locale) {
    return uloc_isRightToLeft(locale);
}

const char *icu_three_letters(const char *locale) {
    return uloc_getISO3Language(locale);
}

const char *const *icu_countries(void) { return uloc_getISOCountries(); }

int32_t icu_language_name(
    const char *locale, const char *in, uint16_t *out, int32_t capacity, int32_t *status) {
    return uloc_getDisplayName(locale, in, out, capacity, STATUS);
}

int32_t icu_country_name(
    const char *locale, const char *in, uint16_t *out, int32_t capacity, int32_t *status) {
    return uloc_getDisplayCountry(locale, in, out, capacity, STATUS);
}

void *icu_order_open(const char *locale, int32_t *status) {
    return (void *)ucol_open(locale, STATUS);
}

int32_t icu_order_compare(
    const void *order, const char *one, int32_t one_length, const char *other,
    int32_t other_length, int32_t *status) {
    return ucol_strcollUTF8(
        (const UCollator *)order, one, one_length, other, other_length, STATUS);
}

void icu_order_close(void *order) { ucol_close((UCollator *)order); }

ICUPlurals *icu_plurals_open(const char *locale, int32_t *status) {
    return (ICUPlurals *)uplrules_open(locale, STATUS);
}

int32_t icu_plurals_select(
    const ICUPlurals *rules, double number, uint16_t *out, int32_t capacity, int32_t *status) {
    return uplrules_select((const UPluralRules *)rules, number, out, capacity, STATUS);
}

void icu_plurals_close(ICUPlurals *rules) { uplrules_close((UPluralRules *)rules); }

void *icu_numbers_open(const char *locale, int32_t *status) {
    return (void *)unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, STATUS);
}

int32_t icu_numbers_format(
    const void *numbers, double number, uint16_t *out, int32_t capacity, int32_t *status) {
    return unum_formatDouble((const UNumberFormat *)numbers, number, out, capacity, NULL, STATUS);
}

void icu_numbers_close(void *numbers) { unum_close((UNumberFormat *)numbers); }

void *icu_dates_open(const char *locale, int32_t *status) {
    static const UChar utc[] = {'U', 'T', 'C', 0};
    return (void *)udat_open(UDAT_NONE, UDAT_LONG, locale, utc, 3, NULL, 0, STATUS);
}

int32_t icu_dates_format(
    const void *dates, double day, uint16_t *out, int32_t capacity, int32_t *status) {
    return udat_format(
        (const UDateFormat *)dates, day * 86400000.0, out, capacity, NULL, STATUS);
}

void icu_dates_close(void *dates) { udat_close((UDateFormat *)dates); }

int32_t icu_alternatives(
    const char *locale, const uint16_t *text, const int32_t *lengths, int32_t count, uint16_t *out,
    int32_t capacity, int32_t *status) {
    const UChar *words[16];
    for (int32_t index = 0; index < count; index++) {
        words[index] = text;
        text += lengths[index];
    }
    UListFormatter *formatter =
        ulistfmt_openForType(locale, ULISTFMT_TYPE_OR, ULISTFMT_WIDTH_WIDE, STATUS);
    int32_t length = ulistfmt_format(formatter, words, lengths, count, out, capacity, STATUS);
    ulistfmt_close(formatter);
    return length;
}
