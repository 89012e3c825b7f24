/* Where links of a Word document lead: addresses stand apart from the text, in a list beside each part. Word calls
 * a file damaged when one of them is no address in the strict sense, so what is not becomes no link. */
#include "render/address.h"
#include "render/docx.h"
#include "render/xml.h"

#include <string.h>

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static size_t length_until(rtp_str text, size_t from, const char *stops)
{
    size_t i = from;
    while (i < text.len && !strchr(stops, text.ptr[i])) {
        i++;
    }
    return i - from;
}

/* "example.org" or "example.org:8080": letters, digits, dots and dashes, a word character at both ends. */
static bool is_host(rtp_str host)
{
    enum { PORT_DIGITS = 5 };
    size_t name = length_until(host, 0, ":"), port = host.len - name;
    for (size_t i = 0; i < name; i++) {
        if (!is_word(host.ptr[i]) && (host.ptr[i] != '-' || i == 0) && (host.ptr[i] != '.' || host.ptr[i - 1] == '.')) {
            return false;
        }
    }
    for (size_t i = name + 1; i < host.len; i++) {
        if (host.ptr[i] < '0' || host.ptr[i] > '9') {
            return false;
        }
    }
    return name > 0 && is_word(host.ptr[0]) && is_word(host.ptr[name - 1]) && port != 1 && port <= PORT_DIGITS;
}

static bool has_host(rtp_str address)
{
    size_t scheme = length_until(address, 0, ":") + 1;
    if (scheme + 2 > address.len || memcmp(address.ptr + scheme, "//", 2) != 0) {
        return address.ptr[0] == 'm' || address.ptr[0] == 'M'; /* mailto */
    }
    size_t from = scheme + 2;
    return is_host((rtp_str){address.ptr + from, length_until(address, from, "/?#")});
}

/* As RFC 3986 writes it: what it does not know is encoded, a second "#" too. */
static rtp_str strict_text(rtp_docx *d, rtp_str address)
{
    static const char known[] = "-._~:/?@!$&'()*+,;=", digits[] = "0123456789ABCDEF";
    rtp_buf text = rtp_buf_make(SIZE_MAX / 2);
    bool fragment = false;
    for (size_t i = 0; i < address.len; i++) {
        char c = address.ptr[i];
        bool coded = c == '%' && i + 2 < address.len && is_hex(address.ptr[i + 1]) && is_hex(address.ptr[i + 2]);
        bool first = c == '#' && !fragment;
        fragment = fragment || first;
        if (is_word(c) || coded || first || (c != '\0' && strchr(known, c))) {
            rtp_buf_put_char(&text, c);
        } else {
            unsigned char byte = (unsigned char)c;
            rtp_buf_put(&text, (rtp_str){(const char[]){'%', digits[byte >> 4], digits[byte & 15]}, 3});
        }
    }
    rtp_str kept = rtp_arena_copy(d->arena, rtp_buf_text(&text));
    rtp_buf_free(&text);
    return kept;
}

size_t rtp_docx_link(rtp_docx *d, rtp_str address)
{
    enum { ADDRESS_MOST = 2048 }; /* Word takes no longer ones */
    if (!rtp_address_is_safe(address) || !has_host(address)) {
        return 0;
    }
    rtp_str strict = strict_text(d, address);
    if (strict.len > ADDRESS_MOST) {
        return 0;
    }
    d->links = rtp_array_grow(d->arena, d->links, d->link_count, &d->link_cap, sizeof *d->links);
    d->links[d->link_count] = strict;
    return ++d->link_count;
}

/* ---- the lists beside the parts ---- */

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static void relation_put(rtp_buf *out, rtp_str id, rtp_str type, rtp_str target)
{
    RTP_PUT(out, "<Relationship Id=\"");
    rtp_buf_put(out, id);
    RTP_PUT(out, "\" Type=\"");
    rtp_buf_put(out, type);
    RTP_PUT(out, "\" Target=\"");
    rtp_buf_put(out, target);
    RTP_PUT(out, "\"/>");
}

static void relations_open(rtp_buf *out)
{
    RTP_PUT(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                 "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
}

static void links_put(const rtp_docx *d)
{
    for (size_t i = 0; i < d->link_count; i++) {
        RTP_PUT(d->out, "<Relationship Id=\"rIdL");
        rtp_xml_put_number(d->out, (long)i + 1);
        RTP_PUT(d->out, "\" Type=\"" OFFICE "hyperlink\" Target=\"");
        rtp_xml_put(d->out, d->links[i]);
        RTP_PUT(d->out, "\" TargetMode=\"External\"/>");
    }
}

void rtp_docx_package_links_put(rtp_docx *d)
{
    relations_open(d->out);
    relation_put(d->out, rtp_lit("rId1"), rtp_lit(OFFICE "officeDocument"), rtp_lit("word/document.xml"));
    relation_put(d->out, rtp_lit("rId2"),
                 rtp_lit("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"),
                 rtp_lit("docProps/core.xml"));
    RTP_PUT(d->out, "</Relationships>");
}

void rtp_docx_document_links_put(rtp_docx *d)
{
    static const struct {
        rtp_str id, type, target;
    } parts[] = {
        {RTP_STR("rId1"), RTP_STR(OFFICE "styles"), RTP_STR("styles.xml")},
        {RTP_STR("rId2"), RTP_STR(OFFICE "numbering"), RTP_STR("numbering.xml")},
        {RTP_STR("rId3"), RTP_STR(OFFICE "settings"), RTP_STR("settings.xml")},
        {RTP_STR("rId4"), RTP_STR(OFFICE "fontTable"), RTP_STR("fontTable.xml")},
        {RTP_STR("rId5"), RTP_STR(OFFICE "footnotes"), RTP_STR("footnotes.xml")},
        {RTP_STR("rId6"), RTP_STR(OFFICE "footer"), RTP_STR("footer1.xml")},
        {RTP_STR("rId7"), RTP_STR(OFFICE "header"), RTP_STR("header1.xml")}, /* of private documents: the last */
    };
    relations_open(d->out);
    for (size_t i = 0; i < RTP_COUNT(parts) - !d->document->personal; i++) {
        relation_put(d->out, parts[i].id, parts[i].type, parts[i].target);
    }
    for (size_t i = 0; i < d->chart_count; i++) {
        RTP_PUT(d->out, "<Relationship Id=\"rIdC");
        rtp_xml_put_number(d->out, (long)i + 1);
        RTP_PUT(d->out, "\" Type=\"" OFFICE "chart\" Target=\"charts/chart");
        rtp_xml_put_number(d->out, (long)i + 1);
        RTP_PUT(d->out, ".xml\"/>");
    }
    links_put(d);
    RTP_PUT(d->out, "</Relationships>");
}

void rtp_docx_footnote_links_put(rtp_docx *d)
{
    relations_open(d->out);
    links_put(d);
    RTP_PUT(d->out, "</Relationships>");
}
