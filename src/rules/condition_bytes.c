/* The bytes of a compiled condition: its test, a leaf's fact, then its parts or operands as items.
 * An operand says first whether it is a number or a text; numbers are the same on every machine. */
#include "rules/condition.h"

#include <string.h>

#include "rules/packed.h"

enum { OPERAND_NUMBER = 'n', OPERAND_TEXT = 't', BYTE_BITS = 8 };

bool rtp_condition_next(rtp_str *items, rtp_condition *condition)
{
    if (items->len == 0) {
        return false;
    }
    rtp_str bytes = packed_item(items);
    condition->test = (rtp_test)*bytes.ptr;
    condition->fact = RTP_LITERAL;
    condition->items = (rtp_str){bytes.ptr + 1, bytes.len - 1};
    if (condition->test > RTP_NOT) {
        condition->fact = (uint16_t)packed_size(&condition->items);
    }
    return true;
}

rtp_condition rtp_condition_read(rtp_packed when)
{
    rtp_condition condition = {.fact = RTP_LITERAL};
    rtp_str items = rtp_packed_items(when);
    rtp_condition_next(&items, &condition);
    return condition;
}

/* ---- operands ---- */

static uint64_t number_bits(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

/* The bytes stand with the lowest first. */
static double read_number(const char *bytes)
{
    uint64_t bits;
    double number;
    memcpy(&bits, bytes, sizeof bits);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bits = __builtin_bswap64(bits);
#endif
    memcpy(&number, &bits, sizeof number);
    return number;
}

void rtp_operand_put(const rtp_operand *operand, rtp_buf *out)
{
    bool is_text = operand->text.ptr != NULL;
    rtp_packed_put_size(1 + (is_text ? operand->text.len : sizeof(uint64_t)), out);
    rtp_buf_put_char(out, is_text ? OPERAND_TEXT : OPERAND_NUMBER);
    if (is_text) {
        rtp_buf_put(out, operand->text);
        return;
    }
    uint64_t bits = number_bits(operand->number);
    for (size_t i = 0; i < sizeof bits; i++) {
        rtp_buf_put_char(out, (char)(bits >> (BYTE_BITS * i) & UINT8_MAX));
    }
}

bool rtp_operand_next(rtp_str *items, rtp_operand *operand)
{
    if (items->len == 0) {
        return false;
    }
    rtp_str bytes = packed_item(items);
    if (*bytes.ptr == OPERAND_TEXT) {
        *operand = (rtp_operand){.text = {bytes.ptr + 1, bytes.len - 1}};
    } else {
        *operand = (rtp_operand){.number = read_number(bytes.ptr + 1)};
    }
    return true;
}
