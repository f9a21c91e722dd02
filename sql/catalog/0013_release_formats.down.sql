DROP TABLE release_formats;
