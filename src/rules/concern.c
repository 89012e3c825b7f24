/* Reads an entry of the concern catalogue. Its texts and phrases stand in one packed list, since a profile
 * names few of the concerns and a run should pay nothing at its start for the others. */
#include "rules/packed.h"

rtp_str rtp_concern_words(const rtp_concern_entry *entry, rtp_concern_text text)
{
    rtp_str rest = rtp_packed_items(entry->texts), found = {NULL, 0};
    size_t i = 0;
    while (i <= (size_t)text && rtp_packed_next(&rest, &found)) {
        i++;
    }
    return i > (size_t)text && found.len > 0 ? found : (rtp_str){NULL, 0};
}

rtp_phrases rtp_concern_phrases(const rtp_concern_entry *entry, rtp_concern_text text)
{
    return (rtp_phrases){rtp_concern_words(entry, text).ptr};
}

const rtp_concern_entry *rtp_concern_find(const rtp_pack *pack, rtp_str id)
{
    for (size_t i = 0; i < pack->concern_count; i++) {
        if (rtp_str_equal(pack->concerns[i].id, id)) {
            return &pack->concerns[i];
        }
    }
    return NULL;
}
