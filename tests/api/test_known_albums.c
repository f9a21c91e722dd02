/* test_known_albums.c - what the rating service keeps of the catalogue's albums. */
#include <inttypes.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "written.h"

#include "core/banned.h"

#define WITHIN 15 /* seconds in which a projection follows */
#define MADE_UP 900000001

static int64_t year_of(int64_t album_id)
{
    return sql_number(
        "vinylhound_rating",
        text("SELECT release_year FROM known_albums WHERE album_id = %" PRId64,
             album_id));
}

static int64_t genres_of(int64_t album_id)
{
    return sql_number(
        "vinylhound_rating",
        text("SELECT COUNT(*) FROM album_genres WHERE album_id = %" PRId64, album_id));
}

static void first_met(void)
{
    int64_t of = album(80);
    struct answer *shown = get(text("/api/v1/albums/%" PRId64, of));

    EXPECT_STATUS(rate(sign_up(), of, 3), 201);
    EXPECT_INT(year_of(of), int_at(shown, "/release_year"));
    EXPECT_INT(genres_of(of), (int64_t)json_array_size(json_at(shown->json, "/genres")));
}

static void told(void)
{
    const struct person *who = sign_up();
    bool followed;

    EXPECT_WRONG(rate(who, MADE_UP, 3), "album_id", "unknown");
    EXPECT(tell("vinylhound_catalog", "album.created", MADE_UP,
                "{\"artist_id\": 900000001, \"release_year\": 1999, "
                "\"genres\": [\"Rock\", \"Polka\"]}"),
           "no event");
    followed = UNTIL(WITHIN, year_of(MADE_UP) == 1999);
    EXPECT(followed, "a new album is not known after %d s", WITHIN);
    EXPECT_INT(genres_of(MADE_UP), 2);
    EXPECT(tell("vinylhound_catalog", "album.updated", MADE_UP,
                "{\"artist_id\": 900000001, \"release_year\": 2001, "
                "\"genres\": [\"Polka\"]}"),
           "no event");
    followed = UNTIL(WITHIN, year_of(MADE_UP) == 2001);
    EXPECT(followed, "a changed album is not known after %d s", WITHIN);
    EXPECT_INT(genres_of(MADE_UP), 1);
}

static const struct test tests[] = {
    {"known albums: an album's year and genres are kept when it is first rated",
     first_met                                                                       },
    {"known albums: album.created and album.updated are followed",               told},
};
const struct suite known_albums_suite = SUITE("known albums", tests);
