-- Accounts. A username is compared without regard to case; what is personal stays in this table and can be erased.
CREATE TABLE users (
    id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    username      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    display_name  VARCHAR(64) NULL,
    email         VARCHAR(254) NULL,
    password_hash VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Argon2id, PHC string',
    bio           VARCHAR(2000) NULL,
    location      VARCHAR(100) NULL,
    private       BOOLEAN NOT NULL DEFAULT FALSE,
    created_at    DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    updated_at    DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    PRIMARY KEY (id),
    UNIQUE KEY username (username)
) ENGINE = InnoDB;
