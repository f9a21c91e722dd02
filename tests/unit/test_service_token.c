/* test_service_token.c - tokens of services: what is taken and what is not. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/config.h"
#include "core/service_token.h"
#include "harness/expect.h"
#include "tokens.h"
#include "units.h"

#include "core/banned.h"

static struct pair rating, user;

static struct service_tokens *begin(struct tokens **out)
{
    struct tokens *t = *out = tokens_begin();
    struct service_tokens *tokens;
    char error[256], setting[128];

    rating = pair_make("P-256", "rating-1");
    user = pair_make("P-256", "user-1");
    set_write((const char *[]){pair_jwk(&rating, false), pair_jwk(&user, false),
                               pair_jwk(&t->ours, false), NULL});
    snprintf(setting, sizeof setting, "internal.public_keys=%s", t->public_path);
    REQUIRE(config_assign(t->config, setting, error, sizeof error), "%s", error);
    tokens = service_tokens_new(t->config);
    REQUIRE(tokens != NULL, "no memory");
    return tokens;
}

static void end(struct service_tokens *tokens)
{
    service_tokens_free(&tokens);
    tokens_end();
}

static const char *claims(struct tokens *t, const char *iss, const char *aud, long from,
                          long to)
{
    return arena_printf(t->arena,
                        "{\"iss\":\"%s\",\"aud\":\"%s\",\"iat\":%lld,\"exp\":%lld}", iss,
                        aud, (long long)time(NULL) + from, (long long)time(NULL) + to);
}

static void taken(void)
{
    struct tokens *t;
    struct service_tokens *tokens = begin(&t);
    const struct {
        const struct pair *by;
        const char *iss, *aud;
        long from, to;
        bool good;
    } cases[] = {
        {&rating,   "rating", "catalog", 0,   60, true },
        {&rating,   "rating", "catalog", -59, 1,  true },
        {&user,     "user",   "catalog", -30, 30, true },
        {&rating,   "rating", "user",    0,   60, false}, /* for another */
        {&rating,   "user",   "catalog", 0,   60, false}, /* in another's name */
        {&user,     "rating", "catalog", 0,   60, false},
        {&rating,   "rating", "catalog", -60, 0,  false}, /* over */
        {&rating,   "rating", "catalog", 0,   61, false}, /* for too long */
        {&rating,   "rating", "catalog", 30,  60, false}, /* not yet */
        {&t->ours,  "ours",   "catalog", 0,   60, false}, /* of no service */
        {&t->ours,  "rating", "catalog", 0,   60, false},
        {&t->other, "rating", "catalog", 0,   60, false}, /* by an unknown key */
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *token =
            token_of(cases[i].by, header_for(cases[i].by),
                     claims(t, cases[i].iss, cases[i].aud, cases[i].from, cases[i].to));

        EXPECT(service_token_holds(tokens, token, "catalog", t->arena) == cases[i].good,
               "case %zu", i);
        EXPECT(service_token_holds(tokens, token, "catalog", t->arena) == cases[i].good,
               "case %zu, a second time", i);
    }
    EXPECT(!service_token_holds(tokens, NULL, "catalog", t->arena) &&
               !service_token_holds(tokens, "", "catalog", t->arena) &&
               !service_token_holds(tokens, "..", "catalog", t->arena),
           "no token at all");
    EXPECT(!service_token_holds(NULL, "a.b.c", "catalog", t->arena), "no keys at all");
    end(tokens);
}

/* Without keys nothing is signed and nobody is let in. */
static void closed(void)
{
    struct tokens *t = tokens_begin();
    struct service_tokens *tokens = service_tokens_new(t->config);

    EXPECT(tokens != NULL && service_token_for(tokens, "catalog", t->arena) == NULL,
           "a token without a key");
    EXPECT(!service_token_holds(tokens,
                                token_of(&t->ours, header_for(&t->ours),
                                         claims(t, "ours", "catalog", 0, 60)),
                                "catalog", t->arena),
           "let in without keys");
    end(tokens);
}

static const struct test tests[] = {
    {"service token: its own key, for this service, for a minute; nothing else is taken",
     taken                                                                                      },
    {"service token: without keys nothing is signed and nobody is let in",                closed},
};
const struct suite service_token_suite = SUITE("service token", tests);
