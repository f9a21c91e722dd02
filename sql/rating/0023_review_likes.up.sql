-- Who likes which review; reviews.likes counts them.
CREATE TABLE review_likes (
    review_id  BIGINT UNSIGNED NOT NULL,
    user_id    BIGINT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (review_id, user_id),
    KEY user_id (user_id)
) ENGINE = InnoDB;
