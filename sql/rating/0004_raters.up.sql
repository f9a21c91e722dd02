-- The weight of each user's ratings: min(20, distinct artists rated), twentieths. The row is also what
-- a change of that user's ratings locks first.
CREATE TABLE raters (
    user_id BIGINT UNSIGNED NOT NULL,
    weight  TINYINT UNSIGNED NOT NULL DEFAULT 0,
    PRIMARY KEY (user_id)
) ENGINE = InnoDB;
