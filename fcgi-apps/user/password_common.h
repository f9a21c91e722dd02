/* password_common.h - the passwords that are tried first by whoever guesses. */
#ifndef VH_USER_PASSWORD_COMMON_H
#define VH_USER_PASSWORD_COMMON_H

#include <stdbool.h>

/* Whether it is among the 10,000 most common of 8 characters and more, in any case of its
 * letters. One in 100,000 others is taken for one. */
bool password_is_common(const char *password);

#endif
