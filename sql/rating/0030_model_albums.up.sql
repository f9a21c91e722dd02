-- What a model knows of an album. Lists of weights are of album ids in 8 bytes and floats in 4, heaviest first.
CREATE TABLE model_albums (
    generation INT UNSIGNED NOT NULL,
    album_id   BIGINT UNSIGNED NOT NULL,
    bias       FLOAT NOT NULL COMMENT 'stars above the mean',
    factors    BLOB NOT NULL COMMENT 'floats: means, then their covariance',
    similar    MEDIUMBLOB NOT NULL COMMENT 'albums that a liking for this one speaks for or against',
    near       BLOB NOT NULL COMMENT 'albums that are rated alike',
    PRIMARY KEY (generation, album_id)
) ENGINE = InnoDB;
