/* test_arena.c - memory handed out and given back at once. */
#include <jansson.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "core/arena.h"
#include "harness/expect.h"
#include "units.h"

#include "core/banned.h"

static void alloc_zeroed_and_aligned(void)
{
    struct arena *arena = arena_new();

    REQUIRE(arena != NULL, "no arena");
    for (int round = 0; round < 2; round++) {
        for (size_t size = 1; size < 300; size += 7) {
            unsigned char *bytes = arena_alloc(arena, size);
            size_t dirty = 0;

            REQUIRE(bytes != NULL, "no %zu bytes", size);
            for (size_t i = 0; i < size; i++)
                dirty += bytes[i] != 0;
            EXPECT_INT((int64_t)dirty, 0);
            EXPECT_INT((int64_t)((uintptr_t)bytes % alignof(max_align_t)), 0);
            memset(bytes, 0xab, size);
        }
        arena_reset(arena); /* what comes after is zeroed again */
    }
    arena_free(&arena);
    EXPECT(arena == NULL, "arena_free leaves the pointer");
    arena_free(&arena);
}

static void alloc_does_not_overlap(void)
{
    struct arena *arena = arena_new();
    unsigned char *parts[400];

    REQUIRE(arena != NULL, "no arena");
    for (size_t i = 0; i < 400; i++) { /* 400 * up to 1600: several blocks */
        parts[i] = arena_alloc(arena, i * 4 + 1);
        REQUIRE(parts[i] != NULL, "no memory");
        memset(parts[i], (int)(i & 0xff), i * 4 + 1);
    }
    for (size_t i = 0; i < 400; i++)
        for (size_t at = 0; at < i * 4 + 1; at++)
            if (parts[i][at] != (i & 0xff)) {
                EXPECT(false, "part %zu was overwritten at %zu", i, at);
                at = 4 * i;
            }
    EXPECT(parts[0][0] == 0, "part 0 is %d", parts[0][0]);
    arena_free(&arena);
}

static void alloc_is_bounded(void)
{
    struct arena *arena = arena_new();
    size_t total = 0;

    REQUIRE(arena != NULL, "no arena");
    EXPECT(!arena_failed(arena), "it has failed before anything was asked for");
    EXPECT(arena_alloc(arena, 65 * 1024 * 1024) == NULL, "65 MB were handed out");
    EXPECT(arena_failed(arena), "it does not tell that 65 MB were not to be had");
    EXPECT(arena_alloc(arena, SIZE_MAX) == NULL, "SIZE_MAX bytes were handed out");
    EXPECT(arena_alloc(arena, SIZE_MAX - 8) == NULL, "rounding up overflows");
    while (total < 200 && arena_alloc(arena, 1024 * 1024) != NULL)
        total++;
    EXPECT(total > 50 && total <= 64, "%zu MB were handed out", total);
    arena_reset(arena);
    EXPECT(!arena_failed(arena), "a reset does not make it forget");
    EXPECT(arena_alloc(arena, 1024 * 1024) != NULL, "nothing left after a reset");
    arena_free(&arena);
}

static void texts_are_copied(void)
{
    struct arena *arena = arena_new();
    char own[] = "Kind of Blue";
    const char *copy, *cut, *made;

    REQUIRE(arena != NULL, "no arena");
    copy = arena_strdup(arena, own);
    cut = arena_strndup(arena, own, 4);
    own[0] = 'M';
    made = arena_printf(arena, "%s, %d, %.*s", own, 1959, 3, "xyzzy");
    EXPECT_TEXT(copy, "Kind of Blue");
    EXPECT_TEXT(cut, "Kind");
    EXPECT_TEXT(made, "Mind of Blue, 1959, xyz");
    EXPECT_TEXT(arena_strdup(arena, NULL), NULL);
    EXPECT_TEXT(arena_strndup(arena, NULL, 3), NULL);
    EXPECT_TEXT(arena_printf(arena, "%s", ""), "");
    arena_free(&arena);
}

static void printf_of_any_length(void)
{
    struct arena *arena = arena_new();

    REQUIRE(arena != NULL, "no arena");
    for (int length = 0; length < 200000; length = length * 3 + 1) {
        const char *made = arena_printf(arena, "%0*d", length, 0);

        REQUIRE(made != NULL, "no text of %d", length);
        EXPECT_INT((int64_t)strlen(made), length == 0 ? 1 : length);
    }
    arena_free(&arena);
}

static void lent_to_jansson(void)
{
    struct arena *arena = arena_new(), *before;
    json_t *kept = json_pack("{s:s}", "made", "before"), *value;

    REQUIRE(arena != NULL, "no arena");
    before = arena_lend(arena);
    EXPECT(before == NULL, "something was lent before");
    value = json_loads("{\"a\": [1, 2, {\"b\": \"text\"}], \"c\": 1.5}", 0, NULL);
    EXPECT_INT(json_integer_value(json_at(value, "/a/1")), 2);
    json_object_set_new(value, "d", json_string("more"));
    json_decref(kept); /* the heap's: freed there although an arena is lent */
    EXPECT(arena_lend(NULL) == arena, "what was lent is not told");
    EXPECT_INT((int64_t)json_object_size(value), 3);
    arena_reset(arena); /* never released: the sanitised build would tell of a leak */
    value = json_pack("[i]", 1);
    EXPECT_INT((int64_t)json_array_size(value), 1);
    json_decref(value);
    arena_free(&arena);
}

static void lent_and_full(void)
{
    struct arena *arena = arena_new();
    json_t *list;

    REQUIRE(arena != NULL, "no arena");
    while (arena_alloc(arena, 60000) != NULL)
        ;
    arena_lend(arena);
    list = json_loads("[\"a\", \"b\", \"c\"]", 0, NULL);
    for (int i = 0; list != NULL && i < 100000; i++)
        if (json_array_append_new(list, json_string("something to fill it")) != 0)
            list = NULL;
    arena_lend(NULL);
    EXPECT(list == NULL, "a full arena handed out memory for 100,000 strings");
    arena_free(&arena);
}

static const struct test tests[] = {
    {"arena: what is handed out is zeroed and aligned, also after a reset",
     alloc_zeroed_and_aligned                                                                       },
    {"arena: parts do not overlap, over several blocks",                      alloc_does_not_overlap},
    {"arena: no more than 64 MB, and no overflow by rounding",                alloc_is_bounded      },
    {"arena: texts are copies, NULL stays NULL",                              texts_are_copied      },
    {"arena_printf: any length",                                              printf_of_any_length  },
    {"arena_lend: Jansson builds in the arena, and frees what is the heap's",
     lent_to_jansson                                                                                },
    {"arena_lend: a full arena makes Jansson fail, not crash",                lent_and_full         },
};
const struct suite arena_suite = SUITE("arena", tests);
