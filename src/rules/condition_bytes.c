/* The bytes of a compiled condition: its test, a leaf's fact, then its parts or operands as items.
 * An operand says first whether it is a number or a text; numbers are the same on every machine. */
#include "rules/condition.h"

#include <string.h>

#include "rules/packed.h"

enum { OPERAND_NUMBER = 'n', OPERAND_TEXT = 't', BYTE_BITS = 8 };

bool rtp_condition_next(rtp_str *items, rtp_condition *condition)
{
    rtp_str bytes;
    if (!rtp_packed_next(items, &bytes)) {
        return false;
    }
    condition->test = (rtp_test)*bytes.ptr;
    condition->items = (rtp_str){bytes.ptr + 1, bytes.len - 1};
    bool leaf = condition->test > RTP_NOT;
    condition->fact = leaf ? (uint16_t)rtp_packed_cut_size(&condition->items) : RTP_LITERAL;
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

static double bits_number(uint64_t bits)
{
    double number;
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
    rtp_str bytes;
    if (!rtp_packed_next(items, &bytes)) {
        return false;
    }
    if (*bytes.ptr == OPERAND_TEXT) {
        *operand = (rtp_operand){.text = {bytes.ptr + 1, bytes.len - 1}};
        return true;
    }
    uint64_t bits = 0;
    for (size_t i = 0; i < sizeof bits; i++) {
        bits |= (uint64_t)(unsigned char)bytes.ptr[1 + i] << (BYTE_BITS * i);
    }
    *operand = (rtp_operand){.number = bits_number(bits)};
    return true;
}
