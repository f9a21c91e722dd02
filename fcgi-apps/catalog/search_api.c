/* search_api.c - GET /search. */
#include <inttypes.h>
#include <string.h>

#include "catalog/routes.h"
#include "catalog/search_find.h"
#include "core/arena.h"
#include "core/problem.h"
#include "core/reply.h"

#include "core/banned.h"

#define LIMIT 20

static const char *const kinds[SEARCH_KINDS + 1] = {
    [SEARCH_ALBUM] = "album",
    [SEARCH_ARTIST] = "artist",
    [SEARCH_SONG] = "song",
    [SEARCH_LABEL] = "label",
};

struct result {
    const char *type;
    uint64_t id;
    const char *title, *subtitle;
    int64_t release_year;
    const char *cover_url;
    double score;
    const char *highlight;
};

static const struct field fields[] = {
    FIELD(struct result, type, FIELD_TEXT),
    FIELD(struct result, id, FIELD_ID),
    FIELD(struct result, title, FIELD_TEXT),
    FIELD(struct result, subtitle, FIELD_TEXT),
    FIELD(struct result, release_year, FIELD_YEAR),
    FIELD(struct result, cover_url, FIELD_TEXT),
    FIELD(struct result, score, FIELD_SCORE),
    FIELD(struct result, highlight, FIELD_JSON),
};
static const struct shape result_shape = SHAPE(struct result, fields);

static const struct filter filters[] = {
    FILTER("q", BY_TEXT, NULL, .required = true),
    FILTER("type", BY_TEXT, NULL),
    FILTER("limit", BY_INT, NULL, .min = 1, .max = 100),
};
const struct listing search_parameters = {.plural = NULL, FILTERS(filters)};

static unsigned find_kind(const char *name, size_t length)
{
    for (unsigned kind = 1; kind <= SEARCH_KINDS; kind++)
        if (strlen(kinds[kind]) == length && strncmp(kinds[kind], name, length) == 0)
            return kind;
    return 0;
}

/* "album,song": a bit for each; 0 if one of them is none. */
static unsigned read_kinds(const char *text)
{
    unsigned wanted = 0;

    for (;;) {
        size_t length = strcspn(text, ",");
        unsigned kind = find_kind(text, length);

        if (kind == 0)
            return 0;
        wanted |= 1u << kind;
        if (text[length] == '\0')
            return wanted;
        text += length + 1;
    }
}

static struct result show(struct request *rq, const struct search_answer *answer,
                          const struct search_document *document)
{
    return (struct result){
        .type = kinds[document->kind],
        .id = document->id,
        .title = document->title,
        .subtitle = document->subtitle,
        .release_year = document->release_year,
        .cover_url = document->album_id == 0
                         ? NULL
                         : arena_printf(rq->arena, "/api/v1/albums/%" PRIu64 "/cover",
                                        document->album_id),
        .score = document->score,
        .highlight = search_highlight(&answer->asked, document->title, rq->arena),
    };
}

static int reply_answer(struct request *rq, const struct search_answer *answer)
{
    struct result *results =
        arena_alloc(rq->arena, (answer->count + 1) * sizeof *results);
    struct rows rows = {results, answer->count};

    if (results == NULL)
        return fail(rq, P_UNAVAILABLE, "There is too much to do at present.");
    for (size_t i = 0; i < answer->count; i++)
        results[i] = show(rq, answer, &answer->documents[i]);
    return reply_json(rq, 200,
                      json_pack("{s:o, s:s?}", "results",
                                rows_to_json(&result_shape, &rows), "suggestion",
                                answer->suggestion));
}

int search_list(struct request *rq)
{
    const struct db_arg *types = query_value(rq->query, "type");
    const struct db_arg *limit = query_value(rq->query, "limit");
    struct search_wish wish = {
        .text = query_value(rq->query, "q")->bytes.at,
        .kinds = types == NULL ? ~0u : read_kinds(types->bytes.at),
        .limit = limit == NULL ? LIMIT : (size_t)limit->integer,
    };
    struct search_answer answer;

    if (wish.kinds == 0)
        return fail(rq, P_BAD_PARAMETER,
                    "`type` must be album, artist, song or label, or several with "
                    "commas between.");
    if (search_find(rq->db, rq->arena, &wish, &answer) != 0)
        return fail(rq, P_DATABASE, "search");
    return reply_answer(rq, &answer);
}
