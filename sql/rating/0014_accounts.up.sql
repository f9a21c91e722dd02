-- Since when a user has an account: a projection of user.registered.
CREATE TABLE accounts (
    user_id       BIGINT UNSIGNED NOT NULL,
    registered_at DATETIME(3) NOT NULL,
    PRIMARY KEY (user_id)
) ENGINE = InnoDB;
