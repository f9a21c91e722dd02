-- Genres by name, as the catalogue tells them. Ids are this service's own; 0 stands for all of them in charts.
CREATE TABLE genres (
    id   SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
    name VARCHAR(64) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY name (name)
) ENGINE = InnoDB;
