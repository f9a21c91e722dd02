/* generate_people.c - made-up people with their ratings into the databases. */
#include "generate_people.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "command.h"
#include "core/config.h"
#include "generate_random.h"
#include "generate_tables_people.h"
#include "import/import_load.h"
#include "import/import_progress.h"
#include "base/room.h"
#include "base/sql.h"

#include "core/banned.h"

#define BATCH_BYTES (16u << 20)
#define WEIGHT_MOST 20 /* twentieths, as raters.weight */
#define SHARDS 16      /* of rating_totals */
#define DAYS 700.0     /* before now that the first rating was given */

/* An album, and what its new ratings come to. */
struct target {
    uint64_t id;
    uint32_t artist, half_stars[10];
    int64_t weight, weighted, weighted_squares;
};

struct crowd {
    struct taste_world *world;
    struct loader loader; /* into the rating service's database */
    struct target *albums;
    uint64_t first_user; /* the id of demo-1 */
    struct rows ratings, raters;
    int64_t totals[SHARDS][3]; /* count, sum, squares */
    uint32_t *artist_met;      /* of an artist's number: the last person, + 1 */
    uint32_t artists;
    time_t now;
};

/* Ids, artists and years of all albums, into `out` and the staging table. */
static bool take_albums(struct crowd *crowd, MYSQL *catalog)
{
    MYSQL_RES *albums = sql_query(
        catalog, "reading albums",
        "SELECT id, COALESCE(artist_id, 0), release_year FROM albums ORDER BY id");
    struct rows rows = {.staging = &made_albums};
    MYSQL_ROW row;
    size_t count = 0;

    if (albums == NULL)
        return false;
    crowd->world->albums = (uint32_t)mysql_num_rows(albums);
    crowd->albums = room_for(crowd->world->albums, sizeof *crowd->albums);
    while ((row = mysql_fetch_row(albums)) != NULL) {
        struct target *album = &crowd->albums[count++];

        album->id = strtoull(row[0], NULL, 10);
        album->artist = (uint32_t)strtoul(row[1], NULL, 10);
        crowd->artists = album->artist > crowd->artists ? album->artist : crowd->artists;
        for (int i = 0; i < 3; i++)
            rows_text(&rows, i == 1 && album->artist == 0 ? NULL : row[i]);
        rows_end(&rows);
    }
    mysql_free_result(albums);
    crowd->artist_met = room_for((size_t)crowd->artists + 1, sizeof *crowd->artist_met);
    if (count > 0 && !loader_fill(&crowd->loader, &rows))
        count = 0;
    buffer_free(&rows.text);
    if (crowd->world->albums == 0)
        complain("the catalogue has no albums to rate");
    return count > 0;
}

/* The albums' genres, by name. */
static bool take_genres(struct crowd *crowd, MYSQL *catalog)
{
    struct rows rows = {.staging = &made_genres_of};
    MYSQL_RES *genres;
    MYSQL_ROW row;
    bool fine = true;

    if (!sql_run(catalog, "reading genres",
                 "SELECT a.album_id, g.name FROM album_genres a JOIN genres g "
                 "ON g.id = a.genre_id"))
        return false;
    genres = mysql_use_result(catalog);
    while (genres != NULL && (row = mysql_fetch_row(genres)) != NULL) {
        rows_text(&rows, row[0]);
        rows_text(&rows, row[1]);
        rows_end(&rows);
    }
    if (genres != NULL)
        mysql_free_result(genres);
    fine = rows.count == 0 || loader_fill(&crowd->loader, &rows);
    buffer_free(&rows.text);
    return fine;
}

static bool make_staging(MYSQL *mysql)
{
    static const struct staging *const tables[] = {&made_albums, &made_genres_of,
                                                   &made_sums};
    struct buffer sql = {0};
    bool fine = true;

    for (size_t i = 0; fine && i < sizeof tables / sizeof *tables; i++) {
        sql.length = 0;
        staging_create(tables[i], &sql);
        fine = sql_run(mysql, "making a staging table", buffer_text(&sql));
    }
    buffer_free(&sql);
    return fine;
}

/* What the rating service must know of the albums. */
static bool learn_albums(struct crowd *crowd, MYSQL *catalog)
{
    MYSQL *rating = crowd->loader.mysql;

    return take_albums(crowd, catalog) && take_genres(crowd, catalog) &&
           sql_run(rating, "learning albums",
                   "INSERT IGNORE INTO known_albums (album_id, artist_id, release_year) "
                   "SELECT album_id, artist_id, release_year FROM made_albums") &&
           sql_run(rating, "learning genres",
                   "INSERT IGNORE INTO genres (name) SELECT DISTINCT name "
                   "FROM made_album_genres") &&
           sql_run(rating, "learning albums' genres",
                   "INSERT IGNORE INTO album_genres (album_id, genre_id) "
                   "SELECT m.album_id, g.id FROM made_album_genres m "
                   "JOIN genres g ON g.name = m.name");
}

/* Nobody can log in: the hash is none, and the accounts are disabled. */
static bool add_accounts(struct crowd *crowd, MYSQL *users)
{
    uint32_t count = crowd->world->users;
    long first, there;

    if (!sql_number(users, "looking for made-up people",
                    "SELECT COUNT(*) FROM users WHERE username LIKE 'demo-%'", &there) ||
        !sql_number(users, "the last account", "SELECT MAX(id) FROM users", &first))
        return false;
    if (there > 0) {
        complain("there are made-up people already (demo-1 and others)");
        return false;
    }
    crowd->first_user = (uint64_t)first + 1;
    return sql_runf(users, "adding accounts",
                    "INSERT INTO users (id, username, display_name, password_hash, "
                    "created_at, disabled_at) SELECT %ld + seq, CONCAT('demo-', seq), "
                    "CONCAT('Demo ', seq), '!', UTC_TIMESTAMP(3) - INTERVAL 1000 DAY, "
                    "UTC_TIMESTAMP(3) FROM seq_1_to_%" PRIu32,
                    first, count) &&
           sql_runf(crowd->loader.mysql, "registering accounts",
                    "INSERT IGNORE INTO accounts (user_id, registered_at) "
                    "SELECT %ld + seq, UTC_TIMESTAMP(3) - INTERVAL 1000 DAY "
                    "FROM seq_1_to_%" PRIu32,
                    first, count);
}

/* The weight that the person's ratings have: distinct artists, 20 at most. */
static unsigned weigh(struct crowd *crowd, uint32_t person, const struct opinion *given,
                      size_t count)
{
    unsigned weight = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t *met = &crowd->artist_met[crowd->albums[given[i].album].artist];

        weight += *met != person + 1;
        *met = person + 1;
    }
    return weight < WEIGHT_MOST ? weight : WEIGHT_MOST;
}

/* Given at some time in the last DAYS. */
static void put_rating(struct crowd *crowd, uint64_t user, const struct opinion *opinion,
                       struct random *random)
{
    time_t when = crowd->now - (time_t)(random_unit(random) * DAYS * 86400);
    struct tm parts;
    char at[32];

    gmtime_r(&when, &parts);
    strftime(at, sizeof at, "%Y-%m-%d %H:%M:%S", &parts);
    rows_number(&crowd->ratings, user);
    rows_number(&crowd->ratings, crowd->albums[opinion->album].id);
    rows_number(&crowd->ratings, opinion->half_stars);
    rows_text(&crowd->ratings, at);
    rows_text(&crowd->ratings, at);
    rows_end(&crowd->ratings);
}

/* One person's ratings into the rows and the sums. */
static size_t put_person(struct crowd *crowd, uint32_t person)
{
    struct random random = random_start(crowd->world->seed, STREAM_RATER,
                                        person + (uint64_t)crowd->world->users);
    uint64_t user = crowd->first_user + person;
    const struct opinion *given;
    size_t count = taste_world_ask(crowd->world, person, &given);
    unsigned weight = weigh(crowd, person, given, count);

    rows_number(&crowd->raters, user);
    rows_number(&crowd->raters, weight);
    rows_end(&crowd->raters);
    for (size_t i = 0; i < count; i++) {
        struct target *album = &crowd->albums[given[i].album];
        int64_t h = given[i].half_stars;

        put_rating(crowd, user, &given[i], &random);
        album->half_stars[h - 1]++;
        album->weight += weight;
        album->weighted += weight * h;
        album->weighted_squares += weight * h * h;
        crowd->totals[user % SHARDS][0]++;
        crowd->totals[user % SHARDS][1] += h;
        crowd->totals[user % SHARDS][2] += h * h;
    }
    return count;
}

static bool fill(struct crowd *crowd, struct rows *rows)
{
    bool fine = rows->count == 0 || loader_fill(&crowd->loader, rows);

    rows_clear(rows);
    return fine;
}

static bool add_ratings(struct crowd *crowd, uint64_t *ratings)
{
    struct progress progress;
    bool fine = true;

    crowd->ratings.staging = &made_ratings;
    crowd->raters.staging = &made_raters;
    progress_start(&progress, stderr, "people", crowd->world->users);
    for (uint32_t p = 0; fine && p < crowd->world->users; p++) {
        *ratings += put_person(crowd, p);
        if (crowd->ratings.text.length >= BATCH_BYTES)
            fine = fill(crowd, &crowd->raters) && fill(crowd, &crowd->ratings);
        progress_tick(&progress, p + 1, p + 1);
    }
    fine = fine && fill(crowd, &crowd->raters) && fill(crowd, &crowd->ratings);
    progress_end(&progress);
    buffer_free(&crowd->ratings.text);
    buffer_free(&crowd->raters.text);
    return fine;
}

/* The new ratings' part of each album's sums. */
static bool fill_sums(struct crowd *crowd)
{
    struct rows rows = {.staging = &made_sums};
    bool fine = true;

    for (uint32_t a = 0; a < crowd->world->albums && fine; a++) {
        const struct target *album = &crowd->albums[a];
        uint32_t count = 0;

        for (int h = 0; h < 10; h++)
            count += album->half_stars[h];
        if (count == 0)
            continue;
        rows_number(&rows, album->id);
        for (int h = 0; h < 10; h++)
            rows_number(&rows, album->half_stars[h]);
        rows_number(&rows, (uint64_t)album->weight);
        rows_number(&rows, (uint64_t)album->weighted);
        rows_number(&rows, (uint64_t)album->weighted_squares);
        rows_end(&rows);
        if (rows.text.length >= BATCH_BYTES)
            fine = fill(crowd, &rows);
    }
    fine = fine && fill(crowd, &rows);
    buffer_free(&rows.text);
    return fine;
}

static bool add_sums(struct crowd *crowd)
{
    MYSQL *rating = crowd->loader.mysql;
    bool fine =
        fill_sums(crowd) &&
        sql_run(rating, "adding to albums' sums",
                "INSERT INTO rating_summaries SELECT * FROM made_summaries m "
                "ON DUPLICATE KEY UPDATE n1 = rating_summaries.n1 + m.n1, "
                "n2 = rating_summaries.n2 + m.n2, n3 = rating_summaries.n3 + m.n3, "
                "n4 = rating_summaries.n4 + m.n4, n5 = rating_summaries.n5 + m.n5, "
                "n6 = rating_summaries.n6 + m.n6, n7 = rating_summaries.n7 + m.n7, "
                "n8 = rating_summaries.n8 + m.n8, n9 = rating_summaries.n9 + m.n9, "
                "n10 = rating_summaries.n10 + m.n10, "
                "weight = rating_summaries.weight + m.weight, "
                "weighted = rating_summaries.weighted + m.weighted, "
                "weighted_squares = rating_summaries.weighted_squares + "
                "m.weighted_squares");

    for (int s = 0; fine && s < SHARDS; s++)
        fine = sql_runf(rating, "adding to the site's sums",
                        "UPDATE rating_totals SET count = count + %" PRId64
                        ", sum = sum + %" PRId64 ", squares = squares + %" PRId64
                        " WHERE shard = %d",
                        crowd->totals[s][0], crowd->totals[s][1], crowd->totals[s][2], s);
    return fine;
}

/* All within one transaction of the rating service's database. The accounts are there
   only if the ratings are. */
static bool add(struct crowd *crowd, MYSQL *users, MYSQL *catalog, uint64_t *ratings)
{
    MYSQL *rating = crowd->loader.mysql;
    bool fine = make_staging(rating) &&
                sql_run(rating, "beginning", "START TRANSACTION") &&
                sql_run(users, "beginning", "START TRANSACTION") &&
                learn_albums(crowd, catalog) && add_accounts(crowd, users);

    if (!fine)
        return false;
    taste_world_make(crowd->world);
    fine = add_ratings(crowd, ratings) && add_sums(crowd) &&
           sql_run(users, "storing accounts", "COMMIT") &&
           sql_run(rating, "storing ratings", "COMMIT");
    taste_world_free(crowd->world);
    return fine;
}

bool people_add(struct tool *tool, struct taste_world *world, uint64_t *ratings)
{
    const struct config *config = tool_config(tool);
    struct crowd crowd = {.world = world, .now = time(NULL)};
    MYSQL *users, *catalog, *rating;
    bool fine = false;

    if (config == NULL)
        return false;
    users = tool_connect(tool, config_text(config, "user.name"), 0);
    catalog =
        users == NULL ? NULL : tool_connect(tool, config_text(config, "catalog.name"), 0);
    rating = catalog == NULL ? NULL
                             : tool_connect(tool, config_text(config, "rating.name"),
                                            CLIENT_LOCAL_FILES);
    *ratings = 0;
    if (rating != NULL && loader_open(&crowd.loader, rating))
        fine = add(&crowd, users, catalog, ratings);
    loader_close(&crowd.loader);
    free(crowd.albums);
    free(crowd.artist_met);
    if (users != NULL)
        mysql_close(users);
    if (catalog != NULL)
        mysql_close(catalog);
    if (rating != NULL)
        mysql_close(rating);
    return fine;
}
