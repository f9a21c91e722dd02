DROP TABLE album_styles;
