DROP TABLE release_tracks;
