/* transaction.c - running the handler of a request that changes something. */
#include "transaction.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "clock.h"
#include "core_statements.h"
#include "db.h"
#include "departed.h"
#include "log.h"
#include "problem.h"
#include "reply.h"
#include "route.h"

#include "banned.h"

#define TRIES 5
#define TRY_AGAIN_WITHIN 1.0 /* seconds */
#define KEY_LEAST 8
#define KEY_MOST 128
#define HASH 32

struct first_answer {
    unsigned char request_hash[HASH];
    int64_t status;
    const char *location, *body;
};

static const struct field first_answer_fields[] = {
    FIELD(struct first_answer, request_hash, FIELD_BYTES, .max = HASH),
    FIELD(struct first_answer, status, FIELD_COUNT),
    FIELD(struct first_answer, location, FIELD_TEXT),
    FIELD(struct first_answer, body, FIELD_TEXT),
};
const struct shape first_answer_shape = SHAPE(struct first_answer, first_answer_fields);

static const struct field schema_version_fields[] = {
    FIELD(struct schema_version, version, FIELD_COUNT),
};
const struct shape schema_version_shape =
    SHAPE(struct schema_version, schema_version_fields);

struct key {
    const char *name; /* NULL: the request carries none */
    unsigned char hash[HASH];
};

static bool is_visible(const char *text)
{
    for (; *text != '\0'; text++)
        if (*text < 0x21 || *text > 0x7e)
            return false;
    return true;
}

static bool hash_request(const struct request *rq, unsigned char *out)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool done = context != NULL && EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1 &&
                EVP_DigestUpdate(context, rq->path, strlen(rq->path) + 1) == 1 &&
                EVP_DigestUpdate(context, rq->content, rq->content_length) == 1 &&
                EVP_DigestFinal_ex(context, out, NULL) == 1;

    EVP_MD_CTX_free(context);
    return done;
}

/* False after answering: the header is not a key. */
static bool read_key(struct request *rq, struct key *key)
{
    const char *name = request_param(rq, "HTTP_IDEMPOTENCY_KEY");

    key->name = NULL;
    if ((rq->route->traits & CREATES) == 0 || name == NULL)
        return true;
    if (strlen(name) < KEY_LEAST || strlen(name) > KEY_MOST || !is_visible(name)) {
        fail(rq, P_BAD_REQUEST,
             "Idempotency-Key must be 8 to 128 visible ASCII characters.");
        return false;
    }
    if (!hash_request(rq, key->hash)) {
        fail(rq, P_UNAVAILABLE, "The server is out of memory. Try again in a moment.");
        return false;
    }
    key->name = name;
    return true;
}

/* Gives the first answer again; a handler whose answer is never stored makes it anew. */
static void replay(struct request *rq, const struct first_answer *first)
{
    if (first->body == NULL) {
        rq->replayed = true;
        rq->route->handler(rq);
        rq->reply.location = rq->reply.status == first->status ? first->location : NULL;
        return;
    }
    rq->reply.location = first->location;
    rq->reply.resource = true;
    reply_bytes(rq, (int)first->status, "application/json", first->body,
                strlen(first->body));
}

/* Whether the handler is still to be run; otherwise the answer is there, or the
 * transaction has failed. */
static bool claim(struct request *rq, const struct key *key)
{
    struct first_answer first = {0};
    int64_t claimed;
    int found;

    db_run(rq->db, IDEMPOTENCY_EXPIRE, NO_ARGS);
    claimed =
        db_run(rq->db, IDEMPOTENCY_CLAIM,
               ARGS(A_UINT(rq->caller.id), A_TEXT(key->name), A_BYTES(key->hash, HASH)));
    if (claimed != DB_DUPLICATE)
        return claimed == 1;
    found = db_find(rq->db, rq->arena, IDEMPOTENCY_FIND,
                    ARGS(A_UINT(rq->caller.id), A_TEXT(key->name)), &first);
    if (found == 1 && memcmp(first.request_hash, key->hash, HASH) != 0)
        fail(rq, P_INVALID,
             "This Idempotency-Key was used for another request. Use a new key.");
    else if (found == 1)
        replay(rq, &first);
    else
        fail(rq, P_UNAVAILABLE,
             "Another request with this Idempotency-Key has just ended. Try again.");
    return false;
}

static void store_answer(struct request *rq, const struct key *key)
{
    const char *body = rq->reply.secret
                           ? NULL
                           : arena_strndup(rq->arena, rq->reply.body, rq->reply.length);

    db_run(rq->db, IDEMPOTENCY_FINISH,
           ARGS(A_INT(rq->reply.status), A_TEXT(rq->reply.location), A_TEXT(body),
                A_UINT(rq->caller.id), A_TEXT(key->name)));
}

/* One attempt. True: rq->reply stands. */
static bool attempt(struct request *rq, const struct key *key)
{
    rq->reply = (struct reply){0};
    rq->replayed = rq->keep = false;
    if (db_begin(rq->db) != 0)
        return false;
    if (departed_not(rq) && (key->name == NULL || claim(rq, key))) {
        rq->route->handler(rq);
        if (key->name != NULL && rq->reply.status < 400 && db_trouble(rq->db) == DB_FINE)
            store_answer(rq, key);
    }
    if (db_trouble(rq->db) == DB_FINE && (rq->reply.status < 400 || rq->keep))
        return db_commit(rq->db) == 0;
    db_rollback(rq->db);
    return db_trouble(rq->db) == DB_FINE;
}

/* A few milliseconds, more with each try, not the same in each thread: whoever collided
 * must not collide again. */
static void pause_before(int try)
{
    long span = 2000000L << try;
    struct timespec time = {0, span / 2 + random() % span};

    nanosleep(&time, NULL);
}

void transaction_run(struct request *rq)
{
    double began = clock_monotonic();
    struct key key;

    if (!read_key(rq, &key))
        return;
    for (int try = 0; try < TRIES; try++) {
        enum db_trouble trouble;

        if (attempt(rq, &key))
            return;
        trouble = db_trouble(rq->db);
        if (trouble == DB_BROKEN || (trouble == DB_UNSURE && key.name == NULL))
            break;
        if (clock_monotonic() - began > TRY_AGAIN_WITHIN ||
            (trouble == DB_LOST && db_ready(rq->db) == DB_LOST))
            break;
        pause_before(try);
    }
    rq->reply = (struct reply){0};
    fail(rq, P_DATABASE, "transaction");
}
