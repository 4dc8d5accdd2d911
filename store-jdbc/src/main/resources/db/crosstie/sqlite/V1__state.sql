-- Ids are kept as bytes, so that case, blanks and every character count. What stands beside a key is JSON.

create table crosstie_schema (
    version integer not null
);

-- A collection: one user's records of one kind, with its lease.
create table crosstie_collection (
    id integer primary key autoincrement,
    organization blob not null,
    user_id blob not null,
    kind text not null,
    epoch integer not null default 0,
    owner blob,
    -- Microseconds since 1970. Without an owner, nobody holds the lease.
    leased_until integer not null default 0,
    unique (organization, user_id, kind)
);

-- A record has one link at most.
create table crosstie_link (
    collection integer not null,
    id blob not null,
    crm blob,
    mail blob,
    value text not null,
    primary key (collection, id),
    unique (collection, crm),
    unique (collection, mail)
);

-- Ended links of which an attempt may still arrive.
create table crosstie_tombstone (
    collection integer not null,
    link blob not null,
    value text not null,
    primary key (collection, link)
);

-- Remote writes whose outcome is not yet certain.
create table crosstie_intent (
    collection integer not null,
    link blob not null,
    value text not null,
    primary key (collection, link)
);

-- What was seen of records and is not yet settled.
create table crosstie_observation (
    collection integer not null,
    record blob not null,
    value text not null,
    primary key (collection, record)
);

-- Records that are linked and of which their side has yet to tell.
create table crosstie_echo (
    collection integer not null,
    record blob not null,
    value text not null,
    primary key (collection, record)
);

-- Records that are neither matched nor created again.
create table crosstie_detached (
    collection integer not null,
    record blob not null,
    value text not null,
    primary key (collection, record)
);

-- Records seen in the listing of everything that is under way.
create table crosstie_scanned (
    collection integer not null,
    record blob not null,
    side text not null,
    value text not null,
    primary key (collection, record)
);

-- Records that could not be written or read.
create table crosstie_quarantine (
    collection integer not null,
    record blob not null,
    value text not null,
    primary key (collection, record)
);

-- Deletions of late, which the guards count.
create table crosstie_deletion (
    collection integer not null,
    link blob not null,
    at_second integer not null,
    at_nano integer not null,
    value text not null,
    primary key (collection, link)
);

-- What was linked once and may still be there.
create table crosstie_hint (
    collection integer not null,
    link blob not null,
    crm blob,
    mail blob,
    value text not null,
    primary key (collection, link)
);

create index crosstie_hint_crm on crosstie_hint (collection, crm);
create index crosstie_hint_mail on crosstie_hint (collection, mail);

-- Links that a change of settings may have put out of scope.
create table crosstie_unjudged (
    collection integer not null,
    link blob not null,
    value text not null,
    primary key (collection, link)
);

-- Ids that records of the mailbox had before it moved.
create table crosstie_former_id (
    collection integer not null,
    link blob not null,
    value text not null,
    primary key (collection, link)
);

-- What a collection has one of: cursors, scopes, the hold, the pause, settings, the last round.
create table crosstie_property (
    collection integer not null,
    name text not null,
    value text not null,
    primary key (collection, name)
);

-- Values that gave way, oldest first.
create table crosstie_journal (
    id integer primary key autoincrement,
    collection integer not null,
    value text not null
);

create index crosstie_journal_collection on crosstie_journal (collection, id);

insert into crosstie_schema (version) values (1);
