/* facet_store.h - what lists of albums are narrowed by: the only code of the pool that
 * touches `facets` and `album_facets`.
 *
 * album_facets has a row of an album for each of its genres, styles, artists, labels,
 * formats, countries, its decade and the scores it reaches, in the order of each sort: a
 * list of one filter is walked along an index like one of none. With several filters the
 * one that fewest albums meet is walked, and the others are looked up album by album. A
 * facet's number is enum facet, its value is what the filter's word or id comes to. */
#ifndef VH_CATALOG_FACET_STORE_H
#define VH_CATALOG_FACET_STORE_H

#include "core/db.h"
#include "core/query.h"

struct album_score;

/* A value of a facet, and how many albums have it; 0: few or unknown. */
struct facet_size {
    uint64_t value;
    int64_t albums;
};
extern const struct shape facet_size_shape;

/* Conditions on the album that is walked: that it has a facet's value. */
#define FACET_FILTER(name, kind, number)                                                 \
    FILTER(name, kind,                                                                   \
           "(SELECT COUNT(*) FROM album_facets c WHERE c.id = @.id AND c.kind = " number \
           " AND c.value = ?) = 1")

/* For listing_check: any order of albums, with and without a facet. */
extern const struct walk facet_walks[2];

/* Finds what a query's filters come to, and chooses what is walked. 1, or 0 if no album
   can meet them; -1 if the database failed. */
int facet_store_walk(struct db *db, struct arena *arena, struct query *query);

/* The album has been made or changed in any way but its score; is gone. 0 or -1. */
int facet_store_put(struct db *db, uint64_t album_id);
int facet_store_remove(struct db *db, uint64_t album_id);

/* The album's score has changed. 0 or -1. */
int facet_store_score(struct db *db, const struct album_score *score);

#endif
