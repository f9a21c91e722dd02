-- How much a user wants of a genre: -1 (none of it) to 1.
CREATE TABLE preferences (
    user_id BIGINT UNSIGNED NOT NULL,
    genre   VARCHAR(64) NOT NULL,
    weight  DOUBLE NOT NULL,
    PRIMARY KEY (user_id, genre),
    CONSTRAINT weight_range CHECK (weight BETWEEN -1 AND 1)
) ENGINE = InnoDB;
