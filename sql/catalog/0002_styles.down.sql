DROP TABLE styles;
