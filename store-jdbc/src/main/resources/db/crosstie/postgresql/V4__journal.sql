-- When each line of the journal was written, beside a value that may be encrypted. Lines from before count from now on, as do those of
-- a process of an earlier release that is still at work.
alter table crosstie_journal add column at_second bigint not null default cast(extract(epoch from now()) as bigint);
alter table crosstie_journal add column at_nano integer not null default 0;

create index crosstie_journal_at on crosstie_journal (collection, at_second);

insert into crosstie_schema (version) values (4);
