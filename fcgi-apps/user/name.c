/* name.c - which usernames there may be. */
#include "user/name.h"

#include <stddef.h>
#include <strings.h>

#include "core/banned.h"

static const char *const taken[] = {"profile",   "content",  "collection", "export",
                                    "stats",     "sessions", "password",   "auth",
                                    "anyone",    "user",     "users",      "editor",
                                    "moderator", "admin",    "api",        "vinylhound"};

bool name_is_reserved(const char *username)
{
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (strcasecmp(taken[i], username) == 0)
            return true;
    return false;
}
