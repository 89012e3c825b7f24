/* A tally as rows for a spreadsheet and as JSON for programs. Both tell what the document tells: counts of groups
 * large enough to hide their people. */
#include "render/csv.h"
#include "rtopitch/app.h"

static const char *const weekdays[RTP_SITE_DAYS] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
static const char *const asks[RTP_ASKED_DAYS] = {"0", "1", "2", "3", "4", "5"};

static bool is_told(const rtp_tally *tally)
{
    return tally->all.people >= RTP_SMALLEST_GROUP;
}

static rtp_str name_of(const rtp_crowd *crowd, bool whole)
{
    return whole ? rtp_lit("all") : crowd->name.len > 0 ? crowd->name : rtp_lit("other");
}

/* ---- CSV: table, group, item, people ---- */

static void row_put(rtp_buf *out, const char *table, rtp_str group, rtp_str item, int64_t people)
{
    rtp_csv_put(out, rtp_str_from(table));
    rtp_buf_put_char(out, ',');
    rtp_csv_put(out, group);
    rtp_buf_put_char(out, ',');
    rtp_csv_put(out, item);
    rtp_buf_format(out, ",%lld\r\n", (long long)people);
}

static void crowd_put_csv(const rtp_crowd *crowd, bool whole, rtp_buf *out)
{
    rtp_str name = name_of(crowd, whole);
    row_put(out, "people", name, rtp_lit(""), crowd->people);
    for (size_t days = 0; days < RTP_ASKED_DAYS; days++) {
        row_put(out, "office days asked", name, rtp_str_from(asks[days]), crowd->asked[days]);
    }
    for (size_t day = 0; day < RTP_SITE_DAYS; day++) {
        row_put(out, "on site", name, rtp_str_from(weekdays[day]), crowd->on_site[day]);
    }
    row_put(out, "on site", name, rtp_lit("no weekday named"), crowd->floating);
}

void rtp_tally_put_csv(const rtp_tally *tally, rtp_buf *out)
{
    rtp_str all = rtp_lit("all");
    rtp_buf_puts(out, "table,group,item,people\r\n");
    row_put(out, "profiles", all, rtp_lit("built"), tally->all.people);
    row_put(out, "profiles", all, rtp_lit("failed"), tally->failed);
    for (size_t i = 0; i < tally->lack_count; i++) {
        row_put(out, "lacking", all, tally->lacks[i].text, tally->lacks[i].people);
    }
    if (!is_told(tally)) {
        return;
    }
    for (size_t i = 0; i < rtp_words_concern.len; i++) {
        if (tally->concerns[i] > 0) {
            row_put(out, "concern", all, rtp_words_concern.items[i], tally->concerns[i]);
        }
    }
    crowd_put_csv(&tally->all, true, out);
    for (size_t i = 0; i < tally->group_count; i++) {
        crowd_put_csv(&tally->groups[i], false, out);
    }
}

/* ---- JSON ---- */

static void member_put(rtp_json_writer *w, const char *key, int64_t number)
{
    rtp_json_put_key(w, key);
    rtp_json_put_number(w, (double)number);
}

static void counts_put(rtp_json_writer *w, const char *key, const char *const *names, const int64_t *counts, size_t n)
{
    rtp_json_put_key(w, key);
    rtp_json_open(w, '{');
    for (size_t i = 0; i < n; i++) {
        member_put(w, names[i], counts[i]);
    }
    rtp_json_close(w, '}');
}

static void crowd_put_json(rtp_json_writer *w, const rtp_crowd *crowd, bool whole)
{
    rtp_json_open(w, '{');
    rtp_json_put_key(w, "name");
    rtp_json_put_text(w, name_of(crowd, whole));
    member_put(w, "people", crowd->people);
    counts_put(w, "office_days_asked", asks, crowd->asked, RTP_ASKED_DAYS);
    counts_put(w, "on_site", weekdays, crowd->on_site, RTP_SITE_DAYS);
    member_put(w, "no_weekday_named", crowd->floating);
    rtp_json_close(w, '}');
}

static void groups_put(rtp_json_writer *w, const rtp_tally *tally)
{
    rtp_json_put_key(w, "groups");
    rtp_json_open(w, '[');
    for (size_t i = 0; is_told(tally) && i < tally->group_count; i++) {
        crowd_put_json(w, &tally->groups[i], false);
    }
    rtp_json_close(w, ']');
}

static void concerns_put(rtp_json_writer *w, const rtp_tally *tally)
{
    rtp_json_put_key(w, "concerns");
    rtp_json_open(w, '{');
    for (size_t i = 0; is_told(tally) && i < rtp_words_concern.len; i++) {
        if (tally->concerns[i] > 0) {
            member_put(w, rtp_words_concern.items[i].ptr, tally->concerns[i]);
        }
    }
    rtp_json_close(w, '}');
}

static void lacks_put(rtp_json_writer *w, const rtp_tally *tally)
{
    rtp_json_put_key(w, "lacking");
    rtp_json_open(w, '[');
    for (size_t i = 0; i < tally->lack_count; i++) {
        rtp_json_open(w, '{');
        rtp_json_put_key(w, "text");
        rtp_json_put_text(w, tally->lacks[i].text);
        member_put(w, "profiles", tally->lacks[i].people);
        rtp_json_close(w, '}');
    }
    rtp_json_close(w, ']');
}

void rtp_tally_put_json(const rtp_tally *tally, rtp_buf *out)
{
    enum { INDENT = 2 };
    rtp_json_writer w = rtp_json_writer_make(out, INDENT);
    rtp_json_open(&w, '{');
    member_put(&w, "built", tally->all.people);
    member_put(&w, "failed", tally->failed);
    rtp_json_put_key(&w, "all");
    if (is_told(tally)) {
        crowd_put_json(&w, &tally->all, true);
    } else {
        rtp_json_put_null(&w);
    }
    groups_put(&w, tally);
    concerns_put(&w, tally);
    lacks_put(&w, tally);
    rtp_json_close(&w, '}');
    rtp_buf_put_char(out, '\n');
}
