/* rating_change.c - a rating given, changed or taken back, with all that follows. */
#include "rating/rating_change.h"

#include "core/event.h"
#include "core/request.h"
#include "rating/burst_watch.h"
#include "rating/chart_store.h"
#include "rating/score_event.h"
#include "rating/summary_store.h"

#include "core/banned.h"

/* How much the change moves the weight of all the rater's ratings, which is counted anew
 * where it may. 0 or -1. */
static int weigh(struct request *rq, const struct rating_change *change, int64_t *by)
{
    struct rater rater;

    *by = 0;
    if (change->stays)
        return 0;
    if (rater_store_weigh(rq->db, rq->arena, change->user_id, &rater) != 0)
        return -1;
    *by = rater.weight - change->weight;
    return 0;
}

/* The change in the sums and the chart, unless the rating is held. 0 or -1. */
static int count(struct request *rq, const struct rating_change *change)
{
    int64_t by = (change->after != 0) - (change->before != 0);

    if (change->held)
        return 0;
    if (summary_store_add(rq->db, change) != 0)
        return -1;
    return chart_store_follow(rq->db, change->album_id, by, change->created_at);
}

/* All that follows from a change. 0 or -1. */
static int follow(struct request *rq, const struct rating_change *change)
{
    int64_t by;

    if (weigh(rq, change, &by) != 0 ||
        summary_store_lock(rq->db, rq->arena, change, by != 0) != 0)
        return -1;
    if (by != 0 && (summary_store_reweigh(rq->db, change->user_id, by) != 0 ||
                    chart_store_follow_user(rq->db, change->user_id) != 0))
        return -1;
    if (count(rq, change) != 0)
        return -1;
    if (by != 0 && score_event_of_user(rq, change->user_id, change->album_id) != 0)
        return -1;
    return score_event_of_rating(rq, change);
}

int rating_change_add(struct request *rq, const struct rater *rater, uint64_t album_id,
                      int64_t half_stars, struct rating *out)
{
    struct rating_change change = {.user_id = rater->user_id,
                                   .album_id = album_id,
                                   .after = half_stars,
                                   .weight = rater->weight};
    int added = rating_store_add(rq->db, rater->user_id, album_id, half_stars);

    if (added != 0)
        return added;
    if (rating_store_of_user(rq->db, rq->arena, rater->user_id, album_id, out) != 1)
        return DB_FAILED;
    change.rating_id = out->id;
    change.created_at = out->created_at;
    return follow(rq, &change) != 0 ? DB_FAILED : burst_watch(rq, out);
}

static struct rating_change change_of(const struct rater *rater,
                                      const struct rating *rating, int64_t after)
{
    return (struct rating_change){.user_id = rater->user_id,
                                  .album_id = rating->album_id,
                                  .rating_id = rating->id,
                                  .created_at = rating->created_at,
                                  .held = rating->held != 0,
                                  .stays = rater->leaves || (after != 0),
                                  .before = rating->rating,
                                  .after = after,
                                  .weight = rater->weight};
}

int rating_change_set(struct request *rq, const struct rater *rater,
                      const struct rating *rating, int64_t half_stars)
{
    const struct rating_change change = change_of(rater, rating, half_stars);
    struct rating now = *rating;

    if (rating->rating == half_stars)
        return 0;
    if (rating_store_set(rq->db, rating->id, half_stars) != 0 || follow(rq, &change) != 0)
        return DB_FAILED;
    now.rating = half_stars;
    return burst_watch(rq, &now);
}

int rating_change_remove(struct request *rq, const struct rater *rater,
                         const struct rating *rating)
{
    const struct rating_change change = change_of(rater, rating, 0);

    if (rating_store_remove(rq->db, rating->id) != 0)
        return DB_FAILED;
    return follow(rq, &change);
}

int rating_change_move(struct request *rq, const struct rater *rater,
                       const struct rating *rating, uint64_t into)
{
    struct rating_change gone = change_of(rater, rating, 0), come = gone;

    gone.stays = true;
    come.album_id = into;
    come.before = 0;
    come.after = rating->rating;
    if (summary_store_lock(rq->db, rq->arena, &come, true) != 0 ||
        count(rq, &gone) != 0 || rating_store_move(rq->db, rating->id, into) != 0)
        return DB_FAILED;
    return follow(rq, &come);
}

int rating_change_give(struct request *rq, uint64_t album_id, int64_t half_stars)
{
    struct rating rating;
    struct rater rater;
    int found;

    if (rater_store_lock(rq->db, rq->arena, rq->caller.id, &rater) != 0)
        return DB_FAILED;
    found =
        rating_store_lock_of_user(rq->db, rq->arena, rq->caller.id, album_id, &rating);
    if (found < 0)
        return DB_FAILED;
    return found == 1 ? rating_change_set(rq, &rater, &rating, half_stars)
                      : rating_change_add(rq, &rater, album_id, half_stars, &rating);
}
