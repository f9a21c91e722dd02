/* people.c - accounts for tests, and what they do all the time. */
#include <inttypes.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "expect.h"
#include "stack.h"

#include "core/banned.h"

char *fresh_name(void)
{
    static _Atomic unsigned count;

    return text("t%ld-%u", (long)getpid(), ++count);
}

const char *cookie_of(const struct answer *answer)
{
    const char *set = answer_header(answer, "Set-Cookie");

    return set == NULL ? NULL : text("%.*s", (int)strcspn(set, ";"), set);
}

/* Freed by the system: people last as long as the program. */
static struct person *everybody[4096];
static size_t count;

struct person *sign_up(void)
{
    struct person *person = calloc(1, sizeof *person);
    struct answer *answer;

    REQUIRE(person != NULL && count < sizeof everybody / sizeof *everybody,
            "there is room for %zu people", count);
    everybody[count++] = person;
    snprintf(person->name, sizeof person->name, "%s", fresh_name());
    answer = post(
        NULL, "/api/v1/auth/signup",
        text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", person->name));
    REQUIRE_STATUS(answer, 201);
    snprintf(person->token, sizeof person->token, "%s", text_at(answer, "/token"));
    snprintf(person->cookie, sizeof person->cookie, "%s", cookie_of(answer));
    person->id = int_at(answer, "/user/id");
    return person;
}

struct person *with_role(const char *role)
{
    struct person *person = sign_up();
    char command[512];
    struct answer *login;

    snprintf(command, sizeof command,
             "%s/tools/vinylhound/vinylhound user grant %s %s >&2", getenv("VH_BUILD"),
             person->name, role);
    REQUIRE(system(command) == 0, "%s", command);
    login = post(
        NULL, "/api/v1/auth/login",
        text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", person->name));
    REQUIRE_STATUS(login, 200);
    snprintf(person->token, sizeof person->token, "%s", text_at(login, "/token"));
    return person;
}

const struct person *alice(void)
{
    static struct person *person;

    if (person == NULL)
        person = sign_up();
    return person;
}

const struct person *bob(void)
{
    static struct person *person;

    if (person == NULL)
        person = sign_up();
    return person;
}

const struct person *editor(void)
{
    static struct person *person;

    if (person == NULL)
        person = with_role("editor");
    return person;
}

struct answer *rate(const struct person *who, int64_t album_id, double stars)
{
    return post(who->token, "/api/v1/ratings",
                text("{\"album_id\": %" PRId64 ", \"rating\": %.1f}", album_id, stars));
}
