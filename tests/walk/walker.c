/* walker.c - somebody who changes things, asks again until it is acknowledged, and
 * remembers what was. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "walk.h"

#include "core/banned.h"

#define PATIENCE 120 /* seconds until a request must have been answered */

static bool is_trouble(long status)
{
    return status == 0 || status == 429 || status >= 500;
}

/* Asks until there is an answer that says something. *tries tells how often. */
static struct answer *ask(const struct call *call, unsigned *tries)
{
    double end = seconds_now() + PATIENCE;
    struct answer *answer;

    *tries = 0;
    do {
        answer = http(call);
        if (++*tries > 1)
            walk.repeated++;
        if (!is_trouble(answer->status))
            return answer;
        for (int i = 0; i < 5; i++)
            pause_briefly();
    } while (seconds_now() < end);
    return answer;
}

static void wrong(const struct answer *answer, const struct one *who)
{
    walk_complain("%s %s by user %" PRId64 ": %ld %.300s", answer->method, answer->path,
                  who == NULL ? 0 : who->id, answer->status, answer->body);
}

bool walk_change(struct one *who, const char *method, const char *path, const char *body,
                 long wanted)
{
    unsigned tries;
    struct answer *answer = ask(
        &(struct call){.method = method, .path = path, .token = who->token, .body = body},
        &tries);

    /* A first try may have been done without our hearing of it: ours, or the gateway's,
       which repeats what may be repeated when a process is gone. */
    if (answer->status == wanted ||
        (answer->status == 404 && strcmp(method, "DELETE") == 0)) {
        walk.done++;
        walk.unheard += answer->status != wanted;
        return true;
    }
    wrong(answer, who);
    return false;
}

struct answer *walk_post(struct walker *walker, struct one *who, const char *path,
                         const char *body)
{
    const char *key = text("Idempotency-Key: walk-%u-%u", walker->number, ++walker->keys);
    unsigned tries;

    return ask(
        &(struct call){.path = path, .token = who->token, .body = body, .headers = {key}},
        &tries);
}

int64_t walk_create(struct walker *walker, struct one *who, const char *path,
                    const char *body)
{
    struct answer *answer = walk_post(walker, who, path, body);

    if (answer->status == 201) {
        walk.done++;
        return json_integer_value(json_object_get(answer->json, "id"));
    }
    wrong(answer, who);
    return 0;
}

static void take_token(struct one *who, const struct answer *answer)
{
    snprintf(who->token, sizeof who->token, "%s",
             json_string_value(json_object_get(answer->json, "token")));
    who->id =
        json_integer_value(json_object_get(json_object_get(answer->json, "user"), "id"));
}

static void sign_up_one(struct walker *walker)
{
    struct one *who = calloc(1, sizeof *who);
    const char *body;
    struct answer *answer;
    unsigned tries;

    if (who == NULL || walker->count == PEOPLE) {
        free(who);
        return;
    }
    snprintf(who->name, sizeof who->name, "walker-%u-%zu", walker->number, walker->count);
    body = text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", who->name);
    answer = ask(&(struct call){.path = "/api/v1/auth/signup", .body = body}, &tries);
    /* the name is ours: an earlier try of this has taken it */
    if (answer->status == 409 && tries > 1)
        answer = ask(&(struct call){.path = "/api/v1/auth/login", .body = body}, &tries);
    if (answer->status != 201 && answer->status != 200) {
        wrong(answer, NULL);
        free(who);
        return;
    }
    take_token(who, answer);
    walk.done++;
    walker->people[walker->count++] = who;
}

static void rate_something(struct walker *walker, struct one *who)
{
    size_t n = walk_chance(&walker->random, ALBUMS);
    int half = 1 + (int)walk_chance(&walker->random, 10);
    struct said *said = &who->ratings[n];
    const char *path = text("/api/v1/ratings/%" PRId64, said->id);

    if (said->id == 0) {
        said->id = walk_create(walker, who, "/api/v1/ratings",
                               text("{\"album_id\": %" PRId64 ", \"rating\": %.1f}",
                                    walk.albums[n], half / 2.0));
        said->value = said->id == 0 ? 0 : half;
    } else if (walk_chance(&walker->random, 3) == 0) {
        if (walk_change(who, "DELETE", path, NULL, 204))
            *said = (struct said){0};
    } else if (walk_change(who, "PUT", path, text("{\"rating\": %.1f}", half / 2.0),
                           200)) {
        said->value = half;
    }
}

static const char *review_text(int64_t album_id, int number)
{
    return text("{\"album_id\": %" PRId64
                ", \"title\": \"Heard\", \"content\": \"For the "
                "%dth time.\"}",
                album_id, number);
}

static void review_something(struct walker *walker, struct one *who)
{
    size_t n = walk_chance(&walker->random, ALBUMS);
    int number = 1 + (int)walk_chance(&walker->random, 1000);
    struct said *said = &who->reviews[n];
    const char *path = text("/api/v1/reviews/%" PRId64, said->id),
               *body = review_text(walk.albums[n], number);

    if (said->id == 0) {
        said->id = walk_create(walker, who, "/api/v1/reviews", body);
        said->value = said->id == 0 ? 0 : number;
    } else if (walk_chance(&walker->random, 3) == 0) {
        if (walk_change(who, "DELETE", path, NULL, 204))
            *said = (struct said){0};
    } else if (walk_change(who, "PUT", path, body, 200)) {
        said->value = number;
    }
}

/* One copy of an album; its value is 1 for owned, 2 for wanted. */
static void collect_something(struct walker *walker, struct one *who)
{
    size_t n = walk_chance(&walker->random, ALBUMS);
    int status = 1 + (int)walk_chance(&walker->random, 2);
    struct said *said = &who->copies[n];
    const char *path = text("/api/v1/users/collection/%" PRId64, said->id),
               *body = text("{\"album_id\": %" PRId64 ", \"status\": \"%s\"}",
                            walk.albums[n], status == 1 ? "owned" : "wanted");

    if (said->id == 0) {
        said->id = walk_create(walker, who, "/api/v1/users/collection", body);
        said->value = said->id == 0 ? 0 : status;
    } else if (walk_chance(&walker->random, 3) == 0) {
        if (walk_change(who, "DELETE", path, NULL, 204))
            *said = (struct said){0};
    } else if (walk_change(who, "PUT", path, body, 200)) {
        said->value = status;
    }
}

static void hide_or_show(struct walker *walker, struct one *who)
{
    bool private = walk_chance(&walker->random, 2) == 0;

    if (walk_change(who, "PUT", "/api/v1/users/profile",
                    text("{\"private\": %s}", private ? "true" : "false"), 200))
        who->private = private;
}

static void write_a_line(struct walker *walker, struct one *who)
{
    int number = 1 + (int)walk_chance(&walker->random, 100000);

    if (walk_change(who, "PUT", "/api/v1/users/content",
                    text("{\"content\": [\"%d\"]}", number), 200))
        who->lines = number;
}

static void move(struct walker *walker, struct one *who)
{
    static const struct {
        unsigned share; /* of a thousand moves */
        void (*move)(struct walker *walker, struct one *who);
    } moves[] = {
        {50,  hide_or_show       },
        {50,  write_a_line       },
        {200, review_something   },
        {150, collect_something  },
        {90,  editor_is_rated    },
        {30,  editor_is_collected},
        {430, rate_something     },
    };
    unsigned chance = walk_chance(&walker->random, 1000);

    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        if (chance < moves[i].share) {
            moves[i].move(walker, who);
            return;
        }
        chance -= moves[i].share;
    }
}

void *walker_go(void *argument)
{
    struct walker *walker = argument;

    sign_up_one(walker);
    if (walker->number == 0 && walker->count > 0)
        editor_appoint(walker->people[0]);
    while (!walk.stop && walk.wrong[0] == '\0' && walker->count > 0) {
        struct one *who =
            walker->people[walk_chance(&walker->random, (unsigned)walker->count)];

        if (walk_chance(&walker->random, 200) == 0)
            sign_up_one(walker);
        else if (walker->number == 0 && walk_chance(&walker->random, 4) == 0)
            editor_moves(walker, walker->people[0]);
        else
            move(walker, who);
    }
    return NULL;
}
