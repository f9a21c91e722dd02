-- One review per user and album. A draft is seen by its author alone; a hidden one by its author and moderators.
CREATE TABLE reviews (
    id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id       BIGINT UNSIGNED NOT NULL,
    album_id      BIGINT UNSIGNED NOT NULL,
    title         VARCHAR(200) NOT NULL,
    content       MEDIUMTEXT NOT NULL COMMENT 'plain text, as it was sent',
    draft         BOOLEAN NOT NULL DEFAULT FALSE,
    hidden        BOOLEAN NOT NULL DEFAULT FALSE,
    hidden_reason VARCHAR(500) NULL,
    likes         INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'rows of review_likes',
    version       INT UNSIGNED NOT NULL DEFAULT 1,
    created_at    DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3) COMMENT 'or published, if it was a draft',
    updated_at    DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3) COMMENT 'of the text',
    PRIMARY KEY (id),
    UNIQUE KEY user_album (user_id, album_id),
    KEY album_created (album_id, created_at),
    KEY album_likes (album_id, likes),
    KEY created_at (created_at),
    KEY likes (likes)
) ENGINE = InnoDB;
