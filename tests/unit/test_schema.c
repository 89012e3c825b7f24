/* floor: json */
/* The schema of an invented shape: valid JSON, a row for every field, and for every type the words
 * that draft-07 has for it. That it agrees with the loader is shown by tests/schema. */
#include "shapes.h"

typedef struct written {
    rtp_buf buf;
    bench made;
    const rtp_json *tree;
} written;

static written schema_made(void)
{
    written schema = {.buf = rtp_buf_make(1 << 20)};
    rtp_schema_write(&outer_shape, "https://example.org/outer.json", "An outer thing", &schema.buf);
    schema.made = bench_make(rtp_buf_text(&schema.buf));
    schema.tree = rtp_json_read(&schema.made.source, &rtp_json_pack_limits, schema.made.arena, schema.made.diags);
    EXPECT(schema.tree != NULL, &schema.made, "schema");
    return schema;
}

static void schema_free(written *schema)
{
    bench_free(&schema->made);
    rtp_buf_free(&schema->buf);
}

static const struct {
    const char *pointer, *text;
} words[] = {
    {"/$schema", "\"http://json-schema.org/draft-07/schema#\""},
    {"/$id", "\"https://example.org/outer.json\""},
    {"/title", "\"An outer thing\""},
    {"/type", "\"object\""},
    {"/required", "[\n    \"needed\"\n  ]"},
    {"/additionalProperties", "false"},
    {"/patternProperties/^x-", "true"},
    {"/properties/$schema", "true"},
    {"/properties/$comment", "true"},
    {"/properties/needed/description", "\"What cannot be left out.\""},
    {"/properties/needed/pattern", "\"[^ \\\\t\\\\r\\\\n]\""},
    {"/properties/needed/examples/0", "\"this\""},
    {"/properties/text/type", "\"string\""},
    {"/properties/text/maxLength", "4000"},
    {"/properties/brief/maxLength", "5"},
    {"/properties/link/maxLength", "4000"},
    {"/properties/link/anyOf/0/pattern", "\"^https://[A-Za-z0-9\\\\[]\""},
    {"/properties/number/type", "\"number\""},
    {"/properties/number/minimum", "-1.5"},
    {"/properties/number/maximum", "2.5"},
    {"/properties/open/minimum", "1"},
    {"/properties/count/type", "\"integer\""},
    {"/properties/count/minimum", "0"},
    {"/properties/count/maximum", "5"},
    {"/properties/any/minimum", "-2147483647"},
    {"/properties/any/maximum", "2147483647"},
    {"/properties/flag/type", "\"boolean\""},
    {"/properties/date/format", "\"date\""},
    {"/properties/month/pattern", "\"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])(?!\\\\n)$\""},
    {"/properties/choice/enum/2", "\"blue\""},
    {"/properties/texts/type", "\"array\""},
    {"/properties/texts/minItems", "2"},
    {"/properties/texts/maxItems", "3"},
    {"/properties/texts/items/maxLength", "4000"},
    {"/properties/choices/items/enum/0", "\"red\""},
    {"/properties/dates/minItems", "1"},
    {"/properties/dates/items/format", "\"date\""},
    {"/properties/object/description", "\"One of them.\""},
    {"/properties/object/allOf/0/$ref", "\"#/definitions/inner\""},
    {"/properties/objects/items/$ref", "\"#/definitions/inner\""},
    {"/properties/objects/maxItems", "2"},
    {"/properties/raw/type/4", "\"boolean\""},
    {"/properties/series/maxProperties", "600"},
    {"/properties/series/additionalProperties", "false"},
    {"/properties/series/patternProperties/^x-", "true"},
    {"/properties/series/properties/$comment", "true"},
    {"/properties/samples/patternProperties/^x-", "true"},
    {"/properties/samples/properties/office/maxItems", "4"},
    {"/properties/samples/properties/hybrid/maxItems", "4"},
    {"/properties/samples/properties/remote/items/type", "\"number\""},
    {"/properties/samples/additionalProperties", "false"},
    {"/properties/days/maxProperties", "3"},
    {"/properties/days/additionalProperties", "false"},
    {"/properties/days/patternProperties/^x-", "true"},
    {"/properties/numbers/type", "\"array\""},
    {"/properties/numbers/maxItems", "2"},
    {"/properties/numbers/items/type", "\"number\""},
    {"/definitions/inner/required/0", "\"name\""},
    {"/definitions/inner/properties/day/examples/0", "\"2027-01-11\""},
    {"/definitions/inner/additionalProperties", "false"},
    {"/definitions/inner/properties/leaf/allOf/0/$ref", "\"#/definitions/leaf\""},
    {"/definitions/leaf/properties/green/type", "\"boolean\""},
};

static void test_words(void **state)
{
    (void)state;
    written schema = schema_made();
    for (size_t i = 0; i < RTP_COUNT(words); i++) {
        size_t offset = 0, length = 0;
        rtp_str text = schema.made.source.text, pointer = rtp_str_from(words[i].pointer);
        EXPECT(rtp_json_locate(text, pointer, false, &offset, &length), &schema.made, words[i].pointer);
        rtp_str found = {text.ptr + offset, length};
        EXPECT(rtp_str_equal(found, rtp_str_from(words[i].text)), &schema.made, words[i].pointer);
    }
    schema_free(&schema);
}

static void test_left_out(void **state)
{
    (void)state;
    static const char *const pointers[] = {
        "/properties/text/pattern", /* may be blank: that is a warning */
        "/properties/loose/minimum",    "/properties/loose/maximum",  "/properties/open/maximum",
        "/properties/choices/minItems", "/properties/dates/maxItems", "/properties/texts/items/pattern",
        "/properties/month/format",     "/definitions/outer",         "/properties/text/examples",
    };
    written schema = schema_made();
    for (size_t i = 0; i < RTP_COUNT(pointers); i++) {
        size_t offset, length;
        rtp_str text = schema.made.source.text, pointer = rtp_str_from(pointers[i]);
        EXPECT(!rtp_json_locate(text, pointer, false, &offset, &length), &schema.made, pointers[i]);
    }
    schema_free(&schema);
}

static void test_every_field(void **state)
{
    (void)state;
    written schema = schema_made();
    const rtp_json *properties = rtp_json_find(schema.tree, rtp_lit("properties"));
    for (size_t i = 0; i < outer_shape.count; i++) {
        const char *key = outer_shape.fields[i].key;
        EXPECT(rtp_json_find(properties, rtp_str_from(key)), &schema.made, key);
    }
    assert_int_equal(rtp_json_count(properties), outer_shape.count + 2); /* $schema, $comment */
    assert_int_equal(rtp_json_count(rtp_json_find(schema.tree, rtp_lit("definitions"))), 2);
    assert_true(rtp_str_ends(schema.made.source.text, rtp_lit("}\n")));
    schema_free(&schema);
}

int main(void)
{
    rtp_json_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_left_out),
        cmocka_unit_test(test_every_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
