/* test_auth.c - tokens: signing, verifying, keys. Their claims are test_claims.c. */
#include <string.h>
#include <unistd.h>

#include "core/codec.h"
#include "core/config.h"
#include "harness/expect.h"
#include "harness/http.h"
#include "tokens.h"
#include "units.h"

#include "core/banned.h"

static void issued_and_verified(void)
{
    struct tokens *t = tokens_begin();
    const struct caller me = {7, "nick", ROLE_EDITOR | ROLE_ADMIN, 12};
    const char *token = auth_issue(t->auth, &me, t->arena);
    struct caller met;

    REQUIRE(token != NULL, "no token");
    for (int time = 0; time < 2; time++) { /* the second from memory */
        EXPECT_TEXT(auth_caller(t->auth, arena_printf(t->arena, "Bearer %s", token),
                                t->arena, &met),
                    "");
        EXPECT_INT((int64_t)met.id, 7);
        EXPECT_TEXT(met.name, "nick");
        EXPECT_INT(met.roles, ROLE_EDITOR | ROLE_ADMIN);
        EXPECT_INT((int64_t)met.session, 12);
    }
    EXPECT(strcmp(token, auth_issue(t->auth, &me, t->arena)) != 0, "two tokens are one");
    tokens_end();
}

static void made_by_hand(void)
{
    struct tokens *t = tokens_begin();

    EXPECT(is_let_in(token_of(&t->ours, header_for(&t->ours), claims_until(60))),
           "a good token is refused");
    EXPECT(!is_let_in(token_of(&t->other, header_for(&t->ours), claims_until(60))),
           "another's signature under our kid");
    tokens_end();
}

static void algorithms(void)
{
    struct tokens *t = tokens_begin();
    const char *jwk = pair_jwk(&t->ours, false), *claims = claims_until(60);
    static const char *const none[] = {
        "{\"alg\":\"none\",\"kid\":\"ours\"}", "{\"alg\":\"None\",\"kid\":\"ours\"}",
        "{\"alg\":\"\",\"kid\":\"ours\"}", "{\"kid\":\"ours\"}"};
    static const char *const others[] = {"es256", "ES384", "ES512", "HS256",
                                         "RS256", "PS256", "EdDSA"};

    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        EXPECT(!is_let_in(token_parts(none[i], claims, "")), "%s, unsigned", none[i]);
        EXPECT(!is_let_in(token_of(&t->ours, none[i], claims)), "%s, signed", none[i]);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        EXPECT(!is_let_in(token_of(
                   &t->ours,
                   arena_printf(t->arena, "{\"alg\":\"%s\",\"kid\":\"ours\"}", others[i]),
                   claims)),
               "alg %s", others[i]);
    /* the public key, which everybody has, as the secret of an HMAC */
    EXPECT(!is_let_in(token_hs256(jwk, "{\"alg\":\"HS256\",\"kid\":\"ours\"}", claims)),
           "HS256 with the public key");
    EXPECT(!is_let_in(token_hs256(jwk, header_for(&t->ours), claims)),
           "HMAC said to be ES256");
    tokens_end();
}

static void headers(void)
{
    struct tokens *t = tokens_begin();
    static const char *const bad[] = {
        "{\"alg\":\"ES256\"}",
        "{\"alg\":\"ES256\",\"kid\":null}",
        "{\"alg\":\"ES256\",\"kid\":1}",
        "{\"alg\":\"ES256\",\"kid\":\"\"}",
        "{\"alg\":\"ES256\",\"kid\":\"unknown\"}",
        "{\"alg\":\"ES256\",\"kid\":\"our\"}",
        "{\"alg\":\"ES256\",\"kid\":\"ours\",\"crit\":[\"exp\"]}",
        "{\"alg\":\"ES256\",\"kid\":\"ours\",\"crit\":[]}",
        "{\"alg\":\"ES256\",\"kid\":\"ours\",\"b64\":false,\"crit\":[\"b64\"]}",
        "{\"alg\":\"none\",\"alg\":\"ES256\",\"kid\":\"ours\"}",
        "{\"alg\":\"ES256\",\"kid\":\"other\",\"kid\":\"ours\"}",
        "[\"ES256\"]",
        "\"ES256\"",
        "{\"alg\":\"ES256\",\"kid\":\"ours\"",
        "",
    };

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT(!is_let_in(token_of(&t->ours, bad[i], claims_until(60))), "header %s",
               bad[i]);
    /* a key of its own in the header is not to be trusted */
    EXPECT(!is_let_in(token_of(&t->other,
                               arena_printf(t->arena,
                                            "{\"alg\":\"ES256\",\"kid\":\"ours\","
                                            "\"jwk\":%s}",
                                            pair_jwk(&t->other, false)),
                               claims_until(60))),
           "the header's own key");
    tokens_end();
}

static void malformed(void)
{
    struct tokens *t = tokens_begin();
    const char *good = token_of(&t->ours, header_for(&t->ours), claims_until(60));
    static const char *const bad[] = {"",    ".",     "..",      "...",      "a",
                                      "a.b", "a.b.c", "a.b.c.d", "ey.ey.ey", "{}.{}.{}"};
    size_t length = strlen(good), let_in = 0;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT(!is_let_in(bad[i]), "\"%s\"", bad[i]);
    EXPECT(!is_let_in(arena_printf(t->arena, "%s.", good)), "a dot more");
    EXPECT(!is_let_in(arena_printf(t->arena, "%s.x", good)), "three dots");
    EXPECT(!is_let_in(arena_printf(t->arena, ".%s", good)), "a dot in front");
    EXPECT(!is_let_in(arena_printf(t->arena, "%s=", good)), "padding");
    EXPECT(!is_let_in(arena_printf(t->arena, "%.*s", (int)(length - 4), good)), "cut");
    /* each character but the last, whose last bits may be nobody's, made another */
    for (size_t i = 0; i + 1 < length; i++) {
        char *changed = arena_strdup(t->arena, good);

        changed[i] = good[i] == 'A' ? 'B' : 'A';
        let_in += is_let_in(changed);
    }
    EXPECT_INT((int64_t)let_in, 0);
    EXPECT(is_let_in(good), "the good one");
    tokens_end();
}

static void too_long(void)
{
    struct tokens *t = tokens_begin();
    const char *padding = arena_printf(t->arena, "\"pad\":\"%06000d\",", 0);
    const char *good =
        token_of(&t->ours, header_for(&t->ours),
                 claims_with("vinylhound", "\"vinylhound\"",
                             arena_printf(t->arena, "\"pad\":\"%04000d\",", 0), 60));
    const char *bad = token_of(&t->ours, header_for(&t->ours),
                               claims_with("vinylhound", "\"vinylhound\"", padding, 60));

    EXPECT(strlen(good) < 8192 && strlen(bad) > 8192, "%zu and %zu", strlen(good),
           strlen(bad));
    EXPECT(is_let_in(good), "a token of %zu is refused", strlen(good));
    EXPECT(!is_let_in(bad), "a token of %zu is taken", strlen(bad));
    tokens_end();
}

static void schemes(void)
{
    struct tokens *t = tokens_begin();
    const char *good = token_of(&t->ours, header_for(&t->ours), claims_until(60));
    struct caller met;
    static const struct {
        const char *scheme;
        bool wanted;
    } cases[] = {
        {"Bearer ",  true },
        {"bearer ",  true },
        {"BEARER ",  true },
        {"",         false},
        {"Basic ",   false},
        {"Bearer",   false},
        {"Bearer\t", false},
        {"xBearer ", false}
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        auth_caller(t->auth, arena_printf(t->arena, "%s%s", cases[i].scheme, good),
                    t->arena, &met);
        EXPECT((met.id == 7) == cases[i].wanted, "scheme \"%s\"", cases[i].scheme);
    }
    EXPECT(*auth_caller(t->auth, NULL, t->arena, &met) != '\0' && met.id == 0,
           "no header");
    tokens_end();
}

static void other_curve(void)
{
    struct tokens *t = tokens_begin();
    struct pair wide = pair_make("P-384", "wide");
    char error[256];

    set_write((const char *[]){pair_jwk(&wide, false), pair_jwk(&t->ours, false), NULL});
    auth_free(&t->auth);
    auth_keys_free(&t->keys);
    t->keys = auth_keys_open(t->config, error, sizeof error);
    REQUIRE(t->keys != NULL, "%s", error);
    t->auth = auth_new(t->keys);
    EXPECT(!is_let_in(token_of(&wide, header_for(&wide), claims_until(60))), "ES384");
    EXPECT(!is_let_in(
               token_of(&wide, "{\"alg\":\"ES256\",\"kid\":\"wide\"}", claims_until(60))),
           "ES256 by a key of P-384");
    EXPECT(is_let_in(token_of(&t->ours, header_for(&t->ours), claims_until(60))),
           "a key of P-256 beside it");
    tokens_end();
}

/* A key that appears in the file later is found when a token names it, looked for once a
 * second at most. */
static void new_key(void)
{
    struct tokens *t = tokens_begin();
    const char *token = token_of(&t->other, header_for(&t->other), claims_until(60));
    bool found;

    EXPECT(!is_let_in(token), "a key that is not in the set");
    set_write(
        (const char *[]){pair_jwk(&t->ours, false), pair_jwk(&t->other, false), NULL});
    found = UNTIL(5, is_let_in(token));
    EXPECT(found, "a key added to the set is not found");
    EXPECT(is_let_in(token_of(&t->ours, header_for(&t->ours), claims_until(60))),
           "the key there was is forgotten");
    tokens_end();
}

/* What `keys rotate` does to the files, and what a pool that runs makes of it. */
static void rotated(void)
{
    struct tokens *t = tokens_begin();
    const struct caller me = {.id = 7, .name = "nick"};
    const char *before = auth_issue(t->auth, &me, t->arena), *after = before;
    json_t *set;
    bool found;

    set_write(
        (const char *[]){pair_retired(&t->ours, 0), pair_jwk(&t->other, false), NULL});
    private_write(&t->other, 0600);
    found = UNTIL(5, (after = auth_issue(t->auth, &me, t->arena)) != NULL &&
                         strncmp(before, after, strcspn(before, ".")) != 0);
    EXPECT(found, "tokens are signed with the old key still");
    EXPECT(is_let_in(after), "a token by the new key");
    EXPECT(is_let_in(before), "a token by the old key");
    set = auth_jwks(t->auth);
    EXPECT_INT((int64_t)json_array_size(json_at(set, "/keys")), 2);
    EXPECT(json_at(set, "/keys/0/retired_at") == NULL, "more is published than the key");
    json_decref(set);
    tokens_end();
}

static void retired(void)
{
    struct tokens *t = tokens_begin();
    struct pair lately = pair_make("P-256", "lately"),
                long_ago = pair_make("P-256", "long");
    bool found;
    json_t *set;

    set_write((const char *[]){pair_retired(&long_ago, 606), pair_retired(&lately, 500),
                               pair_jwk(&t->ours, false), NULL});
    found = UNTIL(5, is_let_in(token_of(&lately, header_for(&lately), claims_until(60))));
    EXPECT(found, "a key whose tokens may still be good");
    EXPECT(!is_let_in(token_of(&long_ago, header_for(&long_ago), claims_until(60))),
           "a key whose tokens are all gone");
    set = auth_jwks(t->auth);
    EXPECT_INT((int64_t)json_array_size(json_at(set, "/keys")), 2);
    json_decref(set);
    tokens_end();
}

/* A key taken out of the set verifies no more, from the next second on. */
static void withdrawn(void)
{
    struct tokens *t = tokens_begin();
    bool gone;

    set_write((const char *[]){pair_jwk(&t->other, false), NULL});
    gone =
        UNTIL(5, !is_let_in(token_of(&t->ours, header_for(&t->ours), claims_until(60))));
    EXPECT(gone, "a key that is not in the set any more");
    tokens_end();
}

static void read_by_others(void)
{
    static const unsigned modes[] = {0640, 0604, 0620, 0602, 0644, 0666};
    struct tokens *t = tokens_begin();
    struct auth_keys *none;
    char error[256];

    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        private_write(&t->ours, modes[i]);
        none = auth_keys_open(t->config, error, sizeof error);
        EXPECT(none == NULL, "a private key of mode %o", modes[i]);
        EXPECT(strstr(error, "chmod 600") != NULL, "\"%s\"", error);
    }
    tokens_end();
}

static void bad_sets(void)
{
    struct tokens *t = tokens_begin();
    const char *token = token_of(&t->ours, header_for(&t->ours), claims_until(60));
    struct auth_keys *none;
    char error[256] = "";

    set_write((const char *[]){"{\"kty\":\"oct\",\"kid\":\"x\",\"k\":\"AAAA\"}", NULL});
    none = auth_keys_open(t->config, error, sizeof error);
    EXPECT(none == NULL, "a set without a fitting key was opened");
    EXPECT(strstr(error, t->public_path) != NULL, "\"%s\" names no file", error);
    /* read again for an unknown kid, a bad file changes nothing */
    EXPECT(!is_let_in(token_of(&t->other, header_for(&t->other), claims_until(60))),
           "unknown kid");
    EXPECT(is_let_in(token), "the keys there were are lost");
    unlink(t->public_path);
    none = auth_keys_open(t->config, error, sizeof error);
    EXPECT(none == NULL, "a set that is not there was opened");
    EXPECT(strstr(error, "No such file") != NULL, "\"%s\"", error);
    tokens_end();
}

static void published(void)
{
    struct tokens *t = tokens_begin();
    json_t *set = auth_jwks(t->auth);

    EXPECT_INT((int64_t)json_array_size(json_at(set, "/keys")), 1);
    EXPECT_TEXT(json_string_value(json_at(set, "/keys/0/kid")), "ours");
    EXPECT_TEXT(json_string_value(json_at(set, "/keys/0/crv")), "P-256");
    EXPECT_TEXT(json_string_value(json_at(set, "/keys/0/alg")), "ES256");
    EXPECT_TEXT(json_string_value(json_at(set, "/keys/0/use")), "sig");
    EXPECT(json_at(set, "/keys/0/d") == NULL, "the private part is published");
    json_decref(set);
    tokens_end();
}

static const struct test tests[] = {
    {"auth: what is issued is verified, and remembered",                              issued_and_verified},
    {"auth: a token made by hand as ours are is taken",                               made_by_hand       },
    {"auth: any alg but ES256 is refused: none, HS256 with the public key",           algorithms         },
    {"auth: an unknown or missing kid, crit, duplicate members, a key in the header",
     headers                                                                                             },
    {"auth: rubbish, three dots, a cut or changed token is refused",                  malformed          },
    {"auth: a token beyond 8 KB is refused before it is looked at",                   too_long           },
    {"auth: the scheme is Bearer, in any case",                                       schemes            },
    {"auth: a key on another curve is none",                                          other_curve        },
    {"auth: a key added to the set is picked up",                                     new_key            },
    {"auth: a new private key signs from the next second on, the old one verifies",
     rotated                                                                                             },
    {"auth: a retired key verifies as long as its tokens may live",                   retired            },
    {"auth: a key taken out of the set verifies no more",                             withdrawn          },
    {"auth: a private key that others may read stops a start",                        read_by_others     },
    {"auth: a bad set stops a start, and changes nothing later",                      bad_sets           },
    {"auth: what is published is the public part",                                    published          },
};
const struct suite auth_suite = SUITE("auth", tests);
