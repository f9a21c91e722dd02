-- The whole site's count and sums, for the mean C that scores are drawn to. Sixteen rows, so that
-- ratings given at once do not wait for each other: a user's go to row user_id mod 16.
CREATE TABLE rating_totals (
    shard   TINYINT UNSIGNED NOT NULL,
    count   BIGINT NOT NULL DEFAULT 0,
    sum     BIGINT NOT NULL DEFAULT 0 COMMENT 'half-stars',
    squares BIGINT NOT NULL DEFAULT 0 COMMENT 'half-stars squared',
    PRIMARY KEY (shard)
) ENGINE = InnoDB;
INSERT INTO rating_totals (shard)
VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);
