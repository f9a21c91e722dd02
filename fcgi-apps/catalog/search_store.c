/* search_store.c - the search index and what it leads to. */
#include "catalog/search_store.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "catalog/statements.h"
#include "core/arena.h"

#include "core/banned.h"

#define DIGITS 21

static const struct field document_fields[] = {
    FIELD(struct search_document, id, FIELD_ID),
    FIELD(struct search_document, album_id, FIELD_ID),
    FIELD(struct search_document, title, FIELD_TEXT),
    FIELD(struct search_document, artist, FIELD_TEXT),
    FIELD(struct search_document, subtitle, FIELD_TEXT),
    FIELD(struct search_document, release_year, FIELD_YEAR),
    FIELD(struct search_document, known, FIELD_COUNT),
};
const struct shape search_document_shape = SHAPE(struct search_document, document_fields);

static const struct field place_fields[] = {
    FIELD(struct search_place, kind, FIELD_COUNT),
    FIELD(struct search_place, place, FIELD_ID),
};
const struct shape search_place_shape = SHAPE(struct search_place, place_fields);

static const int read_statements[SEARCH_KINDS + 1] = {
    [SEARCH_ALBUM] = SEARCH_READ_ALBUMS,
    [SEARCH_ARTIST] = SEARCH_READ_ARTISTS,
    [SEARCH_SONG] = SEARCH_READ_SONGS,
    [SEARCH_LABEL] = SEARCH_READ_LABELS,
};

const char *search_ids(struct arena *arena, const uint64_t *ids, size_t count)
{
    char *text = arena_alloc(arena, count * DIGITS + 3), *to = text;

    if (text == NULL)
        return NULL;
    *to++ = '[';
    for (size_t i = 0; i < count; i++)
        to += snprintf(to, DIGITS + 1, "%s%" PRIu64, i == 0 ? "" : ",", ids[i]);
    *to++ = ']';
    *to = '\0';
    return text;
}

int search_store_read(struct db *db, struct arena *arena, enum search_kind kind,
                      const uint64_t *ids, size_t count, struct rows *out)
{
    const char *list = search_ids(arena, ids, count);
    struct search_document *documents;

    *out = (struct rows){NULL, 0};
    if (count == 0)
        return 0;
    if (list == NULL ||
        db_list(db, arena, read_statements[kind], ARGS(A_TEXT(list)), out) != 0)
        return DB_FAILED;
    documents = out->items;
    for (size_t i = 0; i < out->count; i++)
        documents[i].kind = kind;
    return 0;
}

int search_store_recent(struct db *db, struct arena *arena, const char *word, bool open,
                        struct rows *out)
{
    char *end = arena_printf(arena, "%s%s", word, open ? "\xff" : "");

    if (end == NULL)
        return DB_FAILED;
    return db_list(db, arena, SEARCH_RECENT,
                   ARGS(A_TEXT(word), A_BYTES(end, strlen(end))), out);
}

/* The words of a document and the key of its title, as a JSON array. They hold letters
   and digits alone. */
static const char *list_words(struct arena *arena, const struct search_document *document)
{
    struct search_text texts[2];
    char key[SEARCH_KEY_SIZE];
    const char *list;

    search_fold(document->title, &texts[0]);
    search_fold(document->artist, &texts[1]);
    list = search_exact_key(&texts[0], key) ? arena_printf(arena, "[\"%s\"", key) : "[";
    for (size_t t = 0; t < 2; t++)
        for (size_t i = 0; i < texts[t].count && list != NULL; i++)
            list = arena_printf(arena, "%s%s\"%s\"", list, list[1] == '\0' ? "" : ",",
                                texts[t].words[i].text);
    return list == NULL ? NULL : arena_printf(arena, "%s]", list);
}

static int put_document(struct db *db, struct arena *arena,
                        const struct search_document *document)
{
    uint64_t kind = document->kind;
    unsigned tier = search_tier((uint64_t)document->known);
    const char *words = list_words(arena, document);

    if (words == NULL ||
        db_run(db, SEARCH_MARK, ARGS(A_UINT(kind), A_UINT(document->id))) < 0 ||
        db_run(db, SEARCH_FORGET, ARGS(A_UINT(kind), A_UINT(document->id))) < 0 ||
        db_run(db, SEARCH_REMEMBER,
               ARGS(A_UINT(kind), A_UINT(SEARCH_PLACE(tier, document->id)),
                    A_UINT(document->id), A_TEXT(words))) < 0)
        return DB_FAILED;
    return 0;
}

static int put_documents(struct db *db, struct arena *arena, enum search_kind kind,
                         const struct rows *rows)
{
    struct search_document *documents = rows->items;

    for (size_t i = 0; i < rows->count; i++) {
        documents[i].kind = kind;
        if (put_document(db, arena, &documents[i]) != 0)
            return DB_FAILED;
    }
    return 0;
}

int search_store_put(struct db *db, struct arena *arena, enum search_kind kind,
                     uint64_t id)
{
    struct rows rows;

    if (search_store_read(db, arena, kind, &id, 1, &rows) != 0 ||
        put_documents(db, arena, kind, &rows) != 0)
        return DB_FAILED;
    if (kind != SEARCH_ALBUM)
        return 0;
    if (db_list(db, arena, SEARCH_ALBUM_SONGS, ARGS(A_UINT(id)), &rows) != 0)
        return DB_FAILED;
    return put_documents(db, arena, SEARCH_SONG, &rows);
}

int search_store_remove(struct db *db, enum search_kind kind, uint64_t id)
{
    return db_run(db, SEARCH_FORGET, ARGS(A_UINT(kind), A_UINT(id))) < 0 ||
                   db_run(db, SEARCH_UNMARK, ARGS(A_UINT(kind), A_UINT(id))) < 0
               ? DB_FAILED
               : 0;
}
