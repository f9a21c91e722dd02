/* password_api.h - what logging in, signing up and changing a password have in common. */
#ifndef VH_USER_PASSWORD_API_H
#define VH_USER_PASSWORD_API_H

#include <stdbool.h>

#include "user/password.h"

struct request;
struct user;

/* Whether the password may be `username`'s; false after answering 422 for that `field`
   of the body. Its length is the shape's matter. */
bool password_may_be(struct request *rq, const char *field, const char *password,
                     const char *username);

/* The hash in `out`; false after answering. */
bool password_make(struct request *rq, const char *password,
                   char out[PASSWORD_HASH_SIZE]);

/* Whether it is the password of the account called `username`, `user` if there is one
 * (else NULL: that takes the same time and is wrong). Wrong ones are counted, and too
 * many are 429: PASSWORD_REFUSED after answering that, or that the database failed. Is it
 * right but its hash an old one, it is hashed anew. */
enum password_result password_try(struct request *rq, const char *username,
                                  const struct user *user, const char *password);

#endif
