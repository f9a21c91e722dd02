-- Whose present address has been shown to be theirs. Another address has to be shown anew.
CREATE TABLE verified_emails (
    user_id     BIGINT UNSIGNED NOT NULL,
    verified_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (user_id),
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB;
