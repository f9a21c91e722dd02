-- What has changed since the search index was built: of these search_recent counts, not search_postings.
CREATE TABLE search_changed (
    kind  TINYINT UNSIGNED NOT NULL,
    id    BIGINT UNSIGNED NOT NULL,
    stamp BIGINT UNSIGNED NOT NULL COMMENT 'another one at each change',
    PRIMARY KEY (kind, id)
) ENGINE = InnoDB;
