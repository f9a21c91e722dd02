/* reply.h - the answer to a request. Each returns 0, as handlers do; the body's JSON is
 * taken over. */
#ifndef VH_REPLY_H
#define VH_REPLY_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "shape.h"

struct page;
struct request;

int reply_json(struct request *rq, int status, json_t *body);

/* One resource, with a strong ETag: its version (0 if it keeps none) and a hash of what
   is shown. If-None-Match is answered with 304 when the reply is finished. */
int reply_resource(struct request *rq, int status, json_t *body, uint64_t version);

/* What a store's find came to: the resource of `shape` (found 1), 404 naming the `noun`
   (0), or the database's failure
   (-1). `record` is read only if it was found. */
int reply_found(struct request *rq, int found, const char *noun,
                const struct shape *shape, const void *record, uint64_t version);

/* If-Match, if it was sent: whether the resource, now at `version`, is still the one the
   caller has seen. False after answering 412. An ETag's hash is not looked at: it moves
   with counts that follow other services' events, which a change does not overwrite. */
bool reply_unchanged(struct request *rq, uint64_t version);

/* 201 with Location and the resource. */
int reply_created(struct request *rq, const char *location, json_t *body,
                  uint64_t version);

/* {"<plural>": [...], "next_cursor": ...} of the route's listing, or the database's
 * failure if `listed` is -1. */
int reply_page(struct request *rq, int listed, const struct page *page);

int reply_empty(struct request *rq, int status);

/* Bytes that live in the arena or are constant. */
int reply_bytes(struct request *rq, int status, const char *type, const char *bytes,
                size_t length);

/* Adds "Name: value\r\n"; a value from outside must hold no line's end. */
void reply_header(struct request *rq, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* ETag, 304, and an answer where none could be made for want of memory. Once, after the
 * handler. */
void reply_finish(struct request *rq);

#endif
