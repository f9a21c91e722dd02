/* burst_store.h - bursts of ratings that are held: the only code that touches `bursts`
 * and `burst_members`, and `held` of ratings. */
#ifndef VH_RATING_BURST_STORE_H
#define VH_RATING_BURST_STORE_H

#include "core/db.h"
#include "core/listing.h"
#include "rating/burst.h"
#include "rating/score.h"

struct burst_row {
    uint64_t id, album_id, decided_by;
    const char *direction, *state, *reason; /* reason NULL: open */
    int64_t ratings, version;
    const char *decided_at, *found_at, *last_at;
};

/* A rating that is held or may be. */
struct member {
    uint64_t rating_id, user_id, held;
    int64_t rating, weight;
    const char *created_at;
};

/* What is known of an album's last two days, and of the site. */
struct burst_evidence {
    struct burst_counts counts;
    struct burst_site site;
};

extern const struct shape burst_row_shape, member_shape, burst_evidence_shape;
extern const struct listing burst_listing;

/* 1 and *out filled, 0, or -1. */
int burst_store_find(struct db *db, struct arena *arena, uint64_t id,
                     struct burst_row *out);
int burst_store_lock(struct db *db, struct arena *arena, uint64_t id,
                     struct burst_row *out);

/* The latest of an album in a direction within two days, of whatever state. */
int burst_store_latest(struct db *db, struct arena *arena, uint64_t album_id,
                       const char *direction, struct burst_row *out);

/* The one, open or dropped, that has held a rating of the album by the user. */
int burst_store_of_member(struct db *db, struct arena *arena, uint64_t album_id,
                          uint64_t user_id, struct burst_row *out);

/* A page of struct burst_row. 0 or -1. */
int burst_store_list(struct db *db, struct arena *arena, const struct query *query,
                     struct page *page);

/* 1 if the account is younger than a fortnight, or not known yet; 0, -1. */
int burst_store_is_young(struct db *db, struct arena *arena, uint64_t user_id);

/* The album's sums must be locked. 0 or -1. */
int burst_store_evidence(struct db *db, struct arena *arena, uint64_t album_id,
                         struct burst_evidence *out);

/* struct member: new accounts' ratings of the last two days in a direction, not held; a
   burst's. 0 or -1. */
int burst_store_suspects(struct db *db, struct arena *arena, uint64_t album_id,
                         enum burst direction, struct rows *rows);
int burst_store_members(struct db *db, struct arena *arena, uint64_t id,
                        struct rows *rows);

/* Each 0 or -1. */
int burst_store_add(struct db *db, uint64_t album_id, const char *direction,
                    uint64_t *id);
int burst_store_hold(struct db *db, uint64_t id, const struct member *member);
int burst_store_let_go(struct db *db, const struct member *member);
int burst_store_decide(struct db *db, uint64_t id, uint64_t moderator_id,
                       const char *state, const char *reason);
int burst_store_forget_user(struct db *db, uint64_t user_id);
int burst_store_move(struct db *db, uint64_t from, uint64_t into);

#endif
