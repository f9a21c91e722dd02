/* expect.c - checks, through CUnit. Those of problem documents are expect_problem.c. */
#include "expect.h"

#include <CUnit/CUnit.h>
#include <CUnit/TestRun.h>
#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "http.h"

#include "core/banned.h"

#define MOST 700 /* characters of a message */

void expect_that(bool holds, bool fatal, const char *file, int line, const char *format,
                 ...)
{
    char text[MOST] = "";
    va_list arguments;

    va_start(arguments, format);
    if (!holds) /* what it tells of need not be there otherwise */
        vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    CU_assertImplementation(holds, (unsigned)line, text, file, "", fatal);
}

void expect_int(int64_t met, int64_t wanted, const char *what, const char *file, int line)
{
    expect_that(met == wanted, false, file, line, "%s is %" PRId64 ", not %" PRId64, what,
                met, wanted);
}

void expect_text(const char *met, const char *wanted, const char *what, const char *file,
                 int line)
{
    bool same = met == NULL || wanted == NULL ? met == wanted : strcmp(met, wanted) == 0;

    expect_that(same, false, file, line, "%s is \"%s\", not \"%s\"", what,
                met == NULL ? "(null)" : met, wanted == NULL ? "(null)" : wanted);
}

void expect_other(const char *met, const char *than, const char *what, const char *file,
                  int line)
{
    expect_that(met != NULL && than != NULL && strcmp(met, than) != 0, false, file, line,
                "%s is \"%s\", to differ from \"%s\"", what, met == NULL ? "(null)" : met,
                than == NULL ? "(null)" : than);
}

void expect_near(double met, double wanted, double by, const char *what, const char *file,
                 int line)
{
    expect_that(fabs(met - wanted) <= by, false, file, line, "%s is %.10g, not %.10g",
                what, met, wanted);
}

void expect_status(const struct answer *answer, long status, bool fatal, const char *file,
                   int line)
{
    expect_that(answer->status == status, fatal, file, line,
                "%s %.200s is %ld, not %ld: %.300s", answer->method, answer->path,
                answer->status, status, answer->body);
}

void expect_header(const struct answer *answer, const char *name, const char *wanted,
                   const char *file, int line)
{
    expect_text(answer_header(answer, name), wanted, name, file, line);
}

void expect_header_holds(const struct answer *answer, const char *name, const char *word,
                         const char *file, int line)
{
    const char *met = answer_header(answer, name);

    expect_that(met != NULL && strstr(met, word) != NULL, false, file, line,
                "%s: %s: \"%s\" does not hold \"%s\"", answer->path, name,
                met == NULL ? "(null)" : met, word);
}

static json_t *step(const json_t *json, const char *name)
{
    if (json_is_array(json))
        return json_array_get(json, strtoul(name, NULL, 10));
    return json_object_get(json, name);
}

json_t *json_at(const json_t *json, const char *pointer)
{
    json_t *at = (json_t *)(uintptr_t)json;

    while (at != NULL && *pointer == '/') {
        size_t length = strcspn(++pointer, "/");
        char name[128];

        snprintf(name, sizeof name, "%.*s", (int)length, pointer);
        at = step(at, name);
        pointer += length;
    }
    return at;
}

void expect_json(const struct answer *answer, const char *pointer, const char *json_text,
                 const char *file, int line)
{
    json_t *wanted = json_loads(json_text, JSON_DECODE_ANY, NULL);
    json_t *met = json_at(answer->json, pointer);
    char *shown = met == NULL ? NULL : json_dumps(met, JSON_ENCODE_ANY | JSON_COMPACT);

    expect_that(wanted != NULL, false, file, line, "the test's own JSON is none: %s",
                json_text);
    expect_that(met != NULL && json_equal(met, wanted) == 1, false, file, line,
                "%s %.160s (%ld): %s is %.200s, not %.200s", answer->method, answer->path,
                answer->status, pointer, shown == NULL ? "absent" : shown, json_text);
    free(shown);
    json_decref(wanted);
}

void expect_real(const struct answer *answer, const char *pointer, double wanted,
                 double by, const char *file, int line)
{
    const json_t *met = json_at(answer->json, pointer);

    expect_that(json_is_number(met) && fabs(json_number_value(met) - wanted) <= by, false,
                file, line, "%s %.160s (%ld): %s is %.10g, not %.10g", answer->method,
                answer->path, answer->status, pointer,
                json_is_number(met) ? json_number_value(met) : NAN, wanted);
}

int64_t int_at(const struct answer *answer, const char *pointer)
{
    return json_integer_value(json_at(answer->json, pointer));
}

const char *text_at(const struct answer *answer, const char *pointer)
{
    return json_string_value(json_at(answer->json, pointer));
}

int64_t length_at(const struct answer *answer, const char *pointer)
{
    const char *met = text_at(answer, pointer);

    return met == NULL ? -1 : (int64_t)strlen(met);
}

double real_at(const struct answer *answer, const char *pointer)
{
    return json_number_value(json_at(answer->json, pointer));
}
