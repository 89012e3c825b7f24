/* Facts read from the person's own sentences, for the private sheet alone: a reason that has a route
 * of its own, a flat no, a piece of work close to what the manager cares about. A sign only chooses
 * advice for the person to judge; nothing shareable may read one. */
#include "facts/value.h"
#include "facts/wording.h"

#include <string.h>

/* ---- words ---- */

static bool is_apostrophe(rtp_str text)
{
    return rtp_str_starts(text, rtp_lit("'")) || rtp_str_starts(text, rtp_lit("\u2019"));
}

/* " i cant approve it ": lower case, one blank around every word. */
static rtp_str words_of(rtp_str text, rtp_arena *arena)
{
    char *words = RTP_NEW_ARRAY(arena, char, text.len + 2);
    size_t len = 1;
    words[0] = ' ';
    while (text.len > 0) {
        char c = rtp_ascii_lower(text.ptr[0]);
        bool apostrophe = is_apostrophe(text);
        bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
        if (letter && !apostrophe) {
            words[len++] = c;
        } else if (!apostrophe && words[len - 1] != ' ') {
            words[len++] = ' ';
        }
        size_t step = apostrophe && c != '\'' ? strlen("\u2019") : 1;
        text = (rtp_str){text.ptr + step, text.len - step};
    }
    if (words[len - 1] != ' ') {
        words[len++] = ' ';
    }
    return (rtp_str){words, len};
}

static bool has(rtp_str words, rtp_str wanted)
{
    for (size_t i = 0; i + wanted.len <= words.len; i++) {
        if (memcmp(words.ptr + i, wanted.ptr, wanted.len) == 0) {
            return true;
        }
    }
    return false;
}

static bool has_any(rtp_str text, const rtp_texts *signs, rtp_arena *arena)
{
    rtp_str words = words_of(text, arena);
    for (size_t i = 0; i < signs->len; i++) {
        if (has(words, signs->items[i])) {
            return true;
        }
    }
    return false;
}

/* ---- reasons with a route of their own; a blank behind asks for the whole word ---- */

static const rtp_str protected_items[] = {
    RTP_STR(" health"),     RTP_STR(" medic"),       RTP_STR(" disab"),    RTP_STR(" pregnan"), RTP_STR(" maternity"),
    RTP_STR(" paternity"),  RTP_STR(" illness"),     RTP_STR(" ill "),     RTP_STR(" chronic"), RTP_STR(" anxiety"),
    RTP_STR(" depress"),    RTP_STR(" therap"),      RTP_STR(" physio"),   RTP_STR(" diagnos"), RTP_STR(" surgery"),
    RTP_STR(" hospital"),   RTP_STR(" doctor"),      RTP_STR(" migraine"), RTP_STR(" adhd "),   RTP_STR(" autis"),
    RTP_STR(" wheelchair"), RTP_STR(" pain "),       RTP_STR(" child"),    RTP_STR(" kid "),    RTP_STR(" kids "),
    RTP_STR(" son "),       RTP_STR(" sons "),       RTP_STR(" daughter"), RTP_STR(" baby "),   RTP_STR(" toddler"),
    RTP_STR(" school"),     RTP_STR(" nursery"),     RTP_STR(" caring "),  RTP_STR(" carer"),   RTP_STR(" caregiver"),
    RTP_STR(" care for "),  RTP_STR(" cares for "),  RTP_STR(" care of "), RTP_STR(" mother"),  RTP_STR(" father"),
    RTP_STR(" parent"),     RTP_STR(" dementia"),    RTP_STR(" elder"),    RTP_STR(" religio"), RTP_STR(" my boys "),
    RTP_STR(" two boys "),  RTP_STR(" appointment"), RTP_STR(" prayer"),
};
static const rtp_texts protected_signs = {protected_items, RTP_COUNT(protected_items)};

static rtp_value reasons_where(const rtp_site *at, bool is_protected)
{
    rtp_texts all = at->from->profile->personal.reasons;
    rtp_str *kept = RTP_NEW_ARRAY(at->from->arena, rtp_str, all.len);
    size_t len = 0;
    for (size_t i = 0; i < all.len; i++) {
        if (has_any(all.items[i], &protected_signs, at->from->arena) == is_protected) {
            kept[len++] = all.items[i];
        }
    }
    return computed(list_value(at, (rtp_texts){kept, len}), rtp_lit("by the words of each reason"));
}

static rtp_value protected_reasons(const rtp_site *at)
{
    return reasons_where(at, true);
}

static rtp_value other_reasons(const rtp_site *at)
{
    return reasons_where(at, false);
}

/* ---- someone who moved away ---- */

static const rtp_str moved_items[] = {
    RTP_STR(" i moved "),        RTP_STR(" we moved "),
    RTP_STR(" ive moved "),      RTP_STR(" i have moved "),
    RTP_STR(" moved away "),     RTP_STR(" moved out "),
    RTP_STR(" moved to "),       RTP_STR(" relocat"),
    RTP_STR(" i live too far "), RTP_STR(" hours from the office "),
    RTP_STR(" hours away "),
};
static const rtp_texts moved_signs = {moved_items, RTP_COUNT(moved_items)};

static bool any_says(rtp_texts texts, const rtp_texts *signs, rtp_arena *arena)
{
    for (size_t i = 0; i < texts.len; i++) {
        if (has_any(texts.items[i], signs, arena)) {
            return true;
        }
    }
    return false;
}

static rtp_value moved(const rtp_site *at)
{
    const rtp_private *personal = &at->from->profile->personal;
    bool says = any_says(personal->reasons, &moved_signs, at->from->arena) ||
                any_says(personal->notes, &moved_signs, at->from->arena);
    return says ? computed(flag_value(at, true), rtp_lit("by the words of a reason or a note")) : unknown_value(at);
}

static const rtp_str probation_items[] = {RTP_STR(" probation"), RTP_STR(" trial period ")};
static const rtp_texts probation_signs = {probation_items, RTP_COUNT(probation_items)};

static rtp_value probation(const rtp_site *at)
{
    bool says = any_says(at->from->profile->personal.notes, &probation_signs, at->from->arena);
    return says ? computed(flag_value(at, true), rtp_lit("by the words of a note")) : unknown_value(at);
}

/* ---- words of one's own that would hurt ---- */

static const rtp_str risky_items[] = {
    RTP_STR(" always "),
    RTP_STR(" never "),
    RTP_STR(" everyone "),
    RTP_STR(" nobody "),
    RTP_STR(" deserve"),
    RTP_STR(" pointless "),
    RTP_STR(" makes no sense "),
    RTP_STR(" micromanag"),
    RTP_STR(" pandemic "),
    RTP_STR(" covid "),
    RTP_STR(" lockdown "),
    RTP_STR(" quit "),
    RTP_STR(" resign"),
    RTP_STR(" recruiters "),
    RTP_STR(" evenings and weekends "),
    RTP_STR(" around the clock "),
    RTP_STR(" at any hour "),
    RTP_STR(" gym "),
    RTP_STR(" laundry "),
    RTP_STR(" the office is empty "),
    RTP_STR(" studies show "),
};
static const rtp_texts risky_signs = {risky_items, RTP_COUNT(risky_items)};

static void risky_keep(const rtp_site *at, rtp_str text, rtp_texts *kept)
{
    if (text.len > 0 && has_any(text, &risky_signs, at->from->arena)) {
        rtp_str *items = RTP_NEW_ARRAY(at->from->arena, rtp_str, kept->len + 1);
        for (size_t i = 0; i < kept->len; i++) {
            items[i] = kept->items[i];
        }
        items[kept->len] = rtp_arena_format(at->from->arena, "\u201C%.*s\u201D", RTP_FMT(text));
        *kept = (rtp_texts){items, kept->len + 1};
    }
}

static rtp_value risky(const rtp_site *at)
{
    const rtp_profile *profile = at->from->profile;
    rtp_texts kept = {NULL, 0};
    for (size_t i = 0; i < profile->needs.len; i++) {
        const rtp_need *need = rtp_item(&profile->needs, rtp_need, i);
        risky_keep(at, need->need, &kept);
        risky_keep(at, need->why, &kept);
    }
    for (size_t i = 0; i < profile->mitigations.len; i++) {
        risky_keep(at, rtp_item(&profile->mitigations, rtp_mitigation, i)->action, &kept);
    }
    return computed(list_value(at, kept), rtp_lit("by their words"));
}

/* ---- a flat no ---- */

static const rtp_str refusal_items[] = {
    RTP_STR(" the answer is no "), RTP_STR(" its a no "),      RTP_STR(" not possible "),
    RTP_STR(" no exceptions "),    RTP_STR(" cant approve "),  RTP_STR(" cannot approve "),
    RTP_STR(" cant agree "),       RTP_STR(" cannot agree "),  RTP_STR(" cant allow "),
    RTP_STR(" cannot allow "),     RTP_STR(" cant do that "),  RTP_STR(" cannot do that "),
    RTP_STR(" cant make an "),     RTP_STR(" not going to "),  RTP_STR(" wont happen "),
    RTP_STR(" declined "),         RTP_STR(" refused "),       RTP_STR(" turned down "),
    RTP_STR(" turned it down "),   RTP_STR(" rejected "),      RTP_STR(" denied "),
    RTP_STR(" not now "),          RTP_STR(" not this year "), RTP_STR(" said no "),
};
static const rtp_texts refusal_signs = {refusal_items, RTP_COUNT(refusal_items)};

static bool is_refusal(const rtp_conversation *talk, rtp_arena *arena)
{
    rtp_str words = words_of(talk->said, arena);
    return rtp_str_starts(words, rtp_lit(" no ")) || rtp_str_starts(words, rtp_lit(" not ")) ||
           has_any(talk->said, &refusal_signs, arena);
}

static rtp_value refused(const rtp_site *at)
{
    const rtp_conversation *last = at->object;
    if (last->said.len == 0) {
        return unknown_value(at);
    }
    return computed(flag_value(at, is_refusal(last, at->from->arena)), rtp_lit("by the words of the answer"));
}

/* A no that later words have softened is still to be remembered. */
static rtp_value refused_on(const rtp_site *at)
{
    const rtp_objects *all = &at->from->profile->conversations;
    for (size_t i = all->len; i > 0; i--) {
        const rtp_conversation *talk = rtp_item(all, rtp_conversation, i - 1);
        if (rtp_conversation_is_with_manager(at->from, i - 1) && is_refusal(talk, at->from->arena)) {
            return computed(found_at(date_value(at, talk->date), "/conversations/#/said", i - 1),
                            rtp_lit("by the words of the answer"));
        }
    }
    return unknown_value(at);
}

/* ---- work close to what someone cares about: a long word in common ---- */

enum { LONG_WORD = 5 };

static bool is_common(rtp_str word)
{
    static const rtp_str words[] = {
        RTP_STR("about"),   RTP_STR("their"),  RTP_STR("there"),   RTP_STR("every"),   RTP_STR("fewer"),
        RTP_STR("month"),   RTP_STR("weeks"),  RTP_STR("other"),   RTP_STR("people"),  RTP_STR("teams"),
        RTP_STR("being"),   RTP_STR("after"),  RTP_STR("before"),  RTP_STR("which"),   RTP_STR("project"),
        RTP_STR("better"),  RTP_STR("faster"), RTP_STR("without"), RTP_STR("through"), RTP_STR("across"),
        RTP_STR("company"), RTP_STR("first"),
    };
    bool found = false;
    for (size_t i = 0; i < RTP_COUNT(words) && !found; i++) {
        found = rtp_str_equal(words[i], word);
    }
    return found;
}

/* Takes the first word off a text made by words_of; false at the end. */
static bool next_word(rtp_str *words, rtp_str *word)
{
    size_t end = 1;
    while (end < words->len && words->ptr[end] != ' ') {
        end++;
    }
    *word = (rtp_str){words->ptr + 1, end - 1};
    words->ptr += end;
    words->len -= end;
    return word->len > 0 && words->len > 0;
}

/* "migration" and "migrated" begin alike, and that is enough here. */
static size_t shared_words(rtp_str priority, rtp_str text)
{
    size_t count = 0;
    rtp_str word;
    while (next_word(&priority, &word)) {
        rtp_str stem = {word.ptr - 1, LONG_WORD + 1};
        count += word.len >= LONG_WORD && !is_common(word) && has(text, stem);
    }
    return count;
}

static size_t closeness(const rtp_deliverable *work, rtp_str priority, rtp_arena *arena)
{
    const rtp_str texts[] = {work->title, work->expectation, work->outcome};
    return shared_words(priority, words_of(rtp_arena_join(arena, texts, RTP_COUNT(texts), rtp_lit(" ")), arena));
}

/* Late work is nothing to open with. */
static bool is_late(const rtp_deliverable *work)
{
    return work->due != RTP_DATE_UNKNOWN && (work->done == RTP_DATE_UNKNOWN || work->done > work->due);
}

/* The list of priorities stands at the row's offset; the first that some work speaks to counts. */
static rtp_value close_work(const rtp_site *at)
{
    rtp_value priorities = rtp_read_texts(at);
    const rtp_objects *works = &at->from->profile->deliverables;
    size_t best = 0, best_at = 0;
    for (size_t p = 0; priorities.known && p < priorities.list.len && best == 0; p++) {
        rtp_str priority = words_of(priorities.list.items[p], at->from->arena);
        for (size_t i = 0; i < works->len; i++) {
            const rtp_deliverable *work = rtp_item(works, rtp_deliverable, i);
            size_t near = is_late(work) ? 0 : closeness(work, priority, at->from->arena);
            best_at = near > best ? i : best_at;
            best = near > best ? near : best;
        }
    }
    if (best == 0) {
        return unknown_value(at);
    }
    rtp_str title = rtp_item(works, rtp_deliverable, best_at)->title;
    return computed(found_at(text_value(at, title), "/deliverables/#/title", best_at), rtp_lit("by a word in common"));
}

static const rtp_row signs_rows[] = {
    FACT("signs.protected", RTP_LIST, "Your reasons that may have a route of their own, such as health or caring.",
         PRIVATE, COMPUTED(protected_reasons), FROM("/private/reasons")),
    FACT("signs.reasons", RTP_LIST, "Your other reasons.", PRIVATE, COMPUTED(other_reasons), FROM("/private/reasons")),
    FACT("signs.moved", RTP_FLAG, "Whether you say that you moved away.", PRIVATE, COMPUTED(moved),
         FROM("/private/reasons")),
    FACT("signs.probation", RTP_FLAG, "Whether a note speaks of probation.", PRIVATE, COMPUTED(probation),
         FROM("/private/notes")),
    FACT("signs.risky", RTP_LIST, "Needs and answers of yours with words that would hurt.", PRIVATE, COMPUTED(risky)),
    FACT("signs.refused", RTP_FLAG, "Whether your manager's last answer was a flat no.", PRIVATE, COMPUTED(refused),
         FROM("/conversations/#/said"), SUBJECT(LAST_CONVERSATION)),
    FACT("signs.refused_on", RTP_DATE, "The day of your manager's last flat no.", PRIVATE, COMPUTED(refused_on)),
    FACT("signs.work", RTP_TEXT, "Your work that is close to what your manager cares about.", PRIVATE,
         COMPUTED(close_work), AT(rtp_profile, manager.priorities, "/manager/priorities")),
    FACT("signs.senior_work", RTP_TEXT, "Your work that is close to what your manager's manager cares about.", PRIVATE,
         COMPUTED(close_work), AT(rtp_profile, senior.priorities, "/senior/priorities")),
};

TOPIC(signs, RTP_ONCE, signs_rows);
