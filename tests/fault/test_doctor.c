/* test_doctor.c - ratings, reviews and likes changed at random while processes of the
 * rating pool are killed: whatever was acknowledged or not, all that is kept beside them
 * is what they come to. CHANGES says how many (600). */
#include <inttypes.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fault.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define THREADS 4
#define PEOPLE 8
#define ALBUMS 12
#define KILL_EVERY 150 /* changes */

static size_t number(const char *name, size_t otherwise)
{
    const char *value = getenv(name);

    return value == NULL ? otherwise : strtoul(value, NULL, 10);
}

static const struct person *people[PEOPLE];
static _Atomic size_t done, answered;

struct changer {
    pthread_t thread;
    unsigned seed;
    size_t changes;
};

static const char *path_of(const struct person *who, const char *plural, int64_t album_id)
{
    const struct answer *met =
        get_as(who->token, text("/api/v1/%s?user_id=%" PRId64 "&album_id=%" PRId64,
                                plural, who->id, album_id));

    return text("/api/v1/%s/%" PRId64, plural, int_at(met, text("/%s/0/id", plural)));
}

static const struct answer *change_one(unsigned *seed)
{
    const struct person *who = people[rand_r(seed) % PEOPLE];
    int64_t of = album((size_t)rand_r(seed) % ALBUMS);
    double stars = 0.5 + (double)(rand_r(seed) % 10) / 2;

    switch (rand_r(seed) % 8) {
    case 0:
        return del(who->token, path_of(who, "ratings", of));
    case 1:
        return put(who->token, path_of(who, "ratings", of),
                   text("{\"rating\": %.1f}", stars));
    case 2:
        return post(who->token, "/api/v1/reviews",
                    text("{\"album_id\": %" PRId64 ", \"title\": \"T\", \"content\": "
                         "\"C\", \"rating\": %.1f}",
                         of, stars));
    case 3:
        return del(who->token, path_of(who, "reviews", of));
    case 4:
        return put(who->token,
                   text("%s/like", path_of(people[rand_r(seed) % PEOPLE], "reviews", of)),
                   NULL);
    default:
        return rate(who, of, stars);
    }
}

static void *change(void *argument)
{
    struct changer *changer = argument;

    for (size_t i = 0; i < changer->changes; i++, done++)
        answered += change_one(&changer->seed)->status / 100 == 2;
    return NULL;
}

static int doctor(void)
{
    return system(text("'%s/tools/vinylhound/vinylhound' --run '%s' doctor >&2",
                       getenv("VH_BUILD"), getenv("RUN")));
}

static void kill_one(unsigned *seed)
{
    pid_t workers[WORKERS_MOST];
    size_t count = pool_workers("rating", workers);

    if (count > 0)
        kill(workers[(size_t)rand_r(seed) % count], SIGKILL);
}

static void random_changes(void)
{
    size_t changes = number("CHANGES", 600), kills = 0;
    struct changer changers[THREADS];
    unsigned seed = 5;
    bool back;

    albums();
    for (size_t i = 0; i < PEOPLE; i++)
        people[i] = sign_up();
    for (unsigned i = 0; i < THREADS; i++) {
        changers[i] = (struct changer){.seed = i + 1, .changes = changes / THREADS};
        REQUIRE(pthread_create(&changers[i].thread, NULL, change, &changers[i]) == 0,
                "no thread");
    }
    while (done < changes / THREADS * THREADS) {
        size_t until = (kills + 1) * KILL_EVERY;

        back = UNTIL(300, done >= until || done == changes / THREADS * THREADS);
        REQUIRE(back, "only %zu changes", (size_t)done);
        if (done < until)
            break;
        kill_one(&seed);
        kills++;
        back = UNTIL(30, pool_workers("rating", (pid_t[WORKERS_MOST]){0}) == 2);
        EXPECT(back, "nobody took the killed one's place");
    }
    for (int i = 0; i < THREADS; i++)
        pthread_join(changers[i].thread, NULL);
    printf("doctor: %zu changes, %zu of them made, %zu kills\n", (size_t)done,
           (size_t)answered, kills);
    EXPECT(answered > changes / 8, "only %zu changes were made", (size_t)answered);
    EXPECT_INT(doctor(), 0);
}

static const struct test tests[] = {
    {"doctor: silent after changes at random with processes killed at random",
     random_changes},
};
const struct suite doctor_suite = SUITE("doctor", tests);
