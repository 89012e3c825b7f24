/* Facts of the concern catalogue, of the research library and of the document that is made. They are declared
 * here so that rules are checked against them, and filled by the rules floor, which knows what is in view. */
#include "facts/derive.h"

static const rtp_row pack_rows[] = {
    FACT("concern.title", RTP_TEXT, "The concern in a few plain words.", FROM(NULL)),
    FACT("concern.interest", RTP_TEXT, "What the other side needs behind the concern.", FROM(NULL)),
    FACT("concern.acknowledge", RTP_TEXT, "Sentences that show the concern was understood.", FROM(NULL)),
    FACT("concern.say", RTP_TEXT, "One short sentence that shows so when spoken.", FROM(NULL)),
    FACT("concern.action", RTP_TEXT, "What you can offer to do about the concern.", FROM(NULL)),
    FACT("concern.measure", RTP_TEXT, "How the other side will see that it is done.", FROM(NULL)),
    FACT("concerns.first.say", RTP_TEXT, "A spoken sentence that shows the most important concern was understood.",
         FROM(NULL)),
    FACT("concerns.first.action", RTP_TEXT,
         "What you do about the most important concern: your first mitigation, else what can be offered.", FROM(NULL)),
    FACT("concerns.first.measure", RTP_TEXT,
         "How the other side sees that it is done: from your first mitigation, else what can be offered.", FROM(NULL)),
    FACT("concerns.second.say", RTP_TEXT, "A spoken sentence that shows the second concern was understood.",
         FROM(NULL)),
    FACT("concern.never", RTP_TEXT, "What never to answer to the concern.", PRIVATE),
    FACT("evidence.claim", RTP_TEXT, "What the research found.", FROM(NULL)),
    FACT("evidence.caveat", RTP_TEXT, "What the research does not show.", FROM(NULL)),
    FACT("evidence.answer", RTP_TEXT, "What to answer when the research is raised against you.", FROM(NULL)),
    FACT("evidence.who", RTP_TEXT, "Who did the research.", FROM(NULL)),
    QUANTITY("evidence.year", "", "The year the research was published.", FROM(NULL)),
    FACT("document.skips", RTP_LIST, "Sections that the reader asked to leave out; unknown when there are none.",
         STEERING, FROM(NULL)),
};

TOPIC(pack, RTP_PACK, pack_rows);
