DROP TABLE release_identifiers;
