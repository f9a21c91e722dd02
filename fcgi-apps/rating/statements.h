/* statements.h - the rating service's statements by name. */
#ifndef VH_RATING_STATEMENTS_H
#define VH_RATING_STATEMENTS_H

#include "core/db.h"

/* The last migration in sql/rating that this program knows. */
#define RATING_SCHEMA 35

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
    RATING_MOVE,
    RATINGS_LOCK_OF_USER,
    RATINGS_OF_ALBUM,
    HISTORY_MOVE,
    HISTORY_CLEAR,
    RATER_MAKE,
    RATER_LOCK,
    RATER_COUNT,
    RATER_WEIGH,
    RATER_REMOVE,
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
    CHART_YEARS,
    KNOWN_ALBUM_FIND,
    KNOWN_ALBUM_KEEP,
    KNOWN_ALBUM_FORGET,
    KNOWN_ALBUM_COPY,
    ALBUM_GENRES_COPY,
    OWNED_KEEP,
    OWNED_REMOVE,
    OWNED_CLEAR,
    GENRE_FIND,
    GENRE_ADD,
    ALBUM_GENRES_CLEAR,
    ALBUM_GENRE_ADD,
    PRIVATE_ADD,
    PRIVATE_REMOVE,
    PRIVATE_FIND,
    ACCOUNT_ADD,
    ACCOUNT_REMOVE,
    PREFERENCES_OF,
    PREFERENCES_CLEAR,
    PREFERENCE_ADD,
    REVIEW_FIND,
    REVIEW_FIND_MODERATOR,
    REVIEW_LOCK,
    REVIEW_OF_USER,
    REVIEW_ADD,
    REVIEW_KEEP,
    REVIEW_SET,
    REVIEW_REMOVE,
    REVIEW_HIDE,
    REVIEW_LIKE,
    REVIEW_UNLIKE,
    REVIEW_LIKES_ADD,
    REVIEW_LIKES_CLEAR,
    REVIEW_EDITS_CLEAR,
    REVIEWS_OF_USER,
    REVIEWS_OF_ALBUM,
    REVIEW_MOVE,
    REVIEW_LIKES_SUBTRACT,
    REVIEW_LIKES_BY_CLEAR,
    REVIEW_EDITS_BY_CLEAR,
    USERNAME_KEEP,
    USERNAME_REMOVE,
    REPORT_FIND,
    REPORT_LOCK,
    REPORT_ADD,
    REPORT_DECIDE,
    REPORTS_CLEAR,
    REPORTS_BY_CLEAR,
    ACT_ADD,
    MODEL_LIVE,
    MODEL_RATED,
    MODEL_PICK,
    MODEL_CHART,
    DISMISSAL_ADD,
    DISMISSAL_REMOVE,
    DISMISSAL_CLEAR,
    BURST_FIND,
    BURST_LOCK,
    BURST_LATEST,
    BURST_OF_MEMBER,
    BURST_EVIDENCE,
    BURST_SUSPECTS,
    BURST_MEMBERS,
    BURST_ADD,
    BURST_TOUCH,
    BURST_DECIDE,
    BURST_MOVE,
    BURST_MEMBER_ADD,
    BURST_MEMBER_FORGET,
    RATING_HOLD,
    ACCOUNT_IS_OLD,
    RATING_STATEMENTS
};

extern const struct statement rating_statements[];

/* The parameters in force. */
#define SQL_LIVE "(SELECT generation FROM score_parameters WHERE live = TRUE)"

/* The columns of a rating, and the condition, with the caller's id, under which it is
 * shown. */
#define RATING_SELECT                                                                    \
    "SELECT r.id, r.user_id, r.album_id, r.half_stars AS rating, r.created_at, "         \
    "r.updated_at, r.held FROM ratings r"
#define RATING_SHOWN                                                                     \
    "(r.user_id = ? OR NOT EXISTS (SELECT 1 FROM private_users p WHERE p.user_id = "     \
    "r.user_id))"

/* The same of reviews: a draft is its author's alone, a hidden one the author's and the
   moderators'. */
#define REVIEW_SELECT                                                                    \
    "SELECT v.id, v.user_id, u.username, v.album_id, v.title, v.content, "               \
    "r.half_stars AS rating, v.likes, v.draft, v.hidden, v.hidden_reason, v.version, "   \
    "v.created_at, v.updated_at FROM reviews v "                                         \
    "LEFT JOIN usernames u ON u.user_id = v.user_id "                                    \
    "LEFT JOIN ratings r ON r.user_id = v.user_id AND r.album_id = v.album_id"
#define REVIEW_SHOWN_IF(more)                                                            \
    "(v.user_id = ? OR (v.draft = FALSE" more " AND NOT EXISTS "                         \
    "(SELECT 1 FROM private_users p WHERE p.user_id = v.user_id)))"
#define REVIEW_SHOWN REVIEW_SHOWN_IF(" AND v.hidden = FALSE")
#define REVIEW_SHOWN_TO_MODERATORS REVIEW_SHOWN_IF("")

#define BURST_SELECT                                                                     \
    "SELECT b.id, b.album_id, b.direction, (SELECT COUNT(*) FROM burst_members m "       \
    "WHERE m.burst_id = b.id) AS ratings, b.state, b.reason, b.decided_by, "             \
    "b.decided_at, b.version, b.found_at, b.last_at FROM bursts b"

#define REPORT_SELECT                                                                    \
    "SELECT t.id, t.review_id, t.user_id, t.reason, t.decision, t.decision_reason, "     \
    "t.decided_by, t.decided_at, t.version, t.created_at FROM review_reports t"

/* What is never recommended, with the user's id thrice: rated, owned, dismissed. `a` is
 * the row that has the album's id. */
#define NEVER_RECOMMENDED(a)                                                             \
    "NOT EXISTS (SELECT 1 FROM ratings r WHERE r.user_id = ? AND r.album_id = " a        \
    ".album_id) AND NOT EXISTS (SELECT 1 FROM owned_albums o WHERE o.user_id = ? AND "   \
    "o.album_id = " a ".album_id AND o.copies > 0) AND NOT EXISTS (SELECT 1 FROM "       \
    "dismissed_albums d WHERE d.user_id = ? AND d.album_id = " a ".album_id)"

#endif
