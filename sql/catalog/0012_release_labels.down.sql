DROP TABLE release_labels;
