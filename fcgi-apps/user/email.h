/* email.h - addresses: what one looks like, and how it lies in the database. */
#ifndef VH_USER_EMAIL_H
#define VH_USER_EMAIL_H

#include <stdbool.h>

#include "core/db.h"

struct seal_keys;
struct user;

/* Whether it is an address as browsers take it (WHATWG HTML, "valid e-mail address"): one
   @, before it up to 64 characters of RFC 5322's atext and dots, after it labels of up to
   63 letters, digits and inner hyphens. Nothing that a mail's header could be broken
   with. */
bool email_is_address(const char *text);

/* Fills user->email, the address in clear, from what its row holds; NULL if it has none.
   False if it does not open (logged). */
bool email_open(struct seal_keys *seals, struct arena *arena, struct user *user);

/* What a row of `users` holds of an address: sealed for that user. NULL for NULL, and
 *good false if it cannot be sealed (logged). */
const char *email_seal(struct seal_keys *seals, struct arena *arena, uint64_t user_id,
                       const char *address, bool *good);

#endif
