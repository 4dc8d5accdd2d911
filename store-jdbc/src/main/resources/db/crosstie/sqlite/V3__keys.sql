-- The keys that digests and encrypted values were made with, each with a text that it encrypted: no key itself.
create table crosstie_key (
    id text not null,
    proof text not null,
    primary key (id)
);

insert into crosstie_schema (version) values (3);
