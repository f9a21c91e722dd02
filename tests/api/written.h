/* written.h - reviews and other services' events for tests. */
#ifndef VH_TEST_WRITTEN_H
#define VH_TEST_WRITTEN_H

#include <stdbool.h>
#include <stdint.h>

struct answer;
struct person;

/* POSTs a review; `who` NULL for nobody. */
struct answer *review(const struct person *who, int64_t album_id, const char *title,
                      const char *content);

/* The Location of what was made. Ends the test if there is none. */
const char *written_path(const struct answer *made);

/* An event as that service would write it. */
bool tell(const char *database, const char *type, int64_t subject, const char *payload);

/* A moderator who is there from the first call on. */
const struct person *moderator(void);

#endif
