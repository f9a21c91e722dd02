-- The words that the search index knows, for completing a beginning.
CREATE TABLE search_words (
    word      VARBINARY(48) NOT NULL,
    documents INT UNSIGNED NOT NULL,
    PRIMARY KEY (word)
) ENGINE = InnoDB;
