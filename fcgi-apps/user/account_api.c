/* account_api.c - GET /users, /users/{username}/account and its sessions: what
 * administrators see of accounts and decide on them. */
#include <string.h>

#include "core/event.h"
#include "core/problem.h"
#include "core/reply.h"
#include "user/account.h"
#include "user/account_store.h"
#include "user/routes.h"
#include "user/session_api.h"
#include "user/user_store.h"

#include "core/banned.h"

/* A token tells the roles of up to ten minutes ago: who has been an administrator until
   then must not make themselves one again. False after answering. */
static bool still_admin(struct request *rq)
{
    struct user me;

    if (!account_find(rq, &me))
        return false;
    if (!me.disabled && (user_roles(&me) & ROLE_ADMIN) != 0)
        return true;
    fail(rq, P_FORBIDDEN, "You are no administrator any more.");
    return false;
}

int account_list(struct request *rq)
{
    struct page page;

    if (!still_admin(rq))
        return 0;
    return reply_page(rq, account_store_list(rq->db, rq->arena, rq->query, &page), &page);
}

/* What an account may do is its version: an ETag names the state that was seen. */
static uint64_t version_of(const struct account *account)
{
    return 1 + account_roles(account->roles) + (account->disabled ? 8 : 0);
}

static int show(struct request *rq)
{
    struct account account;
    int found = account_store_find(rq->db, rq->arena, rq->name, &account);

    return reply_found(rq, found, "user", &account_shape, &account,
                       found == 1 ? version_of(&account) : 0);
}

int account_show(struct request *rq)
{
    return still_admin(rq) ? show(rq) : 0;
}

/* The account of the path, locked. False after answering. */
static bool take(struct request *rq, struct account *account)
{
    int found;

    if (!still_admin(rq))
        return false;
    found = account_store_lock(rq->db, rq->arena, rq->name, account);
    if (found == 1)
        return true;
    reply_found(rq, found, "user", &account_shape, account, 0);
    return false;
}

static json_t *role_words(unsigned roles)
{
    json_t *words = json_array();

    for (size_t i = 0; i < ACCOUNT_ROLES; i++)
        if ((roles & (1u << i)) != 0)
            json_array_append_new(words, json_string(account_role_names[i]));
    return words;
}

/* Writes what is decided, ends the sessions of who is disabled, and tells it. 0 or -1. */
static int decide(struct request *rq, const struct account *before, unsigned roles,
                  bool disabled)
{
    if (account_store_set(rq->db, before->id, roles, disabled) != 0 ||
        (disabled && session_end_others(rq, before->id, 0) != 0))
        return -1;
    return event_publish(
        rq, "account.changed", before->id,
        json_pack("{s:o, s:b}", "roles", role_words(roles), "disabled", disabled));
}

int account_change(struct request *rq)
{
    const struct account_body *body = rq->body;
    unsigned roles = account_roles(body->roles);
    struct account before;

    if (!account_words_known(body->roles))
        return fail_field(rq, "roles", "choice",
                          "may be user, editor, moderator and admin");
    if (!take(rq, &before) || !reply_unchanged(rq, version_of(&before)))
        return 0;
    if (before.id == rq->caller.id && (body->disabled || (roles & ROLE_ADMIN) == 0))
        return fail(rq, P_CONFLICT,
                    "You cannot lock yourself out; another administrator can.");
    if ((account_roles(before.roles) != roles || before.disabled != body->disabled) &&
        decide(rq, &before, roles, body->disabled) != 0)
        return fail(rq, P_DATABASE, "account");
    return show(rq);
}

int account_sessions_end(struct request *rq)
{
    struct account account;

    if (!take(rq, &account))
        return 0;
    if (session_end_others(rq, account.id, 0) != 0)
        return fail(rq, P_DATABASE, "sessions");
    return reply_empty(rq, 204);
}
