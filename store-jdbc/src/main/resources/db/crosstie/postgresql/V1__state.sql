-- Ids are kept as bytes, so that case, blanks and every character count. What stands beside a key is JSON.

create table crosstie_schema (
    version integer not null
);

-- A collection: one user's records of one kind, with its lease.
create table crosstie_collection (
    id bigint generated always as identity primary key,
    organization bytea not null,
    user_id bytea not null,
    kind text not null,
    epoch bigint not null default 0,
    owner bytea,
    -- Microseconds since 1970. Without an owner, nobody holds the lease.
    leased_until bigint not null default 0,
    unique (organization, user_id, kind)
);

-- A record has one link at most.
create table crosstie_link (
    collection bigint not null,
    id bytea not null,
    crm bytea,
    mail bytea,
    value text not null,
    primary key (collection, id),
    unique (collection, crm),
    unique (collection, mail)
);

-- Ended links of which an attempt may still arrive.
create table crosstie_tombstone (
    collection bigint not null,
    link bytea not null,
    value text not null,
    primary key (collection, link)
);

-- Remote writes whose outcome is not yet certain.
create table crosstie_intent (
    collection bigint not null,
    link bytea not null,
    value text not null,
    primary key (collection, link)
);

-- What was seen of records and is not yet settled.
create table crosstie_observation (
    collection bigint not null,
    record bytea not null,
    value text not null,
    primary key (collection, record)
);

-- Records that are linked and of which their side has yet to tell.
create table crosstie_echo (
    collection bigint not null,
    record bytea not null,
    value text not null,
    primary key (collection, record)
);

-- Records that are neither matched nor created again.
create table crosstie_detached (
    collection bigint not null,
    record bytea not null,
    value text not null,
    primary key (collection, record)
);

-- Records seen in the listing of everything that is under way.
create table crosstie_scanned (
    collection bigint not null,
    record bytea not null,
    side text not null,
    value text not null,
    primary key (collection, record)
);

-- Records that could not be written or read.
create table crosstie_quarantine (
    collection bigint not null,
    record bytea not null,
    value text not null,
    primary key (collection, record)
);

-- Deletions of late, which the guards count.
create table crosstie_deletion (
    collection bigint not null,
    link bytea not null,
    at_second bigint not null,
    at_nano integer not null,
    value text not null,
    primary key (collection, link)
);

-- What was linked once and may still be there.
create table crosstie_hint (
    collection bigint not null,
    link bytea not null,
    crm bytea,
    mail bytea,
    value text not null,
    primary key (collection, link)
);

create index crosstie_hint_crm on crosstie_hint (collection, crm);
create index crosstie_hint_mail on crosstie_hint (collection, mail);

-- Links that a change of settings may have put out of scope.
create table crosstie_unjudged (
    collection bigint not null,
    link bytea not null,
    value text not null,
    primary key (collection, link)
);

-- Ids that records of the mailbox had before it moved.
create table crosstie_former_id (
    collection bigint not null,
    link bytea not null,
    value text not null,
    primary key (collection, link)
);

-- What a collection has one of: cursors, scopes, the hold, the pause, settings, the last round.
create table crosstie_property (
    collection bigint not null,
    name text not null,
    value text not null,
    primary key (collection, name)
);

-- Values that gave way, oldest first.
create table crosstie_journal (
    id bigint generated always as identity primary key,
    collection bigint not null,
    value text not null
);

create index crosstie_journal_collection on crosstie_journal (collection, id);

insert into crosstie_schema (version) values (1);
