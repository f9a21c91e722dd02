/* test_operator.c - what the operator's command does to accounts and keys while the site
 * runs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

/* What `vinylhound ARGUMENTS` says, given a line on standard input (or NULL), and its
 * exit status. */
static char *says(const char *input, const char *arguments, int *status)
{
    const char *command =
        text("printf '%%s\\n' '%s' | %s/tools/vinylhound/vinylhound %s 2>&1",
             input == NULL ? "" : input, getenv("VH_BUILD"), arguments);
    FILE *pipe = popen(command, "re");
    static char said[256 * 1024];
    size_t n = pipe == NULL ? 0 : fread(said, 1, sizeof said - 1, pipe);

    said[n] = '\0';
    *status = pipe == NULL ? -1 : WEXITSTATUS(pclose(pipe));
    return text("%s", said);
}

/* It must succeed, or fail with the exit status, and say these words. */
static void expect_run(const char *input, const char *arguments, int wanted,
                       const char *words)
{
    int status;
    const char *said = says(input, arguments, &status);

    EXPECT(status == wanted && strstr(said, words) != NULL,
           "vinylhound %s: status %d, \"%.400s\"", arguments, status, said);
}

static struct answer *logs_in(const char *name, const char *password)
{
    return post(NULL, "/api/v1/auth/login",
                text("{\"username\": \"%s\", \"password\": \"%s\"}", name, password));
}

static struct answer *refresh(const char *cookie)
{
    return CALL(.method = "POST", .path = "/api/v1/auth/refresh",
                .headers = {text("Cookie: %s", cookie)});
}

static int64_t told(const char *type, int64_t user_id)
{
    return sql_number(
        "vinylhound_user",
        text("SELECT COUNT(*) FROM outbox WHERE type = '%s' AND (subject = %ld AND "
             "type LIKE 'user.%%' OR JSON_VALUE(payload, '$.user_id') = %ld)",
             type, (long)user_id, (long)user_id));
}

static void create(void)
{
    const char *name = fresh_name(), *other = fresh_name(), *said;
    struct answer *login;
    int status;

    expect_run(PASSWORD, text("user create %s", name), 0, "is made");
    login = logs_in(name, PASSWORD);
    EXPECT_STATUS(login, 200);
    EXPECT_JSON(login, "/user/roles", "[\"user\"]");
    EXPECT_INT(told("user.registered", int_at(login, "/user/id")), 1);
    said = says(NULL, text("user create --random %s", other), &status);
    EXPECT(status == 0 && strncmp(said, "password: ", 10) == 0, "%s", said);
    EXPECT_STATUS(logs_in(other, text("%.20s", said + 10)), 200);
    expect_run(PASSWORD, text("user create %s", name), 1, "already");
    expect_run("short", text("user create %s-2", name), 1, "8 to 128");
    expect_run("password", text("user create %s-2", name), 1, "tried first");
    expect_run(text("%s-2", name), text("user create %s-2", name), 1, "differ");
    expect_run(PASSWORD, "user create ab", 1, "a name is 3 to 32");
    expect_run(PASSWORD, "user create \"a'; DROP TABLE users\"", 1, "a name is");
    expect_run(PASSWORD, "user create Moderator", 1, "itself");
    expect_run(PASSWORD, "user create", 2, "wants a user's name");
    expect_run(PASSWORD, "user create a b", 2, "one name at a time");
    EXPECT_PROBLEM(logs_in(text("%s-2", name), "password"), 401, "unauthorized");
}

static void disable(void)
{
    const struct person *who = sign_up();

    expect_run(NULL, text("user disable %s", who->name), 0, "is disabled");
    EXPECT_PROBLEM(logs_in(who->name, PASSWORD), 403, "forbidden");
    EXPECT_PROBLEM(logs_in(who->name, "wrong"), 401, "unauthorized");
    EXPECT_PROBLEM(refresh(who->cookie), 401, "unauthorized");
    EXPECT_INT(told("session.revoked", who->id), 1);
    EXPECT_PROBLEM(get_as(who->token, "/api/v1/auth/sessions"), 401, "unauthorized");
    expect_run(NULL, "user list", 0, text("%-32s user (disabled)", who->name));
    expect_run(NULL, text("user disable %s", who->name), 0, "is disabled");
    expect_run(NULL, text("user enable %s", who->name), 0, "is enabled");
    EXPECT_STATUS(logs_in(who->name, PASSWORD), 200);
    expect_run(NULL, "user disable nobody-at-all", 1, "there is no user");
    expect_run(NULL, "user enable nobody-at-all", 1, "there is no user");
}

static void reset(void)
{
    const struct person *who = sign_up();
    const char *said;
    int status;

    for (int i = 0; i < 5; i++)
        EXPECT_PROBLEM(logs_in(who->name, "wrong"), 401, "unauthorized");
    expect_run("another horse", text("user reset-password %s", who->name), 0,
               "another password");
    EXPECT_STATUS(logs_in(who->name, "another horse"), 200);
    EXPECT_PROBLEM(logs_in(who->name, PASSWORD), 401, "unauthorized");
    EXPECT_PROBLEM(refresh(who->cookie), 401, "unauthorized");
    EXPECT_INT(told("session.revoked", who->id), 1);
    said = says(NULL, text("user reset-password -r %s", who->name), &status);
    EXPECT(status == 0 && strncmp(said, "password: ", 10) == 0, "%s", said);
    EXPECT_STATUS(logs_in(who->name, text("%.20s", said + 10)), 200);
    expect_run("12345678", text("user reset-password %s", who->name), 1, "tried first");
    expect_run("another horse", "user reset-password nobody-at-all", 1,
               "there is no user");
}

static void roles(void)
{
    const struct person *who = sign_up();
    struct answer *login;

    expect_run(NULL, text("user grant %s editor", who->name), 0, "is now editor");
    expect_run(NULL, text("user grant %s editor", who->name), 0, "already");
    expect_run(NULL, text("user grant %s moderator", who->name), 0, "is now moderator");
    login = logs_in(who->name, PASSWORD);
    EXPECT_JSON(login, "/user/roles", "[\"user\",\"editor\",\"moderator\"]");
    expect_run(NULL, "user list editor", 0, who->name);
    expect_run(NULL, text("user revoke %s editor", who->name), 0, "is no longer editor");
    login = refresh(cookie_of(login));
    EXPECT_JSON(login, "/user/roles", "[\"user\",\"moderator\"]");
    expect_run(NULL, text("user grant %s king", who->name), 2, "is no role");
    expect_run(NULL, "user grant nobody-at-all editor", 1, "there is no user");
    expect_run(NULL, "user gramt x editor", 2, "is no command");
}

static const char *kid_of(const char *token)
{
    return text("%.*s", (int)strcspn(token, "."), token); /* the header, encoded */
}

/* One route of each service that wants a token. */
static void expect_taken(const char *token)
{
    static const char *const paths[] = {"/api/v1/users/profile", "/api/v1/preferences"};

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        EXPECT_STATUS(get_as(token, paths[i]), 200);
}

static void rotate(void)
{
    const struct person *who = sign_up();
    const char *private_key = run_path("etc/keys/private.jwk"), *token = NULL;
    struct answer *keys;
    struct stat seen;
    bool changed;

    expect_run(NULL, "keys rotate", 0, "from now on");
    changed =
        UNTIL(10, (token = text_at(logs_in(who->name, PASSWORD), "/token")) != NULL &&
                      strcmp(kid_of(token), kid_of(who->token)) != 0);
    EXPECT(changed, "tokens are signed with the old key still");
    expect_taken(token);
    expect_taken(who->token);
    keys = get_as(who->token, "/api/v1/auth/.well-known/jwks.json");
    EXPECT(json_array_size(json_at(keys->json, "/keys")) == 2, "%s", keys->body);
    EXPECT(strstr(keys->body, "\"d\"") == NULL, "the private key is published");
    EXPECT(stat(private_key, &seen) == 0 && (seen.st_mode & 0777) == 0600, "mode %o",
           seen.st_mode);
    expect_run(NULL, "keys rotate x", 2, "no argument");
}

/* Files of its own: what is taken back at once would end every test's tokens. */
static void rotate_at_once(void)
{
    const char *folder = run_path("tmp/keys-XXXXXX"), *conf, *run;
    json_t *before, *after;
    FILE *file;

    REQUIRE(mkdtemp((char *)(uintptr_t)folder) != NULL, "no folder");
    conf = text("%s/operator.conf", folder);
    file = fopen(conf, "we");
    REQUIRE(file != NULL, "%s", conf);
    fprintf(file, "[auth]\nprivate_key=%s/private.jwk\npublic_keys=%s/public.jwks\n",
            folder, folder);
    fclose(file);
    run = text("--config %s keys", conf);
    expect_run(NULL, text("%s rotate", run), 1, "public.jwks");
    expect_run(NULL, text("%s init", run), 0, "made");
    before = json_load_file(text("%s/public.jwks", folder), 0, NULL);
    expect_run(NULL, text("%s rotate --at-once", run), 0, "all others are refused");
    after = json_load_file(text("%s/public.jwks", folder), 0, NULL);
    EXPECT_INT((int64_t)json_array_size(json_at(after, "/keys")), 1);
    EXPECT_OTHER(json_string_value(json_at(after, "/keys/0/kid")),
                 json_string_value(json_at(before, "/keys/0/kid")));
    json_decref(before);
    json_decref(after);
    for (int i = 0; i < 15; i++)
        expect_run(NULL, text("%s rotate", run), 0, "from now on");
    expect_run(NULL, text("%s rotate", run), 1, "keys of late");
}

static const struct test tests[] = {
    {"vinylhound user create: an account as from signing up; what will not do is said",
     create                                                                                    },
    {"vinylhound user disable, enable: no login, no session, and back",                 disable},
    {"vinylhound user reset-password: another password, no session, no wait",           reset  },
    {"vinylhound user grant, revoke, list: roles hold from the next token on",          roles  },
    {"vinylhound keys rotate: pools sign with the new key, and verify with the old",
     rotate                                                                                    },
    {"vinylhound keys rotate --at-once: the old key is gone; not too many at a time",
     rotate_at_once                                                                            },
};
const struct suite operator_suite = SUITE("operator", tests);
