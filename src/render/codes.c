/* The diagnostic codes of formats: what a file of styles may not hold.
 * One table, so that `rtopitch explain CODE` and the tests see the same codes. */
#include "rtopitch/render.h"

const rtp_code_doc rtp_render_codes[] = {
    {"S0001", "A style's name that Word would read in another way",
     "Word takes what stands behind a comma or a semicolon for another name of the style. Names are written as the "
     "list "
     "of styles shows them, in one line."},
    {"S0002", "Two styles with one name",
     "Word knows styles by their names, capitals aside, so each has its own. To give a style the name of another one, "
     "give that one a name, too."},
};

const size_t rtp_render_code_count = RTP_COUNT(rtp_render_codes);
