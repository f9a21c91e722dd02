/* removal.c - accounts and albums that go: what that does to ratings and reviews. */
#include "rating/removal.h"

#include <string.h>

#include "core/event.h"
#include "core/request.h"
#include "rating/album_store.h"
#include "rating/dismissal_store.h"
#include "rating/burst_store.h"
#include "rating/preference_store.h"
#include "rating/rating_change.h"
#include "rating/report_store.h"
#include "rating/review_store.h"
#include "rating/score_event.h"

#include "core/banned.h"

/* A review with all that hangs on it, and the event if others knew of it. 0 or -1. */
static int remove_review(struct request *rq, const struct review *review)
{
    if (report_store_clear(rq->db, review->id) != 0 ||
        review_store_remove(rq->db, review->id) != 0)
        return -1;
    return review->draft ? 0
                         : event_publish(rq, "review.removed", review->id,
                                         json_pack("{s:I}", "album_id",
                                                   (json_int_t)review->album_id));
}

static int remove_reviews(struct request *rq, const struct rows *reviews, bool drafts)
{
    const struct review *all = reviews->items;

    for (size_t i = 0; i < reviews->count; i++)
        if ((!drafts || all[i].draft) && remove_review(rq, &all[i]) != 0)
            return -1;
    return 0;
}

static int remove_ratings_of_user(struct request *rq, uint64_t user_id)
{
    const struct rating *ratings;
    struct rater rater;
    struct rows rows;

    if (rater_store_lock(rq->db, rq->arena, user_id, &rater) != 0 ||
        rating_store_lock_all_of_user(rq->db, rq->arena, user_id, &rows) != 0)
        return -1;
    ratings = rows.items;
    rater.leaves = true;
    for (size_t i = 0; i < rows.count; i++)
        if (rating_change_remove(rq, &rater, &ratings[i]) != 0)
            return -1;
    return rating_store_forget_user(rq->db, user_id);
}

int removal_of_user(struct request *rq, uint64_t user_id, bool keep_reviews)
{
    struct rows reviews;
    int hidden = rater_store_is_hidden(rq->db, rq->arena, user_id);

    if (hidden < 0 || remove_ratings_of_user(rq, user_id) != 0 ||
        review_store_all_of_user(rq->db, rq->arena, user_id, &reviews) != 0 ||
        remove_reviews(rq, &reviews, keep_reviews && hidden == 0) != 0)
        return -1;
    return review_store_forget_user(rq->db, user_id) != 0 ||
                   report_store_forget_user(rq->db, user_id) != 0 ||
                   burst_store_forget_user(rq->db, user_id) != 0 ||
                   preference_store_forget_user(rq->db, user_id) != 0 ||
                   dismissal_store_forget(rq->db, user_id) != 0 ||
                   rater_store_forget(rq->db, user_id) != 0
               ? -1
               : 0;
}

/* The rating and its rater, both locked, in this order as everywhere. 1, 0 if it has gone
 * meanwhile, -1. */
static int lock_rating(struct request *rq, const struct rating *seen, struct rater *rater,
                       struct rating *out)
{
    if (rater_store_lock(rq->db, rq->arena, seen->user_id, rater) != 0)
        return -1;
    return rating_store_lock(rq->db, rq->arena, seen->id, seen->user_id, out);
}

int removal_of_album(struct request *rq, uint64_t album_id)
{
    struct rows ratings, reviews;
    const struct rating *seen;

    if (album_store_forget(rq->db, album_id) != 0 ||
        rating_store_all_of_album(rq->db, rq->arena, album_id, &ratings) != 0 ||
        review_store_all_of_album(rq->db, rq->arena, album_id, &reviews) != 0)
        return -1;
    seen = ratings.items;
    for (size_t i = 0; i < ratings.count; i++) {
        struct rating rating;
        struct rater rater;
        int found = lock_rating(rq, &seen[i], &rater, &rating);

        if (found < 0 || (found == 1 && rating_change_remove(rq, &rater, &rating) != 0))
            return -1;
    }
    return remove_reviews(rq, &reviews, false);
}

/* One rating to its new album: of two, the newer stays, as old as it is, since the album
 * may be merged again. 0 or -1. */
static int move_rating(struct request *rq, const struct rating *seen, uint64_t into)
{
    struct rating rating, other;
    struct rater rater;
    int found = lock_rating(rq, seen, &rater, &rating);
    int both;

    if (found != 1)
        return found;
    both = rating_store_lock_of_user(rq->db, rq->arena, rating.user_id, into, &other);
    if (both < 0)
        return -1;
    if (both == 1 && strcmp(rating.updated_at, other.updated_at) <= 0)
        return rating_change_remove(rq, &rater, &rating);
    /* with a rating less, the rater may weigh less */
    if (both == 1 && (rating_change_remove(rq, &rater, &other) != 0 ||
                      rater_store_lock(rq->db, rq->arena, rating.user_id, &rater) != 0))
        return -1;
    return rating_change_move(rq, &rater, &rating, into);
}

/* One review: the newer of two stays, the other's text goes into its history. 0 or -1. */
static int move_review(struct request *rq, const struct review *review, uint64_t into)
{
    const struct review *loser = review, *winner = review;
    struct review other;
    int both = review_store_of_user(rq->db, rq->arena, review->user_id, into, &other);

    if (both < 0)
        return -1;
    if (both == 1) {
        bool newer = strcmp(review->updated_at, other.updated_at) > 0;

        loser = newer ? &other : review;
        winner = newer ? review : &other;
        if ((!loser->draft && review_store_keep(rq->db, loser->id, winner->id) != 0) ||
            remove_review(rq, loser) != 0)
            return -1;
    }
    return winner != review ? 0 : review_store_move(rq->db, review->id, into);
}

/* An album that this service has not met is what the one was that becomes it. */
static int know(struct request *rq, uint64_t from, uint64_t into)
{
    struct known_album album;
    int known = album_store_find(rq->db, rq->arena, into, &album);

    if (known == 0)
        known = album_store_copy(rq->db, from, into);
    return known < 0 ? -1 : 0;
}

int removal_by_merge(struct request *rq, uint64_t from, uint64_t into)
{
    struct rows ratings, reviews;

    if (know(rq, from, into) != 0 || album_store_forget(rq->db, from) != 0 ||
        rating_store_all_of_album(rq->db, rq->arena, from, &ratings) != 0 ||
        review_store_all_of_album(rq->db, rq->arena, from, &reviews) != 0)
        return -1;
    for (size_t i = 0; i < ratings.count; i++)
        if (move_rating(rq, (const struct rating *)ratings.items + i, into) != 0)
            return -1;
    for (size_t i = 0; i < reviews.count; i++)
        if (move_review(rq, (const struct review *)reviews.items + i, into) != 0)
            return -1;
    /* those that moved told of their new album alone */
    if (ratings.count > 0 && score_event_of_album(rq, from) != 0)
        return -1;
    return burst_store_move(rq->db, from, into) != 0
               ? -1
               : rating_store_move_history(rq->db, from, into);
}
