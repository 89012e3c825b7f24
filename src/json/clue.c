/* What a wrong byte tells about the mistake behind it. People write comments, single quotes and
 * trailing commas far more often than random bytes, and a hint should name what they did. */
#include "json/fault.h"

typedef struct clue {
    rtp_fault at;      /* RTP_FAULT_NONE: at any fault of grammar */
    rtp_fault becomes; /* RTP_FAULT_NONE: stays */
    rtp_str starts;
    const char *hint; /* NULL: that of the new fault */
} clue;

static const char put_a_comma[] = "put a comma before this";
static const char no_value[] = "leave the key out when there is no value";

static const clue clues[] = {
    {RTP_FAULT_NONE, RTP_FAULT_COMMENT, RTP_STR("//"), NULL},
    {RTP_FAULT_NONE, RTP_FAULT_COMMENT, RTP_STR("/*"), NULL},
    {RTP_FAULT_NONE, RTP_FAULT_COMMENT, RTP_STR("#"), NULL},
    {RTP_FAULT_NONE, RTP_FAULT_QUOTES, RTP_STR("'"), NULL},
    {RTP_FAULT_NONE, RTP_FAULT_QUOTES, RTP_STR("`"), NULL},
    {RTP_FAULT_NONE, RTP_FAULT_QUOTES, RTP_STR("“"), NULL},
    {RTP_FAULT_NONE, RTP_FAULT_QUOTES, RTP_STR("”"), NULL},
    {RTP_FAULT_NONE, RTP_FAULT_QUOTES, RTP_STR("„"), NULL},
    {RTP_FAULT_NONE, RTP_FAULT_QUOTES, RTP_STR("‘"), NULL},
    {RTP_FAULT_NONE, RTP_FAULT_QUOTES, RTP_STR("’"), NULL},
    {RTP_FAULT_NONE, RTP_FAULT_QUOTES, RTP_STR("«"), NULL},
    {RTP_FAULT_NONE, RTP_FAULT_NONE, RTP_STR(";"), "separate values with commas"},
    {RTP_FAULT_VALUE, RTP_FAULT_NUMBER, RTP_STR("+"), "write the number without a plus sign"},
    {RTP_FAULT_VALUE, RTP_FAULT_NUMBER, RTP_STR("."), "write a zero before the point, such as 0.5"},
    {RTP_FAULT_VALUE, RTP_FAULT_NONE, RTP_STR(","), "a value is missing before this comma"},
    {RTP_FAULT_VALUE, RTP_FAULT_NONE, RTP_STR("}"), "a value is missing before this bracket"},
    {RTP_FAULT_VALUE, RTP_FAULT_NONE, RTP_STR("]"), "a value is missing before this bracket"},
    {RTP_FAULT_VALUE, RTP_FAULT_NONE, RTP_STR("<"), "this may be a web page, not JSON"},
    {RTP_FAULT_KEY, RTP_FAULT_NONE, RTP_STR(","), "remove this comma"},
    {RTP_FAULT_KEY, RTP_FAULT_NONE, RTP_STR("{"), "inside an object every value needs a key: \"key\": value"},
    {RTP_FAULT_KEY, RTP_FAULT_NONE, RTP_STR("["), "inside an object every value needs a key: \"key\": value"},
    {RTP_FAULT_KEY, RTP_FAULT_NONE, RTP_STR("]"), "close the object with } first"},
    {RTP_FAULT_COLON, RTP_FAULT_NONE, RTP_STR("="), "write a colon between key and value"},
    {RTP_FAULT_COLON, RTP_FAULT_NONE, RTP_STR(","), "every key needs a value: \"key\": value"},
    {RTP_FAULT_COLON, RTP_FAULT_NONE, RTP_STR("}"), "every key needs a value: \"key\": value"},
    {RTP_FAULT_OBJECT_COMMA, RTP_FAULT_NONE, RTP_STR("]"), "close the object with } first"},
    {RTP_FAULT_OBJECT_COMMA, RTP_FAULT_NONE, RTP_STR("\""), put_a_comma},
    {RTP_FAULT_OBJECT_COMMA, RTP_FAULT_NONE, RTP_STR("{"), put_a_comma},
    {RTP_FAULT_ARRAY_COMMA, RTP_FAULT_NONE, RTP_STR("}"), "close the list with ] first"},
    {RTP_FAULT_ARRAY_COMMA, RTP_FAULT_NONE, RTP_STR(":"), "put keys and their values in { }"},
    {RTP_FAULT_ARRAY_COMMA, RTP_FAULT_NONE, RTP_STR("\""), put_a_comma},
    {RTP_FAULT_ARRAY_COMMA, RTP_FAULT_NONE, RTP_STR("{"), put_a_comma},
    {RTP_FAULT_ARRAY_COMMA, RTP_FAULT_NONE, RTP_STR("["), put_a_comma},
    {RTP_FAULT_REST, RTP_FAULT_NONE, RTP_STR("}"), "there is one closing bracket too many"},
    {RTP_FAULT_REST, RTP_FAULT_NONE, RTP_STR("]"), "there is one closing bracket too many"},
    {RTP_FAULT_REST, RTP_FAULT_NONE, RTP_STR("{"), "one file holds one value"},
    {RTP_FAULT_CONTROL, RTP_FAULT_NONE, RTP_STR("\n"),
     "close the text with a double quote, or write \\n for a new line"},
    {RTP_FAULT_CONTROL, RTP_FAULT_NONE, RTP_STR("\r"),
     "close the text with a double quote, or write \\n for a new line"},
    {RTP_FAULT_CONTROL, RTP_FAULT_NONE, RTP_STR("\t"), "write \\t for a tab"},
};

/* Words that other languages use where JSON has its own, or none. */
static const struct {
    rtp_str word;
    const char *hint;
} words[] = {
    {RTP_STR("None"), no_value},    {RTP_STR("nil"), no_value},      {RTP_STR("undefined"), no_value},
    {RTP_STR("NaN"), no_value},     {RTP_STR("Infinity"), no_value}, {RTP_STR("Inf"), no_value},
    {RTP_STR("yes"), "write true"}, {RTP_STR("no"), "write false"},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || is_digit(c);
}

static size_t word_length(rtp_str text)
{
    size_t len = 0;
    while (len < text.len && is_word(text.ptr[len])) {
        len++;
    }
    return len;
}

static bool is_grammar(rtp_fault fault)
{
    return fault >= RTP_FAULT_VALUE && fault <= RTP_FAULT_REST;
}

/* The nearest byte before `offset` that is no blank; NUL when there is none. */
static char before(rtp_str text, size_t offset)
{
    rtp_str head = rtp_str_trim((rtp_str){text.ptr, offset});
    return (char)(head.len > 0 ? head.ptr[head.len - 1] : '\0');
}

static const char *number_hint(rtp_str text, const rtp_fault_place *place)
{
    static const struct {
        char last;
        const char *hint;
    } rows[] = {
        {'0', "write the number without zeros in front"},
        {'.', "write a digit after the point, or leave the point out"},
        {'e', "write a whole number after the e"},
        {'E', "write a whole number after the E"},
        {'+', "write a whole number after the sign"},
        {'-', "write digits after the minus sign"},
    };
    if (place->offset < text.len && is_word(text.ptr[place->offset]) && !is_digit(text.ptr[place->offset]) &&
        before(text, place->offset) == '-') {
        return no_value; /* -Infinity, -NaN */
    }
    char last = (char)(place->offset > 0 ? text.ptr[place->offset - 1] : '\0');
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        if (last == rows[i].last) {
            return rows[i].hint;
        }
    }
    return NULL;
}

static const char *word_hint(rtp_str word)
{
    for (size_t i = 0; i < RTP_COUNT(words); i++) {
        if (rtp_str_equal(word, words[i].word)) {
            return words[i].hint;
        }
    }
    static const rtp_str literals[] = {RTP_STR("true"), RTP_STR("false"), RTP_STR("null")};
    static const char *const hints[] = {"did you mean true?", "did you mean false?", no_value};
    rtp_str near = rtp_str_nearest(word, literals, RTP_COUNT(literals));
    for (size_t i = 0; i < RTP_COUNT(literals); i++) {
        if (near.ptr == literals[i].ptr) {
            return hints[i];
        }
    }
    return "put text in double quotes";
}

/* Right behind a number, where neither a comma nor a bracket stands. */
static const char *after_digit_hint(rtp_str rest)
{
    if (rest.ptr[-1] == '0' && (*rest.ptr | 0x20) == 'x') {
        return "write the number with decimal digits";
    }
    if (*rest.ptr == '-' || *rest.ptr == ':' || *rest.ptr == '/') {
        return "put dates and times in double quotes, such as \"2027-01-11\"";
    }
    return is_word(*rest.ptr) || *rest.ptr == '%' ? "write a number without its unit, or put the text in double quotes"
                                                  : NULL;
}

/* A word or number that stands where it cannot. */
static const char *word_clue(rtp_str rest, rtp_fault_place *place)
{
    rtp_str word = {rest.ptr, word_length(rest)};
    if (word.len == 0 || place->fault == RTP_FAULT_REST) {
        return NULL;
    }
    place->length = word.len;
    if (place->fault == RTP_FAULT_VALUE) {
        place->fault = RTP_FAULT_WORD;
        return word_hint(word);
    }
    if (place->fault == RTP_FAULT_KEY) {
        place->fault = RTP_FAULT_BARE_KEY;
        return NULL;
    }
    return place->fault == RTP_FAULT_COLON ? NULL : put_a_comma;
}

static bool is_trailing_comma(rtp_str text, const rtp_fault_place *place)
{
    char here = text.ptr[place->offset];
    bool starts = place->fault == RTP_FAULT_VALUE || place->fault == RTP_FAULT_KEY;
    return starts && (here == '}' || here == ']') && before(text, place->offset) == ',';
}

static const clue *clue_find(rtp_str rest, rtp_fault fault)
{
    for (size_t i = 0; i < RTP_COUNT(clues); i++) {
        bool applies = clues[i].at == fault || (clues[i].at == RTP_FAULT_NONE && is_grammar(fault));
        if (applies && rtp_str_starts(rest, clues[i].starts)) {
            return &clues[i];
        }
    }
    return NULL;
}

static const char *clue_apply(const clue *found, rtp_fault_place *place)
{
    if (found->becomes) {
        place->fault = found->becomes;
        place->length = found->starts.len;
    }
    return found->hint;
}

const char *rtp_fault_clue(rtp_str text, rtp_fault_place *place)
{
    if (place->fault == RTP_FAULT_NUMBER) {
        return number_hint(text, place);
    }
    if (place->offset >= text.len) {
        return NULL;
    }
    if (is_trailing_comma(text, place)) {
        place->fault = RTP_FAULT_TRAILING;
        return NULL;
    }
    rtp_str rest = {text.ptr + place->offset, text.len - place->offset};
    const clue *found = clue_find(rest, place->fault);
    if (found) {
        return clue_apply(found, place);
    }
    if (!is_grammar(place->fault)) {
        return NULL;
    }
    bool after_digit = place->offset > 0 && is_digit(rest.ptr[-1]);
    const char *hint = after_digit ? after_digit_hint(rest) : NULL;
    return hint ? hint : word_clue(rest, place);
}
