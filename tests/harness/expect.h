/* expect.h - checks that say what was met where something else was wanted. EXPECT goes on
 * after a failure, REQUIRE ends the test. Checks are made by the thread that runs the
 * test, never by one it started. */
#ifndef VH_TEST_EXPECT_H
#define VH_TEST_EXPECT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct answer;

/* The text says what is wrong, with what was met in it. */
#define EXPECT(condition, ...)                                                           \
    expect_that(condition, false, __FILE__, __LINE__, __VA_ARGS__)
#define REQUIRE(condition, ...)                                                          \
    expect_that(condition, true, __FILE__, __LINE__, __VA_ARGS__)
void expect_that(bool holds, bool fatal, const char *file, int line, const char *format,
                 ...) __attribute__((format(printf, 5, 6)));

#define EXPECT_INT(met, wanted) expect_int(met, wanted, #met, __FILE__, __LINE__)
#define EXPECT_TEXT(met, wanted) expect_text(met, wanted, #met, __FILE__, __LINE__)
#define EXPECT_NEAR(met, wanted, by)                                                     \
    expect_near(met, wanted, by, #met, __FILE__, __LINE__)
void expect_int(int64_t met, int64_t wanted, const char *what, const char *file,
                int line);
/* Either may be NULL; two NULLs are equal. */
void expect_text(const char *met, const char *wanted, const char *what, const char *file,
                 int line);
/* Both must be there, and differ. */
#define EXPECT_OTHER(met, than) expect_other(met, than, #met, __FILE__, __LINE__)
void expect_other(const char *met, const char *than, const char *what, const char *file,
                  int line);
void expect_near(double met, double wanted, double by, const char *what, const char *file,
                 int line);

/* ---- of an answer */

#define EXPECT_STATUS(answer, status)                                                    \
    expect_status(answer, status, false, __FILE__, __LINE__)
#define REQUIRE_STATUS(answer, status)                                                   \
    expect_status(answer, status, true, __FILE__, __LINE__)
void expect_status(const struct answer *answer, long status, bool fatal, const char *file,
                   int line);

/* A whole problem document: its status, type, title, instance (the path that was asked
 * for), its request id the header's, its headers (WWW-Authenticate, Allow, Retry-After
 * where they belong), and nothing that an outsider should not see. */
#define EXPECT_PROBLEM(answer, status, name)                                             \
    expect_problem(answer, status, name, __FILE__, __LINE__)
void expect_problem(const struct answer *answer, long status, const char *name,
                    const char *file, int line);

/* A 422 whose `errors` name this field with this code. */
#define EXPECT_WRONG(answer, field, code)                                                \
    expect_wrong(answer, field, code, __FILE__, __LINE__)
void expect_wrong(const struct answer *answer, const char *field, const char *code,
                  const char *file, int line);

/* A response header, NULL: it must not be there. */
#define EXPECT_HEADER(answer, name, wanted)                                              \
    expect_header(answer, name, wanted, __FILE__, __LINE__)
void expect_header(const struct answer *answer, const char *name, const char *wanted,
                   const char *file, int line);

/* One that holds this word. */
#define EXPECT_HEADER_HOLDS(answer, name, word)                                          \
    expect_header_holds(answer, name, word, __FILE__, __LINE__)
void expect_header_holds(const struct answer *answer, const char *name, const char *word,
                         const char *file, int line);

/* Members of the body, by JSON Pointer: "/albums/0/title". */
#define EXPECT_JSON(answer, pointer, json_text)                                          \
    expect_json(answer, pointer, json_text, __FILE__, __LINE__)
/* The value as compact JSON: "\"Abbey Road\"", "12", "null", "[]". */
void expect_json(const struct answer *answer, const char *pointer, const char *json_text,
                 const char *file, int line);
#define EXPECT_REAL(answer, pointer, wanted, by)                                         \
    expect_real(answer, pointer, wanted, by, __FILE__, __LINE__)
void expect_real(const struct answer *answer, const char *pointer, double wanted,
                 double by, const char *file, int line);

/* The value at a pointer, NULL if there is none. */
json_t *json_at(const json_t *json, const char *pointer);
int64_t int_at(const struct answer *answer, const char *pointer);
const char *text_at(const struct answer *answer, const char *pointer);
/* Bytes of a text, -1 if it is none. */
int64_t length_at(const struct answer *answer, const char *pointer);
double real_at(const struct answer *answer, const char *pointer);

#endif
