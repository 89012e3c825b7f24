/* The list of importers, which CMake writes from the names of the src_*.c files, and the few steps that
 * all of them share. */
#include "rtopitch/import.h"

#define ENTRY(importer) extern const rtp_importer importer;
#include "import/importers.inc"
#undef ENTRY

#define ENTRY(importer) &importer,
const rtp_importer *const rtp_importers[] = {
#include "import/importers.inc"
};
#undef ENTRY

const size_t rtp_importer_count = RTP_COUNT(rtp_importers);

const rtp_importer *rtp_importer_find(rtp_str name)
{
    for (size_t i = 0; i < rtp_importer_count; i++) {
        if (rtp_str_equal(rtp_str_from(rtp_importers[i]->name), name)) {
            return rtp_importers[i];
        }
    }
    return NULL;
}

void rtp_import_ask(rtp_import *run, rtp_request request)
{
    run->requests =
        rtp_array_grow(run->arena, run->requests, run->request_count, &run->request_cap, sizeof *run->requests);
    run->requests[run->request_count++] = request;
}

bool rtp_import_refuse(rtp_import *run, const char *code, rtp_str message, rtp_str hint)
{
    rtp_diags_put(run->diags, (rtp_diag){.severity = RTP_ERROR, .code = code, .message = message, .hint = hint});
    return false;
}
