/* search_store.h - the search index and what it leads to: the only code that touches the
 * search_ tables.
 *
 * Whoever changes the catalogue tells so, in the transaction of the change and after it:
 *
 *     search_store_put(db, arena, SEARCH_ALBUM, id)      made or changed; an album's
 * songs are seen to as well search_store_remove(db, SEARCH_ALBUM, id)          gone; an
 * album's songs each of their own
 *
 * What is found is looked up in the catalogue before it is shown, so that a list that
 * lags behind finds too little at worst, and never what is not there. `vinylhound search
 * rebuild` makes all lists anew. */
#ifndef VH_CATALOG_SEARCH_STORE_H
#define VH_CATALOG_SEARCH_STORE_H

#include "catalog/search_list.h"
#include "catalog/search_rank.h"
#include "core/listing.h"

extern const struct shape search_document_shape, search_place_shape, search_song_shape;

struct search_place {
    int64_t kind;
    uint64_t place;
};

/* The documents of a kind with these ids, unranked, in no order; those that are gone are
   left out. 0 or DB_FAILED. */
int search_store_read(struct db *db, struct arena *arena, enum search_kind kind,
                      const uint64_t *ids, size_t count, struct rows *out);

/* Places of struct search_place: what has changed since the index was made and has the
   word, or with `open` a word that begins so; no more than the index's beginnings hold. 0
   or DB_FAILED. */
int search_store_recent(struct db *db, struct arena *arena, const char *word, bool open,
                        struct rows *out);

int search_store_put(struct db *db, struct arena *arena, enum search_kind kind,
                     uint64_t id);
int search_store_remove(struct db *db, enum search_kind kind, uint64_t id);

/* The ids as a JSON array, as statements take them; NULL if memory is out. */
const char *search_ids(struct arena *arena, const uint64_t *ids, size_t count);

#endif
