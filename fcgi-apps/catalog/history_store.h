/* history_store.h - who changed what, when: the only code that touches `revisions` and
 * `editors`. */
#ifndef VH_CATALOG_HISTORY_STORE_H
#define VH_CATALOG_HISTORY_STORE_H

#include "core/db.h"
#include "core/listing.h"

struct revision {
    uint64_t id;        /* the version once more, for the cursor */
    int64_t version;    /* of the subject, which the edit made */
    const char *action; /* created, updated, deleted, restored, merged */
    uint64_t undoes;    /* the version whose edit was taken back; 0: none */
    uint64_t user_id;
    const char *username; /* NULL: the account is gone */
    const char *created_at;
    const char *changes; /* as shape_diff writes them */
};

/* An edit that is under way. */
struct edit {
    const char *kind; /* album, artist, song */
    uint64_t subject_id, user_id;
    const char *username;
    int64_t version;
    const char *action;
    uint64_t undoes;
    const char *changes;
};

extern const struct shape revision_shape;
extern const struct listing album_history_listing, artist_history_listing,
    song_history_listing;

/* A page of struct revision, newest first, of one of the listings above. 0 or -1. */
int history_store_list(struct db *db, struct arena *arena, const struct query *query,
                       struct page *page);

/* The edit that made a version. 1 and *out filled, 0 if none did, -1 if the database
 * failed (logged). */
int history_store_find(struct db *db, struct arena *arena, const char *kind,
                       uint64_t subject_id, uint64_t version, struct revision *out);

/* Keeps an edit, and its editor's name as it is now. 0 or -1. */
int history_store_add(struct db *db, const struct edit *edit);

/* Forgets a name; what its owner edited stays. 0 or -1. */
int history_store_forget(struct db *db, uint64_t user_id);

#endif
