DROP TABLE raters;
