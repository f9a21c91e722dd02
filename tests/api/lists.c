/* lists.c - walking lists from page to page. */
#include "lists.h"

#include <stdlib.h>
#include <string.h>

#include "harness/expect.h"
#include "harness/http.h"

#include "core/banned.h"

#define PAGES 20000 /* no list of a test is longer: a walk that goes round ends */

/* Takes a page over. False if there is something wrong with it. */
static bool take_page(json_t *list, const struct answer *page, const char *plural,
                      unsigned limit)
{
    json_t *items = json_object_get(page->json, plural);
    const json_t *next = json_object_get(page->json, "next_cursor");
    size_t n = json_array_size(items);
    bool good = page->status == 200 && json_is_array(items) &&
                (json_is_null(next) || (json_is_string(next) && n == limit)) &&
                n <= limit && json_object_size(page->json) == 2;

    EXPECT(good, "%.200s (limit %u): %ld, %zu items: %.200s", page->path, limit,
           page->status, n, page->body);
    return good && json_array_extend(list, items) == 0;
}

json_t *walk_path(const char *token, const char *path, const char *plural,
                  const char *query, unsigned limit)
{
    json_t *list = json_array();
    const char *cursor = NULL;

    for (unsigned page = 0; page < PAGES; page++) {
        unsigned asked = limit != 0 ? limit : 1 + page % 7;
        const struct answer *answer = get_as(
            token,
            text("%s?limit=%u%s%s%s%s", path, asked, *query == '\0' ? "" : "&", query,
                 cursor == NULL ? "" : "&cursor=", cursor == NULL ? "" : cursor));

        if (!take_page(list, answer, plural, asked)) {
            json_decref(list);
            return NULL;
        }
        cursor = text_at(answer, "/next_cursor");
        if (cursor == NULL)
            return list;
    }
    EXPECT(false, "%s?%s has no end", path, query);
    json_decref(list);
    return NULL;
}

json_t *walk_as(const char *token, const char *plural, const char *query, unsigned limit)
{
    return walk_path(token, text("/api/v1/%s", plural), plural, query, limit);
}

json_t *walk(const char *plural, const char *query, unsigned limit)
{
    return walk_as(NULL, plural, query, limit);
}

static struct {
    const char *plural;
    json_t *list;
} known[8];

void forget_lists(void)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        json_decref(known[i].list);
    memset(known, 0, sizeof known);
}

const json_t *whole(const char *plural)
{
    static bool registered;
    size_t i = 0;

    while (known[i].plural != NULL && strcmp(known[i].plural, plural) != 0)
        i++;
    if (known[i].plural == NULL) {
        json_t *list = walk(plural, "", 100);

        REQUIRE(json_array_size(list) > 0, "there are no %s", plural);
        if (!registered)
            registered = atexit(forget_lists) == 0;
        known[i].list = list;
        known[i].plural = plural;
    }
    return known[i].list;
}

bool same_list(const json_t *a, const json_t *b)
{
    return a != NULL && b != NULL && json_equal(a, b) == 1;
}

bool reversed_list(const json_t *a, const json_t *b)
{
    size_t n = json_array_size(a);

    if (a == NULL || b == NULL || json_array_size(b) != n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (json_equal(json_array_get(a, i), json_array_get(b, n - 1 - i)) != 1)
            return false;
    return true;
}

bool no_doubles(const json_t *list)
{
    json_t *seen = json_object();
    bool single = true;

    for (size_t i = 0; i < json_array_size(list); i++) {
        char *text = json_dumps(json_array_get(list, i), JSON_COMPACT | JSON_ENCODE_ANY);

        single = single && text != NULL && json_object_get(seen, text) == NULL;
        json_object_set_new(seen, text, json_true());
        free(text);
    }
    json_decref(seen);
    return single;
}

bool list_has(const json_t *texts, const char *text)
{
    for (size_t i = 0; i < json_array_size(texts); i++)
        if (json_is_string(json_array_get(texts, i)) &&
            strcmp(json_string_value(json_array_get(texts, i)), text) == 0)
            return true;
    return false;
}
