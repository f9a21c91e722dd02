/* test_transport.c - consumers over a transport that repeats, delays, leaves out and
 * reorders: each event takes effect once, and those of one subject in order. */
#include <inttypes.h>
#include <mysql.h>
#include <pthread.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api.h"
#include "core/arena.h"
#include "core/config.h"
#include "core/consumer.h"
#include "core/event.h"
#include "core/log.h"
#include "core/service.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define EVENTS 1500
#define SUBJECTS 17
#define SCRATCH "vinylhound_scratch"
#define SOURCE "bus"
#define BATCH 60
#define ROUNDS 12

/* ---- a service whose one projection tells if something is applied twice or too early */
enum { TALLY_ADD, TALLY_STATEMENTS };

static const struct statement statements[] = {
    [TALLY_ADD] = {"INSERT INTO tally (subject, events, latest) VALUES (?, 1, ?) "
                   "ON DUPLICATE KEY UPDATE events = events + 1, "
                   "disorder = disorder + (VALUES(latest) <= latest), "
                   "latest = VALUES(latest)", NULL},
};

static int apply(struct db *db, struct arena *arena, const struct event *event,
                 const json_t *payload)
{
    (void)arena;
    return db_run(db, TALLY_ADD,
                  ARGS(A_UINT(event->subject),
                       A_INT(json_integer_value(json_object_get(payload, "n"))))) < 0
               ? DB_FAILED
               : 0;
}

static const struct consumer consumers[] = {
    {SOURCE, apply, NULL}
};
static const struct service scratch = {
    .name = "scratch",
    .statements = statements,
    .statement_count = TALLY_STATEMENTS,
    .consumers = consumers,
    .consumer_count = 1,
};

/* ---- the bus */
static struct {
    pthread_mutex_t lock;
    size_t published;
    unsigned pulls;
    struct {
        uint64_t subject;
        unsigned from; /* delayed: the pull that may bring it first */
    } events[EVENTS];
} bus = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* The same numbers in each run. */
static unsigned chance(unsigned sides)
{
    static uint64_t state = 88172645463325252;

    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state >> 33) % sides;
}

static void publish(size_t count)
{
    pthread_mutex_lock(&bus.lock);
    for (size_t i = 0; i < count && bus.published < EVENTS; i++, bus.published++) {
        bus.events[bus.published].subject = 1 + chance(SUBJECTS);
        bus.events[bus.published].from = bus.pulls + chance(6);
    }
    pthread_mutex_unlock(&bus.lock);
}

static json_t *message(size_t i)
{
    return json_pack("{s:I, s:I, s:s, s:i, s:I, s:{s:I}}", "id", (json_int_t)(i + 1),
                     "position", (json_int_t)(i + 1), "type", "test.counted", "version",
                     1, "subject", (json_int_t)bus.events[i].subject, "payload", "n",
                     (json_int_t)(i + 1));
}

/* A few from before the position, of those after it most, some twice, in any order. */
static int pull(struct transport *transport, const char *source, uint64_t after,
                json_t **events)
{
    size_t from = after > 5 ? (size_t)after - 5 : 0;

    (void)transport;
    (void)source;
    *events = json_array();
    pthread_mutex_lock(&bus.lock);
    bus.pulls++;
    for (size_t i = from; i < bus.published && i < from + BATCH; i++)
        for (unsigned copies = chance(30) == 0 ? 0 : 1 + (chance(4) == 0);
             copies > 0 && bus.events[i].from <= bus.pulls; copies--)
            json_array_insert_new(*events, chance((unsigned)json_array_size(*events) + 1),
                                  message(i));
    pthread_mutex_unlock(&bus.lock);
    return chance(60) == 0 ? -1 : 0; /* now and then it is away */
}

static void end(struct transport *transport)
{
    free(transport);
}

static struct transport *open_bus(const struct config *config)
{
    struct transport *transport = calloc(1, sizeof *transport);

    (void)config;
    if (transport != NULL)
        *transport = (struct transport){pull, end};
    return transport;
}

/* ---- */
static struct config *configure(void)
{
    struct config *config = config_new(core_settings, core_settings_count);
    const struct passwd *me = getpwuid(getuid());
    char error[256];

    REQUIRE(config != NULL && me != NULL &&
                config_assign(config,
                              text("database.socket=%s", run_path("sock/db.sock")), error,
                              sizeof error) &&
                config_assign(config, "database.name=" SCRATCH, error, sizeof error) &&
                config_assign(config, text("database.user=%s", me->pw_name), error,
                              sizeof error),
            "no settings");
    return config;
}

static void make_scratch(struct st_mysql *sql)
{
    static const char *const statements_[] = {
        "DROP DATABASE IF EXISTS " SCRATCH,
        "CREATE DATABASE " SCRATCH,
        "CREATE TABLE " SCRATCH
        ".schema_migrations LIKE vinylhound_user.schema_migrations",
        "CREATE TABLE " SCRATCH ".idempotency_keys LIKE vinylhound_user.idempotency_keys",
        "CREATE TABLE " SCRATCH ".outbox LIKE vinylhound_user.outbox",
        "CREATE TABLE " SCRATCH ".event_cursors LIKE vinylhound_user.event_cursors",
        "CREATE TABLE " SCRATCH ".departed_users LIKE vinylhound_user.departed_users",
        "CREATE TABLE " SCRATCH ".tally (subject BIGINT UNSIGNED PRIMARY KEY, "
        "events INT NOT NULL, latest INT NOT NULL, disorder INT NOT NULL DEFAULT 0)",
    };

    for (size_t i = 0; i < sizeof statements_ / sizeof *statements_; i++)
        REQUIRE(sql_run(sql, statements_[i]), "%s", statements_[i]);
}

/* Ends every connection to the scratch database, wherever it is at. */
static void cut(void)
{
    struct st_mysql *sql = sql_open(SCRATCH);
    int64_t id = sql_number("information_schema",
                            "SELECT id FROM processlist WHERE db = '" SCRATCH
                            "' AND id <> CONNECTION_ID() ORDER BY RAND() LIMIT 1");

    if (id > 0)
        sql_run(sql, text("KILL CONNECTION %" PRId64, id));
    sql_close(&sql);
}

static int64_t applied(void)
{
    return sql_number(SCRATCH,
                      "SELECT COALESCE(MAX(position), 0) FROM event_cursors WHERE "
                      "source = '" SOURCE "'");
}

static void once(void)
{
    struct config *config = configure();
    struct st_mysql *sql = sql_open("mysql");
    struct consumers *processes[2];
    bool done;

    log_open("test", LOG_ERROR);
    arena_serve_jansson();
    make_scratch(sql);
    for (int i = 0; i < 2; i++)
        processes[i] = consumers_start(&scratch, config, open_bus);
    for (int round = 0; round < ROUNDS; round++) {
        publish(EVENTS / ROUNDS);
        done = UNTIL(10, applied() > round * EVENTS / ROUNDS);
        EXPECT(done, "stuck at %" PRId64, applied());
        if (round % 3 == 0)
            cut();
        if (round % 5 == 0) { /* the one that reads ends; the other takes over */
            consumers_stop(&processes[round % 2]);
            processes[round % 2] = consumers_start(&scratch, config, open_bus);
        }
    }
    done = UNTIL(20, applied() == EVENTS);
    EXPECT(done, "applied to %" PRId64 " of %d", applied(), EVENTS);
    for (int i = 0; i < 2; i++)
        consumers_stop(&processes[i]);
    EXPECT_INT(sql_number(SCRATCH, "SELECT SUM(events) FROM tally"), EVENTS);
    EXPECT_INT(sql_number(SCRATCH, "SELECT SUM(disorder) FROM tally"), 0);
    sql_run(sql, "DROP DATABASE " SCRATCH);
    sql_close(&sql);
    config_free(&config);
}

static const struct test tests[] = {
    {"transport: repeated, delayed, left out, reordered and cut off, each event counts once",
     once},
};
const struct suite transport_suite = SUITE("transport", tests);
