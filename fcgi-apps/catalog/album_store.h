/* album_store.h - albums: the only code that touches `albums`.
 *
 * A deleted album keeps its row (deleted_at), so that it can come back and an import
 * finds it; nothing here shows it. One merged into another names that (merged_into, never
 * a merged one itself). `edited` is the set of fields that people set: an import leaves
 * those of an album alone (FIND_IN_SET('title', a.edited)), passes over deleted ones, and
 * gives what belongs to a merged one to the other. */
#ifndef VH_CATALOG_ALBUM_STORE_H
#define VH_CATALOG_ALBUM_STORE_H

#include "core/db.h"
#include "core/listing.h"

/* A part of an album's credit. */
struct credit {
    uint64_t id;      /* 0: not a linked artist */
    const char *name; /* as printed */
    const char *join; /* what stands before the next part; NULL at the end */
};

struct album {
    uint64_t id;
    const char *title;
    const char *artist;  /* the credit as printed */
    const char *credits; /* its parts, one a line, as the table has them */
    uint64_t artist_id;
    struct rows artists; /* the same, of struct credit */
    int64_t release_year;
    const char *genre, *genres, *styles, *description, *cover_url;
    int64_t track_count, release_count;
    double average_rating, weighted_rating; /* stars; 0: none */
    int64_t rating_count, version;
    int64_t cover_version; /* 0: none was uploaded */
    const char *created_at, *updated_at;
};

struct album_body;
struct standing;

/* What an album's ratings come to, told by the rating service. */
struct album_score {
    uint64_t album_id;
    int64_t count;
    double mean, weighted;
};

extern const struct shape album_shape;
extern const struct listing album_listing;

/* 1 and *out filled (all in the arena), 0 if there is none (*out untouched), -1 if the
 * database failed (logged). */
int album_store_find(struct db *db, struct arena *arena, uint64_t id, struct album *out);

/* A page of struct album. With several filters it may have fewer than were asked for and
   still go on (facet_store.h, listing.h). 0 or -1. */
int album_store_list(struct db *db, struct arena *arena, struct query *query,
                     struct page *page);

/* The parts of a credit as albums.credits has it. 0, or -1 if memory is out. */
int album_store_credits(struct arena *arena, const char *text, struct rows *out);

/* Whether an album is there, deleted or not; locked until the transaction ends. 1, 0, -1.
 */
int album_store_lock(struct db *db, struct arena *arena, uint64_t id,
                     struct standing *out);
/* The same without a lock. */
int album_store_standing(struct db *db, struct arena *arena, uint64_t id,
                         struct standing *out);

/* Writes a completed body. `fields` are those that were edited, with ", " between. Each
   makes the next version. 0 or -1. */
int album_store_add(struct db *db, const struct album_body *body, uint64_t *id);
int album_store_set(struct db *db, uint64_t id, const struct album_body *body,
                    const char *fields);

/* The album has another uploaded cover, 0: none. Makes the next version. 0 or -1. */
int album_store_cover(struct db *db, uint64_t id, int64_t cover_version);

/* A song was added (1), removed (-1) or changed (0). 0 or -1. */
int album_store_count_songs(struct db *db, uint64_t id, int by);

/* Takes an album out of sight; brings it back. 0 or -1. */
int album_store_remove(struct db *db, uint64_t id);
int album_store_restore(struct db *db, uint64_t id);

/* The album becomes a part of `into`, and those that were part of it. 0 or -1. */
int album_store_merge(struct db *db, uint64_t id, uint64_t into, int64_t releases);

/* Shows the names of album_artists anew in the albums of an artist. 0 or -1. */
int album_store_credit_artist(struct db *db, uint64_t artist_id);

/* Remembers that somebody has or wants the album: imports do not remove it. 0 or -1. */
int album_store_hold(struct db *db, uint64_t album_id);

/* Sets the projected score; an album that is gone is passed over. 0 or -1. */
int album_store_score(struct db *db, const struct album_score *score);

#endif
