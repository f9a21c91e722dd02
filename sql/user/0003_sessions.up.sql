-- One row per login. A refresh token is the family's random name and a secret; only hashes of the present and the
-- former secret are kept, so that a stolen copy used later is recognised and ends the session.
CREATE TABLE sessions (
    id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id       BIGINT UNSIGNED NOT NULL,
    family        BINARY(16) NOT NULL,
    secret_hash   BINARY(32) NOT NULL,
    previous_hash BINARY(32) NULL,
    rotated_at    DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    created_at    DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    last_used_at  DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    user_agent    VARCHAR(255) NULL,
    ip            VARCHAR(45) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY family (family),
    KEY user_id (user_id),
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB;
