/* statements.h - the rating service's statements by name. */
#ifndef VH_RATING_STATEMENTS_H
#define VH_RATING_STATEMENTS_H

#include "core/db.h"

/* The last migration in sql/rating that this program knows. */
#define RATING_SCHEMA 20

enum rating_statement {
    RATING_FIND,
    RATING_OF_USER,
    RATING_LOCK,
    RATING_LOCK_OF_USER,
    RATING_FIND_PAST,
    RATING_ADD,
    HISTORY_ADD,
    RATING_SET,
    RATING_REMOVE,
    RATER_MAKE,
    RATER_LOCK,
    RATER_COUNT,
    RATER_WEIGH,
    SUMMARY_LOCK,
    SUMMARY_LOCK_RATED,
    SUMMARIES_OF,
    SUMMARIES_OF_USER,
    SUMMARY_ADD,
    SUMMARY_REWEIGH,
    SUMMARY_FIND,
    TOTALS_ADD,
    CHART_PLACE,
    CHART_PLACE_GENRES,
    CHART_PLACE_USER,
    CHART_PLACE_USER_GENRES,
    CHART_CLEAR_UNRATED,
    CHART_YEAR,
    CHART_CLEAR_GENRES,
    CHART_COPY_GENRES,
    KNOWN_ALBUM_FIND,
    KNOWN_ALBUM_KEEP,
    KNOWN_ALBUM_FORGET,
    GENRE_FIND,
    GENRE_ADD,
    ALBUM_GENRES_CLEAR,
    ALBUM_GENRE_ADD,
    PRIVATE_ADD,
    PRIVATE_REMOVE,
    ACCOUNT_ADD,
    PREFERENCES_OF,
    PREFERENCES_CLEAR,
    PREFERENCE_ADD,
    RATING_STATEMENTS
};

extern const struct statement rating_statements[];

/* The columns of a rating, and the condition, with the caller's id, under which it is
 * shown. */
#define RATING_SELECT                                                                    \
    "SELECT r.id, r.user_id, r.album_id, r.half_stars AS rating, r.created_at, "         \
    "r.updated_at, r.held FROM ratings r"
#define RATING_SHOWN                                                                     \
    "(r.user_id = ? OR NOT EXISTS (SELECT 1 FROM private_users p WHERE p.user_id = "     \
    "r.user_id))"

#endif
