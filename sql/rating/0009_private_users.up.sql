-- Users whose ratings are listed to themselves alone: a projection of the user service's events.
CREATE TABLE private_users (
    user_id BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (user_id)
) ENGINE = InnoDB;
