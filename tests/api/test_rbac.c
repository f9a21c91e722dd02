/* test_rbac.c - every route of every service, called by everybody: what happens is what
 * rbac.c says. That it has a row for each is tests/contract's to see. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "rbac.h"

#include "core/banned.h"

static const char *const caller_names[CALLERS] = {
    "no token", "the owner", "another user", "an editor", "a moderator", "an admin"};

/* The path with each {...} replaced, by another user's thing or what names nothing. */
static const char *filled(const char *path, const char *with)
{
    const char *brace = strchr(path, '{'), *end = strchr(path, '}');

    if (brace == NULL || end == NULL)
        return path;
    if (with == NULL)
        with = strstr(path, "name}") != NULL ? "nobody-at-all" : "1";
    return filled(text("%.*s%s%s", (int)(brace - path), path, with, end + 1), with);
}

static char met_as(const struct right *right, const struct answer *answer)
{
    const char *type = text_at(answer, "/type");

    if (answer->status == 401)
        return '1';
    if (answer->status == 403)
        return '3';
    if (answer->status == 404)
        return '4';
    if (right->thing != NULL)
        return answer->status >= 200 && answer->status < 400 ? '+' : '?';
    return answer->status == 400 && type != NULL &&
                   strcmp(type, "/problems/bad-parameter") == 0
               ? '+'
               : '?';
}

static void try_cell(const struct right *right, const struct person *const *people,
                     size_t caller)
{
    const char *token = people[caller] == NULL ? NULL : people[caller]->token;
    const char *path =
        filled(right->path, right->thing == NULL ? NULL : right->thing(people[OWNER]));
    struct answer *answer =
        CALL(.method = right->method, .token = token, .body = right->body,
             .path = right->thing == NULL ? text("%s?not-a-parameter=1", path) : path);

    EXPECT(met_as(right, answer) == right->may[caller],
           "%s %s by %s: %ld, where rbac.c has %c", right->method, path,
           caller_names[caller], answer->status, right->may[caller]);
}

static void everybody(void)
{
    const struct person *people[CALLERS] = {NULL,
                                            sign_up(),
                                            sign_up(),
                                            with_role("editor"),
                                            with_role("moderator"),
                                            with_role("admin")};

    const struct person *owner = people[OWNER], *hermit = sign_up();

    REQUIRE_STATUS(put(hermit->token, "/api/v1/users/profile", "{\"private\": true}"),
                   200);
    for (size_t i = 0; i < right_count; i++) {
        people[OWNER] = rights[i].thing == a_private_user ? hermit : owner;
        for (size_t caller = 0; caller < CALLERS; caller++)
            try_cell(&rights[i], people, caller);
    }
    printf("rbac: %zu rows, %zu cells\n", right_count, right_count * CALLERS);
}

static const struct test tests[] = {
    {"rbac: every route lets in whom the table lets in, and nobody else", everybody},
};
const struct suite rbac_suite = SUITE("rbac", tests);
