-- Barcodes, matrix numbers and other marks of a pressing. `digits` is what a barcode is looked up by.
CREATE TABLE release_identifiers (
    release_id  BIGINT UNSIGNED NOT NULL,
    position    SMALLINT UNSIGNED NOT NULL,
    type        VARCHAR(64) NOT NULL,
    description VARCHAR(1000) NULL,
    value       VARCHAR(1000) NOT NULL,
    digits      VARCHAR(64) CHARACTER SET ascii NULL COMMENT 'of a barcode',
    PRIMARY KEY (release_id, position),
    KEY digits (digits)
) ENGINE = InnoDB;
