/* internal_call.c - asking another service, through the gateway's internal listener. */
#include "internal_call.h"

#include <curl/curl.h>
#include <inttypes.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "clock.h"
#include "config.h"
#include "log.h"
#include "metrics_peer.h"
#include "service_token.h"

#include "banned.h"

#define BODY_MOST (4 * 1024 * 1024)
#define FIRST_TRY 0.6 /* of the time there is: what is left is for the second */
#define LEAST_MS 5    /* less time than this is none */
#define SLOW_S 0.1    /* without an answer, and a service is in trouble */

struct internal_caller {
    CURL *curl;
    struct service_tokens *tokens;
    struct arena *arena;
    double deadline;
    long waiting_most; /* threads of this process that may wait for one service */
    char *body;
    size_t used, room;
    char error[CURL_ERROR_SIZE];
};

static size_t take(char *bytes, size_t size, size_t count, void *user)
{
    struct internal_caller *caller = user;
    size_t length = size * count, wanted = caller->used + length;

    if (wanted > BODY_MOST)
        return 0;
    if (wanted > caller->room) {
        char *larger = realloc(caller->body, wanted * 2);

        if (larger == NULL)
            return 0;
        caller->body = larger;
        caller->room = wanted * 2;
    }
    memcpy(caller->body + caller->used, bytes, length);
    caller->used = wanted;
    return length;
}

static void set_options(struct internal_caller *caller, const struct config *config)
{
    CURL *curl = caller->curl;

    curl_easy_setopt(curl, CURLOPT_UNIX_SOCKET_PATH,
                     config_text(config, "internal.socket"));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, caller);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, caller->error);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
}

struct internal_caller *internal_caller_new(const struct config *config,
                                            struct service_tokens *tokens)
{
    struct internal_caller *caller = calloc(1, sizeof *caller);
    long threads = config_number(config, "pool.threads");

    if (caller == NULL)
        return NULL;
    caller->tokens = tokens;
    caller->waiting_most = threads > 1 ? threads / 2 : 1;
    caller->arena = arena_new();
    caller->curl = curl_easy_init();
    if (caller->curl == NULL || caller->arena == NULL)
        internal_caller_free(&caller);
    else
        set_options(caller, config);
    return caller;
}

void internal_caller_free(struct internal_caller **caller)
{
    if (*caller == NULL)
        return;
    curl_easy_cleanup((*caller)->curl);
    arena_free(&(*caller)->arena);
    free((*caller)->body);
    free(*caller);
    *caller = NULL;
}

void internal_caller_until(struct internal_caller *caller, double deadline)
{
    caller->deadline = deadline;
}

static struct curl_slist *add(struct curl_slist *list, const char *line)
{
    struct curl_slist *longer = line == NULL ? NULL : curl_slist_append(list, line);

    return longer == NULL ? list : longer;
}

static struct curl_slist *headers(struct internal_caller *caller, const char *target,
                                  long milliseconds)
{
    const struct log_scope *scope = log_scope_now();
    const char *token = service_token_for(caller->tokens, target, caller->arena);
    struct arena *arena = caller->arena;
    struct curl_slist *list =
        add(NULL, arena_printf(arena, "X-Deadline-Ms: %ld", milliseconds));

    if (token != NULL)
        list = add(list, arena_printf(arena, "X-Service-Token: %s", token));
    if (scope != NULL && scope->request_id != NULL)
        list = add(list, arena_printf(arena, "X-Request-Id: %s", scope->request_id));
    if (scope != NULL && scope->trace_id != NULL)
        list = add(list, arena_printf(arena, "Traceparent: 00-%s-%.16s-01",
                                      scope->trace_id, scope->trace_id));
    return list;
}

/* One attempt: the status, or -1. */
static int try_once(struct internal_caller *caller, const char *target, const char *path,
                    long milliseconds)
{
    struct curl_slist *list = headers(caller, target, milliseconds);
    long status = -1;
    CURLcode result;

    caller->used = 0;
    caller->error[0] = '\0';
    curl_easy_setopt(caller->curl, CURLOPT_URL,
                     arena_printf(caller->arena, "http://localhost%s", path));
    curl_easy_setopt(caller->curl, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(caller->curl, CURLOPT_TIMEOUT_MS, milliseconds);
    result = curl_easy_perform(caller->curl);
    curl_slist_free_all(list);
    if (result == CURLE_OK)
        curl_easy_getinfo(caller->curl, CURLINFO_RESPONSE_CODE, &status);
    else
        log_line(LOG_WARNING, "internal-call", "%s: %s", path,
                 caller->error[0] != '\0' ? caller->error : curl_easy_strerror(result));
    arena_reset(caller->arena);
    return (int)status;
}

/* What another try may mend. */
static bool is_failure(int status)
{
    return status < 0 || (status >= 502 && status <= 504);
}

static void pause_a_little(void)
{
    const struct timespec time = {0, 5000000 + random() % 20000000};

    nanosleep(&time, NULL);
}

static long left(double until)
{
    return (long)((until - clock_monotonic()) * 1e3);
}

/* Up to two attempts within the time there is. */
static int call(struct internal_caller *caller, struct breaker *breaker,
                const char *target, const char *path, double until)
{
    int status = try_once(caller, target, path, (long)((double)left(until) * FIRST_TRY));

    if (!is_failure(status))
        return status;
    pause_a_little();
    if (left(until) < LEAST_MS)
        return status;
    atomic_fetch_add(&breaker->retried, 1);
    return try_once(caller, target, path, left(until));
}

/* The service a path names, /pools/NAME/...: its place among the peers; -1: none. */
static int target_of(const char *path)
{
    static const char prefix[] = "/pools/";
    const char *name = path + sizeof prefix - 1;

    for (int i = 0; strncmp(path, prefix, sizeof prefix - 1) == 0 && i < PEERS; i++)
        if (strlen(peer_names[i]) == strcspn(name, "/") &&
            strncmp(name, peer_names[i], strlen(peer_names[i])) == 0)
            return i;
    return -1;
}

/* The threads of this process that wait for a service on behalf of a request, and since
 * when there has been one. (Not in the memory that processes share: one that is killed
 * would be counted for ever.) */
static struct {
    _Atomic long count;
    _Atomic double since;
} waiting[PEERS];

/* A service that answers may be asked by all threads at once; one that has not for
 * SLOW_S or has just failed keeps half of them at most. */
static bool join(const struct internal_caller *caller, const struct breaker *breaker,
                 int peer, double now)
{
    if (caller->deadline == 0)
        return true; /* no request waits for this */
    if (atomic_fetch_add(&waiting[peer].count, 1) == 0)
        atomic_store(&waiting[peer].since, now);
    if (atomic_load(&waiting[peer].count) <= caller->waiting_most ||
        (atomic_load(&breaker->failures) == 0 &&
         now - atomic_load(&waiting[peer].since) < SLOW_S))
        return true;
    atomic_fetch_sub(&waiting[peer].count, 1);
    return false;
}

static void leave(const struct internal_caller *caller, int peer, bool good, double now)
{
    if (caller->deadline == 0)
        return;
    if (good)
        atomic_store(&waiting[peer].since, now);
    atomic_fetch_sub(&waiting[peer].count, 1);
}

int internal_get(struct internal_caller *caller, const char *path, long milliseconds,
                 json_t **out)
{
    double now = clock_monotonic(), until = now + (double)milliseconds / 1e3;
    int peer = target_of(path), status = -1;
    struct breaker *breaker;

    *out = NULL;
    if (caller->deadline > 0 && caller->deadline < until)
        until = caller->deadline;
    if (peer < 0 || left(until) < LEAST_MS)
        return -1;
    breaker = &metrics_peer(peer_names[peer])->breaker;
    if (!join(caller, breaker, peer, now))
        return -1;
    if (breaker_admits(breaker, now)) {
        status = call(caller, breaker, peer_names[peer], path, until);
        breaker_note(breaker, !is_failure(status), clock_monotonic());
    }
    leave(caller, peer, !is_failure(status), clock_monotonic());
    if (status > 0 && caller->used > 0)
        *out = json_loadb(caller->body, caller->used, 0, NULL);
    return status;
}
