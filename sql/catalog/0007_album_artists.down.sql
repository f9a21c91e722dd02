DROP TABLE album_artists;
