-- Lines that users keep for themselves: one text each, every line ended by a newline, so that empty ones are kept.
CREATE TABLE content (
    user_id    BIGINT UNSIGNED NOT NULL,
    content    MEDIUMTEXT NOT NULL,
    updated_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    PRIMARY KEY (user_id),
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB;
