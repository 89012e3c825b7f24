/* Reads one member of the profile, or of an item, as a value. Most facts are no more than that, so
 * their rows name a reader and an offset instead of a function. */
#include "facts/value.h"

static const void *member_of(const rtp_site *at)
{
    return (const char *)at->object + at->row->offset;
}

rtp_value rtp_read_text(const rtp_site *at)
{
    const rtp_str *text = member_of(at);
    return text_value(at, *text);
}

rtp_value rtp_read_word(const rtp_site *at)
{
    const int *choice = member_of(at);
    return text_value(at, rtp_word(at->row->fact.words, *choice));
}

rtp_value rtp_read_flag(const rtp_site *at)
{
    const rtp_flag *flag = member_of(at);
    return *flag == RTP_FLAG_UNKNOWN ? unknown_value(at) : flag_value(at, *flag == RTP_FLAG_YES);
}

rtp_value rtp_read_count(const rtp_site *at)
{
    const rtp_count *count = member_of(at);
    return count->known ? whole_value(at, count->value) : unknown_value(at);
}

rtp_value rtp_read_number(const rtp_site *at)
{
    const rtp_number *number = member_of(at);
    return number->known ? rtp_value_number(at, number->value) : unknown_value(at);
}

rtp_value rtp_read_date(const rtp_site *at)
{
    const rtp_date *date = member_of(at);
    return date_value(at, *date);
}

rtp_value rtp_read_month(const rtp_site *at)
{
    const rtp_month *month = member_of(at);
    return month_value(at, *month);
}

rtp_value rtp_read_texts(const rtp_site *at)
{
    const rtp_texts *texts = member_of(at);
    return list_value(at, *texts);
}

rtp_value rtp_read_choices(const rtp_site *at)
{
    const rtp_choices *choices = member_of(at);
    if (choices->len == 0) {
        return unknown_value(at);
    }
    rtp_str *words = RTP_NEW_ARRAY(at->from->arena, rtp_str, choices->len);
    for (size_t i = 0; i < choices->len; i++) {
        words[i] = rtp_word(at->row->fact.words, choices->items[i]);
    }
    return list_value(at, (rtp_texts){words, choices->len});
}

rtp_value rtp_read_first(const rtp_site *at)
{
    const rtp_texts *texts = member_of(at);
    return texts->len > 0 ? text_value(at, texts->items[0]) : unknown_value(at);
}

rtp_value rtp_read_length(const rtp_site *at)
{
    const rtp_texts *texts = member_of(at);
    return rtp_value_count(at, texts->len);
}

rtp_value rtp_read_size(const rtp_site *at)
{
    const rtp_objects *list = member_of(at);
    return rtp_value_count(at, list->len);
}

rtp_value rtp_read_position(const rtp_site *at)
{
    return computed(whole_value(at, (int64_t)at->item + 1), rtp_lit("its place in the list"));
}
