-- Mails that are to be sent. Neither an address nor a link lies here: both are looked up and made when it is sent. One
-- that is nobody's (the name that asked for it is none) is dropped then, so that asking takes the same time.
CREATE TABLE mails (
    id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id     BIGINT UNSIGNED NULL,
    kind        ENUM ('verify', 'reset') NOT NULL,
    tries       INT UNSIGNED NOT NULL DEFAULT 0,
    next_try_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    created_at  DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (id),
    UNIQUE KEY user_kind (user_id, kind),
    KEY next_try_at (next_try_at),
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB;
