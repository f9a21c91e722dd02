/* test_password_common.c - which passwords are the common ones. */
#include <stdio.h>
#include <string.h>

#include "harness/expect.h"
#include "units.h"
#include "user/password_common.h"

#include "core/banned.h"

static void common(void)
{
    static const char *const some[] = {
        "password", "PASSWORD",  "Password", "12345678", "123456789", "baseball",
        "football", "qwertyui",  "trustno1", "jennifer", "sunshine",  "princess",
        "iloveyou", "superman1", "11111111", "passw0rd", "starwars",  "whatever"};

    for (size_t i = 0; i < sizeof some / sizeof *some; i++)
        EXPECT(password_is_common(some[i]), "%s is not known", some[i]);
}

static void others(void)
{
    char longest[2000];

    EXPECT(!password_is_common("correct horse battery"), "a phrase");
    EXPECT(!password_is_common("password of mine"), "longer than a common one");
    EXPECT(!password_is_common("passwor"), "shorter than a common one");
    EXPECT(!password_is_common(""), "nothing");
    EXPECT(
        !password_is_common("\xc3\xbc\xc3\xb6\xc3\xa4\xc3\x9f \xe2\x82\xac\xe2\x82\xac"),
        "other letters");
    memset(longest, 'a', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    EXPECT(!password_is_common(longest), "one of 1,999 characters");
}

/* Of passwords that nobody chooses hardly one is taken for a common one: 10,000 entries
 * of 2^30 possible ones make one in 107,374. */
static void rarely_wrong(void)
{
    size_t taken = 0;
    char password[32];

    for (unsigned i = 0; i < 100000; i++) {
        snprintf(password, sizeof password, "xq-%u-made-up", i);
        taken += password_is_common(password);
    }
    EXPECT(taken <= 8, "%zu of 100,000", taken);
}

static const struct test tests[] = {
    {"passwords: the most common are known, in any case",         common      },
    {"passwords: others are not, of whatever length and letters", others      },
    {"passwords: few others are taken for common ones",           rarely_wrong},
};
const struct suite password_common_suite = SUITE("password_common", tests);
