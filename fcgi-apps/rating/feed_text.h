/* feed_text.h - reviews written as an Atom feed (RFC 4287). */
#ifndef VH_RATING_FEED_TEXT_H
#define VH_RATING_FEED_TEXT_H

#include <jansson.h>

#include "rating/review_store.h"

struct feed {
    const char *origin;         /* "https://host", or "" */
    uint64_t album_id, user_id; /* whose reviews; 0: anybody's, of anything */
    const json_t *albums; /* as the catalogue shows them; what is not there has no name */
    const struct review *reviews;
    size_t count;
    const char *next_cursor; /* NULL: there are no more */
};

/* The document, in the arena; NULL if memory is out. */
const char *feed_text(struct arena *arena, const struct feed *feed);

/* When what the feed holds was changed last: "2026-11-24T18:00:00.000Z". Never NULL. */
const char *feed_changed(const struct feed *feed);

/* The same as HTTP writes it: "Tue, 24 Nov 2026 18:00:00 GMT". `out` has room for 32
 * bytes. */
void feed_http_date(const char *time, char *out, size_t size);

/* An album of the catalogue's list, or NULL. */
const json_t *feed_album(const json_t *albums, uint64_t id);

#endif
