/* test_claims.c - what a token says, once its signature is good. */
#include <time.h>

#include "harness/expect.h"
#include "harness/http.h"
#include "tokens.h"
#include "units.h"

#include "core/banned.h"

static struct tokens *t;

/* Whether claims are taken, properly signed. */
static bool takes(const char *claims)
{
    return is_let_in(token_of(&t->ours, header_for(&t->ours), claims));
}

static void times(void)
{
    long now = (long)time(NULL);

    t = tokens_begin();
    EXPECT(takes(claims_until(60)), "a minute left");
    EXPECT(!takes(claims_until(0)), "expires now");
    EXPECT(!takes(claims_until(-1)), "expired a second ago");
    EXPECT(!takes(claims_until(-1000000)), "expired long ago");
    EXPECT(takes(claims_with("vinylhound", "\"vinylhound\"",
                             arena_printf(t->arena, "\"nbf\":%ld,", now), 60)),
           "valid from now on");
    EXPECT(!takes(claims_with("vinylhound", "\"vinylhound\"",
                              arena_printf(t->arena, "\"nbf\":%ld,", now + 50), 60)),
           "valid in 50 s");
    EXPECT(!takes(claims_with("vinylhound", "\"vinylhound\"", "\"nbf\":\"0\",", 60)),
           "nbf is text");
    EXPECT(!takes(claims_with("vinylhound", "\"vinylhound\"", "\"nbf\":0.5,", 60)),
           "nbf is a fraction");
    tokens_end();
}

/* A token that was good and is remembered ends with its time all the same. */
static void remembered_expires(void)
{
    const char *token;
    bool ended;

    t = tokens_begin();
    token = token_of(&t->ours, header_for(&t->ours), claims_until(2));
    EXPECT(is_let_in(token), "two seconds left");
    ended = UNTIL(5, !is_let_in(token));
    EXPECT(ended, "it outlives its end");
    tokens_end();
}

static void issuer_and_audience(void)
{
    static const char *const issuers[] = {"", "Vinylhound", "vinylhound ", "evil",
                                          "vinylhound.example"};
    static const char *const audiences[] = {
        "\"\"", "\"other\"",          "[]",     "[\"other\"]", "null", "1",
        "{}",   "[[\"vinylhound\"]]", "[null]", "true"};

    t = tokens_begin();
    for (size_t i = 0; i < sizeof issuers / sizeof *issuers; i++)
        EXPECT(!takes(claims_with(issuers[i], "\"vinylhound\"", "", 60)), "iss \"%s\"",
               issuers[i]);
    for (size_t i = 0; i < sizeof audiences / sizeof *audiences; i++)
        EXPECT(!takes(claims_with("vinylhound", audiences[i], "", 60)), "aud %s",
               audiences[i]);
    EXPECT(takes(claims_with("vinylhound", "[\"other\",\"vinylhound\"]", "", 60)),
           "one of several audiences");
    tokens_end();
}

static void duplicated(void)
{
    static const char *const more[] = {"\"sub\":\"1\",", "\"exp\":1,", "\"iss\":\"x\",",
                                       "\"roles\":[\"admin\"],", "\"sid\":3,"};

    t = tokens_begin();
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        EXPECT(!takes(claims_with("vinylhound", "\"vinylhound\"", more[i], 60)),
               "%s twice", more[i]);
    tokens_end();
}

static void malformed(void)
{
    static const char *const all[] = {"",  "null", "[]", "\"text\"",
                                      "7", "{",    "{}", "{\"sub\":\"7\"}"};

    t = tokens_begin();
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        EXPECT(!takes(all[i]), "claims %s", all[i]);
    tokens_end();
}

/* Good claims but for these members. */
static const char *with(const char *sub, const char *name, const char *roles,
                        const char *exp)
{
    return arena_printf(t->arena,
                        "{\"sub\":%s,\"name\":%s,\"roles\":%s,\"sid\":3,"
                        "\"iss\":\"vinylhound\",\"aud\":\"vinylhound\",\"exp\":%s}",
                        sub, name, roles, exp);
}

static void members(void)
{
    const char *later;

    t = tokens_begin();
    later = arena_printf(t->arena, "%ld", (long)time(NULL) + 60);
    EXPECT(takes(with("\"7\"", "\"nick\"", "[\"user\"]", later)), "good ones");
    EXPECT(takes(with("\"7\"", "\"nick\"", "[\"user\",\"king\",7]", later)),
           "an unknown role is none");
    EXPECT(!takes(with("7", "\"nick\"", "[\"user\"]", later)), "sub is a number");
    EXPECT(!takes(with("\"0\"", "\"nick\"", "[\"user\"]", later)), "sub 0");
    EXPECT(!takes(with("\"\"", "\"nick\"", "[\"user\"]", later)), "sub empty");
    EXPECT(!takes(with("\"nick\"", "\"nick\"", "[\"user\"]", later)), "sub a name");
    EXPECT(!takes(with("\"7\"", "null", "[\"user\"]", later)), "no name");
    EXPECT(!takes(with("\"7\"", "\"a name of more than thirty-two characters\"",
                       "[\"user\"]", later)),
           "a long name");
    EXPECT(!takes(with("\"7\"", "\"nick\"", "\"admin\"", later)), "roles is text");
    EXPECT(!takes(with("\"7\"", "\"nick\"", "null", later)), "no roles");
    EXPECT(!takes(with("\"7\"", "\"nick\"", "[]", "null")), "no exp");
    EXPECT(!takes(with("\"7\"", "\"nick\"", "[]", "\"99999999999\"")), "exp is text");
    EXPECT(!takes(with("\"7\"", "\"nick\"", "[]", "99999999999.5")), "exp a fraction");
    tokens_end();
}

static void strict_subject(void)
{
    const char *later;

    t = tokens_begin();
    later = arena_printf(t->arena, "%ld", (long)time(NULL) + 60);
    EXPECT(!takes(with("\"7x\"", "\"nick\"", "[]", later)), "sub 7x is user 7");
    EXPECT(!takes(with("\" 7\"", "\"nick\"", "[]", later)), "sub _7 is user 7");
    EXPECT(!takes(with("\"+7\"", "\"nick\"", "[]", later)), "sub +7 is user 7");
    tokens_end();
}

static const struct test tests[] = {
    {"claims: expired, or not valid yet, is refused",          times              },
    {"claims: a token that was remembered ends all the same",  remembered_expires },
    {"claims: another site's iss or aud is refused",           issuer_and_audience},
    {"claims: duplicate members are refused",                  duplicated         },
    {"claims: what is no object, or has nothing, is refused",  malformed          },
    {"claims: sub, name, roles and exp must be what we write", members            },
    {"claims: sub is a number and nothing else",               strict_subject     },
};
const struct suite claims_suite = SUITE("claims", tests);
