/* test_editors.c - several editors at once: no edit is lost, and what is counted is
 * right.
 */
#include <inttypes.h>
#include <pthread.h>

#include "api.h"
#include "editing.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define EDITORS 4
#define EDITS 8 /* by each of them */

/* What each does, `number` times; checks are made afterwards, by the test's own thread.
 */
struct work {
    int64_t album, artist;
    size_t number;
    size_t done, odd; /* edits that stand; answers that were neither 2xx nor 412 */
};

static void *change_titles(void *argument)
{
    struct work *work = argument;
    const char *path = text("/api/v1/albums/%" PRId64, work->album);

    for (int tries = 0; work->done < work->number && tries < 400; tries++) {
        struct answer *now = seen(path);
        struct answer *set =
            edit_if(answer_header(now, "ETag"), "PUT", path,
                    text("{\"title\": \"%s\", \"artists\": [{\"id\": %" PRId64 "}]}",
                         fresh_name(), work->artist));

        work->done += set->status == 200;
        work->odd += set->status != 200 && set->status != 412 && set->status != 503;
    }
    return NULL;
}

static void *make_albums(void *argument)
{
    struct work *work = argument;

    for (int tries = 0; work->done < work->number && tries < 400; tries++) {
        struct answer *made =
            edit("POST", "/api/v1/albums",
                 text("{\"title\": \"%s\", \"artists\": [{\"id\": %" PRId64
                      "}], \"genres\": [\"Rock\"]}",
                      fresh_name(), work->artist));

        work->done += made->status == 201;
        work->odd += made->status != 201 && made->status != 503;
    }
    return NULL;
}

static void all_at_once(void *(*act)(void *), struct work *works)
{
    pthread_t threads[EDITORS];

    editor(); /* there before the threads are */
    for (int i = 0; i < EDITORS; i++)
        REQUIRE(pthread_create(&threads[i], NULL, act, &works[i]) == 0, "no thread");
    for (int i = 0; i < EDITORS; i++)
        pthread_join(threads[i], NULL);
    for (int i = 0; i < EDITORS; i++) {
        EXPECT_INT((int64_t)works[i].done, EDITS);
        EXPECT_INT((int64_t)works[i].odd, 0);
    }
}

static void one_album(void)
{
    struct answer *made = make_album("Contested", "");
    struct work works[EDITORS];

    for (int i = 0; i < EDITORS; i++)
        works[i] =
            (struct work){int_at(made, "/id"), int_at(made, "/artist_id"), EDITS, 0, 0};
    all_at_once(change_titles, works);
    EXPECT_INT(int_at(seen(answer_header(made, "Location")), "/version"),
               1 + EDITORS * EDITS);
    EXPECT_INT(sql_number("vinylhound_catalog",
                          text("SELECT COUNT(*) FROM revisions WHERE kind = 'album' AND "
                               "subject_id = %" PRId64,
                               works[0].album)),
               1 + EDITORS * EDITS);
}

static void one_artist(void)
{
    int64_t artist = make_artist("Busy"), rock = genre_count("Rock");
    struct work works[EDITORS];

    for (int i = 0; i < EDITORS; i++)
        works[i] = (struct work){0, artist, EDITS, 0, 0};
    all_at_once(make_albums, works);
    EXPECT_INT(int_at(seen(text("/api/v1/artists/%" PRId64, artist)), "/album_count"),
               EDITORS * EDITS);
    EXPECT_INT(genre_count("Rock"), rock + EDITORS * EDITS);
    EXPECT_JSON(seen(text("/api/v1/artists/%" PRId64, artist)), "/genres", "[\"Rock\"]");
}

static const struct test tests[] = {
    {"editors at once: each edit of one album makes a version, none is lost", one_album },
    {"editors at once: all albums of one artist are counted, and of a genre", one_artist},
};
const struct suite editors_suite = SUITE("editors", tests);
