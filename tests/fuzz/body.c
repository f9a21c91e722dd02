/* body.c - fuzzes JSON bodies: read into a field of every type, and what was read is
 * written and read to the same. */
#include <jansson.h>
#include <math.h>
#include <string.h>

#include "core/shape.h"
#include "fuzz.h"

#include "core/banned.h"

struct body {
    uint64_t id;
    int64_t count, maybe, year, stars;
    double real, score;
    bool flag;
    const char *text, *word, *time, *lines;
    unsigned char bytes[16];
    struct rows rows;
    const struct body *record;
};
static const struct shape shape;
static const struct field fields[] = {
    FIELD(struct body, id, FIELD_ID),
    FIELD(struct body, count, FIELD_COUNT, .min = -5, .max = 5),
    FIELD(struct body, maybe, FIELD_MAYBE),
    FIELD(struct body, year, FIELD_YEAR, .min = 1000, .max = 9999),
    FIELD(struct body, stars, FIELD_HALF_STARS, .flags = REQUIRED),
    FIELD(struct body, real, FIELD_REAL, .min = -1, .max = 1),
    FIELD(struct body, flag, FIELD_BOOL),
    FIELD(struct body, text, FIELD_TEXT, .min = 1, .max = 30),
    FIELD(struct body, word, FIELD_TEXT, .max = 5, .allowed = "abc_"),
    FIELD(struct body, lines, FIELD_LINES, .max = 4, .each = 6),
    FIELD(struct body, score, FIELD_SCORE),
    FIELD(struct body, time, FIELD_TIME),
    FIELD(struct body, bytes, FIELD_BYTES, .max = 16, .flags = ROW_ONLY),
    FIELD(struct body, rows, FIELD_ROWS, .max = 3, .rows = &shape),
    FIELD(struct body, record, FIELD_RECORD, .rows = &shape),
};
static const struct shape shape = SHAPE(struct body, fields);

static void check_errors(const json_t *errors)
{
    static const char codes[] = "unknown required type range length characters";

    HOLDS(json_array_size(errors) > 0);
    for (size_t i = 0; i < json_array_size(errors); i++) {
        const json_t *error = json_array_get(errors, i);

        HOLDS(json_is_string(json_object_get(error, "field")));
        HOLDS(strstr(codes, json_string_value(json_object_get(error, "code"))) != NULL);
        HOLDS(json_string_length(json_object_get(error, "detail")) > 0);
    }
}

static void check_body(const struct body *body)
{
    HOLDS(body->id <= 9007199254740991 && body->count >= -5 && body->count <= 5);
    HOLDS(body->maybe >= -1 && body->maybe <= 9007199254740991);
    HOLDS(body->year == 0 || (body->year >= 1000 && body->year <= 9999));
    HOLDS(body->stars >= 1 && body->stars <= 10);
    HOLDS(body->text == NULL ||
          (text_characters(body->text) - 1 < 30 && text_is_utf8(body->text)));
    HOLDS(body->word == NULL || strspn(body->word, "abc_") == strlen(body->word));
    HOLDS(body->lines == NULL || text_characters(body->lines) <= 4 * 6 + 3);
    HOLDS(body->score == 0 && body->time == NULL && body->bytes[0] == 0);
    HOLDS(isnan(body->real) || fabs(body->real) <= 1);
    HOLDS(body->rows.count <= 3 && body->record == NULL);
    HOLDS(body->rows.count == 0 || body->rows.items != NULL);
    for (size_t i = 0; i < body->rows.count; i++)
        check_body((const struct body *)body->rows.items + i);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = fuzz_arena();
    json_t *json =
        json_loadb(size == 0 ? "" : (const char *)data, size,
                   JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    struct body first, second;
    json_t *errors, *shown;

    if (!json_is_object(json))
        return 0;
    errors = shape_from_json(&shape, json, arena, &first);
    if (errors != NULL) {
        check_errors(errors);
        return 0;
    }
    check_body(&first);
    shown = shape_to_json(&shape, &first);
    HOLDS(shown != NULL);
    HOLDS(shape_from_json(&shape, shown, arena, &second) == NULL);
    HOLDS(json_equal(shown, shape_to_json(&shape, &second)));
    return 0;
}
