-- What users tell moderators of reviews, and what was decided.
CREATE TABLE review_reports (
    id              BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    review_id       BIGINT UNSIGNED NOT NULL,
    user_id         BIGINT UNSIGNED NOT NULL COMMENT 'who reports',
    reason          VARCHAR(1000) NOT NULL,
    decision        ENUM ('upheld', 'dismissed') NULL COMMENT 'NULL: open',
    decision_reason VARCHAR(500) NULL,
    decided_by      BIGINT UNSIGNED NULL,
    decided_at      DATETIME(3) NULL,
    version         INT UNSIGNED NOT NULL DEFAULT 1,
    created_at      DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (id),
    UNIQUE KEY review_user (review_id, user_id),
    KEY user_id (user_id),
    KEY open (decision, id)
) ENGINE = InnoDB;
