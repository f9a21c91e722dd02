-- Who has deleted their account, kept for a day: their access tokens live some minutes longer and must not write.
CREATE TABLE departed_users (
    id          BIGINT UNSIGNED NOT NULL,
    departed_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (id),
    KEY departed_at (departed_at)
) ENGINE = InnoDB;
