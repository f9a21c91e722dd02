/* bursts.c - bursts of ratings that could not be seen while they came. */
#include "bursts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "album_sums.h"
#include "base/buffer.h"
#include "base/room.h"
#include "base/sql.h"
#include "rating/burst.h"
#include "rating/score_sql.h"

#include "core/banned.h"

#define DAYS_BACK "14"
#define WINDOW (2 * 86400.0) /* seconds: "within two days" */
#define WINDOW_MOST 1000     /* the latest ratings of it that are looked at */
#define HIGH_FROM 9          /* half-stars */
#define LOW_TO 3

/* Whether r's account, a, was new when it rated. */
#define YOUNG "(a.user_id IS NULL OR a.registered_at > r.created_at - INTERVAL 14 DAY)"
#define SINCE "UTC_TIMESTAMP(3) - INTERVAL " DAYS_BACK " DAY"

struct given {
    unsigned long id;
    double at; /* seconds */
    int half_stars;
    bool young, held;
    bool suspect; /* of the burst that is being found */
};

/* An album's ratings of the last fortnight, in the order of time. */
struct search {
    unsigned long album_id, found;
    struct given *all;
    size_t count;
    long ratings, high, low; /* of all time, in the sums */
    struct burst_site site;
};

static enum burst direction_of(const struct given *given)
{
    return given->half_stars >= HIGH_FROM ? BURST_HIGH
           : given->half_stars <= LOW_TO  ? BURST_LOW
                                          : BURST_NONE;
}

static bool read_ratings(MYSQL *mysql, struct search *search)
{
    char query[512];
    MYSQL_RES *rows;
    MYSQL_ROW row;

    snprintf(query, sizeof query,
             "SELECT r.id, UNIX_TIMESTAMP(r.created_at), r.half_stars, " YOUNG
             ", r.held IS NOT NULL FROM ratings r "
             "LEFT JOIN accounts a ON a.user_id = r.user_id WHERE r.album_id = %lu "
             "AND r.created_at >= " SINCE " ORDER BY r.created_at, r.id",
             search->album_id);
    rows = sql_query(mysql, "reading an album's ratings", query);
    if (rows == NULL)
        return false;
    search->all = room_for(mysql_num_rows(rows) + 1, sizeof *search->all);
    for (search->count = 0; (row = mysql_fetch_row(rows)) != NULL; search->count++)
        search->all[search->count] = (struct given){strtoul(row[0], NULL, 10),
                                                    strtod(row[1], NULL),
                                                    (int)strtol(row[2], NULL, 10),
                                                    row[3] != NULL && *row[3] == '1',
                                                    *row[4] == '1',
                                                    false};
    mysql_free_result(rows);
    return true;
}

static bool read_sums(MYSQL *mysql, struct search *search)
{
    char query[640];
    MYSQL_RES *rows;
    MYSQL_ROW row;

    snprintf(query, sizeof query,
             "SELECT " SQL_COUNT ", s.n9 + s.n10, s.n1 + s.n2 + s.n3, p.new_share, "
             "p.high_share, p.low_share FROM rating_summaries s JOIN score_parameters p "
             "ON p.live = TRUE WHERE s.album_id = %lu",
             search->album_id);
    rows = sql_query(mysql, "reading an album's sums", query);
    row = rows == NULL ? NULL : mysql_fetch_row(rows);
    if (row != NULL) {
        search->ratings = strtol(row[0], NULL, 10);
        search->high = strtol(row[1], NULL, 10);
        search->low = strtol(row[2], NULL, 10);
        search->site = (struct burst_site){strtod(row[3], NULL), strtod(row[4], NULL),
                                           strtod(row[5], NULL)};
    }
    if (rows != NULL)
        mysql_free_result(rows);
    return row != NULL;
}

/* What the window that ends with the `last`th rating comes to, from *first on. */
static struct burst_counts count(const struct search *search, size_t first, size_t last)
{
    struct burst_counts counts = {.others = search->ratings,
                                  .others_high = search->high,
                                  .others_low = search->low};

    for (size_t i = first; i <= last; i++) {
        const struct given *given = &search->all[i];
        bool high = direction_of(given) == BURST_HIGH;
        bool low = direction_of(given) == BURST_LOW;

        counts.all++;
        if (!given->young)
            continue;
        counts.young++;
        counts.high += high;
        counts.low += low;
        if (given->held)
            continue;
        counts.others--;
        counts.others_high -= high;
        counts.others_low -= low;
    }
    return counts;
}

/* Marks those that belong to a burst in this direction: of the window from `first` to
   *last, and what follows within two days of the last of them, to which *last is moved.
   How many. */
static size_t mark(struct search *search, size_t first, size_t *last,
                   enum burst direction)
{
    size_t marked = 0;

    for (size_t i = first; i < search->count; i++) {
        struct given *given = &search->all[i];

        if (i > *last && given->at - search->all[*last].at > WINDOW)
            break;
        given->suspect = given->young && !given->held && direction_of(given) == direction;
        marked += given->suspect;
        if (given->suspect && i > *last)
            *last = i;
    }
    return marked;
}

static void unmark(struct search *search)
{
    for (size_t i = 0; i < search->count; i++)
        search->all[i].suspect = false;
}

/* The ids of those marked, in brackets; they are held from now on. */
static void name_suspects(struct search *search, struct buffer *ids)
{
    for (size_t i = 0; i < search->count; i++) {
        if (!search->all[i].suspect)
            continue;
        buffer_addf(ids, "%s%lu", ids->length == 0 ? "(" : ", ", search->all[i].id);
        search->all[i].held = true;
    }
    buffer_add_char(ids, ')');
}

/* The burst that these ratings join: of the last one in this direction, unless it is
   older; 0 if there is none, and *released if a moderator has let it go. */
static bool known_burst(MYSQL *mysql, const struct search *search, enum burst direction,
                        double since, unsigned long *id, bool *released)
{
    char query[320];
    MYSQL_RES *rows;
    MYSQL_ROW row;

    snprintf(query, sizeof query,
             "SELECT id, state = 'released' FROM bursts WHERE album_id = %lu "
             "AND direction = '%s' AND last_at >= FROM_UNIXTIME(%.3f) "
             "ORDER BY last_at DESC LIMIT 1 FOR UPDATE",
             search->album_id, direction == BURST_HIGH ? "high" : "low", since);
    rows = sql_query(mysql, "looking for a burst", query);
    row = rows == NULL ? NULL : mysql_fetch_row(rows);
    *id = row == NULL ? 0 : strtoul(row[0], NULL, 10);
    *released = row != NULL && *row[1] == '1';
    if (rows != NULL)
        mysql_free_result(rows);
    return rows != NULL;
}

/* Takes ratings out of the site's sums and marks them as the burst's. */
static bool hold(MYSQL *mysql, unsigned long burst, const char *ids, double last)
{
    return sql_runf(mysql, "holding ratings",
                    "UPDATE ratings SET held = %lu, updated_at = updated_at "
                    "WHERE id IN %s",
                    burst, ids) &&
           sql_runf(mysql, "keeping who gave them",
                    "INSERT IGNORE INTO burst_members (burst_id, user_id) "
                    "SELECT %lu, user_id FROM ratings WHERE id IN %s",
                    burst, ids) &&
           sql_runf(
               mysql, "taking them from the site's sums",
               "UPDATE rating_totals t JOIN (SELECT user_id MOD 16 shard, COUNT(*) n, "
               "SUM(half_stars) s, SUM(half_stars * half_stars) q FROM ratings "
               "WHERE id IN %s GROUP BY user_id MOD 16) c ON c.shard = t.shard "
               "SET t.count = t.count - c.n, t.sum = t.sum - c.s, "
               "t.squares = t.squares - c.q",
               ids) &&
           sql_runf(mysql, "noting when",
                    "UPDATE bursts SET last_at = GREATEST(last_at, FROM_UNIXTIME(%.3f)) "
                    "WHERE id = %lu",
                    last, burst);
}

/* A burst, found or joined by `many` that are marked, the last of them given at `last`.
 */
static bool keep(MYSQL *mysql, struct search *search, enum burst direction, size_t many,
                 double last)
{
    struct buffer ids = {0};
    unsigned long burst;
    bool released, fine, new;

    if (!known_burst(mysql, search, direction, last - WINDOW, &burst, &released))
        return false;
    if (released || (burst == 0 && many < BURST_LEAST))
        return true;
    new = burst == 0;
    fine = !new ||
           sql_runf(mysql, "adding a burst",
                    "INSERT INTO bursts (album_id, direction, last_at) "
                    "VALUES (%lu, '%s', FROM_UNIXTIME(%.3f))",
                    search->album_id, direction == BURST_HIGH ? "high" : "low", last);
    burst = new &&fine ? (unsigned long)mysql_insert_id(mysql) : burst;
    name_suspects(search, &ids);
    fine = fine && hold(mysql, burst, buffer_text(&ids), last) &&
           sums_count(mysql, search->album_id) && sums_place(mysql, search->album_id) &&
           (!new || sql_runf(mysql, "telling of a burst",
                             "INSERT INTO outbox (type, subject, payload) VALUES "
                             "('burst.found', %lu, JSON_OBJECT('album_id', %lu, "
                             "'ratings', %zu))",
                             burst, search->album_id, many)) &&
           sums_tell(mysql, search->album_id) && read_sums(mysql, search);
    buffer_free(&ids);
    search->found += new;
    return fine;
}

/* Each window of two days that ends with a rating which may belong to a burst. */
static bool slide(MYSQL *mysql, struct search *search)
{
    size_t first = 0;
    bool fine = true;

    for (size_t last = 0; last < search->count && fine; last++) {
        const struct given *given = &search->all[last];
        struct burst_counts counts;
        enum burst direction;
        size_t many, end;

        while (given->at - search->all[first].at > WINDOW || last - first >= WINDOW_MOST)
            first++;
        if (!given->young || given->held || direction_of(given) == BURST_NONE)
            continue;
        counts = count(search, first, last);
        direction = burst_in(&counts, &search->site);
        if (direction != direction_of(given))
            continue;
        end = last;
        many = mark(search, first, &end, direction);
        fine = keep(mysql, search, direction, many, search->all[end].at);
        unmark(search);
    }
    return fine;
}

static bool search_album(MYSQL *mysql, void *context)
{
    struct search *search = context;
    bool fine;

    search->found = 0;
    fine = sums_lock(mysql, search->album_id) && read_sums(mysql, search) &&
           read_ratings(mysql, search) && slide(mysql, search);
    free(search->all);
    search->all = NULL;
    return fine;
}

bool bursts_find(MYSQL *mysql, unsigned long *found)
{
    char query[640];
    MYSQL_RES *rows;
    MYSQL_ROW row;
    bool fine;

    snprintf(query, sizeof query,
             "SELECT r.album_id FROM ratings r LEFT JOIN accounts a "
             "ON a.user_id = r.user_id WHERE r.created_at >= " SINCE
             " AND r.held IS NULL AND (r.half_stars >= %d OR r.half_stars <= %d) "
             "AND " YOUNG " GROUP BY r.album_id HAVING COUNT(*) >= %d",
             HIGH_FROM, LOW_TO, BURST_LEAST);
    rows = sums_connect(mysql) ? sql_query(mysql, "looking for bursts", query) : NULL;
    fine = rows != NULL;
    while (fine && (row = mysql_fetch_row(rows)) != NULL) {
        struct search search = {.album_id = strtoul(row[0], NULL, 10)};
        const struct step step = {search_album, &search};

        fine = in_transaction(mysql, &step);
        *found += fine ? search.found : 0;
    }
    if (rows != NULL)
        mysql_free_result(rows);
    return fine;
}
