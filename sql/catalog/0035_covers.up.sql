-- Uploaded covers as they were encoded anew, in the sizes that are served. In the database, so that both processes of the
-- pool, a backup and a second machine have them without more ado; a row is at most some 300 KB.
CREATE TABLE covers (
    album_id BIGINT UNSIGNED NOT NULL,
    size     ENUM ('small', 'medium', 'large') NOT NULL,
    type     VARCHAR(32) CHARACTER SET ascii NOT NULL,
    image    MEDIUMBLOB NOT NULL,
    PRIMARY KEY (album_id, size)
) ENGINE = InnoDB;
