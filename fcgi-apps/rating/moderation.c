/* moderation.c - what moderators may do and did. */
#include "rating/moderation.h"

#include "core/event.h"
#include "core/request.h"
#include "rating/statements.h"

#include "core/banned.h"

#define REASON_MOST 500

static const struct field act_fields[] = {
    FIELD(struct act, id, FIELD_ID),       FIELD(struct act, moderator_id, FIELD_ID),
    FIELD(struct act, act, FIELD_TEXT),    FIELD(struct act, subject_id, FIELD_ID),
    FIELD(struct act, reason, FIELD_TEXT), FIELD(struct act, created_at, FIELD_TIME),
};
const struct shape act_shape = SHAPE(struct act, act_fields);

#define REASON(record)                                                                   \
    FIELD(record, reason, FIELD_TEXT, .flags = REQUIRED, .min = 1, .max = REASON_MOST)

#define DECISION(words)                                                                  \
    {                                                                                    \
        FIELD(struct decision, decision, FIELD_CHOICE, .flags = REQUIRED,                \
              .choices = words),                                                         \
            REASON(struct decision)                                                      \
    }
static const struct field report_decision_fields[] = DECISION("upheld dismissed");
const struct shape report_decision_shape = SHAPE(struct decision, report_decision_fields);

static const struct field burst_decision_fields[] = DECISION("release drop");
const struct shape burst_decision_shape = SHAPE(struct decision, burst_decision_fields);

static const struct field hiding_fields[] = {
    FIELD(struct hiding, hidden, FIELD_BOOL, .flags = REQUIRED),
    REASON(struct hiding),
};
const struct shape hiding_shape = SHAPE(struct hiding, hiding_fields);

static const struct filter filters[] = {
    FILTER("act", BY_TEXT, "m.act = ?"),
    FILTER("subject_id", BY_ID, "m.subject_id = ?"),
    FILTER("moderator_id", BY_ID, "m.moderator_id = ?"),
};

const struct listing act_listing = {
    .plural = "acts",
    FILTERS(filters),
    .select = "SELECT m.id, m.moderator_id, m.act, m.subject_id, m.reason, m.created_at "
              "FROM moderation_log m",
    .id_column = "m.id",
    .row = &act_shape,
    .descending = true,
};

bool may_moderate(const struct request *rq)
{
    return (rq->caller.roles & (ROLE_MODERATOR | ROLE_ADMIN)) != 0;
}

int moderation_note(struct request *rq, const char *act, uint64_t subject_id,
                    const char *reason, json_t *payload)
{
    if (db_run(rq->db, ACT_ADD,
               ARGS(A_UINT(rq->caller.id), A_TEXT(act), A_UINT(subject_id),
                    A_TEXT(reason))) != 1)
        return DB_FAILED;
    return event_publish(rq, act, subject_id, payload);
}
