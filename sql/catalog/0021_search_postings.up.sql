-- The search index: under each word the albums, artists, songs and labels that have it, best known first, in blocks
-- (fcgi-apps/catalog/search_postings.h). A word `the*` is a beginning, `=1a2b3` a whole title. Made by `vinylhound search
-- rebuild`; what has changed since is in search_recent.
CREATE TABLE search_postings (
    word      VARBINARY(48) NOT NULL,
    kind      TINYINT UNSIGNED NOT NULL COMMENT '1 album, 2 artist, 3 song, 4 label',
    block     MEDIUMINT UNSIGNED NOT NULL,
    documents INT UNSIGNED NOT NULL COMMENT 'in all blocks of the list',
    postings  VARBINARY(7000) NOT NULL,
    PRIMARY KEY (word, kind, block)
) ENGINE = InnoDB;
