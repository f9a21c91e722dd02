/* name.h - which usernames there may be. */
#ifndef VH_USER_NAME_H
#define VH_USER_NAME_H

#include <stdbool.h>

#define NAME_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
#define NAME_LEAST 3
#define NAME_MOST 32

/* Whether the name is the word of a route or of a role, in any case. */
bool name_is_reserved(const char *username);

#endif
