-- Wrong passwords by account, so that guessing is slowed down in all processes alike. The account is a hash of the name
-- that was typed (which may be no account's, or a password in the wrong field), or of it and an address that is known.
CREATE TABLE login_failures (
    account   BINARY(32) NOT NULL COMMENT 'SHA-256',
    failures  INT UNSIGNED NOT NULL DEFAULT 0,
    failed_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    until     DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3) COMMENT 'no password is tried before',
    PRIMARY KEY (account),
    KEY failed_at (failed_at)
) ENGINE = InnoDB;
