/* expect_problem.c - what a problem document must be, every time. */
#include <stdio.h>
#include <string.h>

#include "expect.h"
#include "http.h"

#include "core/banned.h"

/* Words that tell of SQL, files, or a program's inside. */
static const char *const secrets[] = {"SELECT ", "INSERT ", "UPDATE ",  "mysql",
                                      "MariaDB", "/tmp/",   "/home/",   "fcgi",
                                      ".c:",     "0x7f",    "Traceback"};

static void no_secrets(const struct answer *answer, const char *file, int line)
{
    for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++)
        expect_that(strstr(answer->body, secrets[i]) == NULL, false, file, line,
                    "an outsider sees \"%s\" in %.300s", secrets[i], answer->body);
}

/* Headers that belong to a status. */
static void headers(const struct answer *answer, long status, const char *file, int line)
{
    if (status == 401)
        expect_header(answer, "WWW-Authenticate", "Bearer", file, line);
    if (status == 405)
        expect_that(answer_header(answer, "Allow") != NULL, false, file, line,
                    "a 405 has no Allow");
    if (status == 429 || status == 503)
        expect_that(answer_header(answer, "Retry-After") != NULL, false, file, line,
                    "a %ld has no Retry-After", status);
}

static void member(const struct answer *answer, const char *pointer, const char *wanted,
                   const char *file, int line)
{
    expect_text(text_at(answer, pointer), wanted, pointer, file, line);
}

void expect_problem(const struct answer *answer, long status, const char *name,
                    const char *file, int line)
{
    const char *type = answer_header(answer, "Content-Type");
    char wanted[96];
    int path = (int)strcspn(answer->path, "?");
    char instance[8500];

    expect_status(answer, status, false, file, line);
    expect_text(type, "application/problem+json", "Content-Type", file, line);
    headers(answer, status, file, line);
    if (strcmp(answer->method, "HEAD") == 0)
        return;
    snprintf(wanted, sizeof wanted, "/problems/%s", name);
    snprintf(instance, sizeof instance, "%.*s", path, answer->path);
    member(answer, "/type", wanted, file, line);
    member(answer, "/request_id", answer_header(answer, "X-Request-Id"), file, line);
    if (strchr(instance, '%') == NULL) /* what was escaped is shown unescaped */
        member(answer, "/instance", instance, file, line);
    expect_that(text_at(answer, "/title") != NULL && text_at(answer, "/detail") != NULL,
                false, file, line, "title or detail is missing: %.300s", answer->body);
    expect_int(int_at(answer, "/status"), status, "status in the body", file, line);
    no_secrets(answer, file, line);
}

void expect_wrong(const struct answer *answer, const char *field, const char *code,
                  const char *file, int line)
{
    const json_t *errors = json_at(answer->json, "/errors"), *error;
    bool named = false;
    size_t i;

    expect_problem(answer, 422, "invalid", file, line);
    json_array_foreach((json_t *)(uintptr_t)errors, i, error)
    {
        const char *met = json_string_value(json_object_get(error, "field"));
        const char *why = json_string_value(json_object_get(error, "code"));

        expect_that(json_is_string(json_object_get(error, "detail")), false, file, line,
                    "an error without detail: %.300s", answer->body);
        named = named || (met != NULL && why != NULL && strcmp(met, field) == 0 &&
                          strcmp(why, code) == 0);
    }
    expect_that(named, false, file, line, "no error {%s, %s}: %.300s", field, code,
                answer->body);
}
