/* doctor_repair.c - mending what the doctor has found. */
#include "doctor_repair.h"

#include <stdio.h>
#include <stdlib.h>

#include "album_sums.h"
#include "base/room.h"
#include "base/sql.h"

#include "core/banned.h"

void patients_add(struct patients *patients, enum patient kind, unsigned long id)
{
    struct ids *ids = &patients->of[kind];

    if (ids->count == ids->room) {
        ids->room = ids->room == 0 ? 64 : ids->room * 2;
        ids->all = room_grow(ids->all, ids->room, sizeof *ids->all);
    }
    ids->all[ids->count++] = id;
}

void patients_free(struct patients *patients)
{
    for (int i = 0; i < PATIENTS; i++)
        free(patients->of[i].all);
    *patients = (struct patients){0};
}

static int ascending(const void *a, const void *b)
{
    unsigned long x = *(const unsigned long *)a, y = *(const unsigned long *)b;

    return x < y ? -1 : x > y;
}

/* In order, each once: several checks may have found the same. */
static void sort(struct ids *ids)
{
    size_t kept = 0;

    if (ids->count > 0)
        qsort(ids->all, ids->count, sizeof *ids->all, ascending);
    for (size_t i = 0; i < ids->count; i++)
        if (kept == 0 || ids->all[kept - 1] != ids->all[i])
            ids->all[kept++] = ids->all[i];
    ids->count = kept;
}

static bool mend_album(MYSQL *mysql, void *context)
{
    unsigned long album_id = *(const unsigned long *)context;

    return sums_lock(mysql, album_id) && sums_count(mysql, album_id) &&
           sums_place(mysql, album_id) && sums_tell(mysql, album_id);
}

/* The weight alone: the sums that it is a part of are counted after it. */
static bool mend_rater(MYSQL *mysql, void *context)
{
    unsigned long user_id = *(const unsigned long *)context;

    return sql_runf(mysql, "locking a rater",
                    "UPDATE raters SET user_id = user_id WHERE user_id = %lu", user_id) &&
           sql_runf(mysql, "weighing a rater",
                    "UPDATE raters w JOIN (SELECT LEAST(20, COUNT(DISTINCT "
                    "COALESCE(k.artist_id, 0))) n FROM ratings r JOIN known_albums k "
                    "ON k.album_id = r.album_id WHERE r.user_id = %lu) c "
                    "SET w.weight = c.n WHERE w.user_id = %lu",
                    user_id, user_id);
}

/* By how much the site's sums are wrong does not change while ratings do: it is read as
   of one moment, and taken off without holding anybody up. */
static bool mend_shard(MYSQL *mysql, void *context)
{
    unsigned long shard = *(const unsigned long *)context;
    char query[512];
    MYSQL_RES *rows;
    MYSQL_ROW row;
    bool fine;

    snprintf(query, sizeof query,
             "SELECT c.n - t.count, c.s - t.sum, c.q - t.squares FROM rating_totals t "
             "JOIN (SELECT COUNT(*) n, IFNULL(SUM(half_stars), 0) s, "
             "IFNULL(SUM(half_stars * half_stars), 0) q FROM ratings "
             "WHERE held IS NULL AND user_id MOD 16 = %lu) c WHERE t.shard = %lu",
             shard, shard);
    rows = sql_query(mysql, "counting the site's ratings", query);
    row = rows == NULL ? NULL : mysql_fetch_row(rows);
    fine = row != NULL &&
           sql_runf(mysql, "mending the site's sums",
                    "UPDATE rating_totals SET count = count + (%s), sum = sum + (%s), "
                    "squares = squares + (%s) WHERE shard = %lu",
                    row[0], row[1], row[2], shard);
    if (rows != NULL)
        mysql_free_result(rows);
    return fine;
}

static bool mend_review(MYSQL *mysql, void *context)
{
    unsigned long review_id = *(const unsigned long *)context;

    return sql_runf(mysql, "locking a review",
                    "UPDATE reviews SET id = id WHERE id = %lu", review_id) &&
           sql_runf(mysql, "counting likes",
                    "UPDATE reviews v JOIN (SELECT COUNT(*) n FROM review_likes "
                    "WHERE review_id = %lu) c SET v.likes = c.n WHERE v.id = %lu",
                    review_id, review_id);
}

/* The albums that a rater's weight is in. */
static bool add_rated(MYSQL *mysql, struct patients *patients, unsigned long user_id)
{
    char query[96];
    MYSQL_RES *rows;
    MYSQL_ROW row;

    snprintf(query, sizeof query, "SELECT album_id FROM ratings WHERE user_id = %lu",
             user_id);
    rows = sql_query(mysql, "reading a rater's albums", query);
    while (rows != NULL && (row = mysql_fetch_row(rows)) != NULL)
        patients_add(patients, PATIENT_ALBUM, strtoul(row[0], NULL, 10));
    if (rows != NULL)
        mysql_free_result(rows);
    return rows != NULL;
}

/* Raters first: albums' sums are made of their weights. */
bool patients_mend(MYSQL *mysql, struct patients *patients)
{
    static const struct {
        enum patient kind;
        const char *name;
        bool (*mend)(MYSQL *mysql, void *context);
    } turns[] = {
        {PATIENT_RATER,  "user",   mend_rater },
        {PATIENT_ALBUM,  "album",  mend_album },
        {PATIENT_SHARD,  "shard",  mend_shard },
        {PATIENT_REVIEW, "review", mend_review},
    };

    if (!sums_connect(mysql))
        return false;
    for (size_t t = 0; t < sizeof turns / sizeof *turns; t++) {
        struct ids *ids = &patients->of[turns[t].kind];

        sort(ids);
        for (size_t i = 0; i < ids->count; i++) {
            const struct step step = {turns[t].mend, &ids->all[i]};

            if (!in_transaction(mysql, &step) ||
                (turns[t].kind == PATIENT_RATER &&
                 !add_rated(mysql, patients, ids->all[i])))
                return false;
            printf("mended: %s %lu\n", turns[t].name, ids->all[i]);
        }
    }
    return true;
}
