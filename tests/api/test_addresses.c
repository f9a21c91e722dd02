/* test_addresses.c - addresses lie encrypted in the database; the command moves them from
 * key to key. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define PROFILE "/api/v1/users/profile"
#define USERS "vinylhound_user"

/* Runs the operator's command against the stack; its status. */
static int vinylhound(const char *words)
{
    const char *build = getenv("VH_BUILD");

    return system(text("'%s/tools/vinylhound/vinylhound' %s >>'%s' 2>&1",
                       build == NULL ? "." : build, words,
                       run_path("log/addresses.log")));
}

static const char *address_of(const struct person *who)
{
    struct answer *profile = get_as(who->token, PROFILE);
    const char *address = text_at(profile, "/email");

    EXPECT_STATUS(profile, 200);
    return address;
}

static void set_address(const struct person *who, const char *address)
{
    EXPECT_STATUS(put(who->token, PROFILE, text("{\"email\": \"%s\"}", address)), 200);
}

/* How many of the user's columns hold the text, 0 or 1. */
static int64_t holds(const struct person *who, const char *part)
{
    return sql_number(USERS, text("SELECT CONCAT_WS(' ', email, email_sealed) LIKE "
                                  "'%%%s%%' FROM users WHERE id = %" PRId64,
                                  part, who->id));
}

static void run_sql(const char *statement)
{
    struct st_mysql *connection = sql_open(USERS);

    EXPECT(sql_run(connection, statement), "%s", statement);
    sql_close(&connection);
}

static void encrypted(void)
{
    const struct person *who = sign_up();
    const char *name = fresh_name();
    struct answer *made = post(NULL, "/api/v1/auth/signup",
                               text("{\"username\": \"%s\", \"password\": \"" PASSWORD
                                    "\", \"email\": \"at-signup@example.org\"}",
                                    name));

    set_address(who, "secret@example.org");
    EXPECT_TEXT(address_of(who), "secret@example.org");
    EXPECT_INT(holds(who, "secret"), 0);
    EXPECT_INT(holds(who, "1."), 1);
    EXPECT_STATUS(made, 201);
    EXPECT_TEXT(text_at(get_as(text_at(made, "/token"), PROFILE), "/email"),
                "at-signup@example.org");
    EXPECT_INT(sql_number(USERS, "SELECT COUNT(*) FROM users WHERE "
                                 "CONCAT_WS(' ', email, email_sealed) LIKE '%signup%'"),
               0);
    EXPECT_STATUS(put(who->token, PROFILE, "{}"), 200);
    EXPECT_INT(sql_number(USERS, text("SELECT email_sealed IS NULL FROM users WHERE id = "
                                      "%" PRId64,
                                      who->id)),
               1);
}

static void not_anothers(void)
{
    const struct person *one = sign_up(), *two = sign_up();

    set_address(one, "one@example.org");
    set_address(two, "two@example.org");
    run_sql(text("UPDATE users t JOIN users o ON o.id = %" PRId64
                 " SET t.email_sealed = o.email_sealed WHERE t.id = %" PRId64,
                 one->id, two->id));
    EXPECT_PROBLEM(get_as(two->token, PROFILE), 500, "internal");
    EXPECT_STATUS(get_as(one->token, text("/api/v1/users/%s", two->name)), 200);
    set_address(two, "again@example.org");
    EXPECT_TEXT(address_of(two), "again@example.org");
}

/* As an older version has left them. */
static void from_before(void)
{
    const struct person *who = sign_up(), *other = sign_up();
    int64_t before;

    run_sql(
        text("UPDATE users SET email = 'old@example.org' WHERE id = %" PRId64, who->id));
    set_address(other, "sealed@example.org");
    EXPECT_TEXT(address_of(who), "old@example.org");
    before = sql_number(
        USERS,
        text("SELECT CAST(updated_at AS DECIMAL(20, 3)) * 1000 FROM users WHERE id = "
             "%" PRId64,
             who->id));
    EXPECT_INT(vinylhound("migrate"), 0);
    EXPECT_INT(sql_number(USERS, "SELECT COUNT(*) FROM users WHERE email IS NOT NULL"),
               0);
    EXPECT_INT(
        sql_number(
            USERS,
            text("SELECT CAST(updated_at AS DECIMAL(20, 3)) * 1000 FROM users WHERE id = "
                 "%" PRId64,
                 who->id)),
        before);
    EXPECT_INT(holds(who, "old"), 0);
    EXPECT_TEXT(address_of(who), "old@example.org");
    EXPECT_TEXT(address_of(other), "sealed@example.org");
}

/* The keys of the file: how many. */
static int64_t keys(void)
{
    json_t *set = json_load_file(run_path("etc/keys/data.jwks"), 0, NULL);
    int64_t count = (int64_t)json_array_size(json_object_get(set, "keys"));

    json_decref(set);
    return count;
}

static void rotated(void)
{
    const struct person *people[3] = {sign_up(), sign_up(), sign_up()};
    struct st_mysql *connection;

    for (size_t i = 0; i < 3; i++)
        set_address(people[i], text("rotate-%zu@example.org", i));
    connection = sql_open(USERS);
    EXPECT(sql_run(connection, "CREATE OR REPLACE TABLE before_rotation AS "
                               "SELECT id, email_sealed FROM users"),
           "no copy");
    EXPECT_INT(vinylhound("keys data rotate"), 0);
    EXPECT_INT(sql_number(USERS, "SELECT COUNT(*) FROM users u JOIN before_rotation b "
                                 "USING (id) WHERE u.email_sealed = b.email_sealed"),
               0);
    EXPECT(sql_run(connection, "DROP TABLE before_rotation"), "no drop");
    sql_close(&connection);
    for (size_t i = 0; i < 3; i++)
        EXPECT_TEXT(address_of(people[i]), text("rotate-%zu@example.org", i));
    set_address(people[0], "after@example.org");
    EXPECT_INT(
        sql_number(USERS,
                   text("SELECT COUNT(DISTINCT SUBSTRING_INDEX(email_sealed, '.', 2)) "
                        "FROM users WHERE id IN (%" PRId64 ", %" PRId64 ", %" PRId64 ")",
                        people[0]->id, people[1]->id, people[2]->id)),
        1);
    for (int i = 0; i < 3; i++)
        EXPECT_INT(vinylhound("keys data rotate"), 0);
    EXPECT_INT(keys(), 2);
    EXPECT_TEXT(address_of(people[0]), "after@example.org");
}

/* One by one, for pools that are given the key when they start. */
static void in_steps(void)
{
    const struct person *who = sign_up();
    int64_t before = keys();

    set_address(who, "steps@example.org");
    EXPECT_INT(vinylhound("keys data add"), 0);
    EXPECT_INT(keys(), before + 1);
    EXPECT_TEXT(address_of(who), "steps@example.org");
    EXPECT_INT(vinylhound("keys data reseal"), 0);
    EXPECT_TEXT(address_of(who), "steps@example.org");
    EXPECT_INT(keys(), 2);
}

static void words(void)
{
    EXPECT(vinylhound("keys data init") != 0, "keys that are there are made again");
    EXPECT_INT(vinylhound("keys data init --if-missing"), 0);
    EXPECT(vinylhound("keys data") != 0, "without an action");
    EXPECT(vinylhound("keys data turn") != 0, "an action there is not");
    EXPECT(vinylhound("keys data rotate twice") != 0, "two actions");
    EXPECT_INT(vinylhound("keys data --help"), 0);
}

static const struct test tests[] = {
    {"addresses: encrypted at signup and in the profile, gone when taken out", encrypted   },
    {"addresses: one that was sealed for another user does not open",          not_anothers},
    {"vinylhound migrate: addresses from before are encrypted, none is lost",
     from_before                                                                           },
    {"vinylhound keys data rotate: all anew, the pool follows, old keys go",   rotated     },
    {"vinylhound keys data add, reseal: the same in two steps",                in_steps    },
    {"vinylhound keys data: what it refuses",                                  words       },
};
const struct suite addresses_suite = SUITE("addresses", tests);
