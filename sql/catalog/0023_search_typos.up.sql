-- Which words may be meant by a misspelling: under a hash of a word's beginning, whole or without one letter, the words
-- that have it, most used first.
CREATE TABLE search_typos (
    typo  INT UNSIGNED NOT NULL,
    words VARBINARY(1000) NOT NULL COMMENT 'one a line: the word, a blank, in how many documents',
    PRIMARY KEY (typo)
) ENGINE = InnoDB;
