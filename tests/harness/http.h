/* http.h - requests to the stack under test: BASE_URL, or the listener inside at
 * INTERNAL_SOCK. Answers live until the test ends (http_forget). Safe from threads. */
#ifndef VH_TEST_HTTP_H
#define VH_TEST_HTTP_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#define HEADERS 6

struct call {
    const char *method; /* NULL: POST where there is a body, else GET */
    const char *path;   /* sent as it stands, whatever it holds */
    const char *token;  /* NULL: none */
    const char *body;   /* NULL: none */
    size_t length;      /* of the body; 0: up to its NUL */
    const char *type;   /* Content-Type; NULL: application/json where there is a body, "":
                           none */
    const char *headers[HEADERS]; /* "Name: value" */
    bool inside;                  /* to the listener inside */
    bool chunked;                 /* the body without Content-Length */
};

struct answer {
    const char *method, *path;
    long status; /* 0: there was no answer; the body tells why */
    char *headers, *body;
    size_t length;
    json_t *json; /* NULL if the body is none */
    double seconds;
    struct answer *next;
};

/* Always an answer. */
struct answer *http(const struct call *call);
#define CALL(...) http(&(const struct call){__VA_ARGS__})

/* The usual ones; `token` NULL for nobody. */
struct answer *get(const char *path);
struct answer *get_as(const char *token, const char *path);
struct answer *post(const char *token, const char *path, const char *body);
struct answer *put(const char *token, const char *path, const char *body);
struct answer *del(const char *token, const char *path);
struct answer *inside(const char *path);

/* The value of a header, NULL if it is not there; of several, the first. */
const char *answer_header(const struct answer *answer, const char *name);

/* A text that lives as long as the answers do. */
char *text(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* What a path or query takes of a text: %XX where it must be. */
char *escaped(const char *plain);

void http_forget(void);

/* Monotonic seconds. */
double seconds_now(void);
/* A moment between two looks at the same thing. */
void pause_briefly(void);

/* Looks until `condition` holds or `seconds` have passed; whether it holds. */
#define UNTIL(seconds, condition)                                                        \
    ({                                                                                   \
        const double deadline_ = seconds_now() + (seconds);                              \
        bool holds_;                                                                     \
                                                                                         \
        while (!(holds_ = (condition)) && seconds_now() < deadline_)                     \
            pause_briefly();                                                             \
        holds_;                                                                          \
    })

#endif
