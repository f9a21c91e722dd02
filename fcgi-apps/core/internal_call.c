/* internal_call.c - asking another service, through the gateway's internal listener. */
#include "internal_call.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config.h"
#include "log.h"

#include "banned.h"

#define BODY_MOST (4 * 1024 * 1024)

struct internal_caller {
    CURL *curl;
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

struct internal_caller *internal_caller_new(const struct config *config)
{
    struct internal_caller *caller = calloc(1, sizeof *caller);

    if (caller == NULL)
        return NULL;
    caller->curl = curl_easy_init();
    if (caller->curl == NULL) {
        free(caller);
        return NULL;
    }
    curl_easy_setopt(caller->curl, CURLOPT_UNIX_SOCKET_PATH,
                     config_text(config, "internal.socket"));
    curl_easy_setopt(caller->curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(caller->curl, CURLOPT_WRITEDATA, caller);
    curl_easy_setopt(caller->curl, CURLOPT_ERRORBUFFER, caller->error);
    curl_easy_setopt(caller->curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(caller->curl, CURLOPT_PROXY, "");
    return caller;
}

void internal_caller_free(struct internal_caller **caller)
{
    if (*caller == NULL)
        return;
    curl_easy_cleanup((*caller)->curl);
    free((*caller)->body);
    free(*caller);
    *caller = NULL;
}

static struct curl_slist *headers(void)
{
    const struct log_scope *scope = log_scope_now();
    struct curl_slist *list = NULL;
    char line[128];

    if (scope != NULL && scope->request_id != NULL) {
        snprintf(line, sizeof line, "X-Request-Id: %s", scope->request_id);
        list = curl_slist_append(list, line);
    }
    if (scope != NULL && scope->trace_id != NULL) {
        snprintf(line, sizeof line, "Traceparent: 00-%s-%.16s-01", scope->trace_id,
                 scope->trace_id);
        list = curl_slist_append(list, line);
    }
    return list;
}

int internal_get(struct internal_caller *caller, const char *path, long milliseconds,
                 json_t **out)
{
    struct curl_slist *list = headers();
    char url[512];
    long status = -1;
    CURLcode result;

    snprintf(url, sizeof url, "http://localhost%s", path);
    caller->used = 0;
    curl_easy_setopt(caller->curl, CURLOPT_URL, url);
    curl_easy_setopt(caller->curl, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(caller->curl, CURLOPT_TIMEOUT_MS, milliseconds);
    result = curl_easy_perform(caller->curl);
    curl_slist_free_all(list);
    *out = NULL;
    if (result != CURLE_OK) {
        log_line(LOG_WARNING, "internal-call", "%s: %s", path,
                 caller->error[0] != '\0' ? caller->error : curl_easy_strerror(result));
        return -1;
    }
    curl_easy_getinfo(caller->curl, CURLINFO_RESPONSE_CODE, &status);
    if (caller->used > 0)
        *out = json_loadb(caller->body, caller->used, 0, NULL);
    return (int)status;
}
