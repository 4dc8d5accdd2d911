-- When each line of the journal was written, beside a value that may be encrypted. Lines from before count from now on, as do those of
-- a process of an earlier release that is still at work.
create table crosstie_journal_dated (
    id integer primary key autoincrement,
    collection integer not null,
    at_second integer not null default (strftime('%s', 'now')),
    at_nano integer not null default 0,
    value text not null
);

insert into crosstie_journal_dated (id, collection, value) select id, collection, value from crosstie_journal order by id;

drop table crosstie_journal;

alter table crosstie_journal_dated rename to crosstie_journal;

create index crosstie_journal_collection on crosstie_journal (collection, id);
create index crosstie_journal_at on crosstie_journal (collection, at_second);

insert into crosstie_schema (version) values (4);
