-- The keys that digests and encrypted values were made with, each with a text that it encrypted: no key itself.
create table crosstie_key (
    id text not null,
    proof text not null,
    primary key (id)
);

-- Organizations of a cluster whose systems failed of late, all of them together.
create table crosstie_organization (
    -- With %-escapes, as in the names of mailboxes.
    organization text not null,
    -- Failures in a row since the last pause.
    failures integer not null,
    -- Pauses in a row, and until when the last one lasts.
    pauses integer not null default 0,
    paused_until timestamp with time zone,
    primary key (organization)
);

insert into crosstie_schema (version) values (3);
