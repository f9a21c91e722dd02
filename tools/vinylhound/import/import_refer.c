/* import_refer.c - this database's ids in the place of Discogs'. */
#include "import_refer.h"

#include <stdlib.h>
#include <string.h>

#include "base/room.h"

#include "core/banned.h"

const char refers_to_record[] = "BIGINT UNSIGNED NOT NULL";
const char refers_to_artist[] = "BIGINT UNSIGNED NULL";

uint64_t *artist_ids_place(struct artist_ids *artists, uint32_t ref)
{
    uint32_t number = id_map_number(&artists->refs, ref);

    if (number >= artists->room) {
        artists->room = artists->room == 0 ? 4096 : artists->room * 2;
        artists->ids = room_grow(artists->ids, artists->room, sizeof *artists->ids);
    }
    if (number == artists->known)
        artists->ids[artists->known++] = 0;
    return &artists->ids[number];
}

void artist_ids_free(struct artist_ids *artists)
{
    id_map_free(&artists->refs);
    free(artists->ids);
    *artists = (struct artist_ids){0};
}

/* A field's number; 0 for none (\N). */
static uint32_t field_number(const char *at, const char *end)
{
    uint32_t number = 0;

    for (; at < end && *at >= '0' && *at <= '9'; at++)
        number = number * 10 + (uint32_t)(*at - '0');
    return number;
}

static const char *field_end(const char *at, const char *end)
{
    const char *tab = memchr(at, '\t', (size_t)(end - at));

    return tab == NULL ? end : tab;
}

static void put_id(struct buffer *out, uint64_t id)
{
    if (id == 0)
        buffer_add_text(out, "\\N");
    else
        buffer_add_number(out, id);
}

/* One row, from `at` to its newline at `end`. */
static void refer_row(const struct column *column, const char *at, const char *end,
                      uint64_t record, struct artist_ids *artists, struct buffer *out)
{
    const char *from = at, *next;

    for (; column->name != NULL; column++, at = next + 1) {
        next = field_end(at, end);
        if (column->type == refers_to_record || column->type == refers_to_artist) {
            uint32_t ref = field_number(at, next);

            buffer_add(out, from, (size_t)(at - from));
            put_id(out, column->type == refers_to_record ? record
                        : ref == 0                       ? 0
                                   : *artist_ids_place(artists, ref));
            from = next;
        }
    }
    buffer_add(out, from, (size_t)(end - from) + 1);
}

void refer_rows(const struct batch *batch, enum table table, unsigned standings,
                struct artist_ids *artists, struct rows *out)
{
    const struct rows *from = &batch->rows[table];
    const struct batch_record *record = batch->records;
    const char *at = from->text.data;

    rows_clear(out);
    /* the rows stand in the order of the records */
    for (size_t i = 0; i < from->count; i++) {
        const char *end = rawmemchr(at, '\n');
        uint32_t ref = field_number(at, end);

        while (record->ref != ref)
            record++;
        if ((standings >> record->standing & 1) != 0) {
            refer_row(from->staging->columns, at, end, record->id, artists, &out->text);
            out->count++;
        }
        at = end + 1;
    }
}
