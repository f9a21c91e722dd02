-- Many new accounts that rate one album in one direction in a short time: their ratings are held out of the score until a
-- moderator decides.
CREATE TABLE bursts (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    album_id   BIGINT UNSIGNED NOT NULL,
    direction  ENUM ('high', 'low') NOT NULL,
    state      ENUM ('open', 'released', 'dropped') NOT NULL DEFAULT 'open',
    reason     VARCHAR(500) NULL COMMENT 'of the decision',
    decided_by BIGINT UNSIGNED NULL,
    decided_at DATETIME(3) NULL,
    version    INT UNSIGNED NOT NULL DEFAULT 1,
    found_at   DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    last_at    DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3) COMMENT 'when a rating was last held',
    PRIMARY KEY (id),
    KEY album_id (album_id, direction, last_at)
) ENGINE = InnoDB;
