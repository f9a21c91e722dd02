-- The first answer to a POST that carried an Idempotency-Key, written in the transaction that did the work.
CREATE TABLE idempotency_keys (
    user_id      BIGINT UNSIGNED NOT NULL COMMENT '0: not signed in',
    name         VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of method, path and body',
    status       SMALLINT UNSIGNED NOT NULL DEFAULT 0,
    location     VARCHAR(255) NULL,
    body         MEDIUMTEXT NULL COMMENT 'NULL where the answer holds credentials: those are made anew',
    created_at   DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (user_id, name),
    KEY created_at (created_at)
) ENGINE = InnoDB;
