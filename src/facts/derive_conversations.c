/* Facts about each conversation held so far, and the same facts about the last of them, on which
 * the next document builds. */
#include "facts/value.h"

static bool is_person(rtp_str with, rtp_str name)
{
    return name.len > 0 && (rtp_str_equal(with, name) || rtp_str_equal(with, rtp_name_called(name)));
}

/* While the manager has no name, whoever is named may be the manager, unless it is the senior. */
bool rtp_conversation_is_with_manager(const rtp_derive *from, size_t index)
{
    rtp_str with = rtp_item(&from->profile->conversations, rtp_conversation, index)->with;
    rtp_str manager = from->profile->manager.name;
    bool may_be = manager.len == 0 && !is_person(with, from->profile->senior.name);
    return with.len == 0 || may_be || is_person(with, manager);
}

static rtp_value with_called(const rtp_site *at)
{
    const rtp_conversation *conversation = at->object;
    return computed(text_value(at, rtp_name_called(conversation->with)), rtp_lit("the first name"));
}

static rtp_value next_future(const rtp_site *at)
{
    const rtp_conversation *conversation = at->object;
    if (conversation->next == RTP_DATE_UNKNOWN || at->from->today == RTP_DATE_UNKNOWN) {
        return unknown_value(at);
    }
    return computed(flag_value(at, conversation->next >= at->from->today), rtp_lit("not before the document's date"));
}

static rtp_value is_latest(const rtp_site *at)
{
    bool latest = at->item + 1 == at->from->profile->conversations.len;
    return computed(flag_value(at, latest), rtp_lit("the last one noted"));
}

static rtp_value with_manager(const rtp_site *at)
{
    return computed(flag_value(at, rtp_conversation_is_with_manager(at->from, at->item)),
                    rtp_lit("the manager, unless another name is noted"));
}

static rtp_value latest_date(const rtp_site *at)
{
    const rtp_objects *conversations = &at->from->profile->conversations;
    if (conversations->len == 0) {
        return unknown_value(at);
    }
    size_t last = conversations->len - 1;
    rtp_date date = rtp_item(conversations, rtp_conversation, last)->date;
    return computed(found_at(date_value(at, date), "/conversations/#/date", last), rtp_lit("the last one noted"));
}

static rtp_value agreed_count(const rtp_site *at)
{
    const rtp_objects *conversations = &at->from->profile->conversations;
    size_t count = 0;
    for (size_t i = 0; i < conversations->len; i++) {
        count += rtp_item(conversations, rtp_conversation, i)->agreed.len;
    }
    return count > 0 ? computed(whole_value(at, (int64_t)count), rtp_lit("what was agreed in all of them"))
                     : rtp_value_count(at, 0);
}

static rtp_value age_days(const rtp_site *at)
{
    const rtp_conversation *conversation = at->object;
    bool past = conversation->date != RTP_DATE_UNKNOWN && at->from->today != RTP_DATE_UNKNOWN &&
                conversation->date <= at->from->today;
    return past ? computed(whole_value(at, (int64_t)at->from->today - conversation->date),
                           rtp_lit("days from the conversation to the document's date"))
                : unknown_value(at);
}

/* The stage is one of the words of the profile. */
static rtp_value stage_is(const rtp_site *at, rtp_str one, rtp_str other)
{
    const rtp_conversation *conversation = at->object;
    rtp_str stage = rtp_word(&rtp_words_stage, conversation->stage);
    if (stage.len == 0) {
        return unknown_value(at);
    }
    return computed(flag_value(at, rtp_str_equal(stage, one) || rtp_str_equal(stage, other)), rtp_lit("by its stage"));
}

static rtp_value is_pitch(const rtp_site *at)
{
    return stage_is(at, rtp_lit("pitch"), rtp_lit("terms"));
}

static rtp_value is_review(const rtp_site *at)
{
    return stage_is(at, rtp_lit("review"), rtp_lit("review"));
}

#define CONVERSATION(read, member, subject)                                                                            \
    MEMBER(read, rtp_conversation, member, "/conversations/#/" #member), SUBJECT(subject)

#define CONVERSATION_ROWS(prefix, of, subject)                                                                         \
    FACT(prefix ".date", RTP_DATE, "The day of " of ".", CONVERSATION(date, date, subject)),                           \
        FACT(prefix ".with", RTP_TEXT, "Whom you spoke with in " of ".", CONVERSATION(text, with, subject)),           \
        FACT(prefix ".said", RTP_TEXT, "What they said in " of ".", CONVERSATION(text, said, subject)),                \
        FACT(prefix ".stage", RTP_WORD, "How far you were in " of ".", CONVERSATION(word, stage, subject),             \
             WORDS(stage)),                                                                                            \
        FACT(prefix ".agreed", RTP_LIST, "What you agreed in " of ".", CONVERSATION(texts, agreed, subject)),          \
        FACT(prefix ".next", RTP_DATE, "The day to speak again after " of ".", CONVERSATION(date, next, subject))

static const rtp_row conversation_rows[] = {
    CONVERSATION_ROWS("conversation", "this conversation", ITEM),
    FACT("conversation.called", RTP_TEXT, "The first name of whom you spoke with in this conversation.",
         COMPUTED(with_called), FROM("/conversations/#/with")),
    FACT("conversation.with_manager", RTP_FLAG, "Whether you spoke with your manager in this conversation.",
         COMPUTED(with_manager), FROM("/conversations/#/with")),
    FACT("conversation.next_future", RTP_FLAG,
         "Whether the day to speak again after this conversation is still to come.", COMPUTED(next_future),
         FROM("/conversations/#/next")),
    FACT("conversation.latest", RTP_FLAG, "Whether this is the last conversation you noted.", COMPUTED(is_latest),
         FROM("/conversations/#")),
};

TOPIC(conversations, RTP_CONVERSATIONS, conversation_rows);

static const rtp_row conversations_once_rows[] = {
    QUANTITY("conversations.count", "conversations", "How many conversations you noted.",
             MEMBER(size, rtp_profile, conversations, "/conversations")),
    QUANTITY("conversations.agreed_count", "agreements", "How many things you have agreed so far.",
             COMPUTED(agreed_count), FROM("/conversations")),
    FACT("conversations.latest", RTP_DATE, "The day of the last conversation you noted, with whomever it was.",
         COMPUTED(latest_date)),
    CONVERSATION_ROWS("conversation_last", "the last conversation with your manager", LAST_CONVERSATION),
    FACT("conversation_last.with_called", RTP_TEXT, "The first name of whom you spoke with last.",
         COMPUTED(with_called), FROM("/conversations/#/with"), SUBJECT(LAST_CONVERSATION)),
    QUANTITY("conversation_last.age_days", "days", "How many days ago you last spoke with your manager.",
             COMPUTED(age_days), FROM("/conversations/#/date"), SUBJECT(LAST_CONVERSATION)),
    FACT("conversation_last.is_pitch", RTP_FLAG, "Whether you have asked already, or talked about terms.",
         COMPUTED(is_pitch), FROM("/conversations/#/stage"), SUBJECT(LAST_CONVERSATION)),
    FACT("conversation_last.is_review", RTP_FLAG, "Whether you looked back together when you last spoke.",
         COMPUTED(is_review), FROM("/conversations/#/stage"), SUBJECT(LAST_CONVERSATION)),
    FACT("conversation_last.next_future", RTP_FLAG, "Whether the day to speak again is still to come.",
         COMPUTED(next_future), FROM("/conversations/#/next"), SUBJECT(LAST_CONVERSATION)),
};

TOPIC(conversations_once, RTP_ONCE, conversations_once_rows);
