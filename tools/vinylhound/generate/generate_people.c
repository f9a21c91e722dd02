/* generate_people.c - made-up people with their ratings into the databases. */
#include "generate_people.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "command.h"
#include "core/config.h"
#include "generate_crowd.h"
#include "generate_random.h"
#include "generate_tables_people.h"
#include "base/sql.h"

#include "core/banned.h"

#define BATCH_BYTES (4u << 20)
#define WEIGHT_MOST 20                   /* twentieths, as raters.weight */
#define DAYS 700.0                       /* before now that the first rating was given */
#define REGISTERED "FROM_UNIXTIME(%lld)" /* when all of them did */
#define REGISTERED_DAYS 1000             /* before now */

/* Nobody can log in: the hash is none, and the accounts are disabled. They are told of as
   any registration is; that the scores made next know how old the accounts are, they are
   put where the events will lead, too. */
static bool add_accounts(struct crowd *crowd, MYSQL *users)
{
    uint32_t count = crowd->world->users;
    long long then = (long long)crowd->now - REGISTERED_DAYS * 86400LL;
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
                    "CONCAT('Demo ', seq), '!', " REGISTERED
                    ", UTC_TIMESTAMP(3) FROM seq_1_to_%" PRIu32,
                    first, then, count) &&
           sql_runf(users, "telling of the accounts",
                    "INSERT INTO outbox (type, subject, payload, created_at) "
                    "SELECT 'user.registered', %ld + seq, "
                    "JSON_OBJECT('private', FALSE), " REGISTERED
                    " FROM seq_1_to_%" PRIu32,
                    first, then, count) &&
           sql_runf(crowd->loader.mysql, "registering accounts",
                    "INSERT IGNORE INTO accounts (user_id, registered_at) "
                    "SELECT %ld + seq, " REGISTERED " FROM seq_1_to_%" PRIu32,
                    first, then, count);
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
static void put_person(struct crowd *crowd, uint32_t person)
{
    struct random random = random_start(crowd->world->seed, STREAM_RATER,
                                        person + (uint64_t)crowd->world->users);
    uint64_t user = crowd->first_user + person;
    const struct opinion *given;
    size_t count = taste_world_ask(crowd->world, person, &given);
    unsigned weight = weigh(crowd, person, given, count);
    int64_t *totals = crowd->totals[user % SHARDS];

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
        totals[0]++;
        totals[1] += h;
        totals[2] += h * h;
    }
}

/* The ratings of the next people. */
static const struct rows *more_ratings(void *context)
{
    struct crowd *crowd = context;

    rows_clear(&crowd->ratings);
    while (crowd->asked < crowd->world->users &&
           crowd->ratings.text.length < BATCH_BYTES) {
        put_person(crowd, crowd->asked++);
        progress_tick(&crowd->progress, crowd->asked, crowd->asked);
    }
    crowd->given += crowd->ratings.count;
    return crowd->ratings.count > 0 ? &crowd->ratings : NULL;
}

static bool add_ratings(struct crowd *crowd)
{
    const struct row_source source = {more_ratings, crowd};
    bool fine;

    crowd->ratings.staging = &made_ratings;
    crowd->raters.staging = &made_raters;
    progress_start(&crowd->progress, stderr, "people", crowd->world->users);
    fine = loader_stream(&crowd->loader, &source);
    progress_end(&crowd->progress);
    fine = fine && loader_fill(&crowd->loader, &crowd->raters);
    buffer_free(&crowd->ratings.text);
    buffer_free(&crowd->raters.text);
    return fine;
}

/* All within one transaction of the rating service's database. The accounts are there
   only if the ratings are. All keys are new: they need not be looked for first. */
static bool add(struct crowd *crowd, MYSQL *users, MYSQL *catalog)
{
    MYSQL *rating = crowd->loader.mysql;
    bool fine = sql_run(rating, "settings",
                        "SET SESSION unique_checks = 0, foreign_key_checks = 0") &&
                crowd_make_staging(rating) &&
                sql_run(rating, "beginning", "START TRANSACTION") &&
                sql_run(users, "beginning", "START TRANSACTION") &&
                crowd_learn_albums(crowd, catalog) && add_accounts(crowd, users);

    if (!fine)
        return false;
    taste_world_make(crowd->world);
    fine = add_ratings(crowd) && crowd_add_sums(crowd) &&
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
    if (rating != NULL && loader_open(&crowd.loader, rating))
        fine = add(&crowd, users, catalog);
    *ratings = crowd.given;
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
