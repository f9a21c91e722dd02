/* collection_api.c - /users/collection and /users/{username}/collection: one's copies,
 * and what others see of them. */
#include <inttypes.h>

#include "core/arena.h"
#include "core/event.h"
#include "core/problem.h"
#include "core/reply.h"
#include "user/account.h"
#include "user/album_check.h"
#include "user/collection_store.h"
#include "user/currency.h"
#include "user/routes.h"
#include "user/user_store.h"

#include "core/banned.h"

/* Asks for news of those albums of the page that are due. As album_refresh. */
static int refresh(struct request *rq, const struct page *page)
{
    const struct item *items = page->rows.items;
    struct known_album *due =
        arena_alloc(rq->arena, (page->rows.count + 1) * sizeof *due);
    size_t count = 0;

    for (size_t i = 0; due != NULL && i < page->rows.count; i++) {
        bool met = !items[i].due;

        for (size_t n = 0; !met && n < count; n++)
            met = due[n].album_id == items[i].album_id;
        if (!met)
            due[count++] = (struct known_album){.album_id = items[i].album_id,
                                                .stale = items[i].stale};
    }
    return count == 0 ? 0 : album_refresh(rq, due, count);
}

/* A page of one user's copies. */
static int list_of(struct request *rq, uint64_t user_id)
{
    struct page page;
    int listed;

    rq->query->caller_id = user_id;
    listed = collection_store_list(rq->db, rq->arena, rq->query, &page);
    if (listed == 0)
        listed = refresh(rq, &page);
    if (listed == 1) /* something was learned: the order may be another */
        listed = collection_store_list(rq->db, rq->arena, rq->query, &page);
    return reply_page(rq, listed, &page);
}

int collection_list(struct request *rq)
{
    struct user user;

    return account_find(rq, &user) ? list_of(rq, user.id) : 0;
}

int collection_public(struct request *rq)
{
    struct user user;
    int found = user_store_by_name(rq->db, rq->arena, rq->name, &user);

    if (found == 1 && user.private && user.id != rq->caller.id)
        found = 0;
    if (found != 1)
        return reply_found(rq, found, "user", &public_shape, &user, 0);
    return list_of(rq, user.id);
}

int collection_show(struct request *rq)
{
    struct item item;
    struct user user;
    int found;

    if (!account_find(rq, &user))
        return 0;
    found = collection_store_find(rq->db, rq->arena, rq->id, user.id, &item);
    return reply_found(rq, found, "item", &item_shape, &item, (uint64_t)item.version);
}

/* What the shape cannot tell of a price. False after answering. */
static bool check_price(struct request *rq, const struct item_body *body)
{
    int decimals = body->currency == NULL ? 0 : currency_decimals(body->currency);
    int64_t unit = decimals == 0 ? 1000 : decimals == 2 ? 10 : 1;

    if (body->purchase_price != -1 && body->currency == NULL)
        fail_field(rq, "currency", "required", "is required where there is a price");
    else if (body->purchase_price == -1 && body->currency != NULL)
        fail_field(rq, "purchase_price", "required",
                   "is required where there is a currency");
    else if (decimals < 0)
        fail_field(rq, "currency", "unknown", "is no currency of ISO 4217, as EUR");
    else if (body->purchase_price % unit != 0 && body->purchase_price != -1)
        fail_field(rq, "purchase_price", "range", "has %d decimals at most in %s",
                   decimals, body->currency);
    else
        return true;
    return false;
}

/* Whether what the body names is there; `before` is what it takes the place of, whose
 * names were checked then. False after answering. */
static bool check_body(struct request *rq, const struct item_body *body,
                       const struct item *before)
{
    bool same_album = before != NULL && before->album_id == body->album_id;
    bool same_release = same_album && before->release_id == body->release_id;

    return check_price(rq, body) && (same_album || album_check(rq, body->album_id)) &&
           (body->release_id == 0 || same_release ||
            release_check(rq, body->release_id, body->album_id));
}

/* Tells what the caller has of an album now. 0 or -1. */
static int tell(struct request *rq, uint64_t album_id)
{
    struct copies copies;

    if (collection_store_count(rq->db, rq->arena, rq->caller.id, album_id, &copies) != 0)
        return -1;
    return event_publish(rq, "collection.changed", rq->caller.id,
                         json_pack("{s:I, s:I, s:I}", "album_id", (json_int_t)album_id,
                                   "owned", (json_int_t)copies.owned, "wanted",
                                   (json_int_t)copies.wanted));
}

int collection_create(struct request *rq)
{
    const struct item_body *body = rq->body;
    struct item item;
    uint64_t id;

    if (!check_body(rq, body, NULL) || !account_lock(rq))
        return 0;
    if (collection_store_add(rq->db, rq->caller.id, body, &id) != 0 ||
        collection_store_find(rq->db, rq->arena, id, rq->caller.id, &item) != 1 ||
        tell(rq, item.album_id) != 0)
        return fail(rq, P_DATABASE, "item");
    return reply_created(rq,
                         arena_printf(rq->arena, "/api/v1/users/collection/%" PRIu64, id),
                         shape_to_json(&item_shape, &item), (uint64_t)item.version);
}

/* The caller's item of the path, locked and as the caller has seen it. False after
 * answering. */
static bool take_item(struct request *rq, struct item *item)
{
    int found;

    if (!account_lock(rq))
        return false;
    found = collection_store_lock(rq->db, rq->arena, rq->id, rq->caller.id, item);
    if (found != 1)
        reply_found(rq, found, "item", &item_shape, item, 0);
    return found == 1 && reply_unchanged(rq, (uint64_t)item->version);
}

int collection_change(struct request *rq)
{
    const struct item_body *body = rq->body;
    struct item item, now;

    /* the catalogue is asked before anything is locked */
    if ((collection_store_find(rq->db, rq->arena, rq->id, rq->caller.id, &item) == 1 &&
         !check_body(rq, body, &item)) ||
        !take_item(rq, &item))
        return 0;
    if (collection_store_change(rq->db, item.id, body) != 0 ||
        (item.album_id != body->album_id && tell(rq, item.album_id) != 0) ||
        tell(rq, body->album_id) != 0 ||
        collection_store_find(rq->db, rq->arena, item.id, rq->caller.id, &now) != 1)
        return fail(rq, P_DATABASE, "item %" PRIu64, item.id);
    return reply_resource(rq, 200, shape_to_json(&item_shape, &now),
                          (uint64_t)now.version);
}

int collection_remove(struct request *rq)
{
    struct item item;

    if (!take_item(rq, &item))
        return 0;
    if (collection_store_remove(rq->db, item.id) != 0 || tell(rq, item.album_id) != 0)
        return fail(rq, P_DATABASE, "item %" PRIu64, item.id);
    return reply_empty(rq, 204);
}
