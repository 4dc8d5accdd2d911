-- A file of one machine has no cluster: the number alone, so that the versions of both databases mean the same.
insert into crosstie_schema (version) values (2);
