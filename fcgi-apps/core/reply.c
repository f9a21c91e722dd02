/* reply.c - the answer to a request. */
#include "reply.h"

#include <inttypes.h>
#include <openssl/sha.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "codec.h"
#include "listing.h"
#include "problem.h"
#include "request.h"

#include "banned.h"

/* What is sent when memory is out. */
static const char out_of_memory[] =
    "{\"type\":\"/problems/unavailable\",\"title\":\"Unavailable for the moment\","
    "\"status\":503,\"detail\":\"The server is out of memory. Try again in a moment.\"}";

int reply_bytes(struct request *rq, int status, const char *type, const char *bytes,
                size_t length)
{
    rq->reply.status = status;
    rq->reply.type = type;
    rq->reply.body = bytes;
    rq->reply.length = length;
    return 0;
}

static int give_up(struct request *rq)
{
    rq->reply = (struct reply){.headers = "Retry-After: 1\r\n"};
    return reply_bytes(rq, 503, "application/problem+json", out_of_memory,
                       sizeof out_of_memory - 1);
}

int reply_json(struct request *rq, int status, json_t *body)
{
    char *text =
        body == NULL ? NULL : json_dumps(body, JSON_COMPACT | JSON_REAL_PRECISION(15));

    if (text == NULL)
        return give_up(rq);
    return reply_bytes(rq, status, "application/json", text, strlen(text));
}

int reply_resource(struct request *rq, int status, json_t *body, uint64_t version)
{
    rq->reply.resource = true;
    rq->reply.version = version;
    return reply_json(rq, status, body);
}

int reply_found(struct request *rq, int found, const char *noun,
                const struct shape *shape, const void *record, uint64_t version)
{
    if (found < 0)
        return fail(rq, P_DATABASE, "%s", noun);
    if (found == 0 && rq->name != NULL)
        return fail(rq, P_NOT_FOUND, "There is no %s \"%.64s\".", noun, rq->name);
    if (found == 0)
        return fail(rq, P_NOT_FOUND, "There is no %s %" PRIu64 ".", noun, rq->id);
    return reply_resource(rq, 200, shape_to_json(shape, record), version);
}

int reply_created(struct request *rq, const char *location, json_t *body,
                  uint64_t version)
{
    if (location == NULL)
        return give_up(rq);
    rq->reply.location = location;
    return reply_resource(rq, 201, body, version);
}

int reply_page(struct request *rq, int listed, const struct page *page)
{
    const struct listing *listing = rq->query->listing;
    json_t *body;

    if (listed < 0)
        return fail(rq, P_DATABASE, "%s", listing->plural);
    body = json_object();
    json_object_set_new(body, listing->plural, rows_to_json(listing->row, &page->rows));
    json_object_set_new(body, "next_cursor",
                        page->next_cursor == NULL ? json_null()
                                                  : json_string(page->next_cursor));
    return json_object_size(body) == 2 ? reply_json(rq, 200, body) : give_up(rq);
}

int reply_empty(struct request *rq, int status)
{
    return reply_bytes(rq, status, NULL, "", 0);
}

void reply_header(struct request *rq, const char *format, ...)
{
    const char *before = rq->reply.headers == NULL ? "" : rq->reply.headers;
    va_list arguments;
    char line[1024];
    char *all;

    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    all = arena_printf(rq->arena, "%s%s", before, line);
    if (all != NULL)
        rq->reply.headers = all;
}

/* Whether an If-None-Match names `tag`: weak comparison, as RFC 9110 has it for this
 * header. */
static bool names_tag(const char *list, const char *tag)
{
    size_t length = strlen(tag);

    while (*list != '\0') {
        list += strspn(list, " \t,");
        if (*list == '*')
            return true;
        if (strncmp(list, "W/", 2) == 0)
            list += 2;
        if (strncmp(list, tag, length) == 0 && strchr(", \t", list[length]) != NULL)
            return true;
        list += strcspn(list, ",");
    }
    return false;
}

bool reply_unchanged(struct request *rq, uint64_t version)
{
    const char *list = request_param(rq, "HTTP_IF_MATCH");
    char start[32];
    size_t length;

    if (list == NULL)
        return true;
    length = (size_t)snprintf(start, sizeof start, "\"%" PRIu64 "-", version);
    while (*list != '\0') {
        list += strspn(list, " \t,");
        if (*list == '*' || strncmp(list, start, length) == 0)
            return true;
        list += strcspn(list, ",");
    }
    fail(rq, P_STALE,
         "This was changed after you have read it. Read it again, then change that.");
    return false;
}

static void tag(struct request *rq)
{
    const char *known = request_param(rq, "HTTP_IF_NONE_MATCH");
    unsigned char hash[SHA256_DIGEST_LENGTH];
    char text[BASE64URL_SIZE(12)], tag[64];

    SHA256((const unsigned char *)rq->reply.body, rq->reply.length, hash);
    base64url_encode(hash, 12, text);
    snprintf(tag, sizeof tag, "\"%" PRIu64 "-%s\"", rq->reply.version, text);
    reply_header(rq, "ETag: %s\r\n", tag);
    if (rq->method == GET && rq->reply.status == 200 && known != NULL &&
        names_tag(known, tag))
        reply_empty(rq, 304);
}

void reply_finish(struct request *rq)
{
    if (rq->reply.status == 0)
        give_up(rq);
    if (rq->reply.resource)
        tag(rq);
    if (rq->reply.location != NULL)
        reply_header(rq, "Location: %s\r\n", rq->reply.location);
}
