/* export_api.c - /users/export: everything that is held on the caller, in every service,
 * as one document. Rows are written as they come and forgotten, so that only the document
 * itself grows with them. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/arena.h"
#include "core/internal_call.h"
#include "core/problem.h"
#include "core/reply.h"
#include "core/service.h"
#include "user/account.h"
#include "user/content_store.h"
#include "user/email.h"
#include "user/personal.h"
#include "user/routes.h"
#include "user/user_store.h"

#include "core/banned.h"

#define CALL_MS 2000

static const char *const others[] = {"rating", "catalog"};

struct export
{
    struct request *rq;
    const struct user *user;
    FILE *out;
    bool first; /* nothing of this part yet */
};

static void write_json(struct export *export, const json_t *json)
{
    json_dumpf(json, export->out,
               JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
}

static void begin_part(struct export *export, const char *name, bool first)
{
    fprintf(export->out, "%s\"%s\":[", first ? "" : ",", name);
    export->first = true;
}

static void separate(struct export *export)
{
    if (!export->first)
        fputc(',', export->out);
    export->first = false;
}

/* 0 or -1. */
static int write_own_part(struct export *export, const struct personal *part)
{
    const struct personal_row *items;
    struct rows rows;
    uint64_t after = 0;

    begin_part(export, part->name, false);
    do {
        if (personal_rows(export->rq->db, export->rq->arena, part, export->user->id,
                          after, &rows) != 0)
            return -1;
        items = rows.items;
        for (size_t i = 0; i < rows.count; i++) {
            separate(export);
            fputs(items[i].content, export->out);
            after = items[i].position;
        }
    } while (rows.count == part->page);
    fputc(']', export->out);
    return 0;
}

/* The account, its lines, and the parts. 0 or -1. */
static int write_own(struct export *export)
{
    struct content content;

    if (content_store_find(export->rq->db, export->rq->arena, export->user->id,
                           &content) != 0)
        return -1;
    fputs("\"user\":{\"profile\":", export->out);
    write_json(export, shape_to_json(&user_shape, export->user));
    fputs(",\"content\":", export->out);
    write_json(export,
               json_object_get(shape_to_json(&content_shape, &content), "content"));
    for (size_t i = 0; i < user_personal_count; i++)
        if (write_own_part(export, &user_personal[i]) != 0)
            return -1;
    fputc('}', export->out);
    return 0;
}

/* Asks another service; the answer, the caller's to release, or NULL. */
static json_t *ask(struct export *export, const char *service, const char *part,
                   uint64_t after)
{
    const char *path = arena_printf(
        export->rq->arena, "/pools/%s/personal?user=%" PRIu64 "%s%s", service,
        export->user->id, part == NULL ? "" : "&part=", part == NULL ? "" : part);
    json_t *answer = NULL;

    if (part != NULL && path != NULL)
        path = arena_printf(export->rq->arena, "%s&after=%" PRIu64, path, after);
    if (path != NULL && internal_get(export->rq->internal, path, CALL_MS, &answer) == 200)
        return answer;
    json_decref(answer);
    return NULL;
}

/* Writes the rows of an answer; where to go on, 0 at the end, -1 if it is none. */
static int64_t write_rows(struct export *export, const json_t *answer)
{
    const json_t *list = json_object_get(answer, "rows");

    if (!json_is_array(list))
        return -1;
    for (size_t i = 0; i < json_array_size(list); i++) {
        separate(export);
        write_json(export, json_array_get(list, i));
    }
    return json_integer_value(json_object_get(answer, "next"));
}

/* 0 or -1. */
static int write_part(struct export *export, const char *service, const char *part)
{
    int64_t after = 0;

    do {
        json_t *answer = ask(export, service, part, (uint64_t)after);

        after = write_rows(export, answer);
        json_decref(answer);
    } while (after > 0);
    fputc(']', export->out);
    return after == 0 ? 0 : -1;
}

/* All that another service holds. 0 or -1. */
static int write_service(struct export *export, const char *service)
{
    json_t *answer = ask(export, service, NULL, 0);
    const json_t *parts = json_object_get(answer, "parts");
    int status = json_is_array(parts) ? 0 : -1;

    fprintf(export->out, ",\"%s\":{", service);
    for (size_t i = 0; status == 0 && i < json_array_size(parts); i++) {
        const char *part = json_string_value(json_array_get(parts, i));

        begin_part(export, part, i == 0);
        status = write_part(export, service, part);
    }
    fputc('}', export->out);
    json_decref(answer);
    return status;
}

/* NULL, or the service that did not tell all of it. */
static const char *write_all(struct export *export)
{
    struct arena *before;
    const char *missing = NULL;
    time_t now = time(NULL);
    char text[40];
    struct tm tm;

    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S.000Z", gmtime_r(&now, &tm));
    fprintf(export->out, "{\"exported_at\":\"%s\",", text);
    if (write_own(export) != 0)
        return "user";
    before = arena_lend(NULL); /* answers are released as soon as they are written */
    for (size_t i = 0; missing == NULL && i < sizeof others / sizeof *others; i++)
        if (write_service(export, others[i]) != 0)
            missing = others[i];
    arena_lend(before);
    fputc('}', export->out);
    return missing;
}

static int reply_document(struct request *rq, const struct user *user, const char *text,
                          size_t size)
{
    char *body = arena_strndup(rq->arena, text, size);

    if (body == NULL)
        return fail(rq, P_UNAVAILABLE, "The server is out of memory. Try again later.");
    reply_header(rq,
                 "Content-Disposition: attachment; filename=\"vinylhound-%s.json\"\r\n",
                 user->username);
    return reply_bytes(rq, 200, "application/json", body, size);
}

int export_show(struct request *rq)
{
    const char *missing;
    struct user user;
    struct export export = {.rq = rq, .user = &user};
    char *text = NULL;
    size_t size = 0;

    if (!account_find(rq, &user))
        return 0;
    export.out =
        email_open(rq->seals, rq->arena, &user) ? open_memstream(&text, &size) : NULL;
    if (export.out == NULL)
        return fail(rq, P_INTERNAL, "The export cannot be written; it has been noted.");
    missing = write_all(&export);
    if (fclose(export.out) != 0 && missing == NULL)
        missing = "user";
    if (missing == NULL)
        reply_document(rq, &user, text, size);
    else
        fail(
            rq, P_UNAVAILABLE,
            "The %s service does not answer just now, and an export without its part would "
            "not be whole. Try again in a moment.",
            missing);
    free(text);
    return 0;
}
