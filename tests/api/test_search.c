/* test_search.c - GET /search. */
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "lists.h"

#include "core/banned.h"

static json_t *search(const char *words, const char *more)
{
    struct answer *answer = get(text("/api/v1/search?q=%s%s", escaped(words), more));

    EXPECT_STATUS(answer, 200);
    return answer->json;
}

/* The first result's member as text; "" if nothing is found. */
static const char *first(const json_t *answer, const char *member)
{
    const json_t *result = json_array_get(json_object_get(answer, "results"), 0);
    const char *value = json_string_value(json_object_get(result, member));

    return value == NULL ? "" : value;
}

static void finds_first(const char *words, const char *type, const char *title)
{
    json_t *answer = search(words, "");

    EXPECT(strcmp(first(answer, "type"), type) == 0 &&
               strcmp(first(answer, "title"), title) == 0,
           "`%s` finds the %s %s, not the %s %s", words, first(answer, "type"),
           first(answer, "title"), type, title);
}

static void whole_words(void)
{
    finds_first("radiohead", "artist", "Radiohead");
    finds_first("Abbey Road", "album", "Abbey Road");
    finds_first("BJÖRK", "artist", "Björk");
    finds_first("bjork", "artist", "Björk");
    finds_first("beatles abbey road", "album", "Abbey Road");
    finds_first("abbey road beatles", "album", "Abbey Road");
    finds_first("pinkfloyd", "artist", "Pink Floyd");
}

static void short_words(void)
{
    finds_first("U2", "artist", "U2");
    finds_first("The The", "artist", "The The");
    finds_first("1999", "album", "1999");
}

static void as_one_types(void)
{
    static const char typed[] = "radiohead ok computer";

    for (size_t length = 6; length < sizeof typed; length++) {
        json_t *answer = search(text("%.*s", (int)length, typed), "");

        EXPECT(strstr(first(answer, "title"), "Radiohead") != NULL ||
                   strcmp(first(answer, "subtitle"), "Radiohead") == 0,
               "`%.*s` finds %s by %s", (int)length, typed, first(answer, "title"),
               first(answer, "subtitle"));
    }
    finds_first("ok comp", "album", "OK Computer");
}

static void misspelt(void)
{
    static const struct {
        const char *words, *title, *suggestion;
    } cases[] = {
        {"radiohed",          "Radiohead",  "radiohead"         },
        {"raidohead",         "Radiohead",  "radiohead"         },
        {"metalica",          "Metallica",  "metallica"         },
        {"beetles abbey rod", "Abbey Road", "beatles abbey road"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *answer = search(cases[i].words, "");
        const char *suggestion = json_string_value(json_object_get(answer, "suggestion"));

        EXPECT(strcmp(first(answer, "title"), cases[i].title) == 0, "`%s` finds %s",
               cases[i].words, first(answer, "title"));
        EXPECT(suggestion != NULL && strcmp(suggestion, cases[i].suggestion) == 0,
               "`%s` suggests %s", cases[i].words,
               suggestion == NULL ? "nothing" : suggestion);
    }
    EXPECT(json_is_null(json_object_get(search("radiohead", ""), "suggestion")),
           "what is spelt right is not corrected");
}

static void a_word_too_many(void)
{
    finds_first("nirvana nevermind xyzzyplugh", "album", "Nevermind");
    EXPECT(*first(search("xyzzyplugh", ""), "title") == '\0', "nothing is found");
    EXPECT(*first(search("!?!", ""), "title") == '\0', "no word, nothing found");
}

static void kinds(void)
{
    static const char *const types[] = {"album", "artist", "song"};

    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        EXPECT(strcmp(first(search("radiohead", text("&type=%s", types[i])), "type"),
                      types[i]) == 0,
               "only a%s %s", *types[i] == 's' ? "" : "n", types[i]);
    EXPECT_STATUS(get("/api/v1/search?q=love&type=album,song"), 200);
    EXPECT_PROBLEM(get("/api/v1/search?q=love&type=book"), 400, "bad-parameter");
    EXPECT_PROBLEM(get("/api/v1/search?q=love&type=album,"), 400, "bad-parameter");
}

static void parameters(void)
{
    EXPECT(json_array_size(json_object_get(search("the", "&limit=3"), "results")) == 3,
           "as many as wanted");
    EXPECT_PROBLEM(get("/api/v1/search"), 400, "bad-parameter");
    EXPECT_PROBLEM(get("/api/v1/search?q="), 400, "bad-parameter");
    EXPECT_PROBLEM(get("/api/v1/search?q=a&limit=101"), 400, "bad-parameter");
    EXPECT_PROBLEM(get("/api/v1/search?q=a&limit=0"), 400, "bad-parameter");
    EXPECT_PROBLEM(get("/api/v1/search?q=a&cursor=b"), 400, "bad-parameter");
}

static void answers(void)
{
    json_t *answer = search("abbey roa", "");
    const json_t *result = json_array_get(json_object_get(answer, "results"), 0);
    char *highlight = json_dumps(json_object_get(result, "highlight"), JSON_COMPACT);

    EXPECT(highlight != NULL && strcmp(highlight, "[[0,5],[6,9]]") == 0,
           "the highlight is %s", highlight == NULL ? "missing" : highlight);
    free(highlight);
    EXPECT(strncmp(first(answer, "cover_url"), "/api/v1/albums/", 15) == 0,
           "an album's cover");
    EXPECT(json_number_value(json_object_get(result, "score")) > 0.5, "a score");
}

/* The id that a search for the words finds first; 0 for none. */
static json_int_t found(const char *words)
{
    const json_t *result =
        json_array_get(json_object_get(search(words, "&type=album"), "results"), 0);

    return json_integer_value(json_object_get(result, "id"));
}

/* No cache between: each search is asked once. */
static void changes(void)
{
    struct answer *made =
        post(editor()->token, "/api/v1/albums",
             "{\"title\": \"Zyxwing Qoph\", \"artist\": \"The Fabricated\"}");
    json_int_t id = json_integer_value(json_object_get(made->json, "id"));
    const char *path = text("/api/v1/albums/%" JSON_INTEGER_FORMAT, id);

    EXPECT_STATUS(made, 201);
    EXPECT(found("zyxwing qoph") == id, "what is made is found");
    EXPECT(found("fabricated zyx") == id, "by its artist and a beginning");
    EXPECT_STATUS(put(editor()->token, path,
                      "{\"title\": \"Vutsrq Pe\", \"artist\": \"The Fabricated\"}"),
                  200);
    EXPECT(found("vutsrq pe") == id, "what is renamed is found");
    EXPECT(found("zyxwing  qoph") != id, "and not by its old name");
    EXPECT_STATUS(del(editor()->token, path), 204);
    EXPECT(found("vutsrq  pe") != id, "what is deleted is not found");
}

static const struct test tests[] = {
    {"GET /search: names, titles and both are found, without case and accents",
     whole_words                                                                               },
    {"GET /search: short words and numbers are words",                          short_words    },
    {"GET /search: finds while one types",                                      as_one_types   },
    {"GET /search: misspelt words are corrected, and it says to what",          misspelt       },
    {"GET /search: a word that is nowhere is passed over",                      a_word_too_many},
    {"GET /search: only the kinds wanted",                                      kinds          },
    {"GET /search: what parameters must be",                                    parameters     },
    {"GET /search: a result has all that shows it",                             answers        },
    {"GET /search: an album is found as it is now",                             changes        },
};
const struct suite search_suite = SUITE("search", tests);
