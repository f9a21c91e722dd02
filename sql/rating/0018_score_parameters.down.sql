DROP TABLE score_parameters;
