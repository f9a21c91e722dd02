-- What a mailed link proves, as a hash: one of a kind for a user, gone when it is used or another is sent.
CREATE TABLE mail_tokens (
    user_id    BIGINT UNSIGNED NOT NULL,
    kind       ENUM ('verify', 'reset') NOT NULL,
    token_hash BINARY(32) NOT NULL COMMENT 'SHA-256',
    created_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    expires_at DATETIME(3) NOT NULL,
    PRIMARY KEY (user_id, kind),
    UNIQUE KEY token_hash (token_hash),
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB;
