/* walk.c - runs the walk: WALK_WRITES writes (800) while WALK_KILLS times (6) something
 * is killed; then what is left is looked at. */
#include "walk.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "harness/expect.h"

#include "core/banned.h"

#define SECONDS 1500

struct walk walk;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

unsigned walk_chance(uint64_t *state, unsigned sides)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (unsigned)(*state >> 33) % sides;
}

void walk_complain(const char *format, ...)
{
    va_list arguments;

    pthread_mutex_lock(&lock);
    if (walk.wrong[0] == '\0') {
        va_start(arguments, format);
        vsnprintf(walk.wrong, sizeof walk.wrong, format, arguments);
        va_end(arguments);
    }
    pthread_mutex_unlock(&lock);
}

static size_t setting(const char *name, size_t fallback)
{
    const char *text_ = getenv(name);

    return text_ == NULL ? fallback : strtoul(text_, NULL, 10);
}

/* Each service's cursors tell of every step they make: what was applied, in the same
   transaction. Steps that overlap would be events applied twice. */
static void watch_cursors(void)
{
    static const char *const services[] = {"user", "catalog", "rating"};

    for (size_t i = 0; i < 3; i++) {
        struct st_mysql *sql = sql_open(text("vinylhound_%s", services[i]));

        REQUIRE(sql_run(sql, "CREATE TABLE walk_steps (id BIGINT AUTO_INCREMENT PRIMARY "
                             "KEY, source VARCHAR(32), before_ BIGINT UNSIGNED, after_ "
                             "BIGINT UNSIGNED)") &&
                    sql_run(sql, "INSERT INTO walk_steps (source, before_, after_) "
                                 "SELECT source, 0, position FROM event_cursors") &&
                    sql_run(sql,
                            "CREATE TRIGGER walk_step AFTER UPDATE ON event_cursors FOR "
                            "EACH ROW INSERT INTO walk_steps (source, before_, after_) "
                            "VALUES (NEW.source, OLD.position, NEW.position)"),
                "the cursors of %s cannot be watched", services[i]);
        sql_close(&sql);
    }
}

static void begin(uint64_t seed)
{
    walk.writes = setting("WALK_WRITES", 800);
    walk.kills = setting("WALK_KILLS", 6);
    for (size_t i = 0; i < ALBUMS; i++)
        walk.albums[i] = album(i);
    for (unsigned i = 0; i < WALKERS; i++) {
        walk.walkers[i].number = i;
        walk.walkers[i].random = seed * 1000 + i + 1;
    }
    watch_cursors();
}

static void take_it(void)
{
    uint64_t seed = setting("WALK_SEED", (size_t)time(NULL)), random = seed;
    pthread_t threads[WALKERS];
    double began = seconds_now();
    size_t kills = 0;

    begin(seed);
    for (size_t i = 0; i < WALKERS; i++)
        REQUIRE(pthread_create(&threads[i], NULL, walker_go, &walk.walkers[i]) == 0,
                "no thread");
    for (size_t i = 1; i <= walk.kills; i++) {
        /* spread over the writes: each finds some under way */
        size_t from = walk.writes * i / (walk.kills + 1);
        bool reached = UNTIL(120, walk.done >= from || walk.wrong[0] != '\0');

        EXPECT(reached, "only %zu writes", (size_t)walk.done);
        if (!reached || walk.wrong[0] != '\0')
            break;
        printf("       %zu writes: killed %s\n", (size_t)walk.done,
               kill_something(i, &random));
        fflush(stdout);
        kills++;
    }
    EXPECT(UNTIL(300, walk.done >= walk.writes || walk.wrong[0] != '\0'), "%zu writes",
           (size_t)walk.done);
    walk.stop = true;
    for (size_t i = 0; i < WALKERS; i++)
        pthread_join(threads[i], NULL);
    EXPECT(walk.wrong[0] == '\0', "%s", walk.wrong);
    /* each kill may hide the answers of the requests that were under way */
    EXPECT(walk.unheard <= kills * WALKERS, "%zu were gone already",
           (size_t)walk.unheard);
    printf("       %zu writes acknowledged, %zu requests made again, %zu kills, %.0f s, "
           "seed %llu\n",
           (size_t)walk.done, (size_t)walk.repeated, kills, seconds_now() - began,
           (unsigned long long)seed);
}

static const struct test tests[] = {
    {"the walk: every write is acknowledged in the end, whatever is killed", take_it},
};
static const struct suite walk_suite = SUITE("walk", tests);

int main(int argc, char **argv)
{
    static const struct suite *const suites[] = {&walk_suite, &aftermath_suite};

    suite_after_each(http_forget);
    return suite_main(suites, sizeof suites / sizeof *suites, SECONDS, argc, argv);
}
