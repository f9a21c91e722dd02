-- The names of those who have written a review, from the token they wrote with; erased with their account.
CREATE TABLE usernames (
    user_id  BIGINT UNSIGNED NOT NULL,
    username VARCHAR(32) CHARACTER SET ascii NOT NULL,
    PRIMARY KEY (user_id)
) ENGINE = InnoDB;
