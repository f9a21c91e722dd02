-- What moderators did here, and why: the part of the audit trail that events, which hold no words of a person, cannot.
CREATE TABLE moderation_log (
    id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    moderator_id BIGINT UNSIGNED NOT NULL,
    act          VARCHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'review.hidden, burst.dropped …',
    subject_id   BIGINT UNSIGNED NOT NULL,
    reason       VARCHAR(500) NOT NULL,
    created_at   DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (id),
    KEY subject (act, subject_id)
) ENGINE = InnoDB;
