DROP TABLE burst_members;
