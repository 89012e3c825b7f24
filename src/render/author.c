/* The author of a document is the person of the profile. A renderer that only has facts
 * finds the name here. */
#include "render/author.h"

rtp_str rtp_author_name(const rtp_facts *facts)
{
    int number = rtp_fact_find(rtp_lit("person.name"));
    const rtp_value *name = facts && number >= 0 ? rtp_facts_get(facts, (size_t)number, 0) : NULL;
    return name && name->known ? name->text : (rtp_str){NULL, 0};
}
