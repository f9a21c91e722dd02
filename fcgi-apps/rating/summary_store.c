/* summary_store.c - what the ratings of an album and of the site come to. */
#include "rating/summary_store.h"

#include "rating/statements.h"

#include "core/banned.h"

#define STEP(number)                                                                     \
    {                                                                                    \
        .name = "n" #number, .type = FIELD_COUNT,                                        \
        .offset = offsetof(struct summary, n) + (number - 1) * sizeof(int64_t)           \
    }
#define SUM(member)                                                                      \
    {                                                                                    \
        .name = #member, .type = FIELD_COUNT,                                            \
        .offset = offsetof(struct summary, sums.member)                                  \
    }

#define SITE(member)                                                                     \
    {                                                                                    \
        .name = #member, .type = FIELD_REAL,                                             \
        .offset = offsetof(struct summary, site.member)                                  \
    }

static const struct field summary_fields[] = {
    FIELD(struct summary, album_id, FIELD_ID),
    STEP(1),
    STEP(2),
    STEP(3),
    STEP(4),
    STEP(5),
    STEP(6),
    STEP(7),
    STEP(8),
    STEP(9),
    STEP(10),
    SUM(weight),
    SUM(weighted),
    SUM(weighted_squares),
    SITE(prior),
    SITE(m),
    SITE(spread),
};
const struct shape summary_shape = SHAPE(struct summary, summary_fields);

static const struct field summary_album_fields[] = {
    FIELD(struct summary_album, album_id, FIELD_ID),
};
const struct shape summary_album_shape =
    SHAPE(struct summary_album, summary_album_fields);

static const struct filter filters[] = {
    FILTER("album_id", BY_ID, NULL, .required = true),
};
const struct listing summary_query = {FILTERS(filters)};

int summary_store_find(struct db *db, struct arena *arena, uint64_t album_id,
                       struct summary *out)
{
    return db_find(db, arena, SUMMARY_FIND, ARGS(A_UINT(album_id)), out) == 1 ? 0
                                                                              : DB_FAILED;
}

static int lock(struct db *db, uint64_t album_id)
{
    return db_run(db, SUMMARY_LOCK, ARGS(A_UINT(album_id))) < 0 ? DB_FAILED : 0;
}

int summary_store_lock(struct db *db, struct arena *arena,
                       const struct rating_change *change, bool all)
{
    const struct summary_album *albums;
    struct rows rows;

    if (!all)
        return lock(db, change->album_id);
    if (db_list(db, arena, SUMMARIES_OF,
                ARGS(A_UINT(change->user_id), A_UINT(change->album_id)), &rows) != 0)
        return DB_FAILED;
    albums = rows.items;
    for (size_t i = 0; i < rows.count; i++)
        if (lock(db, albums[i].album_id) != 0)
            return DB_FAILED;
    return 0;
}

int summary_store_lock_rated(struct db *db, struct arena *arena, uint64_t album_id)
{
    struct summary_album album;

    return db_find(db, arena, SUMMARY_LOCK_RATED, ARGS(A_UINT(album_id)), &album) < 0
               ? DB_FAILED
               : 0;
}

int summary_store_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                          uint64_t without, struct rows *rows)
{
    return db_list(db, arena, SUMMARIES_OF_USER, ARGS(A_UINT(user_id), A_UINT(without)),
                   rows);
}

static int64_t counted(int64_t half_stars)
{
    return half_stars == 0 ? 0 : 1;
}

static int add_to_album(struct db *db, const struct rating_change *change)
{
    int64_t before = change->before, after = change->after;
    struct db_arg args[STEPS + 4];

    for (int64_t step = 1; step <= STEPS; step++)
        args[step - 1] = A_INT((after == step) - (before == step));
    args[STEPS] = A_INT((counted(after) - counted(before)) * change->weight);
    args[STEPS + 1] = A_INT((after - before) * change->weight);
    args[STEPS + 2] = A_INT((after * after - before * before) * change->weight);
    args[STEPS + 3] = A_UINT(change->album_id);
    return db_run(db, SUMMARY_ADD, (struct db_args){args, STEPS + 4}) < 0 ? DB_FAILED : 0;
}

int summary_store_add(struct db *db, const struct rating_change *change)
{
    int64_t before = change->before, after = change->after;

    if (add_to_album(db, change) != 0)
        return DB_FAILED;
    return db_run(db, TOTALS_ADD,
                  ARGS(A_INT(counted(after) - counted(before)), A_INT(after - before),
                       A_INT(after * after - before * before), A_UINT(change->user_id))) <
                   0
               ? DB_FAILED
               : 0;
}

int summary_store_reweigh(struct db *db, uint64_t user_id, int64_t by)
{
    return db_run(db, SUMMARY_REWEIGH,
                  ARGS(A_INT(by), A_INT(by), A_INT(by), A_UINT(user_id))) < 0
               ? DB_FAILED
               : 0;
}

int64_t summary_count(const struct summary *summary)
{
    int64_t count = 0;

    for (int step = 0; step < STEPS; step++)
        count += summary->n[step];
    return count;
}

double summary_mean(const struct summary *summary)
{
    int64_t count = summary_count(summary), sum = 0;

    for (int step = 0; step < STEPS; step++)
        sum += summary->n[step] * (step + 1);
    return count == 0 ? 0 : (double)sum / (double)count / 2;
}
