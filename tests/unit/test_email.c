/* test_email.c - what an address looks like. */
#include <string.h>

#include "harness/expect.h"
#include "units.h"
#include "user/email.h"

#include "core/banned.h"

#define TEN "abcdefghij"
#define SIXTY TEN TEN TEN TEN TEN TEN

static void addresses(void)
{
    static const char *const good[] = {"a@b",
                                       "ann@example.org",
                                       "root@localhost",
                                       "ann.smith+records@mail.example.co.uk",
                                       "!#$%&'*+/=?^_`{|}~-@example.org",
                                       "..@example.org",
                                       "1@2.3",
                                       "a@x-y.org",
                                       SIXTY "1234@example.org",
                                       "a@" SIXTY "123.org"};

    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        EXPECT(email_is_address(good[i]), "%s is refused", good[i]);
}

static void no_addresses(void)
{
    static const char *const bad[] = {"",
                                      "@",
                                      "a",
                                      "a@",
                                      "@b",
                                      "a@b@c",
                                      "a b@example.org",
                                      "a@exa mple.org",
                                      "a@-b.org",
                                      "a@b-.org",
                                      "a@b..org",
                                      "a@.org",
                                      "a@b.",
                                      "a@b_c.org",
                                      "a@[127.0.0.1]",
                                      "\"a\"@example.org",
                                      "Ann <ann@example.org>",
                                      "ann@example.org, bob@example.org",
                                      "ann@example.org\n",
                                      "ann@example.org\r\nBcc: bob@example.org",
                                      " ann@example.org",
                                      "j\xc3\xb6rg@example.org",
                                      "a@b\xc3\xbc.org",
                                      SIXTY "12345@example.org",
                                      "a@" SIXTY "1234.org"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT(!email_is_address(bad[i]), "\"%s\" passes for an address", bad[i]);
}

static const struct test tests[] = {
    {"email_is_address: what browsers take",                        addresses   },
    {"email_is_address: nothing else, nor what would break a mail", no_addresses},
};
const struct suite email_suite = SUITE("email", tests);
