/* http.c - requests to the stack under test, by libcurl. */
#include "http.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "core/banned.h"

#define SECONDS 20L /* no request of a test takes longer */

/* What lives until the test ends. */
static struct {
    pthread_mutex_t lock;
    struct answer *answers;
    struct kept {
        struct kept *next;
        char text[];
    } * texts;
} pool = {.lock = PTHREAD_MUTEX_INITIALIZER};

static pthread_key_t handle_key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

struct growing {
    char *at;
    size_t used;
};

static void give_up(const char *why)
{
    fprintf(stderr, "tests: %s\n", why);
    abort();
}

static void grow(struct growing *text, const char *bytes, size_t length)
{
    char *larger = realloc(text->at, text->used + length + 1);

    if (larger == NULL)
        give_up("out of memory");
    text->at = larger;
    memcpy(text->at + text->used, bytes, length);
    text->used += length;
    text->at[text->used] = '\0';
}

static void add(struct growing *text, const char *words)
{
    grow(text, words, strlen(words));
}

static size_t take(char *bytes, size_t size, size_t count, void *user)
{
    grow(user, bytes, size * count);
    return size * count;
}

static void end_thread(void *handle)
{
    curl_easy_cleanup(handle);
}

static void start(void)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    pthread_key_create(&handle_key, end_thread);
}

/* One for each thread, so that connections are kept. */
static CURL *handle(void)
{
    CURL *curl;

    pthread_once(&once, start);
    curl = pthread_getspecific(handle_key);
    if (curl == NULL) {
        curl = curl_easy_init();
        if (curl == NULL)
            give_up("curl does not start");
        pthread_setspecific(handle_key, curl);
    }
    curl_easy_reset(curl);
    return curl;
}

char *text(const char *format, ...)
{
    struct kept *kept;
    va_list arguments, again;
    int length;

    va_start(arguments, format);
    va_copy(again, arguments);
    length = vsnprintf(NULL, 0, format, arguments);
    kept = length < 0 ? NULL : malloc(sizeof *kept + (size_t)length + 1);
    if (kept == NULL)
        give_up("out of memory");
    vsnprintf(kept->text, (size_t)length + 1, format, again);
    va_end(again);
    va_end(arguments);
    pthread_mutex_lock(&pool.lock);
    kept->next = pool.texts;
    pool.texts = kept;
    pthread_mutex_unlock(&pool.lock);
    return kept->text;
}

char *escaped(const char *plain)
{
    CURL *curl = handle();
    char *made = curl_easy_escape(curl, plain, 0), *kept;

    if (made == NULL)
        give_up("out of memory");
    kept = text("%s", made);
    curl_free(made);
    return kept;
}

static struct curl_slist *headers_of(const struct call *call)
{
    struct curl_slist *list = curl_slist_append(NULL, "Expect:");
    const char *type = call->type != NULL ? call->type : "application/json";

    if (call->token != NULL)
        list = curl_slist_append(list, text("Authorization: Bearer %s", call->token));
    if (call->body != NULL)
        list = curl_slist_append(list, *type == '\0' ? "Content-Type:"
                                                     : text("Content-Type: %s", type));
    if (call->chunked)
        list = curl_slist_append(list, "Transfer-Encoding: chunked");
    for (size_t i = 0; i < HEADERS && call->headers[i] != NULL; i++)
        list = curl_slist_append(list, call->headers[i]);
    return list;
}

static const char *method_of(const struct call *call)
{
    return call->method != NULL ? call->method : call->body != NULL ? "POST" : "GET";
}

static void aim(CURL *curl, const struct call *call)
{
    const char *base = getenv("BASE_URL"), *socket = getenv("INTERNAL_SOCK");

    if (base == NULL || socket == NULL)
        give_up("BASE_URL and INTERNAL_SOCK are not set: run this by "
                "tests/harness/with-stack");
    if (call->inside)
        curl_easy_setopt(curl, CURLOPT_UNIX_SOCKET_PATH, socket);
    curl_easy_setopt(curl, CURLOPT_URL, call->inside ? "http://localhost" : base);
    curl_easy_setopt(curl, CURLOPT_REQUEST_TARGET, call->path);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, SECONDS);
    if (strcmp(method_of(call), "HEAD") == 0)
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    else
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method_of(call));
}

static struct answer *keep(struct answer *answer)
{
    pthread_mutex_lock(&pool.lock);
    answer->next = pool.answers;
    pool.answers = answer;
    pthread_mutex_unlock(&pool.lock);
    return answer;
}

/* Where ANSWERS names a file, each exchange with a pool is written there as a line of
 * JSON, to be held to openapi/ (tests/contract/answers.mjs). */
static void record(const struct answer *answer)
{
    const char *path = getenv("ANSWERS");
    json_t *line;
    FILE *file;

    if (path == NULL || strncmp(answer->path, "/api/", 5) != 0)
        return;
    line = json_pack("{s:s, s:s, s:I, s:s?, s:s%}", "method", answer->method, "path",
                     answer->path, "status", (json_int_t)answer->status, "type",
                     answer_header(answer, "Content-Type"), "body", answer->body,
                     answer->length);
    if (line == NULL)
        return; /* a path or body that is not UTF-8 */
    pthread_mutex_lock(&pool.lock);
    file = fopen(path, "ae");
    if (file != NULL) {
        json_dumpf(line, file, JSON_COMPACT);
        fputc('\n', file);
        fclose(file);
    }
    pthread_mutex_unlock(&pool.lock);
    json_decref(line);
}

struct answer *http(const struct call *call)
{
    CURL *curl = handle();
    struct answer *answer = calloc(1, sizeof *answer);
    struct curl_slist *list = headers_of(call);
    struct growing body = {0}, headers = {0};
    CURLcode result;

    if (answer == NULL)
        give_up("out of memory");
    aim(curl, call);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &headers);
    if (call->body != NULL) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call->body);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE,
                         (long)(call->length != 0 ? call->length : strlen(call->body)));
    }
    result = curl_easy_perform(curl);
    curl_slist_free_all(list);
    answer->method = method_of(call);
    answer->path = text("%s", call->path);
    add(&headers, "");
    add(&body, result == CURLE_OK ? "" : curl_easy_strerror(result));
    if (result == CURLE_OK)
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer->status);
    curl_easy_getinfo(curl, CURLINFO_TOTAL_TIME, &answer->seconds);
    answer->headers = headers.at;
    answer->body = body.at;
    answer->length = body.used;
    answer->json = json_loadb(body.at, body.used, JSON_DECODE_ANY, NULL);
    record(answer);
    return keep(answer);
}

const char *answer_header(const struct answer *answer, const char *name)
{
    size_t length = strlen(name);

    for (const char *line = answer->headers; *line != '\0'; line += strcspn(line, "\n")) {
        line += *line == '\n';
        if (strncasecmp(line, name, length) == 0 && line[length] == ':') {
            const char *value = line + length + 1 + strspn(line + length + 1, " ");

            return text("%.*s", (int)strcspn(value, "\r\n"), value);
        }
    }
    return NULL;
}

void http_forget(void)
{
    for (struct answer *at = pool.answers, *next; at != NULL; at = next) {
        next = at->next;
        json_decref(at->json);
        free(at->headers);
        free(at->body);
        free(at);
    }
    for (struct kept *at = pool.texts, *next; at != NULL; at = next) {
        next = at->next;
        free(at);
    }
    pool.answers = NULL;
    pool.texts = NULL;
}

struct answer *get(const char *path)
{
    return CALL(.path = path);
}

struct answer *get_as(const char *token, const char *path)
{
    return CALL(.path = path, .token = token);
}

struct answer *post(const char *token, const char *path, const char *body)
{
    return CALL(.method = "POST", .path = path, .token = token, .body = body);
}

struct answer *put(const char *token, const char *path, const char *body)
{
    return CALL(.method = "PUT", .path = path, .token = token, .body = body);
}

struct answer *del(const char *token, const char *path)
{
    return CALL(.method = "DELETE", .path = path, .token = token);
}

struct answer *inside(const char *path)
{
    return CALL(.path = path, .inside = true);
}

double seconds_now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void pause_briefly(void)
{
    const struct timespec moment = {0, 10000000};

    nanosleep(&moment, NULL);
}
