/* discogs_record.c - from a record's tree to rows: artists, labels, masters, and what
 * they share with releases. */

#include "discogs_record.h"

#include <string.h>

#include "core/arena.h"
#include "core/artist_name.h"
#include "discogs_credit.h"
#include "discogs_node.h"
#include "discogs_text.h"

#include "core/banned.h"

const char *reading_line(struct reading *reading, const char *child)
{
    return text_line(reading->arena, node_text(reading->record, child));
}

const char *reading_prose(struct reading *reading, const char *child)
{
    return text_prose(reading->arena, node_text(reading->record, child));
}

const char *reading_words(struct reading *reading, enum table table, const char *list,
                          const char *element)
{
    const struct node *word = node_child(node_child(reading->record, list), element);
    struct rows *rows = &reading->batch->rows[table];
    const char *all = NULL;

    for (; word != NULL; word = word->next) {
        const char *name = text_line(reading->arena, word->text);

        if (name == NULL || strcmp(word->name, element) != 0)
            continue;
        rows_number(rows, reading->id);
        rows_text(rows, name);
        rows_end(rows);
        all = all == NULL ? name : arena_printf(reading->arena, "%s\n%s", all, name);
    }
    return all;
}

void reading_people(struct reading *reading, const struct credit *credits)
{
    struct rows *rows = &reading->batch->rows[T_PEOPLE];

    for (; credits != NULL; credits = credits->next) {
        if (credits->artist == 0)
            continue;
        rows_number(rows, credits->artist);
        rows_text(rows, credits->name);
        rows_text(rows, artist_name_sorted(reading->arena, credits->name));
        rows_end(rows);
    }
}

bool reading_credits(struct reading *reading, const struct credit *credits)
{
    struct rows *rows = &reading->batch->rows[T_CREDITS];
    unsigned position = 0;

    reading_people(reading, credits);
    for (; credits != NULL; credits = credits->next) {
        if (position == LIST_MOST) {
            reading->reason = "more than 65,535 artists";
            return false;
        }
        rows_number(rows, reading->id);
        rows_number(rows, ++position);
        rows_id(rows, credits->artist);
        rows_text(rows, credits->printed);
        rows_text(rows, credits->joiner);
        rows_end(rows);
    }
    return true;
}

/* The last field of a record's own row: the hash of all its rows. */
static void put_hash(struct reading *reading, struct rows *rows)
{
    batch_hash(reading->batch, reading->entry.hash);
    rows_text(rows, reading->entry.hash);
    rows_end(rows);
}

static bool artist_read(struct reading *reading)
{
    struct rows *rows = &reading->batch->rows[T_ARTISTS];
    const char *name = reading_line(reading, "name");

    if (name == NULL) {
        reading->reason = "no name";
        return false;
    }
    rows_number(rows, reading->id);
    rows_text(rows, name);
    rows_text(rows, artist_name_sorted(reading->arena, name));
    rows_text(rows, reading_line(reading, "realname"));
    rows_text(rows, reading_prose(reading, "profile"));
    put_hash(reading, rows);
    return true;
}

static bool label_read(struct reading *reading)
{
    struct rows *rows = &reading->batch->rows[T_LABELS];
    const char *name = reading_line(reading, "name");

    if (name == NULL) {
        reading->reason = "no name";
        return false;
    }
    rows_number(rows, reading->id);
    rows_text(rows, name);
    rows_text(rows, reading_prose(reading, "profile"));
    rows_text(rows, reading_line(reading, "parentLabel"));
    put_hash(reading, rows);
    return true;
}

static bool master_read(struct reading *reading)
{
    struct rows *rows = &reading->batch->rows[T_ALBUMS];
    struct credit *credits =
        credits_read(reading->arena, node_child(reading->record, "artists"));
    const char *genres, *styles;
    uint32_t year = text_id(reading_line(reading, "year"));

    if (!reading_credits(reading, credits))
        return false;
    genres = reading_words(reading, T_GENRES, "genres", "genre");
    styles = reading_words(reading, T_STYLES, "styles", "style");
    rows_number(rows, reading->id);
    rows_id(rows, text_id(reading_line(reading, "main_release")));
    rows_text(rows, reading_line(reading, "title"));
    rows_text(rows, credits_text(reading->arena, credits));
    rows_id(rows, credits_first(credits));
    rows_number(rows, year < 10000 ? year : 0);
    rows_text(rows, genres);
    rows_text(rows, styles);
    rows_text(rows, reading_prose(reading, "notes"));
    put_hash(reading, rows);
    return true;
}

static bool release_and_hash(struct reading *reading)
{
    if (!release_read(reading))
        return false;
    put_hash(reading, &reading->batch->rows[T_RELEASES]);
    reading->entry.songs =
        (unsigned)(reading->batch->read.songs - reading->batch->before.songs);
    return true;
}

uint32_t record_read(struct batch *batch, struct arena *arena, const struct node *record,
                     const char **reason)
{
    static bool (*const readers[KINDS])(struct reading *) = {[ARTISTS] = artist_read,
                                                             [LABELS] = label_read,
                                                             [MASTERS] = master_read,
                                                             [RELEASES] =
                                                                 release_and_hash};
    struct reading reading = {.batch = batch, .arena = arena, .record = record};

    reading.id = text_id(batch->kind == ARTISTS || batch->kind == LABELS
                             ? reading_line(&reading, "id")
                             : node_attribute(record, "id"));
    if (reading.id == 0) {
        *reason = "no id";
        return 0;
    }
    batch_begin(batch);
    if (readers[batch->kind](&reading)) {
        reading.entry.ref = reading.id;
        batch_end(batch, &reading.entry);
        return reading.id;
    }
    batch_undo(batch);
    *reason = reading.reason;
    return 0;
}
