/* personal.c - what the rating service holds on somebody. What it only keeps of the user
 * service's events (names, privacy, albums owned) is that service's to tell. */
#include "rating/personal.h"

#include "core/banned.h"

/* Where a user has one row for an album or review, its id is the position: the order of
 * the index. */
const struct personal rating_personal[] = {
    {"ratings",
     "SELECT r.album_id AS position, JSON_OBJECT('id', r.id, 'album_id', r.album_id, "
     "'rating', r.half_stars / 2, 'created_at', " PERSONAL_TIME(
         "r.created_at") ", "
                         "'updated_at', " PERSONAL_TIME(
                             "r.updated_at") ") AS content "
                                             "FROM ratings r WHERE r.user_id = ? AND r.album_id > ? ORDER BY r.album_id LIMIT ?",
     4000                                                                                                                             },
    {"rating_history",
     "SELECT h.id AS position, JSON_OBJECT('rating_id', h.rating_id, 'album_id', "
     "h.album_id, 'rating', h.half_stars / 2, 'given_at', " PERSONAL_TIME(
         "h.given_at") ", "
                       "'ended_at', " PERSONAL_TIME(
                           "h.ended_at") ") AS content "
                                         "FROM rating_history h WHERE h.user_id = ? AND h.id > ? ORDER BY h.id LIMIT ?",
     4000                                                                                                                             },
    {"reviews",
     "SELECT v.album_id AS position, JSON_OBJECT('id', v.id, 'album_id', v.album_id, "
     "'title', v.title, 'content', v.content, "
     "'draft', JSON_EXTRACT(IF(v.draft, 'true', 'false'), '$'), "
     "'hidden', JSON_EXTRACT(IF(v.hidden, 'true', 'false'), '$'), "
     "'hidden_reason', v.hidden_reason, 'likes', v.likes, "
     "'created_at', " PERSONAL_TIME(
         "v.created_at") ", "
                         "'updated_at', " PERSONAL_TIME(
                             "v.updated_at") ") AS content "
                                             "FROM reviews v WHERE v.user_id = ? AND v.album_id > ? ORDER BY v.album_id LIMIT ?",
     20                                                                                                                               },
    {"review_edits",
     "SELECT e.id AS position, JSON_OBJECT('review_id', e.review_id, 'version', e.version, "
     "'title', e.title, 'content', e.content, "
     "'written_at', " PERSONAL_TIME(
         "e.written_at") ", "
                         "'ended_at', " PERSONAL_TIME(
                             "e.ended_at") ") AS content "
                                           "FROM reviews v JOIN review_edits e ON e.review_id = v.id "
                                           "WHERE v.user_id = ? AND e.id > ? ORDER BY e.id LIMIT ?",
     20                                                                                                                               },
    {"review_likes",
     "SELECT l.review_id AS position, JSON_OBJECT('review_id', l.review_id, "
     "'created_at', " PERSONAL_TIME(
         "l.created_at") ") AS content "
                         "FROM review_likes l WHERE l.user_id = ? AND l.review_id > ? "
                         "ORDER BY l.review_id LIMIT ?",                                                                          4000},
    {"review_reports",
     "SELECT t.id AS position, JSON_OBJECT('id', t.id, 'review_id', t.review_id, "
     "'reason', t.reason, 'decision', t.decision, "
     "'created_at', " PERSONAL_TIME(
         "t.created_at") ") AS content "
                         "FROM review_reports t WHERE t.user_id = ? AND t.id > ? ORDER BY t.id LIMIT ?",
     500                                                                                                                              },
 /* two hundred at most: all of them after 0 */
    {"preferences",
     "SELECT 1 AS position, JSON_OBJECT('genre', p.genre, 'weight', p.weight) AS content "
     "FROM preferences p WHERE p.user_id = ? AND ? = 0 ORDER BY p.genre LIMIT ?",                                                 1000},
    {"dismissed_albums",
     "SELECT d.album_id AS position, JSON_OBJECT('album_id', d.album_id, "
     "'created_at', " PERSONAL_TIME(
         "d.created_at") ") AS content "
                         "FROM dismissed_albums d WHERE d.user_id = ? AND d.album_id > ? "
                         "ORDER BY d.album_id LIMIT ?",                                                                           4000},
    {"bursts",
     "SELECT m.burst_id AS position, JSON_OBJECT('album_id', b.album_id, "
     "'direction', b.direction, 'state', b.state, "
     "'found_at', " PERSONAL_TIME(
         "b.found_at") ") AS content "
                       "FROM burst_members m JOIN bursts b ON b.id = m.burst_id "
                       "WHERE m.user_id = ? AND m.burst_id > ? ORDER BY m.burst_id LIMIT ?",
     4000                                                                                                                             },
    {"moderation_acts",
     "SELECT m.id AS position, JSON_OBJECT('act', m.act, 'subject_id', m.subject_id, "
     "'reason', m.reason, 'created_at', " PERSONAL_TIME(
         "m.created_at") ") AS content "
                         "FROM moderation_log m WHERE m.moderator_id = ? AND m.id > ? ORDER BY m.id LIMIT ?",
     500                                                                                                                              },
};
const size_t rating_personal_count = sizeof rating_personal / sizeof *rating_personal;
