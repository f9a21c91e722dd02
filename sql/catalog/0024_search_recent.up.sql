-- Words of what has changed since the search index was built.
CREATE TABLE search_recent (
    word  VARBINARY(48) NOT NULL,
    kind  TINYINT UNSIGNED NOT NULL,
    place BIGINT UNSIGNED NOT NULL COMMENT 'as in search_postings',
    id    BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (word, kind, place),
    KEY document (kind, id)
) ENGINE = InnoDB;
