-- What a published review said before it was changed.
CREATE TABLE review_edits (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    review_id  BIGINT UNSIGNED NOT NULL,
    version    INT UNSIGNED NOT NULL,
    title      VARCHAR(200) NOT NULL,
    content    MEDIUMTEXT NOT NULL,
    written_at DATETIME(3) NOT NULL,
    ended_at   DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (id),
    KEY review_id (review_id)
) ENGINE = InnoDB;
