/* search_build.c - the search index made anew from the catalogue. A kind at a time, each
 * document's words go as numbers (word, place) through the sorter and come back as the
 * words' lists. */
#include "search_build.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalog/search_postings.h"
#include "catalog/search_text.h"
#include "command.h"
#include "core/config.h"
#include "facets_build.h"
#include "import/import_progress.h"
#include "search_beginnings.h"
#include "search_changes.h"
#include "search_sort.h"
#include "search_tables.h"
#include "search_typos.h"
#include "base/sql.h"

#include "core/banned.h"

#define PLACE_BITS 36

/* What is indexed: id, two texts, how well known. */
static const struct {
    const char *last, *rows;
} sources[SEARCH_KINDS + 1] = {
    [SEARCH_ALBUM] = {"SELECT MAX(id) FROM albums",
                      "SELECT id, title, artist, release_count + 4 * rating_count "
                      "FROM albums ORDER BY id"                                     },
    [SEARCH_ARTIST] = {"SELECT MAX(id) FROM artists",
                      "SELECT id, name, NULL, album_count FROM artists ORDER BY id" },
    [SEARCH_SONG] = {"SELECT MAX(id) FROM songs",
                      "SELECT STRAIGHT_JOIN s.id, s.title, COALESCE(s.artist, a.artist), "
                     "a.release_count + 4 * a.rating_count FROM songs s FORCE INDEX "
                     "(PRIMARY) JOIN albums a ON a.id = s.album_id ORDER BY s.id"   },
    [SEARCH_LABEL] = {"SELECT MAX(id) FROM labels",
                      "SELECT id, name, NULL, release_count FROM labels ORDER BY id"},
};

struct building {
    MYSQL *from; /* the snapshot that is read */
    struct index_writer writer;
    struct vocabulary words;
    struct beginnings beginnings;
    struct sorter *sorter;
    struct search_text text;
    struct buffer by;                /* the artist last folded … */
    uint32_t by_words[SEARCH_WORDS]; /* … and the numbers of its words */
    size_t by_count;
    uint64_t *places; /* of the word being collected */
    size_t count, room;
    struct progress progress;
    uint64_t before, records; /* ids of the kinds done; documents */
};

static bool out_of_memory(void)
{
    complain("out of memory");
    return false;
}

static bool put(struct building *building, uint32_t word, uint64_t place)
{
    return sorter_put(building->sorter, (uint64_t)word << PLACE_BITS | place);
}

static bool put_words(struct building *building, const char *text, uint64_t place)
{
    struct search_text *words = &building->text;
    char key[SEARCH_KEY_SIZE];
    uint32_t number;

    search_fold(text, words);
    for (size_t i = 0; i < words->count; i++) {
        number = vocabulary_number(&building->words, words->words[i].text,
                                   words->words[i].length);
        if (number == VOCABULARY_FULL)
            return out_of_memory();
        if (!put(building, number, place))
            return false;
    }
    if (!search_exact_key(words, key))
        return true;
    number = vocabulary_number(&building->words, key, strlen(key));
    return number == VOCABULARY_FULL ? out_of_memory() : put(building, number, place);
}

/* An album's songs stand together and mostly have one artist, whose words are kept. */
static bool find_artist(struct building *building, const char *artist)
{
    struct search_text *words = &building->text;

    if (building->by.length > 0 && strcmp(building->by.data, artist) == 0)
        return true;
    building->by.length = 0;
    buffer_add(&building->by, artist, strlen(artist) + 1);
    search_fold(artist, words);
    building->by_count = words->count;
    for (size_t i = 0; i < words->count; i++) {
        building->by_words[i] = vocabulary_number(&building->words, words->words[i].text,
                                                  words->words[i].length);
        if (building->by_words[i] == VOCABULARY_FULL)
            return out_of_memory();
    }
    return !building->by.failed || out_of_memory();
}

static bool put_row(struct building *building, MYSQL_ROW row)
{
    uint64_t id = strtoull(row[0], NULL, 10);
    uint64_t place = SEARCH_PLACE(search_tier(strtoull(row[3], NULL, 10)), id);

    if (id > UINT32_MAX) {
        complain("search takes ids up to %" PRIu32 "; %" PRIu64 " is beyond", UINT32_MAX,
                 id);
        return false;
    }
    if (!put_words(building, row[1], place))
        return false;
    if (row[2] == NULL)
        return true;
    if (!find_artist(building, row[2]))
        return false;
    for (size_t i = 0; i < building->by_count; i++)
        if (!put(building, building->by_words[i], place))
            return false;
    return true;
}

static bool read_rows(struct building *building, unsigned kind)
{
    MYSQL_RES *rows;
    MYSQL_ROW row;
    bool fine = true;

    if (!sql_run(building->from, "reading the catalogue", sources[kind].rows))
        return false;
    rows = mysql_use_result(building->from);
    while (fine && rows != NULL && (row = mysql_fetch_row(rows)) != NULL) {
        fine = put_row(building, row);
        progress_tick(&building->progress, building->before + strtoull(row[0], NULL, 10),
                      ++building->records);
    }
    if (mysql_errno(building->from) != 0) {
        complain_sql(building->from, "reading the catalogue");
        fine = false;
    }
    if (rows != NULL)
        mysql_free_result(rows);
    return fine;
}

/* A word's whole list. */
static bool end_list(struct building *building, uint32_t word, unsigned kind)
{
    const char *text = vocabulary_word(&building->words, word);

    if (building->count == 0)
        return true;
    if (*text != '=') {
        building->words.documents[word] += (uint32_t)building->count;
        if (!beginnings_add(&building->beginnings, text, building->places,
                            building->count))
            return out_of_memory();
    }
    if (!index_list(&building->writer, text, kind, building->places, building->count))
        return false;
    building->count = 0;
    return true;
}

static bool keep_place(struct building *building, uint64_t place)
{
    if (building->count == building->room) {
        size_t room = building->room == 0 ? 4096 : building->room * 2;
        uint64_t *places = realloc(building->places, room * sizeof *places);

        if (places == NULL)
            return out_of_memory();
        building->places = places;
        building->room = room;
    }
    building->places[building->count++] = place;
    return true;
}

static bool write_lists(struct building *building, unsigned kind)
{
    uint64_t number;
    uint32_t word = 0;
    int got;

    if (!sorter_turn(building->sorter))
        return false;
    while ((got = sorter_take(building->sorter, &number)) == 1) {
        uint32_t next = (uint32_t)(number >> PLACE_BITS);

        if (next != word && !end_list(building, word, kind))
            return false;
        word = next;
        if (!keep_place(building, number & ((UINT64_C(1) << PLACE_BITS) - 1)))
            return false;
    }
    sorter_clear(building->sorter);
    return got == 0 && end_list(building, word, kind);
}

static bool write_beginnings(struct building *building, unsigned kind)
{
    struct beginnings *beginnings = &building->beginnings;

    for (uint32_t i = 0; i < beginnings->words.count; i++) {
        char word[SEARCH_BEGINNING * 4 + 2];
        const uint64_t *places;
        size_t count = beginnings_take(beginnings, i, &places);

        snprintf(word, sizeof word, "%s*", vocabulary_word(&beginnings->words, i));
        if (!index_list(&building->writer, word, kind, places, count))
            return false;
    }
    beginnings_clear(beginnings);
    return true;
}

static bool find_size(struct building *building, long ends[SEARCH_KINDS + 1])
{
    uint64_t size = 0;

    for (unsigned kind = 1; kind <= SEARCH_KINDS; kind++) {
        if (!sql_number(building->from, "measuring the catalogue", sources[kind].last,
                        &ends[kind]))
            return false;
        size += (uint64_t)ends[kind];
    }
    progress_start(&building->progress, stderr, "search", size == 0 ? 1 : size);
    return true;
}

static bool build_kinds(struct building *building)
{
    long ends[SEARCH_KINDS + 1] = {0};

    if (!find_size(building, ends))
        return false;
    for (unsigned kind = 1; kind <= SEARCH_KINDS; kind++) {
        if (!read_rows(building, kind) || !write_lists(building, kind) ||
            !write_beginnings(building, kind))
            return false;
        building->before += (uint64_t)ends[kind];
    }
    for (uint32_t i = 0; i < building->words.count; i++) {
        const char *word = vocabulary_word(&building->words, i);

        if (*word != '=' &&
            !index_word(&building->writer, word, building->words.documents[i]))
            return false;
    }
    return typos_write(&building->words, building->sorter, &building->writer) &&
           index_flush(&building->writer);
}

static bool build(struct building *building, struct loader *loader)
{
    struct changes changes = {0};
    bool fine;

    building->sorter = sorter_new();
    if (building->sorter == NULL)
        return out_of_memory();
    fine = index_begin(&building->writer, loader) &&
           sql_run(building->from, "beginning",
                   "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY") &&
           changes_read(&changes, building->from) && build_kinds(building);
    progress_end(&building->progress);
    fine =
        fine && index_swap(&building->writer) && changes_forget(&changes, loader->mysql);
    changes_free(&changes);
    return fine;
}

static void free_building(struct building *building)
{
    index_end(&building->writer);
    vocabulary_free(&building->words);
    beginnings_free(&building->beginnings);
    sorter_free(&building->sorter);
    buffer_free(&building->by);
    free(building->places);
}

bool search_build(struct tool *tool)
{
    const struct config *config = tool_config(tool);
    const char *name = config == NULL ? "" : config_text(config, "catalog.name");
    struct building *building = calloc(1, sizeof *building);
    struct loader loader = {0};
    MYSQL *mysql = config == NULL ? NULL : tool_connect(tool, name, CLIENT_LOCAL_FILES);
    bool fine = mysql != NULL && building != NULL && loader_open(&loader, mysql);

    fine = fine && facets_build(mysql);
    if (fine)
        fine = (building->from = tool_connect(tool, name, 0)) != NULL &&
               build(building, &loader);
    if (building != NULL) {
        if (building->from != NULL)
            mysql_close(building->from);
        free_building(building);
    }
    free(building);
    if (mysql != NULL) {
        loader_close(&loader);
        mysql_close(mysql);
    }
    return fine;
}
