-- The names of those who edited, from their tokens; erased when the account goes.
CREATE TABLE editors (
    id   BIGINT UNSIGNED NOT NULL COMMENT 'of the user service',
    name VARCHAR(32) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;
