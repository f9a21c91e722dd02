-- The labels of a pressing, each with its catalogue number.
CREATE TABLE release_labels (
    release_id BIGINT UNSIGNED NOT NULL,
    position   SMALLINT UNSIGNED NOT NULL,
    label_id   BIGINT UNSIGNED NULL,
    name       VARCHAR(512) NOT NULL,
    catno      VARCHAR(128) NULL,
    PRIMARY KEY (release_id, position),
    KEY label_release (label_id, release_id),
    KEY catno (catno)
) ENGINE = InnoDB;
