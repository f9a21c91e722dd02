-- Roles beyond `user`, which every account has: editor, moderator, admin.
CREATE TABLE user_roles (
    user_id    BIGINT UNSIGNED NOT NULL,
    role       ENUM ('editor', 'moderator', 'admin') NOT NULL,
    granted_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (user_id, role),
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB;
