-- What a read of an album's score needs, kept in the transaction that changes a rating and never counted anew.
-- Weights are twentieths (see score.h): whole numbers, so that any order of changes gives the same sums.
CREATE TABLE rating_summaries (
    album_id         BIGINT UNSIGNED NOT NULL,
    n1               INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'ratings of 0.5 stars',
    n2               INT UNSIGNED NOT NULL DEFAULT 0,
    n3               INT UNSIGNED NOT NULL DEFAULT 0,
    n4               INT UNSIGNED NOT NULL DEFAULT 0,
    n5               INT UNSIGNED NOT NULL DEFAULT 0,
    n6               INT UNSIGNED NOT NULL DEFAULT 0,
    n7               INT UNSIGNED NOT NULL DEFAULT 0,
    n8               INT UNSIGNED NOT NULL DEFAULT 0,
    n9               INT UNSIGNED NOT NULL DEFAULT 0,
    n10              INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'ratings of 5 stars',
    weight           BIGINT NOT NULL DEFAULT 0 COMMENT 'sum of w, twentieths',
    weighted         BIGINT NOT NULL DEFAULT 0 COMMENT 'sum of w times half-stars',
    weighted_squares BIGINT NOT NULL DEFAULT 0 COMMENT 'sum of w times half-stars squared',
    PRIMARY KEY (album_id)
) ENGINE = InnoDB;
