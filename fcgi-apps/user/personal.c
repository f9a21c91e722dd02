/* personal.c - what the user service holds on somebody, beside the profile and the lines.
 */
#include "user/personal.h"

#include "core/banned.h"

const struct personal user_personal[] = {
    {"sessions",
     "SELECT s.id AS position, JSON_OBJECT('id', s.id, 'user_agent', s.user_agent, "
     "'ip', s.ip, 'created_at', " PERSONAL_TIME(
         "s.created_at") ", "
                         "'last_used_at', " PERSONAL_TIME(
                             "s.last_used_at") ") AS content "
                                               "FROM sessions s WHERE s.user_id = ? AND s.id > ? ORDER BY s.id LIMIT ?",
     1000},
    {"verified_emails",
     "SELECT v.user_id AS position, JSON_OBJECT('verified_at', " PERSONAL_TIME(
         "v.verified_at") ") AS content "
                          "FROM verified_emails v WHERE v.user_id = ? AND v.user_id > ? ORDER BY v.user_id LIMIT ?",
     10  },
    {"mails",
     "SELECT m.id AS position, JSON_OBJECT('kind', m.kind, "
     "'created_at', " PERSONAL_TIME(
         "m.created_at") ") AS content "
                         "FROM mails m WHERE m.user_id = ? AND m.id > ? ORDER BY m.id LIMIT ?",
     10  },
    {"collection",
     "SELECT i.id AS position, JSON_OBJECT('id', i.id, 'album_id', i.album_id, "
     "'title', i.title, 'artist', i.artist, 'release_id', i.release_id, "
     "'status', i.status, 'media_condition', i.media_condition, "
     "'sleeve_condition', i.sleeve_condition, 'purchase_price', i.purchase_price, "
     "'currency', i.currency, 'acquired_on', i.acquired_on, 'location', i.location, "
     "'notes', i.notes, 'created_at', " PERSONAL_TIME(
         "i.created_at") ", "
                         "'updated_at', " PERSONAL_TIME(
                             "i.updated_at") ") AS content "
                                             "FROM collection_items i WHERE i.user_id = ? AND i.id > ? ORDER BY i.id LIMIT ?",
     500 },
};
const size_t user_personal_count = sizeof user_personal / sizeof *user_personal;
