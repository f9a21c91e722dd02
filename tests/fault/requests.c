/* requests.c - one request of each kind, and threads that go on making them. */
#include "requests.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define THREADS 6

static struct {
    const struct person *who;
    char rating[64];
    long label, release;
} known;

static const char body_of_signup[] =
    "{\"username\": \"while-it-is-away\", \"password\": \"" PASSWORD "\"}";

/* Paths take the ids that requests_prepare found. */
static const struct kind {
    const char *method, *path, *body;
} kinds[] = {
    {"GET",    "/api/v1/albums?limit=3",                   NULL                              },
    {"GET",    "/api/v1/albums/{album}",                   NULL                              },
    {"GET",    "/api/v1/albums/{album}/cover",             NULL                              },
    {"GET",    "/api/v1/artists?q=the",                    NULL                              },
    {"GET",    "/api/v1/artists/1",                        NULL                              },
    {"GET",    "/api/v1/songs?album_id={album}",           NULL                              },
    {"GET",    "/api/v1/songs/1",                          NULL                              },
    {"GET",    "/api/v1/releases?country=UK",              NULL                              },
    {"GET",    "/api/v1/releases/1",                       NULL                              },
    {"GET",    "/api/v1/labels",                           NULL                              },
    {"GET",    "/api/v1/labels/1",                         NULL                              },
    {"GET",    "/api/v1/genres",                           NULL                              },
    {"GET",    "/api/v1/ratings?limit=5",                  NULL                              },
    {"GET",    "/api/v1/ratings/summary?album_id={album}", NULL                              },
    {"GET",    "{rating}",                                 NULL                              },
    {"GET",    "/api/v1/users/profile",                    NULL                              },
    {"GET",    "/api/v1/users/{name}",                     NULL                              },
    {"PUT",    "{rating}",                                 "{\"rating\": 3.5}"               },
    {"PUT",    "/api/v1/users/profile",                    "{\"bio\": \"again\"}"            },
    {"POST",   "/api/v1/ratings",                          "{\"album_id\": 2, \"rating\": 4}"},
    {"POST",   "/api/v1/auth/login",                       body_of_signup                    },
    {"POST",   "/api/v1/auth/signup",                      body_of_signup                    },
    {"POST",   "/api/v1/auth/refresh",                     NULL                              },
    {"DELETE", "/api/v1/ratings/9007199254740991",         NULL                              },
    {"POST",   "/api/v1/auth/logout",                      NULL                              },
};
#define READS 17
#define REPEATABLE 19

void requests_prepare(void)
{
    struct answer *made;

    if (known.who != NULL)
        return;
    known.who = sign_up();
    albums();
    made = rate(known.who, album(0), 2.5);
    REQUIRE_STATUS(made, 201);
    snprintf(known.rating, sizeof known.rating, "%s", answer_header(made, "Location"));
}

size_t requests_reads(void)
{
    return READS;
}

size_t requests_repeatable(void)
{
    return REPEATABLE;
}

size_t requests_all(void)
{
    return sizeof kinds / sizeof *kinds;
}

/* The path with its word in braces filled in. */
static const char *filled(const char *path)
{
    const char *brace = strchr(path, '{'), *value;

    if (brace == NULL)
        return path;
    value = strncmp(brace, "{album}", 7) == 0    ? text("%" PRId64, album(0))
            : strncmp(brace, "{rating}", 8) == 0 ? known.rating
                                                 : known.who->name;
    return text("%.*s%s%s", (int)(brace - path), path, value, strchr(brace, '}') + 1);
}

struct answer *request_nth(size_t n)
{
    const struct kind *kind = &kinds[n];

    return CALL(.method = kind->method, .path = filled(kind->path),
                .token = known.who->token, .body = kind->body,
                .headers = {text("Cookie: %s", known.who->cookie)});
}

static struct {
    pthread_t threads[THREADS];
    _Atomic bool stop;
    _Atomic size_t requests, failed;
    size_t kinds;
    pthread_mutex_t lock;
    char first[400];
} running = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void note(const struct answer *answer)
{
    running.requests++;
    if (answer->status == 200)
        return;
    running.failed++;
    pthread_mutex_lock(&running.lock);
    if (running.first[0] == '\0')
        snprintf(running.first, sizeof running.first, "%s %.100s: %ld %.200s",
                 answer->method, answer->path, answer->status, answer->body);
    pthread_mutex_unlock(&running.lock);
}

static void *go_on(void *argument)
{
    size_t n = (size_t)(uintptr_t)argument;

    while (!running.stop) {
        note(request_nth(n++ % running.kinds));
        pause_briefly();
    }
    return NULL;
}

void load_begin(size_t count)
{
    running.stop = false;
    running.requests = running.failed = 0;
    running.first[0] = '\0';
    running.kinds = count;
    for (size_t i = 0; i < THREADS; i++)
        REQUIRE(pthread_create(&running.threads[i], NULL, go_on,
                               (void *)(uintptr_t)(i * 3)) == 0,
                "no thread");
}

size_t load_so_far(void)
{
    return running.requests;
}

void load_end(struct load *out)
{
    running.stop = true;
    for (size_t i = 0; i < THREADS; i++)
        pthread_join(running.threads[i], NULL);
    *out = (struct load){running.requests, running.failed, ""};
    snprintf(out->first, sizeof out->first, "%s", running.first);
}
