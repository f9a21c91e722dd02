/* copies.h - copies in people's collections, for tests. */
#ifndef VH_TEST_COPIES_H
#define VH_TEST_COPIES_H

#include <stdint.h>

#include "harness/stack.h"

#define COLLECTION "/api/v1/users/collection"

/* Adds a copy of an album with these members of its body; the answer. */
struct answer *add_copy(const struct person *who, int64_t album_id, const char *members);

/* How many rows the user has. */
int64_t copies_of(const struct person *who);

/* What the last collection.changed of this user told: "12 owned 1 wanted 0". */
const char *last_told(const struct person *who);

#endif
